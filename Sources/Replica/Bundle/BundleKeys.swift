import Cryptography
import SyncProtocol

/// The keys of one bundle (SPEC 21.2): what its writer and the one it is addressed to have in common.
///
/// The writer makes a fresh X25519 pair for each bundle and forgets its secret, so that nobody but the
/// recipient, not even the writer, can open it later.
package struct BundleKeys: Sendable {
  /// Bytes of the tag by which the recipient knows a bundle as his.
  package static let tagLength = 16

  /// The fresh public key.
  package let publicKey: [UInt8]
  /// What only the recipient can compute.
  package let tag: [UInt8]
  /// Encrypts the manifest.
  let manifest: SecretBytes
  /// Encrypts the content.
  let content: SecretBytes

  /// Makes the keys of a new bundle for the holder of an Ed25519 key.
  package init(
    for recipient: VerifyingKey, _ id: BundleID, random: inout some RandomNumberGenerator
  ) throws {
    let fresh = try BoxKey.generate(using: &random)
    let address = try recipient.boxPublicKey()
    try self.init(
      shared: fresh.agreement(with: address), id, publicKey: fresh.publicKey, address: address)
  }

  /// Finds the keys of a bundle that somebody wrote; nil when it is not addressed to this key.
  package init?(of header: BundlePartHeader, recipient: BoxKey) {
    guard let shared = try? recipient.agreement(with: header.publicKey),
      let keys = try? Self(
        shared: shared, header.id, publicKey: header.publicKey, address: recipient.publicKey),
      constantTimeEqual(keys.tag, header.tag)
    else { return nil }
    self = keys
  }

  private init(
    shared: SecretBytes, _ id: BundleID, publicKey: [UInt8], address: [UInt8]
  ) throws {
    let message = Purpose.bundleKey.message(id.bytes + publicKey + address)
    let common = SecretBytes(try Hash.blake2b256(message, key: shared))
    func derived(_ use: String) throws -> [UInt8] {
      try Hash.blake2b256(Array(use.utf8), key: common)
    }
    self.publicKey = publicKey
    tag = Array(try derived("tag").prefix(Self.tagLength))
    manifest = SecretBytes(try derived("manifest"))
    content = SecretBytes(try derived("content"))
  }
}

/// Where a chunk stands in a bundle: part of what is authenticated with it, so that none can be moved,
/// left out or brought from elsewhere.
struct BundlePlace {
  /// What comes behind a chunk.
  enum Following: UInt8 {
    /// Another chunk of the part.
    case chunk = 0
    /// Another part.
    case part = 1
    /// Nothing: the bundle ends.
    case nothing = 2
  }

  /// The part, from 1.
  var part: Int
  /// The chunk in its part, from 0.
  var chunk: Int
  /// What comes behind it.
  var following: Following

  /// Used once for a key: a bundle has keys of its own, and each place is sealed once.
  var nonce: [UInt8] {
    var writer = ByteWriter()
    writer.fixed32(UInt32(part))
    writer.fixed32(UInt32(chunk))
    return writer.bytes + Array(repeating: 0, count: AuthenticatedEncryption.nonceLength - 8)
  }

  /// What is authenticated with the chunk.
  func associatedData(_ id: BundleID) -> [UInt8] {
    Purpose.bundlePart.message(id.bytes + nonce.prefix(8) + [following.rawValue])
  }
}

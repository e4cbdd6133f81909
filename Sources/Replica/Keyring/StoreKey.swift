import Cryptography
import SyncProtocol

/// The key that wraps every key of a keyring: with it a store shows sealed values, without it it
/// still merges, relays and verifies.
///
/// How it is come by is the program's affair: from a file of its own here, and from whatever a
/// program unlocks, such as a password, elsewhere. It lives in memory only while the store is open.
package struct StoreKey: Sendable {
  /// Bytes of the key.
  package static let byteCount = 32
  /// The name of its file below a home.
  package static let fileName = "keys/store.key"

  let secret: SecretBytes

  /// Wraps 32 bytes; nil for any other number of them.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    secret = SecretBytes(bytes)
  }

  /// The key in a home's own file, which is made at the first call and readable by its owner alone.
  ///
  /// - Throws: `ReplicaError.storeKeyMissing` when there is a keyring and no key to open it: a new one
  ///   would hide the loss.
  package static func inFile(
    of home: HomeFolder, random: inout some RandomNumberGenerator
  ) throws -> StoreKey {
    if let bytes = try home.read(fileName) {
      guard let key = StoreKey(bytes) else { throw ReplicaError.storeKeyMissing }
      return key
    }
    guard !home.hasKeyring else { throw ReplicaError.storeKeyMissing }
    guard let key = StoreKey(random.bytes(byteCount)) else { throw ReplicaError.storeKeyMissing }
    try key.write(to: home)
    return key
  }

  private static let sealPrefix = Array("camtay store key\0".utf8)

  /// The key sealed under another, for a file: a random nonce, then 48 bytes of XChaCha20-Poly1305.
  ///
  /// - Parameters:
  ///   - key: 32 bytes, derived from a password or a code.
  ///   - purpose: what the sealed key is for; it opens for the same purpose only.
  /// - Throws: `CryptographyError.wrongLength`.
  package func sealed(
    under key: SecretBytes, for purpose: [UInt8], random: inout some RandomNumberGenerator
  ) throws -> [UInt8] {
    let nonce = random.bytes(AuthenticatedEncryption.nonceLength)
    return try nonce
      + AuthenticatedEncryption.seal(
        secret.withUnsafeBytes { Array($0) }, key: key, nonce: nonce,
        associatedData: Self.sealPrefix + purpose)
  }

  /// Bytes of a sealed key.
  package static let sealedByteCount =
    AuthenticatedEncryption.nonceLength + byteCount + AuthenticatedEncryption.tagLength

  /// Opens what `sealed(under:for:random:)` made.
  /// - Throws: `CryptographyError.notAuthentic` under another key or for another purpose.
  package init(opening sealed: [UInt8], under key: SecretBytes, for purpose: [UInt8]) throws {
    guard sealed.count == Self.sealedByteCount else { throw CryptographyError.notAuthentic }
    let length = AuthenticatedEncryption.nonceLength
    secret = SecretBytes(
      try AuthenticatedEncryption.open(
        Array(sealed[length...]), key: key, nonce: Array(sealed[..<length]),
        associatedData: Self.sealPrefix + purpose))
  }

  /// The key sealed under another store's, so that whoever opens that store opens this one too, and
  /// nobody else.
  /// - Throws: `CryptographyError.wrongLength`.
  package func sealed(
    under other: StoreKey, for purpose: [UInt8], random: inout some RandomNumberGenerator
  ) throws -> [UInt8] {
    try sealed(under: other.secret, for: purpose, random: &random)
  }

  /// Opens what `sealed(under:for:random:)` made with another store's key.
  /// - Throws: `CryptographyError.notAuthentic` under another key or for another purpose.
  package init(opening sealed: [UInt8], under other: StoreKey, for purpose: [UInt8]) throws {
    try self.init(opening: sealed, under: other.secret, for: purpose)
  }

  /// Writes the key to the file of its own below a home that is opened without a password.
  package func write(to home: HomeFolder) throws {
    try home.write(Self.fileName, secret.withUnsafeBytes { Array($0) })
  }

  /// The key of a store whose owner gives none: as secret as the key it signs with.
  static func derived(from signer: Signer) -> StoreKey {
    // An Ed25519 signature is the same every time and known to the holder of the key alone.
    let signature = signer.sign(Array("camtay store key".utf8))
    guard let key = StoreKey(Hash.blake2b256(signature)) else {
      preconditionFailure("BLAKE2b-256 has 32 bytes")
    }
    return key
  }
}

extension Store.Location {
  /// The keyring's file, beside the store: `keyring.sqlite` for `store.sqlite`.
  package var keyringPath: String {
    let suffix = "store.sqlite"
    return path.hasSuffix("/\(suffix)") || path == suffix
      ? "\(path.dropLast(suffix.utf8.count))keyring.sqlite" : "\(path).keyring"
  }
}

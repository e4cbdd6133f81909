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
    let bytes = random.bytes(byteCount)
    try home.write(fileName, bytes)
    guard let key = StoreKey(bytes) else { throw ReplicaError.storeKeyMissing }
    return key
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

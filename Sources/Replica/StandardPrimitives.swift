import Compression
import Cryptography
import SyncProtocol

extension Primitives {
  /// The protocol's primitives from libsodium and libzstd.
  package static let standard = Primitives(
    hash: { message in
      guard let hash = ContentHash(Hash.blake2b256(message)) else {
        preconditionFailure("BLAKE2b-256 has 32 bytes")
      }
      return hash
    },
    hashInto: { message, hash in Hash.blake2b256(message, into: hash) },
    verify: { signature, message, key in
      guard let key = try? VerifyingKey(key) else { return false }
      return key.verify(signature, of: message)
    },
    compress: { try Zstandard.compress($0) },
    compressParts: { try Zstandard.compress(parts: $0, level: Zstandard.storedLevel) },
    decompress: { try Zstandard.decompress($0, maximumBytes: $1) })
}

extension Signer {
  /// Signs for a replica with its Ed25519 key.
  package init(replica: ReplicaID, key: SigningKey) {
    self.init(replica: replica, publicKey: key.verifyingKey.bytes) { key.sign($0) }
  }
}

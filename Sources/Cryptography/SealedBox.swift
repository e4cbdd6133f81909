import CSodium

/// An X25519 key pair that opens what anyone sealed for its public key.
///
/// Sealing needs a fresh key pair for every box; it is made from the generator the caller was given,
/// so that a simulated world is the same every time. The box is libsodium's sealed box:
/// ephemeral public key, then crypto_box under the nonce BLAKE2b(ephemeral key, recipient's key).
package final class BoxKey: Sendable {
  /// The bytes of a public key and of a seed.
  package static let length = 32
  /// How many bytes longer than the text a box is.
  package static let overhead = 48
  /// The public key.
  package let publicKey: [UInt8]
  private let secret: SecretBytes

  /// Makes the key pair of a 32-byte seed.
  package init(seed: SecretBytes) throws {
    try CryptographyError.require(Self.length, seed.count)
    var publicKey = [UInt8](repeating: 0, count: Self.length)
    secret = SecretBytes(count: Self.length) { memory in
      seed.withPointer { seed in
        _ = crypto_box_seed_keypair(&publicKey, memory, seed)
      }
    }
    self.publicKey = publicKey
  }

  /// Makes a new key pair from the generator the caller was given.
  package static func generate(using generator: inout some RandomNumberGenerator) throws -> BoxKey {
    var seed = generator.bytes(length)
    defer { sodium_memzero(&seed, seed.count) }
    return try BoxKey(seed: SecretBytes(seed))
  }

  /// Takes 32 secret bytes as they are.
  init(secret: SecretBytes) {
    var publicKey = [UInt8](repeating: 0, count: Self.length)
    secret.withPointer { secret in _ = crypto_scalarmult_base(&publicKey, secret) }
    self.secret = secret
    self.publicKey = publicKey
  }

  /// Opens a box sealed for this key; throws `.notAuthentic` if it was changed or is another's.
  package func open(_ box: [UInt8]) throws -> [UInt8] {
    guard box.count >= Self.overhead else { throw CryptographyError.notAuthentic }
    let length = box.count - Self.overhead
    var result: Int32 = -1
    let text = secret.withPointer { secret in
      filled(length) { output in
        result = crypto_box_seal_open(
          output, box, UInt64(box.count), publicKey, secret)
        return result == 0 ? length : 0
      }
    }
    guard result == 0 else { throw CryptographyError.notAuthentic }
    return text
  }

  /// The X25519 secret that this key and the holder of another public key have in common; it must
  /// be hashed before it serves. Throws `.invalidKey` for a point that gives every key the same.
  package func agreement(with publicKey: [UInt8]) throws -> SecretBytes {
    try CryptographyError.require(Self.length, publicKey.count)
    return try SecretBytes(count: Self.length) { memory in
      guard secret.withPointer({ crypto_scalarmult(memory, $0, publicKey) }) == 0 else {
        throw CryptographyError.invalidKey
      }
    }
  }

  /// Seals a text so that only the holder of `publicKey`'s secret can read it.
  package static func seal(
    _ text: [UInt8], for publicKey: [UInt8], using generator: inout some RandomNumberGenerator
  ) throws -> [UInt8] {
    try CryptographyError.require(length, publicKey.count)
    let ephemeral = try BoxKey.generate(using: &generator)
    var nonce = [UInt8](repeating: 0, count: 24)
    let input = ephemeral.publicKey + publicKey
    csodium_hash(&nonce, nonce.count, input, UInt64(input.count))
    var result: Int32 = -1
    let sealed = ephemeral.secret.withPointer { secret in
      filled(text.count + 16) { output in
        result = crypto_box_easy(
          output, text, UInt64(text.count), nonce, publicKey, secret)
        return result == 0 ? text.count + 16 : 0
      }
    }
    guard result == 0 else { throw CryptographyError.invalidKey }
    return ephemeral.publicKey + sealed
  }
}

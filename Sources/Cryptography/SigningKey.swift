import CSodium

/// An Ed25519 key that signs (RFC 8032).
package final class SigningKey: Sendable {
  /// The bytes of a seed.
  package static let seedLength = 32
  /// The seed, from which the key is made again; wiped with the key.
  package let seed: SecretBytes
  /// The key that others verify with.
  package let verifyingKey: VerifyingKey
  private let secret: SecretBytes

  /// Makes the key of a 32-byte seed.
  package init(seed: SecretBytes) throws {
    try CryptographyError.require(Self.seedLength, seed.count)
    var publicKey = [UInt8](repeating: 0, count: VerifyingKey.length)
    secret = SecretBytes(count: 64) { memory in
      seed.withPointer { seed in
        _ = crypto_sign_seed_keypair(&publicKey, memory, seed)
      }
    }
    verifyingKey = try VerifyingKey(publicKey)
    self.seed = seed
  }

  /// Makes a new key from the generator the caller was given.
  package static func generate(using generator: inout some RandomNumberGenerator) throws
    -> SigningKey
  {
    var bytes = generator.bytes(seedLength)
    defer { sodium_memzero(&bytes, bytes.count) }
    return try SigningKey(seed: SecretBytes(bytes))
  }

  /// Lends the 64 secret bytes to `body`.
  func withSecret<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result {
    secret.withPointer(body)
  }

  /// Signs; the signature has 64 bytes and is the same every time.
  package func sign(_ message: [UInt8]) -> [UInt8] {
    secret.withPointer { secret in
      filled(VerifyingKey.signatureLength) { output in
        crypto_sign_detached(output, nil, message, UInt64(message.count), secret)
        return VerifyingKey.signatureLength
      }
    }
  }
}

/// An Ed25519 key that verifies.
package struct VerifyingKey: Hashable, Sendable {
  /// The bytes of a key.
  package static let length = 32
  /// The bytes of a signature.
  package static let signatureLength = 64
  /// The key itself.
  package let bytes: [UInt8]

  /// Takes the 32 bytes of a key; whether they are a usable point shows when verifying.
  package init(_ bytes: [UInt8]) throws {
    try CryptographyError.require(Self.length, bytes.count)
    self.bytes = bytes
  }

  /// Whether `signature` is this key's for exactly `message`; never throws or traps.
  package func verify(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    Sodium.start()
    guard signature.count == Self.signatureLength else { return false }
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
  }
}

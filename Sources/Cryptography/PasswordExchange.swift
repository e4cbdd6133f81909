import CSodium

/// One side of a key exchange that a short spoken code secures: CPace over ristretto255.
///
/// Both sides hash the code and what they know of their connection to a generator of the group, and
/// exchange a random multiple of it. Whoever listens, or stands between them, learns nothing by which
/// codes could be tried afterwards: each guess costs an attempt with one of the two.
package struct PasswordExchange: Sendable {
  /// Bytes of a share and of a point.
  package static let shareLength = 32
  /// Random bytes that a side draws.
  private static let seedLength = 64

  /// What is sent to the other side.
  package let share: [UInt8]
  private let scalar: SecretBytes

  /// Draws a secret and makes the share.
  ///
  /// - Parameter context: the code and all that both must agree on, in an encoding that only equal
  ///   content shares.
  package init(context: [UInt8], using random: inout some RandomNumberGenerator) throws {
    Sodium.start()
    var seed = random.bytes(Self.seedLength)
    var generator = Self.generator(of: context)
    let scalar = SecretBytes(count: Self.shareLength) {
      crypto_core_ristretto255_scalar_reduce($0, seed)
    }
    defer {
      sodium_memzero(&seed, seed.count)
      sodium_memzero(&generator, generator.count)
    }
    self.scalar = scalar
    share = try Self.multiple(of: generator, by: scalar)
  }

  /// The point that both sides reach when their contexts agree; it must be hashed before it serves.
  ///
  /// - Throws: `CryptographyError.invalidKey` for a share that is no point, or that gives every secret
  ///   the same.
  package func agreement(with share: [UInt8]) throws -> [UInt8] {
    try CryptographyError.require(Self.shareLength, share.count)
    return try Self.multiple(of: share, by: scalar)
  }

  private static func generator(of context: [UInt8]) -> [UInt8] {
    let hash = Hash.blake2b512(context)
    return filled(shareLength) { output in
      _ = crypto_core_ristretto255_from_hash(output, hash)
      return shareLength
    }
  }

  private static func multiple(of point: [UInt8], by scalar: SecretBytes) throws -> [UInt8] {
    var result: Int32 = -1
    let product = scalar.withPointer { scalar in
      filled(shareLength) { output in
        result = crypto_scalarmult_ristretto255(output, scalar, point)
        return shareLength
      }
    }
    guard result == 0 else { throw CryptographyError.invalidKey }
    return product
  }
}

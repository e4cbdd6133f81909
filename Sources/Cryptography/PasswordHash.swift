import CSodium

/// Argon2id, version 1.3 with one lane (RFC 9106): slow on purpose.
package enum PasswordHash {
  /// The bytes of a salt.
  package static let saltLength = 16

  /// How much work a guess costs.
  package struct Cost: Equatable, Sendable {
    /// Passes over the memory, at least 1.
    package let operations: Int
    /// Bytes of memory, at least 8192.
    package let memoryBytes: Int

    /// Names a cost.
    package init(operations: Int, memoryBytes: Int) {
      self.operations = operations
      self.memoryBytes = memoryBytes
    }

    /// 2 passes over 64 MB: for signing in, many times an hour on a small server.
    package static let interactive = Cost(operations: 2, memoryBytes: 64 << 20)
  }

  /// Derives a key of `length` bytes (16 to 4096) from a password and a 16-byte salt.
  package static func derive(
    _ password: [UInt8], salt: [UInt8], cost: Cost, length: Int = 32
  ) throws -> SecretBytes {
    try CryptographyError.require(saltLength, salt.count)
    guard (16...4096).contains(length), cost.operations > 0, cost.memoryBytes > 0 else {
      throw CryptographyError.derivationFailed
    }
    return try SecretBytes(count: length) { memory in
      let secret = SecretBytes(password)
      let result = secret.withPointer { password in
        password.withMemoryRebound(to: CChar.self, capacity: max(1, secret.count)) { text in
          crypto_pwhash(
            memory, UInt64(length), text, UInt64(secret.count), salt, UInt64(cost.operations),
            cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13)
        }
      }
      guard result == 0 else { throw CryptographyError.derivationFailed }
    }
  }

  /// A text for a password file that carries salt and cost: `argon2id$operations$memory$salt$hash`
  /// with the last two in hexadecimal.
  package static func hashString(
    _ password: [UInt8], cost: Cost = .interactive,
    using generator: inout some RandomNumberGenerator
  ) throws -> String {
    let salt = generator.bytes(saltLength)
    let hash = try derive(password, salt: salt, cost: cost).withUnsafeBytes { hexadecimal($0) }
    let saltText = salt.withUnsafeBytes { hexadecimal($0) }
    return "argon2id$\(cost.operations)$\(cost.memoryBytes)$\(saltText)$\(hash)"
  }

  /// Whether `password` is the one `hashString` was made of; false for a text it cannot read.
  ///
  /// A cost beyond 16 passes or 1 GB is refused, so that a damaged text cannot stop the program.
  package static func verify(_ password: [UInt8], _ hashString: String) -> Bool {
    let parts = hashString.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "argon2id",
      let operations = Int(parts[1]), (1...16).contains(operations),
      let memoryBytes = Int(parts[2]), (8192...(1 << 30)).contains(memoryBytes),
      let salt = bytes(hexadecimal: parts[3]), let expected = bytes(hexadecimal: parts[4]),
      expected.count == 32,
      let derived = try? derive(
        password, salt: salt, cost: Cost(operations: operations, memoryBytes: memoryBytes))
    else { return false }
    return derived.withUnsafeBytes { constantTimeEqual([UInt8]($0), expected) }
  }

  private static func hexadecimal(_ bytes: UnsafeRawBufferPointer) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func bytes(hexadecimal text: Substring) -> [UInt8]? {
    let digits = text.utf8.map { digit -> UInt8? in
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
      default: nil
      }
    }.compactMap(\.self)
    guard digits.count == text.utf8.count, digits.count % 2 == 0 else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

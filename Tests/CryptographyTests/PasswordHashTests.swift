import Cryptography
import Testing

@Suite struct PasswordHashTests {
  private let cost = PasswordHash.Cost(operations: 1, memoryBytes: 64 << 10)

  @Test func `a password verifies against its own text only`() throws {
    var generator = SeededGenerator(seed: 5)
    let password = Array("mật khẩu".utf8)
    let text = try PasswordHash.hashString(password, cost: cost, using: &generator)
    #expect(text.hasPrefix("argon2id$1$65536$"))
    #expect(PasswordHash.verify(password, text))
    #expect(!PasswordHash.verify(Array("mat khau".utf8), text))
    #expect(!PasswordHash.verify([], text))
    let other = try PasswordHash.hashString(password, cost: cost, using: &generator)
    #expect(other != text)
    #expect(PasswordHash.verify(password, other))
    let empty = try PasswordHash.hashString([], cost: cost, using: &generator)
    #expect(PasswordHash.verify([], empty))
  }

  /// RFC 9106's own vectors use a secret, associated data and four lanes, which libsodium does not
  /// offer; this one was computed with the reference library of Argon2's authors.
  @Test func `the known answer of the reference library`() throws {
    let key = try PasswordHash.derive(
      Array("password".utf8), salt: Array("somesaltsomesalt".utf8),
      cost: PasswordHash.Cost(operations: 2, memoryBytes: 4 << 20))
    #expect(
      key.withUnsafeBytes { Array($0) }
        == hex("1f99999fc42c145c27b4f92d75b8c636da81f830c9fa78b1abde2e240668a889"))
  }

  @Test func `damaged and costly texts are false, not a crash`() {
    for text in [
      "", "$", "argon2id", "argon2id$1$65536$00$00", "argon2id$99999$65536$00$00",
      "argon2id$1$99999999999999$00112233445566778899aabbccddeeff$00",
      "argon2id$-1$65536$00112233445566778899aabbccddeeff$zz", "argon2i$1$65536$a$b",
    ] {
      #expect(!PasswordHash.verify([1], text))
    }
  }

  @Test func `password, salt, cost and length all enter the derived key`() throws {
    let salt = [UInt8](repeating: 2, count: 16)
    func derive(_ password: [UInt8], _ salt: [UInt8], _ cost: PasswordHash.Cost, _ length: Int = 32)
      throws -> [UInt8]
    {
      try PasswordHash.derive(password, salt: salt, cost: cost, length: length)
        .withUnsafeBytes { Array($0) }
    }
    let key = try derive([1], salt, cost)
    #expect(try derive([1], salt, cost) == key)
    #expect(try derive([2], salt, cost) != key)
    #expect(try derive([1], [UInt8](repeating: 3, count: 16), cost) != key)
    #expect(
      try derive([1], salt, PasswordHash.Cost(operations: 2, memoryBytes: 64 << 10)) != key)
    #expect(try derive([1], salt, cost, 64).count == 64)
    #expect(throws: CryptographyError.wrongLength(expected: 16, found: 1)) {
      try derive([1], [1], cost)
    }
    #expect(throws: CryptographyError.derivationFailed) { try derive([1], salt, cost, 1 << 40) }
    #expect(throws: CryptographyError.derivationFailed) {
      try derive([1], salt, PasswordHash.Cost(operations: 1, memoryBytes: 10))
    }
  }
}

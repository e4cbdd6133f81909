import Cryptography
import Synchronization

/// Passwords that the centre makes: 60 random bits, easy to read out and to type.
enum Password {
  /// The longest password that is looked at.
  static let maximumBytes = 256

  /// Crockford's base 32 in lower case.
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// One Argon2id at a time: each takes 64 MB, and sign-ins must not take the machine's memory.
  private static let turn = Mutex(())

  /// A new password: three groups of four.
  static func generate(using random: inout some RandomNumberGenerator) -> String {
    let groups = (0..<3).map { _ in
      String(
        decoding: (0..<4).map { _ in alphabet[Int.random(in: 0..<32, using: &random)] },
        as: UTF8.self)
    }
    return groups.joined(separator: "-")
  }

  /// The text for the account table.
  static func hash(
    _ password: String, using random: inout some RandomNumberGenerator
  ) throws -> String {
    try PasswordHash.hashString(canonical(password), using: &random)
  }

  /// Whether a typed password is the right one. Without a hash it takes as long and says no.
  static func verify(_ typed: String, against hash: String?) -> Bool {
    guard typed.utf8.count <= maximumBytes else { return false }
    let typed = canonical(typed)
    return turn.withLock { _ in
      let isRight = PasswordHash.verify(typed, hash ?? nobody)
      return isRight && hash != nil
    }
  }

  /// A hash of the usual cost that no password has.
  private static let nobody: String = {
    let cost = PasswordHash.Cost.interactive
    let zeros = String(repeating: "0", count: 32)
    return "argon2id$\(cost.operations)$\(cost.memoryBytes)$\(zeros)$\(zeros)\(zeros)"
  }()

  /// Upper case and forgotten hyphens do not matter: all passwords were made by `generate`.
  private static func canonical(_ text: String) -> [UInt8] {
    text.utf8.compactMap { byte in
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: " "): nil
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
      default: byte
      }
    }
  }
}

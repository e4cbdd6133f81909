import Cryptography
import FieldWork
import Synchronization

/// Passwords of the centre's accounts.
enum Password {
  /// The longest password that is looked at.
  static let maximumBytes = 256
  /// The fewest characters that a person may choose.
  static let minimumCharacters = 12
  private static let minimumDifferentCharacters = 5

  /// Crockford's base 32 in lower case.
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// What a guess at a password costs: people sign in many times an hour on a small server.
  static let cost = PasswordHash.Cost.interactive

  /// One Argon2id at a time: each takes 64 MB, and sign-ins must not take the machine's memory.
  private static let turn = Mutex(())

  /// A new password, easy to read out and to type: 60 random bits in three groups of four.
  static func generate(using random: inout some RandomNumberGenerator) -> String {
    let groups = (0..<3).map { _ in
      String(
        decoding: (0..<4).map { _ in alphabet[Int.random(in: 0..<32, using: &random)] },
        as: UTF8.self)
    }
    return groups.joined(separator: "-")
  }

  /// What is kept of a password that `generate` made.
  static func digest(
    made password: String, cost: PasswordHash.Cost,
    using random: inout some RandomNumberGenerator
  ) throws -> PasswordDigest {
    PasswordDigest(
      .made,
      hash: try PasswordHash.hashString(
        withoutCaseAndHyphens(password), cost: cost, using: &random))
  }

  /// What is kept of a password that a person chooses.
  /// - Throws: `AccountError.weakPassword`, `.passwordHoldsName`, `.longPassword`.
  static func digest(
    choosing password: String, of name: AccountName, cost: PasswordHash.Cost,
    using random: inout some RandomNumberGenerator
  ) throws -> PasswordDigest {
    guard let bytes = composed(password) else { throw AccountError.longPassword }
    let characters = NormalizedText.composed(password)
    guard characters.count >= minimumCharacters,
      Set(characters.unicodeScalars).count >= minimumDifferentCharacters
    else { throw AccountError.weakPassword }
    guard name.text.utf8.count < 3 || !password.lowercased().contains(name.text) else {
      throw AccountError.passwordHoldsName
    }
    return PasswordDigest(
      .chosen, hash: try PasswordHash.hashString(bytes, cost: cost, using: &random))
  }

  /// Whether a typed password is the right one. Without a digest it takes as long and says no.
  static func verify(_ typed: String, against digest: PasswordDigest?) -> Bool {
    guard let composed = composed(typed) else { return false }
    let bytes = digest?.origin == .chosen ? composed : withoutCaseAndHyphens(typed)
    return turn.withLock { _ in
      let isRight = PasswordHash.verify(bytes, digest?.hash ?? nobody)
      return isRight && digest != nil
    }
  }

  /// A hash of the usual cost that no password has.
  private static let nobody: String = {
    let zeros = String(repeating: "0", count: 32)
    return "argon2id$\(cost.operations)$\(cost.memoryBytes)$\(zeros)$\(zeros)\(zeros)"
  }()

  /// In NFC, so that two keyboards type the same; nil when it is longer than any that is taken.
  private static func composed(_ text: String) -> [UInt8]? {
    guard text.utf8.count <= maximumBytes else { return nil }
    return Array(NormalizedText.composed(text).utf8)
  }

  /// Upper case and forgotten hyphens do not matter in what `generate` made.
  private static func withoutCaseAndHyphens(_ text: String) -> [UInt8] {
    text.utf8.compactMap { byte in
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: " "): nil
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
      default: byte
      }
    }
  }
}

/// What is kept of a password: its hash, and by which rule it was typed.
struct PasswordDigest: Sendable, Equatable {
  /// Where a password came from.
  enum Origin: Sendable {
    /// The centre made it.
    case made
    /// A person chose it.
    case chosen
  }

  private static let chosenMark = "chosen:"

  /// Where it came from.
  let origin: Origin
  /// As `PasswordHash` writes it.
  let hash: String

  init(_ origin: Origin, hash: String) {
    self.origin = origin
    self.hash = hash
  }

  /// Reads the text of the account table.
  init(text: String) {
    let isChosen = text.hasPrefix(Self.chosenMark)
    origin = isChosen ? .chosen : .made
    hash = isChosen ? String(text.dropFirst(Self.chosenMark.count)) : text
  }

  /// The text for the account table.
  var text: String { (origin == .chosen ? Self.chosenMark : "") + hash }
}

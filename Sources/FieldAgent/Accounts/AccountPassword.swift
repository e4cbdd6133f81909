import Cryptography
import FieldWork
import Synchronization

/// A password as keys are derived from it: NFC, so that two keyboards type the same.
struct AccountPassword {
  /// The fewest characters that a person may choose.
  static let minimumCharacters = 8
  /// The most bytes of a password.
  static let maximumBytes = 256
  /// 3 passes over 64 MB, the second choice of RFC 9106: for unlocking, a few times a day, on an
  /// old laptop.
  static let cost = PasswordHash.Cost(operations: 3, memoryBytes: 64 << 20)

  /// One derivation at a time: unlocking must not take a small laptop's memory.
  private static let turn = Mutex(())

  private let bytes: [UInt8]

  /// Takes a password that somebody chooses.
  /// - Throws: `AccountError.tooShort`, `.tooLong`.
  init(choosing text: String) throws(AccountError) {
    guard let typed = AccountPassword(typed: text) else { throw .tooLong }
    guard NormalizedText.composed(text).count >= Self.minimumCharacters else { throw .tooShort }
    self = typed
  }

  /// Takes a typed password as it is; nil when it is longer than any that can be chosen.
  init?(typed text: String) {
    // Bounds the work before normalising, which merges a handful of scalars into one at most.
    guard text.utf8.count <= 4 * Self.maximumBytes else { return nil }
    bytes = Array(NormalizedText.composed(text).utf8)
    guard bytes.count <= Self.maximumBytes else { return nil }
  }

  /// The 32 bytes that seal a store key.
  /// - Throws: `CryptographyError.derivationFailed` where the memory for it is missing.
  func key(salt: [UInt8], cost: PasswordHash.Cost) throws -> SecretBytes {
    try Self.turn.withLock { _ in try PasswordHash.derive(bytes, salt: salt, cost: cost) }
  }
}

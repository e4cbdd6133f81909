import Cryptography
import FieldWork
import SQLite
import SyncProtocol

/// The presses of buttons that add something: each has a name of its own from the page that shows the
/// button, so that the same press is known when it comes again, and another tab's is not taken for it.
struct PressBook {
  /// Milliseconds for which a press is known: two days, as for a draft that was saved.
  private static let memoryMilliseconds: Int64 = 2 * 86_400_000
  /// The longest name that is kept.
  private static let maximumBytes = 32

  private let records: FieldStore

  init(_ records: FieldStore) { self.records = records }

  /// A name that no other page has.
  static func name(random: inout some RandomNumberGenerator) -> String {
    Hexadecimal.encode(random.bytes(8))
  }

  /// Notes a press; part of the act that it causes.
  ///
  /// - Returns: whether it is new.
  func note(_ name: String, at time: Timestamp) throws -> Bool {
    guard (1...Self.maximumBytes).contains(name.utf8.count) else { return false }
    let connection = records.store.connection
    try connection.execute(
      "DELETE FROM press WHERE time < ?", .integer(time.rawValue - Self.memoryMilliseconds))
    let known = try connection.integer("SELECT count(*) FROM press WHERE name = ?", .text(name))
    guard known == 0 else { return false }
    try connection.execute(
      "INSERT INTO press (name, time) VALUES (?, ?)", .text(name), .integer(time.rawValue))
    return true
  }
}

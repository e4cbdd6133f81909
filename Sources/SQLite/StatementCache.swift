import Glibc

/// Prepared statements waiting for their next use, by SQL text.
///
/// A statement in use is not in here, so a nested use of the same text prepares a second one.
struct StatementCache {
  /// More idle statements than this are not kept: a text built by mistake from values must not
  /// fill the memory.
  static let limit = 512

  /// SQL text compared by its bytes: Swift's `==` on strings takes canonically equivalent texts
  /// for equal, and their literals are not.
  private struct Key: Hashable {
    let sql: String

    static func == (left: Key, right: Key) -> Bool {
      var (left, right) = (left.sql, right.sql)
      return left.withUTF8 { left in
        right.withUTF8 { right in
          guard left.count == right.count else { return false }
          guard let first = left.baseAddress, let second = right.baseAddress else { return true }
          return memcmp(first, second, left.count) == 0
        }
      }
    }

    // Equal bytes are equal strings, so the library's own hash will do.
    func hash(into hasher: inout Hasher) { hasher.combine(sql) }
  }

  private var idle: [Key: [Statement]] = [:]
  private var count = 0

  /// Takes an idle statement out.
  mutating func take(_ sql: String) -> Statement? {
    guard let statement = idle[Key(sql: sql)]?.popLast() else { return nil }
    count -= 1
    return statement
  }

  /// Puts a statement back after its use.
  mutating func put(_ statement: Statement) {
    guard count < Self.limit else { return }
    count += 1
    idle[Key(sql: statement.sql), default: []].append(statement)
  }

  /// Lets all go.
  mutating func removeAll() {
    idle.removeAll()
    count = 0
  }
}

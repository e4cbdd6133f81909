import SQLite

/// Tells whether what a store says may have changed since something was read from it, by whichever
/// connection or process.
package final class StoreWatch {
  /// How far the writes to a store have come; equal marks mean that nothing was written between.
  package struct Mark: Equatable, Sendable {
    /// Changes whenever another connection has written.
    let others: Int64
    /// Rows that this connection has changed.
    let own: Int
  }

  private let connection: Connection
  /// Rows of those that no reader of records can see.
  private var quiet = 0

  /// Watches the store of a connection.
  init(_ connection: Connection) { self.connection = connection }

  /// Where the writes stand.
  package func mark() throws -> Mark {
    Mark(
      others: try connection.integer("PRAGMA data_version"), own: connection.totalChanges - quiet)
  }

  /// Writes to tables of this program alone, such as what is being typed: whatever was read from
  /// records stays as it was read.
  package func quietly<Result>(_ write: () throws -> Result) rethrows -> Result {
    let before = connection.totalChanges
    defer { quiet += connection.totalChanges - before }
    return try write()
  }
}

/// Something that was read from a store, for as long as nobody writes there.
///
/// The clock has no part in it: whatever time decides is worked out anew from what is remembered.
package struct Remembered<Value> {
  private var kept: (mark: StoreWatch.Mark, value: Value)?

  /// Remembers nothing yet.
  package init() {}

  /// What is remembered; nil where anything was written since.
  package func value(asOf mark: StoreWatch.Mark) -> Value? {
    kept?.mark == mark ? kept?.value : nil
  }

  /// Remembers what was read elsewhere.
  ///
  /// - Parameter mark: taken before it was read.
  package mutating func keep(_ value: Value, asOf mark: StoreWatch.Mark) { kept = (mark, value) }

  /// What is remembered, read anew where anything was written since.
  package mutating func value(_ watch: StoreWatch, _ read: () throws -> Value) throws -> Value {
    // Taken before reading: a write between the two makes the next look read again.
    let mark = try watch.mark()
    if let kept, kept.mark == mark { return kept.value }
    let value = try read()
    kept = (mark, value)
    return value
  }
}

import Replica
import SQLite
import SyncProtocol

/// What every record has beside its own fields.
package struct RecordHeader: Hashable, Sendable {
  /// The row; never shown to people except as text in `--json`.
  package let id: RowID
  /// The scope it lives in for ever.
  package let scope: ScopeID
  /// When it was written, by its author's clock as far as that was known.
  package let createdAt: Timestamp?
  /// What people call it; nil when the row carries no proper number, as rows from elsewhere may.
  package let code: RecordCode?

  /// The code, or the row id where there is none.
  package var codeText: String { code?.text ?? "#\(id.rawValue)" }
}

/// A record as the tables show it.
package protocol FieldRecord: Hashable, Sendable {
  /// The synced table.
  static var table: TableDefinition { get }
  /// The kind of its code; nil for records that have none.
  static var kind: RecordCode.Kind? { get }
  /// The columns that `init(reading:)` takes, after rid, scope, time and number.
  static var columns: String { get }
  /// Identity, scope and code.
  var header: RecordHeader { get }
  /// Reads the columns in their order.
  init(_ header: RecordHeader, reading row: inout ColumnReader) throws
}

extension FieldRecord {
  /// The row.
  package var id: RowID { header.id }
  /// The scope.
  package var scope: ScopeID { header.scope }
  /// The code for people, or the row id where there is none.
  package var codeText: String { header.codeText }
}

/// Reads the columns of a statement's row one after another.
package struct ColumnReader {
  private let statement: Statement
  private var index: Int
  private var opener: (values: ValueOpener, row: RowID)?

  init(_ statement: Statement, from index: Int = 0) {
    self.statement = statement
    self.index = index
  }

  /// Opens sealed columns from here on.
  mutating func open(with values: ValueOpener, of row: RowID) { opener = (values, row) }

  /// The next column when it is sealed; nil when it is plain, and still the next.
  private mutating func sealed() throws -> OpenedValue? {
    guard let opener, statement.type(at: index) == .blob else { return nil }
    defer { index += 1 }
    return try opener.values.open(statement, at: index, of: opener.row)
  }

  /// The next column as an integer; nil also for one that cannot be read.
  package mutating func integer() throws -> Int64? {
    if let opened = try sealed() { return opened.value?.integer }
    defer { index += 1 }
    return try statement.optionalInteger(at: index)
  }

  /// The next column as a small number.
  package mutating func number() throws -> Int? { try integer().map { Int($0) } }

  /// The next column as text; in the place of one that cannot be read, why.
  package mutating func text() throws -> String? {
    if let opened = try sealed() {
      return opened.value?.text ?? opened.standIn ?? OpenedValue.unreadable.standIn
    }
    defer { index += 1 }
    return try statement.optionalText(at: index)
  }

  /// The next column as the id of another row.
  package mutating func reference() throws -> RowID? {
    try integer().flatMap(RowID.init(rawValue:))
  }

  /// The next column as a date.
  package mutating func date() throws -> LocalDate? {
    try integer().map { LocalDate(daysSince1970: Int($0)) }
  }

  /// The next column as minutes since 1970-01-01T00:00+07:00.
  package mutating func minute() throws -> LocalDateTime? {
    try integer().map(LocalDateTime.init(storedMinute:))
  }

  /// The next column as a choice.
  package mutating func choice<Choice: RecordEnumeration>() throws -> Choice? {
    Choice(stored: try integer())
  }
}

extension LocalDateTime {
  /// The moment that a column holds, in minutes since 1970-01-01T00:00+07:00, held within the
  /// calendar.
  package init(storedMinute minute: Int64) {
    // Any number may come from outside; twenty thousand years either way are past the calendar.
    let bound: Int64 = 20_000 * 366 * 1_440
    let minutes = Int(min(max(minute, -bound), bound))
    let days = minutes >= 0 ? minutes / 1440 : (minutes + 1) / 1440 - 1
    self.init(LocalDate(daysSince1970: days), minuteOfDay: minutes - days * 1440)
  }

  /// What a column holds for it.
  package var storedMinute: Int64 { Int64(date.daysSince1970) * 1440 + Int64(minuteOfDay) }
}

import Replica
import SQLite
import SyncProtocol

/// Reads records through any connection to a store: a laptop's, or a reading one of the centre.
package struct RecordReader {
  /// The connection; it is only read through.
  package let connection: Connection

  /// The keys of sealed values.
  package let keyring: Keyring

  /// The map of places of one reading, which has read it once; nil where each asks for its own.
  var places: PlaceMapOnce?

  /// Years of birth that other readings opened; nil where each opens them for itself.
  let birthYears: BirthYears?

  /// Reads through a connection of one's own, with a keyring of one's own.
  package init(_ connection: Connection, _ keyring: Keyring, birthYears: BirthYears? = nil) {
    self.connection = connection
    self.keyring = keyring
    self.birthYears = birthYears
  }

  /// Reads what a store reads.
  package init(_ store: Store) { self.init(store.connection, store.keyring) }

  /// The record of a row; nil when it is not here, was deleted, or has another table.
  package func record<Record: FieldRecord>(
    _ type: Record.Type, _ id: RowID
  ) throws -> Record? {
    try records(type, where: "rid = ?", [.integer(id.rawValue)], order: "rid", page: .all).first
  }

  /// What was written to a row, also where the centre keeps it from what is shown and counted.
  package func written<Record: FieldRecord>(
    _ type: Record.Type, _ id: RowID
  ) throws -> Record? {
    try records(
      type, where: "rid = ?", [.integer(id.rawValue)], order: "rid", page: .all, hiddenToo: true
    ).first
  }

  /// The record of a row that the caller knows to be there.
  /// - Throws: `FieldError.noSuchRecord`.
  package func existing<Record: FieldRecord>(_ type: Record.Type, _ id: RowID) throws -> Record {
    guard let record = try record(type, id) else {
      throw FieldError.noSuchRecord(Record.table.name)
    }
    return record
  }

  /// Records that meet a condition, which is written beside its use and never made from input.
  func records<Record: FieldRecord>(
    _ type: Record.Type, where condition: String, _ bindings: [SQLValue], order: String,
    page: RecordPage, hiddenToo: Bool = false
  ) throws -> [Record] {
    let opener = ValueOpener(keyring, Record.table)
    return try connection.rows(
      """
      SELECT rid, scope, time, number, \(Record.columns) FROM "\(Record.table.name)"
      WHERE \(hiddenToo ? "" : "hidden IS NULL AND ")(\(condition)) ORDER BY \(order)
      LIMIT \(page.limit) OFFSET \(page.offset)
      """, bindings: bindings
    ) { statement -> Record? in
      var row = ColumnReader(statement)
      guard let id = try row.reference() else { return nil }
      row.open(with: opener, of: id)
      let scope = try row.integer().flatMap(ScopeID.init(rawValue:)) ?? .everyone
      let time = try row.integer().map { Timestamp(rawValue: $0) }
      let number = try row.integer()
      let code = Record.kind.flatMap { kind in
        number.flatMap {
          RecordCode(kind: kind, replica: id.replica.rawValue, number: $0)
        }
      }
      let header = RecordHeader(id: id, scope: scope, createdAt: time, code: code)
      return try Record(header, reading: &row)
    }.compactMap { $0 }
  }

  /// How many records of a table meet conditions.
  func count(_ table: TableDefinition, _ conditions: RecordConditions) throws -> Int {
    let counts = try connection.rows(
      "SELECT count(*) FROM \"\(table.name)\" WHERE hidden IS NULL AND (\(conditions.sql))",
      bindings: conditions.bindings
    ) { try $0.integer(at: 0) }
    return Int(counts.first ?? 0)
  }

  /// The distinct elements of a set of references, ascending.
  package func references(
    of row: RowID, in table: TableDefinition, _ set: FieldDefinition
  ) throws -> [RowID] {
    try connection.rows(
      """
      SELECT DISTINCT value FROM head
      WHERE row = ? AND table_id = ? AND field = ? AND typeof(value) = 'integer' ORDER BY value
      """, .integer(row.rawValue), .integer(Int64(table.id.rawValue)),
      .integer(Int64(set.id.rawValue))
    ) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:))
  }
}

/// How many records a list gives, and from where.
package struct RecordPage: Hashable, Sendable {
  /// At most so many.
  package let limit: Int
  /// After so many.
  package let offset: Int

  /// A page; both numbers are held within bounds.
  package init(limit: Int = 200, offset: Int = 0) {
    self.limit = min(max(limit, 0), 10_000_000)
    self.offset = min(max(offset, 0), 10_000_000)
  }

  /// Everything.
  package static let all = RecordPage(limit: 10_000_000)
}

/// Conditions of a list joined by AND, each written as SQL beside its use.
struct RecordConditions {
  private(set) var sql = "TRUE"
  private(set) var bindings: [SQLValue] = []

  mutating func add(_ condition: String, _ values: SQLValue...) {
    sql += " AND \(condition)"
    bindings += values
  }

  /// Keeps records by their own date and, unless asked for, leaves voided ones out.
  mutating func add(dateIn period: Period?, includingVoided: Bool) {
    if let period {
      add(
        "date BETWEEN ? AND ?", .integer(Int64(period.from.daysSince1970)),
        .integer(Int64(period.to.daysSince1970)))
    }
    if !includingVoided { add("void_reason IS NULL") }
  }
}

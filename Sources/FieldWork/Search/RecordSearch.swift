import SQLite
import SyncProtocol

/// Finds households and residents by name, telephone, last four digits of the id, address or code.
///
/// The index lives in memory only, is built at the first search and again when anything but the
/// calls of this room has changed the store; personal data never reach a file of their own.
package final class RecordSearch {
  /// Something found.
  package enum Found: Hashable, Sendable {
    /// A household.
    case household(Household)
    /// A resident.
    case resident(Resident)
  }

  /// A line of the result: enough to tell same-name people apart.
  package struct Line: Hashable, Sendable {
    /// What was found.
    package let found: Found
    /// The hamlet's name.
    package let hamlet: String?
    /// The household's address.
    package let address: String?
    /// The head of the household.
    package let householdName: String?
    /// Year of birth; nil for households.
    package let birthYear: Int?
    /// The latest visit to the household.
    package let lastVisit: LocalDate?
    /// How the weakest word was met; nil when a code named the record.
    package let level: SearchIndex.Level?
  }

  private let reader: RecordReader
  private let watch: StoreWatch
  private var index: SearchIndex?
  /// Where the writes stood when the index was in step with the store.
  private var stamp: StoreWatch.Mark?
  /// How often rows were taken over into the index.
  private(set) var refreshes = 0

  init(_ reader: RecordReader, _ watch: StoreWatch) {
    self.reader = reader
    self.watch = watch
  }

  /// The best lines for a query, at most `limit`; voided records are left out.
  package func find(_ query: String, limit: Int = 20) throws -> [Line] {
    if let code = try? RecordCode(parsing: query),
      code.kind == .household || code.kind == .resident
    {
      return try rows(of: code).prefix(limit).compactMap { try line($0, level: nil) }
    }
    let index = try freshIndex()
    let hits = index.search(String(query.prefix(400)), limit: limit)
    return try hits.compactMap { hit in
      try RowID(rawValue: hit.id).flatMap { try line($0, level: hit.level) }
    }
  }

  /// A part of all lines for a query, the best first, and how many there are.
  package func find(
    _ query: String, limit: Int, offset: Int
  ) throws -> (lines: [Line], total: Int) {
    if let code = try? RecordCode(parsing: query),
      code.kind == .household || code.kind == .resident
    {
      let rows = try rows(of: code)
      return (
        try rows.dropFirst(offset).prefix(limit).compactMap { try line($0, level: nil) },
        rows.count
      )
    }
    let hits = try freshIndex().search(String(query.prefix(400)), limit: .max)
    let lines = try hits.dropFirst(offset).prefix(limit).compactMap { hit in
      try RowID(rawValue: hit.id).flatMap { try line($0, level: hit.level) }
    }
    return (lines, hits.count)
  }

  /// The rows that a code means, each where it lives on: a code of before a move finds what it
  /// became.
  private func rows(of code: RecordCode) throws -> [RowID] {
    var rows: [RowID] = []
    for row in try reader.rows(of: code) {
      let present = try reader.present(row, code.kind)
      if !rows.contains(present) { rows.append(present) }
    }
    return rows
  }

  /// Builds the index while nobody waits for it; nothing where it is in step with the store.
  package func prepare() throws { _ = try freshIndex() }

  /// Forgets the index; the next search builds it anew. For after a sync round or an import.
  package func invalidate() {
    index = nil
    stamp = nil
  }

  /// Runs a write; when the index was in step before, it stays so but for the rows that the caller
  /// names to `refresh` next. For writes of this room.
  package func keepingStep<Result>(_ write: () throws -> Result) throws -> Result {
    guard index != nil, let stamp, try watch.mark() == stamp else { return try write() }
    let result = Swift.Result { try write() }
    // Another connection may have written meanwhile: its mark is left as it was. What failed was
    // rolled back.
    self.stamp = StoreWatch.Mark(others: stamp.others, own: try watch.mark().own)
    return try result.get()
  }

  /// Takes over rows that this room has just written.
  func refresh(_ rows: [RowID]) {
    guard index != nil else { return }
    refreshes += 1
    do {
      for row in rows { try add(row) }
    } catch {
      // The rows are on disk; the next search builds the index from there.
      invalidate()
    }
  }

  private func freshIndex() throws -> SearchIndex {
    let now = try watch.mark()
    if let index, stamp == now { return index }
    var built = SearchIndex()
    try reader.keyring.reading {
      try forEachDocument(nil) { built.add(id: $0, fields: $1, precedence: $2) }
    }
    index = built
    stamp = now
    return built
  }

  private func add(_ row: RowID) throws {
    index?.remove(id: row.rawValue)
    for kind in [RecordCode.Kind.household, .resident]
    where try reader.exists(kind.table, row) && reader.present(row, kind) != row { return }
    var documents: [(Int64, [String], Int32)] = []
    try forEachDocument(row) { documents.append(($0, $1, $2)) }
    for (id, fields, precedence) in documents {
      index?.add(id: id, fields: fields, precedence: precedence)
    }
  }

  /// Residents come before households among equally good hits.
  private func forEachDocument(
    _ row: RowID?, _ body: (Int64, [String], Int32) -> Void
  ) throws {
    let gone = try row == nil ? reader.livingOnHere() : []
    let standing: (Int64, [String], Int32) -> Void = { id, fields, precedence in
      if !gone.contains(id) { body(id, fields, precedence) }
    }
    let wanted = row == nil ? "" : "AND rid = ?"
    let bindings = row.map { [SQLValue.integer($0.rawValue)] } ?? []
    try documents(
      HouseholdTable.definition,
      """
      SELECT rid, name, address, phone FROM household
      WHERE hidden IS NULL AND void_reason IS NULL \(wanted) ORDER BY rid
      """, bindings, precedence: 1, standing)
    try documents(
      ResidentTable.definition,
      """
      SELECT rid, full_name, phone, id_last4 FROM resident
      WHERE hidden IS NULL AND void_reason IS NULL \(wanted) ORDER BY rid
      """, bindings, precedence: 0, standing)
  }

  /// What cannot be read cannot be found.
  private func documents(
    _ table: TableDefinition, _ sql: String, _ bindings: [SQLValue], precedence: Int32,
    _ body: (Int64, [String], Int32) -> Void
  ) throws {
    let opener = ValueOpener(reader.keyring, table)
    try reader.connection.withStatement(sql) { statement in
      try statement.bind(all: bindings)
      while try statement.step() {
        let rid = try statement.integer(at: 0)
        guard let row = RowID(rawValue: rid) else { continue }
        let fields = try (1...3).compactMap {
          try opener.open(statement, at: $0, of: row).value?.text
        }
        body(rid, fields, precedence)
      }
    }
  }

  private func line(_ row: RowID, level: SearchIndex.Level?) throws -> Line? {
    if let resident = try reader.record(Resident.self, row) {
      let household = try resident.household.flatMap {
        try reader.record(Household.self, $0)
      }
      return try line(.resident(resident), household, resident.birthYear, level)
    }
    guard let household = try reader.record(Household.self, row) else { return nil }
    return try line(.household(household), household, nil, level)
  }

  private func line(
    _ found: Found, _ household: Household?, _ birthYear: Int?, _ level: SearchIndex.Level?
  ) throws -> Line {
    let hamlet = try household?.place.flatMap { try reader.record(Place.self, $0)?.name }
    return Line(
      found: found, hamlet: hamlet, address: household?.address, householdName: household?.name,
      birthYear: birthYear, lastVisit: try household.flatMap { try reader.lastVisit(to: $0.id) },
      level: level)
  }
}

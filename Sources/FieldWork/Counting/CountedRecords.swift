import SQLite
import SyncProtocol

/// A record behind a number of a count: what tells it from others, and nobody's name.
package struct CountedRecord: Hashable, Sendable {
  /// The kind.
  package let kind: CountedKind
  /// The row.
  package let id: RowID
  /// Its code, or the row where it has none.
  package let codeText: String
  /// The day under which it counts.
  package let date: LocalDate?
  /// The team it counts for.
  package let team: RowID?
  /// The hamlet of its household, as it was recorded.
  package let place: RowID?
  /// The service or procedure; nil for visits.
  package let service: String?
  /// What came of a visit; nil for other kinds.
  package let visitOutcome: VisitOutcome?
  /// What the rule says of an assist; nil for other kinds.
  package let verdict: CountVerdict?
  /// The resident of an assist; nil where nobody is named.
  package let resident: RowID?
}

/// A person behind a number of residents.
package struct CountedPerson: Hashable, Sendable {
  /// The row that stands for the person.
  package let id: RowID
  /// Counted assists within the question.
  package fileprivate(set) var assists: Int
  /// Their first day.
  package fileprivate(set) var first: LocalDate?
  /// Their last day.
  package fileprivate(set) var last: LocalDate?
}

extension RecordReader {
  /// Hands over the records of a number one by one, by their day: the same conditions as the count's,
  /// and the same rule. None is kept.
  ///
  /// - Parameters:
  ///   - reason: of assists only those with this reason; nil for all.
  ///   - isDescending: the latest day first.
  package func forEachRecord(
    of number: CountedNumber, in query: CountQuery, reason: CountReason? = nil,
    isDescending: Bool = false, _ body: (CountedRecord) throws -> Void
  ) throws {
    let kind = number.kind
    guard query.asks(about: kind) else { return }
    let direction = isDescending ? "DESC" : "ASC"
    let columns = CountedRecord.columns(kind)
    func read(_ statement: Statement) throws {
      guard let record = try CountedRecord(kind, statement), number.holds(record.verdict),
        reason == nil || reason == record.verdict?.reason
      else { return }
      try body(record)
    }
    guard number != .undated else {
      return try forEachUndatedAssist(select: columns, read)
    }
    try forEach(
      kind, in: query, select: columns,
      order: "\(kind.date ?? "NULL") \(direction), \(kind.row) \(direction)", read)
  }

  /// How many visits within a question coordinators rejected, or where visits do not have what it asks
  /// for, how many assists at such visits; nil where neither can tell.
  package func rejectedCount(
    in query: CountQuery
  ) throws -> (kind: CountedKind, count: Int)? {
    guard let kind = [CountedKind.visit, .assist].first(where: query.asks) else { return nil }
    var count = 0
    let ofAssist = kind == .assist ? " AND \(kind.standing)" : ""
    try forEach(
      kind, in: query, select: [kind.row],
      standing: AssistFacts.VisitState.isRejectedVisit + ofAssist
    ) { _ in count += 1 }
    return (kind, count)
  }

  /// Assists that no period holds; what a question asks for does not bear on them.
  func forEachUndatedAssist(
    select columns: [String], _ body: (Statement) throws -> Void
  ) throws {
    try connection.withStatement(
      """
      SELECT \(columns.joined(separator: ", ")) FROM \(CountedKind.assist.source(sweeps: true))
      WHERE a.hidden IS NULL AND a.void_reason IS NULL AND v.date IS NULL ORDER BY a.rid
      """
    ) { statement in
      while try statement.step() { try body(statement) }
    }
  }

  /// The persons of a number of residents, in the order in which they were first helped.
  package func countedPersons(in query: CountQuery) throws -> [CountedPerson] {
    let persons = try persons(.resident)
    var found: [CountedPerson] = []
    var places: [RowID: Int] = [:]
    try forEachRecord(of: .residents, in: query) { record in
      guard let resident = record.resident else { return }
      let id = persons.canonical(resident)
      if let place = places[id] {
        found[place].assists += 1
        found[place].last = record.date
      } else {
        places[id] = found.count
        found.append(
          CountedPerson(id: id, assists: 1, first: record.date, last: record.date))
      }
    }
    return found
  }
}

extension CountedRecord {
  /// The expressions that `init(_:_:)` reads.
  static func columns(_ kind: CountedKind) -> [String] {
    func column(_ dimension: CountDimension) -> String {
      dimension.column(of: kind)?.expression ?? "NULL"
    }
    let owner = kind.row.split(separator: ".").first ?? ""
    return [
      kind.row, "\(owner).number", kind.date ?? "NULL", column(.team), column(.hamlet),
      column(.service), kind == .visit ? column(.visitOutcome) : "NULL",
      kind == .assist ? "a.resident" : "NULL",
    ] + (kind == .assist ? AssistFacts.expressions : [])
  }

  /// Reads a row; nil where its id is none.
  init?(_ kind: CountedKind, _ statement: Statement) throws {
    var row = ColumnReader(statement)
    guard let id = try row.reference() else { return nil }
    let number = try row.integer()
    let code = RecordCode.Kind.allCases.first { $0.table.id == kind.table.id }.flatMap { codes in
      number.flatMap { RecordCode(kind: codes, replica: id.replica.rawValue, number: $0) }
    }
    self.kind = kind
    self.id = id
    codeText = code?.text ?? "#\(id.rawValue)"
    date = try row.date()
    team = try row.reference()
    place = try row.reference()
    service = try row.text()
    visitOutcome = try row.choice()
    resident = try row.reference()
    verdict = kind == .assist ? try AssistFacts(reading: &row).verdict : nil
  }
}

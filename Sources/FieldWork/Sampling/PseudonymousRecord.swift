import SQLite
import SyncProtocol

/// A record as eyes may see it that see no person: what was done, and nobody's name.
package struct PseudonymousRecord: Sendable, Hashable {
  /// What it is.
  package let kind: CountedKind
  /// The row.
  package let id: RowID
  /// What its code is made of; nil for a row without a number.
  private let number: Int64?
  /// The day under which it counts.
  package let date: LocalDate?
  /// The visit; of a dossier the one at which it came out of an assist.
  package let visit: RowID?
  /// The assist; nil for visits, and for dossiers that came out of none.
  package let assist: RowID?
  /// The team that it counts for.
  package let team: RowID?
  /// Who took part.
  package let members: [RowID]
  /// The service or procedure; nil for visits.
  package let service: String?
  /// How the resident was helped.
  package let mode: AssistMode?
  /// What came of an assist.
  package let outcome: AssistOutcome?
  /// What came of a visit.
  package let visitOutcome: VisitOutcome?
  /// Why help was blocked.
  package let blockedReason: String?
  /// What proves it.
  package let evidenceKind: EvidenceKind?
  /// How long it took.
  package let minutes: Int64?
  /// What the counting rule says of an assist; nil for other kinds.
  package let verdict: CountVerdict?

  /// Whether it is an assist that counts.
  package var isCounted: Bool { verdict == .counted }

  /// Its code.
  package var codeText: String {
    let code = number.flatMap { number in
      RecordCode.Kind.allCases.first { $0.table.id == kind.table.id }.flatMap {
        RecordCode(kind: $0, replica: id.replica.rawValue, number: number)
      }
    }
    return code?.text ?? "#\(id.rawValue)"
  }
}

extension RecordReader {
  /// What a trainer is told of records of one kind, in the order in which their rows are given; without
  /// those that are not here.
  package func pseudonymousRecords(
    _ rows: [RowID], _ kind: CountedKind
  ) throws -> [PseudonymousRecord] {
    var found: [RowID: PseudonymousRecord] = [:]
    try forEachPseudonymousRecord(rows, kind) { record, _ in found[record.id] = record }
    return rows.compactMap { found[$0] }
  }

  /// Reads the same in the order in which they lie, each with whom an assist was for, as far as that was
  /// recorded.
  func forEachPseudonymousRecord(
    _ rows: [RowID], _ kind: CountedKind,
    _ body: (_ record: PseudonymousRecord, _ resident: RowID?) -> Void
  ) throws {
    let rows = rows.map(\.rawValue).sorted()
    // Where much of a table is asked for, a pass over it is cheaper than a search for each row.
    let isSwept =
      try 4 * Int64(rows.count) > connection.integer("SELECT count(*) FROM \(kind.table.name)")
    var columns = PseudonymousRecord.columns(kind)
    columns.append(kind == .assist ? "a.resident" : "NULL")
    var members = try PseudonymousRecord.participants(kind).map {
      try SetElements(of: $0, in: kind.table, connection, inOrder: isSwept)
    }
    func read(_ block: ArraySlice<Int64>, where condition: String) throws {
      var asked = block
      try connection.withStatement(
        """
        SELECT \(columns.joined(separator: ", ")) FROM \(kind.source(sweeps: true))
        WHERE \(condition) AND \(kind.row.prefix(1)).hidden IS NULL ORDER BY \(kind.row)
        """
      ) { statement in
        while try statement.step() {
          let row = try statement.integer(at: 0)
          while let next = asked.first, next < row { asked.removeFirst() }
          guard asked.first == row else { continue }
          try members?.move(to: row)
          let record = try PseudonymousRecord(
            kind, statement, members: members?.keys.compactMap(\.row) ?? [])
          guard let record else { continue }
          body(
            record,
            try statement.optionalInteger(at: columns.count - 1).flatMap(RowID.init(rawValue:)))
        }
      }
    }
    if isSwept { return try read(rows[...], where: "TRUE") }
    for start in stride(from: 0, to: rows.count, by: Self.soughtRecords) {
      let block = rows[start..<min(start + Self.soughtRecords, rows.count)]
      let list = block.map(String.init).joined(separator: ",")
      try read(block, where: "\(kind.row) IN (\(list))")
    }
  }

  /// Records that are searched for in one statement.
  private static let soughtRecords = 2_000

  /// The same of one record; nil where it is not here any more.
  package func pseudonymousRecord(
    _ row: RowID, _ kind: CountedKind
  ) throws -> PseudonymousRecord? {
    try pseudonymousRecords([row], kind).first
  }
}

extension PseudonymousRecord {
  /// The set of those who took part; nil where nobody is named.
  fileprivate static func participants(_ kind: CountedKind) -> FieldDefinition? {
    CountDimension.member.column(of: kind).flatMap {
      if case .set(let field) = $0 { field } else { nil }
    }
  }

  /// The expressions that `init` reads.
  fileprivate static func columns(_ kind: CountedKind) -> [String] {
    let isAssist = kind == .assist
    let owner = kind.row.prefix(1)
    func column(_ dimension: CountDimension) -> String {
      dimension.column(of: kind)?.expression ?? "NULL"
    }
    let (visit, assist) =
      switch kind {
      case .visit: ("v.rid", "NULL")
      case .assist: ("a.visit", "a.rid")
      default: ("(SELECT a.visit FROM assist AS a WHERE a.rid = s.assist)", "s.assist")
      }
    return [
      kind.row, "\(owner).number", kind.date ?? "NULL", visit, assist, column(.team),
      column(.service), column(.mode), column(.outcome),
      kind == .visit ? column(.visitOutcome) : "NULL", column(.blockedReason),
      isAssist ? "a.evidence_kind" : "NULL", isAssist ? "a.minutes" : "NULL",
    ] + (isAssist ? AssistFacts.expressions : [])
  }

  /// Reads a row; nil where its id is none.
  fileprivate init?(
    _ kind: CountedKind, _ statement: Statement, members: [RowID]
  ) throws {
    var row = ColumnReader(statement)
    guard let id = try row.reference() else { return nil }
    self.kind = kind
    self.id = id
    self.members = members
    number = try row.integer()
    date = try row.date()
    visit = try row.reference()
    assist = try row.reference()
    team = try row.reference()
    service = try row.text()
    mode = try row.choice()
    outcome = try row.choice()
    visitOutcome = try row.choice()
    blockedReason = try row.text()
    evidenceKind = try row.choice()
    minutes = try row.integer()
    verdict = kind == .assist ? try AssistFacts(reading: &row).verdict : nil
  }
}

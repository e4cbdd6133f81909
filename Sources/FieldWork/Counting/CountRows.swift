import SQLite
import SyncProtocol

/// One assist of a period, as far as a query asks for it.
struct CountedAssistRow {
  let id: RowID
  let date: LocalDate
  let team: RowID?
  let facts: AssistFacts
  let resident: Int64?
  let mode: AssistMode?
  let service: String?
  let blockedReason: String?

  init?(reading row: inout ColumnReader) throws {
    guard let id = try row.reference(), let date = try row.date() else { return nil }
    self.id = id
    self.date = date
    team = try row.reference()
    facts = try AssistFacts(reading: &row)
    resident = try row.integer()
    mode = try row.choice()
    service = try row.text()
    blockedReason = try row.text()
  }
}

/// The queries behind a count.
extension RecordReader {
  /// Every assist of the period, by visit date and row.
  func forEachAssist(
    _ query: CountQuery, _ body: (CountedAssistRow) throws -> Void
  ) throws {
    // Texts are read only when they are asked for.
    let service = query.dimensions.contains(.service) ? "a.service" : "NULL"
    let reason = query.dimensions.contains(.blockedReason) ? "a.blocked_reason" : "NULL"
    try connection.withStatement(
      """
      SELECT a.rid, v.date, v.team, \(AssistFacts.columns), a.resident, a.mode, \(service),
        \(reason)
      FROM visit AS v JOIN assist AS a ON a.visit = v.rid
      WHERE v.date BETWEEN ?1 AND ?2 AND a.hidden IS NULL AND (?3 IS NULL OR v.team = ?3)
        AND (?4 IS NULL OR EXISTS (
          SELECT 1 FROM head WHERE row = a.rid AND table_id = \(AssistTable.definition.id.rawValue)
            AND field = ?5 AND value = ?4))
        AND \(query.inTerritory(scope: "v.scope", household: "v.household"))
      ORDER BY v.date, v.rid, a.rid
      """
    ) { statement in
      try statement.bind(all: bindings(query, AssistTable.participants))
      while try statement.step() {
        var row = ColumnReader(statement)
        if let assist = try CountedAssistRow(reading: &row) { try body(assist) }
      }
    }
  }

  /// Adds the period's assists.
  func countAssists(_ query: CountQuery, into tally: inout CountTally) throws {
    guard query.dimensions.contains(.member) else {
      return try forEachAssist(query) { tally.add($0, members: []) }
    }
    let members = try members(
      """
      SELECT DISTINCT h.row, h.value
      FROM visit AS v JOIN assist AS a ON a.visit = v.rid
        JOIN head AS h ON h.row = a.rid AND h.field = ?3
      WHERE v.date BETWEEN ?1 AND ?2 AND typeof(h.value) = 'integer' ORDER BY h.row, h.value
      """, query, AssistTable.participants)
    try forEachAssist(query) { tally.add($0, members: members[$0.id] ?? []) }
  }

  /// Adds the period's visits.
  func countVisits(_ query: CountQuery, into tally: inout CountTally) throws {
    let members =
      query.dimensions.contains(.member)
      ? try members(
        """
        SELECT DISTINCT h.row, h.value
        FROM visit AS v JOIN head AS h ON h.row = v.rid AND h.field = ?3
        WHERE v.date BETWEEN ?1 AND ?2 AND typeof(h.value) = 'integer' ORDER BY h.row, h.value
        """, query, VisitTable.participants) : [:]
    try connection.withStatement(
      """
      SELECT rid, date, team FROM visit AS v
      WHERE date BETWEEN ?1 AND ?2 AND hidden IS NULL AND void_reason IS NULL
        AND (?3 IS NULL OR team = ?3)
        AND (?4 IS NULL OR EXISTS (
          SELECT 1 FROM head WHERE row = v.rid AND table_id = \(VisitTable.definition.id.rawValue)
            AND field = ?5 AND value = ?4))
        AND \(query.inTerritory(scope: "scope", household: "household"))
      """
    ) { statement in
      try statement.bind(all: bindings(query, VisitTable.participants))
      while try statement.step() {
        var row = ColumnReader(statement)
        guard let id = try row.reference(), let date = try row.date() else { continue }
        tally.addVisit(date: date, team: try row.reference(), members: members[id] ?? [])
      }
    }
  }

  /// Adds the period's dossiers, each under its own date; they have no members, so a question about
  /// one member has no answer about dossiers.
  func countSubmissions(_ query: CountQuery, into tally: inout CountTally) throws {
    guard query.member == nil else { return }
    try connection.withStatement(
      """
      SELECT date, team, procedure FROM submission
      WHERE date BETWEEN ?1 AND ?2 AND hidden IS NULL AND void_reason IS NULL
        AND (?3 IS NULL OR team = ?3)
        AND \(query.inTerritory(
          scope: "scope",
          household: "(SELECT household FROM resident WHERE rid = submission.resident)"))
      """
    ) { statement in
      try statement.bind(all: Array(bindings(query, AssistTable.participants).prefix(3)))
      while try statement.step() {
        var row = ColumnReader(statement)
        guard let date = try row.date() else { continue }
        tally.addSubmission(date: date, team: try row.reference(), procedure: try row.text())
      }
    }
  }

  /// Standing assists that no period holds, because their visit is not here or has no date.
  func undatedAssists() throws -> Int {
    Int(
      try connection.integer(
        """
        SELECT count(*) FROM assist AS a LEFT JOIN visit AS v ON v.rid = a.visit
        WHERE a.hidden IS NULL AND a.void_reason IS NULL AND v.date IS NULL
        """))
  }

  private func bindings(_ query: CountQuery, _ participants: FieldDefinition) -> [SQLValue] {
    [
      .integer(Int64(query.period.from.daysSince1970)),
      .integer(Int64(query.period.to.daysSince1970)), SQLValue(query.team?.rawValue),
      SQLValue(query.member?.rawValue), .integer(Int64(participants.id.rawValue)),
    ]
  }

  private func members(
    _ sql: String, _ query: CountQuery, _ participants: FieldDefinition
  ) throws -> [RowID: [RowID]] {
    var members: [RowID: [RowID]] = [:]
    try connection.withStatement(sql) { statement in
      try statement.bind(all: [
        .integer(Int64(query.period.from.daysSince1970)),
        .integer(Int64(query.period.to.daysSince1970)),
        .integer(Int64(participants.id.rawValue)),
      ])
      while try statement.step() {
        var row = ColumnReader(statement)
        if let id = try row.reference(), let member = try row.reference() {
          members[id, default: []].append(member)
        }
      }
    }
    return members
  }
}

import Replica
import SQLite
import SyncProtocol

/// The flags of a period's visits, whoever made them: rules compare visits with each other, so they
/// are found for all and then shown for those within somebody's reach.
package struct FlagSheet: Sendable {
  /// Visits that are looked at at most: of more, the latest.
  package static let maximumVisits = 500_000

  /// The days whose visits were looked at.
  package let period: Period
  /// Whether earlier days were asked for, whose visits were too many.
  package let isPart: Bool
  /// The flags of each flagged visit, in the order of the kinds.
  package let flags: [RowID: [Flag]]
  /// The day of each flagged visit.
  package let days: [RowID: LocalDate]
  /// How many visits were looked at.
  package let visitCount: Int

  /// Visits with a flag of a kind, or with any; of some days, or of all.
  package func visits(_ kind: FlagKind?, of period: Period? = nil) -> [RowID] {
    flags.filter { visit, flags in
      let isAsked = period.map { period in days[visit].map(period.contains) ?? false } ?? true
      return isAsked && (kind.map { kind in flags.contains { $0.kind == kind } } ?? true)
    }.keys.sorted()
  }
}

extension RecordReader {
  /// From the first to the last day of all visits; nil where none has a day.
  package func visitDays() throws -> Period? {
    let days = try connection.row(
      "SELECT (SELECT min(date) FROM visit), (SELECT max(date) FROM visit)"
    ) { (try $0.optionalInteger(at: 0), try $0.optionalInteger(at: 1)) }
    guard let first = days?.0, let last = days?.1 else { return nil }
    return try Period(
      from: LocalDate(daysSince1970: Int(clamping: first)),
      to: LocalDate(daysSince1970: Int(clamping: last)))
  }

  /// Whether there are more visits than that, on any day or in a period.
  package func hasMoreVisits(than count: Int, in period: Period? = nil) throws -> Bool {
    let limit = SQLValue.integer(Int64(count) + 1)
    guard let period else {
      return try connection.integer("SELECT count(*) FROM (SELECT 1 FROM visit LIMIT ?)", limit)
        > count
    }
    return try connection.integer(
      "SELECT count(*) FROM (SELECT 1 FROM visit WHERE date BETWEEN ? AND ? LIMIT ?)",
      .integer(Int64(period.from.daysSince1970)), .integer(Int64(period.to.daysSince1970)), limit)
      > count
  }

  /// How far each scope has come.
  package func scopeArrivals() throws -> [ScopeID: Int64] {
    Dictionary(
      try connection.rows("SELECT scope, arrival FROM scope_state") { row in
        (try row.integer(at: 0), try row.integer(at: 1))
      }.compactMap { scope, arrival in ScopeID(rawValue: scope).map { ($0, arrival) } },
      uniquingKeysWith: max)
  }

  /// The flags of a period, or of its last days where it has more visits than that.
  package func flagSheet(
    _ asked: Period, atMost maximum: Int = FlagSheet.maximumVisits
  ) throws -> FlagSheet {
    let period = try latest(maximum, of: asked)
    let from = SQLValue.integer(Int64(period.from.daysSince1970))
    let to = SQLValue.integer(Int64(period.to.daysSince1970))
    var facts = try flagFacts(from, to)
    try addMembers(to: &facts)
    try addAssists(to: &facts, from, to)
    let flags = Dictionary(grouping: FlagRules.flags(facts), by: \.visit)
    let flagged = facts.filter { flags[$0.visit] != nil }
    return FlagSheet(
      period: period, isPart: period.from > asked.from, flags: flags,
      days: Dictionary(
        uniqueKeysWithValues: flagged.map { ($0.visit, LocalDate(daysSince1970: $0.day)) }),
      visitCount: facts.count)
  }

  /// The last days of a period, so many that their visits are no more than a number.
  private func latest(_ count: Int, of period: Period) throws -> Period {
    let tooEarly = try connection.row(
      "SELECT date FROM visit WHERE date BETWEEN ? AND ? ORDER BY date DESC LIMIT 1 OFFSET ?",
      .integer(Int64(period.from.daysSince1970)), .integer(Int64(period.to.daysSince1970)),
      .integer(Int64(count))
    ) { try $0.integer(at: 0) }
    guard let tooEarly else { return period }
    let first = LocalDate(daysSince1970: Int(clamping: tooEarly)).adding(days: 1)
    return try Period(from: min(first, period.to), to: period.to)
  }

  /// Visits by row, which is the order in which everything else of them is read.
  private func flagFacts(_ from: SQLValue, _ to: SQLValue) throws -> [FlagFacts] {
    let opener = ValueOpener(keyring, VisitTable.definition)
    return try connection.rows(
      """
      SELECT rid, date, start_minute, minutes, outcome, time, note FROM visit
      WHERE date BETWEEN ? AND ? AND hidden IS NULL AND void_reason IS NULL ORDER BY rid
      """, from, to
    ) { statement -> FlagFacts? in
      guard let row = RowID(rawValue: try statement.integer(at: 0)) else { return nil }
      let note =
        try statement.type(at: 6) == .null
        ? nil : opener.open(statement, at: 6, of: row).value?.text
      return FlagFacts(
        visit: row, day: Int(clamping: try statement.integer(at: 1)),
        writtenDay: try statement.optionalInteger(at: 5).map {
          LocalDate(milliseconds: $0).daysSince1970
        },
        startMinute: try statement.optionalInteger(at: 2).map { Int(clamping: $0) },
        minutes: try statement.optionalInteger(at: 3).map { Int(clamping: $0) },
        outcome: try statement.optionalInteger(at: 4).flatMap(VisitOutcome.init(stored:)),
        note: note.map(SearchFold.base) ?? "")
    }.compactMap(\.self)
  }

  private func addMembers(to facts: inout [FlagFacts]) throws {
    // Few are asked for one by one, many are read beside all others.
    var members = try SetElements(
      of: VisitTable.participants, in: VisitTable.definition, connection,
      inOrder: facts.count > 10_000)
    for place in facts.indices {
      try members.move(to: facts[place].visit.rawValue)
      facts[place].members = members.keys.compactMap(\.row)
    }
  }

  private func addAssists(
    to facts: inout [FlagFacts], _ from: SQLValue, _ to: SQLValue
  ) throws {
    let places = Dictionary(
      uniqueKeysWithValues: facts.enumerated().map { ($0.element.visit, $0.offset) })
    let opener = ValueOpener(keyring, AssistTable.definition)
    try connection.withStatement(
      """
      SELECT a.rid, a.visit, a.evidence_kind, a.evidence
      FROM visit AS v CROSS JOIN assist AS a ON a.visit = v.rid
      WHERE v.date BETWEEN ?1 AND ?2 AND a.hidden IS NULL AND a.void_reason IS NULL
      """
    ) { statement in
      try statement.bind(from, at: 1)
      try statement.bind(to, at: 2)
      while try statement.step() {
        guard let row = RowID(rawValue: try statement.integer(at: 0)),
          let place = try RowID(rawValue: statement.integer(at: 1)).flatMap({ places[$0] })
        else { continue }
        facts[place].assists += 1
        let kind = try statement.optionalInteger(at: 2).flatMap(EvidenceKind.init(stored:))
        // Who heard a confirmation hears many.
        guard kind == .dossierCode || kind == .paymentReceipt,
          let text = try opener.open(statement, at: 3, of: row).value?.text
        else { continue }
        let folded = SearchFold.base(text)
        if !folded.isEmpty { facts[place].evidence.append(folded) }
      }
    }
  }
}

import Replica
import SQLite
import SyncProtocol

/// The flags of a period's visits, whoever made them: rules compare visits with each other, so they
/// are found for all and then shown for those within somebody's reach.
package struct FlagSheet: Sendable {
  /// Visits of a period that are looked at at most; more are asked for in shorter periods.
  package static let maximumVisits = 500_000

  /// The period.
  package let period: Period
  /// The flags of each flagged visit, in the order of the kinds.
  package let flags: [RowID: [Flag]]
  /// How many visits were looked at; nil where there are more than can be.
  package let visitCount: Int?

  /// A sheet as given.
  package init(period: Period, flags: [RowID: [Flag]], visitCount: Int?) {
    self.period = period
    self.flags = flags
    self.visitCount = visitCount
  }

  /// Visits with a flag of a kind, or with any.
  package func visits(_ kind: FlagKind?) -> [RowID] {
    flags.filter { _, flags in kind.map { kind in flags.contains { $0.kind == kind } } ?? true }
      .keys.sorted()
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

  /// The flags of a period.
  package func flagSheet(_ period: Period) throws -> FlagSheet {
    let from = SQLValue.integer(Int64(period.from.daysSince1970))
    let to = SQLValue.integer(Int64(period.to.daysSince1970))
    let count = try connection.integer(
      "SELECT count(*) FROM visit WHERE date BETWEEN ? AND ?", from, to)
    guard count <= FlagSheet.maximumVisits else {
      return FlagSheet(period: period, flags: [:], visitCount: nil)
    }
    var facts = try flagFacts(from, to)
    try addMembers(to: &facts)
    try addAssists(to: &facts, from, to)
    let flags = Dictionary(grouping: FlagRules.flags(facts), by: \.visit)
    return FlagSheet(period: period, flags: flags, visitCount: facts.count)
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

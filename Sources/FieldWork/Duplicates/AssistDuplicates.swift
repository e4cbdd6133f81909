import SQLite
import SyncProtocol

/// Two assists that may be one: the same person was helped with the same service, and either the
/// dossier is the same or the days lie near each other.
package struct AssistPair: Sendable {
  /// Something that speaks for or against it.
  package enum Reason: Hashable, Sendable {
    /// The same code of a dossier.
    case sameDossier
    /// The same day.
    case sameDay
    /// So many days between them.
    case daysApart(Int)
    /// One visit, noted twice.
    case sameVisit
    /// Two teams wrote it down.
    case otherTeam
    /// The same way of helping.
    case sameMode
    /// Two codes of dossiers.
    case otherDossier
    /// Two ways of helping.
    case otherMode

    /// The stable name.
    package var code: String {
      switch self {
      case .sameDossier: "same-dossier"
      case .sameDay: "same-day"
      case .daysApart: "days-apart"
      case .sameVisit: "same-visit"
      case .otherTeam: "other-team"
      case .sameMode: "same-mode"
      case .otherDossier: "other-dossier"
      case .otherMode: "other-mode"
      }
    }

    /// Whether it speaks against.
    package var isAgainst: Bool {
      switch self {
      case .otherDossier, .otherMode: true
      default: false
      }
    }

    /// What people read.
    package var words: BilingualText {
      switch self {
      case .sameDossier: BilingualText(vi: "cùng mã hồ sơ", en: "same dossier code")
      case .sameDay: BilingualText(vi: "cùng ngày", en: "same day")
      case .daysApart(let days):
        BilingualText(vi: "cách nhau \(days) ngày", en: "\(days) days apart")
      case .sameVisit: BilingualText(vi: "cùng một lượt thăm", en: "same visit")
      case .otherTeam: BilingualText(vi: "hai tổ cùng ghi", en: "written down by two teams")
      case .sameMode: BilingualText(vi: "cùng cách hỗ trợ", en: "same mode")
      case .otherDossier: BilingualText(vi: "hai mã hồ sơ khác nhau", en: "two dossier codes")
      case .otherMode: BilingualText(vi: "cách hỗ trợ khác", en: "another mode")
      }
    }

    /// How much it weighs, in points of a hundred.
    var points: Int {
      switch self {
      case .sameDossier: 45
      case .sameDay: 25
      case .daysApart(let days): max(0, 15 - 2 * days)
      case .sameVisit, .otherTeam: 10
      case .sameMode: 5
      case .otherDossier: -40
      case .otherMode: -5
      }
    }
  }

  /// One of the two.
  package struct Side: Hashable, Sendable {
    /// The assist.
    package let row: RowID
    /// Where it lies.
    package let scope: ScopeID?
    /// The day of its visit.
    package let date: LocalDate
    /// Who was helped.
    package let resident: RowID
    let team: RowID?
    let visit: RowID?
    let mode: Int64?
  }

  /// The earlier assist.
  package let one: Side
  /// The later one.
  package let other: Side
  /// The service of both, by its code.
  package let service: String
  /// What speaks for and against, the strongest first.
  package let reasons: [Reason]

  /// From 0 to 100.
  package var points: Int { min(max(reasons.reduce(45) { $0 + $1.points }, 0), 100) }

  /// Days within which the same help to the same person may be one.
  package static let days = 7
}

extension RecordReader {
  /// The pairs of assists that may be one, the likeliest first; only what counts or would count once it
  /// is mended, since nothing else counts twice.
  ///
  /// - Parameter query: whose assists are looked through.
  package func assistDuplicates(_ query: CountQuery) throws -> [AssistPair] {
    let persons = try self.persons(.resident)
    var groups: [Helped: [AssistPair.Side]] = [:]
    try forEach(
      .assist, in: query,
      select: AssistFacts.expressions + [
        "a.rid", "a.scope", "a.resident", "a.service", "v.date", "v.team", "v.rid", "a.mode",
      ]
    ) { statement in
      var row = ColumnReader(statement)
      if case .notCounted = try AssistFacts(reading: &row).verdict { return }
      guard let id = try row.reference() else { return }
      let scope = try row.integer().flatMap(ScopeID.init(rawValue:))
      guard let resident = try row.reference(), let service = try row.text(),
        let date = try row.date()
      else { return }
      groups[Helped(person: persons.canonical(resident), service: service), default: []].append(
        AssistPair.Side(
          row: id, scope: scope, date: date, resident: resident, team: try row.reference(),
          visit: try row.reference(), mode: try row.integer()))
    }
    groups = groups.filter { $0.value.count > 1 }
    let codes = try dossierCodes(of: groups.values.flatMap { $0.map(\.row) })
    var pairs: [AssistPair] = []
    for (helped, group) in groups {
      let sides = group.sorted { ($0.date, $0.row) < ($1.date, $1.row) }
      for first in sides.indices {
        for second in sides.indices.dropFirst(first + 1) {
          guard let reasons = Self.reasons(sides[first], sides[second], codes) else { continue }
          pairs.append(
            AssistPair(
              one: sides[first], other: sides[second], service: helped.service, reasons: reasons))
        }
      }
    }
    return pairs.sorted {
      ($1.points, $0.one.row, $0.other.row) < ($0.points, $1.one.row, $1.other.row)
    }
  }

  /// What speaks for and against two assists being one; nil where they are no such pair.
  package func assistPair(_ one: RowID, _ other: RowID) throws -> [AssistPair.Reason]? {
    let persons = try self.persons(.resident)
    let found = try [one, other].map { row -> (helped: Helped, side: AssistPair.Side)? in
      guard let assist = try record(Assist.self, row),
        let visit = try assist.visit.flatMap({ try record(Visit.self, $0) }),
        let resident = assist.resident, let service = assist.service, let date = visit.date
      else { return nil }
      return (
        Helped(person: persons.canonical(resident), service: service),
        AssistPair.Side(
          row: row, scope: assist.scope, date: date, resident: resident, team: visit.team,
          visit: visit.id, mode: assist.mode?.rawValue)
      )
    }
    guard let first = found[0], let second = found[1], first.helped == second.helped else {
      return nil
    }
    let ordered = [first.side, second.side].sorted { ($0.date, $0.row) < ($1.date, $1.row) }
    return try Self.reasons(ordered[0], ordered[1], dossierCodes(of: [one, other]))
  }

  /// Who was helped with what.
  private struct Helped: Hashable {
    let person: RowID
    let service: String
  }

  /// The codes of the dossiers of assists, as people compare them; nothing for those without any.
  private func dossierCodes(of assists: [RowID]) throws -> [RowID: Set<String>] {
    guard !assists.isEmpty else { return [:] }
    let rows = SQLValue.text("[" + assists.map { "\($0.rawValue)" }.joined(separator: ",") + "]")
    var codes: [RowID: Set<String>] = [:]
    /// Reads `SELECT assist, row, code`.
    func add(_ sql: String, _ table: TableDefinition) throws {
      let opener = ValueOpener(keyring, table)
      try connection.withStatement(sql) { statement in
        try statement.bind(all: [rows])
        while try statement.step() {
          guard let assist = RowID(rawValue: try statement.integer(at: 0)),
            let row = RowID(rawValue: try statement.integer(at: 1)),
            let text = try opener.open(statement, at: 2, of: row).value?.text
          else { continue }
          let code = text.uppercased().filter { !$0.isWhitespace }
          if !code.isEmpty { codes[assist, default: []].insert(code) }
        }
      }
    }
    try keyring.reading {
      try add(
        """
        SELECT s.assist, s.rid, s.dossier_code FROM submission AS s
        WHERE s.assist IN (SELECT value FROM json_each(?)) AND s.hidden IS NULL
          AND s.void_reason IS NULL AND s.dossier_code IS NOT NULL
          AND \(Submission.isNotHeldBack(assist: "s.assist"))
        """, SubmissionTable.definition)
      try add(
        """
        SELECT a.rid, a.rid, a.evidence FROM assist AS a
        WHERE a.rid IN (SELECT value FROM json_each(?)) AND a.evidence IS NOT NULL
          AND a.evidence_kind = \(EvidenceKind.dossierCode.rawValue)
        """, AssistTable.definition)
    }
    return codes
  }

  private static func reasons(
    _ one: AssistPair.Side, _ other: AssistPair.Side, _ codes: [RowID: Set<String>]
  ) -> [AssistPair.Reason]? {
    let (ones, others) = (codes[one.row] ?? [], codes[other.row] ?? [])
    let days = other.date.daysSince1970 - one.date.daysSince1970
    let isSameDossier = !ones.isDisjoint(with: others)
    guard isSameDossier || days <= AssistPair.days else { return nil }
    var reasons: [AssistPair.Reason] = []
    if isSameDossier {
      reasons.append(.sameDossier)
    } else if !ones.isEmpty, !others.isEmpty {
      reasons.append(.otherDossier)
    }
    reasons.append(days == 0 ? .sameDay : .daysApart(days))
    if one.visit == other.visit { reasons.append(.sameVisit) }
    if let team = one.team, let second = other.team, team != second { reasons.append(.otherTeam) }
    if one.mode != nil, other.mode != nil {
      reasons.append(one.mode == other.mode ? .sameMode : .otherMode)
    }
    return reasons.sorted { abs($0.points) > abs($1.points) }
  }
}

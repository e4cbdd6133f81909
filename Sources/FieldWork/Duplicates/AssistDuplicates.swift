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

  /// The earlier assist.
  package let one: RowID
  /// The later one.
  package let other: RowID
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
    var groups: [Helped: [DoneAssist]] = [:]
    try forEach(
      .assist, in: query,
      select: AssistFacts.expressions + [
        "a.rid", "a.resident", "a.service", "v.date", "v.team", "v.rid", "a.mode",
      ]
    ) { statement in
      var row = ColumnReader(statement)
      if case .notCounted = try AssistFacts(reading: &row).verdict { return }
      guard let id = try row.reference(), let resident = try row.reference(),
        let service = try row.text(), let date = try row.date()
      else { return }
      groups[Helped(person: persons.canonical(resident), service: service), default: []].append(
        DoneAssist(
          row: id, date: date, team: try row.reference(), visit: try row.reference(),
          mode: try row.integer()))
    }
    var pairs: [AssistPair] = []
    for group in groups.values where group.count > 1 {
      let assists = group.sorted { ($0.date, $0.row) < ($1.date, $1.row) }
      let codes = try assists.map { try dossierCodes(of: $0.row) }
      for first in assists.indices {
        for second in assists.indices.dropFirst(first + 1) {
          guard
            let reasons = Self.reasons(
              assists[first], assists[second], codes[first], codes[second])
          else { continue }
          pairs.append(
            AssistPair(one: assists[first].row, other: assists[second].row, reasons: reasons))
        }
      }
    }
    return pairs.sorted { ($1.points, $0.one, $0.other) < ($0.points, $1.one, $1.other) }
  }

  /// What speaks for and against two assists being one; nil where they are no such pair.
  package func assistPair(_ one: RowID, _ other: RowID) throws -> [AssistPair.Reason]? {
    let found = try [one, other].map { row -> (helped: Helped, assist: DoneAssist)? in
      guard let assist = try record(Assist.self, row),
        let visit = try assist.visit.flatMap({ try record(Visit.self, $0) }),
        let resident = assist.resident, let service = assist.service, let date = visit.date
      else { return nil }
      return (
        Helped(person: try persons(.resident).canonical(resident), service: service),
        DoneAssist(
          row: row, date: date, team: visit.team, visit: visit.id, mode: assist.mode?.rawValue)
      )
    }
    guard let first = found[0], let second = found[1], first.helped == second.helped else {
      return nil
    }
    let ordered = [first.assist, second.assist].sorted { ($0.date, $0.row) < ($1.date, $1.row) }
    return try Self.reasons(
      ordered[0], ordered[1], dossierCodes(of: ordered[0].row), dossierCodes(of: ordered[1].row))
  }

  /// Who was helped with what.
  private struct Helped: Hashable {
    let person: RowID
    let service: String
  }

  private struct DoneAssist {
    let row: RowID
    let date: LocalDate
    let team: RowID?
    let visit: RowID?
    let mode: Int64?
  }

  /// The codes of the dossiers of an assist, as people compare them.
  private func dossierCodes(of assist: RowID) throws -> Set<String> {
    guard let record = try record(Assist.self, assist) else { return [] }
    var codes = try submissions(assist: assist, page: .all).compactMap(\.dossierCode)
    if record.evidenceKind == .dossierCode, let code = record.evidence { codes.append(code) }
    return Set(codes.map { $0.uppercased().filter { !$0.isWhitespace } }.filter { !$0.isEmpty })
  }

  private static func reasons(
    _ one: DoneAssist, _ other: DoneAssist, _ ones: Set<String>, _ others: Set<String>
  ) -> [AssistPair.Reason]? {
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

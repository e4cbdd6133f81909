import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// Numbers as a trainer sees them in cells, and what their pages have in common.
enum TrainerCells {
  /// A number, or the word for one that is not told.
  static func number(_ number: SuppressedNumber, _ language: Language) -> HTML {
    guard number == .hidden else { return .text(number.text(in: language)) }
    return element("span", ["class": "mark-neutral"]) { TrainerWords.few.text(in: language) }
  }

  /// The same for files; empty where it is not told.
  static func value(_ number: SuppressedNumber) -> SpreadsheetValue {
    if case .shown(let value) = number { .integer(Int64(value)) } else { .empty }
  }

  /// Of a whole that is told as one, hundredths of a percent; nil where one of them is not told.
  static func share(_ part: SuppressedNumber, of whole: SuppressedNumber) -> Int64? {
    guard case .shown(let part) = part, case .shown(let whole) = whole else { return nil }
    return Ratio(Int64(part), of: Int64(whole))?.hundredthsOfPercent
  }

  /// The way back to the trainer's page.
  static func back(_ language: Language) -> HTML {
    element("p", ["class": "not-printed"]) {
      element("a", ["href": ReportPages.trainerPath]) { TrainerWords.back.text(in: language) }
    }
  }

  /// A share as people read it.
  static func text(share: Int64?, _ language: Language) -> String {
    share.map { Format.percent(hundredths: $0, language) } ?? "—"
  }
}

extension PageRequest {
  /// What was typed into a field, on one line and without blanks around it.
  func typed(_ name: String) -> String {
    (form[name] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whose account did something, as the reader may know it: names of accounts are often people's, and
  /// trainers see no name but their own.
  func shownAccount(_ name: String) -> String {
    if Access.coordinator.allows(account?.rights) || account?.name.text == name { return name }
    return TrainerWords.otherAccount.text(in: language)
  }

  /// The team that the address names, where it is within reach; nil for none.
  func askedTeam(_ name: String, within reached: ReachedWork) -> RowID? {
    http.query[name].flatMap(Int64.init).flatMap(RowID.init(rawValue:)).flatMap {
      reached.holds(team: $0) ? $0 : nil
    }
  }

  /// The teams within reach by name, to choose among.
  func teams(within reached: ReachedWork) throws -> [(value: String, words: BilingualText)] {
    try centre.read { reader in
      try reader.teams().filter { reached.holds(team: $0.id) }.map { team in
        (
          value: String(team.id.rawValue),
          words: BilingualText(same: team.name ?? "#\(team.id.rawValue)")
        )
      }
    }
  }
}

extension SuppressedGrid {
  /// The assists of teams by mode; the order of the columns is that of `AssistMode`, then the others.
  static func teamsByMode(
    _ period: Period, _ reader: RecordReader, within reached: ReachedWork,
    threshold: Int = SuppressedCount.standardThreshold
  ) throws -> SuppressedGrid {
    let teams = try reader.count(reached.query(period, by: [.team]))
    let modes = try reader.count(reached.query(period, by: [.mode]))
    let cells = try reader.count(reached.query(period, by: [.team, .mode]))
    return SuppressedGrid(
      rows: Line.lines(of: teams), columns: Line.lines(of: modes),
      cells: cells.groups.map { ($0.keys[0], $0.keys[1], $0.numbers) }, total: teams.total,
      threshold: threshold)
  }

  /// The assists of teams by why they were blocked; those that were not stand in one column more,
  /// `notBlocked`, so that the rows are the teams' assists as other pages show them.
  static func teamsByReason(
    _ period: Period, _ reader: RecordReader, within reached: ReachedWork,
    threshold: Int = SuppressedCount.standardThreshold
  ) throws -> SuppressedGrid {
    let blocked = CountKey.choice(AssistOutcome.blocked)
    let others = Set(
      AssistOutcome.allCases.map { CountKey.choice($0) } + [.none]
    ).subtracting([blocked])
    func count(_ outcomes: Set<CountKey>, _ dimensions: [CountDimension]) throws -> Count {
      try reader.count(
        reached.query(period, by: dimensions, keeping: [.outcome: outcomes]))
    }
    let teams = try reader.count(reached.query(period, by: [.team]))
    let reasons = try count([blocked], [.blockedReason])
    let rest = try count(others, [.team])
    let cells = try count([blocked], [.team, .blockedReason])
    return SuppressedGrid(
      rows: Line.lines(of: teams),
      columns: Line.lines(of: reasons) + [Line(notBlocked, rest.total)],
      cells: cells.groups.map { ($0.keys[0], $0.keys[1], $0.numbers) }
        + rest.groups.map { ($0.keys[0], notBlocked, $0.numbers) },
      total: teams.total, threshold: threshold)
  }

  /// The column of assists that were not blocked.
  static let notBlocked = CountKey.text("not-blocked")
}

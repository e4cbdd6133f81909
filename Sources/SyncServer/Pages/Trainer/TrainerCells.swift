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

  /// A number that opens its records; one that is not told, and nought, open nothing.
  static func number(
    _ number: SuppressedNumber, _ question: TrainerQuestion, _ language: Language
  ) -> HTML {
    guard let address = question.address(of: number) else {
      return Self.number(number, language)
    }
    return element("a", ["href": address]) { number.text(in: language) }
  }

  /// A part of a whole with its share.
  static func part(
    _ part: SuppressedNumber, of whole: SuppressedNumber, _ question: TrainerQuestion,
    _ language: Language
  ) -> HTML {
    HTML.group {
      number(part, question, language)
      if let share = share(part, of: whole) {
        element("span", ["class": "detail"]) { text(share: share, language) }
      }
    }
  }

  /// The same for files; empty where it is not told.
  static func value(_ number: SuppressedNumber) -> SpreadsheetValue {
    if case .shown(let value) = number { .integer(Int64(value)) } else { .empty }
  }

  /// What a list is ordered by: those that are not told are all alike.
  static func order(_ number: SuppressedNumber) -> Int {
    if case .shown(let value) = number { value } else { -1 }
  }

  /// Of a whole that is told as one, hundredths of a percent; nil where one of them is not told.
  static func share(_ part: SuppressedNumber, of whole: SuppressedNumber) -> Int64? {
    guard case .shown(let part) = part, case .shown(let whole) = whole else { return nil }
    return Ratio(Int64(part), of: Int64(whole))?.hundredthsOfPercent
  }

  /// The way back to the trainer's page.
  ///
  /// - Parameter period: the one that it shows; nil for its own.
  static func back(_ language: Language, _ period: Period? = nil) -> HTML {
    element("p", ["class": "not-printed"]) {
      element("a", ["href": ReportPages.trainerPath + (period.map { "?period=\($0)" } ?? "")]) {
        TrainerWords.back.text(in: language)
      }
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
  /// The assists of teams by why they were blocked; those that were not stand in one column more,
  /// `notBlocked`, so that the rows are the teams' assists as other pages show them.
  static func teamsByReason(
    _ period: Period, _ reader: RecordReader, within reached: ReachedWork,
    threshold: Int = SuppressedCount.standardThreshold
  ) throws -> SuppressedGrid {
    let counts = try reader.counts(
      reached.query(period, by: []),
      by: [
        [.team], [.isBlocked], [.isBlocked, .team], [.isBlocked, .blockedReason],
        [.isBlocked, .team, .blockedReason],
      ])
    func groups(_ division: Int, isBlocked: Bool) -> [Count.Group] {
      counts[division].groups.filter { $0.keys[0] == .integer(isBlocked ? 1 : 0) }
    }
    let rest = groups(1, isBlocked: false).first?.numbers ?? CountNumbers()
    return SuppressedGrid(
      rows: Line.lines(of: counts[0]),
      columns: groups(3, isBlocked: true).map { Line($0.keys[1], $0.numbers) }
        + [Line(notBlocked, rest)],
      cells: groups(4, isBlocked: true).map { ($0.keys[1], $0.keys[2], $0.numbers) }
        + groups(2, isBlocked: false).map { ($0.keys[1], notBlocked, $0.numbers) },
      total: counts[0].total, threshold: threshold)
  }

  /// The column of assists that were not blocked.
  static let notBlocked = CountKey.text("not-blocked")
}

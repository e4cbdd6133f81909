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
  /// The assists of teams by mode, of each of some periods; the order of the columns is that of
  /// `AssistMode`, then the others.
  static func teamsByMode(
    _ periods: [Period], _ reader: RecordReader, within reached: ReachedWork,
    threshold: Int = SuppressedCount.standardThreshold
  ) throws -> [SuppressedGrid] {
    guard periods.count > 1, let whole = wholeSpan(periods),
      let span = CountDimension.spans(of: periods[0].kind)
    else {
      return try periods.map { period in
        let counts = try reader.counts(
          reached.query(period, by: []), by: [[.team], [.mode], [.team, .mode]])
        return SuppressedGrid(
          rows: Line.lines(of: counts[0]), columns: Line.lines(of: counts[1]),
          cells: counts[2].groups.map { ($0.keys[0], $0.keys[1], $0.numbers) },
          total: counts[0].total, threshold: threshold)
      }
    }
    // The records of all of them are read once.
    let counts = try reader.counts(
      reached.query(whole, by: []),
      by: [[span], [span, .team], [span, .mode], [span, .team, .mode]]
    ).map { Dictionary(grouping: $0.groups) { $0.keys[0] } }
    return periods.map { period in
      func groups(_ division: Int) -> [Count.Group] { counts[division][.date(period.from)] ?? [] }
      return SuppressedGrid(
        rows: groups(1).map { Line($0.keys[1], $0.numbers) },
        columns: groups(2).map { Line($0.keys[1], $0.numbers) },
        cells: groups(3).map { ($0.keys[1], $0.keys[2], $0.numbers) },
        total: groups(0).first?.numbers ?? CountNumbers(), threshold: threshold)
    }
  }

  /// The days from the first of some periods to the last; nil where they are not spans of one kind, as
  /// the calendar has them.
  private static func wholeSpan(_ periods: [Period]) -> Period? {
    let kind = periods.first?.kind
    guard periods.allSatisfy({ $0.kind == kind && Period($0.kind, holding: $0.from) == $0 }),
      let first = periods.map(\.from).min(), let last = periods.map(\.to).max()
    else { return nil }
    return try? Period(from: first, to: last)
  }

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

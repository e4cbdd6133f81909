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
    return element("span", ["class": "mark-neutral"]) { TrainerWords.hidden.text(in: language) }
  }

  /// A number that opens its records; one that is not told, and nought, open nothing.
  static func number(
    _ number: SuppressedNumber, _ question: TrainerQuestion?, _ language: Language
  ) -> HTML {
    guard let address = question?.address(of: number) else {
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

  /// A number in words, for figures.
  static func text(_ number: SuppressedNumber, _ language: Language) -> String {
    number == .hidden ? TrainerWords.hidden.text(in: language) : number.text(in: language)
  }

  /// The same for files, which say what pages say; empty where there is no such number.
  static func value(_ number: SuppressedNumber, _ language: Language) -> SpreadsheetValue {
    switch number {
    case .shown(let value): .integer(Int64(value))
    case .none: .empty
    case .hidden, .atLeast, .between: .text(text(number, language))
    }
  }

  /// What a list is ordered by: those of which nothing is told are all alike.
  static func order(_ number: SuppressedNumber) -> Int { number.least ?? -1 }

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

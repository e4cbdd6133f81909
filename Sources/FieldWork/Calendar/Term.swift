/// How long an office may take for a dossier.
package struct Term: Hashable, Sendable, CustomStringConvertible {
  /// What a term is counted in; eight working hours are one working day.
  package enum Unit: String, Sendable, CaseIterable {
    case hours, calendarDays = "days", workingDays = "working-days", months
  }

  /// How many units, 0 to `limit`.
  package let count: Int
  /// What is counted, which also decides which days pass without counting.
  package let unit: Unit

  /// The longest term, in any unit.
  package static let limit = 3660

  /// A term of 0 to 3660 units; nil otherwise. A term of 0 days ends on the day of receipt.
  package init?(_ count: Int, _ unit: Unit) {
    guard (0...Term.limit).contains(count) else { return nil }
    self.count = count
    self.unit = unit
  }

  /// Reads `5 working-days`, `5 ngày làm việc`, `15 days`, `8 giờ`, `2 tháng`, `5w`, `15d`, `8h`, `2m`.
  package static func parse(_ text: String) throws(InputProblem) -> Term {
    guard text.utf8.count <= 60, text.first(where: { !$0.isWhitespace }) != "-"
    else { throw .termUnreadable }
    let folded = SearchFold.base(text)
    let digits = folded.prefix { $0.isASCII && $0.isNumber }
    let word = String(folded.dropFirst(digits.count).drop { $0 == " " })
    guard let count = Int(digits), let unit = units[word], let term = Term(count, unit) else {
      throw .termUnreadable
    }
    return term
  }

  private static let units: [String: Unit] = [
    "h": .hours, "hour": .hours, "hours": .hours, "gio": .hours, "gio lam viec": .hours,
    "d": .calendarDays, "day": .calendarDays, "days": .calendarDays, "ngay": .calendarDays,
    "w": .workingDays, "working day": .workingDays, "working days": .workingDays,
    "ngay lam viec": .workingDays, "m": .months, "month": .months, "months": .months,
    "thang": .months,
  ]

  /// The form that `parse` reads and files keep: `5 working-days`.
  package var description: String { "\(count) \(unit.rawValue)" }

  /// The term in words.
  package func label(_ language: Language = .vietnamese) -> String {
    let unit = unit.words.text(in: language)
    return "\(count) \(count == 1 && language == .english ? String(unit.dropLast()) : unit)"
  }
}

extension Term.Unit {
  /// What is counted, in the plural.
  package var words: BilingualText {
    switch self {
    case .hours: BilingualText(vi: "giờ làm việc", en: "working hours")
    case .calendarDays: BilingualText(vi: "ngày", en: "days")
    case .workingDays: BilingualText(vi: "ngày làm việc", en: "working days")
    case .months: BilingualText(vi: "tháng", en: "months")
    }
  }
}

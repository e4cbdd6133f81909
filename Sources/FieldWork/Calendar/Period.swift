/// A span of days for which something is counted: both ends belong to it.
package struct Period: Hashable, Sendable, CustomStringConvertible {
  /// The kinds of reporting periods; nine months run from January to September.
  package enum Kind: String, Sendable, CaseIterable {
    case day, week, month, quarter, halfYear, nineMonths, year, custom
  }

  /// What kind of span it is, which decides its name.
  package let kind: Kind
  /// The first day that counts.
  package let from: LocalDate
  /// The last day that counts, never before `from`.
  package let to: LocalDate
  /// The last day of a reporting month, where months are not those of the calendar; nil else.
  package let cutOff: Int?

  /// The period of the kind that holds `date`; a custom period or nine months outside them is nil.
  package init?(_ kind: Kind, holding date: LocalDate) {
    let (year, month, _) = date.components
    let first: LocalDate?
    let months: Int
    switch kind {
    case .day:
      self.init(kind: .day, from: date, to: date)
      return
    case .week:
      let monday = date.adding(days: 1 - date.weekday)
      self.init(kind: .week, from: monday, to: monday.adding(days: 6))
      return
    case .month: (first, months) = (LocalDate(year: year, month: month, day: 1), 1)
    case .quarter:
      (first, months) = (LocalDate(year: year, month: (month - 1) / 3 * 3 + 1, day: 1), 3)
    case .halfYear: (first, months) = (LocalDate(year: year, month: month <= 6 ? 1 : 7, day: 1), 6)
    case .nineMonths:
      guard month <= 9 else { return nil }
      (first, months) = (LocalDate(year: year, month: 1, day: 1), 9)
    case .year: (first, months) = (LocalDate(year: year, month: 1, day: 1), 12)
    case .custom: return nil
    }
    guard let first else { return nil }
    // The next period's first day does not exist at the edge of the calendar, its last day does.
    let lastMonth = first.adding(months: months - 1)
    let (lastYear, lastNumber, _) = lastMonth.components
    let length = LocalDate.lengthOfMonth(year: lastYear, month: lastNumber)
    self.init(kind: kind, from: first, to: lastMonth.adding(days: length - 1))
  }

  /// A span of any two days. Throws `.periodBackwards`.
  package init(from: LocalDate, to: LocalDate) throws(InputProblem) {
    guard from <= to else { throw .periodBackwards }
    self.init(kind: .custom, from: from, to: to)
  }

  /// The same days of the year before; a period that ends with its month still does.
  package var yearBefore: Period {
    if let cutOff, let named { return named.yearBefore.cut(after: cutOff) }
    let first = from.adding(months: -12)
    let last = to.adding(months: -12)
    let (year, month, day) = to.components
    let isMonthEnd = day == LocalDate.lengthOfMonth(year: year, month: month)
    let length = LocalDate.lengthOfMonth(year: year - 1, month: month)
    let end = isMonthEnd && year > 1 ? last.adding(days: length - last.components.day) : last
    // A week or a day of the year before has no name of its own.
    let sameName = kind == .week ? nil : Period(kind, holding: first)
    return sameName.flatMap { $0.from == first && $0.to == end ? $0 : nil }
      ?? Period(kind: .custom, from: first, to: max(first, end))
  }

  /// Whether it is a week, month or longer as the calendar has them: two that are not, such as months
  /// that are cut on neighbouring days, would tell by their difference what happened on one day.
  package var isWhole: Bool {
    switch kind {
    case .day, .custom: false
    case .week, .month, .quarter, .halfYear, .nineMonths, .year: cutOff == nil
    }
  }

  init(kind: Kind, from: LocalDate, to: LocalDate, cutOff: Int? = nil) {
    (self.kind, self.from, self.to, self.cutOff) = (kind, from, to, cutOff)
  }

  /// Reads a period as typed in a command or a form.
  ///
  /// 2026-11-18 or 18/11/2026 · 2026-W47 · 2026-11 or 11/2026 · 2026-Q4 · 2026-H1 · 2026-9M · 2026 ·
  /// 2026-01-01..2026-03-31 · `today`, `week`, `month`, `quarter`, `half`, `nine-months`, `year`, which
  /// hold `today`; `@14` behind it cuts months after their 14th day. Throws `.periodUnreadable`, `.periodBackwards` or what is wrong with a date.
  package static func parse(
    _ text: String, today: LocalDate
  ) throws(InputProblem) -> Period {
    guard text.utf8.count <= 60 else { throw .periodUnreadable }
    let text = text.filter { !$0.isWhitespace }.lowercased()
    if let at = text.firstIndex(of: "@") {
      guard let day = Int(text[text.index(after: at)...]), cutOffDays.contains(day) else {
        throw .periodUnreadable
      }
      let period = try parse(String(text[..<at]), today: today, cutOff: day)
      guard period.cutOff != nil else { throw .periodUnreadable }
      return period
    }
    return try parse(text, today: today, cutOff: nil)
  }

  private static func parse(
    _ text: String, today: LocalDate, cutOff: Int?
  ) throws(InputProblem) -> Period {
    if let dots = text.firstRange(of: "..") {
      let from = try Format.parseDate(String(text[..<dots.lowerBound]))
      let to = try Format.parseDate(String(text[dots.upperBound...]))
      return try Period(from: from, to: to)
    }
    if let kind = words[text] {
      guard let period = Period(kind, holding: today, cutOff: cutOff) else {
        throw .periodUnreadable
      }
      return period
    }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
      .map(String.init)
    if parts.count == 3 {
      let date = try Format.parseDate(text)
      return Period(kind: .day, from: date, to: date)
    }
    let isYear = { (part: String) in
      part.utf8.count == 4 && part.utf8.allSatisfy { 48...57 ~= $0 }
    }
    if parts.count == 1, isYear(parts[0]), let period = whole(parts[0], "") {
      return period.cut(after: cutOff)
    }
    if parts.count == 2 {
      let (year, part) = isYear(parts[0]) ? (parts[0], parts[1]) : (parts[1], parts[0])
      if isYear(year), !part.isEmpty, let period = whole(year, part) {
        return period.cut(after: cutOff)
      }
    }
    throw .periodUnreadable
  }

  private static let words: [String: Kind] = [
    "today": .day, "homnay": .day, "hômnay": .day, "week": .week, "tuần": .week, "month": .month,
    "tháng": .month, "quarter": .quarter, "quý": .quarter, "half": .halfYear,
    "nine-months": .nineMonths, "year": .year, "năm": .year,
  ]

  private static func whole(_ yearText: String, _ part: String) -> Period? {
    guard let year = Int(yearText), let first = LocalDate(year: year, month: 1, day: 1) else {
      return nil
    }
    if part.isEmpty { return Period(.year, holding: first) }
    if part == "9m" { return Period(.nineMonths, holding: first) }
    if part.hasPrefix("w"), let week = Int(part.dropFirst()), (1...53).contains(week) {
      // 4 January is always in week 1.
      let period = Period(.week, holding: first.adding(days: 3 + (week - 1) * 7))
      return period.flatMap { $0.from.week == (year, week) ? $0 : nil }
    }
    if part.hasPrefix("q"), let number = Int(part.dropFirst()), (1...4).contains(number) {
      return Period(.quarter, holding: first.adding(months: (number - 1) * 3))
    }
    if part.hasPrefix("h"), let number = Int(part.dropFirst()), (1...2).contains(number) {
      return Period(.halfYear, holding: first.adding(months: (number - 1) * 6))
    }
    if part.utf8.count <= 2, let month = Int(part), (1...12).contains(month) {
      return Period(.month, holding: first.adding(months: month - 1))
    }
    return nil
  }

  /// The number of days.
  package var count: Int { from.days(until: to) + 1 }

  /// Whether the day belongs to the period.
  package func contains(_ date: LocalDate) -> Bool { from <= date && date <= to }

  /// The period of the same kind just before; for a custom span, as many days before.
  ///
  /// Nine months compare with the nine months of the year before.
  package var previous: Period {
    if let cutOff, let named { return named.previous.cut(after: cutOff) }
    let earlier = kind == .nineMonths ? from.adding(months: -12) : from.adding(days: -1)
    if let period = Period(kind, holding: earlier) { return period }
    return Period(
      kind: .custom, from: from.adding(days: -count), to: from.adding(days: -1))
  }

  /// The period of the same kind just after; for a custom span, as many days after.
  package var next: Period {
    if let cutOff, let named { return named.next.cut(after: cutOff) }
    let later = kind == .nineMonths ? from.adding(months: 12) : to.adding(days: 1)
    if let period = Period(kind, holding: later) { return period }
    return Period(kind: .custom, from: to.adding(days: 1), to: to.adding(days: count))
  }

  /// The form that `parse` reads and that never changes: `2026-11`, `2026-Q4`, `2026-W47`.
  package var description: String {
    if let cutOff, let named { return "\(named.description)@\(cutOff)" }
    let (year, month, _) = from.components
    let yearText = Format.padded(year, to: 4)
    switch kind {
    case .day: return from.iso
    case .week:
      let week = from.week
      return "\(Format.padded(week.year, to: 4))-W\(Format.padded(week.number, to: 2))"
    case .month: return "\(yearText)-\(Format.padded(month, to: 2))"
    case .quarter: return "\(yearText)-Q\((month - 1) / 3 + 1)"
    case .halfYear: return "\(yearText)-H\(month <= 6 ? 1 : 2)"
    case .nineMonths: return "\(yearText)-9M"
    case .year: return yearText
    case .custom: return "\(from.iso)..\(to.iso)"
    }
  }

  /// The period's name for people.
  package func label(_ language: Language = .vietnamese) -> String {
    if cutOff != nil, let named {
      return "\(named.label(language)) (\(Format.date(from))–\(Format.date(to)))"
    }
    let (year, month, _) = from.components
    let span = "\(Format.date(from))–\(Format.date(to))"
    switch kind {
    case .day: return language.text("Ngày \(Format.date(from))", Format.date(from))
    case .week:
      let (weekYear, number) = from.week
      return language.text(
        "Tuần \(number) năm \(weekYear) (\(span))", "Week \(number) of \(weekYear) (\(span))")
    case .month:
      return language.text("Tháng \(month)/\(year)", "Month \(month)/\(year)")
    case .quarter:
      let number = (month - 1) / 3
      return language.text(
        "Quý \(["I", "II", "III", "IV"][number]) năm \(year)", "Quarter \(number + 1) of \(year)")
    case .halfYear:
      return month <= 6
        ? language.text("6 tháng đầu năm \(year)", "First half of \(year)")
        : language.text("6 tháng cuối năm \(year)", "Second half of \(year)")
    case .nineMonths:
      return language.text("9 tháng đầu năm \(year)", "First nine months of \(year)")
    case .year: return language.text("Năm \(year)", "Year \(year)")
    case .custom:
      return language.text(
        "Từ \(Format.date(from)) đến \(Format.date(to))",
        "From \(Format.date(from)) to \(Format.date(to))")
    }
  }
}

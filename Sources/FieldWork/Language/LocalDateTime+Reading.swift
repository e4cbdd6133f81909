extension LocalDateTime {
  /// Reads a day with a time of day such as `18/11/2026 08:30`, `18/11/2026 9 giờ 30` or `08:30
  /// 18/11/2026`, the form of files `2026-11-18T08:30`, or a day alone.
  ///
  /// - Parameter hour: the minute of the day that a day alone means; 0 where its hour is not known.
  /// - Throws: `.hourUnreadable` where the day can be read and the time cannot.
  package static func parse(
    _ text: String, ofDayAlone hour: Int = 0
  ) throws(InputProblem) -> LocalDateTime {
    guard text.utf8.count <= 60 else { throw .dateUnreadable }
    let parts = text.drop(while: \.isWhitespace)
      .split(maxSplits: 1, whereSeparator: { $0.isWhitespace || $0 == "T" }).map(String.init)
    guard let first = parts.first else { throw .dateUnreadable }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.count > 1, let last = words.last, let date = try? Format.parseDate(last),
      let minute = minuteOfDay(words.dropLast().joined(separator: " "))
    {
      return LocalDateTime(date, minuteOfDay: minute)
    }
    let date = try Format.parseDate(first)
    guard parts.count == 2, !parts[1].allSatisfy(\.isWhitespace) else {
      return LocalDateTime(date, minuteOfDay: hour)
    }
    guard let minute = minuteOfDay(parts[1]) else { throw .hourUnreadable }
    return LocalDateTime(date, minuteOfDay: minute)
  }

  /// Reads a time of day as people write it: 8:05, 8.05, 8h05, 8g05, 8h, 8 giờ 5 phút, 8 giờ rưỡi, 2 giờ
  /// chiều; as minutes since midnight.
  package static func minuteOfDay(_ text: String) -> Int? {
    guard text.utf8.count <= 40 else { return nil }
    var rest = Substring(text.lowercased().filter { !$0.isWhitespace })
    let part = parts.first(where: { rest.hasSuffix($0.word) })
    if let part { rest = rest.dropLast(part.word.count) }
    guard let typed = number(&rest), var hour = Int(typed), hour < 24 else { return nil }
    if part?.isAfternoon == true, (1..<12).contains(hour) { hour += 12 }
    guard let mark = marks.first(where: { rest.hasPrefix($0) }) else { return nil }
    rest = rest.dropFirst(mark.count)
    let isHourWord = mark != ":" && mark != "."
    if isHourWord, rest.isEmpty { return hour * 60 }
    if isHourWord, ["rưỡi", "ruoi"].contains(rest) { return hour * 60 + 30 }
    // A single digit is five past in words, and a slip of the finger after a mark.
    guard let typed = number(&rest), isHourWord || typed.utf8.count == 2, let minute = Int(typed),
      minute < 60, rest.isEmpty || (isHourWord && ["phút", "phut", "p", "'"].contains(rest))
    else { return nil }
    return hour * 60 + minute
  }

  /// What stands behind the hour.
  private static let marks = ["giờ", "gio", "h", "g", ":", "."]
  /// The part of the day that people name behind a time of twelve hours.
  private static let parts: [(word: String, isAfternoon: Bool)] = [
    ("sáng", false), ("sang", false), ("chiều", true), ("chieu", true), ("tối", true),
    ("toi", true),
  ]

  /// Takes one or two digits from the front.
  private static func number(_ rest: inout Substring) -> Substring? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.utf8.count) else { return nil }
    rest = rest.dropFirst(digits.utf8.count)
    return digits
  }
}

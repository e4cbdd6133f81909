extension Format {
  /// Reads dd/MM/yyyy (also d/M/yyyy, and with - or . between) or yyyy-MM-dd.
  ///
  /// Throws `.dateTwoDigitYear` for a year of two digits, `.dateImpossible` for a day that is not
  /// in the calendar and `.dateUnreadable` for anything else.
  package static func parseDate(_ text: String) throws(InputProblem) -> LocalDate {
    guard text.utf8.count <= 40 else { throw .dateUnreadable }
    let trimmed = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    let parts = String(trimmed).split(
      omittingEmptySubsequences: false, whereSeparator: { "/-.".contains($0) })
    guard parts.count == 3,
      parts.allSatisfy({ (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy { 48...57 ~= $0 } }),
      let first = Int(parts[0]), let month = Int(parts[1]), let last = Int(parts[2])
    else { throw .dateUnreadable }
    guard parts[1].utf8.count <= 2 else { throw .dateUnreadable }
    let isYearFirst = parts[0].utf8.count == 4
    let (yearText, dayText) = isYearFirst ? (parts[0], parts[2]) : (parts[2], parts[0])
    guard dayText.utf8.count <= 2 else { throw .dateUnreadable }
    guard yearText.utf8.count == 4 else {
      throw yearText.utf8.count == 2 ? .dateTwoDigitYear : .dateUnreadable
    }
    let (year, day) = isYearFirst ? (first, last) : (last, first)
    guard let date = LocalDate(year: year, month: month, day: day) else { throw .dateImpossible }
    return date
  }

  /// Reads a whole number: 1234567, 1.234.567, 1 234 567, in English 1,234,567.
  ///
  /// Throws `.numberGrouping` where a mark does not part thousands: 50,000 and 1.5 may mean two
  /// things; `.numberTooLarge` past 18 digits; `.numberUnreadable` for anything else.
  package static func parseInteger(
    _ text: String, _ language: Language = .vietnamese
  ) throws(InputProblem) -> Int64 {
    let (number, fraction) = try parts(of: text, language)
    guard fraction == nil else { throw .numberGrouping }
    return number
  }

  /// Reads a number of at most two decimals, in hundredths: 1.234,56 is 123456, in English 1,234.56.
  ///
  /// Throws as `parseInteger`; `.numberDecimals` for a third decimal.
  package static func parseDecimal(
    _ text: String, _ language: Language = .vietnamese
  ) throws(InputProblem) -> Int64 {
    let (number, fraction) = try parts(of: text, language)
    guard number.magnitude < 10_000_000_000_000_000 else { throw .numberTooLarge }
    guard let fraction else { return number * 100 }
    guard fraction.utf8.count <= 2 else { throw .numberDecimals }
    let hundredths = (Int64(fraction) ?? 0) * (fraction.utf8.count == 1 ? 10 : 1)
    let isNegative = text.contains { "-−".contains($0) }
    return number * 100 + (isNegative ? -hundredths : hundredths)
  }

  /// Reads a rate in hundredths of a percent: 86,72 % is 8672; the sign % may be missing.
  ///
  /// Throws as `parseDecimal`.
  package static func parsePercent(
    _ text: String, _ language: Language = .vietnamese
  ) throws(InputProblem) -> Int64 {
    try parseDecimal(bare(text, without: ["%"]), language)
  }

  /// Reads an amount in đồng: 50.000 đ, 50000, 50 000 đồng, in English 50,000 VND.
  ///
  /// There are no parts of a đồng, therefore 50,5 and, in Vietnamese, 50,000 are refused with
  /// `.numberGrouping`. Throws `.numberNegative` too, else as `parseInteger`.
  package static func parseMoney(
    _ text: String, _ language: Language = .vietnamese
  ) throws(InputProblem) -> Int64 {
    let amount = try parseInteger(bare(text, without: ["đồng", "vnđ", "vnd", "đ", "₫"]), language)
    guard amount >= 0 else { throw .numberNegative }
    return amount
  }

  // A sign, digits with their thousands parted, and what stands behind the decimal mark.
  private static func parts(
    of text: String, _ language: Language
  ) throws(InputProblem) -> (number: Int64, fraction: String?) {
    guard text.utf8.count <= 60 else { throw .numberUnreadable }
    var digits = bare(text, without: [])[...]
    let isNegative = digits.hasPrefix("-") || digits.hasPrefix("−")
    if isNegative { digits = digits.dropFirst() }
    let (grouping, decimal): (Character, Character) =
      language == .vietnamese ? (".", ",") : (",", ".")
    let halves = digits.split(separator: decimal, omittingEmptySubsequences: false)
    guard let whole = halves.first, halves.count <= 2,
      digits.allSatisfy({ $0 == grouping || $0 == decimal || $0.isWhitespace || isDigit($0) }),
      whole.contains(where: isDigit)
    else { throw .numberUnreadable }
    let groups = whole.split(omittingEmptySubsequences: false) { $0 == grouping || $0.isWhitespace }
    guard groups.count == 1 || (1...3).contains(groups[0].utf8.count),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { throw .numberGrouping }
    let joined = groups.joined()
    guard joined.utf8.count <= 18, let number = Int64(joined) else { throw .numberTooLarge }
    let fraction = halves.count == 2 ? String(halves[1]) : nil
    if let fraction {
      guard !fraction.isEmpty, fraction.allSatisfy(isDigit) else { throw .numberUnreadable }
      // Three decimals are most often thousands that were parted the other language's way.
      guard fraction.utf8.count != 3 else { throw .numberGrouping }
    }
    return (isNegative ? -number : number, fraction)
  }

  // The text without blanks at its ends and without a unit behind it.
  private static func bare(_ text: String, without units: [String]) -> String {
    let trim = { (text: String) in
      String(
        text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    let text = trim(NormalizedText.composed(String(text.prefix(60))).lowercased())
    guard let unit = units.first(where: { text.hasSuffix($0) }) else { return text }
    return trim(String(text.dropLast(unit.count)))
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}

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

  /// Reads a whole number: 1234567, 1.234.567, 1 234 567.
  ///
  /// Throws `.numberGrouping` where a mark does not part thousands: 50,000 and 1.5 may mean two
  /// things; `.numberTooLarge` past 18 digits; `.numberUnreadable` for anything else.
  package static func parseInteger(_ text: String) throws(InputProblem) -> Int64 {
    guard text.utf8.count <= 60 else { throw .numberUnreadable }
    var digits = bare(text, without: [])[...]
    let isNegative = digits.hasPrefix("-") || digits.hasPrefix("−")
    if isNegative { digits = digits.dropFirst() }
    guard digits.contains(where: isDigit),
      digits.allSatisfy({ isDigit($0) || $0 == "." || $0 == "," || $0.isWhitespace })
    else { throw .numberUnreadable }
    let groups = digits.split(omittingEmptySubsequences: false) { !isDigit($0) }
    guard !digits.contains(","), groups.count == 1 || (1...3).contains(groups[0].utf8.count),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { throw .numberGrouping }
    let joined = groups.joined()
    guard joined.utf8.count <= 18, let number = Int64(joined) else { throw .numberTooLarge }
    return isNegative ? -number : number
  }

  /// Reads an amount in đồng: 50.000 đ, 50000, 50 000 đồng.
  ///
  /// There are no parts of a đồng, therefore 50,5 and 50,000 are refused with `.numberGrouping`.
  /// Throws `.numberNegative` too, else as `parseInteger`.
  package static func parseMoney(_ text: String) throws(InputProblem) -> Int64 {
    let amount = try parseInteger(bare(text, without: ["đồng", "vnđ", "vnd", "đ", "₫"]))
    guard amount >= 0 else { throw .numberNegative }
    return amount
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

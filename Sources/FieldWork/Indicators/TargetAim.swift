/// What is to be reached, as it is kept and as people write it.
package enum TargetAim: Sendable, Hashable {
  /// A percentage, kept in hundredths of one.
  case share
  /// An average, kept in hundredths.
  case average
  /// A number, kept as it is.
  case number

  /// How an aim at something that is made like this is kept.
  package init(_ form: RateForm) {
    switch form {
    case .share, .satisfaction: self = .share
    case .average: self = .average
    case .number: self = .number
    }
  }

  /// Reads what was typed: `80`, `80 %`, `80,5 %`; `2,5`; `12.000`.
  ///
  /// A percentage from 1000 to 10000 in bare digits can only be in hundredths, as they once were
  /// typed: 8000 is 80 %.
  package func parse(_ text: String) throws(InputProblem) -> Int64 {
    var digits = String(text.prefix(60)).filter { !$0.isWhitespace }
    let hasSign = digits.hasSuffix("%")
    if hasSign { digits.removeLast() }
    guard !digits.isEmpty, !hasSign || self == .share else { throw .numberUnreadable }
    if self == .number { return try Self.notNegative(Format.parseInteger(digits)) }
    if self == .share, !hasSign, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let former = Int64(digits), (1_000...10_000).contains(former)
    {
      return former
    }
    return try Self.hundredths(digits)
  }

  private static func hundredths(_ digits: String) throws(InputProblem) -> Int64 {
    // A comma or point with one or two digits behind it parts the fraction; three are thousands.
    let mark = digits.lastIndex { $0 == "," || $0 == "." }
    var (whole, fraction) = (digits[...], Substring())
    if let mark {
      let behind = digits[digits.index(after: mark)...]
      if (1...2).contains(behind.utf8.count) {
        (whole, fraction) = (digits[..<mark], behind)
      }
    }
    guard fraction.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .numberUnreadable
    }
    let number = try notNegative(Format.parseInteger(String(whole)))
    let hundredths = Int64(fraction.padding(to: 2)) ?? 0
    let (product, overflow) = number.multipliedReportingOverflow(by: 100)
    guard !overflow, product < .max - 100 else { throw .numberTooLarge }
    return product + hundredths
  }

  private static func notNegative(_ number: Int64) throws(InputProblem) -> Int64 {
    guard number >= 0 else { throw .numberNegative }
    return number
  }

  /// The aim as people read it.
  package func text(_ kept: Int64, _ language: Language) -> String {
    switch self {
    case .share: Format.percent(hundredths: kept, language)
    case .average: Format.hundredths(kept, language)
    case .number: Format.integer(kept, language)
    }
  }

  /// The aim as somebody would have typed it.
  package func typed(_ kept: Int64) -> String {
    let text = text(kept, .vietnamese)
    // Blanks that do not break are nobody's.
    return String(text.map { $0.isWhitespace ? " " : $0 })
  }
}

extension Substring {
  /// The digits with noughts behind them.
  fileprivate func padding(to count: Int) -> String {
    self + String(repeating: "0", count: Swift.max(0, count - utf8.count))
  }
}

extension RecordReader {
  /// How the aim at a measure is kept; nil where nobody knows what it is.
  package func aim(at measure: String?) throws -> TargetAim? {
    guard let measure else { return nil }
    if let form = Rate(named: measure)?.form { return TargetAim(form) }
    if Measure(named: measure) != nil { return .number }
    return try knownIndicators().first { $0.code == measure }?.aim
  }

  /// What targets can be set for, with the words of each: all of which it is known how an aim at them
  /// is kept.
  package func targetMeasures() throws -> [(value: String, words: BilingualText)] {
    var seen: Set<String> = []
    let rates = Rate.all.map { ($0.key, $0.words) }
    let measures = Measure.all.map { ($0.key, $0.words) }
    let indicators = try knownIndicators().filter { $0.aim != nil }.map {
      ($0.code, BilingualText(same: "\($0.code) ") + $0.words)
    }
    return (rates + indicators + measures).filter { seen.insert($0.0).inserted }
      .map { (value: $0.0, words: $0.1) }
  }

  /// What people read for a measure of a target.
  func words(ofMeasure measure: String) throws -> BilingualText {
    try Rate(named: measure)?.words ?? Measure(named: measure)?.words
      ?? knownIndicators().first { $0.code == measure }?.words ?? BilingualText(same: measure)
  }

  /// The measure that somebody means by its name or its words; nil for none.
  func measure(named text: String) throws -> String? {
    let choices = try targetMeasures()
    if let known = choices.first(where: { $0.value == text }) { return known.value }
    let wanted = SearchFold.exact(text)
    guard !wanted.isEmpty else { return nil }
    return choices.first {
      SearchFold.exact($0.words.vietnamese) == wanted
        || SearchFold.exact($0.words.english) == wanted
    }?.value
  }
}

extension Indicator {
  /// How an aim at it is kept; nil for one of a rule that this version does not know.
  fileprivate var aim: TargetAim? {
    switch formula {
    case .share, .shareOrZero, .shareOrFull, .satisfaction: .share
    case .average: .average
    case .number: .number
    case nil: nil
    }
  }
}

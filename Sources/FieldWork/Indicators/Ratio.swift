/// A quotient of two whole numbers, kept exactly and rounded only where it is printed.
package struct Ratio: Hashable, Sendable {
  /// What is divided.
  package let numerator: Int64
  /// What it is divided by, above 0.
  package let denominator: Int64

  /// The quotient; nil where there is nothing to divide by, which is not 0.
  package init?(_ numerator: Int64, of denominator: Int64) {
    guard denominator > 0 else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Hundredths, rounded half away from zero: 86.72 is 8672.
  ///
  /// - Parameter scale: what the quotient is taken times; 100 for a percentage.
  package func hundredths(times scale: Int64 = 1) -> Int64 {
    Self.rounded(Int128(numerator) * Int128(scale) * 100, by: Int128(denominator))
  }

  /// The percentage in hundredths of a percent.
  package var hundredthsOfPercent: Int64 { hundredths(times: 100) }

  /// Whether it reaches a threshold in hundredths of a percent; the exact quotient decides.
  package func reaches(hundredthsOfPercent threshold: Int64) -> Bool {
    Int128(numerator) * 10_000 >= Int128(threshold) * Int128(denominator)
  }

  /// The score that it earns, in hundredths of a point: min(maximum, maximum × quotient ÷ threshold),
  /// and never below 0.
  ///
  /// - Parameters:
  ///   - maximum: in hundredths of a point.
  ///   - threshold: in hundredths of a percent, above 0.
  package func score(maximum: Int64, threshold: Int64) -> Int64 {
    guard threshold > 0, maximum > 0, numerator > 0 else { return 0 }
    if reaches(hundredthsOfPercent: threshold) { return maximum }
    return Self.rounded(
      Int128(maximum) * Int128(numerator) * 10_000, by: Int128(denominator) * Int128(threshold))
  }

  /// 1 less two quotients, never below 0.
  static func rest(without first: Ratio, _ second: Ratio) -> Ratio? {
    let whole = Int128(first.denominator) * Int128(second.denominator)
    let taken =
      Int128(first.numerator) * Int128(second.denominator)
      + Int128(second.numerator) * Int128(first.denominator)
    var (rest, denominator) = (max(0, whole - taken), whole)
    // Counts of a nation squared still fit; what would not is made smaller, not trapped on.
    while denominator > Int128(Int64.max) { (rest, denominator) = (rest / 2, denominator / 2) }
    return Ratio(Int64(rest), of: Int64(denominator))
  }

  private static func rounded(_ value: Int128, by divisor: Int128) -> Int64 {
    let half = value < 0 ? -divisor / 2 : divisor / 2
    return Int64(clamping: (value + half) / divisor)
  }
}

extension Format {
  /// Hundredths with two decimals: 1.234,56, in English 1,234.56.
  package static func hundredths(_ value: Int64, _ language: Language = .vietnamese) -> String {
    let sign = value < 0 ? "-" : ""
    let whole = integer(Int64(value.magnitude / 100), language)
    let rest = padded(Int(value.magnitude % 100), to: 2)
    return sign + whole + (language == .vietnamese ? "," : ".") + rest
  }

  /// Hundredths of a percent: 86,72 %, in English 86.72 %.
  package static func percent(hundredths: Int64, _ language: Language = .vietnamese) -> String {
    "\(self.hundredths(hundredths, language)) %"
  }
}

/// Writes numbers, dates and money as people read them; `Format+Reading` reads them back.
///
/// Dates are dd/MM/yyyy in both languages: a month before a day would be read wrongly here.
package enum Format {
  /// dd/MM/yyyy.
  package static func date(_ date: LocalDate) -> String {
    let parts = date.components
    return "\(padded(parts.day, to: 2))/\(padded(parts.month, to: 2))/\(padded(parts.year, to: 4))"
  }

  /// dd/MM/yyyy HH:mm, 24 hours.
  package static func dateTime(_ time: LocalDateTime) -> String {
    "\(date(time.date)) \(self.time(minuteOfDay: time.minuteOfDay))"
  }

  /// HH:mm, 24 hours.
  package static func time(minuteOfDay: Int) -> String {
    "\(padded(minuteOfDay / 60, to: 2)):\(padded(minuteOfDay % 60, to: 2))"
  }

  /// A whole number with its thousands parted: 50.000, in English 50,000.
  package static func integer(_ value: Int64, _ language: Language = .vietnamese) -> String {
    let digits = Array(String(value.magnitude).utf8)
    let separator: UInt8 = language == .vietnamese ? 0x2E : 0x2C
    var bytes: [UInt8] = value < 0 ? [0x2D] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { bytes.append(separator) }
      bytes.append(digit)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A decimal number given in hundredths: 123456 is 1.234,56, in English 1,234.56.
  package static func decimal(
    hundredths: Int64, _ language: Language = .vietnamese
  ) -> String {
    let sign = hundredths < 0 && hundredths > -100 ? "-" : ""
    let fraction = padded(Int((hundredths % 100).magnitude), to: 2)
    return sign + integer(hundredths / 100, language) + language.text(",", ".") + fraction
  }

  /// A rate as a percentage with two decimals: 86,72 %, in English 86.72%; "—" without a denominator.
  ///
  /// Halves round away from zero.
  package static func percent(
    _ numerator: Int64, of denominator: Int64, _ language: Language = .vietnamese
  ) -> String {
    guard denominator != 0 else { return "—" }
    let (product, overflow) = numerator.multipliedReportingOverflow(by: 20_000)
    guard !overflow, denominator.magnitude < 1 << 61 else { return "—" }
    let isNegative = (product < 0) != (denominator < 0)
    let rounded = (product.magnitude / denominator.magnitude + 1) / 2
    let hundredths = isNegative ? -Int64(rounded) : Int64(rounded)
    return decimal(hundredths: hundredths, language) + language.text(" %", "%")
  }

  /// An amount in đồng: 50.000 đ, in English 50,000 VND.
  package static func money(_ dong: Int64, _ language: Language = .vietnamese) -> String {
    integer(dong, language) + language.text(" đ", " VND")
  }

  static func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

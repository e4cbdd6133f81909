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

  /// dd/MM/yyyy HH:mm, or dd/MM/yyyy where only the day is known.
  package static func dayOrTime(_ time: LocalDateTime) -> String {
    time.isDayAlone ? date(time.date) : dateTime(time)
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

  /// An amount in đồng: 50.000 đ, in English 50,000 VND.
  package static func money(_ dong: Int64, _ language: Language = .vietnamese) -> String {
    integer(dong, language) + language.text(" đ", " VND")
  }

  static func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

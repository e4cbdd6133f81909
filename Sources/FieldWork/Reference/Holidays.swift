/// A public holiday with its names.
package struct Holiday: Hashable, Sendable {
  /// The day off; a holiday of several days is on file once for each.
  package let date: LocalDate
  /// The Vietnamese name; it tells when the day is off in place of another.
  package let nameVietnamese: String
  /// The English name; it tells when the day is off in place of another.
  package let nameEnglish: String

  /// The name in the language.
  package func name(_ language: Language = .vietnamese) -> String {
    language.text(nameVietnamese, nameEnglish)
  }
}

/// The public holidays and worked Saturdays of 2023–2030; read on first use.
package enum Holidays {
  /// All holidays, by date.
  package static var all: [Holiday] { table.holidays }
  /// Saturdays worked in exchange for a day off, by date.
  package static var workedSaturdays: [LocalDate] { table.workedSaturdays }
  /// The years on file.
  package static let coveredYears = 2023...2030
  /// From this year on the dates are a projection; the yearly decision may differ.
  package static let projectedFromYear = 2027

  /// The working calendar of the whole country with standard hours.
  package static let national = WorkingCalendar(
    holidays: Set(all.map(\.date)), workedDays: Set(workedSaturdays), coveredYears: coveredYears)

  private static let table = Table()

  private struct Table: Sendable {
    let holidays: [Holiday]
    let workedSaturdays: [LocalDate]

    init() {
      var holidays: [Holiday] = []
      var workedSaturdays: [LocalDate] = []
      ReferenceLines.forEach(HolidayData.text) { fields in
        guard let date = fields.date(1) else { return }
        if fields.letter(0) == UInt8(ascii: "W") {
          workedSaturdays.append(date)
        } else {
          holidays.append(
            Holiday(date: date, nameVietnamese: fields[2], nameEnglish: fields[3]))
        }
      }
      self.holidays = holidays
      self.workedSaturdays = workedSaturdays
    }
  }
}

/// Reporting months that do not end with the month of the calendar.
///
/// Under Decree 09/2019 on reporting a month runs from the 15th of the month before to its 14th, a
/// quarter from the 15th of the month before it to the 14th of its last, and half a year, nine months
/// and a year from 15 December to 14 June, September and December; what happens after the cut-off
/// is reported with the next month. Checked against a province's regulation made under it (Khánh
/// Hòa's 01/2023, article 4), not against the decree's own text; the second half of a year, which
/// neither names, runs on from there.
extension Period {
  /// The days after which months can be cut: those that every month has.
  package static let cutOffDays = 1...28

  /// The period of the kind that holds `date`, where months end on a cut-off day; without one, and
  /// for days, weeks and custom periods, that of the calendar.
  package init?(_ kind: Kind, holding date: LocalDate, cutOff: Int?) {
    var date = date
    if let cutOff, kind.hasMonths, date.day > cutOff {
      date = date.adding(days: 1 - date.day).adding(months: 1)
    }
    guard let named = Period(kind, holding: date) else { return nil }
    self = named.cut(after: cutOff)
  }

  /// The same months, ending on a cut-off day; the period itself where it does not consist of
  /// months.
  package func cut(after cutOff: Int?) -> Period {
    guard let cutOff, Self.cutOffDays.contains(cutOff), kind.hasMonths, self.cutOff == nil else {
      return self
    }
    func end(_ date: LocalDate) -> LocalDate { date.adding(days: cutOff - date.day) }
    let first = end(from.adding(months: -1)).adding(days: 1)
    // The first month of the calendar has none before it.
    guard first <= end(to) else { return self }
    return Period(kind: kind, from: first, to: end(to), cutOff: cutOff)
  }

  /// The period of the calendar whose name it has.
  var named: Period? { Period(kind, holding: to) }
}

extension Period.Kind {
  /// Whether such periods consist of whole months.
  fileprivate var hasMonths: Bool {
    switch self {
    case .month, .quarter, .halfYear, .nineMonths, .year: true
    case .day, .week, .custom: false
    }
  }
}

/// How a dossier did against the appointment that was promised, in working days.
///
/// On time means: the result was ready no later than the appointment. The appointment is a stored
/// value and does not move when a calendar is updated; the calendar only counts the distance. A
/// dossier still open, or finished after the period, is judged as of the period's end.
package enum Punctuality: Hashable, Sendable {
  /// Finished on a day before the appointment's, so many working days.
  case early(workingDays: Int)
  /// Finished on the day of the appointment, in time.
  case onTime
  /// Finished after the appointment by so many working days, or papers were asked for twice.
  case late(workingDays: Int)
  /// Not finished on the day of the appointment, which has not passed.
  case dueToday
  /// Not finished, and the appointment is on a later day; 0 where no working day is left before it.
  case open(workingDaysLeft: Int)
  /// Not finished, and so many working days past the appointment.
  case overdue(workingDays: Int)

  /// Judges a dossier that was finished at `ended`; nil while open.
  ///
  /// `asOf` is the last minute of the period; what happened later is not known in it. A second
  /// request for papers is late whatever the dates say.
  package init(
    appointment: LocalDateTime, ended: LocalDateTime?, asOf: LocalDateTime,
    hasSecondRequest: Bool = false, calendar: WorkingCalendar
  ) {
    guard let ended, ended <= asOf else {
      if asOf > appointment || hasSecondRequest {
        self = .overdue(
          workingDays: calendar.workingDays(after: appointment.date, through: asOf.date))
      } else if asOf.date == appointment.date {
        self = .dueToday
      } else {
        self = .open(
          workingDaysLeft: calendar.workingDays(after: asOf.date, through: appointment.date))
      }
      return
    }
    if ended > appointment || hasSecondRequest {
      self = .late(
        workingDays: calendar.workingDays(after: appointment.date, through: ended.date))
    } else if ended.date < appointment.date {
      self = .early(
        workingDays: calendar.workingDays(after: ended.date, through: appointment.date))
    } else {
      self = .onTime
    }
  }

  /// The stable name.
  package var name: String {
    switch self {
    case .early: "early"
    case .onTime: "on-time"
    case .late: "late"
    case .open, .dueToday: "open"
    case .overdue: "overdue"
    }
  }

  /// What people read.
  package var words: BilingualText {
    func days(_ count: Int) -> String {
      count == 1 ? "1 working day" : "\(count) working days"
    }
    return switch self {
    case .early(0): BilingualText(vi: "trước hẹn", en: "early")
    case .early(let count):
      BilingualText(vi: "sớm \(count) ngày làm việc", en: "early by \(days(count))")
    case .onTime: BilingualText(vi: "đúng hẹn", en: "on time")
    case .late(0): BilingualText(vi: "trễ hẹn", en: "late")
    case .late(let count):
      BilingualText(vi: "trễ \(count) ngày làm việc", en: "late by \(days(count))")
    case .dueToday: BilingualText(vi: "hẹn trả hôm nay", en: "due today")
    case .open(0):
      BilingualText(
        vi: "đến hẹn không còn ngày làm việc nào", en: "no working day is left before it is due")
    case .open(let count):
      BilingualText(vi: "còn \(count) ngày làm việc", en: "due in \(days(count))")
    case .overdue(0): BilingualText(vi: "vừa quá hẹn", en: "just overdue")
    case .overdue(let count):
      BilingualText(vi: "quá hẹn \(count) ngày làm việc", en: "overdue by \(days(count))")
    }
  }
}

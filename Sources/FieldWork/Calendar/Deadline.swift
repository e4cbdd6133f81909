/// When a dossier is due, by Civil Code 2015 articles 147–148 and the rules of one-stop offices.
///
/// A term in days starts the day after receipt and ends with the working time of its last day; a
/// last day off rolls to the next working day. A term in hours starts at once and runs in working
/// time. Receipt outside working time counts as `WorkingCalendar.effectiveReceipt` says, so that a
/// dossier handed in later is never due earlier.
package struct Deadline: Equatable, Sendable {
  /// A request to the resident to complete the dossier; the clock pauses until the answer.
  package struct Supplement: Hashable, Sendable {
    /// What became of the request.
    package enum Answer: Hashable, Sendable {
      case open
      case completed(LocalDateTime)
      /// The time to answer ran out; that ends the dossier.
      case unanswered(LocalDateTime)
    }

    /// When the office asked; the clock stands still from then until the answer.
    package let requested: LocalDateTime
    /// What the resident made of it so far.
    package let answer: Answer

    /// A request, unanswered unless told otherwise.
    package init(requested: LocalDateTime, answer: Answer = .open) {
      self.requested = requested
      self.answer = answer
    }
  }

  /// Where the clock stands.
  package enum State: Equatable, Sendable {
    case due(LocalDateTime)
    /// Waiting for the resident since then; there is no due time yet.
    case paused(since: LocalDateTime)
    /// Ended because the resident did not answer; neither on time nor late.
    case ended(LocalDateTime)
  }

  /// The due time, or why there is none.
  package let state: State
  /// Asking a second time means late, whatever the dates say.
  package let isLateBySecondRequest: Bool
  /// Whether the count touched a year whose holidays the calendar does not know.
  package let isCalendarIncomplete: Bool

  /// Computes when a dossier is due.
  ///
  /// Supplements are taken in order of their requests. A day of the pause does not count from the
  /// day after the request through the day on which the answer counts as received; hours pause to
  /// the minute.
  package init(
    received: LocalDateTime, term: Term, calendar: WorkingCalendar, supplements: [Supplement] = []
  ) {
    let start = calendar.effectiveReceipt(received)
    let ordered = supplements.sorted { $0.requested < $1.requested }
    isLateBySecondRequest = ordered.count > 1
    var pauses: [(from: LocalDateTime, to: LocalDateTime)] = []
    for supplement in ordered {
      switch supplement.answer {
      case .open:
        state = .paused(since: supplement.requested)
        isCalendarIncomplete = !calendar.covers(start.date)
        return
      case .unanswered(let time):
        state = .ended(time)
        isCalendarIncomplete = !calendar.covers(start.date)
        return
      case .completed(let time):
        // A pause begins no earlier than the clock, and pauses never overlap.
        let from = max(supplement.requested, start, pauses.last?.to ?? start)
        // Longer pauses are mistakes of a date; the bound keeps the count short.
        let longest = LocalDateTime(from.date.adding(days: Term.limit), minuteOfDay: 0)
        let to = calendar.effectiveReceipt(min(max(time, from), longest))
        pauses.append((from, to))
      }
    }
    let due = Deadline.due(start, term, calendar, pauses)
    state = .due(due)
    isCalendarIncomplete = !calendar.covers(start.date) || !calendar.covers(due.date)
  }

  /// The due time, unless the clock is paused or the dossier ended.
  package var due: LocalDateTime? {
    if case .due(let time) = state { time } else { nil }
  }

  private static func due(
    _ start: LocalDateTime, _ term: Term, _ calendar: WorkingCalendar,
    _ pauses: [(from: LocalDateTime, to: LocalDateTime)]
  ) -> LocalDateTime {
    let isPaused = { (day: LocalDate) in
      pauses.contains { $0.from.date < day && day <= $0.to.date }
    }
    var last = start.date
    switch term.unit {
    case .hours:
      var time = calendar.adding(workingMinutes: term.count * 60, to: start)
      for pause in pauses where pause.from < time {
        let minutes = calendar.workingMinutes(from: pause.from, to: pause.to)
        time = calendar.adding(workingMinutes: minutes, to: time)
      }
      return time
    case .workingDays:
      var left = term.count
      while left > 0, last < .latest {
        last = last.adding(days: 1)
        if calendar.isWorkingDay(last), !isPaused(last) { left -= 1 }
      }
    case .calendarDays:
      var left = term.count
      while left > 0, last < .latest {
        last = last.adding(days: 1)
        if !isPaused(last) { left -= 1 }
      }
      last = calendar.workingDay(onOrAfter: last)
    case .months:
      last = last.adding(months: term.count)
      for pause in pauses where pause.from.date < last {
        last = last.adding(days: pause.from.date.days(until: pause.to.date))
      }
      last = calendar.workingDay(onOrAfter: last)
    }
    return LocalDateTime(last, minuteOfDay: calendar.hours.afternoonEnd)
  }
}

import SQLite
import SyncProtocol

/// How a dossier stands against its appointment, in working days.
package enum SubmissionDeadline: Hashable, Sendable {
  /// No time limit is known.
  case none
  /// Open, with so many working days left; 0 is due today.
  case open(due: LocalDateTime, workingDaysLeft: Int)
  /// Open and past its appointment by so many working days; 0 is later on the day itself.
  case overdue(due: LocalDateTime, workingDays: Int)
  /// Waiting for the resident; the clock stands still.
  case paused(since: LocalDateTime)
  /// Finished before the day of the appointment, by so many working days.
  case early(due: LocalDateTime, workingDays: Int)
  /// Finished on the day of the appointment, in time.
  case onTime(due: LocalDateTime)
  /// Finished after the appointment by so many working days, or asked for papers twice.
  case late(due: LocalDateTime, workingDays: Int)
  /// Ended without a result: refused, withdrawn or stopped.
  case ended(LocalDateTime)

  /// Judges a dossier; open ones as of a moment.
  ///
  /// The promised appointment moves only by the pause of a supplement. A second request for papers
  /// is late whatever the dates say.
  package init(
    _ submission: Submission, _ timeline: SubmissionTimeline, asOf now: LocalDateTime,
    calendar: WorkingCalendar
  ) {
    if let ended = timeline.ended {
      self = .ended(ended)
      return
    }
    let supplements = timeline.supplements
    if timeline.finished == nil, let last = supplements.last, last.answer == .open {
      self = .paused(since: last.requested)
      return
    }
    guard let due = Self.due(of: submission, supplements, calendar) else {
      self = .none
      return
    }
    let asksTwice = supplements.count > 1
    guard let finished = timeline.finished else {
      self =
        now > due
        ? .overdue(due: due, workingDays: calendar.workingDays(after: due.date, through: now.date))
        : .open(
          due: due, workingDaysLeft: calendar.workingDays(after: now.date, through: due.date))
      return
    }
    if finished > due || asksTwice {
      self = .late(
        due: due, workingDays: calendar.workingDays(after: due.date, through: finished.date))
    } else if finished.date < due.date {
      self = .early(
        due: due, workingDays: calendar.workingDays(after: finished.date, through: due.date))
    } else {
      self = .onTime(due: due)
    }
  }

  /// The appointment, later by what the supplements paused.
  private static func due(
    of submission: Submission, _ supplements: [Deadline.Supplement], _ calendar: WorkingCalendar
  ) -> LocalDateTime? {
    guard let appointment = submission.appointment else { return nil }
    guard !supplements.isEmpty, let received = submission.received, let term = submission.term
    else { return appointment }
    let answered = supplements.filter { if case .completed = $0.answer { true } else { false } }
    let plain = Deadline(received: received, term: term, calendar: calendar).due
    let paused = Deadline(
      received: received, term: term, calendar: calendar, supplements: answered
    ).due
    guard let plain, let paused, paused > plain else { return appointment }
    if plain == appointment { return paused }
    let minutes = calendar.workingMinutes(from: plain, to: paused)
    return calendar.adding(workingMinutes: minutes, to: appointment)
  }

  /// The stable name.
  package var name: String {
    switch self {
    case .none: "none"
    case .open: "open"
    case .overdue: "overdue"
    case .paused: "paused"
    case .early: "early"
    case .onTime: "on-time"
    case .late: "late"
    case .ended: "ended"
    }
  }

  /// When it is or was due.
  package var due: LocalDateTime? {
    switch self {
    case .open(let due, _), .overdue(let due, _), .early(let due, _), .onTime(let due),
      .late(let due, _):
      due
    case .none, .paused, .ended: nil
    }
  }
}

extension WorkingCalendar {
  /// Working days after one day, up to and including another; 0 when that is not later.
  package func workingDays(after first: LocalDate, through last: LocalDate) -> Int {
    // Dates from outside may lie millennia apart: ten years are enough for any dossier.
    let last = min(last, first.adding(days: Term.limit))
    var count = 0
    var day = first
    while day < last {
      day = day.adding(days: 1)
      if isWorkingDay(day) { count += 1 }
    }
    return count
  }
}

/// A dossier that waits for its result.
package struct WaitingSubmission: Hashable, Sendable {
  /// The dossier.
  package let submission: Submission
  /// Its status; nil while nothing was heard.
  package let status: SubmissionStatus?
  /// How it stands.
  package let deadline: SubmissionDeadline
}

extension FieldStore {
  /// How a dossier stands as of the present or another moment.
  package func deadline(
    of submission: Submission, asOf now: LocalDateTime
  ) throws -> SubmissionDeadline {
    SubmissionDeadline(
      submission, try reader.timeline(of: submission.id), asOf: now, calendar: calendar)
  }

  /// Dossiers without a result, overdue first, then by due time; those without a limit last.
  package func waitingSubmissions(
    team: RowID? = nil, asOf now: LocalDateTime, onlyOverdue: Bool = false
  ) throws -> [WaitingSubmission] {
    var waiting: [WaitingSubmission] = []
    for submission in try reader.submissions(team: team, page: .all) {
      let timeline = try reader.timeline(of: submission.id)
      guard timeline.finished == nil, timeline.ended == nil else { continue }
      let deadline = SubmissionDeadline(
        submission, timeline, asOf: now, calendar: calendar)
      if onlyOverdue, deadline.name != "overdue" { continue }
      waiting.append(
        WaitingSubmission(
          submission: submission, status: timeline.status, deadline: deadline))
    }
    return waiting.sorted {
      let left = ($0.deadline.due?.storedMinute ?? .max, $0.submission.id.rawValue)
      let right = ($1.deadline.due?.storedMinute ?? .max, $1.submission.id.rawValue)
      return left < right
    }
  }
}

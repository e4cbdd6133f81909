import SQLite
import SyncProtocol

/// How a dossier stands: what it waits for, or how it did against its appointment.
package enum SubmissionDeadline: Hashable, Sendable {
  /// No time limit is known.
  case none
  /// Waiting for the resident; the clock stands still.
  case paused(since: LocalDateTime)
  /// Judged against its appointment, in working days.
  case judged(Punctuality, due: LocalDateTime)
  /// Ended without a result: refused, withdrawn or stopped.
  case ended(LocalDateTime)

  /// What was promised when a dossier was filed; copied in then, so that no later law touches it.
  package struct Promise: Hashable, Sendable {
    /// When it was filed.
    package let received: LocalDateTime?
    /// The time limit of that day.
    package let term: Term?
    /// When the result was promised for.
    package let appointment: LocalDateTime?

    /// Gathers the three.
    package init(received: LocalDateTime?, term: Term?, appointment: LocalDateTime?) {
      self.received = received
      self.term = term
      self.appointment = appointment
    }
  }

  /// Judges a dossier as of a moment; what happened later is not known at it.
  ///
  /// The promised appointment moves only by the pause of a supplement.
  package init(
    _ submission: Submission, _ timeline: SubmissionTimeline, asOf now: LocalDateTime,
    calendar: WorkingCalendar
  ) {
    self.init(
      Promise(
        received: submission.received, term: submission.term,
        appointment: submission.appointment),
      timeline, asOf: now, calendar: calendar)
  }

  /// Judges what was promised.
  package init(
    _ promise: Promise, _ timeline: SubmissionTimeline, asOf now: LocalDateTime,
    calendar: WorkingCalendar
  ) {
    let timeline = timeline.asOf(now)
    if let ended = timeline.ended {
      self = .ended(ended)
      return
    }
    let supplements = timeline.supplements
    if timeline.finished == nil, let last = supplements.last, last.answer == .open {
      self = .paused(since: last.requested)
      return
    }
    guard let due = Self.due(promise, supplements, calendar) else {
      self = .none
      return
    }
    self = .judged(
      Punctuality(
        appointment: due, ended: timeline.finished, asOf: now,
        hasSecondRequest: supplements.count > 1, calendar: calendar), due: due)
  }

  /// The appointment, later by what the supplements paused.
  private static func due(
    _ promise: Promise, _ supplements: [Deadline.Supplement], _ calendar: WorkingCalendar
  ) -> LocalDateTime? {
    guard let appointment = promise.appointment else { return nil }
    guard !supplements.isEmpty, let received = promise.received, let term = promise.term
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
    case .paused: "paused"
    case .judged(let punctuality, _): punctuality.name
    case .ended: "ended"
    }
  }

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .none: BilingualText(vi: "không rõ thời hạn", en: "no time limit known")
    case .paused: BilingualText(vi: "chờ bổ sung", en: "waiting for the resident")
    case .judged(let punctuality, _): punctuality.words
    case .ended: BilingualText(vi: "đã kết thúc không có kết quả", en: "ended without a result")
    }
  }

  /// When it is or was due.
  package var due: LocalDateTime? {
    if case .judged(_, let due) = self { due } else { nil }
  }

  /// Whether its appointment has passed without a result.
  package var isOverdue: Bool {
    if case .judged(.overdue, _) = self { true } else { false }
  }
}

/// A dossier with how it stands at a moment, most often one that waits for its result.
package struct WaitingSubmission: Hashable, Sendable {
  /// The dossier.
  package let submission: Submission
  /// Its status; nil while nothing was heard.
  package let status: SubmissionStatus?
  /// How it stands.
  package let deadline: SubmissionDeadline
}

extension FieldStore {
  /// The working days of a unit, as the directory has them now.
  func calendar(of unit: String?) throws -> WorkingCalendar {
    try reader.calendars(on: calendar).calendar(of: unit)
  }

  /// How a dossier stands as of the present or another moment.
  package func deadline(
    of submission: Submission, asOf now: LocalDateTime
  ) throws -> SubmissionDeadline {
    SubmissionDeadline(
      submission, try reader.timeline(of: submission.id), asOf: now,
      calendar: try calendar(of: submission.decidingUnit))
  }

  /// How any dossier stands as of a moment, whether it waits or not.
  package func standing(
    of submission: Submission, asOf now: LocalDateTime
  ) throws -> WaitingSubmission {
    let timeline = try reader.timeline(of: submission.id).asOf(now)
    return WaitingSubmission(
      submission: submission, status: timeline.status,
      deadline: SubmissionDeadline(submission, timeline, asOf: now, calendar: calendar))
  }

  /// Dossiers without a result, overdue first, then by due time; those without a limit last.
  package func waitingSubmissions(
    team: RowID? = nil, asOf now: LocalDateTime, onlyOverdue: Bool = false
  ) throws -> [WaitingSubmission] {
    var waiting: [WaitingSubmission] = []
    let calendars = try reader.calendars(on: calendar)
    for id in try reader.unfinishedSubmissions(team: team, asOf: now) {
      guard let submission = try reader.record(Submission.self, id) else { continue }
      let timeline = try reader.timeline(of: id).asOf(now)
      let deadline = SubmissionDeadline(
        submission, timeline, asOf: now,
        calendar: calendars.calendar(of: submission.decidingUnit))
      if onlyOverdue, !deadline.isOverdue { continue }
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

import SQLite
import SyncProtocol

/// All of a piece of feedback that bears on a rate, as of a moment.
struct FeedbackFacts: MeasuredFacts {
  let row: RowID
  /// 1 to 5; nil where none was given.
  let rating: Int64?
  /// Whether it says something that wants an answer: a bare rating does not.
  let wantsAnswer: Bool
  /// Whether it was answered within the time, or the time is still running.
  let isInTime: Bool?

  var identity: MeasuredIdentity { .row(FeedbackTable.definition.id, row) }
  var note: BilingualText? {
    rating.map { BilingualText(vi: "\($0)/5 điểm", en: "\($0) of 5") }
  }

  /// Working days within which feedback is answered, by Decision 766.
  static let answerDays = 15
  /// Ratings up to this say that somebody is not content.
  static let dislikedUpTo: Int64 = 2
  /// Ratings from this say that somebody is content.
  static let likedFrom: Int64 = 4
}

extension RecordReader {
  /// The feedback that a question asks about; an answer after the moment is not known at it.
  func feedbackFacts(
    _ query: CountQuery, asOf now: LocalDateTime, _ calendar: WorkingCalendar
  ) throws -> [FeedbackFacts] {
    var feedback: [FeedbackFacts] = []
    try forEach(
      .feedback, in: query,
      select: [
        "f.rid", "f.rating", "f.comment IS NOT NULL OR f.answer IS NOT NULL", "f.date",
        "f.answered_date",
      ]
    ) { statement in
      var row = ColumnReader(statement)
      guard let id = try row.reference() else { return }
      let rating = try row.integer()
      let wantsAnswer = try row.integer() == 1
      let received = try row.date()
      let answered = try row.date().flatMap { $0 <= now.date ? $0 : nil }
      let due = received.flatMap { received in
        Term(FeedbackFacts.answerDays, .workingDays).flatMap {
          Deadline(
            received: LocalDateTime(received, minuteOfDay: calendar.hours.morningStart), term: $0,
            calendar: calendar
          ).due
        }
      }
      feedback.append(
        FeedbackFacts(
          row: id, rating: rating.flatMap { (1...5).contains($0) ? $0 : nil },
          wantsAnswer: wantsAnswer,
          isInTime: due.map { due in answered.map { $0 <= due.date } ?? (now <= due) }))
    }
    return feedback
  }
}

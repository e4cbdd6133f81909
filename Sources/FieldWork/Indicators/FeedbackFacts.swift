import SQLite
import SyncProtocol

/// All of a piece of feedback that bears on a rate, as of a moment, but what was said.
package struct FeedbackFacts: MeasuredFacts {
  /// How it stands.
  package enum State: String, CaseIterable, Sendable {
    /// It wants an answer, and the time for one is over.
    case overdue
    /// It wants an answer, and there is time.
    case open
    /// It was answered after its time.
    case late
    /// It was answered in time.
    case inTime = "in-time"
    /// A rating without words, which wants no answer.
    case bare
  }

  /// The row.
  package let row: RowID
  /// The scope it lies in.
  package let scope: ScopeID?
  /// What people call it.
  package let codeText: String
  /// The record that it is about, the nearest first; nil where it names none that is here.
  package let subject: (kind: RecordCode.Kind, row: RowID)?
  /// How it came: a number of `ChoiceList.feedbackChannel`.
  package let channel: Int64?
  /// The day it was given.
  package let received: LocalDate?
  /// The last day for an answer; nil where no calendar tells it.
  package let due: LocalDate?
  /// The day it was answered.
  package let answered: LocalDate?
  /// 1 to 5; nil where none was given.
  package let rating: Int64?
  /// Whether it says something that wants an answer: a bare rating does not.
  package let wantsAnswer: Bool
  /// Whether it was answered within the time, or the time is still running.
  package let isInTime: Bool?

  var identity: MeasuredIdentity { .row(FeedbackTable.definition.id, row) }
  var note: BilingualText? {
    rating.map { BilingualText(vi: "\($0)/5 điểm", en: "\($0) of 5") }
  }

  /// How it stands; what was answered without words of anybody stands as answered too.
  package var state: State {
    guard wantsAnswer else { return .bare }
    guard answered != nil else { return isInTime == false ? .overdue : .open }
    return isInTime == false ? .late : .inTime
  }

  /// Working days within which feedback is answered, by Decision 766.
  package static let answerDays = 15
  /// Ratings up to this say that somebody is not content.
  package static let dislikedUpTo: Int64 = 2
  /// Ratings from this say that somebody is content.
  package static let likedFrom: Int64 = 4
}

extension RecordReader {
  /// All feedback within a question's reach, the latest first, as of a moment; what was said is read
  /// with the record, where somebody looks at it.
  package func feedback(_ query: CountQuery, asOf now: LocalDateTime) throws -> [FeedbackFacts] {
    let facts = try feedbackFacts(query, along: nil, asOf: now, calendars().nationwide)
    return facts[.none, default: []].sorted {
      ($1.received ?? .earliest, $1.row) < ($0.received ?? .earliest, $0.row)
    }
  }

  /// The feedback that a question asks about, by where it stands along what divides it; an answer after
  /// the moment is not known at it.
  func feedbackFacts(
    _ query: CountQuery, along dimension: CountDimension?, asOf now: LocalDateTime,
    _ calendar: WorkingCalendar
  ) throws -> [CountKey: [FeedbackFacts]] {
    var feedback = PartedFacts<FeedbackFacts>()
    let keys = try forEach(
      .feedback, in: query, along: dimension,
      select: [
        "f.rid", "f.scope", "f.number", "f.submission", "f.assist", "f.session", "f.place",
        "f.channel", "f.rating", "f.comment IS NOT NULL OR f.answer IS NOT NULL", "f.date",
        "f.answered_date",
      ]
    ) { statement, place in
      var row = ColumnReader(statement)
      guard let id = try row.reference() else { return }
      let scope = try row.integer().flatMap(ScopeID.init(rawValue:))
      let code = try row.integer().flatMap {
        RecordCode(kind: .feedback, replica: id.replica.rawValue, number: $0)
      }
      var subjects: [(kind: RecordCode.Kind, row: RowID)] = []
      for kind in [RecordCode.Kind.submission, .assist, .session, .place] {
        if let about = try row.reference() { subjects.append((kind, about)) }
      }
      let channel = try row.integer()
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
      feedback.add(
        FeedbackFacts(
          row: id, scope: scope, codeText: code?.text ?? "#\(id.rawValue)",
          subject: subjects.first, channel: channel, received: received, due: due?.date,
          answered: answered, rating: rating.flatMap { (1...5).contains($0) ? $0 : nil },
          wantsAnswer: wantsAnswer,
          isInTime: due.map { due in answered.map { $0 <= due.date } ?? (now <= due) }),
        at: place)
    }
    return feedback.byKey(keys)
  }
}

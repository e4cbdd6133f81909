import Replica
import SyncProtocol

/// Something that happened to a dossier.
package struct SubmissionEvent: FieldRecord {
  /// The synced table.
  package static let table = SubmissionEventTable.definition
  /// Events have no code of their own: they are named within their dossier.
  package static let kind: RecordCode.Kind? = nil
  /// The columns read.
  package static let columns = """
    submission, status, occurred_minute, note, supersedes, void_reason
    """

  /// Identity and scope.
  package let header: RecordHeader
  /// The dossier.
  package let submission: RowID?
  /// The status it brought.
  package let status: SubmissionStatus?
  /// When it happened, local time.
  package let occurred: LocalDateTime?
  /// Free text.
  package let note: String?
  /// The event that it supersedes.
  package let supersedes: RowID?
  /// Why a person voided it.
  package let voidReason: String?

  /// Reads a row.
  package init(_ header: RecordHeader, reading row: inout ColumnReader) throws {
    self.header = header
    submission = try row.reference()
    status = try row.choice()
    occurred = try row.minute()
    note = try row.text()
    supersedes = try row.reference()
    voidReason = try row.text()
  }

  /// Reads what decides about the status alone, of a voided event only that it is voided.
  init(_ id: RowID, unsealed row: inout ColumnReader) throws {
    self.init(
      id: id, status: try row.choice(), occurred: try row.minute(),
      supersedes: try row.reference(), voidReason: try row.integer() == 1 ? "" : nil)
  }

  init(
    id: RowID, status: SubmissionStatus?, occurred: LocalDateTime?, supersedes: RowID? = nil,
    voidReason: String? = nil
  ) {
    header = RecordHeader(id: id, scope: .everyone, createdAt: nil, code: nil)
    submission = nil
    self.status = status
    self.occurred = occurred
    note = nil
    self.supersedes = supersedes
    self.voidReason = voidReason
  }
}

/// An event of a dossier as typed.
package struct SubmissionEventDraft: Sendable {
  /// A name or number of `SubmissionStatus`.
  package var status: String?
  /// When it happened; from the clock when not given and the clock can be trusted.
  package var occurred: String?
  /// The event it puts right, where a status was recorded by mistake.
  package var supersedes: RowID?
  /// Free text.
  package var note: String?

  /// Gathers what was typed.
  package init(
    status: String? = nil, occurred: String? = nil, supersedes: RowID? = nil, note: String? = nil
  ) {
    self.status = status
    self.occurred = occurred
    self.supersedes = supersedes
    self.note = note
  }
}

extension FieldStore {
  /// Records that something happened to a dossier.
  ///
  /// - Throws: `FieldError.statusCannotFollow` when the transition table does not allow it after
  ///   what is known here; an event that supersedes a mistaken one is how a final status is left.
  package func addSubmissionEvent(
    _ draft: SubmissionEventDraft, to id: RowID, author: RowID?, clock: ClockReading
  ) throws -> SavedRecord {
    let knowledge = try knowledge(of: clock)
    return try commit(author: author, clock: clock) { act in
      var checker = DraftChecker()
      let submission = try reader.existing(Submission.self, id)
      guard submission.voidReason == nil else { throw FieldError.voided("submission") }
      let events = try reader.events(of: id)
      checker.choice(
        draft.status, SubmissionEventTable.status, SubmissionStatus.self, required: true)
      let occurred = occurrence(draft.occurred, after: submission.received, knowledge, &checker)
      let others = events.filter { $0.id != draft.supersedes }
      if let occurred, let known = Self.hour(known: others, ofDayAlone: occurred) {
        checker.complain(SubmissionEventTable.occurredMinute, .hourNeeded(beside: known))
      }
      checker.text(
        draft.note, SubmissionEventTable.note, limit: TextLimit.note, allowsLines: true)
      if let superseded = draft.supersedes {
        if events.contains(where: { $0.id == superseded }) {
          checker.set(SubmissionEventTable.supersedes, .integer(superseded.rawValue))
        } else {
          checker.complain(SubmissionEventTable.supersedes, .noSuchRecord)
        }
      }
      try checker.finish()
      guard let occurred,
        let status = SubmissionStatus(
          stored: checker.result(SubmissionEventTable.status).integer)
      else { throw FieldError.invalid([]) }
      checker.set(SubmissionEventTable.occurredMinute, .integer(occurred.storedMinute))
      checker.set(SubmissionEventTable.submission, .integer(id.rawValue))
      let number = try act.nextNumber(SubmissionEventTable.definition)
      checker.set(SubmissionEventTable.number, .integer(number))
      let event = try act.create(
        SubmissionEventTable.definition, in: submission.scope, checker.fields)
      let timeline = SubmissionTimeline(try reader.events(of: id))
      if let ignored = timeline.steps.first(where: { $0.event.id == event }), !ignored.isInForce {
        throw FieldError.statusCannotFollow(
          status, after: ignored.before ?? timeline.status ?? status)
      }
      var saved = SavedRecord(id: event, code: nil, warnings: [])
      let isLaterToday = knowledge.isChecked && draft.occurred != nil && occurred > knowledge.now
      if occurred.date > knowledge.today || isLaterToday {
        saved.warnings.append(.dateInFuture(occurred.date))
      }
      if !knowledge.isChecked { saved.warnings.append(.clockUnchecked) }
      return saved
    }
  }
}

extension FieldStore {
  /// The hour of other news of a day, beside which a day alone would come first whatever came first;
  /// nil where there is none.
  private static func hour(
    known events: [SubmissionEvent], ofDayAlone occurred: LocalDateTime
  ) -> LocalDateTime? {
    guard occurred.isDayAlone else { return nil }
    return SubmissionTimeline(events).steps.filter(\.isInForce).compactMap(\.event.occurred)
      .last { $0.date == occurred.date && !$0.isDayAlone }
  }

  /// When something happened: never before the dossier was received, or a result could be early
  /// that never was. Of a day alone, the day is compared.
  private func occurrence(
    _ raw: String?, after received: LocalDateTime?, _ knowledge: ClockKnowledge,
    _ checker: inout DraftChecker
  ) -> LocalDateTime? {
    let field = SubmissionEventTable.occurredMinute
    let occurred = moment(raw, field, knowledge, &checker)
    guard let occurred, let received, occurred < received,
      !occurred.isDayAlone || occurred.date < received.date
    else { return occurred }
    checker.complain(field, .eventBeforeReceipt(received: received))
    return nil
  }
}

extension RecordReader {
  /// Every event of a dossier, voided ones too, in order of row.
  package func events(of submission: RowID) throws -> [SubmissionEvent] {
    try records(
      SubmissionEvent.self, where: "submission = ?", [.integer(submission.rawValue)],
      order: "rid", page: .all)
  }

  /// Standing dossiers that had neither result nor end at a moment.
  ///
  /// All events are read in one pass and without what is sealed in them: nearly every dossier is
  /// finished, and its status is told by the rest.
  func unfinishedSubmissions(team: RowID?, asOf now: LocalDateTime) throws -> [RowID] {
    var unfinished: [RowID] = []
    var current: (submission: RowID, events: [SubmissionEvent])?
    func judge() {
      guard let (submission, events) = current else { return }
      let timeline = SubmissionTimeline(events).asOf(now)
      if timeline.finished == nil, timeline.ended == nil { unfinished.append(submission) }
    }
    try connection.withStatement(
      """
      SELECT s.rid, e.rid, e.status, e.occurred_minute, e.supersedes, e.void_reason IS NOT NULL
      FROM submission AS s
      LEFT JOIN submission_event AS e ON e.submission = s.rid AND e.hidden IS NULL
      WHERE s.hidden IS NULL AND s.void_reason IS NULL AND (?1 IS NULL OR s.team = ?1)
        AND \(Submission.isNotHeldBack(assist: "s.assist"))
      ORDER BY s.rid, e.rid
      """
    ) { statement in
      try statement.bind(team.map { .integer($0.rawValue) } ?? .null, at: 1)
      while try statement.step() {
        var row = ColumnReader(statement)
        guard let submission = try row.reference() else { continue }
        if current?.submission != submission {
          judge()
          current = (submission, [])
        }
        guard let id = try row.reference() else { continue }
        current?.events.append(try SubmissionEvent(id, unsealed: &row))
      }
    }
    judge()
    return unfinished
  }

  /// What is known of a dossier's way.
  package func timeline(of submission: RowID) throws -> SubmissionTimeline {
    SubmissionTimeline(try events(of: submission))
  }
}

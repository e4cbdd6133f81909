import SQLite
import SyncProtocol

/// All of a dossier that bears on a rate, as of a moment.
struct DossierFacts: MeasuredFacts {
  let row: RowID
  /// The day that puts it into a period; nil for one that is in none.
  let date: LocalDate?
  let procedure: String?
  let channel: SubmissionChannel?
  /// As it was on the day of filing.
  let serviceLevel: StoredServiceLevel?
  let fee: Int64?
  let paidOnline: Int64?
  let files: Int?
  let filesDigitised: Int?
  let electronicResult: Bool?
  /// Whether it came out of an assist; nil where that assist was voided.
  let isHelped: Bool?
  /// Where the assist took place: a number of `ChoiceList.visitChannel`.
  let helpChannel: Int64?
  /// Why the resident was helped first: a number of `ChoiceList.beneficiary`.
  let beneficiary: Int64?
  let promise: SubmissionDeadline.Promise
  /// How it stands against its appointment.
  let standing: SubmissionDeadline
  /// Papers were asked for twice, which is late whatever the dates say.
  let hasSecondRequest: Bool
  let finished: LocalDateTime?
  /// Whether it got on without being refused or completed; nil while nothing was heard.
  let isFirstTry: Bool?
  /// Working days from receipt to result; nil while it has none.
  let settlementDays: Int?

  var identity: MeasuredIdentity { .row(SubmissionTable.definition.id, row) }
  var note: BilingualText? { standing.words }

  /// Whether a fee is due; nil where no fee is known.
  var hasFee: Bool? { fee.map { $0 > 0 } }
  /// Whether something was paid online; nil where nobody recorded it.
  var isPaidOnline: Bool? { paidOnline.map { $0 > 0 } }

  /// Whether component papers and result are electronic; one that is surely not decides alone.
  var isDigitised: Bool? {
    let hasFiles = filesDigitised.map { $0 > 0 }
    if hasFiles == false || electronicResult == false { return false }
    return hasFiles == true && electronicResult == true ? true : nil
  }

  /// Whether there is a result by the moment: heard of, or recorded with it.
  var hasResult: Bool { !hasEnded && (finished != nil || electronicResult != nil) }

  /// Whether it was refused, withdrawn or stopped.
  var hasEnded: Bool { if case .ended = standing { true } else { false } }

  /// Whether it still waits for a result.
  var isOpen: Bool { !hasEnded && finished == nil }

  /// Whether it is in time: finished so, or still running; nil without a limit. What ended without
  /// a result is judged neither way.
  var isInTime: Bool? {
    switch standing {
    case .none: nil
    case .ended: nil
    case .paused: !hasSecondRequest
    case .judged(let punctuality, _):
      switch punctuality {
      case .early, .onTime, .open, .dueToday: true
      case .late, .overdue: false
      }
    }
  }

  /// Working days before the appointment; nil for what was not early.
  var daysEarly: Int? {
    if case .judged(.early(let days), _) = standing { days } else { nil }
  }

  /// Working days after the appointment; nil for what is not late.
  var daysLate: Int? {
    guard case .judged(let punctuality, _) = standing else { return nil }
    switch punctuality {
    case .late(let days), .overdue(let days): return days
    case .early, .onTime, .open, .dueToday: return nil
    }
  }
}

extension RecordReader {
  /// The dossiers that a question asks about, judged as of a moment, by where they stand along what
  /// divides it.
  func dossierFacts(
    _ query: CountQuery, along dimension: CountDimension?, asOf now: LocalDateTime,
    _ calendars: UnitCalendars
  ) throws -> [CountKey: [DossierFacts]] {
    let events = try eventsByDossier(query)
    let opener = ValueOpener(keyring, AssistTable.definition)
    var dossiers = PartedFacts<DossierFacts>()
    let keys = try forEach(
      .submission, in: query, along: dimension,
      select: [
        "s.rid", "s.procedure", "s.channel", "s.service_level", "s.fee", "s.paid_online", "s.files",
        "s.files_digitised", "s.electronic_result", "s.received_minute", "s.time_limit",
        "s.time_limit_unit", "s.appointment_minute", "s.assist IS NOT NULL",
        "b.void_reason IS NOT NULL OR b.hidden IS NOT NULL", "w.channel", "b.rid", "b.beneficiary",
        "coalesce(s.competent_unit, s.receiving_unit)", "s.date",
      ],
      joining: """
        LEFT JOIN assist AS b ON b.rid = s.assist LEFT JOIN visit AS w ON w.rid = b.visit
        """
    ) { statement, place in
      var row = ColumnReader(statement)
      guard let id = try row.reference() else { return }
      let facts = try DossierFacts(
        id, reading: &row,
        beneficiary: { assist in
          try opener.open(statement, at: 17, of: assist).value?.integer
        }, SubmissionTimeline(events[id] ?? []).asOf(now), asOf: now,
        calendars.calendar(of: try statement.optionalText(at: 18)),
        date: try statement.optionalInteger(at: 19).map { LocalDate(daysSince1970: Int($0)) })
      dossiers.add(facts, at: place)
    }
    return dossiers.byKey(keys)
  }

  /// The events of those dossiers, read in one sweep.
  private func eventsByDossier(_ query: CountQuery) throws -> [RowID: [SubmissionEvent]] {
    var events: [RowID: [SubmissionEvent]] = [:]
    try forEach(
      .submission, in: query,
      select: [
        "s.rid", "e.rid", "e.status", "e.occurred_minute", "e.supersedes",
        "e.void_reason IS NOT NULL",
      ],
      joining: "JOIN submission_event AS e ON e.submission = s.rid AND e.hidden IS NULL"
    ) { statement in
      var row = ColumnReader(statement)
      guard let dossier = try row.reference(), let id = try row.reference() else { return }
      let event = SubmissionEvent(
        id: id, status: try row.choice(), occurred: try row.minute(),
        supersedes: try row.reference(), voidReason: try row.integer() == 1 ? "" : nil)
      events[dossier, default: []].append(event)
    }
    return events
  }
}

extension DossierFacts {
  fileprivate init(
    _ id: RowID, reading row: inout ColumnReader, beneficiary: (RowID) throws -> Int64?,
    _ timeline: SubmissionTimeline, asOf now: LocalDateTime, _ calendar: WorkingCalendar,
    date: LocalDate?
  ) throws {
    self.row = id
    self.date = date
    procedure = try row.text()
    channel = try row.choice()
    serviceLevel = try row.choice()
    fee = try row.integer()
    paidOnline = try row.integer()
    files = try row.integer().map { Int(clamping: $0) }
    filesDigitised = try row.integer().map { Int(clamping: $0) }
    electronicResult = try row.integer().map { $0 != 0 }
    let received = try row.minute()
    promise = SubmissionDeadline.Promise(
      received: received, term: try row.term(), appointment: try row.minute())
    let hasAssist = try row.integer() == 1
    let isAssistVoided = try row.integer() == 1
    isHelped = hasAssist ? (isAssistVoided ? nil : true) : false
    let channel = try row.integer()
    let assist = try row.reference()
    helpChannel = isAssistVoided ? nil : channel
    self.beneficiary = isAssistVoided ? nil : try assist.flatMap(beneficiary)
    standing = SubmissionDeadline(promise, timeline, asOf: now, calendar: calendar)
    hasSecondRequest = timeline.supplements.count > 1
    finished = timeline.finished
    isFirstTry = Self.isFirstTry(timeline)
    settlementDays = timeline.finished.flatMap { finished in
      received.map { calendar.workingDays(after: $0.date, through: finished.date) }
    }
  }

  private static func isFirstTry(_ timeline: SubmissionTimeline) -> Bool? {
    let statuses = timeline.steps.filter(\.isInForce).compactMap(\.event.status)
    if statuses.contains(.refused) || statuses.contains(.supplementRequested) { return false }
    let goesOn: Set<SubmissionStatus> = [
      .accepted, .processing, .paymentRequested, .done, .resultReturned,
    ]
    return statuses.contains(where: goesOn.contains) ? true : nil
  }
}

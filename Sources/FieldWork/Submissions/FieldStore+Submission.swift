import Replica
import SQLite
import SyncProtocol

extension FieldStore {
  /// Adds a dossier in the scope of the assist or resident it belongs to.
  ///
  /// Limit, fee and level are copied in as they hold on that day at the unit that decides; the
  /// appointment is counted by its working days unless one was promised.
  /// - Throws: `FieldError.invalid`, `.voided`.
  package func addSubmission(
    _ draft: SubmissionDraft, author: RowID?, clock: ClockReading
  ) throws -> SavedRecord {
    let knowledge = try knowledge(of: clock)
    return try commit(author: author, clock: clock) { act in
      var checker = DraftChecker()
      try checker.reference(
        draft.assist, SubmissionTable.assist, AssistTable.definition, in: reader,
        mayBeVoided: true)
      let assist = try draft.assist.flatMap { try reader.record(Assist.self, $0) }
      let resident = draft.resident ?? assist?.resident
      try checker.reference(
        resident, SubmissionTable.resident, ResidentTable.definition, in: reader,
        required: assist == nil, mayBeVoided: draft.resident == nil)
      draft.check(&checker)
      try checker.reference(
        draft.session, SubmissionTable.session, SessionTable.definition, in: reader)
      let received = moment(draft.received, SubmissionTable.receivedMinute, knowledge, &checker)
      let place = try reader.place(ofResident: resident, orVisit: assist?.visit)
      if let received { try addUnits(&checker, place: place, on: received.date) }
      let terms = try terms(
        of: draft, procedure: draft.procedure ?? assist?.service, received, keeping: nil, &checker)
      try checker.finish()
      guard let terms else { throw FieldError.invalid([]) }
      if assist?.voidReason != nil { throw FieldError.voided("assist") }
      let visit = try assist?.visit.flatMap { try reader.record(Visit.self, $0) }
      if visit?.voidReason != nil { throw FieldError.voided("visit") }
      terms.copy(into: &checker)
      try addTeam(&checker, assist: assist, author: author)
      let scope = try assist?.scope ?? resident.map { try reader.existing(Resident.self, $0).scope }
      guard let scope else { throw FieldError.noSuchRecord("resident") }
      var saved = try create(.submission, in: scope, checker.fields, act)
      search.refresh(saved.id, naming: draft.dossierCode)
      saved.warnings = warnings(of: terms, knowledge)
      saved.warnings += try surroundings(of: checker, place: place, on: terms.received.date)
      saved.warnings += try reader.unitWarnings(of: checker, on: terms.received.date)
      saved.warnings += try doubts(aboutDossierOf: saved.id)
      saved.warnings += try reader.closingWarnings(on: terms.received.date) {
        checker.result(SubmissionTable.residenceUnit).text
      }
      return saved
    }
  }

  /// Checks a dossier of an assist that cannot be saved itself, so that everything that is wrong with
  /// a form is told at once; nothing is written.
  ///
  /// - Parameter service: what the assist is about, as typed.
  /// - Throws: `FieldError.invalid` with what is wrong with the dossier itself.
  package func checkSubmission(
    _ draft: SubmissionDraft, service: String?, clock: ClockReading
  ) throws {
    let knowledge = try knowledge(of: clock)
    var checker = DraftChecker()
    draft.check(&checker)
    let received = moment(draft.received, SubmissionTable.receivedMinute, knowledge, &checker)
    let procedure = try (draft.procedure ?? service).flatMap { try reader.serviceCode(typed: $0) }
    _ = try terms(of: draft, procedure: procedure, received, keeping: nil, &checker)
    try checker.finish()
  }

  /// Changes fields of a dossier; a new procedure, receipt or limit counts the appointment anew.
  package func editSubmission(
    _ id: RowID, _ draft: SubmissionDraft, author: RowID?, clock: ClockReading
  ) throws -> SavedRecord {
    let knowledge = try knowledge(of: clock)
    return try commit(author: author, clock: clock) { act in
      var checker = DraftChecker(current: try state(.submission, id))
      let submission = try reader.existing(Submission.self, id)
      guard submission.voidReason == nil else { throw FieldError.voided("submission") }
      try checker.reference(
        draft.resident, SubmissionTable.resident, ResidentTable.definition, in: reader)
      draft.check(&checker)
      try checker.reference(
        draft.session, SubmissionTable.session, SessionTable.definition, in: reader)
      var warnings: [RecordWarning] = []
      if draft.procedure != nil || draft.received != nil || draft.localLimit != nil
        || draft.appointment != nil
      {
        let received = moment(
          draft.received ?? submission.received?.iso, SubmissionTable.receivedMinute, knowledge,
          &checker)
        let keepsLimit = keepsLimit(of: submission, draft, received)
        var draft = draft
        // The promised appointment stays when procedure, receipt and limit do.
        if keepsLimit, received == submission.received, draft.appointment == nil {
          draft.appointment = submission.appointment?.iso
        }
        let terms = try terms(
          of: draft, procedure: draft.procedure ?? submission.procedure, received,
          keeping: keepsLimit ? submission.term : nil, &checker)
        try checker.finish()
        terms?.copy(into: &checker)
        warnings = terms.map { self.warnings(of: $0, knowledge) } ?? []
        if let terms, draft.received != nil {
          let assist = try submission.assist.flatMap { try reader.record(Assist.self, $0) }
          let place = try reader.place(
            ofResident: checker.row(SubmissionTable.resident), orVisit: assist?.visit)
          warnings += try surroundings(of: checker, place: place, on: terms.received.date)
        }
      }
      let received = checker.result(SubmissionTable.date).integer
      warnings += try reader.unitWarnings(
        of: checker, on: received.map { LocalDate(daysSince1970: Int(clamping: $0)) })
      try checker.finish()
      try checker.requireChange()
      try act.write(SubmissionTable.definition, id, checker.fields)
      if draft.dossierCode != nil {
        search.refresh(id, naming: draft.dossierCode)
        warnings += try doubts(aboutDossierOf: id)
      }
      if draft.resident != nil { warnings += try doubts(aboutPersonOfDossier: id) }
      return SavedRecord(id: id, code: submission.header.code, warnings: warnings)
    }
  }

  /// Whether the limit that a dossier has stays in an edit: where neither procedure nor limit is
  /// typed anew, and where it does not turn out to have been received on another day, on which
  /// another limit may have held.
  private func keepsLimit(
    of submission: Submission, _ draft: SubmissionDraft, _ received: LocalDateTime?
  ) -> Bool {
    let isOfTheDay = submission.limitBasis == .law || submission.limitBasis == .unit
    return draft.localLimit == nil
      && (draft.procedure == nil || draft.procedure == submission.procedure)
      && (!isOfTheDay || received?.date == submission.received?.date)
  }

  /// Reads procedure, limit and appointment together; nil when one of them has a problem.
  private func terms(
    of draft: SubmissionDraft, procedure code: String?, _ received: LocalDateTime?,
    keeping kept: Term?, _ checker: inout DraftChecker
  ) throws -> SubmissionTerms? {
    let before = checker.problems.count
    let unit =
      checker.result(SubmissionTable.competentUnit).text
      ?? checker.result(SubmissionTable.receivingUnit).text
    let calendar = try calendar(of: unit)
    let day = received.map { calendar.effectiveReceipt($0).date } ?? .latest
    let procedure = try code.flatMap { try reader.procedure($0, of: unit, on: day) }
    if procedure == nil {
      checker.complain(
        SubmissionTable.procedure,
        code.map { .unknownProcedure(String($0.prefix(60))) } ?? .missing)
    }
    var localLimit: Term?
    if let text = draft.localLimit, !text.allSatisfy(\.isWhitespace) {
      do {
        localLimit = try Term.parse(text)
      } catch {
        checker.complain(SubmissionTable.limit, .input(error))
      }
    }
    var promised: LocalDateTime?
    if let text = draft.appointment, !text.allSatisfy(\.isWhitespace) {
      do {
        // A day alone means the end of its working time.
        promised = try LocalDateTime.parse(text, ofDayAlone: calendar.hours.afternoonEnd)
      } catch {
        checker.complainOfMoment(text, SubmissionTable.appointmentMinute, error)
      }
    }
    if let promised, let received, promised < received {
      checker.complain(SubmissionTable.appointmentMinute, .appointmentBeforeReceipt)
    }
    guard checker.problems.count == before, let procedure, let received else { return nil }
    return SubmissionTerms(
      procedure, received: received,
      limit: kept.map(SubmissionTerms.Limit.kept) ?? .ofTheDay(typed: localLimit),
      promised: promised, calendar: calendar)
  }

  /// Residence and receiving unit are the commune of the hamlet on the day unless typed.
  private func addUnits(
    _ checker: inout DraftChecker, place: RowID?, on day: LocalDate
  ) throws {
    guard let commune = try place.flatMap({ try reader.commune(of: $0, on: day) }) else { return }
    for field in [SubmissionTable.residenceUnit, SubmissionTable.receivingUnit]
    where checker.result(field).isUnset {
      checker.set(field, .text(commune))
    }
  }

  /// About the hamlet, its unit and the team on the day of the receipt.
  private func surroundings(
    of checker: DraftChecker, place: RowID?, on day: LocalDate
  ) throws -> [RecordWarning] {
    try reader.placeWarnings(place: place, team: checker.row(SubmissionTable.team), on: day)
  }

  private func addTeam(
    _ checker: inout DraftChecker, assist: Assist?, author: RowID?
  ) throws {
    let visitTeam = try assist?.visit.flatMap { try reader.record(Visit.self, $0)?.team }
    let ownTeam = try author.flatMap { try reader.record(Member.self, $0)?.team }
    if let team = visitTeam ?? ownTeam {
      checker.set(SubmissionTable.team, .integer(team.rawValue))
    }
  }

  private func warnings(
    of terms: SubmissionTerms, _ knowledge: ClockKnowledge
  ) -> [RecordWarning] {
    var warnings: [RecordWarning] = []
    let day = terms.received.date
    let doubt = VisitWarnings.of(Int64(day.daysSince1970), writtenOn: knowledge.today)
    if doubt == .dateInFuture { warnings.append(.dateInFuture(day)) }
    if doubt == .dateLongAgo { warnings.append(.dateLongAgo(day)) }
    if !knowledge.isChecked { warnings.append(.clockUnchecked) }
    if terms.appointment == nil { warnings.append(.noTimeLimit) }
    if let term = terms.refusedLocalLimitFor { warnings.append(.localLimitLonger(term)) }
    if terms.isCalendarIncomplete { warnings.append(.calendarIncomplete) }
    if let lapse = terms.procedure.lapse {
      warnings.append(.notInForce(terms.procedure.name, on: terms.received.date, lapse))
    }
    return warnings
  }
}

extension RecordReader {
  /// The hamlet of whoever a dossier is for: that of their household, or of the household visited
  /// where nobody is named.
  fileprivate func place(ofResident resident: RowID?, orVisit visit: RowID?) throws -> RowID? {
    let household =
      try resident.flatMap { try record(Resident.self, $0)?.household }
      ?? visit.flatMap { try record(Visit.self, $0)?.household }
    return try household.flatMap { try record(Household.self, $0)?.place }
  }

  /// Submissions, latest first.
  package func submissions(
    resident: RowID? = nil, assist: RowID? = nil, visit: RowID? = nil, team: RowID? = nil,
    in period: Period? = nil, includingVoided: Bool = false, page: RecordPage = RecordPage()
  ) throws -> [Submission] {
    var conditions = RecordConditions()
    if let visit {
      conditions.add(
        "assist IN (SELECT rid FROM assist WHERE visit = ?)", .integer(visit.rawValue))
    }
    if let resident { conditions.add("resident = ?", .integer(resident.rawValue)) }
    if let assist { conditions.add("assist = ?", .integer(assist.rawValue)) }
    if let team { conditions.add("team = ?", .integer(team.rawValue)) }
    conditions.add(dateIn: period, includingVoided: includingVoided)
    if !includingVoided { conditions.add(Submission.isNotHeldBack(assist: "assist")) }
    return try records(
      Submission.self, where: conditions.sql, conditions.bindings,
      order: "received_minute DESC, rid DESC", page: page)
  }
}

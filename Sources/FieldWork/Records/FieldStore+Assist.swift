import Replica
import SQLite
import SyncProtocol

extension FieldStore {
  /// Adds an assist in the scope of its visit.
  ///
  /// Two volunteers at one sitting are one assist with two participants.
  /// - Throws: `FieldError.invalid`, `.memberNeeded`, `.voided`.
  package func addAssist(
    _ draft: AssistDraft, author: RowID?, clock: ClockReading
  ) throws -> SavedRecord {
    try commit(author: author, clock: clock) { act in
      var checker = DraftChecker()
      try checker.reference(
        draft.visit, AssistTable.visit, VisitTable.definition, in: reader, required: true,
        mayBeVoided: true)
      try checkAssist(draft, &checker)
      try checker.finish()
      guard let author else { throw FieldError.memberNeeded }
      guard let id = draft.visit else { throw FieldError.noSuchRecord("visit") }
      let visit = try reader.existing(Visit.self, id)
      guard visit.voidReason == nil else { throw FieldError.voided("visit") }
      var participants = try reader.participants(of: visit)
      if let others = draft.participants {
        participants = Self.crediting(author, others)
      } else if participants.isEmpty {
        participants = [author]
      }
      for participant in participants {
        checker.set(AssistTable.participants, .integer(participant.rawValue))
      }
      var saved = try create(.assist, in: visit.scope, checker.fields, act)
      saved.warnings = try warnings(ofAssist: saved.id)
      search.refresh(saved.id, naming: checker.result(AssistTable.evidence).text)
      return saved
    }
  }

  /// Changes fields of an assist; its visit stays, and who recorded it keeps the credit.
  package func editAssist(
    _ id: RowID, _ draft: AssistDraft, author: RowID?, clock: ClockReading
  ) throws -> SavedRecord {
    try commit(author: author, clock: clock) { act in
      var checker = DraftChecker(current: try state(.assist, id))
      try checkAssist(draft, &checker)
      try checker.finish()
      let assist = try reader.existing(Assist.self, id)
      guard assist.voidReason == nil else { throw FieldError.voided("assist") }
      try checker.requireChange(or: draft.participants != nil)
      try act.write(AssistTable.definition, id, checker.fields)
      let participants = try draft.participants.map {
        Self.crediting(try recorder(of: id, in: assist.scope), $0)
      }
      try replace(
        AssistTable.participants, of: id, in: AssistTable.definition, with: participants, act)
      search.refresh(id, naming: checker.result(AssistTable.evidence).text)
      var warnings = try warnings(ofAssist: id)
      if try reader.existing(Assist.self, id).resident != assist.resident {
        warnings += try doubts(aboutDossiersOfAssist: id)
      }
      return SavedRecord(id: id, code: assist.header.code, warnings: warnings)
    }
  }

  private func checkAssist(_ draft: AssistDraft, _ checker: inout DraftChecker) throws {
    try checker.reference(
      draft.resident, AssistTable.resident, ResidentTable.definition, in: reader)
    try draft.check(&checker, reader)
    try checkConsent(draft, &checker)
    try checkParticipants(draft.participants, AssistTable.participants, &checker)
  }

  /// The category of a named resident stands only while they agree to it.
  private func checkConsent(_ draft: AssistDraft, _ checker: inout DraftChecker) throws {
    guard draft.beneficiary != nil || draft.resident != nil,
      !checker.result(AssistTable.beneficiary).isUnset,
      let resident = checker.result(AssistTable.resident).integer
    else { return }
    let agreed = try reader.connection.integer(
      """
      SELECT count(*) FROM consent
      WHERE resident = ? AND purpose = 3 AND given = 1 AND hidden IS NULL AND void_reason IS NULL
      """, .integer(resident))
    if agreed == 0 { checker.complain(AssistTable.beneficiary, .consentNeeded) }
  }

  /// Says at once when the assist will count only after evidence was added, and when what it was
  /// about did not hold on the day.
  private func warnings(ofAssist id: RowID) throws -> [RecordWarning] {
    guard let facts = try AssistFacts.read(id, in: reader) else { return [] }
    let missing: [RecordWarning] =
      facts.verdict == .provisional(.evidenceMissing) ? [.evidenceMissing] : []
    return try missing + doubts(aboutEvidenceOf: id) + lapseWarnings(ofAssist: id)
  }

  private func lapseWarnings(ofAssist id: RowID) throws -> [RecordWarning] {
    let assist = try reader.existing(Assist.self, id)
    let visit = try assist.visit.flatMap { try reader.record(Visit.self, $0) }
    guard let code = assist.service, let day = visit?.date else { return [] }
    let household = try visit?.household.flatMap { try reader.record(Household.self, $0) }
    let unit = try household?.place.flatMap { try reader.commune(of: $0, on: day) }
    guard let lapse = try reader.lapse(ofService: code, of: unit, on: day) else { return [] }
    return [.notInForce(try reader.serviceName(of: code), on: day, lapse)]
  }
}

extension RecordReader {
  /// Assists, latest first.
  package func assists(
    visit: RowID? = nil, resident: RowID? = nil, in period: Period? = nil,
    includingVoided: Bool = false, page: RecordPage = RecordPage()
  ) throws -> [Assist] {
    var conditions = RecordConditions()
    if let visit { conditions.add("visit = ?", .integer(visit.rawValue)) }
    if let resident { conditions.add("resident = ?", .integer(resident.rawValue)) }
    if let period {
      conditions.add(
        "visit IN (SELECT rid FROM visit WHERE date BETWEEN ? AND ?)",
        .integer(Int64(period.from.daysSince1970)), .integer(Int64(period.to.daysSince1970)))
    }
    if !includingVoided { conditions.add("void_reason IS NULL") }
    return try records(
      Assist.self, where: conditions.sql, conditions.bindings, order: "time DESC, rid DESC",
      page: page)
  }

  /// The members who took part in an assist.
  package func participants(of assist: Assist) throws -> [RowID] {
    try references(of: assist.id, in: AssistTable.definition, AssistTable.participants)
  }
}

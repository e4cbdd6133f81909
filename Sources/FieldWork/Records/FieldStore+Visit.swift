import Replica
import SQLite
import SyncProtocol

extension FieldStore {
  /// Adds a visit in the scope of its household, for the team of the recording member.
  ///
  /// - Throws: `FieldError.invalid` (also when the date must be typed), `.memberNeeded`,
  ///   `.memberWithoutTeam`, `.voided`.
  package func addVisit(
    _ draft: VisitDraft, author: RowID?, clock: ClockReading
  ) throws -> SavedRecord {
    let knowledge = try knowledge(of: clock)
    return try commit(author: author, clock: clock) { act in
      var checker = DraftChecker()
      try checker.reference(
        draft.household, VisitTable.household, HouseholdTable.definition, in: reader,
        required: true, mayBeVoided: true)
      draft.check(&checker, knowledge)
      try checkOccasion(draft, &checker)
      try checkParticipants(draft.participants, VisitTable.participants, &checker)
      try checker.finish()
      guard let author else { throw FieldError.memberNeeded }
      guard let team = try reader.existing(Member.self, author).team else {
        throw FieldError.memberWithoutTeam
      }
      checker.set(VisitTable.team, .integer(team.rawValue))
      for participant in Self.crediting(author, draft.participants ?? []) {
        checker.set(VisitTable.participants, .integer(participant.rawValue))
      }
      guard let id = draft.household else { throw FieldError.noSuchRecord("household") }
      let household = try reader.existing(Household.self, id)
      guard household.voidReason == nil else { throw FieldError.voided("household") }
      var saved = try create(.visit, in: household.scope, checker.fields, act)
      saved.warnings = try warnings(ofVisit: saved.id, writtenOn: knowledge.today)
      return saved
    }
  }

  /// Changes fields of a visit; its household stays, and who recorded it keeps the credit.
  package func editVisit(
    _ id: RowID, _ draft: VisitDraft, author: RowID?, clock: ClockReading
  ) throws -> SavedRecord {
    let knowledge = try knowledge(of: clock)
    return try commit(author: author, clock: clock) { act in
      var checker = DraftChecker(current: try state(.visit, id))
      draft.check(&checker, knowledge)
      try checkOccasion(draft, &checker)
      try checkParticipants(draft.participants, VisitTable.participants, &checker)
      try checker.finish()
      let visit = try reader.existing(Visit.self, id)
      guard visit.voidReason == nil else { throw FieldError.voided("visit") }
      try checker.requireChange(or: draft.participants != nil)
      try act.write(VisitTable.definition, id, checker.fields)
      let participants = try draft.participants.map {
        Self.crediting(try recorder(of: id, in: visit.scope), $0)
      }
      try replace(
        VisitTable.participants, of: id, in: VisitTable.definition, with: participants, act)
      var warnings = try warnings(ofVisit: id, writtenOn: knowledge.today)
      if let before = visit.date, try reader.existing(Visit.self, id).date != before {
        warnings += try doubts(aboutDossiersOfVisit: id, before: before)
      }
      return SavedRecord(id: id, code: visit.header.code, warnings: warnings)
    }
  }

  private func checkOccasion(_ draft: VisitDraft, _ checker: inout DraftChecker) throws {
    try checker.reference(
      draft.session, VisitTable.session, SessionTable.definition, in: reader)
    if draft.removesSession, draft.session == nil, !checker.isNew {
      checker.set(VisitTable.session, .unset)
    }
    // A list that was printed is walked, whatever became of its campaign since.
    try checker.reference(
      draft.campaign, VisitTable.campaign, CampaignTable.definition, in: reader, mayBeVoided: true)
  }

  /// The participants as stored: who recorded, then the others, each once.
  static func crediting(_ recorder: RowID?, _ others: [RowID]) -> [RowID] {
    guard let recorder else { return others }
    return [recorder] + others.filter { $0 != recorder }
  }

  /// Who recorded a row first; nil when its first operation is no longer here.
  func recorder(of id: RowID, in scope: ScopeID) throws -> RowID? {
    try store.operation(id, in: scope)?.author
  }

  /// Members who are not in the roster here are a problem of the field.
  func checkParticipants(
    _ members: [RowID]?, _ field: FieldDefinition, _ checker: inout DraftChecker
  ) throws {
    for member in members ?? [] where try !reader.exists(MemberTable.definition, member) {
      checker.complain(field, .noSuchRecord)
    }
    if let members, members.isEmpty { checker.complain(field, .missing) }
  }

  private func warnings(
    ofVisit id: RowID, writtenOn today: LocalDate
  ) throws -> [RecordWarning] {
    let visit = try reader.existing(Visit.self, id)
    var warnings: [RecordWarning] = []
    if visit.warnings.contains(.dateInFuture), let date = visit.date {
      warnings.append(.dateInFuture(date))
    }
    if visit.warnings.contains(.dateLongAgo), let date = visit.date {
      warnings.append(.dateLongAgo(date))
    }
    if let date = visit.returnDate, date > today.adding(days: FieldWorkJudge.returnDays) {
      warnings.append(.returnDateFar(date))
    }
    if visit.warnings.contains(.clockUnchecked) { warnings.append(.clockUnchecked) }
    let campaign = try visit.campaign.flatMap { try reader.formRecord(RecordForms.campaign, $0) }
    if let campaign, campaign.isVoided {
      warnings.append(
        .campaignVoided(
          try reader.campaignName(campaign.header.id) ?? campaign.header.codeText))
    }
    let place = try visit.household.flatMap { try reader.record(Household.self, $0)?.place }
    return try warnings + reader.placeWarnings(place: place, team: visit.team, on: visit.date)
      + reader.closingWarnings(on: visit.date) {
        try place.flatMap { try reader.commune(of: $0, on: visit.date ?? .latest) }
      }
  }
}

extension RecordReader {
  /// Visits, latest first.
  package func visits(
    household: RowID? = nil, team: RowID? = nil, member: RowID? = nil,
    session: RowID? = nil, in period: Period? = nil,
    includingVoided: Bool = false, page: RecordPage = RecordPage()
  ) throws -> [Visit] {
    let conditions = Self.visitConditions(household, team, member, session, period, includingVoided)
    return try records(
      Visit.self, where: conditions.sql, conditions.bindings, order: "date DESC, rid DESC",
      page: page)
  }

  /// How many visits such a list has in all.
  package func visitCount(
    household: RowID? = nil, team: RowID? = nil, member: RowID? = nil,
    session: RowID? = nil, in period: Period? = nil,
    includingVoided: Bool = false
  ) throws -> Int {
    try count(
      VisitTable.definition,
      Self.visitConditions(household, team, member, session, period, includingVoided))
  }

  private static func visitConditions(
    _ household: RowID?, _ team: RowID?, _ member: RowID?, _ session: RowID?,
    _ period: Period?, _ includingVoided: Bool
  ) -> RecordConditions {
    var conditions = RecordConditions()
    if let household { conditions.add("household = ?", .integer(household.rawValue)) }
    if let team { conditions.add("team = ?", .integer(team.rawValue)) }
    if let session { conditions.add("session = ?", .integer(session.rawValue)) }
    if let member {
      conditions.add(
        """
        EXISTS (SELECT 1 FROM head WHERE row = rid
          AND table_id = \(VisitTable.definition.id.rawValue) AND field = ? AND value = ?)
        """,
        .integer(Int64(VisitTable.participants.id.rawValue)), .integer(member.rawValue))
    }
    conditions.add(dateIn: period, includingVoided: includingVoided)
    return conditions
  }

  /// The members who took part in a visit.
  package func participants(of visit: Visit) throws -> [RowID] {
    try references(of: visit.id, in: VisitTable.definition, VisitTable.participants)
  }
}

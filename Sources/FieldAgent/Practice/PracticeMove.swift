import FieldWork
import Replica
import SyncProtocol

/// Real work that was typed in practice by mistake, on its way to the real store.
///
/// A visit goes with its assists, their dossiers, its household, whoever was typed into that, and what
/// else was recorded about any of these; what stands in the real store already is chosen there and not
/// written again. All of it is one act: it is there whole, once, or not at all.
struct PracticeMove {
  /// Why a visit stays where it is.
  enum Refusal: Error, Equatable, Sendable {
    /// Its household, or somebody who was helped, does not exist.
    case invented
    /// The real store does not hold the area of its hamlet.
    case notHeld
    /// A member who took part is not known in the real store.
    case memberGone
    /// It was moved before.
    case moved(code: String)

    /// Whether it stays because nothing is left to do.
    var isMoved: Bool { if case .moved = self { true } else { false } }
  }

  /// A household or resident that goes along.
  struct Subject: Sendable {
    let row: RowID
    let scope: ScopeID
    let code: String
    let name: String
    /// For a resident: their household.
    let household: RowID?
    /// Who it may be in the real store, the likeliest first.
    let candidates: [Candidate]
    /// What it became when something else of it was moved.
    let moved: PracticeLedger.Move?
  }

  /// Somebody in the real store.
  struct Candidate: Sendable {
    let row: RowID
    let code: String
    /// Name, year of birth, hamlet, address.
    let words: String
  }

  /// A session of the practice that may be any of several in the real store: those of its kind, day
  /// and hamlet.
  struct SessionChoice: Sendable {
    let row: RowID
    let code: String
    let candidates: [Candidate]
  }

  /// A visit that goes.
  struct Journey: Sendable {
    let visit: Visit
    let assists: [Assist]
    let submissions: [Submission]
  }

  /// What would be written.
  struct Plan: Sendable {
    var households: [Subject] = []
    var residents: [Subject] = []
    var journeys: [Journey] = []
    /// What else was recorded about any of these: consents, observations, feedback, tasks.
    var records: [FormRecord] = []
    /// What the sessions of these visits and dossiers are in the real store, where they are there.
    var sessions: [RowID: RowID] = [:]
    /// Those of which the real store has several.
    var sessionChoices: [SessionChoice] = []
    /// Chosen visits that stay, by their codes.
    var refused: [(code: String, refusal: Refusal)] = []

    var subjects: [Subject] { households + residents }

    /// Visits and dossiers that were recorded at a session which the real store does not have: they go
    /// without it.
    var losingSession: Int {
      journeys.reduce(0) { count, journey in
        count
          + Self.sessions(of: journey).count { session in
            sessions[session] == nil && !sessionChoices.contains { $0.row == session }
          }
      }
    }

    /// The session of a visit, and that of each of its dossiers.
    fileprivate static func sessions(of journey: Journey) -> [RowID] {
      ([journey.visit.session] + journey.submissions.map(\.session)).compactMap(\.self)
    }
  }

  let practice: Laptop
  let real: Laptop
  let name: String
  let sources: [RowID: RowID]
  let moves: [RowID: PracticeLedger.Move]

  /// Both must be held while this is used.
  init(from practice: Laptop, to real: Laptop) throws {
    self.practice = practice
    self.real = real
    name = PracticeLedger.name(of: practice.store)
    sources = try PracticeLedger(practice.store).sources()
    // A real store put back from a backup may have forgotten what the centre has.
    moves = try PracticeLedger(real.store).moves(of: name)
      .merging(try PracticeLedger(practice.store).moves(of: name)) { real, _ in real }
  }

  /// Every standing visit of the practice with why it stays; nil for one that can be moved.
  func visits() throws -> [(visit: Visit, refusal: Refusal?)] {
    try practice.records.reader.visits(page: .all).map { ($0, try refusal(of: $0)) }
  }

  /// Visits that somebody typed and that were not moved.
  func unmovedCount() throws -> Int { try visits().count { $0.refusal == nil } }

  private func refusal(of visit: Visit) throws -> Refusal? {
    if let move = moves[visit.id] { return .moved(code: move.code) }
    do {
      var plan = Plan()
      try add(visit, to: &plan)
      return nil
    } catch let refusal as Refusal {
      return refusal
    }
  }

  /// What moving visits would write.
  func plan(_ visits: [RowID]) throws -> Plan {
    var plan = Plan()
    for id in visits {
      let visit = try practice.records.reader.existing(Visit.self, id)
      if let move = moves[id] {
        plan.refused.append((visit.codeText, .moved(code: move.code)))
        continue
      }
      do {
        var longer = plan
        try add(visit, to: &longer)
        plan = longer
      } catch let refusal as Refusal {
        plan.refused.append((visit.codeText, refusal))
      }
    }
    plan.records = try records(about: plan)
    for session in Set(plan.journeys.flatMap(Plan.sessions)).sorted() {
      let candidates = try sessions(like: session)
      if candidates.count > 1 {
        plan.sessionChoices.append(
          SessionChoice(
            row: session, code: try practice.records.reader.codeText(of: session),
            candidates: candidates))
      } else {
        plan.sessions[session] = candidates.first?.row
      }
    }
    plan.households = try plan.households.map { try withCandidates($0, isHousehold: true) }
    plan.residents = try plan.residents.map { try withCandidates($0, isHousehold: false) }
    return plan
  }

  private func add(_ visit: Visit, to plan: inout Plan) throws {
    let reader = practice.records.reader
    guard let household = visit.household, visit.voidReason == nil else { throw Refusal.invented }
    try addHousehold(household, to: &plan)
    for resident in try reader.residents(household: household)
    where !PracticeMaker.isInvented(resident.id) {
      try addResident(resident.id, to: &plan)
    }
    let assists = try reader.assists(visit: visit.id)
    let submissions = try assists.flatMap { try reader.submissions(assist: $0.id) }
    for resident in assists.map(\.resident) + submissions.map(\.resident) {
      if let resident { try addResident(resident, to: &plan) }
    }
    let members = try reader.participants(of: visit)
    guard members.allSatisfy({ sources[$0] != nil }) else { throw Refusal.memberGone }
    plan.journeys.append(Journey(visit: visit, assists: assists, submissions: submissions))
  }

  /// Standing records of other kinds that somebody typed about what goes, by what they name or by a
  /// code in their words. A session with its attendance is of many households, and stays.
  private func records(about plan: Plan) throws -> [FormRecord] {
    let reader = practice.records.reader
    let rows = Set(
      plan.subjects.map(\.row)
        + plan.journeys.flatMap { journey in
          [journey.visit.id] + journey.assists.map(\.id) + journey.submissions.map(\.id)
        })
    let codes = try rows.map { try reader.codeText(of: $0) }
    let forms = RecordForms.ofField.filter {
      ![SessionTable.definition.id, AttendanceTable.definition.id].contains($0.table.id)
    }
    return try forms.flatMap { form in
      try reader.formRecords(form, FormFilter(), page: .all).filter { record in
        guard !PracticeMaker.isInvented(record.header.id), moves[record.header.id] == nil else {
          return false
        }
        return form.fields.contains { field in
          guard let value = record[field.definition]?.value else { return false }
          if case .record = field.rule, let row = value.integer.flatMap(RowID.init(rawValue:)) {
            return rows.contains(row)
          }
          return value.text.map { text in codes.contains { text.contains($0) } } ?? false
        }
      }
    }
  }

  /// The sessions of the real store that one of the practice may stand for: those of its kind, day and
  /// hamlet.
  private func sessions(like row: RowID) throws -> [Candidate] {
    let form = RecordForms.session
    guard let played = try practice.records.reader.formRecord(form, row),
      let kind = played[SessionTable.kind]?.value, let date = played[SessionTable.date]?.value,
      let place = played[SessionTable.place]?.value?.integer.flatMap(RowID.init(rawValue:)),
      let hamlet = sources[place]
    else { return [] }
    var filter = FormFilter()
    filter.values = [
      (SessionTable.kind, kind), (SessionTable.date, date),
      (SessionTable.place, .integer(hamlet.rawValue)),
    ]
    let reader = real.records.reader
    let found = try reader.formRecords(form, filter, page: RecordPage(limit: Self.listed))
    return try found.map { record in
      let fields = [SessionTable.name, SessionTable.startMinute, SessionTable.topic]
      let told = try fields.map { field in
        try form.field(field.id).flatMap { try reader.words(of: $0, in: record) }?.vietnamese
      }
      return Candidate(
        row: record.header.id, code: record.header.codeText, words: Self.joined(told))
    }
  }

  private func addHousehold(_ row: RowID, to plan: inout Plan) throws {
    guard !PracticeMaker.isInvented(row) else { throw Refusal.invented }
    guard !plan.households.contains(where: { $0.row == row }) else { return }
    let household = try practice.records.reader.existing(Household.self, row)
    if moves[row] == nil { _ = try scope(of: household) }
    plan.households.append(
      Subject(
        row: row, scope: household.scope, code: household.codeText,
        name: household.name ?? household.codeText, household: nil, candidates: [],
        moved: moves[row]))
  }

  private func addResident(_ row: RowID, to plan: inout Plan) throws {
    guard !PracticeMaker.isInvented(row) else { throw Refusal.invented }
    guard !plan.residents.contains(where: { $0.row == row }) else { return }
    let resident = try practice.records.reader.existing(Resident.self, row)
    guard let household = resident.household else { throw Refusal.invented }
    try addHousehold(household, to: &plan)
    plan.residents.append(
      Subject(
        row: row, scope: resident.scope, code: resident.codeText,
        name: resident.fullName ?? resident.codeText, household: household, candidates: [],
        moved: moves[row]))
  }

  /// The area that a household of the practice would stand in.
  func scope(of household: Household) throws -> ScopeID {
    let place = try household.place.flatMap { sources[$0] }.flatMap {
      try real.records.reader.record(Place.self, $0)
    }
    guard let scope = place?.householdScope, try real.store.grantedScopes().contains(scope) else {
      throw Refusal.notHeld
    }
    return scope
  }

  private func withCandidates(_ subject: Subject, isHousehold: Bool) throws -> Subject {
    guard subject.moved == nil else { return subject }
    let candidates =
      isHousehold ? try households(like: subject.row) : try residents(like: subject.row)
    return Subject(
      row: subject.row, scope: subject.scope, code: subject.code, name: subject.name,
      household: subject.household, candidates: candidates, moved: nil)
  }

  private func households(like row: RowID) throws -> [Candidate] {
    let household = try practice.records.reader.existing(Household.self, row)
    return try real.records.duplicateHouseholds(
      for: HouseholdDraft(
        place: household.place.flatMap { sources[$0] }, name: household.name,
        address: household.address, phone: household.phone)
    ).map {
      Candidate(
        row: $0.household.id, code: $0.household.codeText,
        words: Self.joined($0.household.name, $0.hamlet, $0.household.address))
    }
  }

  private func residents(like row: RowID) throws -> [Candidate] {
    try real.records.duplicateCandidates(
      for: row, of: practice.records, knowing: sources.merging(moves.mapValues(\.record)) { $1 }
    ).map(\.candidate).map {
      Candidate(
        row: $0.resident.id, code: $0.resident.codeText,
        words: Self.joined(
          $0.resident.fullName, $0.resident.birthYear.map(String.init), $0.householdName, $0.hamlet)
      )
    }
  }

  /// Sessions of one kind, day and hamlet among which somebody chooses.
  private static let listed = 20

  private static func joined(_ parts: String?...) -> String { joined(parts) }

  private static func joined(_ parts: [String?]) -> String {
    parts.compactMap(\.self).joined(separator: " · ")
  }
}

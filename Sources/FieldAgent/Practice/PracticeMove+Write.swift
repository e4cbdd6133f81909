import FieldWork
import Replica
import SyncProtocol

/// What was decided about everybody who goes along: by the code in practice, the code in the real
/// store, or that there is none yet.
struct PracticeChoices: Sendable {
  /// Chooses that somebody is not in the real store.
  static let new = "new"
  /// Chooses that something goes without the session at which it was recorded.
  static let none = "none"

  /// As typed.
  var typed: [String: String] = [:]

  /// Who somebody is in the real store; nil for nobody.
  /// - Throws: `Undecided` where somebody may be there and nothing was chosen.
  func record(of subject: PracticeMove.Subject) throws -> RowID? {
    if let moved = subject.moved { return moved.record }
    guard let choice = typed[subject.code] ?? (subject.candidates.isEmpty ? Self.new : nil) else {
      throw Undecided(codes: [subject.code])
    }
    if choice.utf8.elementsEqual(Self.new.utf8) { return nil }
    return try record(choice, of: subject.code, among: subject.candidates)
  }

  /// Which of several sessions of the real store one is; nil for none of them.
  /// - Throws: `Undecided` where nothing was chosen.
  func record(of session: PracticeMove.SessionChoice) throws -> RowID? {
    let choice = typed[session.code] ?? ""
    if choice.utf8.elementsEqual(Self.none.utf8) { return nil }
    return try record(choice, of: session.code, among: session.candidates)
  }

  private func record(
    _ choice: String, of code: String, among candidates: [PracticeMove.Candidate]
  ) throws -> RowID {
    guard let found = candidates.first(where: { $0.code.utf8.elementsEqual(choice.utf8) }) else {
      throw Undecided(codes: [code])
    }
    return found.row
  }

  /// Nobody has said yet who these are.
  struct Undecided: Error, Equatable {
    let codes: [String]
  }
}

extension PracticeMove {
  /// Writes a plan into the real store, in the names of those who recorded it, and notes there and in
  /// the practice that it was moved.
  ///
  /// - Parameter mover: who moves it.
  /// - Returns: the codes of the visits in the real store.
  /// - Throws: `PracticeChoices.Undecided`, `RecordTransfer.Refusal`, `Refusal`, `FieldError`. Then
  ///   nothing was written.
  func write(_ plan: Plan, _ choices: PracticeChoices, mover: RowID) throws -> [String] {
    let known = try chosen(plan, choices)
    var done: [RowID: PracticeLedger.Move] = [:]
    let codes = try real.writing { records, clock in
      try records.together(author: mover, clock: clock) {
        let now = try real.store.correctedNow(clock).time
        let ledger = PracticeLedger(real.store)
        var transfer = RecordTransfer(
          from: practice.records, to: records,
          knowing: sources.merging(moves.mapValues(\.record)) { $1 }
            .merging(plan.sessions) { $1 }.merging(known) { $1 })
        func note(_ row: RowID, _ record: RowID, _ code: String) throws {
          let move = PracticeLedger.Move(record: record, code: code, time: now)
          try ledger.note(row, of: name, as: move)
          done[row] = move
        }
        /// Writes a record and notes it.
        func copy(
          _ row: RowID, _ kind: RecordCode.Kind, from scope: ScopeID, into place: ScopeID,
          typedAt created: Timestamp?, isRemarked: Bool = false,
          renaming codes: [(old: String, new: String)] = []
        ) throws -> SavedRecord {
          let words = isRemarked ? Self.remark(created, movedAt: now) : nil
          let saved = try transfer.copy(
            row, kind, from: scope, into: place, remarking: words, renaming: codes, clock: clock)
          try note(row, saved.id, saved.codeText)
          return saved
        }
        for subject in plan.subjects where subject.moved == nil {
          if let record = known[subject.row] {
            transfer.note(subject.row, as: record)
            try note(subject.row, record, try records.reader.codeText(of: record))
          } else {
            let created = try createdAt(subject.row, isHousehold: subject.household == nil)
            _ = try copy(
              subject.row, subject.household == nil ? .household : .resident, from: subject.scope,
              into: try place(of: subject, transfer.targets), typedAt: created, isRemarked: true)
          }
        }
        let codes = try plan.journeys.map { journey in
          let visit = journey.visit
          let place = try scope(of: visit, transfer.targets)
          let saved = try copy(
            visit.id, .visit, from: visit.scope, into: place, typedAt: visit.header.createdAt,
            isRemarked: true)
          for assist in journey.assists {
            _ = try copy(assist.id, .assist, from: assist.scope, into: place, typedAt: nil)
          }
          for submission in journey.submissions {
            _ = try copy(
              submission.id, .submission, from: submission.scope, into: place, typedAt: nil)
            for event in try practice.records.reader.events(of: submission.id)
            where event.voidReason == nil {
              try transfer.copyEvent(event.id, from: event.scope, into: place, clock: clock)
            }
          }
          return saved.codeText
        }
        let names = try done.merging(moves) { new, _ in new }.map { row, move in
          (old: try practice.records.reader.codeText(of: row), new: move.code)
        }
        for record in plan.records {
          guard let kind = record.form.kind else { continue }
          _ = try copy(
            record.header.id, kind, from: record.header.scope,
            into: try scope(of: record, transfer), typedAt: record.header.createdAt,
            isRemarked: true, renaming: names)
        }
        return codes
      }
    }
    real.records.search.invalidate()
    let ledger = PracticeLedger(practice.store)
    for (row, move) in done { try ledger.note(row, of: name, as: move) }
    return codes
  }

  /// Who everybody is in the real store; all that is undecided is told at once.
  private func chosen(_ plan: Plan, _ choices: PracticeChoices) throws -> [RowID: RowID] {
    var undecided: [String] = []
    var known: [RowID: RowID] = [:]
    for subject in plan.subjects {
      do {
        known[subject.row] = try choices.record(of: subject)
      } catch let error as PracticeChoices.Undecided {
        undecided += error.codes
      }
    }
    for session in plan.sessionChoices {
      do {
        known[session.row] = try choices.record(of: session)
      } catch let error as PracticeChoices.Undecided {
        undecided += error.codes
      }
    }
    guard undecided.isEmpty else { throw PracticeChoices.Undecided(codes: undecided) }
    return known
  }

  /// What is said in the note of what was moved, in both languages, because the note stays.
  private static func remark(_ created: Timestamp?, movedAt now: Timestamp) -> String {
    func words(_ time: Timestamp) -> String {
      Format.dateTime(LocalDateTime(milliseconds: time.rawValue))
    }
    let typed = created.map { "; ghi lúc / typed \(words($0))" } ?? ""
    return "Chuyển từ luyện tập / moved from practice \(words(now))\(typed)"
  }

  private func createdAt(_ row: RowID, isHousehold: Bool) throws -> Timestamp? {
    isHousehold
      ? try practice.records.reader.existing(Household.self, row).header.createdAt
      : try practice.records.reader.existing(Resident.self, row).header.createdAt
  }

  /// The area in which a household or resident is written.
  private func place(of subject: Subject, _ targets: [RowID: RowID]) throws -> ScopeID {
    guard let household = subject.household else {
      return try scope(of: try practice.records.reader.existing(Household.self, subject.row))
    }
    return try scope(ofRealHousehold: targets[household])
  }

  /// The area of a record about one of those who go: the counterpart of its own.
  private func scope(of record: FormRecord, _ transfer: RecordTransfer) throws -> ScopeID {
    guard let scope = transfer.place(for: record.header.scope),
      try real.store.grantedScopes().contains(scope)
    else { throw Refusal.notHeld }
    return scope
  }

  private func scope(of visit: Visit, _ targets: [RowID: RowID]) throws -> ScopeID {
    try scope(ofRealHousehold: visit.household.flatMap { targets[$0] })
  }

  private func scope(ofRealHousehold row: RowID?) throws -> ScopeID {
    guard let row, let household = try real.records.reader.record(Household.self, row) else {
      throw FieldError.noSuchRecord(HouseholdTable.definition.name)
    }
    guard household.voidReason == nil else {
      throw FieldError.voided(HouseholdTable.definition.name)
    }
    return household.scope
  }
}

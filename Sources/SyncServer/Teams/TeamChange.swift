import FieldWork
import Replica
import SyncProtocol

/// A member works in another team from a day on; past work stays with the team that it was recorded
/// for. A day that is to come is waited for.
struct TeamChange: Sendable, Equatable {
  /// Days that a change may be told ahead.
  static let maximumDaysAhead = 366

  let member: RowID
  let team: RowID
  /// The first day in the new team.
  let day: LocalDate
  /// Laptops that go along.
  let laptops: [ReplicaID]

  /// What became of it.
  enum Outcome: String, Sendable {
    case done
    /// It waits for its day.
    case planned
  }

  /// Does it, or keeps it for its day, and notes it; what waited for the same member waits no longer.
  ///
  /// - Throws: `FieldError` for a member or a team that is not there or is void.
  func begin(
    _ records: FieldStore, today: LocalDate, author: RowID?, _ actor: AuditActor,
    _ clock: ClockReading
  ) throws -> Outcome {
    let book = TeamChangeBook(records.store.connection)
    for former in try book.waiting() where former.change.member == member {
      try book.end(former.id, as: .replaced, at: clock.wall)
    }
    let outcome: Outcome = day <= today ? .done : .planned
    if outcome == .done {
      try carryOut(records, author: author, clock)
    } else {
      try book.plan(self, by: actor.account, at: clock.wall)
    }
    try note(outcome.rawValue, records, actor, clock)
    return outcome
  }

  /// Does it now.
  func carryOut(_ records: FieldStore, author: RowID?, _ clock: ClockReading) throws {
    let team = try records.reader.existing(Team.self, self.team)
    var draft = FormDraft()
    draft.texts = [
      MemberTable.team.id: team.codeText, MemberTable.from.id: Format.date(day),
    ]
    _ = try records.edit(RecordForms.member, member, draft, author: author, clock: clock)
    for laptop in laptops {
      try records.store.setTeam(team.id, of: laptop)
      if let place = team.place {
        try records.store.addMissingGrant(.place(place), to: laptop, at: clock.wall)
      }
    }
  }

  /// Keeps in the log what became of it.
  func note(
    _ outcome: String, _ records: FieldStore, _ actor: AuditActor, _ clock: ClockReading
  ) throws {
    let reader = records.reader
    let team = try reader.codeText(of: self.team, in: TeamTable.definition)
    try AuditLog(records.store.connection).note(
      AuditEvent(
        .teamChanged, try reader.codeText(of: member, in: MemberTable.definition),
        detail: "team=\(team) from=\(day.iso) \(outcome)"), by: actor, at: clock.wall)
  }
}

extension Centre {
  /// Does the changes of team whose day has come: looked at once a day, since nothing else brings one.
  func carryOutTeamChanges() throws {
    let today = LocalDateTime(time: surroundings.clock().wall).date
    guard teamChangeDay.withLock({ $0 != today }) else { return }
    let isAnyDue = try read { reader in
      try TeamChangeBook(reader.connection).waiting().contains { $0.change.day <= today }
    }
    if isAnyDue {
      let ids = try read { reader in
        try TeamChangeBook(reader.connection).waiting().filter { $0.change.day <= today }.map(\.id)
      }
      for id in ids { try carryOutTeamChange(id) }
    }
    teamChangeDay.withLock { $0 = today }
  }

  private func carryOutTeamChange(_ id: Int64) throws {
    do {
      try change { records, clock in
        let book = TeamChangeBook(records.store.connection)
        guard let waiting = try book.waiting().first(where: { $0.id == id }) else { return }
        try waiting.change.carryOut(records, author: nil, clock)
        try book.end(id, as: .done, at: clock.wall)
        try waiting.change.note(
          TeamChange.Outcome.done.rawValue, records, waiting.actor, clock)
      }
    } catch is FieldError {
      // The member has left or the team was voided meanwhile: it cannot be done on any later day.
      try change { records, clock in
        let book = TeamChangeBook(records.store.connection)
        guard let waiting = try book.waiting().first(where: { $0.id == id }) else { return }
        try book.end(id, as: .impossible, at: clock.wall)
        try waiting.change.note(
          TeamChangeBook.End.impossible.rawValue, records, waiting.actor, clock)
      }
    }
  }

  /// Takes back what waits for a member, and notes it; false where nothing waits.
  func keepTeam(of member: RowID, by actor: AuditActor) throws -> Bool {
    try change { records, clock in
      let book = TeamChangeBook(records.store.connection)
      let waiting = try book.waiting().filter { $0.change.member == member }
      for one in waiting {
        try book.end(one.id, as: .takenBack, at: clock.wall)
        try one.change.note(TeamChangeBook.End.takenBack.rawValue, records, actor, clock)
      }
      return !waiting.isEmpty
    }
  }
}

extension Store {
  /// Lets a laptop hold something from the beginning on, where no rule lets it do so already.
  fileprivate func addMissingGrant(
    _ target: GrantTarget, to laptop: ReplicaID, at time: Timestamp
  ) throws {
    let day = Int64(LocalDateTime(milliseconds: time.rawValue).date.daysSince1970)
    let rules = try grantRules(of: laptop).filter { $0.until == nil }
    let held = try Set(rules.flatMap { try scopes(of: $0.target, on: day) })
    guard try !held.isSuperset(of: scopes(of: target, on: day)) else { return }
    _ = try addGrant(target, to: laptop, since: Store.always, at: time)
  }
}

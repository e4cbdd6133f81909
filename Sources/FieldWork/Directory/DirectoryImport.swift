import Replica
import SyncProtocol

/// The import of hamlets.csv and members.csv at the centre.
extension FieldStore {
  /// Says what an import would do, without writing anything.
  ///
  /// - Parameters:
  ///   - hamlets: hamlets.csv (commune_code,name,kind); nil when only members are imported.
  ///   - members: members.csv (hamlet,team,full_name,role,organisation,phone,from).
  ///   - communes: the communes that this centre serves; nil for all.
  ///   - day: whose units and hamlets the files speak of: today.
  /// - Throws: `FieldError.directory` with every problem of both files.
  package func previewDirectory(
    hamlets: [UInt8]?, members: [UInt8]?, communes: Set<String>? = nil,
    on day: LocalDate = .latest
  ) throws -> DirectoryPlan {
    var planner = try DirectoryPlanner(reader, communes: communes, on: day)
    if let hamlets { try planner.readHamlets(hamlets) }
    try planner.matchHamlets()
    if let members { try planner.readMembers(members) }
    guard planner.problems.isEmpty else { throw FieldError.directory(planner.problems) }
    return planner.plan
  }

  /// Carries a plan out: places and scopes in the public scope, teams and members in the scope of
  /// their commune.
  ///
  /// An act is bounded, so a big plan takes several; when the machine dies between two, the same
  /// import again does the rest and nothing twice.
  /// - Throws: `FieldError.notTheCentre`.
  package func applyDirectory(_ plan: DirectoryPlan, clock: ClockReading) throws {
    guard store.identity.role == .centre else { throw FieldError.notTheCentre }
    let number = try reader.nextRosterNumber()
    var communeScopes: [String: ScopeID] = [:]
    for code in Set(plan.hamlets.map(\.communeCode)).sorted() {
      communeScopes[code] = try communeScope(of: code, clock: clock)
    }
    let places = try chunked(plan.hamlets, \.action, number, clock) {
      try self.write($0, $1)
    }
    var scopeByTeam: [ScopeID] = []
    for team in plan.teams {
      scopeByTeam.append(communeScopes[plan.hamlets[team.hamlet].communeCode] ?? .everyone)
    }
    let teams = try chunked(
      Array(zip(plan.teams, scopeByTeam)), { $0.0.action }, number, clock
    ) { entry, act in
      try self.write(entry.0, place: places[entry.0.hamlet], in: entry.1, act)
    }
    _ = try chunked(plan.members, \.action, number, clock) { member, act in
      try self.write(member, team: teams[member.team], in: scopeByTeam[member.team], act)
    }
    search.invalidate()
  }

  /// Runs a few hundred elements an act: each writes at most three operations into one scope.
  ///
  /// - Parameter number: of the import, which notes what it makes.
  private func chunked<Element>(
    _ elements: [Element], _ action: (Element) -> DirectoryPlan.Action, _ number: Int64,
    _ clock: ClockReading, _ body: (Element, Act) throws -> RowID
  ) throws -> [RowID] {
    var results: [RowID] = []
    var start = 0
    while start < elements.count {
      let chunk = elements[start..<min(start + 300, elements.count)]
      results += try commit(author: nil, clock: clock) { act in
        try chunk.map { element in
          let row = try body(element, act)
          if action(element) == .add { try RosterRow.note(row, number, at: clock.wall, act) }
          return row
        }
      }
      start += chunk.count
    }
    return results
  }

  private func communeScope(of code: String, clock: ClockReading) throws -> ScopeID {
    if let scope = try reader.communeScope(of: code) { return scope }
    return try commit(author: nil, clock: clock) { try openCommuneScope(of: code, $0) }
  }

  private func write(_ hamlet: DirectoryPlan.Hamlet, _ act: Act) throws -> RowID {
    let fields: [(FieldDefinition, Value)] = [
      (PlaceTable.name, .text(hamlet.name)), (PlaceTable.kind, .integer(hamlet.kind.rawValue)),
    ]
    switch hamlet.action {
    case .keep(let row): return row
    case .change(let row):
      try act.write(PlaceTable.definition, row, fields)
      return row
    case .add:
      let scope = try openHouseholdScope(of: hamlet.communeCode, named: hamlet.name, act)
      return try create(
        .place, in: .everyone,
        fields + [
          (PlaceTable.communeCode, .text(hamlet.communeCode)),
          (PlaceTable.householdScope, .integer(scope.rawValue)),
        ], act
      ).id
    }
  }

  private func write(
    _ team: DirectoryPlan.Team, place: RowID, in scope: ScopeID, _ act: Act
  ) throws -> RowID {
    switch team.action {
    case .keep(let row): return row
    case .change(let row):
      try act.write(TeamTable.definition, row, [(TeamTable.name, .text(team.name))])
      return row
    case .add:
      return try create(
        .team, in: scope,
        [(TeamTable.name, .text(team.name)), (TeamTable.place, .integer(place.rawValue))], act
      ).id
    }
  }

  private func write(
    _ member: DirectoryPlan.Member, team: RowID, in scope: ScopeID, _ act: Act
  ) throws -> RowID {
    let fields: [(FieldDefinition, Value)] = [
      (MemberTable.fullName, .text(member.fullName)),
      (MemberTable.team, .integer(team.rawValue)),
      (MemberTable.role, member.role.map { .text($0) } ?? .unset),
      (MemberTable.organisation, member.organisation.map { .text($0) } ?? .unset),
      (MemberTable.phone, member.phone.map { .text($0) } ?? .unset),
      (MemberTable.from, member.from.map { .integer(Int64($0.daysSince1970)) } ?? .unset),
    ]
    switch member.action {
    case .keep(let row): return row
    case .change(let row):
      try act.write(MemberTable.definition, row, fields)
      return row
    case .add: return try create(.member, in: scope, fields, act).id
    }
  }
}

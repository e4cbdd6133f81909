import Replica
import SQLite
import SyncProtocol

/// A reform of units and hamlets at the centre: read, shown, carried out, taken back.
///
/// It changes dated rows of the directory and rules of grants, and no record: scopes stay, so laptops
/// keep what they hold, and their late work lands where it always did.
extension FieldStore {
  /// Reads a reform and says what it would do, without writing anything.
  ///
  /// - Throws: `FieldError.reform` with every problem of the file; `.notTheCentre`.
  package func previewReform(_ bytes: [UInt8], clock: ClockReading) throws -> ReformPlan {
    try reform(bytes, clock: clock, isDryRun: true).plan
  }

  /// Carries a reform out: one act for every unit and hamlet that changes, all in one transaction.
  ///
  /// - Returns: what was done, and the number by which it is taken back; nil where there was nothing
  ///   to do.
  /// - Throws: what `previewReform` throws.
  package func applyReform(
    _ bytes: [UInt8], clock: ClockReading
  ) throws -> (plan: ReformPlan, number: Int64?) {
    try reform(bytes, clock: clock, isDryRun: false)
  }

  private func reform(
    _ bytes: [UInt8], clock: ClockReading, isDryRun: Bool
  ) throws -> (plan: ReformPlan, number: Int64?) {
    guard store.identity.role == .centre else { throw FieldError.notTheCentre }
    let file = ReformFile(bytes)
    let map = try PlaceMap(reader)
    var planner = ReformPlanner(map, file.rows, from: file.day ?? .latest)
    planner.run()
    let problems = (file.problems + planner.problems).sorted { $0.line < $1.line }
    guard problems.isEmpty else { throw FieldError.reform(problems) }
    var plan = planner.plan
    plan.effects = try effects(of: plan, map)
    guard !plan.isEmpty else { return (plan, nil) }
    var number: Int64?
    try prepareReforms()
    try store.connection.transaction(.immediate) {
      let (changes, trace) = try store.reform(
        from: Int64(plan.day.daysSince1970), isDryRun: isDryRun, clock: clock
      ) {
        try self.carryOut(plan, map, clock: clock)
      }
      plan.effects.grants = changes
      if !isDryRun { number = try keep(trace, of: plan, clock: clock) }
    }
    search.invalidate()
    return (plan, number)
  }

  private func carryOut(_ plan: ReformPlan, _ map: PlaceMap, clock: ClockReading) throws {
    let day = Int64(plan.day.daysSince1970)
    let entries = try store.unitMap().filter { $0.isValid(on: day) }
    let entriesByUnit = Dictionary(grouping: entries, by: \.unit)
    struct Mapping: Hashable { let unit: String, scope: ScopeID }
    var mapped = Set(entries.map { Mapping(unit: $0.unit, scope: $0.scope) })
    for change in plan.units {
      let own = Dictionary(grouping: entriesByUnit[change.code] ?? [], by: \.scope)
      try commit(author: nil, clock: clock) { act in
        for move in change.moves {
          if !move.to.contains(change.code) {
            for entry in own[move.scope] ?? [] { try act.end(entry, before: day) }
          }
          for code in move.to
          where mapped.insert(Mapping(unit: code, scope: move.scope)).inserted {
            try act.map(move.scope, to: code, from: day)
          }
        }
      }
      if let successor = change.successor, successor != change.code {
        try store.moveGrants(from: [change.code], to: successor, on: day)
      }
    }
    for unit in plan.newUnits {
      try commit(author: nil, clock: clock) { try self.begin(unit, map, day, $0) }
    }
    try carryOutHamlets(plan, map, day, clock)
  }

  /// A unit that begins gets a scope for its own teams; one left from a reform that was taken back
  /// serves again.
  private func begin(
    _ unit: ReformPlan.NewUnit, _ map: PlaceMap, _ day: Int64, _ act: Act
  ) throws {
    let left = map.scopes.values.filter {
      $0.kind == .commune && $0.label == unit.name && map.entries(of: $0.id).isEmpty
    }.map(\.id).min()
    if let left { return try act.map(left, to: unit.code, from: day) }
    _ = try act.openScope(
      [
        (ScopeTable.kind, .integer(ScopeKind.commune.rawValue)),
        (ScopeTable.communeCode, .text(unit.code)), (ScopeTable.label, .text(unit.name)),
      ], from: day)
  }

  private func carryOutHamlets(
    _ plan: ReformPlan, _ map: PlaceMap, _ day: Int64, _ clock: ClockReading
  ) throws {
    struct Key: Hashable { let code: String, name: String }
    var created: [Key: [(old: RowID, row: RowID, scope: ScopeID)]] = [:]
    let withdrawn = map.places.filter(\.isWithdrawn)
    for change in plan.hamlets {
      try commit(author: nil, clock: clock) { act in
        for old in change.rows {
          guard let place = map.place(old), let scope = place.householdScope else { continue }
          try act.write(
            PlaceTable.definition, old, [(PlaceTable.validTo, .integer(day - 1))])
          for new in change.becomes {
            let key = Key(code: new.code, name: SearchFold.exact(new.name))
            // Hamlets that shared the scope and become one are one row.
            if let twin = created[key]?.first(where: { $0.scope == scope }) {
              created[key]?.append((old, twin.row, scope))
              continue
            }
            // One left from a reform that was taken back serves again: households may name it.
            let left = withdrawn.first {
              $0.householdScope == scope && $0.communeCode == new.code && $0.kind == change.kind
                && $0.name.map(SearchFold.exact) == key.name
            }
            if let left {
              try act.write(
                PlaceTable.definition, left.id,
                [(PlaceTable.validFrom, .integer(day)), (PlaceTable.validTo, .unset)])
              created[key, default: []].append((old, left.id, scope))
              continue
            }
            let row = try self.create(
              .place, in: .everyone,
              [
                (PlaceTable.name, .text(new.name)),
                (PlaceTable.kind, change.kind.map { .integer($0.rawValue) } ?? .unset),
                (PlaceTable.communeCode, .text(new.code)),
                (PlaceTable.householdScope, .integer(scope.rawValue)),
                (PlaceTable.validFrom, .integer(day)),
              ], act
            ).id
            created[key, default: []].append((old, row, scope))
          }
        }
      }
    }
    for parts in created.values.map({ $0 }).sorted(by: { $0[0].row < $1[0].row }) {
      for part in parts {
        let others = Set(parts.filter { $0.scope != part.scope }.map(\.row)).sorted()
        try store.addGrants(like: part.old, for: others, from: day)
      }
    }
  }

  /// Counts what a plan touches.
  private func effects(of plan: ReformPlan, _ map: PlaceMap) throws -> ReformPlan.Effects {
    var effects = ReformPlan.Effects()
    var scopes = Set(plan.units.flatMap(\.moves).map(\.scope))
    scopes.formUnion(
      plan.hamlets.flatMap(\.rows).compactMap { map.place($0)?.householdScope })
    let households = scopes.filter { map.scopes[$0]?.kind == .households }
    effects.scopes = households.count
    let connection = reader.connection
    for scope in scopes.sorted() {
      effects.households += Int(
        try connection.integer(
          """
          SELECT count(*) FROM household
          WHERE scope = ? AND hidden IS NULL AND void_reason IS NULL
          """, .integer(scope.rawValue)))
    }
    effects.teams = try reader.teams().count { team in
      team.place.flatMap(map.place)?.householdScope.map(scopes.contains) ?? false
    }
    let list = scopes.sorted().map { String($0.rawValue) }.joined(separator: ",")
    effects.laptops = Int(
      try connection.integer(
        "SELECT count(DISTINCT replica) FROM scope_grant WHERE scope IN (\(list))"))
    let split = plan.hamlets.filter(\.isSplit).flatMap(\.rows)
    effects.undecidedHouseholds = Set(
      try split.flatMap { try reader.households(place: $0, page: .all).map(\.id) }
    ).sorted()
    return effects
  }
}

import SQLite
import SyncProtocol

/// Several changes of units and places that belong together: one transaction, one expansion of
/// grants, and a trace by which they are taken back.
extension Store {
  /// Carries a reform out, or with `isDryRun` says what it would do and takes it back. Centre only.
  ///
  /// `body` makes one act for every unit that changes. No laptop loses a scope by it: where its rules
  /// would no longer reach one, a rule for that scope is added.
  ///
  /// - Parameters:
  ///   - day: the first day of the new state, since 1970.
  /// - Returns: what laptops gain and lose, and the trace.
  package func reform(
    from day: Int64, isDryRun: Bool, clock: ClockReading, _ body: () throws -> Void
  ) throws -> (changes: [GrantChange], trace: ReformTrace) {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    var trace = ReformTrace(day: day, steps: [])
    func perform() throws -> [GrantChange] {
      try transaction {
        let before = try reformState()
        let rules = try grantRules()
        let reached = try scopes(of: Set(rules.map(\.target)), on: day)
        let held = rules.map { ($0, reached[$0.target] ?? []) }
        try body()
        try carryCommuneAreas(from: day, clock: clock)
        try keepHeld(held, on: day, at: clock.wall)
        trace.steps = before.steps(to: try reformState())
        return try expandGrants(at: clock.wall)
      }
    }
    let changes = isDryRun ? try previewing(perform) : try perform()
    return (changes, trace)
  }

  /// The steps of a trace that no longer stand as the reform wrote them, because something later
  /// builds upon them.
  package func stepsBuiltUpon(_ trace: ReformTrace) throws -> [ReformTrace.Step] {
    let now = try reformState()
    return trace.steps.filter { step in
      switch step.kind {
      case .entryEnded, .entryAdded: now.entries[step.row] != .some(step.after)
      case .entryDeleted: now.entries[step.row] != nil
      case .placeEnded, .placeAdded, .placeResumed: now.places[step.row] != .some(step.after)
      // Grants are changed by people at any time; what they have set since stands.
      case .ruleEnded, .ruleAdded: false
      }
    }
  }

  /// Takes a reform back by later operations: what ended goes on, what was added was never valid.
  ///
  /// Rows that point to an added place keep doing so, therefore it stays, without a day on which it
  /// was valid. Centre only.
  /// - Returns: what laptops gain and lose.
  package func undoReform(
    _ trace: ReformTrace, isDryRun: Bool, clock: ClockReading
  ) throws -> [GrantChange] {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    func perform() throws -> [GrantChange] {
      try transaction {
        // An act is bounded; the steps of a province take several.
        var rest = trace.steps[...]
        while !rest.isEmpty {
          let chunk = rest.prefix(300)
          rest = rest.dropFirst(chunk.count)
          try commit(author: nil, clock: clock) { act in
            for step in chunk { try act.takeBack(step, of: trace) }
          }
        }
        for step in trace.steps { try takeBackRule(step, at: clock.wall) }
        // What people changed since may lean on an area that the reform had brought along.
        try carryCommuneAreas(from: trace.day, clock: clock)
        return try expandGrants(at: clock.wall)
      }
    }
    return isDryRun ? try previewing(perform) : try perform()
  }

  private func takeBackRule(_ step: ReformTrace.Step, at time: Timestamp) throws {
    switch step.kind {
    case .ruleEnded:
      try connection.execute(
        "UPDATE grant_rule SET until = ?1 WHERE id = ?2 AND until IS ?3", SQLValue(step.before),
        .integer(step.row), SQLValue(step.after))
    case .ruleAdded:
      try connection.execute(
        """
        UPDATE grant_rule SET until = max(since, ?1) WHERE id = ?2 AND (until IS NULL OR until > ?1)
        """, .integer(time.rawValue), .integer(step.row))
    default: break
    }
  }

  /// Adds rules for the scopes that rules reached before and no rule of the laptop reaches now.
  private func keepHeld(
    _ held: [(rule: GrantRule, scopes: [ScopeID])], on day: Int64, at time: Timestamp
  ) throws {
    let start = RegistryDay.start(of: day)
    // A rule of a reform that was taken back ended after the day, and lets nobody hold anything.
    func isOver(_ rule: GrantRule) -> Bool { rule.until.map { $0 <= max(start, time) } ?? false }
    var reached: [ReplicaID: Set<ScopeID>] = [:]
    let rules = try grantRules().filter { !isOver($0) }
    let present = try scopes(of: Set(rules.map(\.target)), on: day)
    for rule in rules {
      reached[rule.replica, default: []].formUnion(present[rule.target] ?? [])
    }
    for (rule, scopes) in held where !isOver(rule) {
      for scope in scopes where reached[rule.replica, default: []].insert(scope).inserted {
        try resumeRule(.scope(scope), rule.replica, max(rule.since, start), rule.until)
      }
    }
  }

  private func reformState() throws -> ReformState {
    func ends(_ sql: String) throws -> [Int64: Int64?] {
      Dictionary(
        try connection.rows(sql) { (try $0.integer(at: 0), try $0.optionalInteger(at: 1)) },
        uniquingKeysWith: { first, _ in first })
    }
    return ReformState(
      entries: try ends("SELECT rid, valid_to FROM unit_scope WHERE hidden IS NULL"),
      places: try ends("SELECT rid, valid_to FROM place WHERE hidden IS NULL"),
      rules: try ends("SELECT id, until FROM grant_rule"))
  }
}

extension Store {
  /// Lets the laptops that may hold one place hold others as well, from a day on: hamlets that
  /// became one.
  package func addGrants(
    like place: RowID, for others: [RowID], from day: Int64
  ) throws {
    let start = RegistryDay.start(of: day)
    for rule in try grantRules() where rule.target == .place(place) {
      guard rule.until.map({ $0 > start }) ?? true else { continue }
      for other in others {
        try resumeRule(.place(other), rule.replica, max(rule.since, start), rule.until)
      }
    }
  }

  /// Grants by units that end hold for another from a day on.
  package func moveGrants(from old: [String], to new: String, on day: Int64) throws {
    try moveRules(from: old, to: new, at: RegistryDay.start(of: day))
  }
}

extension Act {
  fileprivate func takeBack(_ step: ReformTrace.Step, of trace: ReformTrace) throws {
    guard let row = RowID(rawValue: step.row) else { return }
    let end = step.before.map { Value.integer($0) } ?? .unset
    switch step.kind {
    case .entryEnded:
      try write(UnitScopeTable.definition, row, [(UnitScopeTable.validTo, end)])
    case .entryDeleted: try undelete(UnitScopeTable.definition, row)
    case .entryAdded: try delete(UnitScopeTable.definition, row)
    case .placeEnded: try write(PlaceTable.definition, row, [(PlaceTable.validTo, end)])
    case .placeAdded, .placeResumed:
      try write(
        PlaceTable.definition, row, [(PlaceTable.validTo, .integer(trace.day - 1))])
    case .ruleEnded, .ruleAdded: break
    }
  }
}

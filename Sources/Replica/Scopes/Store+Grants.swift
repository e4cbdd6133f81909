import SQLite
import SyncProtocol

/// Grants at the centre: rules by unit, place or scope, expanded into the scopes each laptop holds.
extension Store {
  /// How long a laptop has to hand a scope back: 30 days.
  package static let handBackMilliseconds: Int64 = 30 * 86_400_000

  /// The beginning of a rule that has held ever since: no clock that is set back can end it.
  package static let always = Timestamp(rawValue: .min)

  /// Adds a rule and expands. Centre only.
  /// - Returns: what laptops gain and lose.
  @discardableResult
  package func addGrant(
    _ target: GrantTarget, to replica: ReplicaID, since: Timestamp, until: Timestamp? = nil,
    at time: Timestamp
  ) throws -> [GrantChange] {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    return try transaction {
      try insertRule(target, replica, since, until)
      return try expandGrants(at: time)
    }
  }

  func insertRule(
    _ target: GrantTarget, _ replica: ReplicaID, _ since: Timestamp, _ until: Timestamp?
  ) throws {
    let kind: Int64
    var unit = SQLValue.null
    var object = SQLValue.null
    switch target {
    case .unit(let code): (kind, unit) = (1, .text(code))
    case .place(let row): (kind, object) = (2, .integer(row.rawValue))
    case .scope(let scope): (kind, object) = (3, .integer(scope.rawValue))
    }
    try connection.execute(
      """
      INSERT INTO grant_rule (replica, kind, unit, object, since, until)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      .integer(Int64(replica.rawValue)), .integer(kind), unit, object, .integer(since.rawValue),
      SQLValue(until?.rawValue))
  }

  /// Lets a rule hold that a change of units needs: the one of an earlier change that was taken back
  /// goes on, so that repeating a change leaves the rules as a single time does.
  func resumeRule(
    _ target: GrantTarget, _ replica: ReplicaID, _ since: Timestamp, _ until: Timestamp?
  ) throws {
    let known = try grantRules(of: replica).first { $0.target == target && $0.since == since }
    guard let known else { return try insertRule(target, replica, since, until) }
    let end = Timestamp(rawValue: .max)
    guard known.until ?? end < until ?? end else { return }
    try connection.execute(
      "UPDATE grant_rule SET until = ? WHERE id = ?", SQLValue(until?.rawValue),
      .integer(known.id))
  }

  /// Ends a rule now; what it granted and no other rule does is asked back. Centre only.
  @discardableResult
  package func endGrant(_ id: Int64, at time: Timestamp) throws -> [GrantChange] {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    return try transaction {
      try connection.execute(
        "UPDATE grant_rule SET until = ? WHERE id = ? AND (until IS NULL OR until > ?)",
        .integer(time.rawValue), .integer(id), .integer(time.rawValue))
      return try expandGrants(at: time)
    }
  }

  /// The rules of one laptop or of all, by laptop and number; also those that are over.
  package func grantRules(of replica: ReplicaID? = nil) throws -> [GrantRule] {
    try connection.rows(
      """
      SELECT id, replica, kind, unit, object, since, until FROM grant_rule
      WHERE ?1 IS NULL OR replica = ?1 ORDER BY replica, id
      """, SQLValue(replica.map { Int64($0.rawValue) })
    ) { statement in
      guard let replica = ReplicaID(rawValue: UInt32(clamping: try statement.integer(at: 1)))
      else { throw ProtocolError.malformed(.numberOutOfRange) }
      let object = try statement.optionalInteger(at: 4) ?? 0
      let target: GrantTarget
      switch try statement.integer(at: 2) {
      case 1: target = .unit(try statement.optionalText(at: 3) ?? "")
      case 2:
        guard let place = RowID(rawValue: object) else {
          throw ProtocolError.malformed(.numberOutOfRange)
        }
        target = .place(place)
      default:
        guard let scope = ScopeID(rawValue: object) else {
          throw ProtocolError.malformed(.numberOutOfRange)
        }
        target = .scope(scope)
      }
      return GrantRule(
        id: try statement.integer(at: 0), replica: replica, target: target,
        since: Timestamp(rawValue: try statement.integer(at: 5)),
        until: try statement.optionalInteger(at: 6).map(Timestamp.init(rawValue:)))
    }
  }

  /// Expands the rules of all laptops; grant numbers grow where something changed.
  @discardableResult
  func expandGrants(at time: Timestamp) throws -> [GrantChange] {
    let replicas = try connection.rows("SELECT replica FROM peer ORDER BY replica") {
      ReplicaID(rawValue: UInt32(clamping: try $0.integer(at: 0)))
    }
    let rules = Dictionary(grouping: try grantRules(), by: \.replica)
    let scopes = try scopes(
      of: Set(rules.values.joined().map(\.target)), on: RegistryDay.containing(time))
    return try replicas.compactMap { replica in
      try replica.flatMap { try expand(rules[$0] ?? [], of: $0, at: time, scopes) }
    }
  }

  /// Expands the rules of one laptop on the day; nil when nothing changed.
  func expandGrants(of replica: ReplicaID, at time: Timestamp) throws -> GrantChange? {
    let rules = try grantRules(of: replica)
    return try expand(
      rules, of: replica, at: time,
      scopes(of: Set(rules.map(\.target)), on: RegistryDay.containing(time)))
  }

  private func expand(
    _ rules: [GrantRule], of replica: ReplicaID, at time: Timestamp,
    _ scopes: [GrantTarget: [ScopeID]]
  ) throws -> GrantChange? {
    var wanted: Set<ScopeID> = []
    for rule in rules
    where rule.since <= time && time < rule.until ?? Timestamp(rawValue: .max) {
      wanted.formUnion(scopes[rule.target] ?? [])
    }
    wanted.remove(.everyone)
    let held = Set(try grants(of: replica).scopes)
    let gained = wanted.subtracting(held).sorted()
    let lost = held.subtracting(wanted).sorted()
    guard !gained.isEmpty || !lost.isEmpty else { return nil }
    for scope in gained { try begin(scope, at: replica, time) }
    for scope in lost { try askBack(scope, from: replica, time) }
    try connection.execute(
      "UPDATE peer SET grant_number = grant_number + 1 WHERE replica = ?",
      .integer(Int64(replica.rawValue)))
    return GrantChange(replica: replica, gained: gained, lost: lost)
  }

  private func begin(_ scope: ScopeID, at replica: ReplicaID, _ time: Timestamp) throws {
    let numbers = [SQLValue.integer(Int64(replica.rawValue)), .integer(scope.rawValue)]
    try connection.execute(
      """
      INSERT OR IGNORE INTO scope_grant (replica, scope, since, number)
      SELECT ?1, ?2, ?3, grant_number + 1 FROM peer WHERE replica = ?1
      """, numbers[0], numbers[1], .integer(time.rawValue))
    try connection.execute(
      "DELETE FROM scope_return WHERE replica = ? AND scope = ?", numbers[0], numbers[1])
    try connection.execute(
      "DELETE FROM acknowledged WHERE replica = ? AND scope = ?", numbers[0], numbers[1])
  }

  private func askBack(_ scope: ScopeID, from replica: ReplicaID, _ time: Timestamp) throws {
    let numbers = [SQLValue.integer(Int64(replica.rawValue)), .integer(scope.rawValue)]
    try connection.execute(
      "DELETE FROM scope_grant WHERE replica = ? AND scope = ?", numbers[0], numbers[1])
    try connection.execute(
      "INSERT OR REPLACE INTO scope_return (replica, scope, since, deadline) VALUES (?, ?, ?, ?)",
      numbers[0], numbers[1], .integer(time.rawValue),
      .integer(time.rawValue &+ Self.handBackMilliseconds))
  }

  /// The scopes a laptop may hold now, ascending. Centre only.
  package func grantedScopes(of replica: ReplicaID) throws -> [ScopeID] {
    try grants(of: replica).scopes
  }

  /// The scopes that a target means on a day, ascending.
  package func scopes(of target: GrantTarget, on day: Int64) throws -> [ScopeID] {
    try scopes(of: [target], on: day)[target] ?? []
  }
}

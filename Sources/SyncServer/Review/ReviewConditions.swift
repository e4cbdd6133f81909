import FieldWork
import Replica
import SQLite
import SyncProtocol

/// A condition on visits (`v`), with the values that stand for its question marks.
struct ReviewConditions {
  /// Beside what a visit is looked at.
  enum Beside {
    /// Its arrival (`a`), as lists are read that it orders.
    case arrival
    /// Nothing: whoever only counts reads an index of visits, and of arrivals the few that are asked
    /// for.
    case nothing
  }

  private(set) var sql = "TRUE"
  private(set) var bindings: [SQLValue] = []
  private let beside: Beside

  /// - Parameter beside: what the query joins.
  init(_ beside: Beside) { self.beside = beside }

  mutating func add(_ condition: String, _ values: SQLValue...) {
    sql += " AND (\(condition))"
    bindings += values
  }

  mutating func add(_ other: ReviewConditions) {
    sql += " AND \(other.sql)"
    bindings += other.bindings
  }

  mutating func addEither(_ one: ReviewConditions, _ other: ReviewConditions) {
    sql += " AND (\(one.sql) OR \(other.sql))"
    bindings += one.bindings + other.bindings
  }

  /// A condition on the arrivals of visits, or on those of no other visits.
  mutating func addArrival(
    _ condition: String, orNot opposite: String? = nil, _ values: SQLValue...
  ) {
    switch (beside, opposite) {
    case (.arrival, _): sql += " AND (a.\(condition))"
    case (.nothing, let opposite?):
      sql += " AND v.rid NOT IN (SELECT visit FROM visit_arrival WHERE \(opposite))"
    case (.nothing, nil):
      sql += " AND v.rid IN (SELECT visit FROM visit_arrival WHERE \(condition))"
    }
    bindings += values
  }

  /// That nobody has said anything of them.
  mutating func addNew(_ standings: ReviewStandings, isVoided: Bool = false) {
    addArrival("approval = 0", orNot: "approval <> 0")
    add("v.void_reason IS \(isVoided ? "NOT " : "")NULL")
    addUnsaid(standings)
  }

  /// That nobody sent them back or rejected them.
  mutating func addUnsaid(_ standings: ReviewStandings) {
    addNone(of: Array(standings.sentBack.keys) + Array(standings.rejected.keys))
  }

  /// That they are among some. Of none is asked nothing: each list costs a search for each visit.
  mutating func add(_ visits: some Collection<RowID>) {
    guard !visits.isEmpty else { return add("FALSE") }
    add("v.rid IN \(Self.list)", .text(Self.json(visits)))
  }

  /// That they are not among some.
  mutating func addNone(of visits: some Collection<RowID>) {
    guard !visits.isEmpty else { return }
    add("v.rid NOT IN \(Self.list)", .text(Self.json(visits)))
  }

  /// The values of a JSON text that is bound there.
  static let list = "(SELECT value FROM json_each(?))"

  /// What is bound there for scopes.
  static func list(of scopes: [ScopeID]) -> SQLValue {
    .text("[" + scopes.map { String($0.rawValue) }.joined(separator: ",") + "]")
  }

  static func json(_ rows: some Sequence<RowID>) -> String {
    "[" + rows.map { String($0.rawValue) }.joined(separator: ",") + "]"
  }
}

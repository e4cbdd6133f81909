import FieldWork
import Replica
import SQLite
import SyncProtocol

/// A condition on visits (`v`) and on when they came in (`a`), with the values that stand for its
/// question marks.
struct ReviewConditions {
  private(set) var sql = "TRUE"
  private(set) var bindings: [SQLValue] = []

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

  /// That nobody has said anything of them.
  mutating func addNew(_ standings: ReviewStandings, isVoided: Bool = false) {
    add("a.approval = 0")
    add("v.void_reason IS \(isVoided ? "NOT " : "")NULL")
    addUnsaid(standings)
  }

  /// That nobody sent them back or rejected them.
  mutating func addUnsaid(_ standings: ReviewStandings) {
    let said = Array(standings.sentBack.keys) + Array(standings.rejected.keys)
    add("v.rid NOT IN \(Self.list)", .text(Self.json(said)))
  }

  mutating func add(_ visits: some Sequence<RowID>) {
    add("v.rid IN \(Self.list)", .text(Self.json(visits)))
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

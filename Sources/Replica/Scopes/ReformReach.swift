import SQLite
import SyncProtocol

/// What a reform touched: two reforms whose reach meets stand upon each other, also where no row of
/// the one was changed by the other.
///
/// The later one found units and areas of teams where the earlier had put them, and wrote nothing of
/// its own for what stood there already.
package struct ReformReach: Hashable, Sendable {
  /// Scopes that came under a unit or left one.
  package var scopes: Set<ScopeID> = []
  /// National codes of units that gained or lost scopes, or in which hamlets began or ended.
  package var units: Set<String> = []

  /// Whether one cannot be taken back alone while the other stands.
  package func meets(_ other: ReformReach) -> Bool {
    !scopes.isDisjoint(with: other.scopes) || !units.isDisjoint(with: other.units)
  }
}

extension Store {
  /// What the steps of a reform touched. Deleted rows keep their values, so this can be told of one
  /// that was taken back as well.
  package func reach(of trace: ReformTrace) throws -> ReformReach {
    var reach = ReformReach()
    for step in trace.steps {
      let sql: String
      switch step.kind {
      case .entryEnded, .entryDeleted, .entryAdded:
        sql = "SELECT unit, mapped_scope FROM unit_scope WHERE rid = ?"
      case .placeEnded, .placeAdded, .placeResumed:
        sql = "SELECT commune_code, household_scope FROM place WHERE rid = ?"
      // A rule follows from the units and hamlets, and people change rules at any time.
      case .ruleEnded, .ruleAdded: continue
      }
      let touched = try connection.row(sql, .integer(step.row)) {
        (try $0.optionalText(at: 0), try $0.optionalInteger(at: 1))
      }
      if let unit = touched?.0 { reach.units.insert(unit) }
      if let scope = touched?.1.flatMap(ScopeID.init(rawValue:)) { reach.scopes.insert(scope) }
    }
    return reach
  }
}

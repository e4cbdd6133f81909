import FieldWork
import Replica
import SyncProtocol

/// What a change of grants or units does to one laptop, in words people know.
package struct NamedGrantChange: Sendable, Equatable {
  /// The laptop.
  package var replica: ReplicaID
  /// What people call it.
  package var label: String
  /// The scopes it gains.
  package var gained: [NamedScope]
  /// The scopes it is asked to hand back.
  package var lost: [NamedScope]
}

/// A scope with what people call it.
package struct NamedScope: Sendable, Equatable {
  /// The scope.
  package var scope: ScopeID
  /// Its label, or its number where it has none.
  package var label: String
}

extension Centre {
  /// Changes grants or units, or with `isDryRun` says what the change would do and takes it back.
  package func changeGrants(
    isDryRun: Bool, _ body: (Store, ClockReading) throws -> [GrantChange]
  ) throws -> [NamedGrantChange] {
    try change { field, clock in
      let store = field.store
      let changes =
        isDryRun
        ? try store.previewing { try body(store, clock) } : try body(store, clock)
      let labels = try labels(of: store)
      let peers = try store.peers()
      return changes.map { change in
        NamedGrantChange(
          replica: change.replica,
          label: peers.first { $0.replica == change.replica }?.label ?? "",
          gained: change.gained.map { NamedScope($0, labels) },
          lost: change.lost.map { NamedScope($0, labels) })
      }
    }
  }

  /// The rules of one laptop or of all, and what scopes are called.
  package func grantRules() throws -> (rules: [GrantRule], labels: [ScopeID: String]) {
    try inspect { (try $0.store.grantRules(), try labels(of: $0.store)) }
  }

  /// What a rule lets a laptop hold, in words.
  func words(of target: GrantTarget, _ labels: [ScopeID: String]) throws -> BilingualText {
    switch target {
    case .unit(let code): return BilingualText(vi: "xã \(code)", en: "unit \(code)")
    case .place(let row):
      let name = try read { try $0.record(Place.self, row)?.name } ?? "#\(row.rawValue)"
      return BilingualText(vi: "thôn \(name)", en: "place \(name)")
    case .scope(let scope):
      let label = NamedScope(scope, labels).label
      return BilingualText(vi: "vùng \(label)", en: "scope \(label)")
    }
  }

  /// The map of units, and what scopes are called.
  package func unitMap() throws -> (entries: [Store.UnitEntry], labels: [ScopeID: String]) {
    try inspect { (try $0.store.unitMap(), try labels(of: $0.store)) }
  }

  private func labels(of store: Store) throws -> [ScopeID: String] {
    let rows = try store.connection.rows("SELECT rid, label FROM scope WHERE hidden IS NULL") {
      (ScopeID(rawValue: try $0.integer(at: 0)), try $0.optionalText(at: 1))
    }
    var labels: [ScopeID: String] = [:]
    for (scope, label) in rows {
      if let scope, let label { labels[scope] = label }
    }
    return labels
  }

  /// The laptop of a label or number; nil when none or several have the label.
  package func laptop(_ text: String) throws -> Peer? {
    let peers = try laptops()
    let found = peers.filter { String($0.replica.rawValue) == text || $0.label == text }
    return found.count == 1 ? found[0] : nil
  }
}

extension NamedScope {
  init(_ scope: ScopeID, _ labels: [ScopeID: String]) {
    self.init(scope: scope, label: labels[scope] ?? "#\(scope.rawValue)")
  }
}

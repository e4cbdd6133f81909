import Randomness
import Replica
import SQLite
import SyncProtocol

/// Snapshots that are replaced at the centre while somebody fetches them part by part.
enum SnapshotFaults {
  static let all = [
    Fault("snapshot replaced", weight: 1, .step { try $0.replaceSnapshot(under: $1) })
  ]
}

extension World {
  /// A laptop has the first part of a snapshot; before it asks for the next, the centre has made so
  /// many newer ones that this one is gone.
  fileprivate func replaceSnapshot(under laptop: Machine) throws {
    guard let scope = random.pick(try laptop.store.grantedScopes()) else { return }
    trace.note("\(laptop.label): a snapshot is replaced while it is fetched")
    try growLog(of: scope, by: 4)
    try backUp()
    guard !laptop.disk.isDead else { return }
    try undisturbedRound(of: laptop)
    let begun = try fetched(scope, at: laptop)
    guard let begun, !centre.disk.isDead else { return }
    let policy = centre.store.snapshotPolicy
    centre.store.snapshotPolicy.batches = 1
    for _ in 0..<3 {
      try growLog(of: scope, by: 1)
      try backUp()
    }
    centre.store.snapshotPolicy = policy
    guard !laptop.disk.isDead else { return }
    try undisturbedRound(of: laptop)
    guard try fetched(scope, at: laptop) != begun else { return }
    trace.extend("another one is fetched")
    report.replacedSnapshots += 1
  }

  private func growLog(of scope: ScopeID, by count: Int) throws {
    for _ in 0..<count where !centre.disk.isDead {
      try commit(at: centre, "adds a household") { _ = try addHousehold($0, scope) }
      if !centre.disk.isDead { try observeArrivals() }
    }
  }

  /// The snapshot of a scope that a laptop has a part of.
  private func fetched(_ scope: ScopeID, at laptop: Machine) throws -> [UInt8]? {
    guard !laptop.disk.isDead else { return nil }
    return try laptop.store.connection.row(
      "SELECT hash FROM snapshot_fetch WHERE scope = ? AND received < total",
      .integer(scope.rawValue)
    ) { try $0.bytes(at: 0) }
  }
}

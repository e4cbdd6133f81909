import Replica
import SyncProtocol

/// What the centre had given when one of its lives ended: whoever has not heard of the next one
/// still believes it.
///
/// A centre that is set back unnoticed ends a life too, and goes on in the same epoch.
struct CentreLife {
  /// Its epoch.
  let epoch: UInt8
  /// The batch under every arrival number, by scope.
  let arrivals: [ScopeID: [ContentHash]]
  /// What receipts said of the batches it had.
  let states: [ContentHash: Receipt.State]
}

extension World {
  /// Notes all that the centre has given up to now.
  func endLife() throws {
    var states: [ContentHash: Receipt.State] = [:]
    for entry in try log(of: centre).entries { states[entry.batch.hash] = entry.state }
    let aside = try centre.store.connection.rows("SELECT hash FROM batch_aside") {
      try $0.bytes(at: 0)
    }
    for hash in aside.compactMap(ContentHash.init) { states[hash] = .collision }
    formerLives.append(CentreLife(epoch: centreEpoch, arrivals: arrivals, states: states))
  }

  /// The present epoch of the centre.
  var centreEpoch: UInt8 { UInt8(clamping: centre.replica.rawValue) }

  /// What was given under the arrival numbers of a scope in the lives of an epoch, the present one
  /// first: it is one list where no life of that epoch was set back unnoticed.
  func givenArrivals(_ scope: ScopeID, epoch: UInt8) -> [[ContentHash]] {
    let former = formerLives.reversed().filter { $0.epoch == epoch }
      .map { $0.arrivals[scope] ?? [] }
    return (epoch == centreEpoch ? [arrivals[scope] ?? []] : []) + former
  }

  /// What lives that are over said of a batch, from an epoch on: whoever has not pulled since may
  /// have a receipt of any of them.
  func formerStates(of batch: ContentHash, epoch: UInt8) -> [Receipt.State] {
    formerLives.filter { $0.epoch >= epoch }.compactMap { $0.states[batch] }
  }

  /// The batches below the beginning of a log, which may be that of a former life.
  func hashes(below base: StoreLog.Base, in scope: ScopeID) throws -> [ContentHash] {
    let present = arrivals[scope] ?? []
    guard !formerLives.isEmpty else { return Array(present.prefix(Int(base.arrival))) }
    if let known = logsBelow[base.runningHash] { return known }
    for given in [present] + formerLives.reversed().map({ $0.arrivals[scope] ?? [] })
    where given.count >= Int(base.arrival) {
      let below = Array(given.prefix(Int(base.arrival)))
      let end = try below.reduce(Cursor.start(scope, epoch: 0)) {
        try NaiveRunningHash.advanced($0, by: $1)
      }
      guard end.runningHash == base.runningHash else { continue }
      logsBelow[base.runningHash] = below
      return below
    }
    throw Violation(
      .arrivals, "no life of the centre has given the log that \(scope.rawValue) begins with")
  }
}

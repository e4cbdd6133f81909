import Replica
import SQLite
import SyncProtocol

/// Which laptop took the place of which: the same machine under a new number, or another one.
struct LaptopReplacements {
  private let store: Store

  init(_ store: Store) { self.store = store }

  /// Notes that a laptop took another's place; a later word about the same one counts.
  func note(_ former: ReplicaID, replacedBy laptop: ReplicaID, at time: Timestamp) throws {
    try store.connection.execute(
      "INSERT OR REPLACE INTO laptop_replacement (replica, successor, at) VALUES (?, ?, ?)",
      .integer(Int64(former.rawValue)), .integer(Int64(laptop.rawValue)), .integer(time.rawValue))
  }

  /// What took a laptop's place, and when that was noted.
  struct Successor {
    var replica: ReplicaID
    var noted: Timestamp
  }

  /// Who took whose place.
  func all() throws -> [ReplicaID: Successor] {
    let pairs = try store.connection.rows("SELECT replica, successor, at FROM laptop_replacement") {
      (
        ReplicaID(rawValue: UInt32(clamping: try $0.integer(at: 0))),
        ReplicaID(rawValue: UInt32(clamping: try $0.integer(at: 1))),
        Timestamp(rawValue: try $0.integer(at: 2))
      )
    }
    var all: [ReplicaID: Successor] = [:]
    for case (let former?, let successor?, let noted) in pairs {
      all[former] = Successor(replica: successor, noted: noted)
    }
    return all
  }
}

/// What became of a laptop that does not report any more.
package enum LaptopFate: Sendable, Hashable {
  /// It was declared lost. `isStillHeard`: it reported after that.
  case lost(since: Timestamp, isStillHeard: Bool)
  /// Another one took its place. `missing`: operations of it that were announced and have not come,
  /// or wait for others; nil where it never said how many it has. `isStillHeard`: it reported after
  /// that, so another copy of its data goes on.
  case replaced(by: String, missing: Int64?, isStillHeard: Bool)

  /// Whether nothing is expected of it any more: it is no longer counted as silent.
  package var isSettled: Bool {
    if case .replaced(_, 0, false) = self { true } else { false }
  }

  /// Whether it will report no more, as far as anybody knows.
  package var isSilent: Bool {
    if case .replaced(_, _, true) = self { false } else { true }
  }
}

extension LaptopFate {
  /// The fates of all laptops of which there is something to say.
  static func all(_ store: Store, _ peers: [Peer]) throws -> [ReplicaID: LaptopFate] {
    var fates: [ReplicaID: LaptopFate] = [:]
    for (replica, since) in try store.lostLaptops() {
      let last = peers.first { $0.replica == replica }?.lastRound
      fates[replica] = .lost(since: since, isStillHeard: last.map { $0 > since } ?? false)
    }
    let replacements = try LaptopReplacements(store).all()
    for peer in peers {
      guard let successor = replacements[peer.replica] else { continue }
      let label =
        peers.first { $0.replica == successor.replica }?.label ?? "#\(successor.replica.rawValue)"
      fates[peer.replica] = .replaced(
        by: label, missing: try missing(of: peer, store),
        isStillHeard: peer.lastRound.map { $0 > successor.noted } ?? false)
    }
    return fates
  }

  /// Operations that a laptop announced in its last round and that have not come since, and those
  /// that came and wait.
  private static func missing(of peer: Peer, _ store: Store) throws -> Int64? {
    guard let announced = peer.unsentOperations, let last = peer.lastRound else { return nil }
    let arrived = try store.connection.rows(
      """
      SELECT coalesce(sum(operations) FILTER (WHERE received > ?2), 0),
        coalesce(sum(operations) FILTER (WHERE state <> 1), 0)
      FROM batch WHERE replica = ?1
      """, .integer(Int64(peer.replica.rawValue)), .integer(last.rawValue)
    ) { (since: try $0.integer(at: 0), waiting: try $0.integer(at: 1)) }
    return max(0, announced - (arrived.first?.since ?? 0)) + (arrived.first?.waiting ?? 0)
  }
}

extension Centre {
  /// What became of laptops that were lost or replaced.
  package func laptopFates() throws -> [ReplicaID: LaptopFate] {
    try inspect { try LaptopFate.all($0.store, $0.store.peers()) }
  }

  /// Notes that one laptop took the place of another.
  func replace(_ former: ReplicaID, by laptop: ReplicaID) throws {
    try administer { store, clock in
      try LaptopReplacements(store).note(former, replacedBy: laptop, at: clock.wall)
    }
  }
}

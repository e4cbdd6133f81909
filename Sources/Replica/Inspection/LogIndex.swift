import SQLite
import SyncProtocol

/// Where writes stand in the log: the batches of a chain are listed once and decoded once each,
/// however many writes are looked up.
final class LogIndex {
  /// A batch, without its body.
  struct Entry {
    var position: Int64
    var session: UInt32
    var counters: ClosedRange<UInt32>
    /// When it came here, by this replica's best knowledge.
    var received: Timestamp
    /// When its author closed it, as far as that clock was known; nil before any signed time.
    var closed: Timestamp?
  }

  private struct Chain: Hashable {
    var scope: ScopeID
    var replica: ReplicaID
  }

  private let store: Store
  private var chains: [Chain: [Entry]] = [:]
  private var outboxes: [ScopeID: Set<Dot>] = [:]
  private var certificates: [ReplicaID: Certificate?] = [:]

  init(_ store: Store) { self.store = store }

  /// The batch that holds a write; nil when it is still in the outbox or no longer in the log.
  func entry(of dot: Dot, in scope: ScopeID) throws -> Entry? {
    let entries = try entries(Chain(scope: scope, replica: dot.replica))
    // The last batch that begins at or before the dot; a copied store may have closed the same
    // operations into shorter batches, so its predecessors are looked at too.
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      let entry = entries[middle]
      if (entry.session, entry.counters.lowerBound) <= (dot.session, dot.counter) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low > 0, entries[low - 1].session == dot.session {
      low -= 1
      if entries[low].counters.contains(dot.counter) { return entries[low] }
    }
    return nil
  }

  /// Whether a write of this store waits in its outbox, which is decoded once, however many ask.
  func isWaiting(_ dot: Dot, in scope: ScopeID) throws -> Bool {
    guard dot.replica == store.identity.replica else { return false }
    if let known = outboxes[scope] { return known.contains(dot) }
    let dots = Set(try store.outboxOperations(in: scope).map(\.dot))
    outboxes[scope] = dots
    return dots.contains(dot)
  }

  private func entries(_ chain: Chain) throws -> [Entry] {
    if let known = chains[chain] { return known }
    let entries = try store.connection.rows(
      """
      SELECT position, session, first_counter, last_counter, received, wall, clock_offset
      FROM batch WHERE scope = ? AND replica = ? ORDER BY session, first_counter, last_counter
      """, .integer(chain.scope.rawValue), .integer(Int64(chain.replica.rawValue))
    ) { statement in
      let first = UInt32(clamping: try statement.integer(at: 2))
      let wall = try statement.optionalInteger(at: 5)
      let offset = try statement.optionalInteger(at: 6)
      return Entry(
        position: try statement.integer(at: 0),
        session: UInt32(clamping: try statement.integer(at: 1)),
        counters: first...max(first, UInt32(clamping: try statement.integer(at: 3))),
        received: Timestamp(rawValue: try statement.integer(at: 4)),
        closed: offset.flatMap { offset in
          wall.map { Timestamp(rawValue: $0 &+ offset) }
        })
    }
    chains[chain] = entries
    return entries
  }

  /// The operations of dots of one scope, from the log and the outbox; those that neither has any
  /// more are missing.
  func operations(_ dots: some Sequence<Dot>, in scope: ScopeID) throws -> [Dot: Operation] {
    var wanted: Set<Dot> = []
    var positions: Set<Int64> = []
    for dot in dots where wanted.insert(dot).inserted {
      if let entry = try entry(of: dot, in: scope) { positions.insert(entry.position) }
    }
    var found: [Dot: Operation] = [:]
    for position in positions.sorted() {
      for operation in try store.operations(at: position) where wanted.contains(operation.dot) {
        found[operation.dot] = operation
      }
    }
    if found.count < wanted.count,
      wanted.contains(where: { $0.replica == store.identity.replica && found[$0] == nil })
    {
      for operation in try store.outboxOperations(in: scope) where wanted.contains(operation.dot) {
        found[operation.dot] = operation
      }
    }
    return found
  }

  /// Why the time of a write is to be doubted; nil when nothing speaks against it.
  ///
  /// The same on every replica that has the batch: what its author's clock said when it was closed,
  /// and when its certificate was issued, travel with it. Only the arrival differs.
  func doubt(of time: Timestamp, of dot: Dot, in scope: ScopeID) throws -> TimeDoubt? {
    guard dot.replica.rawValue >= ReplicaID.firstLaptop else { return nil }
    if let issued = try certificate(of: dot.replica)?.issuedAt,
      time.rawValue < issued.rawValue &- TimeDoubt.toleratedMilliseconds
    {
      return .tooEarly(known: issued)
    }
    guard let entry = try entry(of: dot, in: scope) else { return nil }
    let latest = min(entry.received, entry.closed ?? entry.received)
    if time.rawValue > latest.rawValue &+ TimeDoubt.toleratedMilliseconds {
      return .tooLate(known: latest)
    }
    return entry.closed == nil ? .unchecked : nil
  }

  private func certificate(of replica: ReplicaID) throws -> Certificate? {
    if let known = certificates[replica] { return known }
    let certificate = try store.certificate(of: replica)
    certificates[replica] = .some(certificate)
    return certificate
  }
}

/// Why the time of a write is to be doubted. It still ranks, and is shown to people.
package enum TimeDoubt: Sendable, Hashable {
  /// Below ten minutes nothing is said.
  static let toleratedMilliseconds: Int64 = 600_000

  /// It lies after the batch with it was closed or had arrived: a fast clock, or a write above one.
  case tooLate(known: Timestamp)
  /// It lies before the laptop was enrolled.
  case tooEarly(known: Timestamp)
  /// Its author's clock had never met the centre's.
  case unchecked

  /// True when the time cannot be right; false when it is merely unvouched for.
  package var isCertain: Bool { self != .unchecked }
}

extension Store {
  /// The operations of a batch of the log.
  func operations(at position: Int64) throws -> [Operation] {
    let encoded = try connection.row(
      "SELECT encoded FROM batch WHERE position = ?", .integer(position)
    ) { try $0.bytes(at: 0) }
    guard let encoded else { return [] }
    return try Batch(decoding: encoded, primitives: primitives).operations(primitives: primitives)
  }
}

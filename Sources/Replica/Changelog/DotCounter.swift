import SyncProtocol

/// The source of this replica's dots: a random session and a counter within it.
struct DotCounter: Equatable {
  /// Sessions drawn ahead, so that writing needs no randomness: two million dots before the store
  /// must be opened again.
  private static let spareSessionCount = 4
  /// When fewer dots than this are left in a session, the next act begins another.
  private static let reserve: UInt32 = 1 << 16

  let replica: ReplicaID
  var session: UInt32
  var counter: UInt32
  private var spareSessions: [UInt32]

  /// The last dot issued.
  var last: Dot {
    guard let dot = Dot(replica: replica, session: session, counter: counter) else {
      preconditionFailure("session and counter fit a dot")
    }
    return dot
  }

  /// The stored counter, or a new session when this may be a copy of the store that wrote it.
  init(
    resuming store: Store, on machine: MachineIdentity, random: inout some RandomNumberGenerator
  ) throws {
    replica = store.identity.replica
    let state = store.state
    let stored = try Self.stored(in: state)
    var known = try Self.sessions(of: replica, in: store)
    if let stored { known.insert(stored.session) }
    let isDoubtful = Self.disagrees(machine.lastIssued, with: stored, of: replica)
    if let last = machine.lastIssued.flatMap(Dot.init(rawValue:)) { known.insert(last.session) }

    spareSessions = []
    while spareSessions.count <= Self.spareSessionCount {
      let session = UInt32.random(in: 1...Dot.maximumSession, using: &random)
      if known.insert(session).inserted { spareSessions.append(session) }
    }
    if let stored, !isDoubtful, try state.text(.machine) == machine.fingerprint {
      (session, counter) = stored
    } else {
      session = spareSessions.removeFirst()
      counter = 0
      try save(to: state)
      try state.set(.machine, .text(machine.fingerprint))
    }
  }

  private static func stored(
    in state: LocalState
  ) throws -> (session: UInt32, counter: UInt32)? {
    guard let session = try state.integer(.session), let counter = try state.integer(.counter)
    else { return nil }
    return (UInt32(clamping: session), UInt32(clamping: counter))
  }

  /// Every session of this replica that the store has seen, its own or a copy's.
  static func sessions(of replica: ReplicaID, in store: Store) throws -> Set<UInt32> {
    let origins = try store.connection.rows("SELECT DISTINCT origin FROM frontier_mark") {
      try $0.integer(at: 0)
    }
    return Set(
      origins.compactMap(Origin.init(rawValue:)).filter { $0.replica == replica }.map(\.session))
  }

  /// True when a place outside the store remembers another last dot than the store itself: one of
  /// the two was put back. A session too many costs nothing, a dot issued twice costs a record.
  private static func disagrees(
    _ lastIssued: Int64?, with stored: (session: UInt32, counter: UInt32)?, of replica: ReplicaID
  ) -> Bool {
    guard let lastIssued, let stored else { return false }
    let last = Dot(replica: replica, session: stored.session, counter: stored.counter)
    return last?.rawValue != lastIssued
  }

  /// Takes over what another process of this store has issued meanwhile.
  mutating func catchUp(with state: LocalState) throws {
    guard let stored = try Self.stored(in: state) else { return }
    (session, counter) = stored
  }

  /// Begins another session when this one is nearly used up, so that an act never runs out of dots
  /// and never spans two sessions.
  mutating func startFreshSessionIfNearlyFull() {
    guard counter > Dot.maximumCounter - Self.reserve, !spareSessions.isEmpty else { return }
    session = spareSessions.removeFirst()
    counter = 0
  }

  /// Goes on in another session, from its beginning.
  mutating func begin(_ session: UInt32) {
    self.session = session
    counter = 0
  }

  func save(to state: LocalState) throws {
    try state.set(.session, .integer(Int64(session)))
    try state.set(.counter, .integer(Int64(counter)))
  }

  /// The next dot; nil when the session is used up.
  mutating func next() -> Dot? {
    guard counter < Dot.maximumCounter else { return nil }
    counter += 1
    return last
  }
}

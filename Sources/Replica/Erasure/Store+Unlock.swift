import SQLite
import SyncProtocol

/// When a store that came from a backup shows sealed values again: once no erasure can be missing.
extension Store {
  /// At the end of a laptop's round: a locked store shows sealed values again once it has everything
  /// of the public scope, where every erasure stands.
  ///
  /// - Returns: true when it was unlocked now: what waits is sent in the next round.
  func unlock(after sent: SentKeys, isEnd: Bool, _ outcome: RoundOutcome) throws -> Bool {
    guard sent.isLocked, isEnd, outcome.blockedScopes[.everyone] == nil else { return false }
    try keyring.setLocked(false)
    return true
  }

  /// At the centre, after a request was taken in: notes that its laptop has brought back everything
  /// it had of earlier lives, and unlocks, where it is locked, once all have.
  ///
  /// Erasures of an earlier life come back with its batches, which a laptop offers as soon as it has
  /// heard of the new one.
  /// - Parameter epoch: the life that the request's cursors are of; nil when it had none.
  func noteReturned(of hello: Hello, epoch: UInt8?, hasMore: Bool) throws {
    // In its first life a centre waits for nobody.
    guard identity.replica.rawValue > 0, !hasMore, hello.unsentOperations == 0,
      epoch == UInt8(clamping: identity.replica.rawValue)
    else { return }
    try connection.execute(
      """
      INSERT INTO returned_peer (replica, epoch) VALUES (?1, ?2)
      ON CONFLICT (replica) DO UPDATE SET epoch = excluded.epoch WHERE epoch <> excluded.epoch
      """, .integer(Int64(hello.replica.rawValue)),
      .integer(Int64(identity.replica.rawValue)))
    if try keyring.isLocked, try awaitedPeers().isEmpty { try keyring.setLocked(false) }
  }

  /// The laptops that have not brought back everything since this life of the centre began; one that
  /// was declared lost is not waited for, nor one whose place another took.
  package func awaitedPeers() throws -> [Peer] {
    let returned = try returnedPeers()
    let silent = try laptopsNotAwaited(self).union(lostLaptops().keys)
    return try peers().filter {
      !returned.contains($0.replica) && !silent.contains($0.replica)
    }
  }

  /// The laptops that have brought back everything since this life of the centre began.
  func returnedPeers() throws -> Set<ReplicaID> {
    let replicas = try connection.rows(
      "SELECT replica FROM returned_peer WHERE epoch = ?",
      .integer(Int64(identity.replica.rawValue))
    ) { ReplicaID(rawValue: UInt32(clamping: try $0.integer(at: 0))) }
    return Set(replicas.compactMap(\.self))
  }

  /// True while sealed values are not shown because the store came from a backup.
  package func showsNoSealedValues() throws -> Bool { try keyring.isLocked }

  /// Shows no sealed value and hands nothing out until every erasure is here, and asks for the keys
  /// that are missing. For a store whose rows or keys came from a backup.
  package func lockSealedValues() throws {
    try transaction {
      try keyring.setLocked(true)
      try noteAllKeys()
      // A return to what was packed before does not say that every erasure is here.
      try connection.execute("UPDATE pack SET locked = 0")
      try state.remove(.putBack)
    }
  }

  /// Has a store lock its sealed values at its next opening, before anybody reads one. The mark lies
  /// with the rows and takes their place with them, so that nothing that is cut off leaves them open.
  package static func lockAtNextOpening(_ connection: Connection) throws {
    try LocalState(connection: connection).set(.putBack, .integer(1))
  }

  /// Shows sealed values again although not every laptop was heard: a person answers for it.
  package func unlockSealedValues() throws {
    try transaction {
      try keyring.setLocked(false)
      try state.set(.unlockedEpoch, .integer(Int64(identity.replica.rawValue)))
    }
  }

  /// Whether a person showed sealed values in this life of the centre before every laptop was heard:
  /// an erasure that only one of these knows may still be to come.
  package func wasUnlockedEarly() throws -> Bool {
    // In its first life a centre waits for nobody.
    try identity.replica.rawValue > 0
      && state.integer(.unlockedEpoch) == Int64(identity.replica.rawValue)
      && !awaitedPeers().isEmpty
  }
}

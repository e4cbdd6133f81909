import SQLite
import SyncProtocol

/// What a laptop does with a scope when its deadline has passed and the centre is out of reach.
extension Store {
  /// Every batch of a scope that this store keeps, own and others', merged and held, as signed
  /// streams in the order they were kept, behind the keys of their values: to be written to files that
  /// nobody else can read, and brought to the centre.
  ///
  /// The outbox is closed first, so that nothing stays behind.
  /// - Throws: `ReplicaError.scopeNotDue` unless the scope is being handed back and its deadline has
  ///   passed.
  package func exportScope(_ scope: ScopeID, clock: ClockReading) throws -> [[UInt8]] {
    try requireDue(scope, clock)
    try transaction { try closeOutbox(clock: clock) }
    let batches = try connection.rows(
      "SELECT replica, encoded FROM batch WHERE scope = ? ORDER BY position",
      .integer(scope.rawValue)
    ) { (ReplicaID(rawValue: UInt32(clamping: try $0.integer(at: 0))), try $0.bytes(at: 1)) }
    var streams: [[UInt8]] = []
    var stream = StreamWriter()
    var certified: Set<ReplicaID> = []
    func begin() {
      stream = StreamWriter()
      certified = [identity.replica]
      stream.append(identity.certificate)
    }
    begin()
    Self.append(try keyring.entries(try keyring.keys(of: scope)), to: &stream)
    for (replica, encoded) in batches {
      if stream.byteCount >= Limits.streamFillBytes {
        streams.append(stream.finish(more: true, signer: identity.signer, primitives: primitives))
        begin()
      }
      if let replica, certified.insert(replica).inserted,
        let certificate = try certificate(of: replica)
      {
        stream.append(certificate)
      }
      stream.append(CarriedBatch(arrival: 0, encoded: encoded))
    }
    streams.append(stream.finish(more: false, signer: identity.signer, primitives: primitives))
    return streams
  }

  /// Lets an exported scope go. From then on this laptop has to be enrolled anew: somebody else's
  /// batches may have gone with it unseen, and its own chain there has ended.
  package func letGoExported(_ scope: ScopeID, clock: ClockReading) throws {
    try requireDue(scope, clock)
    try transaction {
      try letGo(scope)
      try state.set(.enrolAgain, .integer(1))
    }
  }

  /// True since a scope had to be exported: the laptop should be enrolled anew.
  package var shouldEnrolAgain: Bool {
    get throws { try state.integer(.enrolAgain) != nil }
  }

  private func requireDue(_ scope: ScopeID, _ clock: ClockReading) throws {
    let now = try correctedNow(clock).time
    guard
      let leaving = try scopesBeingHandedBack().first(where: { $0.scope == scope }),
      leaving.deadline < now
    else { throw ReplicaError.scopeNotDue(scope) }
  }
}

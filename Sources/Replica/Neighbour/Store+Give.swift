import SQLite
import SyncProtocol

/// What one side of a meeting says next (SPEC 22.3).
extension Store {
  /// The next stream for the other side: who this laptop is, then what it has, then what the other one
  /// lacks, as much as a stream holds.
  package func nextStream(of meeting: inout NeighbourMeeting) throws -> [UInt8] {
    var stream = StreamWriter()
    meeting.sentParts += 1
    stream.append(MeetingPart(meeting: meeting.id, part: meeting.sentParts))
    if meeting.sentParts == 1 {
      stream.append(identity.certificate)
      stream.append(meeting.centre)
      stream.append(meeting.word)
    }
    if meeting.neighbour != nil, !meeting.hasTold { try tell(&meeting, &stream) }
    if meeting.hasTold, let theirs = meeting.theirs, !meeting.hasGiven {
      meeting.hasGiven = try give(&meeting, to: theirs, &stream)
    }
    return stream.finish(
      more: !meeting.hasGiven, signer: identity.signer, primitives: primitives)
  }

  /// Says what is here of every common scope, and which keys are missing.
  private func tell(_ meeting: inout NeighbourMeeting, _ stream: inout StreamWriter) throws {
    for scope in meeting.common { stream.append(try holding(of: scope)) }
    let missing = try transaction { try missingKeys(in: Set(meeting.common)) }
    if !missing.isEmpty {
      stream.append(
        KeysWanted(epoch: try presentEpoch, positions: [], missing: missing))
    }
    meeting.hasTold = true
  }

  /// What is here of a scope.
  func holding(of scope: ScopeID) throws -> Holding {
    let cursor = try cursor(scope)
    let batches = try connection.rows(
      """
      SELECT hash FROM batch WHERE scope = ?1 AND (arrival IS NULL OR arrival > ?2)
      UNION SELECT hash FROM batch_aside WHERE scope = ?1
      LIMIT ?3
      """, .integer(scope.rawValue), .integer(Int64(cursor.arrival)),
      .integer(Int64(Limits.batchesPerHave))
    ) { ContentHash(try $0.bytes(at: 0)) }
    return Holding(cursor: cursor, batches: batches.compactMap(\.self))
  }

  /// Writes what the other side lacks, in the order applied here, until the stream is full.
  ///
  /// - Returns: true when all of it was given.
  private func give(
    _ meeting: inout NeighbourMeeting, to theirs: [ScopeID: Holding],
    _ stream: inout StreamWriter
  ) throws -> Bool {
    try connection.transaction(.deferred) {
      try giveWantedKeys(&meeting, &stream)
      var open: [ScopeID: Holding] = [:]
      for (scope, holding) in theirs.sorted(by: { $0.key < $1.key }) {
        if try canFollow(holding) {
          open[scope] = holding
        } else if meeting.report.lackingThere.insert(scope).inserted {
          stream.append(CentreNeeded(scope: scope))
        }
      }
      while let batch = try nextBatch(after: meeting.lastPosition) {
        guard stream.byteCount < Limits.streamFillBytes else { return false }
        meeting.lastPosition = batch.position
        guard let holding = open[batch.scope], batch.arrival ?? .max > holding.cursor.arrival,
          !meeting.taken.contains(batch.hash), !holding.has(batch.hash)
        else { continue }
        try give(batch, &meeting, &stream)
      }
      return true
    }
  }

  /// Whether the other side's log is the beginning of the one here, and all behind it is still here.
  private func canFollow(_ holding: Holding) throws -> Bool {
    let (theirs, ours) = (holding.cursor, try cursor(holding.cursor.scope))
    guard try theirs.arrival >= base(of: theirs.scope)?.cursor.arrival ?? 0 else { return false }
    guard theirs.arrival <= ours.arrival else { return theirs.epoch == ours.epoch }
    if theirs.arrival == 0 { return true }
    return try runningHash(theirs.scope, at: theirs.arrival) == theirs.runningHash
  }

  /// A batch of the log, as far as it is looked at before it is read.
  private struct GivenBatch {
    var position: Int64
    var scope: ScopeID
    var replica: ReplicaID
    var hash: ContentHash
    var arrival: UInt64?
  }

  /// What the centre has set aside, or declared lost, goes to nobody.
  private static let isGiven = """
    state IN (1, 2, 5) AND (receipt IS NULL OR receipt IN (1, 2, 3, 4, 5))
    """

  private func nextBatch(after position: Int64) throws -> GivenBatch? {
    try connection.row(
      """
      SELECT position, scope, replica, hash, arrival FROM batch
      WHERE position > ? AND \(Self.isGiven) ORDER BY position LIMIT 1
      """, .integer(position)
    ) { statement in
      guard let scope = ScopeID(rawValue: try statement.integer(at: 1)),
        let replica = ReplicaID(rawValue: UInt32(clamping: try statement.integer(at: 2))),
        let hash = ContentHash(try statement.bytes(at: 3))
      else { throw ProtocolError.malformed(.numberOutOfRange) }
      return GivenBatch(
        position: try statement.integer(at: 0), scope: scope, replica: replica, hash: hash,
        arrival: try statement.optionalInteger(at: 4).map { UInt64(clamping: $0) })
    }
  }

  /// Writes a batch, behind its author's certificate and the keys of its values.
  private func give(
    _ logged: GivenBatch, _ meeting: inout NeighbourMeeting, _ stream: inout StreamWriter
  ) throws {
    guard let batch = try batch(logged.hash) else { return }
    if meeting.certified.insert(logged.replica).inserted,
      let certificate = try certificate(of: logged.replica)
    {
      stream.append(certificate)
    }
    try giveKeys(of: batch, &meeting, &stream)
    stream.append(CarriedBatch(arrival: 0, encoded: batch.encoded))
    meeting.report.givenBatches += 1
    meeting.report.givenOperations += batch.header.operationCount
  }

  private func giveKeys(
    of batch: Batch, _ meeting: inout NeighbourMeeting, _ stream: inout StreamWriter
  ) throws {
    // What a later version wrote cannot be read here; its keys are asked for by whoever can.
    guard let operations = try? batch.operations(primitives: primitives) else { return }
    let named = Set(operations.flatMap(\.keys)).subtracting(meeting.sentKeys).sorted()
    try giveKeys(named, &meeting, &stream) { $0 == batch.header.scope }
  }

  private func giveWantedKeys(
    _ meeting: inout NeighbourMeeting, _ stream: inout StreamWriter
  ) throws {
    let wanted = Set(meeting.wantedKeys).subtracting(meeting.sentKeys).sorted()
    meeting.wantedKeys = []
    let common = meeting.common
    try giveKeys(wanted, &meeting, &stream) { common.contains($0) }
  }

  private func giveKeys(
    _ ids: [Dot], _ meeting: inout NeighbourMeeting, _ stream: inout StreamWriter,
    where isTheirs: (ScopeID) -> Bool
  ) throws {
    let entries = try keyring.entries(ids).filter { $0.scope != .everyone && isTheirs($0.scope) }
    Self.append(entries, to: &stream)
    meeting.sentKeys.formUnion(entries.map(\.key.id))
    meeting.report.givenKeys += entries.count
  }
}

extension Holding {
  /// Whether a batch is among the single ones.
  fileprivate func has(_ batch: ContentHash) -> Bool {
    var (low, high) = (batches.startIndex, batches.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if batches[middle] < batch { low = middle + 1 } else { high = middle }
    }
    return low < batches.endIndex && batches[low] == batch
  }
}

extension Operation {
  /// The keys that its sealed values name.
  fileprivate var keys: [Dot] {
    writes.compactMap { write in
      guard case .sealed(let value)? = write.value else { return nil }
      return value.key
    }
  }
}

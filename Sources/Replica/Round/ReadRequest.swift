import SQLite
import SyncProtocol

/// What a request said, frame by frame, with what became of its batches.
struct ReadRequest {
  let hello: Hello
  /// When the laptop said it, as far as that can be known.
  let said: Timestamp
  /// True where the laptop stands in another log: what it carries waits for its next request.
  var putsOff = false
  /// True for a pack that was read before: what was refused then is noted already.
  var isRepeated = false
  var receipts: [Receipt] = []
  /// Of a pack: batches that came for the first time.
  var brought: Set<ContentHash> = []
  var wanted: [ScopeID: Cursor] = [:]
  var fetches: [ScopeID: SnapshotFetch] = [:]
  /// That it has handed over everything of scopes.
  var words: [ScopeReturn] = []
  var wantedKeys: KeysWanted?
  var questions = ProofQuestions()
  /// Batches that were new and merged.
  var mergedBatches = 0
  /// Batches that were refused.
  var refusedBatches = 0
}

extension Store {
  /// Does what one frame of a request asks for, and keeps what the answer has to say of it.
  func take(_ frame: Frame, into request: inout ReadRequest, clock: ClockReading) throws {
    let asker = request.hello.replica
    switch frame.kind {
    case .certificate:
      let certificate: Certificate = try frame.message()
      if certificate.isSigned(byRoot: identity.rootPublicKey, primitives: primitives) {
        try meet(certificate, at: clock.wall)
      }
    case .check: break
    case .batch where request.putsOff, .keys where request.putsOff: break
    case .batch:
      let carried: CarriedBatch = try frame.message()
      let receipt = try receive(carried.encoded, at: clock.wall)
      try judgeWaiting(clock: clock)
      if receipt.state == .merged || receipt.state == .fork { request.mergedBatches += 1 }
      if receipt.state == .refused {
        request.refusedBatches += 1
        if !request.isRepeated { try note(receipt, from: asker, at: clock.wall) }
      }
      request.receipts.append(receipt)
    case .want:
      let cursor: Cursor = try frame.message()
      request.wanted[cursor.scope] = cursor
    case .fetch:
      let fetch: SnapshotFetch = try frame.message()
      request.fetches[fetch.scope] = fetch
    case .scopeRemove: request.words.append(try frame.message())
    case .summary, .leaves, .repair: try request.questions.add(frame)
    case .keys: try take(try frame.message())
    case .keysWanted: request.wantedKeys = try frame.message()
    case .erased: try noteErased(try frame.message(), from: asker, at: request.said)
    case .end, .hello, .welcome, .receipt, .arrived, .problem, .row, .agreed, .frontier,
      .snapshot, .pack, .packReturn, .grant, .meeting, .have, .needsCentre:
      throw ProtocolError.malformed(.unexpectedFrame)
    }
  }

  private func note(_ refused: Receipt, from replica: ReplicaID, at wall: Timestamp) throws {
    try connection.execute(
      "INSERT INTO refusal (at, replica, reason) VALUES (?, ?, ?)", .integer(wall.rawValue),
      .integer(Int64(replica.rawValue)), .text(refused.reason))
  }
}

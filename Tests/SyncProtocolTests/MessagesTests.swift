import SyncProtocol
import Testing

@Suite struct MessagesTests {
  private let nonce = Array(UInt8(1)...16)

  private func carried(_ message: some FrameMessage) throws -> Frame {
    var stream = StreamWriter()
    stream.append(message)
    let bytes = stream.finish(more: false, signer: .test(try makeReplica(300)), primitives: .test)
    return try #require(try ReceivedStream(decoding: bytes).frames.first)
  }

  private func frame(_ kind: FrameKind, _ payload: ArraySlice<UInt8>) throws -> Frame {
    var frame = try carried(Problem(code: "", detail: ""))
    frame.kind = kind
    frame.payload = payload
    return frame
  }

  /// A message comes back from its frame, and no truncation of its payload passes for one.
  private func check<Message: FrameMessage & Equatable>(_ message: Message) throws {
    let frame = try carried(message)
    #expect(frame.kind == Message.frameKind)
    #expect(try frame.message(Message.self) == message)
    for length in 0..<frame.payload.count {
      let short = try self.frame(frame.kind, frame.payload.prefix(length))
      #expect(throws: ProtocolError.self) { try short.message(Message.self) }
    }
    let long = try self.frame(frame.kind, frame.payload + [0])
    #expect(throws: ProtocolError.malformed(.trailingBytes)) { try long.message(Message.self) }
    let other = try self.frame(.end, frame.payload)
    #expect(throws: ProtocolError.malformed(.unexpectedFrame)) { try other.message(Message.self) }
  }

  @Test func `every message survives its frame and no part of it does`() throws {
    let hash = Primitives.test.hash([7])
    let place = try makeScope(4_711)
    let cursor = Cursor(scope: place, epoch: 3, arrival: 17, runningHash: hash)
    try check(
      Hello(
        replica: try makeReplica(300), nonce: nonce, wall: Timestamp(rawValue: -1),
        offsetMilliseconds: nil, schemaVersion: 1, unsentOperations: 4, freeDiskBytes: nil,
        software: "camtay 0"))
    try check(
      Hello(
        replica: try makeReplica(300), nonce: nonce, wall: Timestamp(rawValue: .max),
        offsetMilliseconds: .min, schemaVersion: 1, unsentOperations: 0,
        freeDiskBytes: UInt64(Int64.max), software: ""))
    try check(
      Welcome(
        nonce: nonce, time: Timestamp(rawValue: 5), epoch: 255, grant: 9,
        scopes: [place, try makeScope(3), try makeScope(.max)]))
    try check(Welcome(nonce: nonce, time: Timestamp(rawValue: 5), epoch: 0, grant: 0, scopes: []))
    try check(cursor)
    try check(Arrived(scope: place, arrival: 17, batch: hash))
    for state in 1...7 as ClosedRange<UInt8> {
      try check(
        Receipt(
          scope: place, batch: hash, state: try #require(Receipt.State(rawValue: state)),
          arrival: UInt64(state), reason: state == 6 ? "bad-signature" : ""))
    }
    try check(Check(cursor: cursor, digest: hash, signer: .test(try makeReplica(0))))
    try check(EpochFrontier(base: cursor, tips: []))
    let entries = try [1, 2].map { number in
      KeyEntry(
        id: try makeDot(300, 7, number), subject: try makeDot(299, 1, 9), retention: .dossier,
        year: 2026, secret: Array(repeating: UInt8(number), count: SealedValue.keyByteCount))
    }
    try check(KeyParcel(scope: place, through: 12, entries: entries))
    try check(KeyParcel(scope: place, through: 0, entries: []))
    try check(
      KeysWanted(
        epoch: 3,
        positions: [
          .init(scope: place, through: 900), .init(scope: try makeScope(.max), through: 0),
        ], missing: entries.map(\.id)))
    try check(KeysWanted(epoch: 0, positions: [], missing: []))
    try check(ErasedConfirmation(subjects: entries.map(\.id)))
    try check(Problem(code: "unknown-replica", detail: "300"))
  }

  @Test func `a batch travels byte for byte`() throws {
    let batch = try Batch.sample()
    let frame = try carried(CarriedBatch(arrival: 12, encoded: batch.encoded))
    let read = try frame.message(CarriedBatch.self)
    #expect(read.arrival == 12 && read.encoded == batch.encoded)
    #expect(try Batch(decoding: read.encoded, primitives: .test) == batch)
  }

  @Test func `a certificate travels in a frame`() throws {
    let certificate = Certificate(
      replica: try makeReplica(1), role: .centre, publicKey: Array(repeating: 1, count: 32),
      issuedAt: Timestamp(rawValue: 0), label: ""
    ) { Signer.testSignature($0, [1]) }
    #expect(try carried(certificate).message(Certificate.self) == certificate)
  }

  @Test func `scopes in a welcome ascend`() throws {
    let welcome = Welcome(
      nonce: nonce, time: Timestamp(rawValue: 0), epoch: 0, grant: 0,
      scopes: [try makeScope(5), try makeScope(2)])
    #expect(welcome.scopes == [try makeScope(2), try makeScope(5)])
    var payload = Array(try carried(welcome).payload)
    payload.swapAt(payload.count - 1, payload.count - 2)
    #expect(throws: ProtocolError.malformed(.notAscending)) {
      try self.frame(.welcome, payload[...]).message(Welcome.self)
    }
  }

  @Test func `codes that nobody knows are errors`() throws {
    let receipt = Receipt(scope: try makeScope(1), batch: .zero, state: .merged)
    for state in [0, 9, 255] as [UInt8] {
      var payload = Array(try carried(receipt).payload)
      payload[33] = state
      #expect(throws: ProtocolError.malformed(.unknownCode)) {
        try frame(.receipt, payload[...]).message(Receipt.self)
      }
    }
  }

  @Test func `a cursor advances by number and by every byte of the chain`() throws {
    let hash = Primitives.test.hash([7])
    let start = Cursor.start(try makeScope(5), epoch: 2)
    #expect(start.arrival == 0 && start.runningHash == .zero)
    let one = start.advanced(by: hash, primitives: .test)
    #expect(one.arrival == 1 && one.epoch == 2 && one.scope == start.scope)
    #expect(
      one.runningHash
        == Primitives.test.hash(Purpose.arrival.message(ContentHash.zero.bytes + [1] + hash.bytes)))
    let two = one.advanced(by: .zero, primitives: .test)
    #expect(two.runningHash != start.advanced(by: .zero, primitives: .test).runningHash)
  }
}

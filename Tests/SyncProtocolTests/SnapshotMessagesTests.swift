import SyncProtocol
import Testing

@Suite struct SnapshotMessagesTests {
  private let signer: Signer
  private let scope: ScopeID

  init() throws {
    signer = .test(try makeReplica(300))
    scope = try makeScope(4_711)
  }

  private func header(sections: Int = 2) throws -> SnapshotHeader {
    let hash = Primitives.test.hash([1])
    return SnapshotHeader(
      cursor: Cursor(scope: scope, epoch: 1, arrival: 40, runningHash: hash), digest: hash,
      rowCount: 12, schemaVersion: 1, madeAt: Timestamp(rawValue: 5),
      frontier: ScopeFrontier(
        tips: [Batch.Tip(replica: try makeReplica(300), sequence: 4, hash: hash)],
        marks: [
          ScopeFrontier.Mark(origin: try makeDot(300, 7, 1).origin, counter: 9),
          ScopeFrontier.Mark(origin: try makeDot(300, 8, 1).origin, counter: 1),
        ]),
      certificates: [],
      sections: (0..<sections).map {
        SnapshotHeader.Section(plainByteCount: 100 + $0, byteCount: 50, hash: hash)
      })
  }

  @Test func `a header reads back under its identity and its key only`() throws {
    let header = try header()
    let (bytes, identity) = header.signed(by: signer, primitives: .test)
    let prefix = Array(bytes[..<SnapshotHeader.prefixByteCount])
    #expect(
      try SnapshotHeader.byteCount(after: prefix) == bytes.count - SnapshotHeader.prefixByteCount)
    let read = try SnapshotHeader(
      decoding: bytes, identity: identity, signedBy: signer.publicKey, primitives: .test)
    #expect(read == header)
    #expect(throws: ProtocolError.badSignature) {
      try SnapshotHeader(
        decoding: bytes, identity: .zero, signedBy: signer.publicKey, primitives: .test)
    }
    for length in bytes.indices {
      #expect(throws: ProtocolError.self) {
        try SnapshotHeader(
          decoding: Array(bytes[..<length]), identity: identity, signedBy: signer.publicKey,
          primitives: .test)
      }
    }
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 4
      #expect(throws: ProtocolError.self) {
        try SnapshotHeader(
          decoding: damaged, identity: identity, signedBy: signer.publicKey, primitives: .test)
      }
    }
  }

  @Test func `rows go into sections and come out of them`() throws {
    let states = try (1...3_000).map { number in
      let row = try makeDot(300, 7, UInt32(number))
      return RowState(
        table: TableID(rawValue: 16), row: row, createdAt: Timestamp(rawValue: Int64(number)),
        heads: [
          Head(
            field: FieldID(rawValue: 32), dot: row, time: Timestamp(rawValue: Int64(number)),
            value: .text(String(repeating: "x", count: number % 900)))
        ])
    }
    var sections: [[UInt8]] = []
    var writer = SnapshotSectionWriter(scope: scope)
    for state in states { writer.append(state) { sections.append($0) } }
    writer.finish { sections.append($0) }
    #expect(sections.count > 1)
    #expect(sections.allSatisfy { $0.count <= Limits.sectionBytes })
    var back: [RowState] = []
    var reader = RowBlockReader()
    for section in sections {
      for block in try RowBlock.blocks(ofSection: section) { back += try reader.add(block) }
    }
    #expect(back == states)
    let first = try #require(sections.first)
    #expect(throws: ProtocolError.self) { try RowBlock.blocks(ofSection: first.dropLast()) }
  }

  /// A message comes back from its payload, and no part of the payload passes for one.
  private func check<Message: FrameMessage & Equatable>(_ message: Message) throws {
    var writer = ByteWriter()
    message.encode(into: &writer)
    func read(_ bytes: [UInt8]) throws -> Message {
      var reader = ByteReader(bytes)
      let message = try Message(from: &reader)
      try reader.end()
      return message
    }
    #expect(try read(writer.bytes) == message)
    for length in writer.bytes.indices where Message.frameKind != .snapshot {
      #expect(throws: ProtocolError.self) { try read(Array(writer.bytes[..<length])) }
    }
  }

  @Test func `every message of snapshots and scopes survives its frame`() throws {
    let hash = Primitives.test.hash([1])
    let place = ScopeReturn.Place(sequence: 3, hash: hash)
    try check(SnapshotFetch(scope: scope, snapshot: hash, offset: 1 << 30))
    try check(
      SnapshotPart(
        scope: scope, snapshot: hash, totalByteCount: 100, offset: 60, bytes: [1, 2, 3]))
    try check(ScopeRemoval(scope: scope, deadline: Timestamp(rawValue: .max), covered: place))
    try check(ScopeRemoval(scope: scope, deadline: Timestamp(rawValue: 0), covered: nil))
    let word = ScopeReturn(scope: scope, last: place, signer: signer)
    try check(word)
    #expect(word.isSigned(by: signer.publicKey, primitives: .test))
    var other = word
    other.last.sequence = 4
    #expect(!other.isSigned(by: signer.publicKey, primitives: .test))
    try check(
      Welcome(
        nonce: Array(1...16), time: Timestamp(rawValue: 1), epoch: 0, grant: 1, scopes: [scope],
        progress: [
          ScopeProgress(scope: .everyone, durableThrough: 1, stableThrough: 0),
          ScopeProgress(scope: scope, durableThrough: 4, stableThrough: .max >> 1),
        ]))
  }

  @Test func `bytes beyond the end of a snapshot are refused`() throws {
    var writer = ByteWriter()
    writer.scope(scope)
    writer.hash(.zero)
    for number in [10, 8] as [UInt64] { writer.unsigned(number) }
    writer.raw([1, 2, 3])
    var reader = ByteReader(writer.bytes)
    #expect(throws: ProtocolError.malformed(.numberOutOfRange)) {
      try SnapshotPart(from: &reader)
    }
    var empty = ByteReader(Array(writer.bytes.dropLast(3)))
    #expect(throws: ProtocolError.malformed(.numberOutOfRange)) {
      try SnapshotPart(from: &empty)
    }
  }
}

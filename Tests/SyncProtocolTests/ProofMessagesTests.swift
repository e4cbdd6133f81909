import SyncProtocol
import Testing

@Suite struct ProofMessagesTests {
  private func payload(_ message: some FrameMessage) throws -> [UInt8] {
    var writer = ByteWriter()
    message.encode(into: &writer)
    return writer.bytes
  }

  private func read<Message: FrameMessage>(
    _ bytes: [UInt8], as type: Message.Type
  ) throws -> Message {
    var reader = ByteReader(bytes)
    let message = try Message(from: &reader)
    try reader.end()
    return message
  }

  /// A message comes back from its bytes, and no part of them passes for one.
  private func check<Message: FrameMessage & Equatable>(_ message: Message) throws {
    let bytes = try payload(message)
    #expect(try read(bytes, as: Message.self) == message)
    for length in 0..<bytes.count {
      #expect(throws: ProtocolError.self) {
        try read(Array(bytes[..<length]), as: Message.self)
      }
    }
    #expect(throws: ProtocolError.malformed(.trailingBytes)) {
      try read(bytes + [0], as: Message.self)
    }
  }

  private let hash = Primitives.test.hash([7])

  private func summary() throws -> Summary {
    Summary(
      epoch: 3,
      entries: [
        Summary.Entry(scope: .everyone, arrival: 0, standing: .compared),
        Summary.Entry(scope: try makeScope(4_711), arrival: 300, standing: .unsent),
        Summary.Entry(scope: try makeScope(.max), arrival: 1, standing: .held),
      ], cursors: hash, digest: hash)
  }

  @Test func `every message of proof survives its bytes and no part of it does`() throws {
    let cursor = Cursor(scope: try makeScope(5), epoch: 1, arrival: 9, runningHash: hash)
    try check(try summary())
    try check(Summary(epoch: 0, entries: [], cursors: .zero, digest: nil))
    for code in 1...4 as ClosedRange<UInt8> {
      try check(try #require(Agreed(rawValue: code)))
    }
    try check(LeavesWanted(at: cursor))
    var digest = StateDigest()
    digest.add(
      RowState(table: TableID(rawValue: 16), row: try makeDot(300, 1, 4_711)), primitives: .test)
    let leaves = Leaves(at: cursor, digest)
    #expect(try read(try payload(leaves), as: Leaves.self) == leaves)
    try check(RepairWanted(scope: try makeScope(5), leaves: LeafSet([0, 9, 255])))
    let frontier = ScopeFrontier(
      tips: [
        Batch.Tip(replica: try makeReplica(9_000), sequence: 4, hash: hash),
        Batch.Tip(replica: try makeReplica(300), sequence: 1, hash: .zero),
      ],
      marks: [
        ScopeFrontier.Mark(origin: try #require(Origin(rawValue: 900)), counter: 0),
        ScopeFrontier.Mark(origin: try #require(Origin(rawValue: 7)), counter: 12),
      ])
    #expect(frontier.tips.first?.replica.rawValue == 300)
    #expect(frontier.marks.first?.origin.rawValue == 7)
    try check(Repair(cursor: cursor, leaves: LeafSet([3]), digest: hash, frontier: frontier))
  }

  @Test func `a summary has a digest exactly when something is compared`() throws {
    var summary = try summary()
    summary.digest = nil
    #expect(throws: ProtocolError.malformed(.unknownCode)) {
      try read(try payload(summary), as: Summary.self)
    }
    summary.digest = hash
    summary.entries[0].standing = .held
    #expect(throws: ProtocolError.malformed(.unknownCode)) {
      try read(try payload(summary), as: Summary.self)
    }
  }

  @Test func `scopes of a summary and sessions of a frontier ascend`() throws {
    var bytes = try payload(try summary())
    // epoch, count, step 0, arrival 0, standing 0; then the second scope's step.
    let second = 5
    #expect(Array(bytes[..<second]) == [3, 3, 0, 0, 0])
    bytes.replaceSubrange(second..<second + 2, with: [0])
    #expect(throws: ProtocolError.malformed(.notAscending)) {
      try read(bytes, as: Summary.self)
    }
    var twice = ByteWriter()
    twice.raw([0, 2, 7, 1, 0, 1])
    #expect(throws: ProtocolError.malformed(.notAscending)) {
      var reader = ByteReader(twice.bytes)
      _ = try ScopeFrontier(from: &reader)
    }
  }

  @Test func `codes that nobody knows are errors`() throws {
    for code in [0, 5, 255] as [UInt8] {
      #expect(throws: ProtocolError.malformed(.unknownCode)) {
        try read([code], as: Agreed.self)
      }
    }
  }

  @Test func `leaf k is one bit of a set`() throws {
    var set = LeafSet([0, 9, 255])
    #expect(set.bytes[0] == 1 && set.bytes[1] == 2 && set.bytes[31] == 128)
    #expect(set.leaves == [0, 9, 255] && set.count == 3 && !set.isEmpty)
    #expect(LeafSet([9]).isSubset(of: set) && !set.isSubset(of: LeafSet([9])))
    set.subtract(LeafSet([0, 255, 3]))
    #expect(set == LeafSet([9]) && LeafSet(bytes: set.bytes) == set)
    #expect(LeafSet(bytes: [1]) == nil)
  }

  @Test func `the leaf that differs is the leaf of the row that differs`() throws {
    let cursor = Cursor.start(try makeScope(5), epoch: 0)
    for number in 1...40 as ClosedRange<UInt32> {
      let row = try makeDot(300, 1, number)
      let state = RowState(table: TableID(rawValue: 16), row: row)
      var digest = StateDigest()
      digest.add(state, primitives: .test)
      let leaf = StateDigest.leaf(of: state.table, row, primitives: .test)
      #expect(Leaves(at: cursor, digest).differing(from: StateDigest()) == LeafSet([leaf]))
      #expect(Leaves(at: cursor, digest).differing(from: digest).isEmpty)
    }
  }
}

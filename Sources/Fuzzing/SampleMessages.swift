import SyncProtocol

/// Messages that a world of a centre and two laptops has sent, as inputs to begin with.
enum SampleMessages {
  /// What a frame carries.
  struct Sample: Hashable {
    var kind: FrameKind
    var payload: [UInt8]
  }

  /// The streams of a world, which takes a second to make.
  private static let worldStreams = Result { try FuzzWorld().streams }

  /// Every stream, requests at even places and their answers behind them.
  static func streams() throws -> [[UInt8]] { try worldStreams.get() }

  /// Every different frame.
  static func frames() throws -> [Sample] {
    var seen: Set<Sample> = []
    var frames: [Sample] = []
    for stream in try streams() {
      for frame in try ReceivedStream(decoding: stream).frames {
        let sample = Sample(kind: frame.kind, payload: Array(frame.payload))
        if seen.insert(sample).inserted { frames.append(sample) }
      }
    }
    return frames + samples
  }

  /// Messages that the world had no reason to send.
  private static var samples: [Sample] {
    let hash = ContentHash.zero
    let cursor = Cursor(scope: .everyone, epoch: 1, arrival: 3, runningHash: hash)
    let tip = Batch.Tip(replica: .centre(epoch: 0), sequence: 2, hash: hash)
    var frames: [Sample] = []
    func add(_ message: some FrameMessage) {
      var writer = ByteWriter()
      message.encode(into: &writer)
      frames.append(Sample(kind: type(of: message).frameKind, payload: writer.bytes))
    }
    add(EpochFrontier(base: cursor, tips: [tip]))
    add(LeavesWanted(at: cursor))
    add(Leaves(at: cursor, StateDigest()))
    add(RepairWanted(scope: .everyone, leaves: LeafSet([1, 200])))
    add(
      Repair(
        cursor: cursor, leaves: LeafSet([1]), digest: hash,
        frontier: ScopeFrontier(tips: [tip], marks: [])))
    add(Problem(code: "malformed:truncated", detail: "x"))
    add(SnapshotFetch(scope: .everyone, snapshot: hash, offset: 7))
    add(
      SnapshotPart(scope: .everyone, snapshot: hash, totalByteCount: 9, offset: 2, bytes: [1, 2]))
    if let dot = Dot(rawValue: 77 << 19 | 1) {
      add(ErasedConfirmation(subjects: [dot]))
      add(KeysWanted(epoch: 0, positions: [.init(scope: .everyone, through: 3)], missing: [dot]))
    }
    let place = ScopeReturn.Place(sequence: 4, hash: hash)
    add(ScopeRemoval(scope: .everyone, deadline: Timestamp(rawValue: 5), covered: place))
    let signer = Signer(replica: .centre(epoch: 0), publicKey: []) { _ in
      Array(repeating: 0, count: Signer.signatureByteCount)
    }
    add(ScopeReturn(scope: .everyone, last: place, signer: signer))
    return frames
  }

  private static let worldRows = Result { try madeRowBlocks() }

  /// Payloads of ROW frames: the rows of the world's scopes.
  static func rowBlocks() throws -> [[UInt8]] { try worldRows.get() }

  private static func madeRowBlocks() throws -> [[UInt8]] {
    let world = try FuzzWorld()
    world.restore()
    let store = try world.open(.first)
    defer { store.close() }
    var payloads: [[UInt8]] = []
    for scope in try store.knownScopes() {
      var writer = RowBlockWriter(scope: scope)
      func add(_ block: RowBlock) {
        var payload = ByteWriter()
        block.encode(into: &payload)
        payloads.append(payload.bytes)
      }
      try store.forEachRow(in: scope) { row in writer.append(row, add) }
      writer.finish(add)
    }
    return payloads
  }

  private static func snapshotPart(_ frame: Sample) -> SnapshotPart? {
    var reader = ByteReader(frame.payload)
    return try? SnapshotPart(from: &reader)
  }

  /// The headers of snapshots, without signature and length.
  static func snapshotHeaders() throws -> [[UInt8]] {
    try frames().compactMap { frame in
      guard frame.kind == .snapshot,
        let part = snapshotPart(frame), part.offset == 0,
        let count = try? SnapshotHeader.byteCount(
          after: Array(part.bytes.prefix(SnapshotHeader.prefixByteCount))),
        part.bytes.count >= SnapshotHeader.prefixByteCount + count
      else { return nil }
      return Array(part.bytes.dropFirst(SnapshotHeader.prefixByteCount).prefix(count))
    }
  }
}

import Replica
import SyncProtocol

/// An authentic batch whose body nobody checked, merged into a store.
enum MergeTarget {
  /// A byte for the place and the scope, then the body.
  static let target = FuzzTarget(
    "merge", maximumBytes: Limits.bodyBytes,
    seeds: { try seeds() },
    prepare: {
      let world = try FuzzWorld()
      return { bytes in
        guard let first = bytes.first else { return }
        world.restore()
        try merge(
          Array(bytes.dropFirst()), at: FuzzWorld.Place(chosenBy: first),
          in: first & 2 == 0 ? world.scope : .everyone, of: world)
      }
    })

  /// The bodies of the world's own batches.
  private static func seeds() throws -> [[UInt8]] {
    try SampleMessages.streams().flatMap { stream in
      try ReceivedStream(decoding: stream).frames.filter { $0.kind == .batch }.flatMap { frame in
        let batch = try Batch(
          decoding: (try frame.message() as CarriedBatch).encoded, primitives: .transparent)
        let body = batch.encoded.suffix(batch.header.bodyByteCount)
        return (0..<4).map { [UInt8($0)] + body }
      }
    } + ProtocolVectors.encodings.map { [0] + $0 }
  }

  private static func merge(
    _ body: [UInt8], at place: FuzzWorld.Place, in scope: ScopeID, of world: FuzzWorld
  ) throws {
    guard let author = world.identities[.second]?.replica,
      let origin = Origin(rawValue: Int64(author.rawValue) << Dot.sessionBits | 5)
    else { return }
    let operations = try BatchBody.decode(body, origin: origin)
    let store = try world.open(place)
    defer { store.close() }
    let batch = try encoded(body, operations, origin, in: scope, of: world)
    let receipts = try store.receive([batch, batch], clock: FuzzWorld.laterClock)
    try require(
      receipts[1].state != .merged, "a batch is merged once, not \(receipts.map(\.state))")
    try StoreReading.checkDigests(of: store)
    let findings = try store.verify(.deep).findings
    try require(findings.isEmpty, "a merged batch leaves the store sound: \(findings.prefix(2))")
    StoreReading.readEverything(in: store)
    StoreReading.readRecords(in: store)
    StoreReading.use(store, request: world.pending?.request ?? [])
  }

  /// The batch that a laptop would sign: header as the grammar wants it, body as it came.
  private static func encoded(
    _ body: [UInt8], _ operations: [Operation], _ origin: Origin, in scope: ScopeID,
    of world: FuzzWorld
  ) throws -> [UInt8] {
    var header = ByteWriter(Array(repeating: 0, count: Signer.signatureByteCount))
    header.scope(scope)
    header.unsigned(UInt64(origin.rawValue))
    // A chain of its own: what the author wrote before ends elsewhere, so this is a fork of it.
    header.unsigned(1)
    header.hash(.zero)
    let tips = try dependencies(in: scope, of: world)
    header.count(tips.count)
    for tip in tips {
      header.replica(tip.replica)
      header.unsigned(tip.sequence)
      header.hash(tip.hash)
    }
    header.unsigned(Schema.current.version)
    header.unsigned(0)
    header.signed(FuzzWorld.laterClock.wall.rawValue)
    header.byte(0)
    header.count(operations.count)
    let first = operations.first?.dot.counter ?? 0
    let last = operations.last?.dot.counter ?? 0
    header.unsigned(UInt64(first))
    header.unsigned(UInt64(last - first))
    header.count(body.count)
    return header.bytes + body
  }

  /// The first batch of every other replica in a scope.
  private static func dependencies(
    in scope: ScopeID, of world: FuzzWorld
  ) throws -> [Batch.Tip] {
    var tips: [ReplicaID: Batch.Tip] = [:]
    for stream in world.streams {
      for frame in try ReceivedStream(decoding: stream).frames where frame.kind == .batch {
        let batch = try Batch(
          decoding: (try frame.message() as CarriedBatch).encoded, primitives: .transparent)
        let tip = batch.tip
        if batch.header.scope == scope, tip.sequence == 1,
          tip.replica != world.identities[.second]?.replica
        {
          tips[tip.replica] = tip
        }
      }
    }
    return tips.values.sorted()
  }
}

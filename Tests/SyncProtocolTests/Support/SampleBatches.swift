import SyncProtocol

extension Batch {
  /// A signed batch of a few operations with dependencies and every optional part.
  static func sample(
    _ count: Int = 5, sequence: UInt64 = 3, seed: UInt64 = 8, offset: Int64? = -4_200
  ) throws -> Batch {
    var generator = SeededGenerator(seed: seed)
    let operations = try Operation.samples(
      count, origin: try makeDot(300, 77, 0), using: &generator)
    return try close(
      operations,
      in: try .sample(
        sequence: sequence, offset: offset, dependingOn: operations.namedReplicas),
      signer: .test(try makeReplica(300)), primitives: .test)
  }
}

extension Batch.Context {
  static func sample(
    sequence: UInt64 = 3, offset: Int64? = -4_200, dependingOn named: [ReplicaID] = []
  ) throws -> Batch.Context {
    let hash = Primitives.test.hash([1])
    return Batch.Context(
      scope: try makeScope(4_711), sequence: sequence, predecessor: sequence == 1 ? .zero : hash,
      dependencies: Set(named + [try makeReplica(1_001), try makeReplica(1_000)]).map {
        Batch.Tip(replica: $0, sequence: UInt64($0.rawValue % 7 + 1), hash: hash)
      },
      schemaVersion: 1, grant: 2, wall: Timestamp(rawValue: 1_790_000_000_000),
      offsetMilliseconds: offset)
  }
}

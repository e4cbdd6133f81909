import Replica
import SyncProtocol

extension World {
  /// 3: another centre gets all batches in any order, some twice and some closed anew, and ends the
  /// same.
  func checkAnyOrder() throws {
    let all = try log(of: centre).entries.map(\.batch)
    let other = Machine(
      label: "other centre", identity: centre.identity, time: time, random: &random)
    try other.open(&random)
    other.store.isJudging = false
    var waiting = all + all.filter { _ in random.chance(20) }
    for batch in all where random.chance(40) {
      if let twin = try closedAnew(batch) { waiting.append(twin) }
    }
    waiting.shuffle(using: &random)
    while !waiting.isEmpty {
      let part = Array(waiting.prefix(1 + random.below(8)))
      waiting.removeFirst(part.count)
      let request = request(of: centre, with: part, certificates: machines)
      let answer = try other.store.answer(request, clock: reading(of: centre))
      let receipts = try ReceivedStream(decoding: answer.bytes).frames
        .filter { $0.kind == .receipt }.map { try $0.message() as Receipt }
      try Violation.unless(
        receipts.count == part.count && !receipts.contains { $0.state == .refused }, .receipts,
        "\(part.count) batches came, the receipts are \(receipts.map(\.state))")
      let log = try log(of: other)
      try checkCausality(other, log)
      try checkDependencies(log)
    }
    for scope in scopes + [.everyone] {
      try Violation.unless(
        try other.store.digest(of: scope) == centre.store.digest(of: scope), .order,
        "another order of \(all.count) batches gives another state of \(scope.rawValue)")
    }
    let found = try other.store.verify().findings
    try Violation.unless(found.isEmpty, .order, "in another order verify finds \(found)")
  }

  /// Every dot of another replica that a batch names lies at or below one of its dependencies.
  func checkDependencies(_ log: StoreLog) throws {
    var sequences: [Dot: UInt64] = [:]
    for batch in log.entries.map(\.batch) {
      for operation in batch.operations {
        sequences[operation.dot] = min(
          batch.header.sequence, sequences[operation.dot] ?? .max)
      }
    }
    for batch in log.entries.map(\.batch) {
      let named = batch.operations.flatMap { $0.writes.flatMap(\.previous) + [$0.row] }
      for dot in Set(named) where dot.replica != batch.header.replica {
        let isNamed = batch.header.dependencies.contains {
          $0.replica == dot.replica && $0.sequence >= sequences[dot] ?? 0
        }
        try Violation.unless(
          isNamed, .causality,
          "batch \(batch.header.sequence) of \(batch.header.replica.rawValue) names a write of "
            + "\(dot.replica.rawValue) and does not depend on it")
      }
    }
  }

  /// What a copy of a store makes of the outbox that the original closed too: the first operations
  /// of a batch, in another batch at the same place of the chain.
  private func closedAnew(_ batch: DecodedBatch) throws -> DecodedBatch? {
    guard let author = machines.first(where: { $0.replica == batch.header.replica }) else {
      return nil
    }
    let header = batch.header
    let twin = try Batch.close(
      Array(batch.operations.prefix(1 + random.below(batch.operations.count))),
      in: Batch.Context(
        scope: header.scope, sequence: header.sequence, predecessor: header.predecessor,
        dependencies: header.dependencies, schemaVersion: header.schemaVersion,
        grant: header.grant, wall: header.wall.next, offsetMilliseconds: nil),
      signer: author.identity.signer, primitives: .standard)
    return try decoder.batch(twin.hash.bytes) { twin.encoded }
  }
}

import SyncProtocol
import Testing

@testable import Replica

/// Batches that travel alone, or never, and what must hold when all is said.
extension World {
  /// Every batch of its present number that a laptop keeps, oldest first; its outbox is closed
  /// before.
  func closedBatches(of laptop: Store) throws -> [[UInt8]] {
    _ = try request(of: laptop)
    return try laptop.connection.rows(
      "SELECT encoded FROM batch WHERE replica = ? ORDER BY position",
      .integer(Int64(laptop.identity.replica.rawValue))
    ) { try $0.bytes(at: 0) }
  }

  /// The batch that a laptop closes of what it wrote last.
  func lastClosed(of laptop: Store) throws -> Batch {
    try Batch(
      decoding: try #require(try closedBatches(of: laptop).last), primitives: .standard)
  }

  /// The batch of the hamlet that a store merged last.
  func lastMerged(at store: Store) throws -> Batch {
    let encoded = try store.connection.row(
      "SELECT encoded FROM batch WHERE scope = ? AND state = 1 ORDER BY position DESC LIMIT 1",
      .integer(scope.rawValue)
    ) { try $0.bytes(at: 0) }
    return try Batch(decoding: try #require(encoded), primitives: .standard)
  }

  /// The parts of all snapshots that a laptop is offered, kept as a round would, and not taken in.
  func fetchSnapshots(at laptop: Store) throws {
    let answer = try centre.answer(try request(of: laptop).request, clock: clock())
    for frame in try ReceivedStream(decoding: answer.bytes).frames where frame.kind == .snapshot {
      _ = try laptop.fetches.add(
        try frame.message(), epoch: UInt8(clamping: centre.identity.replica.rawValue))
    }
  }

  /// A batch comes alone, without a request around it; what the receiver says of it.
  func carry(_ batch: Batch, to store: Store) throws -> Receipt.State? {
    try store.receive([batch.encoded], clock: clock()).first?.state
  }

  /// The centre declares the first batch lost that it waits for, a day later.
  ///
  /// - Returns: how many batches are merged because of it.
  func declareMissing(isDryRun: Bool = false) throws -> Int {
    let hold = try #require(try centre.holds().first)
    return try centre.declareLost(
      hold.missing.hash, by: "An", note: "máy rơi xuống suối", clock: clock(offset: 25 * 3_600_000),
      isDryRun: isDryRun)
  }

  /// Rounds until neither side has more to say, in none of which a digest differs: a repair would
  /// hide what went wrong.
  ///
  /// - Returns: the scopes of which a snapshot was taken in.
  @discardableResult
  func syncEqual(_ laptop: Store) throws -> [ScopeID] {
    var taken: [ScopeID] = []
    try sync(laptop) { outcome in
      taken += outcome.snapshotScopes
      #expect(outcome.differingScopes.isEmpty)
    }
    return taken
  }

  /// Expects the centre's rows at every store, and nothing that its verification finds.
  func expectEqual(_ stores: [Store]) throws {
    for scope in [ScopeID.everyone, scope] {
      let digest = try centre.digest(of: scope)
      for store in stores { #expect(try store.digest(of: scope) == digest) }
    }
    for store in stores + [centre] {
      let findings = try store.verify().findings
      #expect(findings.isEmpty, "\(store.identity.certificate.label): \(findings)")
    }
    for store in stores { #expect(try store.handOverStatus().notHandedOver == 0) }
  }

  /// The receipt that a laptop has of a batch; nil for none.
  func receipt(of batch: Batch, at laptop: Store) throws -> Receipt.State? {
    let state = try laptop.connection.row(
      "SELECT receipt FROM batch WHERE hash = ?", .blob(batch.hash.bytes)
    ) { try $0.optionalInteger(at: 0) }
    return state?.flatMap { Receipt.State(rawValue: UInt8(clamping: $0)) }
  }

  /// Writes the kind of a household, which is in clear: no key has to travel.
  func setKind(_ kind: Int64, of household: RowID, at store: Store) throws {
    try store.commit(author: nil, clock: clock()) {
      try $0.write(HouseholdTable.definition, household, [(HouseholdTable.kind, .integer(kind))])
    }
  }

  func kind(of household: RowID, at store: Store) throws -> Int64? {
    try store.row(HouseholdTable.definition.id, household)?.shown(HouseholdTable.kind.id)?.value
      .integer
  }
}

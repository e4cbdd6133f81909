import Randomness
import Replica
import SyncProtocol

/// Batches that come to the centre on other ways than a round of their author.
enum CarrierFaults {
  static let all = [
    Fault("packed and left lying", weight: 7, .step { try $0.pack($1) }),
    Fault("courier", weight: 5, .step { try $0.courier($1) }),
  ]
}

extension World {
  /// A laptop closes its outbox and packs a request, which nobody takes along yet.
  func pack(_ laptop: Machine) throws {
    trace.note("\(laptop.label): packs")
    if let pending = try closeAndPack(laptop) { network.delay(pending.request) }
  }

  private func closeAndPack(_ laptop: Machine) throws -> Store.PendingRound? {
    try attempting(laptop) {
      try $0.makeRequest(Self.software, clock: reading(of: laptop), random: &random)
    }
  }

  /// One laptop carries batches of another to the centre, in any order and not all of them.
  fileprivate func courier(_ laptop: Machine) throws {
    guard let other = random.pick(laptops), !other.isRolledBack else { return }
    for kind in [FieldAct.household, .edit] {
      try perform(kind, at: other)
      try pack(other)
    }
    guard !other.disk.isDead else { return }
    let batches = try log(of: other).entries.filter { $0.receipt == nil }.map(\.batch)
    let carried = batches.shuffled(using: &random).filter { _ in random.chance(60) }
    guard !carried.isEmpty else { return }
    trace.note("\(laptop.label) carries \(carried.count) batches of \(other.label)")
    _ = try serve(request(of: laptop, with: carried))
  }

  /// A request with chosen batches, as another implementation might send it.
  func request(
    of machine: Machine, with batches: [DecodedBatch]
  ) -> [UInt8] {
    var stream = StreamWriter()
    stream.append(
      Hello(
        replica: machine.replica,
        nonce: (0..<Hello.nonceByteCount).map { _ in UInt8(random.below(256)) },
        wall: machine.clock.reading(at: time).wall, offsetMilliseconds: nil,
        schemaVersion: machine.schema.version, unsentOperations: 0, freeDiskBytes: nil,
        software: "courier"))
    for certificate in decoder.certificates { stream.append(certificate) }
    for batch in batches { stream.append(CarriedBatch(arrival: 0, encoded: batch.encoded)) }
    return stream.finish(
      more: false, signer: machine.identity.signer, primitives: primitives)
  }
}

import Cryptography
import Replica
import SyncProtocol

/// A centre, its laptops, their disks and clocks, and the network between them.
final class World {
  var random: SeededGenerator
  /// Milliseconds since 1970 as they truly are.
  var time: Int64 = 1_760_000_000_000
  private(set) var machines: [Machine] = []
  private(set) var scopes: [ScopeID] = []
  var trace = Trace()
  var ledger = Ledger()
  var network = Network()
  var report = SimulationReport()
  /// The batch that stands under every arrival number the centre has given, by scope.
  var arrivals: [ScopeID: [ContentHash]] = [:]
  let decoder = BatchDecoder()
  private let root: SigningKey

  /// The centre.
  var centre: Machine { machines[0] }
  /// Everybody else.
  var laptops: [Machine] { Array(machines[1...]) }

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    root = try SigningKey.generate(using: &random)
    let key = try SigningKey.generate(using: &random)
    let replica = ReplicaID.centre(epoch: 0)
    let root = root
    let certificate = Certificate(
      replica: replica, role: .centre, publicKey: key.verifyingKey.bytes,
      issuedAt: Timestamp(rawValue: time), label: "centre"
    ) { root.sign($0) }
    try add("centre", key, certificate)
    for hamlet in 1...2 {
      scopes.append(
        try centre.store.commit(author: nil, clock: reading(of: centre)) {
          try $0.openScope([(ScopeTable.kind, .integer(1)), (ScopeTable.label, .text("\(hamlet)"))])
        })
    }
    let count = random.pick([(4, 2), (3, 3), (2, 4), (1, 5)])
    for laptop in 1...count {
      let key = try SigningKey.generate(using: &random)
      let held = laptop == 1 ? scopes : [scopes[random.below(2)]]
      let certificate = try centre.store.enrol(
        publicKey: key.verifyingKey.bytes, label: "laptop \(laptop)", member: nil, team: nil,
        scopes: held, signedBy: { root.sign($0) }, clock: reading(of: centre), random: &random)
      try add("laptop \(laptop)", key, certificate)
    }
  }

  private func add(_ label: String, _ key: SigningKey, _ certificate: Certificate) throws {
    decoder.trust(certificate)
    let machine = Machine(
      label: label,
      identity: Identity(
        signer: Signer(replica: certificate.replica, key: key), certificate: certificate,
        rootPublicKey: root.verifyingKey.bytes),
      time: time, random: &random)
    try machine.open(&random)
    machines.append(machine)
  }

  /// What a machine's clocks say; a moment passes.
  func reading(of machine: Machine) -> ClockReading {
    time += 1 + Int64(random.below(2_000))
    return machine.clock.reading(at: time)
  }

  /// The log of a machine.
  func log(of machine: Machine) throws -> StoreLog { try StoreLog(machine.store, decoder) }
}

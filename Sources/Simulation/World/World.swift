import Cryptography
import Randomness
import Replica
import SQLite
import SyncProtocol

/// A centre, its laptops, their disks and clocks, and the network between them.
final class World {
  /// What was decided before it began.
  let plan: Plan
  /// The source of chance of the present step.
  var random: SeededGenerator
  /// Milliseconds since 1970 as they truly are.
  var time: Int64 = 1_760_000_000_000
  /// The centre first.
  private(set) var machines: [Machine] = []
  /// The hamlets.
  private(set) var scopes: [ScopeID] = []
  var trace = Trace()
  var ledger = Ledger()
  var network = Network()
  var report = SimulationReport()
  /// What becomes of the next request and of the next answer.
  var fates: (there: Network.Fate, back: Network.Fate) = (.arrives, .arrives)
  /// The batch that stands under every arrival number the centre has given, by scope.
  var arrivals: [ScopeID: [ContentHash]] = [:]
  /// What the centre had given in the lives that are over, oldest first.
  var formerLives: [CentreLife] = []
  /// The batches below the beginnings of logs, by running hash.
  var logsBelow: [ContentHash: [ContentHash]] = [:]
  /// True while the centre goes on with an old copy of itself and does not know.
  var isSetBack = false
  /// Epochs in which it did so for a time.
  var unnoticedEpochs: Set<UInt8> = []
  /// Every batch that was declared lost in some life of the centre.
  var declaredLost: Set<LostBatch> = []
  /// Who the centre is in the life that began last, or that a dying disk kept from beginning.
  var nextLife: Identity?
  /// Scopes that laptops held when a life of the centre ended.
  var lostGrants: [ReplicaID: Set<ScopeID>] = [:]
  /// The machines that the present step has had to do with.
  var touched: [Machine] = []
  /// A laptop whose kinds of field nobody else knows; nil until it is met.
  var later: LaterLaptop?
  /// Replicas of which more than one store has existed: these may fork, nobody else.
  var copiedReplicas: Set<ReplicaID> = []
  /// Who was asked to hand which scopes back, ever.
  var takenBack: [ReplicaID: Set<ScopeID>] = [:]
  let decoder: BatchDecoder
  let primitives: Primitives
  private let root: SigningKey
  private var machineCount = 0

  /// The centre.
  var centre: Machine { machines[0] }
  /// Everybody else.
  var laptops: [Machine] { Array(machines[1...]) }

  init(_ plan: Plan) throws {
    self.plan = plan
    random = SeededGenerator(seed: plan.seed, part: 1)
    primitives = RememberedSignatures().primitives
    decoder = BatchDecoder(primitives)
    root = try SigningKey.generate(using: &random)
    trace.note(plan.description)
    try addCentre()
    for hamlet in 1...plan.hamletCount {
      scopes.append(
        try centre.store.commit(author: nil, clock: reading(of: centre)) {
          try $0.openScope([(ScopeTable.kind, .integer(1)), (ScopeTable.label, .text("\(hamlet)"))])
        })
    }
    for laptop in 1...plan.laptopCount { _ = try enrolLaptop(holdsAll: laptop == 1) }
  }

  private func addCentre() throws {
    let identity = certify(try SigningKey.generate(using: &random), epoch: 0)
    try add("centre", identity, drawnSchema())
  }

  /// Who the centre is in an epoch.
  func certify(_ key: SigningKey, epoch: UInt8) -> Identity {
    let root = root
    let certificate = Certificate(
      replica: .centre(epoch: epoch), role: .centre, publicKey: key.verifyingKey.bytes,
      issuedAt: Timestamp(rawValue: time), label: "centre"
    ) { root.sign($0) }
    decoder.trust(certificate)
    return identity(key, certificate)
  }

  /// The centre enrols a laptop, which opens an empty store; nil when the centre's disk fails.
  func enrolLaptop(holdsAll: Bool) throws -> Machine? {
    let key = try SigningKey.generate(using: &random)
    let held = scopes.filter { _ in holdsAll || random.chance(40) }
    let label = "laptop \(machineCount)"
    let certificate = try enrol(key, label: label, held.isEmpty ? Array(scopes.prefix(1)) : held)
    return try certificate.map { try add(label, identity(key, $0), drawnSchema()) }
  }

  /// The centre certifies a key; nil when its disk fails.
  func enrol(
    _ key: SigningKey, label: String, _ scopes: [ScopeID]
  ) throws -> Certificate? {
    let root = root
    let certificate = try attempting(centre) {
      try $0.enrol(
        publicKey: key.verifyingKey.bytes, label: label, member: nil, team: nil, scopes: scopes,
        signedBy: { root.sign($0) }, clock: reading(of: centre), random: &random)
    }
    if let certificate { decoder.trust(certificate) }
    return certificate
  }

  private func identity(_ key: SigningKey, _ certificate: Certificate) -> Identity {
    Identity(
      signer: Signer(replica: certificate.replica, key: key), certificate: certificate,
      rootPublicKey: root.verifyingKey.bytes)
  }

  private func drawnSchema() -> Schema {
    guard plan.plays(SchemaFaults.apart) else { return SimulationSchema.newest }
    return random.pick(SimulationSchema.versions) ?? SimulationSchema.newest
  }

  /// Adds a machine, whose disk may have the files of another.
  @discardableResult
  func add(
    _ label: String, _ identity: Identity, _ schema: Schema, _ image: Machine.Image? = nil
  ) throws -> Machine {
    let machine = try Machine(
      number: machineCount, label: label, identity: identity, schema: schema, image: image,
      primitives: primitives, time: time, random: &random)
    machineCount += 1
    try machine.open(&random)
    machines.append(machine)
    touch(machine)
    return machine
  }

  /// Notes that a step has to do with a machine.
  func touch(_ machine: Machine) {
    if !touched.contains(where: { $0 === machine }) { touched.append(machine) }
  }

  /// A machine is gone for good.
  func remove(_ machine: Machine) { machines.removeAll { $0 === machine } }

  /// What a machine's clocks say; often no moment passes, so that times are equal now and then.
  func reading(of machine: Machine) -> ClockReading {
    if random.chance(30) { time += 1 + Int64(random.below(2_000)) }
    return machine.clock.reading(at: time)
  }

  /// The log of a machine; it is read anew only when something was written since.
  func log(of machine: Machine) throws -> StoreLog {
    let connection = machine.store.connection
    guard !connection.isInTransaction else { return try StoreLog(machine.store, decoder) }
    let version = try connection.integer("PRAGMA data_version")
    if let known = machine.knownLog, known.version == version,
      known.changes == connection.totalChanges
    {
      return known.log
    }
    let log = try StoreLog(machine.store, decoder)
    machine.knownLog = (log, connection.totalChanges, version)
    return log
  }
}

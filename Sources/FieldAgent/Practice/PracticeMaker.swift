import Cryptography
import FieldWork
import Replica
import SyncProtocol

/// Makes a practice: a centre in memory that exists for these moments alone, with the laptop's own
/// hamlets and members and with invented households, and a laptop that has all of it.
///
/// Whatever the centre has signed or written is told apart from what people type later by its
/// number: the rows that it made are those that nobody can move.
struct PracticeMaker {
  private let real: Laptop
  private let surroundings: Surroundings
  private let home: PracticeHome

  init(_ real: Laptop, _ surroundings: Surroundings) {
    self.real = real
    self.surroundings = surroundings
    home = PracticeHome(of: real.home)
  }

  /// Whether a row of a practice was made with it, and is no work of anybody.
  static func isInvented(_ row: RowID) -> Bool { row.replica.rawValue < ReplicaID.firstLaptop }

  /// Makes a fresh practice in the place of the one that is there. Killed before its end, that one
  /// goes on.
  func make() throws {
    var random = surroundings.generator()
    try HomeFolder.removeFolder(home.unfinished.path)
    try home.unfinished.create()
    let centre = try PracticeCentre(clock: clock, random: &random)
    var transfer = RecordTransfer(from: real.records, to: centre.records)
    try transfer.copyDirectory(clock: clock)
    let held = try real.store.grantedScopes()
    try PracticePeople.write(
      into: centre.records,
      try real.records.reader.places().filter { place in
        place.validTo == nil && place.householdScope.map(held.contains) ?? false
      }.compactMap { transfer.targets[$0.id] }, clock: clock, random: &random)
    let key = try SigningKey.generate(using: &random)
    let certificate = try centre.enrol(
      key, scopes: held.compactMap(transfer.place), clock: clock, random: &random)
    let keys = LaptopKeys(home.unfinished)
    try keys.keep(
      EnrolledLaptop(
        key: key, certificate: certificate, centreCertificate: centre.certificate,
        rootPublicKey: centre.rootPublicKey,
        // The same as the real one's, or a person typed here could not be found there.
        identificationKey: try LaptopKeys(real.home).identification(),
        member: nil))
    let storeKey = try home.makeKey(under: real, random: &random)
    var configuration = LaptopConfiguration()
    configuration.centreURL = ""
    configuration.isPractice = true
    configuration.member = real.configuration.member.flatMap { transfer.targets[$0] }
    try configuration.write(to: home.unfinished)
    try fill(storeKey, from: centre, transfer.targets, random: &random)
    try home.putInPlace()
  }

  /// The clocks with the time as the real store knows it.
  private var clock: ClockReading {
    get throws {
      var clock = surroundings.clock()
      clock.wall = try real.store.correctedNow(clock).time
      return clock
    }
  }

  /// The most rounds that a laptop asks for all of it.
  private static let maximumRounds = 1_000

  /// Makes the store, and lets it take in what the centre has.
  private func fill(
    _ storeKey: StoreKey, from centre: PracticeCentre, _ targets: [RowID: RowID],
    random: inout some RandomNumberGenerator
  ) throws {
    // The store is made at once, so that every later opening knows the file it writes to.
    try Laptop(home.unfinished, surroundings, isPractice: true, storeKey: storeKey).store.close()
    let practice = try Laptop(
      home.unfinished, surroundings, isPractice: true, storeKey: storeKey)
    defer { practice.store.close() }
    for _ in 0..<Self.maximumRounds {
      let pending = try practice.store.makeRequest(
        practice.report, clock: try clock, random: &random)
      let answer = try centre.records.store.answer(pending.request, clock: try clock)
      if try !practice.store.absorb(answer.bytes, of: pending, clock: try clock).hasMore { break }
    }
    try practice.store.adoptClock(of: real.store)
    var sources: [RowID: RowID] = [:]
    for (row, copy) in targets { sources[copy] = row }
    try PracticeLedger(practice.store).note(sources: sources)
    _ = try practice.store.connection.scalar("PRAGMA wal_checkpoint(TRUNCATE)")
  }
}

/// The centre of a practice, in memory; its keys are gone with it.
private final class PracticeCentre {
  /// The running numbers in the codes of all it makes up are greater: no real centre writes that many
  /// records itself, so that no code of practice is the code of a real record.
  private static let lastRealNumber: Int64 = 30_000_000

  let records: FieldStore
  let certificate: Certificate
  private let root: SigningKey
  private let memory: MemoryLocation

  init(clock: ClockReading, random: inout some RandomNumberGenerator) throws {
    let root = try SigningKey.generate(using: &random)
    let key = try SigningKey.generate(using: &random)
    self.root = root
    certificate = Certificate(
      replica: .centre(epoch: 0), role: .centre, publicKey: key.verifyingKey.bytes,
      issuedAt: clock.wall, label: PracticeWords.mark.english
    ) { root.sign($0) }
    memory = MemoryLocation(path: "practice/store.sqlite", seed: random.next())
    records = try FieldStore(
      try Store(
        at: memory.location,
        identity: Identity(
          signer: Signer(replica: certificate.replica, key: key), certificate: certificate,
          rootPublicKey: root.verifyingKey.bytes),
        machine: MachineIdentity(bootID: "", machineID: "", fileIdentity: ""), random: &random))
    for table in [HouseholdTable.definition, ResidentTable.definition] {
      try records.store.beginNumbers(of: table, above: Self.lastRealNumber)
    }
  }

  deinit { records.store.close() }

  var rootPublicKey: [UInt8] { root.verifyingKey.bytes }

  func enrol(
    _ key: SigningKey, scopes: [ScopeID], clock: ClockReading,
    random: inout some RandomNumberGenerator
  ) throws -> Certificate {
    let root = root
    return try records.store.enrol(
      publicKey: key.verifyingKey.bytes, label: PracticeWords.mark.english, member: nil, team: nil,
      scopes: scopes, signedBy: { root.sign($0) }, clock: clock, random: &random)
  }
}

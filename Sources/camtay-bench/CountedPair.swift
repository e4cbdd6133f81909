import Cryptography
import Randomness
import Replica
import SQLite
import SyncProtocol

/// A laptop and its centre in one process, whose syncs of the disk are counted through SQLite's file
/// system.
struct CountedPair {
  let laptop: Store
  let centre: Store
  let laptopFiles: CountingFileSystem
  let centreFiles: CountingFileSystem
  let scope: ScopeID
  /// The key of the installation, to which packs are addressed.
  let root: SigningKey
  /// The laptop's key, to which returns are.
  let key: SigningKey
  var random = SeededGenerator(seed: 7)
  private var milliseconds: Int64 = 1_770_000_000_000

  /// - Parameters:
  ///   - name: what the files of the pair are called by.
  ///   - count: how many scopes the laptop has.
  init(_ folder: BenchmarkFolder, _ name: String, scopes count: Int = 1) throws {
    laptopFiles = try CountingFileSystem(name: "counted-\(name)-laptop-\(count)")
    centreFiles = try CountingFileSystem(name: "counted-\(name)-centre-\(count)")
    let root = try SigningKey.generate(using: &random)
    let centreKey = try SigningKey.generate(using: &random)
    let replica = ReplicaID.centre(epoch: 0)
    let machine = MachineIdentity(bootID: "", machineID: "", fileIdentity: "")
    centre = try Store(
      at: Store.Location(
        path: folder.path("\(name)-centre-\(count)"), fileSystem: centreFiles.name),
      identity: Identity(
        signer: Signer(replica: replica, key: centreKey),
        certificate: Certificate(
          replica: replica, role: .centre, publicKey: centreKey.verifyingKey.bytes,
          issuedAt: Timestamp(rawValue: 0), label: "centre"
        ) { root.sign($0) }, rootPublicKey: root.verifyingKey.bytes),
      machine: machine, random: &random)
    let clock = ClockReading(
      wall: Timestamp(rawValue: milliseconds), monotonicMilliseconds: 0, bootID: "")
    let scopes = try centre.commit(author: nil, clock: clock) { act in
      try (0..<count).map { number in
        try act.openScope([
          (ScopeTable.kind, .integer(1)), (ScopeTable.label, .text("hamlet \(number)")),
        ])
      }
    }
    scope = scopes[0]
    self.root = root
    key = try SigningKey.generate(using: &random)
    let certificate = try centre.enrol(
      publicKey: key.verifyingKey.bytes, label: "laptop", member: nil, team: nil, scopes: scopes,
      signedBy: { root.sign($0) }, clock: clock, random: &random)
    laptop = try Store(
      at: Store.Location(
        path: folder.path("\(name)-laptop-\(count)"), fileSystem: laptopFiles.name),
      identity: Identity(
        signer: Signer(replica: certificate.replica, key: key), certificate: certificate,
        rootPublicKey: root.verifyingKey.bytes),
      machine: machine, random: &random)
  }

  /// A minute later than the last.
  mutating func clock() -> ClockReading {
    milliseconds += 60_000
    return ClockReading(
      wall: Timestamp(rawValue: milliseconds), monotonicMilliseconds: milliseconds, bootID: "")
  }

  /// A household and a visit there.
  mutating func record(_ number: Int) throws {
    try laptop.commit(author: nil, clock: clock()) { act in
      let household = try act.create(
        HouseholdTable.definition, in: scope,
        [
          (HouseholdTable.number, .integer(try act.nextNumber(HouseholdTable.definition))),
          (HouseholdTable.name, .text("Nguyễn Văn \(number)")), (HouseholdTable.kind, .integer(1)),
        ])
      _ = try act.create(
        VisitTable.definition, in: scope,
        [
          (VisitTable.number, .integer(try act.nextNumber(VisitTable.definition))),
          (VisitTable.household, .integer(household.rawValue)),
          (VisitTable.date, .integer(20_500)), (VisitTable.minutes, .integer(Int64(15 + number))),
          (VisitTable.outcome, .integer(1)), (VisitTable.note, .text("Đã hướng dẫn \(number)")),
        ])
    }
  }

  /// A trip over the network there and back.
  mutating func exchange() throws -> (bytes: Int, outcome: RoundOutcome) {
    let pending = try laptop.makeRequest(
      Store.Report(freeDiskBytes: nil, software: "bench"), clock: clock(), random: &random)
    let answer = try centre.answer(pending.request, clock: clock())
    let outcome = try laptop.absorb(answer.bytes, of: pending, clock: clock())
    return (pending.request.count + answer.bytes.count, outcome)
  }
}

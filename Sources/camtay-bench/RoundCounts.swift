import Cryptography
import Randomness
import Replica
import SQLite
import SyncProtocol

/// What one round costs in syncs of the disk and bytes, counted through SQLite's file system.
struct RoundCounts {
  private static let visits = 20
  private let laptop: Store
  private let centre: Store
  private let laptopFiles: CountingFileSystem
  private let centreFiles: CountingFileSystem
  private let scope: ScopeID
  private var random = SeededGenerator(seed: 7)
  private var milliseconds: Int64 = 1_770_000_000_000

  /// - Parameter count: how many scopes the laptop has.
  init(_ folder: BenchmarkFolder, scopes count: Int = 1) throws {
    laptopFiles = try CountingFileSystem(name: "counted-laptop-\(count)")
    centreFiles = try CountingFileSystem(name: "counted-centre-\(count)")
    let root = try SigningKey.generate(using: &random)
    let centreKey = try SigningKey.generate(using: &random)
    let replica = ReplicaID.centre(epoch: 0)
    let machine = MachineIdentity(bootID: "", machineID: "", fileIdentity: "")
    centre = try Store(
      at: Store.Location(path: folder.path("round-centre-\(count)"), fileSystem: centreFiles.name),
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
    let key = try SigningKey.generate(using: &random)
    let certificate = try centre.enrol(
      publicKey: key.verifyingKey.bytes, label: "laptop", member: nil, team: nil, scopes: scopes,
      signedBy: { root.sign($0) }, clock: clock, random: &random)
    laptop = try Store(
      at: Store.Location(path: folder.path("round-laptop-\(count)"), fileSystem: laptopFiles.name),
      identity: Identity(
        signer: Signer(replica: certificate.replica, key: key), certificate: certificate,
        rootPublicKey: root.verifyingKey.bytes),
      machine: machine, random: &random)
  }

  /// A round that brings everything up to date, one that hands over a day, one with nothing to say.
  mutating func figures() throws -> Figures {
    var figures = Figures()
    _ = try round()
    let syncs = laptopFiles.counts.syncs
    for number in 0..<Self.visits { try record(number) }
    figures.add(
      "act.syncs", Double(laptopFiles.counts.syncs - syncs) / Double(Self.visits))
    let day = try round()
    figures.add("round.day_syncs_laptop", day.laptopSyncs)
    figures.add("round.day_syncs_centre", day.centreSyncs)
    figures.add("round.day_bytes", day.bytes)
    let idle = try round()
    figures.add("round.idle_syncs_laptop", idle.laptopSyncs)
    figures.add("round.idle_syncs_centre", idle.centreSyncs)
    figures.add("round.idle_bytes", idle.bytes)
    figures.add("round.idle_statements_centre", idle.centreStatements)
    return figures
  }

  /// The bytes of a round with nothing to say, one trip there and back, once every scope is up to
  /// date.
  mutating func idleBytes() throws -> Double {
    try record(0)
    for _ in 0..<3 { _ = try round() }
    let idle = try round()
    precondition(!idle.hasMore, "an idle round is one trip")
    return idle.bytes
  }

  private mutating func clock() -> ClockReading {
    milliseconds += 60_000
    return ClockReading(
      wall: Timestamp(rawValue: milliseconds), monotonicMilliseconds: milliseconds, bootID: "")
  }

  private mutating func record(_ number: Int) throws {
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

  private struct Cost {
    var laptopSyncs: Double
    var centreSyncs: Double
    var bytes: Double
    var centreStatements: Double
    var hasMore: Bool
  }

  private mutating func round() throws -> Cost {
    let before = (laptopFiles.counts.syncs, centreFiles.counts.syncs)
    let steps = centre.connection.counters.steps
    let pending = try laptop.makeRequest(
      Store.Report(freeDiskBytes: nil, software: "bench"), clock: clock(), random: &random)
    let answer = try centre.answer(pending.request, clock: clock())
    let outcome = try laptop.absorb(answer.bytes, of: pending, clock: clock())
    return Cost(
      laptopSyncs: Double(laptopFiles.counts.syncs - before.0),
      centreSyncs: Double(centreFiles.counts.syncs - before.1),
      bytes: Double(pending.request.count + answer.bytes.count),
      centreStatements: Double(centre.connection.counters.steps - steps),
      hasMore: outcome.hasMore)
  }
}

import CommandLine
import Cryptography
import FieldWork
import Foundation
import Randomness
import Replica
import Simulation
import SyncProtocol

/// `camtay-bench register`: a store full of residents, some of them recorded twice.
struct RegisterBenchmark: Command {
  let name = ["register"]
  let abstract = BilingualText(
    vi: "Đo việc tìm người bị ghi hai lần trong một danh sách lớn",
    en: "Measure the search for people recorded twice in a large register")
  let arguments: [Argument] = [
    .option(
      "residents", "N", BilingualText(vi: "số người (mặc định 50000)", en: "residents (50000)"),
      kind: .integer(100...1_000_000)),
    .option(
      "duplicates", "N",
      BilingualText(vi: "số người ghi hai lần (1000)", en: "recorded twice (1000)"),
      kind: .integer(10...100_000)),
    .option(
      "seed", "N", BilingualText(vi: "hạt giống (mặc định 1)", en: "the seed (1)"),
      kind: .integer(0...Int64.max)),
    .option(
      "folder", "DIR",
      BilingualText(vi: "thư mục cho các tệp đo", en: "folder for the measured files")),
  ]

  static let reading = ClockReading(
    wall: Timestamp(rawValue: 1_790_000_000_000), monotonicMilliseconds: 0, bootID: "bench")

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let register = GeneratedRegister(
      residents: Int(invocation.integer("residents") ?? 50_000),
      duplicates: Int(invocation.integer("duplicates") ?? 1_000),
      seed: UInt64(invocation.integer("seed") ?? 1))
    let folder = try BenchmarkFolder(parent: invocation.text("folder"))
    let records = try Self.open(folder.path("register"))
    func write(_ name: String, _ value: Double) {
      console.write("\(name)=\(String(format: value < 10 ? "%.3f" : "%.0f", value))\n")
    }
    let filling = try Self.seconds { try Self.fill(records, register) }
    write("saves_per_second", Double(register.people.count) / filling)
    let before = ProcessMemory.kilobytes
    var profiles: [PersonProfile] = []
    write("load_seconds", try Self.seconds { profiles = try records.reader.personProfiles() })
    let search = DuplicateSearch(profiles)
    write("register_megabytes", Double(max(ProcessMemory.kilobytes - before, 0)) / 1024)
    let wanted = stride(from: 0, to: profiles.count, by: max(profiles.count / 200, 1))
    var times: [Double] = []
    for place in wanted {
      times.append(Self.seconds { _ = search.candidates(for: profiles[place]) })
    }
    times.sort()
    write("search_median_milliseconds", 1_000 * times[times.count / 2])
    write("search_greatest_milliseconds", 1_000 * (times.last ?? 0))
    write("pairs_seconds", Self.seconds { _ = search.pairs() })
    try measureFinding(records, register, write)
    write("process_megabytes", Double(ProcessMemory.kilobytes) / 1024)

    let trial = DuplicateTrial(register)
    write("recall", Double(trial.found) / Double(register.twins.count))
    write("precision", Double(trial.found) / Double(max(trial.listed, 1)))
    for slip in RegisterSlip.allCases {
      guard let counts = trial.bySlip[slip] else { continue }
      console.write("found_\(slip.rawValue)=\(counts.found)/\(counts.twins)\n")
    }
    return .done
  }

  /// Looking people up by name: the first time, which makes the index, and once it is there.
  private func measureFinding(
    _ records: FieldStore, _ register: GeneratedRegister, _ write: (String, Double) -> Void
  ) throws {
    var times: [Double] = []
    for place in stride(from: 0, to: register.people.count, by: register.people.count / 50) {
      let name = register.people[place].fullName
      times.append(try Self.seconds { _ = try records.search.find(name, limit: 20, offset: 0) })
    }
    write("find_first_milliseconds", 1_000 * times.removeFirst())
    times.sort()
    write("find_median_milliseconds", 1_000 * times[times.count / 2])
    write("find_greatest_milliseconds", 1_000 * (times.last ?? 0))
  }

  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try body()
    return (clock.now - start) / .seconds(1)
  }

  static func open(_ path: String, fileSystem: String? = nil) throws -> FieldStore {
    var random = SeededGenerator(seed: 1)
    let root = try SigningKey.generate(using: &random)
    let key = try SigningKey.generate(using: &random)
    let certificate = Certificate(
      replica: .centre(epoch: 0), role: .centre, publicKey: key.verifyingKey.bytes,
      issuedAt: Timestamp(rawValue: 0), label: "centre"
    ) { root.sign($0) }
    let store = try Store(
      at: Store.Location(path: path, fileSystem: fileSystem),
      identity: Identity(
        signer: Signer(replica: certificate.replica, key: key), certificate: certificate,
        rootPublicKey: root.verifyingKey.bytes),
      machine: MachineIdentity(bootID: "bench", machineID: path, fileIdentity: "1"),
      random: &random)
    return try FieldStore(store)
  }

  /// Writes hamlets, households and residents as an import does, some hundred in an act.
  private static func fill(_ records: FieldStore, _ register: GeneratedRegister) throws {
    let store = records.store
    var places: [(row: RowID, scope: ScopeID)] = []
    for hamlet in 0..<register.hamlets {
      places.append(
        try store.commit(author: nil, clock: reading) { act in
          let scope = try act.openScope([
            (ScopeTable.kind, .integer(ScopeKind.households.rawValue)),
            (ScopeTable.communeCode, .text("17713")),
          ])
          let row = try act.create(
            PlaceTable.definition, in: .everyone,
            [
              (PlaceTable.name, .text("Xóm \(hamlet + 1)")),
              (PlaceTable.communeCode, .text("17713")),
              (PlaceTable.householdScope, .integer(scope.rawValue)),
            ])
          return (row, scope)
        })
    }
    _ = try RegisterFilling(register, in: places).run {
      try store.commit(author: nil, clock: reading, $0)
    }
  }
}

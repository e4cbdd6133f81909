import CommandLine
import Cryptography
import Randomness
import Replica
import SyncProtocol

/// `camtay-bench bootstrap`: a new laptop takes in the snapshot of one scope.
struct BootstrapBenchmark: Command {
  let name = ["bootstrap"]
  let abstract = BilingualText(
    vi: "Đo tốc độ nhận bản chụp của một máy mới",
    en: "Measure how fast a new laptop takes in a snapshot")
  let arguments: [Argument] = [
    .option(
      "rows", "N", BilingualText(vi: "số hàng (mặc định 200000)", en: "rows (200000)"),
      kind: .integer(1_000...5_000_000)),
    .option(
      "runs", "N", BilingualText(vi: "số lần nhận (mặc định 5)", en: "laptops (5)"),
      kind: .integer(1...100)),
    .flag(
      "encrypted",
      BilingualText(vi: "mã hóa tên và điện thoại", en: "with names and phones encrypted")),
    .option(
      "folder", "DIR",
      BilingualText(vi: "thư mục cho các tệp đo", en: "folder for the measured files")),
  ]

  /// Households as the registry has them, but for the encryption.
  private static let plainTable = TableDefinition(
    1_001, "plain_household",
    HouseholdTable.definition.fields.map {
      FieldDefinition($0.id.rawValue >> 3, .register, $0.name, $0.type)
    })
  private static let schema = Schema(
    version: Schema.current.version, tables: Schema.current.tables + [plainTable])

  private static let parts = [
    "Nguyễn", "Trần", "Lò", "Vàng", "Văn", "Thị", "An", "Hoa", "Bưởi", "Đức", "Sùng",
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let rows = Int(invocation.integer("rows") ?? 200_000)
    let runs = Int(invocation.integer("runs") ?? 5)
    let folder = try BenchmarkFolder(parent: invocation.text("folder"))
    var random = SeededGenerator(seed: 1)
    let root = try SigningKey.generate(using: &random)
    let key = try SigningKey.generate(using: &random)
    let certificate = Certificate(
      replica: .centre(epoch: 0), role: .centre, publicKey: key.verifyingKey.bytes,
      issuedAt: Timestamp(rawValue: 0), label: "centre"
    ) { root.sign($0) }
    let centre = try Self.open(
      folder.path("centre"), key, certificate, root.verifyingKey.bytes, &random)
    // However few batches the rows came in.
    centre.snapshotPolicy.batches = 1
    let table = invocation.flag("encrypted") ? HouseholdTable.definition : Self.plainTable
    let scope = try Self.fill(centre, table, rows, &random)
    let clock = ContinuousClock()
    let start = clock.now
    let snapshot = try centre.makeSnapshot(of: scope, clock: Self.reading)
    let making = (clock.now - start) / .seconds(1)
    try centre.markDurable(through: [scope: snapshot.arrival], at: Self.reading.wall)

    var seconds: [Double] = []
    for run in 0..<runs {
      let key = try SigningKey.generate(using: &random)
      let certificate = try centre.enrol(
        publicKey: key.verifyingKey.bytes, label: "laptop \(run)", member: nil, team: nil,
        scopes: [scope], signedBy: { root.sign($0) }, clock: Self.reading, random: &random)
      let laptop = try Self.open(
        folder.path("laptop-\(run)"), key, certificate, root.verifyingKey.bytes, &random)
      seconds.append(try Self.bootstrap(laptop, from: centre, &random))
      guard try laptop.digest(of: scope) == centre.digest(of: scope) else {
        throw ReplicaError.snapshotDamaged(scope)
      }
    }
    let median = seconds.sorted()[seconds.count / 2]
    console.write("bootstrap_rows_per_second=\(Int(Double(rows) / median))\n")
    console.write("snapshot_rows_per_second=\(Int(Double(rows) / making))\n")
    console.write("snapshot_bytes_per_row=\(snapshot.byteCount / rows)\n")
    return .done
  }

  private static let reading = ClockReading(
    wall: Timestamp(rawValue: 1_790_000_000_000), monotonicMilliseconds: 0, bootID: "bench")

  private static func open(
    _ path: String, _ key: SigningKey, _ certificate: Certificate, _ root: [UInt8],
    _ random: inout SeededGenerator
  ) throws -> Store {
    try Store(
      at: Store.Location(path: path),
      identity: Identity(
        signer: Signer(replica: certificate.replica, key: key), certificate: certificate,
        rootPublicKey: root), schema: schema,
      machine: MachineIdentity(bootID: "bench", machineID: path, fileIdentity: "1"),
      random: &random)
  }

  private static func fill(
    _ centre: Store, _ table: TableDefinition, _ rows: Int, _ random: inout SeededGenerator
  ) throws -> ScopeID {
    let scope = try centre.commit(author: nil, clock: reading) {
      try $0.openScope([(ScopeTable.kind, .integer(1))])
    }
    for start in stride(from: 0, to: rows, by: 900) {
      try centre.commit(author: nil, clock: reading) { act in
        for number in start..<min(start + 900, rows) {
          let name = (0..<4).map { _ in parts[Int.random(in: 0..<11, using: &random)] }
          let phone = "09\(Int.random(in: 10_000_000...99_999_999, using: &random))"
          let values: [String: Value] = [
            "number": .integer(Int64(number)), "kind": .integer(1),
            "name": .text(name.joined(separator: " ")), "phone": .text(phone),
            "address": .text("Số \(Int.random(in: 1...999, using: &random))"),
          ]
          _ = try act.create(
            table, in: scope,
            table.fields.compactMap { field in values[field.name].map { (field, $0) } })
        }
      }
    }
    return scope
  }

  /// Rounds until the laptop has everything; only its own side is timed.
  private static func bootstrap(
    _ laptop: Store, from centre: Store, _ random: inout SeededGenerator
  ) throws -> Double {
    let clock = ContinuousClock()
    var seconds = 0.0
    var hasMore = true
    while hasMore {
      let pending = try laptop.makeRequest(
        Store.Report(freeDiskBytes: nil, software: "bench"), clock: reading, random: &random)
      let answer = try centre.answer(pending.request, clock: reading)
      let start = clock.now
      hasMore = try laptop.absorb(answer.bytes, of: pending, clock: reading).hasMore
      seconds += (clock.now - start) / .seconds(1)
    }
    return seconds
  }
}

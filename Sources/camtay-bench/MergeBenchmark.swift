import CommandLine
import Randomness
import Replica
import SyncProtocol

/// `camtay-bench merge`: the merge loop against plain SQLite on the same rows, interleaved.
struct MergeBenchmark: Command {
  let name = ["merge"]
  let abstract = Words(
    vi: "Đo tốc độ gộp nhật ký so với SQLite thuần",
    en: "Measure merging against plain SQLite on the same rows")
  let arguments: [Argument] = [
    .option(
      "rows", "N",
      Words(vi: "số thao tác trên hàng (mặc định 200000)", en: "row operations (200000)"),
      kind: .integer(1_000...10_000_000)),
    .option(
      "runs", "N", Words(vi: "số lần chạy xen kẽ (mặc định 5)", en: "interleaved runs (5)"),
      kind: .integer(1...100)),
    .option(
      "batch", "N", Words(vi: "thao tác mỗi lô (mặc định 500)", en: "operations a batch (500)"),
      kind: .integer(1...1_000)),
    .option(
      "folder", "DIR", Words(vi: "thư mục cho các tệp đo", en: "folder for the measured files")),
    .flag(
      "peers", Words(vi: "đo cả kiểu đồng hồ từng ô", en: "measure a per-cell clock layout too")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let operations = Int(invocation.integer("rows") ?? 200_000)
    let runs = Int(invocation.integer("runs") ?? 5)
    var random = SeededGenerator(seed: 1)
    let identities = try Identities(random: &random)
    let workload = Workload(
      operations: operations, batchSize: Int(invocation.integer("batch") ?? 500),
      replicas: identities.laptops.map(\.replica), seed: 42)
    console.note(
      Words(same: "\(workload.operationCount) operations, \(workload.rowCount) rows, seed 42"))

    var measurements: [String: [Measurement]] = [:]
    var wireBytes = 0
    let folder = try BenchmarkFolder(parent: invocation.text("folder"))
    var progress = console.progress(Words(vi: "Đang đo", en: "Measuring"), total: Int64(runs))
    for run in 0..<runs {
      var measured: [(String, Measurement)] = []
      let replica = try ReplicaContestant(
        path: folder.path("camtay-\(run)"), workload: workload, identities: identities)
      wireBytes = replica.wireBytes
      measured.append((ReplicaContestant.name, try Self.measure(replica)))
      measured.append(
        (
          PlainContestant.name,
          try Self.measure(
            PlainContestant(
              path: folder.path("plain-\(run)"), workload: workload, identities: identities))
        ))
      if invocation.flag("peers") {
        measured.append(
          (
            PerCellContestant.name,
            try Self.measure(
              PerCellContestant(
                path: folder.path("cell-\(run)"), workload: workload, identities: identities))
          ))
      }
      for (name, measurement) in measured { measurements[name, default: []].append(measurement) }
      progress.advance(to: Int64(run + 1))
    }
    progress.finish()
    report(measurements, workload, wireBytes: wireBytes, console)
    return .done
  }

  private static func measure(_ contestant: some Contestant) throws -> Measurement {
    let clock = ContinuousClock()
    let start = clock.now
    try contestant.run()
    let seconds = (clock.now - start) / .seconds(1)
    return try contestant.measurement(seconds: seconds)
  }

  private func report(
    _ measurements: [String: [Measurement]], _ workload: Workload, wireBytes: Int,
    _ console: Console
  ) {
    let operations = Double(workload.operationCount)
    let rows = Double(workload.rowCount)
    let names = [ReplicaContestant.name, PlainContestant.name, PerCellContestant.name]
    console.table(
      [
        .text(Words(same: "contestant")), .number(Words(same: "row-ops/s")),
        .number(Words(same: "store B/row")), .number(Words(same: "log B/op")),
        .number(Words(same: "steps/op")),
      ],
      names.compactMap { name in
        guard let all = measurements[name], let last = all.last else { return nil }
        let rate = operations / Self.median(all.map(\.seconds))
        return [
          name, "\(Int(rate))", Self.decimal(Double(last.storeBytes) / rows),
          Self.decimal(Double(last.logBytes) / operations),
          Self.decimal(Double(last.statements) / operations),
        ]
      }, empty: Words(same: ""))
    func ratio(_ other: String) -> Double? {
      guard let ours = measurements[ReplicaContestant.name], let theirs = measurements[other] else {
        return nil
      }
      return Self.median(zip(ours, theirs).map { $1.seconds / $0.seconds })
    }
    if let plain = ratio(PlainContestant.name) { console.write("ratio=\(Self.decimal(plain))\n") }
    if let cell = ratio(PerCellContestant.name) {
      console.write("ratio_per_cell=\(Self.decimal(cell))\n")
    }
    console.write("wire_bytes_per_op=\(Self.decimal(Double(wireBytes) / operations))\n")
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  private static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}

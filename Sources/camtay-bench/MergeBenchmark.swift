import CommandLine
import Randomness
import Replica
import SyncProtocol

/// `camtay-bench merge`: the merge loop against plain SQLite on the same rows, interleaved.
struct MergeBenchmark: Command {
  let name = ["merge"]
  let abstract = BilingualText(
    vi: "Đo tốc độ gộp nhật ký so với SQLite thuần",
    en: "Measure merging against plain SQLite on the same rows")
  let arguments: [Argument] = [
    .option(
      "rows", "N",
      BilingualText(vi: "số thao tác trên hàng (mặc định 200000)", en: "row operations (200000)"),
      kind: .integer(1_000...10_000_000)),
    .option(
      "runs", "N", BilingualText(vi: "số lần chạy xen kẽ (mặc định 5)", en: "interleaved runs (5)"),
      kind: .integer(1...100)),
    .option(
      "batch", "N",
      BilingualText(vi: "thao tác mỗi lô (mặc định 500)", en: "operations a batch (500)"),
      kind: .integer(1...1_000)),
    .option(
      "folder", "DIR",
      BilingualText(vi: "thư mục cho các tệp đo", en: "folder for the measured files")),
    .flag(
      "encrypted", BilingualText(vi: "mã hóa các cột chữ", en: "with the columns of text encrypted")
    ),
    .flag(
      "peers",
      BilingualText(vi: "đo cả kiểu đồng hồ từng ô", en: "measure a per-cell clock layout too")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let operations = Int(invocation.integer("rows") ?? 200_000)
    let runs = Int(invocation.integer("runs") ?? 5)
    var random = SeededGenerator(seed: 1)
    let identities = try Identities(random: &random)
    let workload = Workload(
      operations: operations, batchSize: Int(invocation.integer("batch") ?? 500),
      replicas: identities.laptops.map(\.replica), seed: 42,
      isSealed: invocation.flag("encrypted"))
    console.note(
      BilingualText(
        same: "\(workload.operationCount) operations, \(workload.rowCount) rows, seed 42"))

    var runsByName: [String: [Timed]] = [:]
    var wireBytes = 0.0
    let folder = try BenchmarkFolder(parent: invocation.text("folder"))
    var progress = console.progress(
      BilingualText(vi: "Đang đo", en: "Measuring"), total: Int64(runs))
    for run in 0..<runs {
      func measure<C: Contestant>(_ contestant: C) throws {
        runsByName[C.name, default: []].append(try Timed(contestant))
      }
      let replica = try ReplicaContestant(
        path: folder.path("camtay-\(run)"), workload: workload, identities: identities)
      wireBytes = replica.closed.bytesPerOperation(editsOnly: false)
      try measure(replica)
      try measure(
        PlainContestant(
          path: folder.path("plain-\(run)"), workload: workload, identities: identities))
      if invocation.flag("peers") {
        try measure(
          PerCellContestant(
            path: folder.path("cell-\(run)"), workload: workload, identities: identities))
      }
      progress.advance(to: Int64(run + 1))
    }
    progress.finish()
    report(runsByName, workload, wireBytes: wireBytes, console)
    return .done
  }

  /// One run of one contestant.
  private struct Timed {
    let seconds: Double
    /// Seconds in which this process computed, here or in the kernel: steadier than `seconds` on a
    /// machine that others use too.
    let computedSeconds: Double
    let measurement: Measurement

    init(_ contestant: some Contestant) throws {
      let clock = ContinuousClock()
      let (start, computed) = (clock.now, ProcessMemory.workedSeconds)
      try contestant.run()
      seconds = (clock.now - start) / .seconds(1)
      computedSeconds = ProcessMemory.workedSeconds - computed
      measurement = try contestant.measurement()
    }
  }

  private func report(
    _ runsByName: [String: [Timed]], _ workload: Workload, wireBytes: Double, _ console: Console
  ) {
    var figures = Figures()
    let names = [ReplicaContestant.name, PlainContestant.name, PerCellContestant.name]
    for name in names {
      guard let runs = runsByName[name], let last = runs.last?.measurement else { continue }
      figures.add(
        "\(name).operations_per_second",
        Double(workload.operationCount) / Self.median(runs.map(\.seconds)))
      figures.add("\(name).store_bytes_per_row", last.storeBytesPerRow)
      figures.add("\(name).statements_per_batch", last.stepsPerBatch)
    }
    if let ours = runsByName[ReplicaContestant.name], let last = ours.last?.measurement {
      figures.add("log_bytes_per_operation", last.logBytesPerOperation)
      for (name, label) in [(names[1], "plain"), (names[2], "per_cell")] {
        guard let theirs = runsByName[name], let other = theirs.last?.measurement else { continue }
        let pairs = zip(ours, theirs)
        figures.add("speed_times_\(label)", Self.median(pairs.map { $1.seconds / $0.seconds }))
        figures.add(
          "computing_times_\(label)",
          Self.median(pairs.map { $1.computedSeconds / $0.computedSeconds }))
        figures.add("store_times_\(label)", last.storeBytesPerRow / other.storeBytesPerRow)
      }
    }
    figures.add("wire_bytes_per_operation", wireBytes)
    figures.write(to: console)
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}

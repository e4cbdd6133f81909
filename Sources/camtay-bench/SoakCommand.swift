import CommandLine
import Foundation
import Simulation
import Synchronization

/// `camtay-bench soak`: many simulated worlds, and one line for the record of soaks.
struct SoakCommand: Command {
  let name = ["soak"]
  let abstract = BilingualText(
    vi: "Chạy nhiều thế giới mô phỏng và in một dòng cho sổ theo dõi",
    en: "Run many simulated worlds and print one line for the record of soaks")
  let arguments: [Argument] = [
    .option(
      "from", "SEED", BilingualText(vi: "hạt giống đầu tiên", en: "the first seed"),
      kind: .integer(0...Int64.max / 2), isRequired: true),
    .option(
      "count", "N", BilingualText(vi: "số thế giới", en: "how many worlds"),
      kind: .integer(1...100_000_000), isRequired: true),
    .option(
      "steps", "N",
      BilingualText(
        vi: "số bước mỗi thế giới (mặc định \(SimulationRun.usualSteps))",
        en: "steps of each world (\(SimulationRun.usualSteps))"),
      kind: .integer(1...10_000)),
    .option(
      "workers", "N",
      BilingualText(
        vi: "số thế giới chạy cùng lúc (mặc định bằng số lõi)",
        en: "worlds that run at a time (as many as there are cores)"),
      kind: .integer(1...256)),
    .option(
      "commit", "ID",
      BilingualText(
        vi: "phiên bản mã nguồn, để ghi vào dòng", en: "the source's commit, for the line")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let first = UInt64(invocation.integer("from") ?? 0)
    let seeds = first..<first + UInt64(invocation.integer("count") ?? 0)
    let steps = invocation.integer("steps").map(Int.init) ?? SimulationRun.usualSteps
    let workers =
      invocation.integer("workers").map(Int.init) ?? ProcessInfo.processInfo.activeProcessorCount
    let progress = Mutex(
      console.progress(
        BilingualText(vi: "Đang mô phỏng", en: "Simulating"), total: Int64(seeds.count)))
    let (report, failures) = simulate(
      seeds: seeds, steps: steps, workers: workers
    ) { ended in
      progress.withLock { $0.advance(to: Int64(ended)) }
    }
    progress.withLock { $0.finish() }
    for failure in failures { console.note(BilingualText(same: failure.description)) }

    let commit = invocation.text("commit") ?? ""
    let found =
      failures.isEmpty ? "none" : failures.map { "seed \($0.seed)" }.joined(separator: ", ")
    if console.isJSON {
      console.json([
        "from": .integer(Int64(seeds.lowerBound)), "through": .integer(Int64(seeds.upperBound - 1)),
        "commit": .text(commit), "worlds": .integer(Int64(seeds.count)),
        "steps": .integer(Int64(report.steps)), "operations": .integer(Int64(report.operations)),
        "findings": .array(failures.map { .integer(Int64($0.seed)) }),
      ])
    } else {
      console.say(
        BilingualText(
          same: "| \(seeds.lowerBound)–\(seeds.upperBound - 1) | \(commit) | \(seeds.count) "
            + "| \(report.steps) | \(found) |"))
    }
    return failures.isEmpty ? .done : .needsAttention
  }
}

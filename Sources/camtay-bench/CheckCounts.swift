import CommandLine
import Foundation

/// `camtay-bench check`: no count may be worse than the committed baseline.
struct CheckCounts: Command {
  let name = ["check"]
  let abstract = BilingualText(
    vi: "Kiểm tra số byte, số câu lệnh và số lần ghi đĩa so với mốc đã lưu",
    en: "Check bytes, statements and syncs against the committed baseline")
  let arguments: [Argument] = [
    .option(
      "baseline", "FILE",
      BilingualText(
        vi: "tệp mốc (mặc định \(Baseline.path))", en: "baseline file (\(Baseline.path))")),
    .flag(
      "accept", BilingualText(vi: "lưu số đo mới làm mốc", en: "make the new counts the baseline")),
    .option(
      "folder", "DIR",
      BilingualText(vi: "thư mục cho các tệp đo", en: "folder for the measured files")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let path = invocation.text("baseline") ?? Baseline.path
    var baseline = try Baseline(path: path)
    let counts = try Counts.measure(try BenchmarkFolder(parent: invocation.text("folder")))
    counts.write(to: console)
    if invocation.flag("accept") {
      baseline.counts = counts
      try baseline.write(to: path)
      return .done
    }
    let problems = baseline.problems(with: counts)
    for problem in problems { console.note(problem) }
    return problems.isEmpty ? .done : .needsAttention
  }
}

/// The committed figures: counts, which are gated, and ratios of the last measurement on one
/// machine, which are only told.
struct Baseline {
  /// Where it stands, from the top of the repository.
  static let path = "Sources/camtay-bench/baseline.json"
  /// A count may grow by so much before it is worse: page boundaries fall differently.
  private static let tolerance = 0.02

  var counts: Figures
  private let ratios: JSONValue

  init(path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let json = try JSONValue(parsing: bytes)
    counts = Figures(json["counts"])
    ratios = json["ratios"] ?? .object([])
  }

  func write(to path: String) throws {
    let json = JSONValue.object([
      JSONValue.Member("counts", counts.json), JSONValue.Member("ratios", ratios),
    ])
    try Data((json.indentedText + "\n").utf8).write(to: URL(fileURLWithPath: path))
  }

  /// What got worse, what is not measured any more, and what has no baseline yet.
  func problems(with measured: Figures) -> [BilingualText] {
    var problems: [BilingualText] = []
    for expected in counts.all {
      guard let value = measured[expected.name] else {
        problems.append(
          BilingualText(
            vi: "\(expected.name): không còn được đo.",
            en: "\(expected.name) is not measured any more."))
        continue
      }
      guard value > expected.value * (1 + Self.tolerance) else { continue }
      let (now, before) = (Figures.text(value), Figures.text(expected.value))
      problems.append(
        BilingualText(
          vi: "\(expected.name): \(now), mốc là \(before). Nếu chấp nhận: "
            + "camtay-bench check --accept",
          en: "\(expected.name) is \(now), the baseline is \(before). If this is meant: "
            + "camtay-bench check --accept"))
    }
    for figure in measured.all where counts[figure.name] == nil {
      problems.append(
        BilingualText(
          vi: "\(figure.name): chưa có mốc; chạy camtay-bench check --accept",
          en: "\(figure.name) has no baseline yet; run camtay-bench check --accept"))
    }
    return problems
  }
}

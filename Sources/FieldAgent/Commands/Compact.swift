import CommandLine
import Listings
import Replica

/// `compact`: drops from the log what every laptop and a backup of the centre have.
struct Compact: LaptopCommand {
  let surroundings: Surroundings
  let name = ["compact"]
  let abstract = BilingualText(
    vi: "bỏ phần nhật ký mà mọi máy và bản sao lưu đều đã có",
    en: "drop what every laptop and a backup of the centre have from the log")
  let arguments: [Argument] = [
    .flag("dry-run", BilingualText(vi: "chỉ cho xem, không bỏ gì", en: "only show what would go"))
  ]

  /// Bytes from which on a sync compacts by itself.
  static let worthwhileBytes: Int64 = 8 << 20

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    let isDryRun = invocation.flag("dry-run")
    let dropped = try laptop.store.compact(isDryRun: isDryRun)
    let batches = dropped.reduce(0) { $0 + $1.batches }
    let bytes = dropped.reduce(0) { $0 + $1.bytes }
    if console.isJSON {
      console.json([
        "dry_run": .bool(isDryRun), "batches": .integer(batches), "bytes": .integer(bytes),
        "scopes": .array(
          dropped.map {
            [
              "scope": .text(String($0.scope.rawValue)), "through": .integer(Int64($0.through)),
              "batches": .integer($0.batches), "bytes": .integer($0.bytes),
            ]
          }),
      ])
      return .done
    }
    let kilobytes = (bytes + 999) / 1_000
    console.say(
      isDryRun
        ? BilingualText(
          vi: "Có thể bỏ \(batches) gói (\(kilobytes) kB) khỏi nhật ký; chưa bỏ gì.",
          en: "\(counted(batches, "batch", "batches")) (\(kilobytes) kB) could go from the log; "
            + "nothing was dropped.")
        : BilingualText(
          vi: "Đã bỏ \(batches) gói (\(kilobytes) kB) khỏi nhật ký. Mọi bản ghi vẫn còn nguyên.",
          en: "Dropped \(counted(batches, "batch", "batches")) (\(kilobytes) kB) from the log. "
            + "Every record is still there."))
    return .done
  }
}

import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `inbox`: what came in since a time, by laptop, and what of it is to be cleared.
struct InboxCommand: Command {
  let context: CommandContext

  let name = ["inbox"]
  let abstract = BilingualText(
    vi: "những gì đã về từ một giờ, theo từng máy", en: "what came in since an hour, by laptop")
  let arguments: [Argument] = [
    .option(
      "since", "DATE",
      BilingualText(vi: "từ ngày (mặc định: 24 giờ qua)", en: "since the day (the last 24 hours)"),
      maximumBytes: 40),
    .option(
      "hour", "H", BilingualText(vi: "từ giờ ấy của ngày", en: "since that hour of the day"),
      kind: .integer(0...23)),
    .flag(
      "to-clear",
      BilingualText(vi: "chỉ máy có việc cần xử lý", en: "only laptops of which something waits")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let now = LocalDateTime(time: context.surroundings.clock().wall)
    let start = InboxStart(
      day: try invocation.text("since").map { try Format.parseDate($0) },
      hour: invocation.integer("hour").map { Int($0) }, now: now)
    let all = try context.centre(invocation).inspect {
      try InboxLine.gather($0, since: start.time, within: .everything)
    }
    let lines = invocation.flag("to-clear") ? all.filter(\.isToClear) : all
    let missing = console.language.text("chưa về", "not reported")
    if !console.isJSON { console.say(InboxWords.lead(start)) }
    console.listing(
      Table(
        [
          .text(LaptopWords.laptop), .text(InboxWords.reported), .number(InboxWords.new),
          .number(InboxWords.merged), .number(InboxWords.known), .number(InboxWords.turnedAway),
          .number(InboxWords.held), .number(InboxWords.review),
          .number(InboxWords.mended),
          .number(CoordinatorWords.conflicts),
        ],
        lines.map { line in
          [
            line.standing.report.label,
            line.hasReported
              ? line.standing.report.lastRound.map(Format.dateTime) ?? "–" : missing,
          ]
            + [
              line.came.newOperations, line.merged, line.came.knownBatches,
              line.came.asideBatches + line.came.refusedBatches, line.held, Int64(line.reviews),
              Int64(line.mended),
              Int64(line.conflicts),
            ].map { Format.integer($0, console.language) }
        },
        empty: all.isEmpty
          ? BilingualText(vi: "Chưa có máy nào được ghi danh.", en: "No laptop is enrolled yet.")
          : BilingualText(vi: "Không máy nào có việc cần xử lý.", en: "Nothing waits anywhere.")),
      json: .object([
        .init("since", .text(LocalDateTime(time: start.time).iso)),
        .init("laptops", .array(lines.map(Self.json))),
      ]))
    return lines.contains(where: \.isToClear) ? .needsAttention : .done
  }

  private static func json(_ line: InboxLine) -> JSONValue {
    let report = line.standing.report
    return [
      "replica": .integer(Int64(report.replica.rawValue)), "label": .text(report.label),
      "team": .text(orNull: report.teamName), "reported": .bool(line.hasReported),
      "last_round": .text(orNull: report.lastRound?.iso),
      "new_batches": .integer(line.came.newBatches),
      "new_operations": .integer(line.came.newOperations),
      "merged_operations": .integer(line.merged), "known_batches": .integer(line.came.knownBatches),
      "aside_batches": .integer(line.came.asideBatches),
      "refused_batches": .integer(line.came.refusedBatches),
      "held_operations": .integer(line.held), "open_reviews": .integer(Int64(line.reviews)),
      "mended_visits": .integer(Int64(line.mended)),
      "conflicts": .integer(Int64(line.conflicts)),
    ]
  }
}

import CommandLine
import FieldWork
import Listings
import Replica

/// `drill FILE`: tries whether the centre can be restored from a backup, or notes that somebody tried
/// it on another machine; the log keeps what came of it.
struct DrillCommand: Command {
  let context: CommandContext

  let name = ["drill"]
  let abstract = BilingualText(
    vi: "diễn tập khôi phục từ một bản sao lưu và ghi lại kết quả",
    en: "drill a restore from a backup and keep what came of it")
  let arguments: [Argument] = [
    .positional("file", BilingualText(vi: "tệp sao lưu", en: "the backup")),
    .option(
      "elsewhere", "RESULT",
      BilingualText(
        vi: "đã thử khôi phục ở máy khác: được, hay không; tệp không bị đọc ở đây",
        en: "it was restored on another machine, or failed to; the file is not read here"),
      kind: .choice([RestoreDrill.Result.restored, .failed].map(\.rawValue))),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let path = invocation.requiredText("file")
    let actor = try CommandGuard.actor(invocation)
    if let told = invocation.text("elsewhere").flatMap(RestoreDrill.Result.init(rawValue:)) {
      try centre.note(RestoreDrill.event(path, told), by: actor)
      return say(told, path, console)
    }
    var progress = console.progress(BilingualText(vi: "Đang kiểm tra", en: "Verifying"), total: 100)
    defer { progress.finish() }
    var random = context.surroundings.generator()
    let check: RestoreCheck
    do {
      check = try RestoreCheck(path, into: centre.home, random: &random) {
        progress.advance(to: $0)
      }
    } catch {
      try centre.note(RestoreDrill.event(path, .damaged), by: actor)
      throw error
    }
    let result: RestoreDrill.Result = check.exitCode == .done ? .sound : .older
    try centre.note(RestoreDrill.event(path, result), by: actor)
    progress.finish()
    return say(result, path, console)
  }

  private func say(
    _ result: RestoreDrill.Result, _ path: String, _ console: Console
  ) -> ExitCode {
    let exit: ExitCode = result.isGood ? .done : .needsAttention
    guard !console.isJSON else {
      console.json(["backup": .text(path), "result": .text(result.rawValue)])
      return exit
    }
    console.say(
      BilingualText(same: "\(path): ") + result.words
        + BilingualText(
          vi: ". Đã ghi vào nhật ký; trung tâm không đổi.",
          en: ". The log keeps it; the centre is as it was."))
    return exit
  }
}

/// `drill list`: the drills that the log knows.
struct DrillListCommand: Command {
  let context: CommandContext

  let name = ["drill", "list"]
  let abstract = BilingualText(
    vi: "các lần diễn tập khôi phục: ai, lúc nào, bản nào, kết quả",
    en: "the restore drills: who, when, from which backup, what came of it")
  let arguments: [Argument] = []
  /// The drills that are listed; the latest.
  private static let limit = 200

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let drills = try context.centre(invocation).drills(limit: Self.limit)
    let language = console.language
    console.listing(
      Table(
        [
          .text(HealthWords.drillAt), .text(HealthWords.drillBy), .text(HealthWords.drillFile),
          .text(HealthWords.drillResult),
        ],
        drills.map { drill in
          [
            Format.dateTime(LocalDateTime(time: drill.at)), drill.account ?? "–", drill.file,
            drill.result?.words.text(in: language) ?? "–",
          ]
        }, empty: HealthWords.noDrill),
      json: .array(
        drills.map { drill in
          [
            "at": .text(LocalDateTime(time: drill.at).description),
            "account": .text(orNull: drill.account), "backup": .text(drill.file),
            "result": .text(orNull: drill.result?.rawValue),
          ]
        }))
    return .done
  }
}

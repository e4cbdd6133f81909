import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `feedback due`: what wants an answer, by which day, and who gives it; what the page lists.
struct FeedbackDueCommand: Command {
  let context: CommandContext

  let name = ["feedback", "due"]
  let abstract = BilingualText(
    vi: "phản ánh cần trả lời: hạn, ai trả lời",
    en: "feedback that wants an answer: by when, and who gives it")
  let arguments = ListPage.arguments(limit: 50)

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let page = ListPage(invocation, limit: 50)
    let now = LocalDateTime(time: context.surroundings.clock().wall)
    let (lines, duties) = try context.centre(invocation).read { reader in
      let query = CountQuery(try Period(from: .earliest, to: .latest))
      return (
        try reader.feedback(query, asOf: now)
          .filter { $0.wantsAnswer && $0.answered == nil }
          .sorted { ($0.due ?? .latest, $0.row) < ($1.due ?? .latest, $1.row) },
        try FeedbackBook(reader.connection).duties()
      )
    }
    let part = page.part(of: lines)
    let language = console.language
    func day(_ date: LocalDate?) -> String { date.map(Format.date) ?? "–" }
    part.write(
      to: console,
      Table(
        [
          .text(FeedbackWords.code), .text(FeedbackWords.day), .number(FeedbackWords.rating),
          .text(FeedbackWords.due), .text(FeedbackWords.state), .text(FeedbackWords.who),
        ],
        part.elements.map { line in
          [
            line.codeText, day(line.received), line.rating.map { "\($0)" } ?? "–", day(line.due),
            FeedbackWords.words(of: line.state).text(in: language), duties[line.row] ?? "–",
          ]
        },
        empty: BilingualText(
          vi: "Không có phản ánh nào đang chờ trả lời.", en: "No feedback waits for an answer.")),
      json: "feedback"
    ) { line in
      [
        "code": .text(line.codeText), "received": .text(orNull: line.received?.iso),
        "rating": line.rating.map { .integer($0) } ?? .null, "due": .text(orNull: line.due?.iso),
        "state": .text(line.state.rawValue), "who": .text(orNull: duties[line.row]),
      ]
    }
    return .done
  }
}

/// `feedback assign` and `feedback answer`: what the page of one piece does.
struct FeedbackActCommand: Command {
  let context: CommandContext
  let act: FeedbackAct

  static func all(_ context: CommandContext) -> [any Command] {
    [FeedbackAct.assign, .answer].map { FeedbackActCommand(context: context, act: $0) }
  }

  var name: [String] { ["feedback", act.rawValue] }
  var abstract: BilingualText {
    act == .assign
      ? BilingualText(vi: "giao ai trả lời phản ánh", en: "say who answers feedback")
      : BilingualText(
        vi: "trả lời phản ánh, coi như xong", en: "answer feedback, which closes it")
  }
  var arguments: [Argument] {
    [
      .positional("record", BilingualText(vi: "mã phản ánh", en: "code of the feedback")),
      act == .assign
        ? .positional(
          "text", BilingualText(vi: "ai trả lời; “” là chưa ai", en: "who; “” for nobody"))
        : .positional("text", BilingualText(vi: "đã trả lời gì", en: "what was answered")),
    ]
      + (act == .answer
        ? [
          .option(
            "date", "DATE",
            BilingualText(vi: "ngày trả lời; không ghi là hôm nay", en: "day; today where not said")
          )
        ] : [])
      + [ReviewArguments.dryRun]
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let isDryRun = invocation.flag("dry-run")
    let actor = try CommandGuard.actor(invocation)
    let words = FeedbackAct.Words(
      text: invocation.requiredText("text"),
      day: act == .answer ? invocation.text("date") ?? "" : "")
    let code = try context.centre(invocation).change { records, clock in
      let row = try records.reader.resolveOne(invocation.requiredText("record"), as: .feedback)
      let table = RecordForms.feedback.table
      guard try act.applies(isVoided: records.reader.voidReason(table, row) != nil) else {
        throw FieldError.voided(try records.reader.codeText(of: row, in: table))
      }
      if !isDryRun {
        try act.perform(
          on: row, words, records, member: try records.coordinator(invocation), actor, clock)
      }
      return try records.reader.codeText(of: row, in: table)
    }
    guard !console.isJSON else {
      console.json(["dry_run": .bool(isDryRun), "feedback": .text(code)])
      return .done
    }
    console.say(
      isDryRun
        ? BilingualText(
          vi: "Chỉ xem, chưa ghi gì: \(code).", en: "A preview, nothing was written: \(code).")
        : act == .assign
          ? BilingualText(
            vi: "\(code): đã ghi ai trả lời.", en: "\(code): it is noted who answers.")
          : BilingualText(vi: "\(code): đã trả lời.", en: "\(code): answered."))
    return .done
  }
}

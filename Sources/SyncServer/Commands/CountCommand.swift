import CommandLine
import FieldWork
import Replica

/// `count`: the numbers of a period over everything that laptops have handed over, by the same
/// function and with the same options as on a laptop.
struct CountCommand: Command {
  let context: CommandContext

  let name = ["count"]
  let abstract = Words(vi: "số liệu của một kỳ", en: "the numbers of a period")
  let arguments: [Argument] = [
    .option(
      "period", "PERIOD",
      Words(
        vi: "kỳ: 2026-11, 2026-W47, 2026-Q4, today, week, month…",
        en: "2026-11, 2026-W47, 2026-Q4, today, week, month…")),
    .option("from", "DATE", Words(vi: "từ ngày", en: "first day")),
    .option("to", "DATE", Words(vi: "đến ngày", en: "last day")),
    .option(
      "by", "LIST",
      Words(
        vi: "chia theo: \(CountDimension.allCases.map(\.rawValue).joined(separator: ", "))",
        en: "any of \(CountDimension.allCases.map(\.rawValue).joined(separator: ", "))"),
      kind: .checked { text in
        CountDimension.parse(list: text) == nil
          ? Words(vi: "có cách chia không rõ hoặc lặp lại", en: "unknown or repeated name") : nil
      }),
    .option("member", "MEMBER", Words(vi: "chỉ người này", en: "only this member")),
    .option("team", "CODE", Words(vi: "chỉ tổ này (mã)", en: "only this team (code)")),
    .option(
      "explain", "CODE",
      Words(vi: "vì sao lượt hỗ trợ này được tính hay không", en: "why an assist counts or not")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let language = console.language.language
    if let code = invocation.text("explain") {
      let explanation = try centre.read {
        try $0.explainCount(of: try $0.resolveOne(code, as: .assist))
      }
      explain(explanation, console)
      return .done
    }
    let period = try period(invocation)
    let labelled = try centre.read { reader in
      let query = CountQuery(
        period, by: invocation.text("by").flatMap(CountDimension.parse) ?? [],
        team: try invocation.text("team").map { try reader.resolveOne($0, as: .team) },
        member: try invocation.text("member").map { try reader.findMember($0).id })
      let count = try reader.count(query)
      let labels = try count.groups.map { group in
        try zip(group.keys, query.dimensions).map {
          try reader.label(of: $0, along: $1).text(in: language)
        }
      }
      return LabelledCount(count: count, labels: labels)
    }
    let coverage = try centre.coverage(of: period, today: context.today)
    if console.isJSON {
      console.json(labelled.json(coverage))
    } else {
      labelled.say(coverage, console)
    }
    return .done
  }

  /// The period of the line; this month, when none is named.
  private func period(_ invocation: Invocation) throws -> Period {
    let today = context.today
    if let text = invocation.text("period") { return try Period.parse(text, today: today) }
    let from = try invocation.text("from").map { try Format.parseDate($0) }
    let to = try invocation.text("to").map { try Format.parseDate($0) }
    if from == nil, to == nil { return try Period.parse("month", today: today) }
    return try Period(from: from ?? .earliest, to: to ?? max(today, from ?? today))
  }

  private func explain(_ explanation: CountExplanation, _ console: Console) {
    if console.isJSON {
      console.json([
        "code": .text(explanation.codeText), "verdict": .text(explanation.verdict.name),
        "reason": .text(orNull: explanation.verdict.reason?.rawValue),
        "date": .text(orNull: explanation.date?.iso),
        "lines": .array(explanation.lines.map { .text($0.text(in: console.language.language)) }),
      ])
      return
    }
    console.write("\(explanation.codeText)\n")
    for line in explanation.lines { console.say(Words(line)) }
  }
}

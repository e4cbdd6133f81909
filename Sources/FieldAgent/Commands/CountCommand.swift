import CommandLine
import FieldWork
import Replica

/// The options that name a period.
enum PeriodArguments {
  static let period = Argument.option(
    "period", "PERIOD",
    Words(
      vi: "kỳ: 2026-11, 2026-W47, 2026-Q4, today, week, month…",
      en: "2026-11, 2026-W47, 2026-Q4, today, week, month…"))
  static let list: [Argument] = [
    period, .option("from", "DATE", Words(vi: "từ ngày", en: "first day")),
    .option("to", "DATE", Words(vi: "đến ngày", en: "last day")),
  ]

  /// The period of `--period` alone; nil without it.
  static func periodIfGiven(_ invocation: Invocation, _ laptop: Laptop) throws -> Period? {
    guard let text = invocation.text("period") else { return nil }
    return try Period.parse(text, today: laptop.records.knowledge(of: laptop.clock()).today)
  }

  /// The period of the line; everything up to today, this month, when none is named.
  static func period(_ invocation: Invocation, _ laptop: Laptop) throws -> Period {
    let today = try laptop.records.knowledge(of: laptop.clock()).today
    if let period = try periodIfGiven(invocation, laptop) { return period }
    let from = try invocation.text("from").map { try Format.parseDate($0) }
    let to = try invocation.text("to").map { try Format.parseDate($0) }
    if from == nil, to == nil { return try Period.parse("month", today: today) }
    return try Period(from: from ?? .earliest, to: to ?? max(today, from ?? today))
  }
}

/// `count`: the numbers of a period as this laptop knows them, by the centre's own function.
struct CountCommand: LaptopCommand {
  let surroundings: Surroundings
  let name = ["count"]
  let abstract = Words(vi: "số liệu của một kỳ", en: "the numbers of a period")
  let arguments =
    PeriodArguments.list + [
      .option(
        "by", "LIST",
        Words(
          vi: "chia theo: \(CountDimension.allCases.map(\.rawValue).joined(separator: ", "))",
          en: "any of \(CountDimension.allCases.map(\.rawValue).joined(separator: ", "))"),
        kind: .checked { text in
          CountDimension.parse(list: text) == nil
            ? Words(vi: "có cách chia không rõ hoặc lặp lại", en: "unknown or repeated name")
            : nil
        }),
      .option("member", "MEMBER", Words(vi: "chỉ người này", en: "only this member")),
      .option("team", "CODE", Words(vi: "chỉ tổ này (mã)", en: "only this team (code)")),
      .option(
        "explain", "CODE",
        Words(vi: "vì sao lượt hỗ trợ này được tính hay không", en: "why an assist counts or not")),
    ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation)
    let reader = laptop.records.reader
    if let code = invocation.text("explain") { return try explain(code, reader, console) }
    let query = CountQuery(
      try PeriodArguments.period(invocation, laptop),
      by: invocation.text("by").flatMap(CountDimension.parse) ?? [],
      team: try invocation.text("team").map { try reader.resolveOne($0, as: .team) },
      member: try invocation.text("member").map { try reader.findMember($0).id })
    let count = try reader.count(query)
    let status = try laptop.store.handOverStatus()
    if console.isJSON {
      console.json(try json(count, status, reader, console.language.language))
    } else {
      try say(count, status, reader, console)
    }
    return .done
  }

  private func explain(
    _ code: String, _ reader: RecordReader, _ console: Console
  ) throws -> ExitCode {
    let explanation = try reader.explainCount(of: try reader.resolveOne(code, as: .assist))
    if console.isJSON {
      console.json([
        "code": .text(explanation.codeText), "verdict": .text(explanation.verdict.name),
        "reason": .text(orNull: explanation.verdict.reason?.rawValue),
        "date": .text(orNull: explanation.date?.iso), "team": try reader.json(explanation.team),
        "lines": .array(explanation.lines.map { .text($0.text(in: console.language.language)) }),
      ])
    } else {
      console.write("\(explanation.codeText)\n")
      for line in explanation.lines { console.say(Words(line)) }
    }
    return .done
  }

  private static let columns: [Table.Column] = [
    .number(Words(vi: "Lượt thăm", en: "Visits")),
    .number(Words(vi: "Người được giúp", en: "Residents")),
    .number(Words(vi: "Lượt được tính", en: "Counted")),
    .number(Words(vi: "Tạm tính", en: "Provisional")),
    .number(Words(vi: "Không tính", en: "Not counted")),
    .number(Words(vi: "Hồ sơ", en: "Submissions")),
  ]

  private func say(
    _ count: Count, _ status: HandOverStatus, _ reader: RecordReader, _ console: Console
  ) throws {
    let language = console.language.language
    func cells(_ numbers: CountNumbers) -> [String] {
      [
        numbers.visits.map(String.init) ?? "–", String(numbers.residents),
        String(numbers.countedAssists), String(numbers.provisionalAssists),
        String(numbers.otherAssists), numbers.submissions.map(String.init) ?? "–",
      ]
    }
    let dimensions = count.query.dimensions
    let keyColumns = dimensions.map { Table.Column.text(Words($0.words)) }
    let groups = try count.groups.map { group in
      try zip(group.keys, dimensions).map {
        try reader.label(of: $0, along: $1).text(in: language)
      } + cells(group.numbers)
    }
    let total = [language.text("Cộng", "Total")]
    let blanks = Array(repeating: "", count: max(0, dimensions.count - 1))
    console.write(count.query.period.label(language) + "\n")
    console.table(
      keyColumns + Self.columns,
      groups + [(dimensions.isEmpty ? [] : total + blanks) + cells(count.total)],
      empty: Words(same: ""))
    for reason in count.reasons {
      console.say(
        Words(
          vi: "\(reason.assists) lượt: \(reason.reason.words.vietnamese)",
          en: "\(reason.assists) assists: \(reason.reason.words.english)"))
    }
    if count.undatedAssists > 0 {
      console.say(
        Words(
          vi: "\(count.undatedAssists) lượt hỗ trợ chưa thuộc kỳ nào vì chưa rõ ngày thăm.",
          en: "\(count.undatedAssists) assists are in no period: the day of their visit is "
            + "not known here."))
    }
    console.say(
      Words(
        vi: "Theo dữ liệu trên máy này. \(status.handOverWords.vietnamese)",
        en: "By the data on this laptop. \(status.handOverWords.english)"))
  }

  private func json(
    _ count: Count, _ status: HandOverStatus, _ reader: RecordReader, _ language: Language
  ) throws -> JSONValue {
    let groups: [JSONValue] = try count.groups.map { group in
      let keys = try zip(group.keys, count.query.dimensions).flatMap { key, dimension in
        [
          JSONValue.Member(dimension.rawValue, .text(orNull: key.text)),
          JSONValue.Member(
            "\(dimension.rawValue)_name",
            .text(try reader.label(of: key, along: dimension).text(in: language))),
        ]
      }
      return .object(keys + (group.numbers.json.objectValue ?? []))
    }
    return [
      "period": .text(count.query.period.description), "from": .text(count.query.period.from.iso),
      "to": .text(count.query.period.to.iso), "total": count.total.json,
      "groups": .array(groups),
      "reasons": .array(
        count.reasons.map {
          ["reason": .text($0.reason.rawValue), "assists": .integer(Int64($0.assists))]
        }),
      "undated_assists": .integer(Int64(count.undatedAssists)),
      "hand_over": status.json,
    ]
  }
}

extension CountNumbers {
  /// The numbers with stable keys.
  var json: JSONValue {
    [
      "visits": .integer(orNull: visits), "residents": .integer(Int64(residents)),
      "counted_assists": .integer(Int64(countedAssists)),
      "provisional_assists": .integer(Int64(provisionalAssists)),
      "other_assists": .integer(Int64(otherAssists)),
      "anonymous_assists": .integer(Int64(anonymousAssists)),
      "submissions": .integer(orNull: submissions),
    ]
  }
}

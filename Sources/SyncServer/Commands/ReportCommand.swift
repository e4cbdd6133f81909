import CommandLine
import Documents
import FieldWork
import Listings
import Pages
import Web

/// `report`: the numbers of the page “Reports” in the terminal, for programs, or as a file.
struct ReportCommand: Command {
  let context: CommandContext

  let name = ["report"]
  let abstract = BilingualText(
    vi: "báo cáo của một kỳ như trang Báo cáo; --file ghi ra CSV hoặc XLSX",
    en: "the report of a period as the page Reports has it; --file writes CSV or XLSX")
  let arguments: [Argument] =
    PeriodArguments.list + [
      .option(
        "by", "NAME",
        BilingualText(
          vi: "chia theo; không ghi là tổ, none là không chia",
          en: "divided by; the team when left out, none for the whole"),
        kind: .choice([ReportQuestion.undivided] + CountDimension.allCases.map(\.key))),
      .option(
        "then", "NAME", BilingualText(vi: "rồi theo", en: "then by"),
        kind: .choice(CountDimension.allCases.map(\.key))),
      .option(
        "borders", "DATE",
        BilingualText(
          vi: "theo địa giới ngày này; không ghi là ngày cuối kỳ",
          en: "within the borders of this day; the period's last one when left out")),
    ]
    + filters.map { dimension in
      .option(
        dimension.key, "VALUE",
        BilingualText(
          vi: "chỉ \(dimension.words.vietnamese) này; none: không ghi",
          en: "only this \(dimension.words.english); none: not recorded"))
    } + [FileTarget.argument()]

  /// What can be asked for alone: all but spans of time, which the period says.
  private static let filters = CountDimension.allCases.filter { !$0.isSpan }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    // Before anything is counted.
    let target = try FileTarget(invocation)
    let centre = try context.centre(invocation)
    let question = try question(invocation, centre)
    if let problem = question.choice.problem ?? question.problem { throw problem }
    let report = try CountReport.gather(
      question, centre, now: context.now, within: .everything)
    let table = CountReportTable(question, report, .everything, console.language)
    if let target {
      let list = table.list
      let choice = list.choice(NamedValues([]))
      let file = try ListFile(list, target.format, name: CountReportTable.fileName).file(
        for: context.taker(centre, invocation, console), choice
      ) { add in
        for row in list.chosen(report.rows, choice) { try add(row) }
        return table.facts
      }
      try target.save(file, console)
      return .done
    }
    let coverage = try CoverageListing(report.coverage, centre)
    if console.isJSON {
      console.json(json(question, report, coverage, console.language))
    } else {
      say(question, report, coverage, table, console)
    }
    return .done
  }

  /// The question as the address of the page asks it.
  private func question(_ invocation: Invocation, _ centre: Centre) throws -> ReportQuestion {
    let period = try PeriodArguments.period(invocation, today: context.today)
    var items = [NamedValues.Item(name: "period", value: period.description)]
    for name in [ReportQuestion.byName, ReportQuestion.thenName, ReportQuestion.bordersName] {
      guard let value = invocation.text(name) else { continue }
      items.append(NamedValues.Item(name: name, value: value))
    }
    let frame = CountQuery(period).frame
    items += try centre.read { reader in
      try Self.filters.compactMap { dimension in
        try invocation.text(dimension.key).map { typed in
          let key = try reader.countKey(typed, along: dimension, frame)
          return NamedValues.Item(name: dimension.key, value: key.address(along: dimension))
        }
      }
    }
    return ReportQuestion(NamedValues(items), today: context.today)
  }

  private func say(
    _ question: ReportQuestion, _ report: CountReport, _ coverage: CoverageListing,
    _ table: CountReportTable, _ console: Console
  ) {
    let language = console.language
    console.write(question.choice.label(language) + "\n")
    // Coverage first: a number without it says nothing.
    for words in [report.coverage.words] + coverage.missing { console.say(words) }
    for words in report.undecided + [report.awaited?.words].compactMap(\.self) + report.closing {
      console.say(words)
    }
    for filter in report.filters {
      console.say(filter.dimension.words + BilingualText(same: ": ") + filter.words)
    }
    let labels = question.dimensions.map { Table.Column.text($0.words) }
    func cells(_ numbers: CountNumbers, isUnknown: Bool) -> [String] {
      CountedNumber.ofGroups.map { isUnknown ? "–" : $0.text(of: numbers, in: language) }
    }
    let total =
      question.dimensions.isEmpty
      ? [] : [language.text("Cộng", "Total")] + question.dimensions.dropFirst().map { _ in "" }
    console.table(
      labels + CountedNumber.ofGroups.map { .number(ReportWords.words(of: $0)) },
      (question.dimensions.isEmpty ? [] : report.rows).map { row in
        row.labels.map { $0.text(in: language) } + cells(row.numbers, isUnknown: row.isUnknown)
      } + [
        total
          + CountedNumber.ofGroups.map {
            report.coverage.text($0, of: report.count.total, in: language)
          }
      ], empty: table.nothing)
    for reason in report.count.reasons {
      console.say(
        CoordinatorWords.capitalised(reason.reason.words)
          + BilingualText(same: ": \(reason.assists)"))
    }
    if let undated = report.undatedAssists, undated > 0 {
      console.say(CoordinatorWords.undated + BilingualText(same: " \(undated)"))
    }
    console.say(CoordinatorWords.capitalised(CoordinatorWords.asOf(report.asOf)))
  }

  private func json(
    _ question: ReportQuestion, _ report: CountReport, _ coverage: CoverageListing,
    _ language: Language
  ) -> JSONValue {
    let period = question.choice.period
    return [
      "period": .text(period.description), "from": .text(period.from.iso),
      "to": .text(period.to.iso), "as_of": .text(report.asOf.iso),
      "by": .array(question.dimensions.map { .text($0.key) }),
      "coverage": coverage.json, "total": LabelledCount.json(report.count.total),
      "groups": .array(
        report.rows.map { row in
          .object(
            zip(question.dimensions, zip(row.keys, row.labels)).flatMap { dimension, group in
              [
                JSONValue.Member(
                  dimension.key, .text(orNull: group.0.text(along: dimension))),
                JSONValue.Member("\(dimension.key)_name", .text(group.1.text(in: language))),
              ]
            } + [
              // Nobody who could tell has reported: this is not 0.
              .init("known", .bool(!row.isUnknown)),
              .init("numbers", row.isUnknown ? .null : LabelledCount.json(row.numbers)),
            ])
        }),
      "reasons": .array(
        report.count.reasons.map {
          ["reason": .text($0.reason.rawValue), "assists": .integer(Int64($0.assists))]
        }),
      "undated_assists": .integer(orNull: report.undatedAssists.map { Int64($0) }),
    ]
  }
}

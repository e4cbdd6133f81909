import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `visit list`: the visits that coordinators look at, with how they stand, as the page of the review
/// lists them.
struct VisitListCommand: Command {
  let context: CommandContext

  let name = ["visit", "list"]
  let abstract = BilingualText(
    vi: "lượt thăm để xem xét, kèm tình trạng và cờ",
    en: "visits to look at, with how they stand and their flags")
  let arguments: [Argument] =
    [
      .option("from", "DATE", ReviewPageWords.from, maximumBytes: 40),
      .option("to", "DATE", ReviewPageWords.to, maximumBytes: 40),
      .option(
        "state", "STATE", LaptopWords.state, kind: .choice(ReviewState.allCases.map(\.rawValue))),
      .option(
        "flag", "FLAG", FlagPages.flag,
        kind: .choice(
          [ReviewQuery.anyFlagName, ReviewQuery.unflaggedName]
            + FlagKind.allCases.map(\.rawValue))),
    ] + ListPage.arguments()

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    var filters = try ReviewQuery.typedDays(invocation)
    for name in ["state", "flag"] { filters[name] = invocation.text(name) }
    let chosen = filters
    let page = ListPage(invocation)
    let centre = try context.centre(invocation)
    let period = try ReviewQuery.period(chosen, today: context.today)
    let (lines, total, isFlagged) = try centre.inspect { records in
      let standings = try ReviewStandings(records)
      let sheet = try centre.flagShelf.sheet(period, records.reader)
      let query = try ReviewQuery(
        period, chosen, within: .everything, standings, sheet, today: context.today
      ) { try centre.changedShelf.visits(period, standings, records) }
      let found = try query.page(
        records.store.connection, limit: page.limit, offset: page.offset)
      var places: [ScopeID: String] = [:]
      return (
        try found.visits.map {
          try ReviewLine($0, records, standings, sheet, &places, on: context.today)
        }, found.total, sheet.visitCount != nil
      )
    }
    let language = console.language
    page.part(lines, of: total).write(
      to: console, Self.table(lines, language), json: "visits", Self.json)
    guard !console.isJSON else { return .done }
    console.say(ReviewPageWords.lead(period))
    if !isFlagged { console.say(ReviewPageWords.tooMany) }
    return .done
  }

  private static func table(_ lines: [ReviewLine], _ language: Language) -> Table {
    Table(
      [
        .text(ReviewPageWords.visit), .text(FieldLabel.words(of: "date")),
        .text(FieldLabel.words(of: "household")), .text(ConflictWords.place),
        .text(ReviewPageWords.member), .text(FieldLabel.words(of: "outcome")),
        .text(ReviewPageWords.assists), .text(FlagPages.title), .text(LaptopWords.state),
      ],
      lines.map { line in
        [
          line.code, line.date.map(Format.date) ?? "–", line.household ?? "–", line.hamlet,
          line.members.joined(separator: ", "), line.outcome?.text(in: language) ?? "–",
          "\(line.counted)/\(line.assists)",
          line.flags.map { $0.kind.words.text(in: language) }.joined(separator: "; "),
          line.standing.state.words.text(in: language),
        ]
      }, empty: ReviewPageWords.none)
  }

  private static func json(_ line: ReviewLine) -> JSONValue {
    [
      "visit": .text(line.code), "date": .text(orNull: line.date?.iso),
      "household": .text(orNull: line.household), "place": .text(line.hamlet),
      "members": .array(line.members.map { .text($0) }),
      "assists": .integer(Int64(line.assists)), "counted": .integer(Int64(line.counted)),
      "flags": .array(line.flags.map { .text($0.kind.rawValue) }),
      "state": .text(line.standing.state.rawValue), "by": .text(orNull: line.standing.account),
      "comment": .text(orNull: line.standing.comment),
    ]
  }
}

extension ReviewQuery {
  /// The days of `--from` and `--to`, as the addresses of lists have them.
  /// - Throws: what is wrong with a day.
  static func typedDays(_ invocation: Invocation) throws -> [String: String] {
    var filters: [String: String] = [:]
    for name in ["from", "to"] {
      guard let text = invocation.text(name) else { continue }
      filters[name] = Format.date(try Format.parseDate(text))
    }
    return filters
  }
}

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
      .option("since", "DATE", ReviewPageWords.arrivedSince, maximumBytes: 40),
      .option("hour", "H", InboxWords.hour, kind: .integer(0...23)),
      .option("laptop", "N", LaptopWords.number, kind: .integer(0...Int64(UInt32.max))),
      .option(
        "state", "STATE",
        BilingualText(vi: "tình trạng (mặc định: đang chờ xem)", en: "state (awaiting a look)"),
        kind: .choice([ReviewWish.allStatesName] + ReviewState.allCases.map(\.rawValue))),
      .option(
        "dated", "WHICH", ReviewPageWords.dating,
        kind: .choice(ReviewWish.Dating.allCases.map(\.rawValue))),
      .option(
        "flag", "FLAG", FlagPages.flag,
        kind: .choice(
          [ReviewQuery.anyFlagName, ReviewQuery.unflaggedName]
            + FlagKind.allCases.map(\.rawValue))),
    ] + ListPage.arguments()

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    var filters = try ReviewWish.typedDays(["from", "to", "since"], invocation)
    for name in ["state", "flag", "dated"] { filters[name] = invocation.text(name) }
    for name in ["hour", "laptop"] { filters[name] = invocation.integer(name).map(String.init) }
    let chosen = filters
    let page = ListPage(invocation)
    let centre = try context.centre(invocation)
    let (lines, counts, note) = try centre.inspect { records in
      let found = try ReviewPages.find(
        chosen, centre, records, .everything, now: context.now,
        flags: try ReviewPages.flags(
          chosen, centre, records.reader, now: context.now, waits: true))
      let connection = records.store.connection
      let visits = try found.query.visits(
        connection, .latestArrival, limit: page.limit, offset: page.offset)
      return (
        try found.lines(visits[...], records), try found.query.counts(connection),
        found.flags.note
      )
    }
    let language = console.language
    page.part(lines, of: counts.total).write(
      to: console, Self.table(lines, language), json: "visits", Self.json)
    guard !console.isJSON else { return .done }
    console.say(ReviewPageWords.lead(ReviewWish(chosen, now: context.now)))
    let others = counts.inAnyState - counts.total
    if others > 0 { console.say(ReviewPageWords.inOtherStates(others)) }
    if let note { console.say(note) }
    return .done
  }

  private static func table(_ lines: [ReviewLine], _ language: Language) -> Table {
    Table(
      [
        .text(ReviewPageWords.visit), .text(ReviewPageWords.arrived),
        .text(FieldLabel.words(of: "date")),
        .text(FieldLabel.words(of: "household")), .text(ConflictWords.place),
        .text(ReviewPageWords.member), .text(FieldLabel.words(of: "outcome")),
        .text(ReviewPageWords.assists), .text(FlagPages.title), .text(LaptopWords.state),
      ],
      lines.map { line in
        [
          line.code, Format.dateTime(line.arrived), line.date.map(Format.date) ?? "–",
          line.household ?? "–", line.hamlet,
          line.members.joined(separator: ", "), line.outcome?.text(in: language) ?? "–",
          "\(line.counted)/\(line.assists)",
          line.flags.map { $0.kind.words.text(in: language) }.joined(separator: "; "),
          line.standing.state.words.text(in: language),
        ]
      }, empty: ReviewPageWords.none)
  }

  private static func json(_ line: ReviewLine) -> JSONValue {
    [
      "visit": .text(line.code), "arrived": .text(line.arrived.iso),
      "laptop": .text(line.laptop.vietnamese), "date": .text(orNull: line.date?.iso),
      "household": .text(orNull: line.household), "place": .text(line.hamlet),
      "members": .array(line.members.map { .text($0) }),
      "assists": .integer(Int64(line.assists)), "counted": .integer(Int64(line.counted)),
      "flags": .array(line.flags.map { .text($0.kind.rawValue) }),
      "state": .text(line.standing.state.rawValue), "by": .text(orNull: line.standing.account),
      "comment": .text(orNull: line.standing.comment),
    ]
  }
}

extension ReviewWish {
  /// Days that are typed after options of these names, as the addresses of lists have them.
  /// - Throws: what is wrong with a day.
  static func typedDays(
    _ names: [String], _ invocation: Invocation
  ) throws -> [String: String] {
    var filters: [String: String] = [:]
    for name in names {
      guard let text = invocation.text(name) else { continue }
      filters[name] = Format.date(try Format.parseDate(text))
    }
    return filters
  }
}

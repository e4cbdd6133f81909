import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// The flags as a file: a line for each flag of each visit, rule by rule, of the days that are asked
/// for; without the names of residents.
enum FlagFile {
  /// Visits that are read at a time.
  private static let portion = 500

  static let routes = ListFileFormat.routes(
    of: FlagPages.path, access: .coordinator, handler: file)

  /// The ways to the files, of the days that a page shows.
  static func links(_ filters: [String: String], _ language: Language) -> HTML {
    let items = ["from", "to"].compactMap { name in filters[name].map { (name, $0) } }
    return element("p", ["class": "actions"]) {
      for file in ListFileFormat.links(of: FlagPages.path) {
        element("a", ["href": file.path + PageQuery.text(items)]) { file.text.text(in: language) }
      }
    }
  }

  /// A flag with its visit.
  private struct Line: Sendable {
    let flag: Flag
    let visit: ReviewLine
  }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    let list = list(request.language)
    let choice = list.choice(request.http.query)
    var filters = choice.filters
    filters["flag"] = filters["flag"] ?? ReviewQuery.anyFlagName
    filters["state"] = ReviewWish.allStatesName
    let asked = filters
    let reached = try request.reached()
    let (visits, finding) = try request.centre.inspect { records in
      let finding = try ReviewPages.flags(
        asked, request.centre, records.reader, now: request.now, waits: true)
      let found = try ReviewPages.find(
        asked, request.centre, records, reached, now: request.now, flags: finding)
      return (
        try found.query.visits(
          records.store.connection, .earliestDay, limit: .max, offset: 0), finding
      )
    }
    let kinds = FlagKind.allCases.filter { kind in
      choice.filters["flag"].map { $0 == kind.rawValue } ?? true
    }
    return try ListFile(list, format, name: "co").answer(request) { add in
      var counts: [ListFile<Line>.Fact] = []
      for kind in kinds {
        let flagged = visits.filter { visit in
          finding.flags(of: visit).contains { $0.kind == kind }
        }
        // In parts, so that nobody has to wait for a file of many.
        for start in stride(from: 0, to: flagged.count, by: portion) {
          let lines = try request.centre.inspect { records in
            try ReviewPages.find(
              asked, request.centre, records, reached, now: request.now, flags: finding
            ).lines(flagged[start..<min(start + portion, flagged.count)], records)
          }
          for line in lines {
            for flag in line.flags where flag.kind == kind {
              try add(Line(flag: flag, visit: line))
            }
          }
        }
        counts.append((kind.words, .integer(Int64(flagged.count))))
      }
      let days = ReviewWish(asked, now: request.now).daysWords
      return [(ReviewPageWords.days, .text(days.text(in: request.language)))] + counts
        + (finding.note.map { [(FlagPages.title, .text($0.text(in: request.language)))] } ?? [])
    }
  }

  private static func list(_ language: Language) -> PageList<Line> {
    typealias Column = PageList<Line>.Column
    return PageList(
      FlagPages.path, FlagPages.title,
      columns: [
        Column("flag", FlagPages.flag) { .text($0.flag.kind.words.text(in: language)) },
        Column("number", FlagFileWords.found) { line in
          line.flag.number.map { .integer(Int64($0)) } ?? .empty
        },
        Column("visit", ReviewPageWords.visit) { .text($0.visit.code) },
        Column("date", FieldLabel.words(of: "date")) { .optional($0.visit.date) },
        Column("place", ConflictWords.place) { .optional($0.visit.hamlet) },
        Column("members", ReviewPageWords.member) {
          .optional($0.visit.members.joined(separator: ", "))
        },
        Column("laptop", LaptopWords.laptop) { .text($0.visit.laptop.text(in: language)) },
        Column("outcome", FieldLabel.words(of: "outcome")) {
          .optional($0.visit.outcome?.words.text(in: language))
        },
        Column("state", LaptopWords.state) {
          .text($0.visit.standing.state.words.text(in: language))
        },
        Column("why", FlagFileWords.why) { .text($0.flag.kind.reason.text(in: language)) },
      ],
      // The store leaves out what does not pass.
      filters: [
        .init(
          "flag", FlagPages.flag, FlagKind.allCases.map { ($0.rawValue, $0.words) }
        ) { _, _ in true },
        .init(day: "from", ReviewPageWords.from) { _, _ in true },
        .init(day: "to", ReviewPageWords.to) { _, _ in true },
      ], empty: BilingualText(same: "—"))
  }
}

/// The words of the file of flags.
private enum FlagFileWords {
  static let found = BilingualText(vi: "Số mà quy tắc thấy", en: "What the rule found")
  static let why = BilingualText(vi: "Vì sao", en: "Why")
}

import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The coordinator's pages of conflicts: the list, each one with its decision, and parallel edits.
enum ConflictPages {
  static let path = "/conflicts"
  static let parallelPath = "/conflicts/parallel"

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator, isNoted: true, isLive: true, handler: list),
      PageRoute(
        .get, parallelPath, access: .coordinator, isNoted: true, isLive: true,
        handler: ParallelEditPage.answer),
    ]
    + ListFileFormat.routes(of: parallelPath, access: .coordinator, handler: ParallelEditPage.file)
    + ListFileFormat.routes(of: path, access: .coordinator, handler: file)
    + ConflictDecisionPage.routes

  /// The lines that pass the filters as a file, without values and names.
  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    let reached = try request.reached()
    let list = try request.centre.inspect { records in
      try ConflictListPage(request, reached, records).gathered().list
    }
    return try ListFile(list.pages(isFile: true), format, name: "xung-dot").answer(
      request, rows: list.lines)
  }

  private static func list(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    // The body is made where the store is held: nothing of it leaves but text.
    let body = try request.centre.inspect { records in
      try ConflictListPage(request, reached, records).html()
    }
    var frame = request.frame(CoordinatorWords.conflicts)
    frame.lead = reached.words
    return .html(frame.page { body })
  }
}

/// All conflicts that somebody may clear.
struct ConflictListPage {
  private let request: PageRequest
  private let reached: ReachedWork
  private let records: FieldStore
  private let language: Language

  init(_ request: PageRequest, _ reached: ReachedWork, _ records: FieldStore) {
    self.request = request
    self.reached = reached
    self.records = records
    language = request.language
  }

  /// The lines with what they are filtered by.
  func gathered() throws -> (list: ConflictTable, found: ConflictLines) {
    let found = try ConflictLines(
      records, within: reached, on: request.today,
      withNames: request.http.query["text"]?.isEmpty == false)
    return (
      ConflictTable(
        lines: found.lines, laptops: try laptops(of: found.lines),
        empty: emptyWords(found.lines), language: language), found
    )
  }

  func html() throws -> HTML {
    let (gathered, found) = try gathered()
    let list = gathered.pages()
    let choice = list.choice(request.http.query)
    let part = list.part(of: found.lines, choice)
    let shown = PageList<ConflictLine>.Part(
      rows: try found.described(part.rows), total: part.total, all: part.all)
    let laterVersions = found.ofLaterVersions
    return panel(lead: found.lines.isEmpty ? nil : ConflictWords.lead.text(in: language)) {
      list.html(
        shown, choice, files: ListFileFormat.links(of: ConflictPages.path), language)
      if laterVersions > 0 {
        element("p", ["class": "table-note"]) {
          ConflictWords.ofLaterVersions(laterVersions).text(in: language)
        }
      }
      element("p") {
        element("a", ["href": ConflictPages.parallelPath]) {
          ParallelEditPage.title.text(in: language)
        }
      }
    }
  }

  private func laptops(of lines: [ConflictLine]) throws -> [FormField.Choice] {
    try Set(lines.flatMap(\.laptops)).map { replica in
      (value: String(replica.rawValue), words: try records.laptopWords(replica))
    }.sorted { ($0.words.vietnamese, $0.value) < ($1.words.vietnamese, $1.value) }
  }

  /// Nothing here is only as good as what has come in.
  private func emptyWords(_ lines: [ConflictLine]) -> BilingualText {
    guard lines.isEmpty, let laptops = try? LaptopReport.gather(records.store) else {
      return ConflictWords.none
    }
    let mine = laptops.filter(reached.holds)
    let since = request.today.adding(days: -LaptopStanding.silentDays)
    let reported = mine.count { ($0.reportedThrough?.date).map { $0 >= since } ?? false }
    return ConflictWords.none(reported, of: mine.count, LaptopStanding.silentDays)
  }
}

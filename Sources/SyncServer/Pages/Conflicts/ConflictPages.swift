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
    return try panel(lead: found.lines.isEmpty ? nil : ConflictWords.lead.text(in: language)) {
      list.html(
        shown, choice, files: ListFileFormat.links(of: ConflictPages.path), language)
      if laterVersions > 0 {
        element("p", ["class": "table-note"]) {
          ConflictWords.ofLaterVersions(laterVersions).text(in: language)
        }
      }
      try decided()
      element("p") {
        element("a", ["href": ConflictPages.parallelPath]) {
          ParallelEditPage.title.text(in: language)
        }
      }
    }
  }

  /// The last decisions, each with the page on which it is read and taken back.
  private func decided() throws -> HTML {
    var wanted = AuditLog.Wanted()
    wanted.act = AuditEvent.Act.conflictDecided.rawValue
    let log = AuditLog(records.store.connection)
    let entries = try log.entries(wanted, limit: Self.decidedLimit).entries
    var seen: Set<String> = []
    let lines = try entries.compactMap { entry -> (words: BilingualText, address: String)? in
      // A field that was decided twice stands once, as it was decided last.
      guard seen.insert(entry.subject).inserted,
        let space = entry.subject.lastIndex(of: " "),
        let record = try? records.locate(String(entry.subject[..<space])),
        reached.holds(scope: record.scope)
      else { return nil }
      let slug = String(entry.subject[entry.subject.index(after: space)...])
      guard let subject = ConflictSubject(slug, of: record.table) else { return nil }
      let code = try records.reader.codeText(of: record.row, in: record.table)
      return (
        BilingualText(same: "\(code) · ") + subject.words + BilingualText(same: " · ")
          + ConflictWords.decided(by: entry.account, at: LocalDateTime(time: entry.at)),
        try ConflictSubject.address(record.row, code, subject.slug, records)
      )
    }
    guard !lines.isEmpty else { return .empty }
    return HTML.group {
      element("h2") { ConflictWords.lastDecided.text(in: language) }
      LeftOut.html(lines, language)
    }
  }

  /// Decisions that are looked through for those within reach.
  private static let decidedLimit = 50

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

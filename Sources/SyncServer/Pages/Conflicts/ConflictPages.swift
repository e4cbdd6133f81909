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
    ] + ConflictDecisionPage.routes

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
  private static let maximumCharacters = 120

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

  func html() throws -> HTML {
    let found = try ConflictLines(
      records, within: reached, on: request.today,
      withNames: list([], [], []).choice(request.http.query).filters["text"] != nil)
    let list = list(found.lines, try laptops(of: found.lines), places(of: found.lines))
    let choice = list.choice(request.http.query)
    let part = list.part(of: found.lines, choice)
    let shown = PageList<ConflictLine>.Part(
      rows: try found.described(part.rows), total: part.total, all: part.all)
    let laterVersions = found.ofLaterVersions
    return panel(lead: found.lines.isEmpty ? nil : ConflictWords.lead.text(in: language)) {
      list.html(shown, choice, language)
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

  private func list(
    _ lines: [ConflictLine], _ laptops: [Choice], _ places: [Choice]
  ) -> PageList<ConflictLine> {
    PageList(
      ConflictPages.path, CoordinatorWords.conflicts,
      columns: [
        .init(
          "record", ConflictWords.record, orderedBy: \.code, cell: { self.record($0) },
          value: { .text($0.code) }),
        .init(
          "field", ConflictWords.field, orderedBy: { $0.fieldWords.text(in: self.language) },
          value: { .text($0.fieldWords.text(in: self.language)) }),
        .init(
          "values", ConflictWords.values, cell: { self.values($0) }, value: { _ in .empty }),
        .init(
          "place", ConflictWords.place, orderedBy: \.place,
          value: { $0.place.isEmpty ? .empty : .text($0.place) }),
      ],
      filters: [
        .init("kind", ConflictWords.kind, Self.choices(lines) { ($0.kind, $0.kindWords) }) {
          $0.kind == $1
        },
        .init("field", ConflictWords.field, Self.choices(lines) { ($0.slug, $0.fieldWords) }) {
          $0.slug == $1
        },
        .init("laptop", ConflictWords.laptop, laptops) { line, value in
          UInt32(value).map { number in line.laptops.contains { $0.rawValue == number } } ?? false
        },
        .init("place", ConflictWords.place, places) { line, value in
          line.units.contains(value) || value == "scope-\(line.outline.scope.rawValue)"
        },
        .init("text", ConflictWords.text) { line, typed in
          let wanted = SearchFold.base(typed)
          return SearchFold.base(line.code).contains(wanted)
            || SearchFold.base(line.name ?? "").contains(wanted)
        },
      ], empty: emptyWords(lines),
      style: { $0.outline.hasDoubtfulTime ? "row-attention" : nil })
  }

  private typealias Choice = (value: String, words: BilingualText)

  private static func choices(
    _ lines: [ConflictLine], _ choice: (ConflictLine) -> Choice
  ) -> [Choice] {
    var found: [String: BilingualText] = [:]
    for (value, words) in lines.map(choice) where found[value] == nil { found[value] = words }
    return found.map { (value: $0.key, words: $0.value) }.sorted {
      ($0.words.vietnamese, $0.value) < ($1.words.vietnamese, $1.value)
    }
  }

  private func laptops(of lines: [ConflictLine]) throws -> [Choice] {
    try Set(lines.flatMap(\.laptops)).map { replica in
      (value: String(replica.rawValue), words: try records.laptopWords(replica))
    }.sorted { ($0.words.vietnamese, $0.value) < ($1.words.vietnamese, $1.value) }
  }

  /// Units where there is more than one, then hamlets.
  private func places(of lines: [ConflictLine]) -> [Choice] {
    let units = Set(lines.flatMap(\.units)).sorted().map { code in
      (value: code, words: BilingualText(same: Communes.commune(code: code)?.fullName ?? code))
    }
    let hamlets = Self.choices(lines.filter { !$0.place.isEmpty }) { line in
      ("scope-\(line.outline.scope.rawValue)", BilingualText(same: line.place))
    }
    return (units.count > 1 ? units : []) + hamlets
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

  private func record(_ line: ConflictLine) -> HTML {
    HTML.group {
      element("a", ["href": line.address]) { line.code }
      element("span", ["class": "detail"]) {
        [CoordinatorWords.capitalised(line.kindWords).text(in: language), line.name]
          .compactMap(\.self).joined(separator: " · ")
      }
    }
  }

  private func values(_ line: ConflictLine) -> HTML {
    HTML.group {
      for choice in line.conflict?.choices ?? [] {
        element("div") {
          (choice.isShown ? StateMark.good : .neutral).html(
            Self.short(ConflictWords.value(choice, line.conflict).text(in: language)))
          element("span", ["class": "detail"]) {
            [
              choice.isShown ? ConflictWords.shown.text(in: language) : nil,
              ConflictWords.writers(of: choice, language),
            ].compactMap(\.self).joined(separator: " · ")
          }
        }
      }
    }
  }

  private static func short(_ text: String) -> String {
    text.count > maximumCharacters ? text.prefix(maximumCharacters) + "…" : text
  }
}

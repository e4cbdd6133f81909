import Documents
import FieldWork
import Listings
import Pages
import Web

/// The components of a set of indicators with their scores, and the rates that reports name: each
/// with what was divided by what, and unknown where nobody here can tell, never 0.
struct RatePages {
  static let indicatorsPath = "/reports/indicators"
  static let ratesPath = "/reports/rates"

  static let routes =
    [
      PageRoute(.get, indicatorsPath, access: .overview) { try RatePages($0).indicators() },
      PageRoute(.get, ratesPath, access: .overview) { request in
        try RatePartsPage(request)?.page() ?? RatePages(request).rates()
      },
    ]
    + ListFileFormat.routes(of: indicatorsPath, access: .overview) { request, format in
      let page = try RatePages(request)
      let scored = try page.scored(
        request.coverage(of: page.question.choice.period, within: page.reached))
      return try page.file(
        page.list(scored), scored.lines, page.facts(scored), format, name: "chi-so")
    }
    + ListFileFormat.routes(of: ratesPath, access: .overview) { request, format in
      if let parts = try RatePartsPage(request) { return try parts.file(format) }
      let page = try RatePages(request)
      return try page.file(
        page.list(nil), try page.counted(), page.facts(nil), format, name: "ty-le")
    } + RateRecordsPage.routes

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let question: RateQuestion

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    reached = try request.reached()
    question = RateQuestion(request, within: reached)
  }

  /// A set with its scores.
  private struct Scored: Sendable {
    let set: IndicatorSet
    let lines: [RateLine]
    let asOf: LocalDateTime
    let score: Int64
    let knownMaximum: Int64
    let maximum: Int64
    /// Targets that have begun, of whom somebody may see.
    let targets: [TargetProgress]
  }

  private func scored(_ coverage: Coverage) throws -> Scored {
    try request.centre.read { reader in
      let book = try question.book(reader, within: reached, now: request.now)
      let set = try reader.indicatorSet(IndicatorSet.shipped.code, on: book.asOf.date)
      let counted = try IndicatorScores(set, question.level, book)
      let scores = coverage.isSilent ? counted.unheard : counted
      var group: BilingualText?
      var lines: [RateLine] = []
      for item in scores.items {
        switch item {
        case .group(let words, _): group = words
        case .line(let line): lines.append(RateLine(line, under: group))
        }
      }
      return Scored(
        set: set, lines: lines, asOf: book.asOf, score: scores.score,
        knownMaximum: scores.knownMaximum, maximum: scores.maximum,
        targets: try reader.targets(IndicatorSet.shipped.code, now: request.now) { subject, _ in
          try reached.holds(subject, reader, on: request.today)
        })
    }
  }

  /// Whether an indicator has a score, for the filter; raw values stand in addresses.
  private enum Scoring: String, CaseIterable {
    case scored
    case unscored

    init(_ line: RateLine) { self = line.score == nil ? .unscored : .scored }

    var words: BilingualText {
      self == .scored ? RatePageWords.scored : RatePageWords.unscored
    }
  }

  private static let scoringName = "scoring"

  private func address(of scoring: Scoring) -> String {
    let item = NamedValues.Item(name: Self.scoringName, value: scoring.rawValue)
    return question.address(Self.indicatorsPath, [item]) + "#indicators"
  }

  private func counted() throws -> [RateLine] {
    try RateCount(Rate.all, question, request.centre, now: request.now, within: reached)
      .lines.map(\.line)
  }

  private func indicators() throws -> HTTPResponse {
    let coverage = try request.coverage(of: question.choice.period, within: reached)
    let scored = try scored(coverage)
    let list = list(scored)
    let choice = list.choice(request.http.query)
    return try page(RatePageWords.indicators, coverage, RateFields(request, question)) {
      element("p", ["class": "coverage-note"]) {
        RatePageWords.set(scored.set).text(in: language)
      }
      PageFigure.row(
        [
          PageFigure(
            RatePageWords.score, points(scored.score),
            details: [RatePageWords.of(points(scored.knownMaximum))],
            address: address(of: .scored)),
          PageFigure(
            RatePageWords.unknownPoints, points(scored.maximum - scored.knownMaximum),
            details: [RatePageWords.of(points(scored.maximum)), RatePageWords.neverNought],
            address: address(of: .unscored)),
          PageFigure(
            RatePageWords.asOf, Format.dateTime(scored.asOf), details: [ReportWords.sourceText]),
        ], language)
      panel(id: "indicators") {
        list.html(
          list.part(of: scored.lines, choice), choice,
          total: total(list.chosen(scored.lines, choice)),
          files: ListFileFormat.links(of: Self.indicatorsPath), language)
      }
      if !scored.targets.isEmpty {
        panel(id: "targets") { TargetTable(scored.targets).table(language).html(language) }
      }
    }
  }

  /// The points of the lines of all pages, under their columns.
  private func total(_ lines: [RateLine]) -> [HTML] {
    let sums = [lines.compactMap(\.score), lines.compactMap(\.maximum)]
      .map { HTML.text(points($0.reduce(0, +))) }
    return [HTML.text(CoordinatorWords.total.text(in: language)), .empty, .empty, .empty]
      + sums + [.empty]
  }

  private func rates() throws -> HTTPResponse {
    let coverage = try request.coverage(of: question.choice.period, within: reached)
    let lines = try counted()
    let list = list(nil)
    let choice = list.choice(request.http.query)
    return try page(RatePageWords.rates, coverage, RateFields(request, question).ofRates(nil)) {
      panel(id: "rates") {
        list.html(
          list.part(of: lines, choice), choice,
          files: ListFileFormat.links(of: Self.ratesPath), language)
      }
    }
  }

  private func page(
    _ title: BilingualText, _ coverage: Coverage, _ fields: RateFields,
    @HTMLBuilder _ content: () throws -> HTML
  ) throws -> HTTPResponse {
    try fields.page(title, coverage, within: reached, content)
  }

  private func points(_ hundredths: Int64?) -> String {
    hundredths.map { Format.hundredths($0, language) } ?? "—"
  }
}

// MARK: - The lists

extension RatePages {
  private typealias Column = PageList<RateLine>.Column

  /// - Parameter scored: the set, whose lines have scores; nil for rates.
  private func list(_ scored: Scored?) -> PageList<RateLine> {
    func score(_ hundredths: Int64?) -> SpreadsheetValue {
      hundredths.map { .decimal(Double($0) / 100) } ?? .empty
    }
    var columns = [
      Column("code", RatePageWords.code) { .text($0.code) },
      Column("group", RatePageWords.group, isOnlyInFiles: true) {
        $0.group.map { .text($0.text(in: language)) } ?? .empty
      },
      Column("name", RatePageWords.name) { .text($0.words.text(in: language)) },
      Column("value", RatePageWords.value, cell: cell, value: \.value),
      Column("numerator", RatePageWords.numerator, isOnlyInFiles: true) {
        $0.result.value.map { .integer($0.numerator) } ?? .empty
      },
      Column("denominator", RatePageWords.denominator, isOnlyInFiles: true) {
        $0.result.value?.denominator.map { .integer($0) } ?? .empty
      },
    ]
    if scored != nil {
      columns += [
        Column("threshold", RatePageWords.threshold) {
          $0.threshold.map { .ratio(Double($0) / 10_000) } ?? .empty
        },
        Column(
          "score", RatePageWords.score, orderedBy: { $0.score ?? -1 },
          cell: { .text($0.result.value == nil ? "?" : points($0.score)) },
          value: { score($0.score) }),
        Column("maximum", RatePageWords.maximum) { score($0.maximum) },
      ]
    }
    columns.append(
      Column("note", RatePageWords.note) {
        let note = $0.note.text(in: language)
        return note.isEmpty ? .empty : .text(note)
      })
    return PageList<RateLine>(
      scored == nil ? Self.ratesPath : Self.indicatorsPath,
      scored == nil ? RatePageWords.rates : RatePageWords.indicators, columns: columns,
      filters: scored == nil
        ? []
        : [
          .init(
            Self.scoringName, RatePageWords.isScored,
            Scoring.allCases.map { ($0.rawValue, $0.words) }
          ) { Scoring($0).rawValue == $1 }
        ],
      empty: RatePageWords.none, subject: question.items,
      style: { $0.result.value == nil ? "row-missing" : nil })
  }

  private func cell(_ line: RateLine) -> HTML {
    RateRecordsPage.cell(line, question, [], language)
  }

  private func file(
    _ list: PageList<RateLine>, _ lines: [RateLine], _ facts: [ListFile<RateLine>.Fact],
    _ format: ListFileFormat, name: String
  ) throws -> HTTPResponse {
    try ListFile(list, format, name: name).answer(request, rows: lines, lead: facts)
  }

  private func facts(_ scored: Scored?) throws -> [ListFile<RateLine>.Fact] {
    func text(_ words: BilingualText) -> SpreadsheetValue { .text(words.text(in: language)) }
    let coverage = try request.coverage(of: question.choice.period, within: reached)
    var facts: [ListFile<RateLine>.Fact] = [
      (ReportWords.period, .text(question.choice.label(language))),
      (ReportWords.coverage, text(coverage.words)),
    ]
    facts += coverage.shortfalls().map { (ReportWords.coverage, text($0)) }
    if let words = reached.words { facts.append((ReportWords.reach, text(words))) }
    if let unit = question.unit {
      facts.append((CoordinatorWords.capitalised(CountDimension.unit.words), .text(unit)))
    }
    if let scored {
      facts += [
        (RatePageWords.level, text(RatePageWords.words(question.level))),
        (RatePageWords.score, .decimal(Double(scored.score) / 100)),
        (RatePageWords.knownPoints, .decimal(Double(scored.knownMaximum) / 100)),
        (RatePageWords.maximum, .decimal(Double(scored.maximum) / 100)),
      ]
    }
    return facts + [(ReportWords.source, text(ReportWords.sourceText))]
  }
}

import Documents
import FieldWork
import Listings
import Pages
import Web

/// Rates commune by commune, hamlet by hamlet or team by team in one list; each number opens exactly
/// its records, and where no laptop has reported nothing is said to be 0.
struct RatePartsPage {
  static let rateName = "rate"

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let question: RateQuestion
  private let division: CountDimension
  /// The rate that alone is asked for; nil for all.
  private let rate: Rate?

  /// The page of a request that asks for a division; nil for one that does not.
  init?(_ request: PageRequest) throws {
    let reached = try request.reached()
    let question = RateQuestion(request, within: reached)
    guard let division = question.division else { return nil }
    self.request = request
    language = request.language
    self.reached = reached
    self.question = question
    self.division = division
    rate = request.http.query[Self.rateName].flatMap(Rate.init(named:))
  }

  private func count() throws -> RateCount {
    try RateCount(
      rate.map { [$0] } ?? Rate.all, question, request.centre, now: request.now, within: reached)
  }

  /// The list, or why there is none.
  func page() throws -> HTTPResponse {
    let fields = RateFields(request, question).ofRates(rate)
    let count: RateCount
    do {
      count = try self.count()
    } catch let problem as RateCountProblem {
      let coverage = try request.coverage(of: question.choice.period, within: reached)
      return try fields.page(RatePageWords.rates, coverage, within: reached) {
        element("p", ["class": "message warn", "role": "status"]) {
          problem.words.text(in: language)
        }
      }
    }
    let list = list(count)
    let choice = list.choice(request.http.query)
    return try fields.page(RatePageWords.rates, count.coverage, within: reached) {
      panel(id: "rates") {
        list.html(
          list.part(of: count.lines, choice), choice, note: note(count),
          files: ListFileFormat.links(of: RatePages.ratesPath), language)
      }
    }
  }

  /// The same list as a file.
  func file(_ format: ListFileFormat) throws -> HTTPResponse {
    func text(_ words: BilingualText) -> SpreadsheetValue { .text(words.text(in: language)) }
    let count = try count()
    return try ListFile(list(count), format, name: "ty-le").answer(
      request, rows: count.lines,
      lead: [
        (ReportWords.period, .text(question.choice.label(language))),
        (ReportWords.coverage, text(count.coverage.words)),
      ] + count.coverage.shortfalls().map { (ReportWords.coverage, text($0)) }
        + (reached.words.map { [(ReportWords.reach, text($0))] } ?? [])
        + (question.unit.map { [(RatePageWords.place, .text($0))] } ?? [])
        + [
          (RatePageWords.note, text(note(count))),
          (ReportWords.source, text(ReportWords.sourceText)),
        ])
  }

  private func note(_ count: RateCount) -> BilingualText {
    count.undivided.isEmpty
      ? RatePageWords.dividedNote
      : RatePageWords.dividedNote + BilingualText(same: " ")
        + RatePageWords.undivided(count.undivided)
  }

  private func list(_ count: RateCount) -> PageList<RatePart> {
    typealias Column = PageList<RatePart>.Column
    func name(_ line: RatePart) -> String { line.part?.words.text(in: language) ?? "—" }
    return PageList(
      RatePages.ratesPath, RatePageWords.rates,
      columns: [
        Column(
          "part", CoordinatorWords.capitalised(division.words),
          orderedBy: { NaturalOrder(name($0)) }
        ) { .text(name($0)) },
        Column("name", RatePageWords.rate) {
          .text(CoordinatorWords.capitalised($0.line.words).text(in: language))
        },
        Column(
          "value", RatePageWords.value, orderedBy: { Self.size(of: $0.line.result) }, cell: cell,
          value: \.line.value),
        Column("numerator", RatePageWords.numerator, isOnlyInFiles: true) {
          $0.line.result.value.map { .integer($0.numerator) } ?? .empty
        },
        Column("denominator", RatePageWords.denominator, isOnlyInFiles: true) {
          $0.line.result.value?.denominator.map { .integer($0) } ?? .empty
        },
        Column("laptops", RatePageWords.laptops) { line in
          line.part.map { .text("\($0.reported)/\($0.laptops)") } ?? .empty
        },
        Column("note", RatePageWords.note) {
          let note = $0.line.note.text(in: language)
          return note.isEmpty ? .empty : .text(note)
        },
      ],
      filters: [
        PageList.Filter("q", CoordinatorWords.capitalised(division.words)) { line, typed in
          SearchFold.base(name(line)).contains(SearchFold.base(typed))
        }
      ],
      empty: count.coverage.isSilent ? CoordinatorWords.noReport : RatePageWords.none,
      subject: question.items
        + (rate.map { [NamedValues.Item(name: Self.rateName, value: $0.key)] } ?? []),
      style: { line in
        line.part.map { $0.laptops > 0 && $0.reported == 0 } ?? false ? "row-missing" : nil
      })
  }

  /// How large a value is among others of its rate; what is unknown is less than all.
  private static func size(of result: RateResult) -> Double {
    guard let value = result.value else { return -2 }
    guard let denominator = value.denominator else { return Double(value.numerator) }
    return denominator == 0 ? -1 : Double(value.numerator) / Double(denominator)
  }

  /// The value over its numerator and denominator; it opens its records.
  private func cell(_ line: RatePart) -> HTML {
    let items = line.part.map { question.items(of: $0.key) } ?? []
    return RateRecordsPage.cell(line.line, question, items, language)
  }
}

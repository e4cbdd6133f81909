import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// A number over spans of time, group by group of any dimension; every number opens its records.
struct TrendGroups: Sendable {
  /// Spans that stand beside each other at most, the latest ones.
  static let maximumSpans = 13

  /// A group.
  struct Line: Sendable {
    let key: CountKey
    let label: BilingualText
    /// Its number in each span; nil where such a group has none, or no laptop has reported of the
    /// span, which is not 0.
    let values: [Int?]
  }

  /// The earliest first.
  let spans: [Period]
  let lines: [Line]
  private let question: ReportQuestion
  private let number: CountedNumber
  private let step: SpanStep
  private let dimension: CountDimension

  /// Counts.
  ///
  /// - Parameters:
  ///   - question: divided by the spans, then by the dimension.
  ///   - spans: those that are shown, each with whether no laptop has reported anything of it.
  init(
    _ question: ReportQuestion, _ step: SpanStep, _ dimension: CountDimension,
    _ number: CountedNumber, _ spans: [(span: Period, isSilent: Bool)], _ reader: RecordReader,
    _ counted: CountShelf, within reached: ReachedWork
  ) throws {
    self.question = question
    self.number = number
    self.step = step
    self.dimension = dimension
    let latest = spans.suffix(Self.maximumSpans)
    let shown = latest.map(\.span)
    self.spans = shown
    let query = question.query(within: reached)
    let labels = CountLabels(reader, query.frame)
    let places = Dictionary(
      shown.enumerated().map { (CountKey.date($0.element.from), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var values: [CountKey: [Int?]] = [:]
    for group in try counted.count(query, reader).groups {
      guard let place = places[group.keys[0]] else { continue }
      let value = number.value(of: group.numbers)
      let empty = latest.map { value == nil || $0.isSilent ? nil : 0 }
      values[group.keys[1], default: empty][place] = value
    }
    lines = try values.map { key, values in
      Line(key: key, label: try labels.words(of: key, along: dimension), values: values)
    }.map { (VietnameseCollation.sortKey($0.label.vietnamese), $0) }.sorted {
      $0.0 == $1.0
        ? $0.1.label.vietnamese < $1.1.label.vietnamese : $0.0.lexicographicallyPrecedes($1.0)
    }.map(\.1)
  }

  /// The list, page by page.
  func list(
    _ path: String, _ subject: [NamedValues.Item], _ language: Language
  ) -> PageList<Line> {
    typealias Column = PageList<Line>.Column
    let heading = CoordinatorWords.capitalised(dimension.words)
    return PageList(
      path, ReportWords.words(of: number),
      columns: [Column("group", heading) { .text($0.label.text(in: language)) }]
        + spans.enumerated().map { place, span in
          Column(
            "span\(place + 1)", BilingualText(same: step.label(span)),
            orderedBy: { $0.values[place] ?? -1 },
            cell: { line in
              guard let value = line.values[place], value > 0 else {
                return PageTable.number(line.values[place], language)
              }
              let address = question.narrowed(to: [.date(span.from), line.key]).address(
                ReportRecordsPage.path, [ReportRecordsPage.item(number: number)])
              return element("a", ["href": address]) { Format.integer(Int64(value), language) }
            }, value: { $0.values[place].map { .integer(Int64($0)) } ?? .empty })
        },
      filters: [
        PageList.Filter("q", heading) { line, typed in
          SearchFold.base(line.label.text(in: language)).contains(SearchFold.base(typed))
        }
      ], empty: ReportWords.nothing, subject: subject)
  }
}

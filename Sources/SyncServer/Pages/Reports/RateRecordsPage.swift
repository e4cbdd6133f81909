import Documents
import FieldWork
import Listings
import Pages
import SyncProtocol
import Web

/// The records behind a rate or an indicator: those that lower it first, then what nobody recorded.
struct RateRecordsPage {
  static let path = "/reports/rates/records"
  private static let rateName = "rate"
  private static let indicatorName = "indicator"
  private static let targetName = "target"
  private static let partName = "counts"

  static let routes =
    [PageRoute(.get, path, access: .overview) { try RateRecordsPage($0).page() }]
    + ListFileFormat.routes(of: path, access: .overview) { request, format in
      try RateRecordsPage(request).file(format)
    }

  /// What names a line in the address of its records.
  static func item(_ line: RateLine) -> NamedValues.Item {
    NamedValues.Item(name: line.isIndicator ? indicatorName : rateName, value: line.code)
  }

  /// The value of a rate over its numerator and denominator; it opens its records.
  ///
  /// - Parameter items: what the address says of a part of the question.
  static func cell(
    _ line: RateLine, _ question: RateQuestion, _ items: [NamedValues.Item], _ language: Language
  ) -> HTML {
    let words = RateWords(isShare: line.isShare, line.result, language)
    guard line.hasRecords else {
      return PageTable.cell(words.value, detail: words.quotient.isEmpty ? nil : words.quotient)
    }
    let address = question.address(path, items + [item(line)])
    return HTML.group {
      element("a", ["href": address]) { words.value }
      if !words.quotient.isEmpty { element("span", ["class": "detail"]) { words.quotient } }
    }
  }

  /// Where the records behind what was reached of a target are.
  static func path(of target: TargetProgress) -> String {
    let items = [
      NamedValues.Item(name: "period", value: target.period.description),
      NamedValues.Item(name: targetName, value: "\(target.id.rawValue)"),
    ]
    return "\(path)?\(NamedValues(items).encoded)"
  }

  /// How a record stands in a rate, for the filter; raw values stand in addresses.
  private enum Part: String, CaseIterable {
    /// It counts above the line.
    case above
    /// It counts below the line alone.
    case below
    /// What decides was not recorded.
    case unrecorded

    init?(_ place: MeasureLine.Place) {
      switch place {
      case .counted(0, _): self = .below
      case .counted: self = .above
      case .unrecorded: self = .unrecorded
      case .outside: return nil
      }
    }

    var words: BilingualText {
      switch self {
      case .above: RatePageWords.counted
      case .below: RatePageWords.lowering
      case .unrecorded: RatePageWords.unrecorded
      }
    }
  }

  /// A record behind a rate.
  private struct Line: Sendable {
    let code: String
    let place: MeasureLine.Place
    let note: BilingualText?
  }

  /// All of them, with the rate.
  private struct Found: Sendable {
    let line: RateLine
    /// What names it in the address of its records.
    let item: NamedValues.Item
    /// Where one comes from.
    let back: String
    let records: [Line]
    /// The part of the division that alone is asked for; nil for the whole.
    let part: BilingualText?
    /// What is in none of them because coordinators rejected it; nil where that is nothing.
    let leftOut: BilingualText?
  }

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

  /// What is asked about: a rate, an indicator or a target, with the book that counted it.
  private struct Subject {
    let line: RateLine
    let item: NamedValues.Item
    let back: String
    let book: MeasureBook
  }

  /// - Throws: `FieldError.notFound` for what does not exist, or is not set for anybody within reach.
  private func subject(_ reader: RecordReader, _ coverage: Coverage) throws -> Subject {
    let query = request.http.query
    let indicators = RatePages.indicatorsPath
    if let typed = query[Self.targetName] {
      guard let row = Int64(typed).flatMap(RowID.init(rawValue:)),
        let target = try reader.target(row, IndicatorSet.shipped.code, now: request.now),
        try reached.holds(target.subject, reader, on: request.today), let own = target.query
      else { throw FieldError.notFound(String(typed.prefix(64))) }
      return Subject(
        line: RateLine(target), item: NamedValues.Item(name: Self.targetName, value: typed),
        back: indicators, book: MeasureBook(own, reader, now: request.now))
    }
    let book = try question.book(reader, within: reached, now: request.now)
    if let code = query[Self.indicatorName] {
      let set = try reader.indicatorSet(IndicatorSet.shipped.code, on: book.asOf.date)
      let counted = try IndicatorScores(set, question.level, book)
      guard
        let found = (coverage.isSilent ? counted.unheard : counted).lines
          .first(where: { $0.indicator.code == code })
      else { throw FieldError.notFound(String(code.prefix(64))) }
      let line = RateLine(found, under: nil)
      return Subject(line: line, item: Self.item(line), back: indicators, book: book)
    }
    let name = query[Self.rateName] ?? ""
    guard let rate = name.isEmpty ? Rate.all.first : Rate(named: name) else {
      throw FieldError.notFound(String(name.prefix(64)))
    }
    let result = try book.value(of: rate.form)
    let isUnheard = question.part == nil && coverage.isSilent
    let line = RateLine(rate, isUnheard ? result.unheard(rate.form) : result)
    return Subject(line: line, item: Self.item(line), back: RatePages.ratesPath, book: book)
  }

  private func found(_ coverage: Coverage) throws -> Found {
    try request.centre.read { reader in
      let subject = try subject(reader, coverage)
      let part = try question.division.flatMap { division in
        try question.part.map {
          CoordinatorWords.capitalised(division.words) + BilingualText(same: ": ")
            + (try CountLabels(reader, subject.book.query.frame).words(of: $0, along: division))
        }
      }
      let rejected = try reader.rejectedCount(in: subject.book.query)
        .flatMap { $0.count > 0 ? ReportWords.leftOut($0) : nil }
      var records: [Line] = []
      if subject.line.hasRecords, let form = subject.line.form {
        let ranked = try subject.book.lines(of: form).enumerated().sorted {
          (Self.rank($0.element.place), $0.offset) < (Self.rank($1.element.place), $1.offset)
        }
        records = try ranked.map {
          Line(
            code: try reader.code(of: $0.element.identity), place: $0.element.place,
            note: $0.element.note)
        }
      }
      return Found(
        line: subject.line, item: subject.item, back: subject.back, records: records, part: part,
        leftOut: rejected)
    }
  }

  private static func rank(_ place: MeasureLine.Place) -> Int {
    switch place {
    case .counted(0, _): 0
    case .unrecorded: 1
    case .counted: 2
    case .outside: 3
    }
  }

  private func page() throws -> HTTPResponse {
    let coverage = try request.coverage(of: question.choice.period, within: reached)
    let found = try found(coverage)
    let list = list(found, coverage)
    let choice = list.choice(request.http.query)
    let words = RateWords(isShare: found.line.isShare, found.line.result, language)
    let parts = [words.value, words.quotient, found.line.note.text(in: language)]
    var frame = request.frame(RatePageWords.records)
    frame.lead = reached.words
    return .html(
      frame.page {
        element("p") {
          element("a", ["href": question.address(found.back)]) {
            RatePageWords.back.text(in: language)
          }
        }
        request.strip(coverage)
        element("dl", ["class": "facts"]) {
          element("dt") { found.line.words.text(in: language) }
          element("dd") { parts.filter { !$0.isEmpty }.joined(separator: " · ") }
          element("dt") { ReportWords.period.text(in: language) }
          element("dd") { question.choice.label(language) }
          if let part = found.part {
            element("dt") { RatePageWords.place.text(in: language) }
            element("dd") { part.text(in: language) }
          }
          if let leftOut = found.leftOut {
            element("dt") { ReportWords.rejected.text(in: language) }
            element("dd") { leftOut.text(in: language) }
          }
        }
        panel(id: "records") {
          list.html(
            list.part(of: found.records, choice), choice,
            total: total(list.chosen(found.records, choice), found),
            files: ListFileFormat.links(of: Self.path), language)
        }
      })
  }

  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    let coverage = try request.coverage(of: question.choice.period, within: reached)
    let found = try found(coverage)
    return try ListFile(list(found, coverage), format, name: "ban-ghi-ty-le").answer(
      request, rows: found.records,
      lead: [
        (RatePageWords.name, .text(found.line.words.text(in: language))),
        (RatePageWords.value, found.line.value),
        (ReportWords.period, .text(question.choice.label(language))),
        (ReportWords.coverage, .text(coverage.words.text(in: language))),
      ] + (found.part.map { [(RatePageWords.place, .text($0.text(in: language)))] } ?? [])
        + (found.leftOut.map { [(ReportWords.rejected, .text($0.text(in: language)))] } ?? []))
  }

  /// What the lines of all pages add up to, which is the rate where no filter leaves any out; nil for
  /// a rate that is no quotient of such sums.
  private func total(_ records: [Line], _ found: Found) -> [HTML]? {
    if case .satisfaction = found.line.form { return nil }
    var (above, below) = (0, 0)
    for case .counted(let part, let whole) in records.map(\.place) {
      above += part
      below += whole
    }
    let sums = found.line.result.value?.denominator == nil ? [above] : [above, below]
    return [HTML.text(CoordinatorWords.total.text(in: language))]
      + sums.map { PageTable.number($0, language) } + [.empty]
  }

  private func list(_ found: Found, _ coverage: Coverage) -> PageList<Line> {
    typealias Column = PageList<Line>.Column
    func part(_ line: Line, _ isAbove: Bool) -> SpreadsheetValue {
      guard case .counted(let above, let below) = line.place else { return .empty }
      return .integer(Int64(isAbove ? above : below))
    }
    var columns = [
      Column(
        "code", ReportWords.code, orderedBy: \.code, cell: { request.recordCell($0.code) },
        value: { .text($0.code) }),
      Column("above", RatePageWords.numerator, orderedBy: { Self.rank($0.place) }) {
        part($0, true)
      },
    ]
    if found.line.result.value?.denominator != nil {
      columns.append(Column("below", RatePageWords.denominator) { part($0, false) })
    }
    columns.append(
      Column("note", RatePageWords.note) { line in
        let unrecorded: BilingualText? =
          line.place == .unrecorded ? RatePageWords.unrecorded : nil
        let words = [unrecorded, line.note].compactMap { $0?.text(in: language) }
        return words.isEmpty ? .empty : .text(words.joined(separator: "; "))
      })
    return PageList(
      Self.path, RatePageWords.records, columns: columns,
      filters: [
        .init(
          Self.partName, RatePageWords.part, Part.allCases.map { ($0.rawValue, $0.words) }
        ) { line, asked in Part(line.place)?.rawValue == asked }
      ],
      empty: coverage.isSilent ? CoordinatorWords.noReport : ReportWords.noRecords,
      subject: question.items + (question.part.map(question.items(of:)) ?? []) + [found.item])
  }
}

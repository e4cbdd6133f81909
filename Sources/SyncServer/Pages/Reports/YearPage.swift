import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// A number of a period against the same days of the year before, group by group, both within the
/// borders of one day, so that a merger alone changes nothing.
struct YearPage {
  static let path = "/reports/years"
  private static let numberName = "number"

  static let routes =
    [
      // The names of members may stand in it.
      PageRoute(.get, path, access: .overview, isNoted: true) { try YearPage($0).page() }
    ]
    + ListFileFormat.routes(of: path, access: .overview) { request, format in
      try YearPage(request).file(format)
    }

  /// A group with its number in both years; nil where there is no such number, which is not 0.
  struct Line: Sendable {
    let keys: [CountKey]
    let label: BilingualText
    let now: Int?
    let before: Int?

    /// How much more it is; nil where one of them is not known.
    var change: Int? { now.flatMap { now in before.map { now - $0 } } }

    /// The same in hundredths of a percent of the year before; nil where that was nothing.
    var share: Int64? {
      guard let change, let before,
        let part = Ratio(Int64(change.magnitude), of: Int64(before))?.hundredthsOfPercent
      else { return nil }
      return change < 0 ? -part : part
    }
  }

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let number: CountedNumber
  /// The period without its days to come, which nobody can compare.
  private let now: ReportQuestion
  private let before: ReportQuestion
  /// What was asked for, for the picker.
  private let choice: PeriodChoice

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    reached = try request.reached()
    let query = request.http.query
    number =
      query[Self.numberName].flatMap(CountedNumber.init(rawValue:))
      .flatMap { CountedNumber.ofGroups.contains($0) ? $0 : nil } ?? .visits
    let asked = ReportQuestion(query, today: request.today)
    choice = asked.choice
    let period = asked.choice.period
    let past =
      period.to > request.today && period.from <= request.today
      ? try Period(from: period.from, to: request.today) : period
    let borders = asked.borders ?? past.to
    func question(_ period: Period) -> ReportQuestion {
      let kept = asked.itemsBesidePeriod.filter { $0.name != ReportQuestion.bordersName }
      return ReportQuestion(
        NamedValues(
          [
            NamedValues.Item(name: "period", value: period.description),
            NamedValues.Item(name: ReportQuestion.bordersName, value: Format.date(borders)),
          ] + kept), today: request.today)
    }
    now = question(past)
    before = question(past.yearBefore)
  }

  /// The groups of both years, and the whole.
  private func found() throws -> (lines: [Line], total: Line) {
    try request.centre.read { reader in
      let query = now.query(within: reached)
      let labels = CountLabels(reader, query.frame)
      let shelf = request.centre.countShelf
      let counts = (
        try shelf.count(query, reader), try shelf.count(before.query(within: reached), reader)
      )
      func values(_ count: Count) -> [[CountKey]: Int] {
        Dictionary(
          count.groups.compactMap { group in
            number.value(of: group.numbers).map { (group.keys, $0) }
          }, uniquingKeysWith: { first, _ in first })
      }
      let (present, past) = (values(counts.0), values(counts.1))
      let hasNumber = number.value(of: counts.0.total) != nil
      let divides = !(counts.0.groups + counts.1.groups).contains {
        number.value(of: $0.numbers) == nil
      }
      var keys = counts.0.groups.map(\.keys)
      let known = Set(keys)
      keys += counts.1.groups.map(\.keys).filter { !known.contains($0) }
      let lines = try keys.map { keys in
        let words = try zip(keys, now.dimensions).map { try labels.words(of: $0, along: $1) }
        return Line(
          keys: keys,
          label: words.dropFirst().reduce(words.first ?? ReportWords.total) {
            $0 + BilingualText(same: " · ") + $1
          }, now: divides ? present[keys] ?? 0 : nil, before: divides ? past[keys] ?? 0 : nil)
      }
      let total = Line(
        keys: [], label: ReportWords.total,
        now: hasNumber ? number.value(of: counts.0.total) : nil,
        before: number.value(of: counts.1.total))
      return (now.dimensions.isEmpty ? [total] : lines, total)
    }
  }
}

// MARK: - The page

extension YearPage {
  private var subject: [NamedValues.Item] {
    [choice.item, NamedValues.Item(name: Self.numberName, value: number.rawValue)]
      + now.itemsBesidePeriod
  }

  private func page() throws -> HTTPResponse {
    let (lines, total) = try found()
    let coverage = try request.coverage(of: choice.period, within: reached)
    let list = list
    let asked = list.choice(request.http.query)
    var frame = request.frame(YearWords.title)
    frame.lead =
      reached.words.map { YearWords.lead + BilingualText(same: " ") + $0 } ?? YearWords.lead
    return .html(
      frame.page {
        PeriodPicker(
          choice, query: NamedValues(subject.filter { $0.name != choice.item.name })
        ).html(language)
        request.strip(coverage)
        form
        panel(id: "years") {
          element("p", ["class": "chart-sentence"]) { sentence(total).text(in: language) }
          list.html(
            list.part(of: lines, asked), asked,
            total: now.dimensions.isEmpty ? nil : cells(total), note: YearWords.note,
            files: ListFileFormat.links(of: Self.path), language)
        }
        element("p") {
          element("a", ["href": "\(CountReportPage.path)?period=\(choice.address)"]) {
            ReportWords.back.text(in: language)
          }
        }
      })
  }

  private func sentence(_ total: Line) -> BilingualText {
    YearWords.sentence(
      ReportWords.words(of: number), (now.choice.period, total.now),
      (before.choice.period, total.before), total.share)
  }

  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    let (lines, total) = try found()
    let coverage = try request.coverage(of: choice.period, within: reached)
    return try ListFile(list, format, name: "cung-ky").answer(
      request, rows: lines,
      lead: [
        (ReportWords.total, .text(sentence(total).text(in: language))),
        (ReportWords.coverage, .text(coverage.words.text(in: language))),
        (ReportWords.borders, .text(now.typedBorders)),
        (ReportWords.source, .text(ReportWords.sourceText.text(in: language))),
      ] + (reached.words.map { [(ReportWords.reach, .text($0.text(in: language)))] } ?? []))
  }

  private var form: HTML {
    let divisions = CountDimension.allCases.filter { !$0.isSpan }
    let kept = now.undividedItems.filter { $0.name != now.periodItem.name }
    return element("form", ["method": "get", "action": Self.path, "class": "filters"]) {
      for item in [choice.item] + kept {
        hidden(item.name, item.value)
      }
      PageField(
        Self.numberName, ReportWords.number,
        .choice(
          CountedNumber.ofGroups.map { (value: $0.rawValue, words: ReportWords.words(of: $0)) }),
        value: number.rawValue
      ).html(language)
      PageField(
        ReportQuestion.byName, ReportWords.by,
        .choice(
          [(value: ReportQuestion.undivided, words: ReportWords.undivided)]
            + divisions.map { (value: $0.key, words: $0.words) }),
        value: now.dimensions.first?.key ?? ReportQuestion.undivided
      ).html(language)
      PageField(
        ReportQuestion.bordersName, ReportWords.borders, value: now.typedBorders,
        hint: ReportWords.dayPattern
      ).html(language)
      element("button", ["type": "submit", "class": "quiet"]) {
        ReportWords.show.text(in: language)
      }
    }
  }

  private func numberCell(_ value: Int?, _ line: Line, _ question: ReportQuestion) -> HTML {
    guard let value, value > 0 else { return PageTable.number(value, language) }
    let address = question.narrowed(to: line.keys).address(
      ReportRecordsPage.path, [ReportRecordsPage.item(number: number)])
    return element("a", ["href": address]) { Format.integer(Int64(value), language) }
  }

  private func cells(_ line: Line) -> [HTML] {
    [
      .text(line.label.text(in: language)), numberCell(line.now, line, now),
      numberCell(line.before, line, before),
      .text(line.change.map { TrainerWords.difference($0).text(in: language) } ?? "—"),
      .text(YearWords.share(line.share, language)),
    ]
  }

  private var list: PageList<Line> {
    typealias Column = PageList<Line>.Column
    func value(_ number: Int?) -> SpreadsheetValue { number.map { .integer(Int64($0)) } ?? .empty }
    let heading =
      now.dimensions.isEmpty
      ? ReportWords.total
      : now.dimensions.map(\.words).dropFirst().reduce(
        CoordinatorWords.capitalised(now.dimensions[0].words)
      ) { $0 + BilingualText(same: " · ") + $1 }
    func label(_ question: ReportQuestion) -> BilingualText {
      let period = question.choice.period
      return BilingualText(vi: period.label(.vietnamese), en: period.label(.english))
    }
    return PageList(
      Self.path, ReportWords.words(of: number),
      columns: [
        Column("group", heading) { .text($0.label.text(in: language)) },
        Column(
          "now", label(now), orderedBy: { $0.now ?? -1 },
          cell: { numberCell($0.now, $0, now) }, value: { value($0.now) }),
        Column(
          "before", label(before), orderedBy: { $0.before ?? -1 },
          cell: { numberCell($0.before, $0, before) }, value: { value($0.before) }),
        Column(
          "change", YearWords.change, orderedBy: { $0.change ?? Int.min },
          cell: { line in
            .text(line.change.map { TrainerWords.difference($0).text(in: language) } ?? "—")
          }, value: { value($0.change) }),
        Column(
          "share", YearWords.percent, orderedBy: { $0.share ?? Int64.min },
          cell: { .text(YearWords.share($0.share, language)) },
          value: { $0.share.map { .ratio(Double($0) / 10_000) } ?? .empty }),
      ],
      filters: [
        PageList.Filter("q", heading) { line, typed in
          SearchFold.base(line.label.text(in: language)).contains(SearchFold.base(typed))
        }
      ], empty: ReportWords.nothing, subject: subject)
  }
}

/// The words of two years beside each other.
enum YearWords {
  static let title = BilingualText(vi: "So cùng kỳ năm trước", en: "Against the year before")
  static let lead = BilingualText(
    vi: "Cùng những ngày ấy của hai năm, trên cùng một địa giới, nên sáp nhập không tự làm số tăng "
      + "hay giảm. Kỳ chưa hết thì cả hai năm chỉ tính đến hôm nay.",
    en: "The same days of two years within the same borders, so that a merger alone neither raises "
      + "nor lowers a number. Of a period that is not over both years go until today alone.")
  static let change = BilingualText(vi: "Tăng, giảm", en: "Change")
  static let percent = BilingualText(vi: "Tăng, giảm %", en: "Change in %")
  static let note = BilingualText(
    vi: "Dấu — là không có hoặc chưa biết số ấy, hoặc năm trước là 0 nên không chia được.",
    en: "A dash means that there is no such number, that it is not known, or that the year before "
      + "has nothing to divide by.")

  static func share(_ share: Int64?, _ language: Language) -> String {
    share.map {
      ($0 > 0 ? "+" : $0 < 0 ? "−" : "±")
        + Format.percent(hundredths: Int64($0.magnitude), language)
    } ?? "—"
  }

  /// The main thing: both numbers, and how they differ.
  static func sentence(
    _ words: BilingualText, _ now: (period: Period, value: Int?),
    _ before: (period: Period, value: Int?), _ change: Int64?
  ) -> BilingualText {
    func told(_ language: Language) -> String {
      func part(_ side: (period: Period, value: Int?)) -> String {
        "\(side.period.label(language)): "
          + (side.value.map { Format.integer(Int64($0), language) } ?? "—")
      }
      return "\(words.text(in: language)). \(part(now)); \(part(before)); "
        + "\(share(change, language))."
    }
    return BilingualText(vi: told(.vietnamese), en: told(.english))
  }
}

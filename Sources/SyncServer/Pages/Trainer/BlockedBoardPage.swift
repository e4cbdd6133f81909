import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// Why help was blocked, place by place: what to teach next, and where.
///
/// The numbers are those of one grid of teams and reasons; units add up what the grid shows of their
/// teams and say "at least", so that two places never tell more than it does.
struct BlockedBoardPage {
  static let path = "/trainer/blocked"
  private static let byName = "by"
  /// Reasons of a place that are named.
  private static let leading = 3

  static let routes =
    [PageRoute(.get, path, access: .trainer) { try BlockedBoardPage($0).page() }]
    + ListFileFormat.routes(of: path, access: .trainer) { request, format in
      try BlockedBoardPage(request).file(format)
    }

  /// A reason with how often it was given.
  struct Reason: Sendable {
    /// Nil for those that are told together.
    let key: CountKey?
    let words: BilingualText
    let count: SuppressedNumber
  }

  /// A place with its reasons, the most frequent first.
  struct Line: Sendable {
    /// The team; nil for a unit.
    let team: CountKey?
    let place: BilingualText
    let unit: String
    let recorded: SuppressedNumber
    /// Blocked ones; of a unit at least, where some of its teams do not show theirs.
    let blocked: SuppressedNumber
    /// Those that are told by themselves, then all others of it as one.
    let reasons: [Reason]
  }

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let choice: PeriodChoice
  private let isByUnit: Bool

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    reached = try request.reached()
    choice = PeriodChoice(request.http.query, today: request.today, allowed: .whole)
    isByUnit = reached.isEverything && request.http.query[Self.byName] == CountDimension.unit.key
  }

  /// The teams within reach, and the reasons of all of them.
  static func lines(
    _ period: Period, _ grids: TrainerGrids
  ) throws -> (lines: [Line], reasons: [TrainerRow]) {
    let grid = try grids.reasons(period)
    let labels = try grid.columns.map { try grids.reader.label(of: $0, along: .blockedReason) }
    let map = try PlaceMap(grids.reader)
    let teams = try TeamLabels(grids.reader)
    let units = try Dictionary(
      grids.reader.teams().map { team in
        (
          CountKey.row(team.id),
          team.place.flatMap(map.place).flatMap { map.unit(of: $0, on: grids.today) }.map {
            map.name(of: $0, on: grids.today) ?? $0
          } ?? ""
        )
      }, uniquingKeysWith: { first, _ in first })
    let lines = try grid.rows.indices.map { row in
      let numbers = grid.numbers(ofRow: row)
      let blocked = grid.blocked(ofRow: row)
      let reasons = grid.columns.indices.compactMap { column -> Reason? in
        guard let count = numbers[column].least, count > 0 else { return nil }
        return Reason(key: grid.columns[column], words: labels[column], count: numbers[column])
      }
      return Line(
        team: grid.rows[row], place: try teams.label(of: grid.rows[row]),
        unit: units[grid.rows[row]] ?? "", recorded: grid.recorded[row], blocked: blocked,
        reasons: ordered(reasons, others: BlockedGrid.rest(of: blocked, beside: numbers)))
    }
    return (ordered(lines), try TrainerReport.reasons(grid, grids.reader))
  }

  private static func ordered(_ lines: [Line]) -> [Line] {
    lines.enumerated().sorted {
      (TrainerCells.order($1.element.blocked), $0.offset)
        < (TrainerCells.order($0.element.blocked), $1.offset)
    }.map(\.element)
  }

  private static func ordered(_ reasons: [Reason], others: Int) -> [Reason] {
    reasons.enumerated().sorted {
      (TrainerCells.order($1.element.count), $0.offset)
        < (TrainerCells.order($0.element.count), $1.offset)
    }.map(\.element)
      + (others > 0
        ? [Reason(key: nil, words: TrainerWords.otherReasons, count: .shown(others))] : [])
  }

  /// Units add up what is shown of their teams.
  static func units(_ lines: [Line]) -> [Line] {
    Dictionary(grouping: lines, by: \.unit).sorted { $0.key < $1.key }.map { unit, lines in
      var sums: [CountKey?: Reason] = [:]
      for reason in lines.flatMap(\.reasons) {
        sums[reason.key] = Reason(
          key: reason.key, words: reason.words,
          count: .sum(of: [reason.count] + (sums[reason.key].map { [$0.count] } ?? [])))
      }
      return Line(
        team: nil, place: unit.isEmpty ? BlockedWords.noUnit : BilingualText(same: unit),
        unit: unit, recorded: .sum(of: lines.map(\.recorded)),
        blocked: .sum(of: lines.map(\.blocked)),
        reasons: ordered(
          sums.values.filter { $0.key != nil }
            .sorted { $0.words.vietnamese < $1.words.vietnamese },
          others: sums[nil]?.count.least ?? 0))
    }.sorted { TrainerCells.order($0.blocked) > TrainerCells.order($1.blocked) }
  }
}

// MARK: - The page

extension BlockedBoardPage {
  private var subject: [NamedValues.Item] {
    [
      NamedValues.Item(name: "period", value: choice.address),
      NamedValues.Item(
        name: Self.byName, value: isByUnit ? CountDimension.unit.key : CountDimension.team.key),
    ]
  }

  private func found() throws -> (lines: [Line], reasons: [TrainerRow]) {
    let found = try request.trainerGrids(within: reached) { try Self.lines(choice.period, $0) }
    return isByUnit ? (Self.units(found.lines), found.reasons) : found
  }

  private func page() throws -> HTTPResponse {
    let (lines, reasons) = try found()
    let coverage = try request.trainerCoverage(of: choice.period, within: reached)
    let list = list
    let asked = list.choice(request.http.query)
    var frame = request.frame(TrainerWords.boardByPlace)
    frame.lead = TrainerPage.lead(reached)
    return .html(
      frame.page {
        PeriodPicker(
          choice, query: NamedValues(subject.filter { $0.name != "period" })
        ).html(language)
        request.strip(coverage)
        if reached.isEverything { form }
        panel(id: "reasons") {
          if !reasons.isEmpty {
            BarChart(
              TrainerWords.blockedBoard, sentence: BlockedWords.sentence(lines, reasons),
              hidden: TrainerWords.hidden,
              bars: reasons.map { .init($0.label.text(in: language), $0.assists) }
            ).html(language)
          }
          pareto(reasons).html(language)
        }
        panel {
          list.html(
            list.part(of: lines, asked), asked,
            note: BlockedWords.note(lines),
            files: ListFileFormat.links(of: Self.path), language)
        }
        TrainerCells.back(language)
      })
  }

  private var form: HTML {
    element("form", ["method": "get", "action": Self.path, "class": "filters"]) {
      hidden("period", choice.address)
      PageField(
        Self.byName, ReportWords.by,
        .choice(
          [CountDimension.team, .unit].map { (value: $0.key, words: $0.words) }),
        value: isByUnit ? CountDimension.unit.key : CountDimension.team.key
      ).html(language)
      element("button", ["type": "submit", "class": "quiet"]) {
        TrainerWords.show.text(in: language)
      }
    }
  }

  /// Each reason with its part of all, running up, and what would remove it.
  private func pareto(_ reasons: [TrainerRow]) -> PageTable {
    let whole = reasons.reduce(0) { $0 + ($1.assists.least ?? 0) }
    var sum = 0
    return PageTable(
      TrainerWords.blockedTable,
      columns: [
        .text(TrainerWords.blockedReason), .number(TrainerWords.recorded),
        .number(BlockedWords.cumulated), .text(BlockedWords.remedy),
      ],
      rows: reasons.map { row in
        sum += row.assists.least ?? 0
        let share = Ratio(Int64(sum), of: Int64(whole))
        let reason = BlockedReason.allCases.first { .text($0.rawValue) == row.key }
        return PageTable.Row([
          .text(row.label.text(in: language)),
          TrainerCells.number(
            row.assists, row.key.map { .blocked(choice.period, for: $0) }, language),
          .text(TrainerCells.text(share: share?.hundredthsOfPercent, language)),
          .text(reason?.remedy.text(in: language) ?? "—"),
        ])
      }, empty: BlockedWords.nothing,
      note: reasons.contains { $0.key == nil } ? TrainerWords.otherReasonsNote : nil)
  }

  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    let lines = try found().lines
    let coverage = try request.trainerCoverage(of: choice.period, within: reached)
    return try ListFile(list, format, name: "vuong-mac").answer(
      request, rows: lines,
      lead: [
        (ReportWords.period, .text(choice.label(language))),
        (ReportWords.coverage, .text(coverage.words.text(in: language))),
        (ReportWords.source, .text(ReportWords.sourceText.text(in: language))),
      ])
  }

  private var list: PageList<Line> {
    typealias Column = PageList<Line>.Column
    var columns = [
      Column(
        "place",
        isByUnit
          ? CoordinatorWords.capitalised(CountDimension.unit.words)
          : CoordinatorWords.team,
        cell: { placeCell($0) },
        value: { .text($0.place.text(in: language)) })
    ]
    if !isByUnit {
      columns.append(
        Column(
          "unit", CoordinatorWords.capitalised(CountDimension.unit.words), isOnlyInFiles: true
        ) { .text($0.unit) })
    }
    columns += [
      Column(
        "recorded", TrainerWords.recorded, orderedBy: { TrainerCells.order($0.recorded) },
        cell: { line in
          TrainerCells.number(
            line.recorded, line.team.map { .assists(choice.period, [.team: $0]) }, language)
        }, value: { TrainerCells.value($0.recorded, language) }),
      Column(
        "blocked", BlockedWords.blocked, orderedBy: { TrainerCells.order($0.blocked) },
        cell: { line in
          TrainerCells.number(
            line.blocked, line.team.map { .blocked(choice.period, [.team: $0]) }, language)
        }, value: { TrainerCells.value($0.blocked, language) }),
    ]
    columns += (0..<Self.leading).map { rank in
      Column("reason\(rank + 1)", BlockedWords.rank(rank + 1), cell: { reasonCell($0, rank) }) {
        .text(reasonText($0, rank) ?? "—")
      }
    }
    return PageList(
      Self.path, BlockedWords.byPlace, columns: columns,
      filters: [
        PageList.Filter("q", BlockedWords.place) { line, typed in
          SearchFold.base("\(line.place.vietnamese) \(line.unit)")
            .contains(SearchFold.base(typed))
        },
        PageList.Filter(
          "reason", TrainerWords.blockedReason,
          BlockedReason.allCases.map { (value: $0.rawValue, words: $0.words) }
        ) { line, code in line.reasons.contains { $0.key == .text(code) } },
      ], empty: BlockedWords.nothing, subject: subject)
  }
}

extension BlockedBoardPage {
  /// A unit opens its teams.
  private func placeCell(_ line: Line) -> HTML {
    let place = line.place.text(in: language)
    guard line.team == nil, !line.unit.isEmpty else {
      return PageTable.cell(place, detail: line.team == nil ? nil : line.unit)
    }
    let items = [choice.item, NamedValues.Item(name: "q", value: line.unit)]
    return element("a", ["href": "\(Self.path)?\(NamedValues(items).encoded)"]) { place }
  }

  private func reasonText(_ line: Line, _ rank: Int) -> String? {
    guard line.reasons.indices.contains(rank) else { return nil }
    let reason = line.reasons[rank]
    return "\(reason.words.text(in: language)) (\(reason.count.text(in: language)))"
  }

  private func reasonCell(_ line: Line, _ rank: Int) -> HTML {
    guard let text = reasonText(line, rank) else { return .text("—") }
    let reason = line.reasons[rank]
    guard let team = line.team, let key = reason.key else { return .text(text) }
    let question = TrainerQuestion.blocked(choice.period, for: key, [.team: team])
    guard let address = question.address(of: reason.count) else { return .text(text) }
    return element("a", ["href": address]) { text }
  }
}

/// The words of the board of reasons.
enum BlockedWords {
  static let byPlace = BilingualText(vi: "Vướng mắc theo nơi", en: "Blocked assists by place")
  static let place = BilingualText(vi: "Nơi", en: "Place")
  static let blocked = BilingualText(vi: "Lượt vướng", en: "Blocked")
  static let cumulated = BilingualText(vi: "Cộng dồn", en: "Running share")
  static let remedy = BilingualText(vi: "Cần dạy hoặc cần làm", en: "What to teach or to do")
  static let noUnit = BilingualText(vi: "chưa rõ xã, phường", en: "no unit known")
  static let nothing = BilingualText(
    vi: "Chưa có lượt nào bị vướng được nêu trong kỳ này.",
    en: "No blocked assist is told in this period.")
  /// What a reader must know about places; nil where everything is told.
  static func note(_ lines: [BlockedBoardPage.Line]) -> BilingualText? {
    let isPart = lines.contains { line in
      [line.recorded, line.blocked].contains { !$0.isShown }
    }
    let hasOthers = lines.contains { $0.reasons.contains { $0.key == nil } }
    let words =
      (isPart ? [atLeastNote] : []) + (hasOthers ? [TrainerWords.otherReasonsNote] : [])
    return words.isEmpty ? nil : words.dropFirst().reduce(words[0], +)
  }

  private static let atLeastNote =
    BilingualText(
      vi: "“≥”: chỉ cộng các tổ, các tháng có nêu số. ",
      en: "“≥”: of the teams and months that show a number alone. ")
    + TrainerWords.hiddenNote + BilingualText(same: " ")

  static func rank(_ number: Int) -> BilingualText {
    BilingualText(vi: "Lý do thứ \(number)", en: "Reason \(number)")
  }

  /// The main thing: the leading reason, and where it leads by most; several where they are as many.
  static func sentence(
    _ lines: [BlockedBoardPage.Line], _ reasons: [TrainerRow]
  ) -> BilingualText {
    guard let (first, count) = TrainerWords.leaders(reasons) else {
      return TrainerWords.noLeadingReason
    }
    let start = BilingualText(
      vi: "Nhiều nhất: \(TrainerWords.joined(first).vietnamese) "
        + "(\(Format.integer(Int64(count))))",
      en: "Most often: \(TrainerWords.joined(first).english) "
        + "(\(Format.integer(Int64(count), .english)))")
    // Where several reasons lead, no place is that of one of them.
    guard first.count == 1 else { return start + BilingualText(same: ".") }
    let places = lines.compactMap { line in
      line.reasons.first { $0.words == first[0] }.map { (line.place, $0.count.least ?? 0) }
    }
    let most = places.map(\.1).max()
    let leading = places.filter { $0.1 == most }.map(\.0)
    guard !leading.isEmpty else { return start + BilingualText(same: ".") }
    let names = TrainerWords.joined(leading)
    return start
      + BilingualText(
        vi: "; nhiều hơn cả ở \(names.vietnamese).", en: "; most of all at \(names.english).")
  }
}

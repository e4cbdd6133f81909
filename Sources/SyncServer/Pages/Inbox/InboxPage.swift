import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// What came in since a chosen hour, laptop by laptop, with the way to whatever is to be cleared; and
/// beside it which laptops have not reported.
enum InboxPage {
  static let path = "/inbox"

  static let routes =
    [PageRoute(.get, path, access: .coordinator, isNoted: true, isLive: true, handler: page)]
    + ListFileFormat.routes(of: path, access: .coordinator, handler: file)

  private typealias Lines = (lines: [InboxLine], start: InboxStart, reached: ReachedWork)

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let (lines, start, reached) = try lines(request)
    let list = list(lines, start, request)
    let choice = list.choice(request.http.query)
    let language = request.language
    let open = try OpenWork(request.centre, in: nil, now: request.now, within: reached)
    var frame = request.frame(InboxWords.title)
    frame.lead = reached.words
    return .html(
      frame.page {
        if !lines.isEmpty {
          PageFigure.row(figures(lines, start, language) + open.figures(language), language)
        }
        panel(lead: InboxWords.lead(start).text(in: language)) {
          list.html(
            list.part(of: lines, choice), choice, files: ListFileFormat.links(of: path), language)
          element("p", ["class": "table-note"]) { InboxWords.note.text(in: language) }
          element("p") {
            element("a", ["href": StickPages.path]) { StickWords.meaning.text(in: language) }
          }
        }
      })
  }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    let (lines, start, reached) = try lines(request)
    var lead: [ListFile<InboxLine>.Fact] = [
      (InboxWords.since, .minute(LocalDateTime(time: start.time).minutesSince1970))
    ]
    if let words = reached.words {
      lead.append((InboxWords.reach, .text(words.text(in: request.language))))
    }
    return try ListFile(list(lines, start, request), format, name: "hop-den").answer(
      request, rows: lines, lead: lead)
  }

  private static func lines(_ request: PageRequest) throws -> Lines {
    let reached = try request.reached()
    let start = InboxStart(request.http.query, now: request.now)
    let lines = try request.centre.inspect {
      try InboxLine.gather($0, since: start.time, within: reached)
    }
    return (lines, start, reached)
  }

  private static func figures(
    _ lines: [InboxLine], _ start: InboxStart, _ language: Language
  ) -> [PageFigure] {
    let expected = lines.filter { $0.standing.report.fate == nil }
    /// A figure that leads to the laptops it comes from.
    func figure(
      _ words: BilingualText, _ number: some BinaryInteger, of whole: Int? = nil,
      _ state: InboxState
    ) -> PageFigure {
      let value = [Int64(number), whole.map(Int64.init)].compactMap(\.self)
        .map { Format.integer($0, language) }.joined(separator: "/")
      return PageFigure(
        words, value, details: [.reported, .toClear].contains(state) ? [InboxWords.laptops] : [],
        address: number > 0 ? "\(path)?\(start.query)&state=\(state.rawValue)" : nil)
    }
    return [
      figure(
        InboxWords.reported, expected.count(where: \.hasReported), of: expected.count, .reported),
      figure(InboxWords.new, lines.reduce(0) { $0 + $1.came.newOperations }, .news),
      figure(InboxWords.held, lines.reduce(0) { $0 + $1.held }, .held),
      figure(InboxWords.review, lines.reduce(0) { $0 + $1.reviews }, .review),
      figure(InboxWords.mended, lines.reduce(0) { $0 + $1.mended }, .mended),
      figure(InboxWords.toClear, lines.count(where: \.isToClear), .toClear),
    ]
  }

  private static func list(
    _ lines: [InboxLine], _ start: InboxStart, _ request: PageRequest
  ) -> PageList<InboxLine> {
    PageList(
      path, InboxWords.title, columns: InboxColumns(start, request.language).all,
      filters: filters(lines), empty: LaptopWords.none,
      style: { line in
        if line.isToClear { return "row-attention" }
        return line.hasReported || line.standing.report.fate != nil ? nil : "row-missing"
      })
  }

  private static func filters(_ lines: [InboxLine]) -> [PageList<InboxLine>.Filter] {
    [
      // These two say what the lines tell, and leave none of them out.
      .init(day: "since", InboxWords.since) { _, _ in true },
      .init(
        "hour", InboxWords.hour,
        (0...23).map { (value: "\($0)", words: BilingualText(same: "\($0):00")) }
      ) { _, _ in true },
      .init("q", LaptopWords.text) { line, typed in
        let wanted = SearchFold.base(typed)
        let report = line.standing.report
        return [report.label, report.holder ?? "", "\(report.replica.rawValue)"]
          .contains { SearchFold.base($0).contains(wanted) }
      },
      .init("team", LaptopWords.team, LaptopReport.teamChoices(lines.map(\.standing.report))) {
        line, value in
        line.standing.report.team.map { "\($0.rawValue)" == value } ?? false
      },
      .init(
        "state", LaptopWords.state,
        InboxState.allCases.map { (value: $0.rawValue, words: InboxWords.state($0)) }
      ) { line, value in InboxState(rawValue: value).map { $0.holds(line) } ?? true },
    ]
  }
}

/// What the inbox says of a laptop.
private struct InboxColumns {
  private typealias Column = PageList<InboxLine>.Column

  private let start: InboxStart
  private let language: Language

  init(_ start: InboxStart, _ language: Language) {
    self.start = start
    self.language = language
  }

  var all: [PageList<InboxLine>.Column] {
    [
      Column(
        "label", LaptopWords.laptop, orderedBy: { SearchFold.base($0.standing.report.label) },
        cell: laptop, value: { .text($0.standing.report.label) }),
      Column(
        "number", LaptopWords.number, isOnlyInFiles: true,
        value: { .text("\($0.standing.report.replica.rawValue)") }),
      Column(
        "team", LaptopWords.team, isOnlyInFiles: true,
        value: { $0.standing.report.teamName.map { .text($0) } ?? .empty }),
      Column(
        "round", LaptopWords.lastRound,
        orderedBy: { $0.standing.report.lastRound?.minutesSince1970 ?? .min }, cell: reported,
        value: { $0.standing.report.lastRound.map { .minute($0.minutesSince1970) } ?? .empty }),
      Column(
        "reported", InboxWords.reported, isOnlyInFiles: true, value: { .boolean($0.hasReported) }),
      number("new", InboxWords.new, nil) { $0.came.newOperations },
      number("merged", InboxWords.merged, .merged, \.merged),
      Column(
        "known", InboxWords.known, orderedBy: { $0.came.knownBatches },
        value: { .integer($0.came.knownBatches) }),
      Column(
        "turned-away", InboxWords.turnedAway,
        orderedBy: { $0.came.asideBatches + $0.came.refusedBatches }, cell: turnedAway,
        value: { .integer($0.came.asideBatches + $0.came.refusedBatches) }),
      number("held", InboxWords.held, .held, \.held),
      Column(
        "review", InboxWords.review, orderedBy: \.reviews,
        cell: { line in
          way(
            Int64(line.reviews),
            "\(RulingPages.openPath)&laptop=\(line.standing.report.replica.rawValue)")
        }, value: { .integer(Int64($0.reviews)) }),
      Column(
        "mended", InboxWords.mended, orderedBy: \.mended,
        cell: { line in
          way(
            Int64(line.mended),
            "\(ReviewPages.path)?state=\(ReviewState.mended.rawValue)"
              + "&laptop=\(line.standing.report.replica.rawValue)")
        }, value: { .integer(Int64($0.mended)) }),
      Column(
        "conflicts", CoordinatorWords.conflicts, orderedBy: \.conflicts,
        cell: { line in
          way(
            Int64(line.conflicts),
            "\(ConflictPages.path)?laptop=\(line.standing.report.replica.rawValue)")
        }, value: { .integer(Int64($0.conflicts)) }),
    ]
  }

  /// A number of operations, with the way to the records that they write to.
  private func number(
    _ key: String, _ label: BilingualText, _ state: InboxRecordsPage.State?,
    _ value: @escaping (InboxLine) -> Int64
  ) -> Column {
    Column(
      key, label, orderedBy: value,
      cell: { line in
        way(
          value(line), InboxRecordsPage.path(of: line.standing.report.replica, start, state))
      }, value: { .integer(value($0)) })
  }

  private func laptop(_ line: InboxLine) -> HTML {
    let report = line.standing.report
    return HTML.group {
      element("a", ["href": LaptopListPage.path(of: report.replica)]) { report.label }
      element("span", ["class": "detail"]) {
        report.teamName ?? LaptopWords.noTeam.text(in: language)
      }
    }
  }

  /// Whether it reported, told by a mark and in words.
  private func reported(_ line: InboxLine) -> HTML {
    let report = line.standing.report
    if let fate = report.fate, !line.hasReported {
      return StateMark.neutral.html(fate.words.text(in: language))
    }
    guard let round = report.lastRound else {
      return StateMark.missing.html(LaptopWords.neverCame.text(in: language))
    }
    let time = Format.dateTime(round)
    return line.hasReported
      ? StateMark.good.html(time)
      : StateMark.missing.html(InboxWords.notSince(time).text(in: language))
  }

  private func turnedAway(_ line: InboxLine) -> HTML {
    let (aside, refused) = (line.came.asideBatches, line.came.refusedBatches)
    guard aside + refused > 0 else { return .text("0") }
    return StateMark.attention.html(InboxWords.turnedAway(aside, refused).text(in: language))
  }

  /// A number with the way to what it counts; nothing leads to nothing.
  private func way(_ count: Int64, _ address: String) -> HTML {
    guard count > 0 else { return .text("0") }
    return element("a", ["href": address]) { Format.integer(count, language) }
  }
}

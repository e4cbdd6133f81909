import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// Ratings and what people said, with when an answer is due and who gives it; overdue first.
struct FeedbackPages {
  static let path = "/feedback"

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator, isNoted: true, isLive: true) {
        try FeedbackPages($0).page()
      }
    ]
    + ListFileFormat.routes(of: path, access: .coordinator) { request, format in
      try FeedbackPages(request).file(format)
    }
    + FeedbackPage.routes + FeedbackSheetPage.routes

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let choice: PeriodChoice
  /// Overdue first, then what waits, by when it is due; what is closed last, the latest first.
  private let lines: [FeedbackFacts]
  private let duties: [RowID: String]
  private let hamlets: [ScopeID: String]

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let reached = try request.reached()
    self.reached = reached
    let query = request.http.query
    let isAsked = PeriodChoice.names.contains { !(query[$0] ?? "").isEmpty }
    // What is overdue from long ago stands in front all the same.
    let choice = PeriodChoice(
      isAsked ? query : NamedValues([NamedValues.Item(name: "period", value: "all")]),
      today: request.today, allowed: .anyOrAll)
    self.choice = choice
    (lines, duties, hamlets) = try request.centre.read { reader in
      let found = try reader.feedback(reached.query(choice.period, by: []), asOf: request.now)
      return (
        Self.ordered(found), try FeedbackBook(reader.connection).duties(), try reader.scopeLabels()
      )
    }
  }

  /// Overdue first, then what waits, by when it is due; what is closed last.
  static func ordered(_ found: [FeedbackFacts]) -> [FeedbackFacts] {
    func waiting(_ state: FeedbackFacts.State) -> [FeedbackFacts] {
      found.filter { $0.state == state }.sorted {
        ($0.due ?? .latest, $0.row) < ($1.due ?? .latest, $1.row)
      }
    }
    return waiting(.overdue) + waiting(.open)
      + found.filter { $0.state != .overdue && $0.state != .open }
  }

  /// What stands in a line besides, read for those that are shown.
  private struct Told {
    var comment: String?
    var answer: String?
    var about: BilingualText?
  }

  private func told(_ lines: [FeedbackFacts]) throws -> [RowID: Told] {
    try request.centre.read { reader in
      var told: [RowID: Told] = [:]
      for line in lines {
        let record = try reader.formRecord(RecordForms.feedback, line.row)
        func text(_ field: FieldDefinition) throws -> String? {
          guard let record, let formField = RecordForms.feedback.field(field.id) else { return nil }
          return try reader.words(of: formField, in: record)?.text(in: language)
        }
        told[line.row] = Told(
          comment: try text(FeedbackTable.comment), answer: try text(FeedbackTable.answer),
          about: try line.subject.flatMap { try FeedbackPage.about($0, reader) })
      }
      return told
    }
  }

  private func page() throws -> HTTPResponse {
    let choice = list([:]).choice(request.http.query)
    let part = list([:]).part(of: lines, choice)
    let list = list(try told(part.rows))
    let strip = try request.strip(of: self.choice.period, within: reached)
    var frame = request.frame(FeedbackWords.title)
    frame.lead = reached.words
    return .html(
      frame.page {
        PeriodPicker(self.choice, day: FeedbackWords.byDay).html(language)
        strip
        figures
        panel(lead: FeedbackWords.lead.text(in: language)) {
          list.html(
            part, choice, note: FeedbackWords.standsAlone,
            files: ListFileFormat.links(of: Self.path), language)
          element("p", ["class": "actions"]) {
            element("a", ["href": FeedbackPage.newPath]) { FeedbackWords.new.text(in: language) }
            element("a", ["href": FeedbackSheetPage.path]) {
              FeedbackWords.sheets.text(in: language)
            }
          }
        }
      })
  }

  private var figures: HTML {
    let list = list([:])
    func count(_ items: [(name: String, value: String)]) -> (count: Int, address: String) {
      // What a figure says is what its list holds: the same filters make both.
      let query = NamedValues(
        list.subject + items.map { NamedValues.Item(name: $0.name, value: $0.value) })
      return (
        list.chosen(lines, list.choice(query)).count, "\(Self.path)?\(query.encoded)"
      )
    }
    func figure(
      _ label: BilingualText, _ found: (count: Int, address: String), of whole: Int? = nil
    ) -> PageFigure {
      guard let whole else { return PageFigure(label, found.count, to: found.address, language) }
      let share = Ratio(Int64(found.count), of: Int64(whole))?.hundredthsOfPercent
      return PageFigure(
        label,
        [found.count, whole].map { Format.integer(Int64($0), language) }.joined(separator: "/"),
        details: [
          BilingualText(
            vi: TrainerCells.text(share: share, .vietnamese),
            en: TrainerCells.text(share: share, .english))
        ], address: found.count > 0 ? found.address : nil)
    }
    let rated = count([(Self.ratingName, Self.anyRating)])
    let wanting = count([(Self.stateName, Self.wanting)])
    return PageFigure.row(
      [
        figure(FeedbackWords.ratings, rated),
        figure(
          FeedbackWords.liked, count([(Self.ratingName, Self.likedRating)]), of: rated.count),
        figure(FeedbackWords.wanting, wanting),
        figure(
          FeedbackWords.inTime, count([(Self.stateName, Self.timely)]), of: wanting.count),
        figure(
          FeedbackWords.overdue,
          count([(Self.stateName, FeedbackFacts.State.overdue.rawValue)])),
      ], language)
  }

  private static let stateName = "state"
  private static let ratingName = "rating"
  // Values of filters that hold more than one state or rating.
  private static let waiting = "waiting"
  private static let wanting = "wanting"
  private static let timely = "timely"
  private static let anyRating = "any"
  private static let likedRating = "liked"

  private static func passes(_ line: FeedbackFacts, state asked: String) -> Bool {
    switch asked {
    case waiting: line.state == .open || line.state == .overdue
    case wanting: line.wantsAnswer
    case timely: line.wantsAnswer && line.isInTime == true
    default: line.state.rawValue == asked
    }
  }

  private static func passes(_ line: FeedbackFacts, rating asked: String) -> Bool {
    guard let rating = line.rating else { return false }
    return switch asked {
    case anyRating: true
    case likedRating: rating >= FeedbackFacts.likedFrom
    default: String(rating) == asked
    }
  }

  /// Without what somebody wrote: files leave the house.
  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    try ListFile(list([:]), format, name: "phan-anh").answer(
      request, rows: lines,
      lead: [
        (ReportWords.period, .text(choice.label(language))),
        (ReportWords.source, .text(ReportWords.sourceText.text(in: language))),
      ])
  }

  private func list(_ told: [RowID: Told]) -> PageList<FeedbackFacts> {
    typealias Column = PageList<FeedbackFacts>.Column
    func hamlet(_ line: FeedbackFacts) -> String { line.scope.flatMap { hamlets[$0] } ?? "—" }
    func day(_ date: LocalDate?) -> SpreadsheetValue {
      date.map { .day($0.daysSince1970) } ?? .empty
    }
    return PageList(
      Self.path, FeedbackWords.all,
      columns: [
        Column(
          "code", FeedbackWords.code,
          cell: { line in
            element("a", ["href": FeedbackPage.address(line.row), "class": "nowrap"]) {
              line.codeText
            }
          }, value: { .text($0.codeText) }),
        Column("day", FeedbackWords.day, orderedBy: { $0.received ?? .earliest }) {
          day($0.received)
        },
        Column(
          "about", FeedbackWords.about,
          cell: { line in
            PageTable.cell(
              told[line.row]?.about?.text(in: language) ?? "—",
              detail: line.subject?.kind == .place ? nil : hamlet(line))
          }, value: { $0.subject.map { .text($0.kind.letter) } ?? .empty }),
        Column("hamlet", FeedbackWords.hamlet, isOnlyInFiles: true) { .text(hamlet($0)) },
        Column("rating", FeedbackWords.rating, orderedBy: { $0.rating ?? 0 }) {
          $0.rating.map { .integer($0) } ?? .empty
        },
        Column(
          "words", FeedbackWords.hasWords,
          cell: { line in
            let told = told[line.row]
            return PageTable.cell(
              told?.comment.map { String($0.prefix(160)) } ?? "—",
              detail: told?.answer.map { "→ \($0.prefix(160))" })
          },
          value: { .text((BilingualText.yesOrNo($0.wantsAnswer)).text(in: language)) }),
        Column("channel", FeedbackWords.channel, isOnlyInFiles: true) { line in
          line.channel.flatMap { ChoiceList.feedbackChannel[$0] }
            .map { .text($0.words.text(in: language)) } ?? .empty
        },
        Column("due", FeedbackWords.due, orderedBy: { $0.due ?? .latest }) {
          $0.wantsAnswer ? day($0.due) : .empty
        },
        Column(
          "state", FeedbackWords.state,
          cell: { line in
            Self.mark(of: line.state).html(FeedbackWords.words(of: line.state).text(in: language))
          }, value: { .text(FeedbackWords.words(of: $0.state).text(in: language)) }),
        Column("answered", FeedbackWords.answered, isOnlyInFiles: true) { day($0.answered) },
        Column(
          "who", FeedbackWords.who,
          cell: { line in
            .text(
              duties[line.row]
                ?? (line.state == .open || line.state == .overdue
                  ? FeedbackWords.nobody.text(in: language) : "—"))
          }, value: { duties[$0.row].map { .text($0) } ?? .empty }),
      ],
      filters: [
        PageList.Filter(
          Self.stateName, FeedbackWords.state,
          [
            (value: Self.waiting, words: FeedbackWords.notAnswered),
            (value: Self.wanting, words: FeedbackWords.wanting),
            (value: Self.timely, words: FeedbackWords.timely),
          ]
            + FeedbackFacts.State.allCases.map {
              (value: $0.rawValue, words: FeedbackWords.words(of: $0))
            }
        ) { Self.passes($0, state: $1) },
        PageList.Filter(
          Self.ratingName, FeedbackWords.rating,
          [
            (value: Self.anyRating, words: FeedbackWords.anyRating),
            (value: Self.likedRating, words: FeedbackWords.likedRating),
          ] + (1...5).map { (value: String($0), words: BilingualText(same: String($0))) }
        ) { Self.passes($0, rating: $1) },
        PageList.Filter("hamlet", FeedbackWords.hamlet) { line, typed in
          SearchFold.base(hamlet(line)).contains(SearchFold.base(typed))
        },
        PageList.Filter("who", FeedbackWords.who) { line, typed in
          SearchFold.base(duties[line.row] ?? "").contains(SearchFold.base(typed))
        },
      ], empty: FeedbackWords.none,
      subject: [NamedValues.Item(name: "period", value: choice.address)],
      style: { $0.state == .overdue ? "row-attention" : nil })
  }

  /// The mark that goes with a state.
  static func mark(of state: FeedbackFacts.State) -> StateMark {
    switch state {
    case .overdue, .late: .attention
    case .inTime: .good
    case .open, .bare: .neutral
    }
  }
}

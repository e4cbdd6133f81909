import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// The training log: what was trained, who learned, their scores, and how help went before and after.
struct TrainingPages {
  static let path = "/training"
  static let untrainedPath = "/training/untrained"

  static let routes =
    [
      PageRoute(.get, path, access: .trainer) { try TrainingPages($0).page() },
      PageRoute(.get, untrainedPath, access: .coordinator, isNoted: true) {
        try TrainingPages($0).untrained()
      },
    ]
    + ListFileFormat.routes(of: path, access: .trainer) { request, format in
      try TrainingPages(request).file(format)
    }
    + ListFileFormat.routes(of: untrainedPath, access: .coordinator) { request, format in
      try TrainingPages(request).untrainedFile(format)
    } + TrainingMembersPage.routes

  /// Trainings that are listed.
  private static let sessionLimit = 100

  private let request: PageRequest
  private let language: Language
  private let choice: PeriodChoice
  private let report: TrainingReport
  private let places: [RowID: String]

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let reached = try request.reached()
    let choice = Self.choice(request)
    self.choice = choice
    (report, places) = try request.centre.read { reader in
      let report = try TrainingReport.gather(
        choice.period, today: request.today, reader, within: reached)
      var places: [RowID: String] = [:]
      for place in report.sessions.compactMap(\.place) where places[place] == nil {
        places[place] = try reader.label(of: .row(place), along: .hamlet).vietnamese
      }
      return (report, places)
    }
  }

  /// The period that is asked for; without one it is the year: trainings are few.
  static func choice(_ request: PageRequest) -> PeriodChoice {
    let query = request.http.query
    let isAsked = !(query["period"] ?? "").isEmpty
    return PeriodChoice(
      isAsked
        ? query
        : NamedValues([NamedValues.Item(name: "period", value: "year")]),
      today: request.today, allowed: .whole)
  }

  private func page() throws -> HTTPResponse {
    let list = list
    let asked = list.choice(request.http.query)
    let reached = try request.reached()
    let strip = request.strip(try request.trainerCoverage(of: choice.period, within: reached))
    var frame = request.frame(TrainingWords.title)
    frame.lead = TrainerPage.lead(reached)
    return .html(
      frame.page {
        PeriodPicker(choice, day: TrainingWords.byDay).html(language)
        strip
        PageFigure.row(
          [
            PageFigure(
              TrainingWords.sessions, Format.integer(Int64(report.sessions.count), language)),
            PageFigure(
              TrainingWords.trained, "\(report.trained)/\(report.members)",
              details: [TrainingWords.share(report.trained, of: report.members)],
              address: report.trained > 0
                ? TrainingMembersPage.address(choice, isTrained: true) : nil),
            PageFigure(
              TrainingWords.scores,
              report.scores.topics.isEmpty
                ? "—" : TrainingWords.scores(report.scores.all).text(in: language),
              details: report.scores.all.map { [TrainingWords.tested($0.tested)] } ?? []),
          ], language)
        panel { sessions.html(language) }
        if !report.scores.topics.isEmpty { panel(id: "scores") { topics.html(language) } }
        panel {
          list.html(
            list.part(of: report.lines, asked), asked, note: TrainingWords.rateNote,
            files: ListFileFormat.links(of: Self.path), language)
        }
        panel {
          roles.html(language)
          if Access.coordinator.allows(request.account?.rights), !report.untrained.isEmpty {
            element("p") {
              element("a", ["href": "\(Self.untrainedPath)?period=\(choice.address)"]) {
                TrainingWords.names.text(in: language)
              }
            }
          }
        }
        TrainerCells.back(language)
      })
  }

  /// A number that opens its members.
  private func number(_ text: String, _ count: Int, _ address: String) -> HTML {
    count == 0 ? .text(text) : element("a", ["href": address]) { text }
  }

  /// Scores by what trainings were about: a trainer knows it by its days, since what somebody typed may
  /// name a person.
  private var topics: PageTable {
    let isNamed = Access.coordinator.allows(request.account?.rights)
    return PageTable(
      TrainingWords.scoresByTopic,
      columns: [
        .text(TrainingWords.topic), .text(ReportWords.day), .number(TrainingWords.learners),
        .number(TrainingWords.scores),
      ],
      rows: report.scores.topics.prefix(Self.sessionLimit).enumerated().map { place, topic in
        PageTable.Row([
          .text(
            isNamed && !topic.name.isEmpty
              ? topic.name : TrainingWords.topic(place + 1).text(in: language)),
          .text(topic.days.map(Format.date).joined(separator: ", ")),
          .text(
            topic.sum.map { Format.integer(Int64($0.tested), language) }
              ?? TrainerWords.hidden.text(in: language)),
          .text(TrainingWords.scores(topic.sum).text(in: language)),
        ])
      }, empty: TrainingWords.none, note: TrainerWords.hiddenNote)
  }

  private var sessions: PageTable {
    let scores = report.scores
    return PageTable(
      TrainingWords.log,
      columns: [
        .text(ReportWords.day), .text(TrainingWords.topic), .text(RatePageWords.place),
        .number(TrainingWords.learners), .number(TrainingWords.scores),
      ],
      rows: report.sessions.prefix(Self.sessionLimit).map { session in
        PageTable.Row([
          PageTable.cell(Format.date(session.date), detail: session.codeText),
          subject(of: session),
          .text(session.place.flatMap { places[$0] } ?? "—"),
          number(
            "\(session.learnerCount)", session.learnerCount,
            TrainingMembersPage.address(choice, session: session.id)),
          .text(
            session.tested == 0
              ? "—"
              : TrainingWords.scores(scores.tells(session) ? TrainingScores.Sum(session) : nil)
                .text(in: language)),
        ])
      }, empty: TrainingWords.none,
      note: report.sessions.count > Self.sessionLimit
        ? TrainingWords.scoreNote + TrainingWords.more(Self.sessionLimit)
        : TrainingWords.scoreNote)
  }

  /// What a team called a training, for coordinators; a trainer is told its kind, since what somebody
  /// typed may name a person.
  private func subject(of session: TrainingSession) -> HTML {
    guard Access.coordinator.allows(request.account?.rights) else {
      return .text(TrainingWords.training.text(in: language))
    }
    return PageTable.cell(
      session.topic ?? session.name ?? "—",
      detail: session.topic == nil ? nil : session.name)
  }

  private var list: PageList<TrainingReport.Line> {
    typealias Column = PageList<TrainingReport.Line>.Column
    func percent(_ value: Int?) -> SpreadsheetValue {
      value.map { .ratio(Double($0) / 100) } ?? .empty
    }
    return PageList(
      Self.path, TrainingWords.byTeam,
      columns: [
        Column("team", CoordinatorWords.team) { .text($0.name) },
        Column(
          "trained", TrainingWords.trained,
          orderedBy: { Double($0.trained) / Double(max(1, $0.members)) },
          cell: { line in
            number(
              "\(line.trained)/\(line.members)", line.members,
              TrainingMembersPage.address(choice, team: line.team))
          }, value: { .integer(Int64($0.trained)) }),
        Column("members", TrainingWords.members, isOnlyInFiles: true) {
          .integer(Int64($0.members))
        },
        Column("last", TrainingWords.last, orderedBy: { $0.last ?? .earliest }) {
          $0.last.map { .day($0.daysSince1970) } ?? .empty
        },
        Column(
          "before", TrainingWords.before, orderedBy: { $0.before ?? -1 },
          cell: { .text(TrainingWords.rate($0.before, $0.last).text(in: language)) },
          value: { percent($0.before) }),
        Column(
          "after", TrainingWords.after, orderedBy: { $0.after ?? -1 },
          cell: { line in
            PageTable.cell(
              TrainingWords.rate(line.after, line.last).text(in: language),
              detail: line.last != nil && line.daysToCome > 0
                ? TrainingWords.toCome(line.daysToCome).text(in: language) : nil)
          }, value: { percent($0.after) }),
      ],
      filters: [
        PageList.Filter("q", CoordinatorWords.team) { line, typed in
          SearchFold.base(line.name).contains(SearchFold.base(typed))
        },
        PageList.Filter(
          "who", TrainingWords.which,
          [
            (value: "none", words: TrainingWords.neverTrained),
            (value: "part", words: TrainingWords.partTrained),
          ]
        ) { line, asked in
          asked == "none" ? line.trained == 0 : line.trained < line.members
        },
      ], empty: CoordinatorWords.noTeams,
      subject: [choice.item])
  }

  private var roles: PageTable {
    PageTable(
      TrainingWords.untrained,
      columns: [.text(TrainingWords.role), .number(TrainingWords.untrainedShort)],
      rows: report.roles.map { role in
        PageTable.Row([
          .text(role.role.isEmpty ? TrainingWords.noRole.text(in: language) : role.role),
          role.role.isEmpty
            ? .text("\(role.untrained)/\(role.members)")
            : number(
              "\(role.untrained)/\(role.members)", role.untrained,
              TrainingMembersPage.address(choice, isTrained: false, role: role.role)),
        ])
      }, empty: TrainingWords.noMembers)
  }

  /// Files leave the house and have no names: the code says who it is.
  private func untrainedList(hasNames: Bool) -> PageList<TrainingReport.Person> {
    typealias Column = PageList<TrainingReport.Person>.Column
    return PageList<TrainingReport.Person>(
      Self.untrainedPath, TrainingWords.untrained,
      columns: (hasNames ? [Column("name", TrainingWords.member) { .text($0.name) }] : []) + [
        Column("code", ReportWords.code, orderedBy: \.code, cell: { CentreForms.link($0.code) }) {
          .text($0.code)
        },
        Column("role", TrainingWords.role, orderedBy: \.role) { .text($0.role) },
        Column("team", CoordinatorWords.team, orderedBy: \.teamName) { .text($0.teamName) },
      ],
      filters: [
        PageList.Filter("q", CoordinatorWords.team) { line, typed in
          SearchFold.base(line.teamName).contains(SearchFold.base(typed))
        }
      ], empty: report.members == 0 ? TrainingWords.noMembers : TrainingWords.allTrained,
      subject: [choice.item])
  }

  private func untrainedFile(_ format: ListFileFormat) throws -> HTTPResponse {
    try ListFile(untrainedList(hasNames: false), format, name: "chua-tap-huan").answer(
      request, rows: report.untrained,
      lead: [(ReportWords.period, .text(choice.label(language)))])
  }

  /// Who has not been trained, by name.
  private func untrained() throws -> HTTPResponse {
    let list = untrainedList(hasNames: true)
    let asked = list.choice(request.http.query)
    return request.page(TrainingWords.untrained) {
      panel {
        list.html(
          list.part(of: report.untrained, asked), asked,
          files: ListFileFormat.links(of: Self.untrainedPath), language)
      }
      element("p") {
        element("a", ["href": "\(Self.path)?period=\(choice.address)"]) {
          TrainingWords.back.text(in: language)
        }
      }
    }
  }

  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    try ListFile(list, format, name: "tap-huan").answer(
      request, rows: report.lines,
      lead: [
        (ReportWords.period, .text(choice.label(language))),
        (ReportWords.source, .text(ReportWords.sourceText.text(in: language))),
      ])
  }
}

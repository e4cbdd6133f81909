import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// The members behind the numbers of the training log: who learned and who did not, by the code of the
/// roster, and nobody's name.
struct TrainingMembersPage {
  static let path = "\(TrainingPages.path)/members"
  private static let stateName = "state"
  private static let teamName = "team"
  private static let roleName = "role"
  private static let sessionName = "session"
  private static let trained = "trained"
  private static let untrained = "untrained"

  static let routes =
    [PageRoute(.get, path, access: .trainer) { try TrainingMembersPage($0).page() }]
    + ListFileFormat.routes(of: path, access: .trainer) { request, format in
      try TrainingMembersPage(request).file(format)
    }

  /// Where the members of a number are.
  static func address(
    _ period: PeriodChoice, isTrained: Bool? = nil, team: RowID? = nil, role: String? = nil,
    session: RowID? = nil
  ) -> String {
    let items = [
      (stateName, isTrained.map { $0 ? trained : untrained }),
      (teamName, team.map { String($0.rawValue) }), (roleName, role),
      (sessionName, session.map { String($0.rawValue) }),
    ]
    return path
      + PageQuery.text(
        [(name: period.item.name, value: period.item.value)]
          + items.compactMap { name, value in value.map { (name: name, value: $0) } })
  }

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let choice: PeriodChoice
  private let report: TrainingReport

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let reached = try request.reached()
    self.reached = reached
    let choice = TrainingPages.choice(request)
    self.choice = choice
    report = try request.centre.read { reader in
      try TrainingReport.gather(choice.period, today: request.today, reader, within: reached)
    }
  }

  private func page() throws -> HTTPResponse {
    let list = list
    let asked = list.choice(request.http.query)
    var frame = request.frame(TrainingWords.people)
    frame.lead = TrainerPage.lead(reached)
    let coverage = try request.trainerCoverage(of: choice.period, within: reached)
    return .html(
      frame.page {
        PeriodPicker(choice, day: TrainingWords.byDay).html(language)
        request.strip(coverage)
        panel {
          list.html(
            list.part(of: report.people, asked), asked,
            files: ListFileFormat.links(of: Self.path), language)
        }
        element("p") {
          element("a", ["href": "\(TrainingPages.path)?period=\(choice.address)"]) {
            TrainingWords.back.text(in: language)
          }
        }
      })
  }

  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    try ListFile(list, format, name: "tap-huan-thanh-vien").answer(
      request, rows: report.people,
      lead: [
        (ReportWords.period, .text(choice.label(language))),
        (ReportWords.source, .text(ReportWords.sourceText.text(in: language))),
      ])
  }

  private var list: PageList<TrainingReport.Person> {
    typealias Column = PageList<TrainingReport.Person>.Column
    let teams = report.lines.map {
      (value: String($0.team.rawValue), words: BilingualText(same: $0.name))
    }
    return PageList(
      Self.path, TrainingWords.people,
      columns: [
        Column("code", TrainerRecordWords.member, orderedBy: \.code) { .text($0.code) },
        Column("role", TrainingWords.role, orderedBy: \.role) { .text($0.role) },
        Column("team", CoordinatorWords.team, orderedBy: \.teamName) { .text($0.teamName) },
        Column(
          "last", TrainingWords.last, orderedBy: { $0.last ?? .earliest },
          cell: { .text($0.last.map(Format.date) ?? TrainingWords.never.text(in: language)) },
          value: { $0.last.map { .day($0.daysSince1970) } ?? .empty }),
        Column("times", TrainingWords.times, orderedBy: \.sessions.count) {
          .integer(Int64($0.sessions.count))
        },
      ],
      filters: [
        PageList.Filter(
          Self.stateName, TrainingWords.which,
          [
            (value: Self.trained, words: TrainingWords.trained),
            (value: Self.untrained, words: TrainingWords.untrainedShort),
          ]
        ) { person, asked in (person.last != nil) == (asked == Self.trained) },
        PageList.Filter(Self.teamName, CoordinatorWords.team, teams) { person, asked in
          String(person.team.rawValue) == asked
        },
        PageList.Filter(Self.roleName, TrainingWords.role) { person, typed in
          SearchFold.base(person.role).contains(SearchFold.base(typed))
        },
        PageList.Filter(
          Self.sessionName, TrainingWords.training,
          report.sessions.map { session in
            (
              value: String(session.id.rawValue),
              words: BilingualText(same: "\(Format.date(session.date)) \(session.codeText)")
            )
          }
        ) { person, asked in person.sessions.contains { String($0.rawValue) == asked } },
      ], empty: TrainingWords.noMembers, subject: [choice.item])
  }
}

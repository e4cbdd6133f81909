import Documents
import FieldWork
import Pages
import Web

/// The teams: where they work, who is in them, with which laptops, and what they lack.
enum RosterPage {
  static let path = "/roster"

  static let routes =
    ListScreen.routes(path, access: .coordinator, isLive: true, file: "to") { request in
      let roster = try Roster(request)
      return ListScreen(
        RosterWords.title, roster.list, roster.teams, lead: roster.reached.words,
        further: RosterWords.ways(
          [.team, .member, .hamlet, .household, .lists], request.language))
    } + TeamPage.routes

  /// Where a team is.
  static func path(of team: TeamStanding) -> String { "\(path)/\(team.team.codeText)" }

  /// Where the teams of a unit are.
  static func path(ofUnit code: String) -> String {
    path + PageQuery.text([(Roster.unitName, code)])
  }
}

/// The list of teams that a request may see.
private struct Roster {
  typealias List = PageList<TeamStanding>

  static let unitName = "unit"

  let teams: [TeamStanding]
  let reached: ReachedWork
  private let units: [String: String]
  private let today: LocalDate
  private let language: Language

  init(_ request: PageRequest) throws {
    reached = try request.reached()
    today = request.today
    language = request.language
    (teams, units) = try TeamStanding.gather(request.centre, within: reached, on: today)
  }

  var list: List {
    List(
      RosterPage.path, RosterWords.title, columns: columns, filters: filters,
      empty: reached.isEverything ? RosterWords.none : RosterWords.noneInReach,
      style: { [today] in $0.lacks(on: today).isEmpty ? nil : "row-attention" })
  }

  private var columns: [List.Column] {
    let (today, language, units) = (today, language, units)
    return [
      .init(
        "name", PlaceWords.team, orderedBy: { SearchFold.base($0.name) },
        cell: { team in
          HTML.group {
            element("a", ["href": RosterPage.path(of: team)]) { team.name }
            if let kind = RosterWords.kind(team) {
              element("span", ["class": "detail"]) { kind.text(in: language) }
            }
          }
        }, value: { .text($0.name) }),
      .init("code", PeopleWords.code, isOnlyInFiles: true) { .text($0.team.codeText) },
      .init("kind", RosterWords.kind, isOnlyInFiles: true) {
        .optional(RosterWords.kind($0)?.text(in: language))
      },
      .init(
        "hamlet", PlaceWords.hamlet, orderedBy: { SearchFold.base($0.hamlet?.name ?? "") },
        cell: { team in
          PageTable.cell(team.hamlet?.name ?? "—", detail: team.unit.flatMap { units[$0] })
        }, value: { .optional($0.hamlet?.name) }),
      .init("unit", PlaceWords.unit, isOnlyInFiles: true) { .optional($0.unit) },
      .init("households", PlaceWords.households, orderedBy: \.households) {
        .integer(Int64($0.households))
      },
      .init("members", RosterWords.members, orderedBy: \.members) { .integer(Int64($0.members)) },
      .init(
        "laptops", LaptopWords.title, orderedBy: \.laptops.count,
        cell: { team in
          guard !team.laptops.isEmpty else { return .text("—") }
          return HTML.group {
            for laptop in team.laptops {
              element(
                "a", ["class": "detail", "href": LaptopListPage.path(of: laptop.report.replica)]
              ) { laptop.report.label }
            }
          }
        }, value: { .optional($0.laptops.map(\.report.label).joined(separator: "; ")) }),
      .init(
        "reported", RosterWords.reported,
        orderedBy: { $0.reportedThrough?.minutesSince1970 ?? .min }
      ) { team in
        team.reportedThrough.map { .minute($0.minutesSince1970) }
          ?? .text(LaptopWords.neverReported.text(in: language))
      },
      .init(
        "state", LaptopWords.state,
        cell: { team in
          let state = team.state(on: today)
          let lacks = RosterWords.lacks(team, on: today)
          let whole: StateMark = lacks.isEmpty ? .good : .attention
          let mark: StateMark = state == .here ? whole : .neutral
          return HTML.group {
            mark.html(RosterWords.state(state).text(in: language))
            for lack in lacks {
              element("span", ["class": "detail"]) { lack.text(in: language) }
            }
          }
        }, value: { .text(RosterWords.state($0.state(on: today)).text(in: language)) }),
      .init("lacks", PeopleWords.lacks, isOnlyInFiles: true) { team in
        .optional(
          RosterWords.lacks(team, on: today).map { $0.text(in: language) }
            .joined(separator: "; "))
      },
      .init("from", PeopleWords.from, isOnlyInFiles: true) { .optional($0.team.validFrom) },
      .init("to", PeopleWords.to, isOnlyInFiles: true) { .optional($0.team.validTo) },
    ]
  }

  private var filters: [List.Filter] {
    let (today, units) = (today, units)
    return [
      .init("q", PeopleWords.nameOrCode) { team, typed in
        let wanted = SearchFold.base(typed)
        return [team.name, team.team.codeText, team.hamlet?.name ?? ""]
          .contains { SearchFold.base($0).contains(wanted) }
      },
      .init(Self.unitName, PeopleWords.unit, FilterChoices.sorted(units)) { $0.unit == $1 },
      .init(
        "state", LaptopWords.state,
        TeamStanding.State.allCases.map { ($0.rawValue, RosterWords.state($0)) }
      ) { $0.state(on: today).rawValue == $1 },
      .init(
        "without", PeopleWords.lacks,
        TeamStanding.Lack.allCases.map { ($0.rawValue, RosterWords.lack($0)) }
      ) { team, value in
        TeamStanding.Lack(rawValue: value).map(team.lacks(on: today).contains) ?? true
      },
    ]
  }
}

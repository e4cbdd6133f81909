import Documents
import FieldWork
import Pages
import Web

/// The members of the teams: who they are, what they work with, and what they lack.
enum PeoplePages {
  static let path = "/people"

  static let routes =
    ListScreen.routes(
      path, access: .coordinator, isNoted: true, isLive: true, file: "thanh-vien"
    ) { request in
      let people = try People(request)
      return ListScreen(
        PeopleWords.title, people.list, people.people, lead: people.reached.words,
        further: RosterWords.ways([.member, .team, .lists], request.language))
    } + PersonPage.routes + PersonActPages.routes
}

/// The list of members that a request may see.
private struct People {
  typealias List = PageList<PersonStanding>

  let people: [PersonStanding]
  let reached: ReachedWork
  private let units: [String: String]
  private let today: LocalDate
  private let language: Language

  init(_ request: PageRequest) throws {
    reached = try request.reached()
    today = request.today
    language = request.language
    (people, units) = try PersonStanding.gather(request.centre, within: reached, on: today)
  }

  var list: List {
    List(
      PeoplePages.path, PeopleWords.title, columns: columns, filters: filters,
      empty: reached.isEverything ? PeopleWords.none : PeopleWords.noneInReach)
  }

  private var columns: [List.Column] {
    let (today, language, units) = (today, language, units)
    return [
      .init(
        "name", PeopleWords.name,
        comesFirst: { left, right in
          PersonNameOrder.sortKey(fullName: left.member.fullName ?? "")
            .lexicographicallyPrecedes(
              PersonNameOrder.sortKey(fullName: right.member.fullName ?? ""))
        },
        cell: { person in
          HTML.group {
            element("a", ["href": PersonPage.path(of: person)]) {
              person.member.fullName ?? person.member.codeText
            }
            element("span", ["class": "detail"]) { person.member.role ?? "" }
          }
        }, value: { .text($0.member.fullName ?? "") }),
      .init("code", PeopleWords.code, isOnlyInFiles: true) { .text($0.member.codeText) },
      .init(
        "team", LaptopWords.team, orderedBy: { SearchFold.base($0.team?.name ?? "") },
        cell: { person in
          PageTable.cell(
            person.team?.name ?? LaptopWords.noTeam.text(in: language),
            detail: person.unit.flatMap { units[$0] })
        }, value: { .optional($0.team?.name) }),
      .init("hamlet", PeopleWords.hamlet, isOnlyInFiles: true) { .optional($0.hamlet?.name) },
      .init("unit", PeopleWords.unit, isOnlyInFiles: true) { .optional($0.unit) },
      .init("role", PeopleWords.role, isOnlyInFiles: true) { .optional($0.member.role) },
      .init(
        "laptops", LaptopWords.title, orderedBy: \.laptops.count,
        cell: { person in
          guard !person.laptops.isEmpty else { return .text("—") }
          return HTML.group {
            for laptop in person.laptops {
              element("a", ["class": "detail", "href": LaptopListPage.path(of: laptop.replica)]) {
                laptop.label
              }
            }
          }
        }, value: { .optional($0.laptops.map(\.label).joined(separator: "; ")) }),
      .init("account", PeopleWords.account) {
        .optional($0.accounts.joined(separator: "; "))
      },
      .init(
        "visit", PeopleWords.lastVisit, orderedBy: { $0.lastVisit?.daysSince1970 ?? .min }
      ) { .optional($0.lastVisit) },
      .init(
        "trained", PeopleWords.trained, orderedBy: { $0.trained?.daysSince1970 ?? .min }
      ) { .optional($0.trained) },
      .init(
        "state", LaptopWords.state,
        cell: { person in
          let state = person.state(on: today)
          let words = PeopleWords.state(state).text(in: language)
          return HTML.group {
            (state == .here ? StateMark.good : .neutral).html(words)
            if let last = person.member.to {
              element("span", ["class": "detail"]) {
                PeopleWords.to.text(in: language) + " " + Format.date(last)
              }
            }
          }
        }, value: { .text(PeopleWords.state($0.state(on: today)).text(in: language)) }),
      .init("from", PeopleWords.from, isOnlyInFiles: true) { .optional($0.member.from) },
      .init("to", PeopleWords.to, isOnlyInFiles: true) { .optional($0.member.to) },
    ]
  }

  private var filters: [List.Filter] {
    let (today, units) = (today, units)
    let teams = Dictionary(
      people.compactMap(\.team).map { ("\($0.id.rawValue)", $0.name ?? $0.codeText) },
      uniquingKeysWith: { one, _ in one })
    return [
      .init("q", PeopleWords.nameOrCode) { person, typed in
        let wanted = SearchFold.base(typed)
        return [person.member.fullName ?? "", person.member.codeText, person.hamlet?.name ?? ""]
          .contains { SearchFold.base($0).contains(wanted) }
      },
      .init("unit", PeopleWords.unit, FilterChoices.sorted(units)) { $0.unit == $1 },
      .init("team", LaptopWords.team, FilterChoices.sorted(teams)) { person, value in
        person.team.map { "\($0.id.rawValue)" == value } ?? false
      },
      .init(
        "state", LaptopWords.state,
        PersonStanding.State.allCases.map { ($0.rawValue, PeopleWords.state($0)) }
      ) { $0.state(on: today).rawValue == $1 },
      .init(
        "without", PeopleWords.lacks,
        PersonStanding.Lack.allCases.map { ($0.rawValue, PeopleWords.lack($0)) }
      ) { person, value in
        PersonStanding.Lack(rawValue: value).map(person.lacks(on: today).contains) ?? true
      },
    ]
  }
}

extension SpreadsheetValue {
  /// A text, or nothing where there is none.
  static func optional(_ text: String?) -> SpreadsheetValue {
    text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty
  }

  /// A day, or nothing where there is none.
  static func optional(_ day: LocalDate?) -> SpreadsheetValue {
    day.map { .day($0.daysSince1970) } ?? .empty
  }

  /// A number, or nothing where there is none.
  static func optional(_ number: Int64?) -> SpreadsheetValue {
    number.map { .integer($0) } ?? .empty
  }
}

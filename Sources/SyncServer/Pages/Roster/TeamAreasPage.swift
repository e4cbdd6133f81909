import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// What the laptops of a team may hold beside what they are to hold, as after the team moved to another
/// hamlet: the new hamlet is given to them, and what they no longer need is taken, after a look at what
/// that changes.
struct TeamAreasPage {
  private static let pattern = "\(RosterPage.path)/:roster/areas"
  private static let stepName = "step"
  private static let preview = "preview"
  private static let giveName = "give"
  private static let endName = "end"

  static let routes = [
    PageRoute(.get, pattern, access: .coordinator, isNoted: true) { try TeamAreasPage($0).page() },
    PageRoute(.post, pattern, access: .coordinator, isNoted: false) {
      try TeamAreasPage($0).send()
    },
  ]

  /// Where what the laptops of a team may hold is decided.
  static func path(of code: String) -> String { "\(RosterPage.path)/\(code)/areas" }

  /// A rule of a laptop about something else than the team's hamlet.
  private struct Other {
    let rule: GrantRule
    let words: BilingualText
  }

  private let request: PageRequest
  private let language: Language
  private let team: TeamStanding
  private let others: [Other]

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let team = try request.teamStanding()
    self.team = team
    let now = request.clock.wall
    let labels = Dictionary(
      team.laptops.map { ($0.report.replica, $0.report.label) },
      uniquingKeysWith: { one, _ in one })
    let (rules, scopes) = try request.centre.grantRules()
    let own = try request.centre.read { try Self.scopes(of: team, $0, on: request.today) }
    others = try rules.compactMap { rule in
      guard let label = labels[rule.replica], rule.until.map({ $0 > now }) ?? true else {
        return nil
      }
      switch rule.target {
      // A unit holds more than one hamlet: that is not what a team's move bears on.
      case .unit: return nil
      case .scope(let scope): guard !own.contains(scope) else { return nil }
      case .place(let row):
        let scope = try request.centre.read { try $0.record(Place.self, row) }?.householdScope
        guard scope.map({ !own.contains($0) }) ?? true else { return nil }
      }
      let area = try request.centre.words(of: rule.target, scopes)
      return Other(rule: rule, words: BilingualText(same: "\(label): ") + area)
    }
  }

  /// The areas of the team's hamlet as it is on a day: several where a reform made one of several.
  private static func scopes(
    of team: TeamStanding, _ reader: RecordReader, on day: LocalDate
  ) throws -> Set<ScopeID> {
    guard let hamlet = team.hamlet else { return [] }
    let map = try PlaceMap(reader)
    let unit = map.unit(of: hamlet, on: day)
    return Set(
      map.places.filter { place in
        let now = map.hamlet(place, on: day) ?? place
        return now.id == hamlet.id
          || now.validFrom == hamlet.validFrom && hamlet.validFrom != nil
            && now.name == hamlet.name && map.unit(of: now, on: day) == unit
      }.compactMap(\.householdScope))
  }

  private var path: String { Self.path(of: team.team.codeText) }
  private var own: String { RosterPage.path(of: team) }

  private func page(
    _ problem: BilingualText? = nil, shown: HTML = .empty
  ) -> HTTPResponse {
    var frame = request.frame(TeamAreasWords.title + BilingualText(same: ": \(team.name)"))
    frame.lead = TeamAreasWords.lead(team.hamlet?.name ?? "—")
    frame.path = path
    return .html(
      frame.page {
        if let done = request.http.query["done"], problem == nil {
          element("p", ["class": "message good", "role": "status"]) {
            (done == "saved" ? TeamAreasWords.moved : GrantWords.done).text(in: language)
          }
        }
        shown
        panel(id: "areas") {
          if team.laptopsWithoutArea.isEmpty, others.isEmpty {
            element("p", ["class": "empty"]) {
              (team.laptops.isEmpty ? RosterWords.lack(.laptop) : TeamAreasWords.nothing)
                .text(in: language)
            }
          } else {
            form(problem)
          }
        }
        element("p") {
          element("a", ["href": own]) { TeamAreasWords.back.text(in: language) }
        }
      }, status: problem == nil ? 200 : 422)
  }

  /// Who lacks the team's hamlet is ticked at first; what is taken away is ticked by hand alone.
  private func form(_ problem: BilingualText?) -> HTML {
    let lacking = team.laptopsWithoutArea.map(\.report)
    let isSent = request.showsTyped
    return PageForm(
      action: path, formToken: request.formToken, submit: ReformWords.show, problem: problem
    ).html(language) {
      hidden(Self.stepName, Self.preview)
      if !lacking.isEmpty {
        TickBoxes(
          name: Self.giveName, legend: TeamAreasWords.give,
          choices: lacking.map { ("\($0.replica.rawValue)", BilingualText(same: $0.label)) },
          chosen: Set(
            isSent ? request.form.all(Self.giveName) : lacking.map { "\($0.replica.rawValue)" }),
          problem: nil
        ).html(language)
      }
      if !others.isEmpty {
        TickBoxes(
          name: Self.endName, legend: TeamAreasWords.end,
          choices: others.map { ("\($0.rule.id)", $0.words) },
          chosen: Set(request.form.all(Self.endName)), problem: nil
        ).html(language)
      }
    }
  }

  /// What was sent: laptops that get the team's hamlet, and rules that end.
  private var asked: (give: [ReplicaID], end: [Int64]) {
    (
      team.laptopsWithoutArea.map(\.report.replica).filter {
        request.form.all(Self.giveName).contains("\($0.rawValue)")
      },
      others.map(\.rule.id).filter { request.form.all(Self.endName).contains("\($0)") }
    )
  }

  private func send() throws -> HTTPResponse {
    let (give, end) = asked
    guard !give.isEmpty || !end.isEmpty, give.isEmpty || team.team.place != nil else {
      return page(TeamAreasWords.notChosen)
    }
    guard request.form[Self.stepName] != Self.preview else { return try preview(give, end) }
    try request.centre.note(
      AuditEvent(
        .sent, path,
        detail: "give=\(give.map { "\($0.rawValue)" }.joined(separator: ","))"
          + " end=\(end.map(String.init).joined(separator: ","))"), by: try request.actor)
    _ = try request.centre.changeGrants(isDryRun: false) { try carryOut(give, end, $0, $1) }
    return .seeOther("\(path)?done=areas")
  }

  private func carryOut(
    _ give: [ReplicaID], _ end: [Int64], _ store: Store, _ clock: ClockReading
  ) throws -> [GrantChange] {
    var changes: [ReplicaID: GrantChange] = [:]
    func add(_ found: [GrantChange]) {
      for change in found {
        let sum =
          changes[change.replica] ?? GrantChange(replica: change.replica, gained: [], lost: [])
        changes[change.replica] = GrantChange(
          replica: change.replica, gained: sum.gained + change.gained, lost: sum.lost + change.lost)
      }
    }
    if let place = team.team.place {
      for replica in give {
        add(try store.addGrant(.place(place), to: replica, since: Store.always, at: clock.wall))
      }
    }
    for rule in end { add(try store.endGrant(rule, at: clock.wall)) }
    return changes.values.sorted { $0.replica < $1.replica }
  }

  private func preview(_ give: [ReplicaID], _ end: [Int64]) throws -> HTTPResponse {
    let (changes, emptied) = try request.centre.previewGrants {
      try carryOut(give, end, $0, $1)
    }
    let hamlets = try request.centre.inspect { try $0.reader.scopes(of: .households) }
    return page(
      shown: panel(id: "shown") {
        element("p", ["class": "message attention", "role": "status"]) {
          ReformWords.onlyShown.text(in: language)
        }
        ReformPreview.grants(changes, language).html(language)
        for area in emptied where hamlets.contains(area.scope) {
          element("p") {
            StateMark.attention.html(GrantWords.withoutLaptop(area.label).text(in: language))
          }
        }
        element("p") { GrantWords.means.text(in: language) }
        PageForm(
          action: path, formToken: request.formToken, submit: TeamAreasWords.carryOut
        ).html(language) {
          for replica in give { hidden(Self.giveName, "\(replica.rawValue)") }
          for rule in end { hidden(Self.endName, "\(rule)") }
        }
      })
  }
}

extension PageRequest {
  /// The team that the address names, within reach.
  /// - Throws: `FieldError.notFound`.
  func teamStanding() throws -> TeamStanding {
    let record = try formRecord("roster")
    let (teams, _) = try TeamStanding.gather(centre, within: reached(), on: today)
    guard let team = teams.first(where: { $0.team.id == record.header.id }) else {
      throw FieldError.notFound(record.code)
    }
    return team
  }
}

/// The words of what a team's laptops may hold.
enum TeamAreasWords {
  static let title = BilingualText(vi: "Địa bàn của các máy", en: "What its laptops may hold")
  static let moved = BilingualText(
    vi: "Đã lưu. Máy của tổ vẫn giữ địa bàn như trước khi chuyển; hãy chọn ở dưới.",
    en: "Saved. The team's laptops hold what they held before; choose below.")
  static let give = BilingualText(
    vi: "Cho giữ thôn của tổ", en: "Let these hold the team's hamlet")
  static let end = BilingualText(
    vi: "Thôi giữ nơi khác (máy gửi hết việc ở đó rồi mới xóa)",
    en: "End what else these hold (a laptop sends its work from there first)")
  static let nothing = BilingualText(
    vi: "Các máy của tổ được giữ thôn của tổ và không giữ thôn nào khác.",
    en: "The team's laptops may hold its hamlet and no other.")
  static let notChosen = BilingualText(
    vi: "Chưa đổi gì: chưa chọn máy nào.", en: "Nothing was changed: no laptop was chosen.")
  static let carryOut = BilingualText(vi: "Làm thay đổi này", en: "Carry it out")
  static let back = BilingualText(vi: "‹ Về tổ này", en: "‹ Back to the team")

  static func lead(_ hamlet: String) -> BilingualText {
    BilingualText(vi: "Tổ phụ trách \(hamlet).", en: "The team serves \(hamlet).")
  }
}

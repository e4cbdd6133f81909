import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The pages on which a coordinator says that a member leaves or changes the team: what remains
/// stands there first, and the form does it.
struct PersonActPages {
  private static let pattern = "\(PeoplePages.path)/:member/:doing"
  private static let dayName = "day"
  private static let teamName = "team"
  private static let laptopName = "laptop"
  private static let stayName = "stay"

  static let routes = [
    PageRoute(.get, pattern, access: .coordinator, isNoted: true) {
      try PersonActPages($0).page()
    },
    PageRoute(.post, pattern, access: .coordinator, isNoted: false) {
      try PersonActPages($0).perform()
    },
  ]

  /// Where something is said of a member.
  static func path(_ act: PersonAct, of person: PersonStanding) -> String {
    "\(PersonPage.path(of: person))/\(act.rawValue)"
  }

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let person: PersonStanding
  private let act: PersonAct
  private let work: PersonWork
  /// The other teams within reach.
  private let teams: [Team]
  /// The change that waits for its day, in words.
  private let waiting: BilingualText?

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    guard let act = PersonAct(rawValue: request.parameters["doing"]) else {
      throw FieldError.notFound(String(request.parameters["doing"].prefix(40)))
    }
    self.act = act
    let person = try request.person()
    self.person = person
    let reached = try request.reached()
    self.reached = reached
    (work, teams, waiting) = try request.centre.read { reader in
      (
        try PersonWork(of: person.member.id, reader, asOf: request.today),
        try reader.teams().filter { $0.id != person.team?.id && reached.holds(team: $0.id) },
        try TeamChangeBook.words(of: person.member.id, reader)
      )
    }
  }

  private var own: String { PersonPage.path(of: person) }
  private var path: String { Self.path(act, of: person) }

  private func page(_ problem: BilingualText? = nil) -> HTTPResponse {
    guard act.applies(to: person, on: request.today) else { return .seeOther(own) }
    var frame = request.frame(act.words + BilingualText(same: ": \(person.member.codeText)"))
    frame.heading = act.words + BilingualText(same: ": \(person.member.fullName ?? "—")")
    frame.isNarrow = true
    frame.path = path
    return .html(
      frame.page {
        panel {
          element("p") { act.effect.text(in: language) }
          remains
          if act == .team, teams.isEmpty {
            element("p", ["class": "empty"]) { PersonActWords.noTeam.text(in: language) }
          } else {
            PageForm(
              action: path, formToken: request.formToken, submit: act.words, problem: problem
            ).html(language) { fields }
          }
        }
        if act == .team, let waiting {
          panel(PersonActWords.waiting.text(in: language)) {
            element("p") { waiting.text(in: language) }
            PageForm(
              action: path, formToken: request.formToken, submit: PersonActWords.stay
            ).html(language) {
              hidden(Self.stayName, "1")
            }
          }
        }
        if act == .leave, !person.laptops.isEmpty {
          panel { PersonPage.laptops(person, request.today, language).html(language) }
        }
        element("p") {
          element("a", ["href": own]) { PersonActWords.back.text(in: language) }
        }
      }, status: problem == nil ? 200 : 422)
  }

  private var remains: HTML {
    let unsent = person.laptops.map { laptop in
      "\(laptop.label): "
        + (laptop.unsent.map { Format.integer($0, language) }
          ?? PersonActWords.never.text(in: language))
    }
    return HTML.group {
      element("h2") { PersonActWords.remains.text(in: language) }
      facts(
        [
          (
            LaptopWords.title,
            person.laptops.isEmpty
              ? PeopleWords.noLaptop.text(in: language)
              : person.laptops.map(\.label).joined(separator: ", ")
          ),
          (PersonActWords.unsent, unsent.joined(separator: "; ")),
          (PeopleWords.openTasks, Format.integer(Int64(work.tasks.count), language)),
          (PersonActWords.planned, Format.integer(Int64(work.plannedVisits), language)),
          (PersonActWords.drafts, PersonActWords.unknown.text(in: language)),
          (PeopleWords.account, person.accounts.joined(separator: ", ")),
        ], language)
    }
  }

  private var fields: HTML {
    func typed(_ name: String, _ standard: String) -> String {
      request.showsTyped ? request.typed(name) : standard
    }
    let day = PageField(
      Self.dayName, act == .leave ? PersonActWords.lastDay : PersonActWords.firstDay, .digits,
      value: typed(Self.dayName, Format.date(request.today)),
      hint: BilingualText(vi: "ngày/tháng/năm", en: "day/month/year"), isRequired: true)
    guard act == .team else { return day.html(language) }
    return HTML.group {
      PageField(
        Self.teamName, PersonActWords.newTeam,
        .choice(
          [(value: "", words: PersonActWords.choose)]
            + teams.map { ("\($0.id.rawValue)", BilingualText(same: $0.name ?? $0.codeText)) }),
        value: typed(Self.teamName, ""), isRequired: true
      ).html(language)
      day.html(language)
      TickBoxes(
        name: Self.laptopName, legend: PersonActWords.laptops,
        choices: person.laptops.map {
          ("\($0.replica.rawValue)", BilingualText(same: $0.label))
        },
        chosen: Set(
          request.http.method.changesState
            ? request.form.all(Self.laptopName)
            : person.laptops.map { "\($0.replica.rawValue)" }), problem: nil
      ).html(language)
    }
  }

  private func perform() throws -> HTTPResponse {
    // Sent twice, or said by somebody else meanwhile: their page shows how it stands.
    guard act.applies(to: person, on: request.today) else { return .seeOther(own) }
    if request.form[Self.stayName] != nil {
      _ = try request.centre.keepTeam(of: person.member.id, by: try request.actor)
      return .seeOther("\(own)?done=saved")
    }
    do {
      let day = try Format.parseDate(request.typed(Self.dayName))
      switch act {
      case .leave:
        try change([MemberTable.to.id: Format.date(day)])
      case .team:
        let chosen = request.typed(Self.teamName)
        guard let team = teams.first(where: { "\($0.id.rawValue)" == chosen }) else {
          return page(PersonActWords.teamNeeded)
        }
        guard day <= request.today.adding(days: TeamChange.maximumDaysAhead) else {
          return page(PersonActWords.tooFar)
        }
        let laptops = person.laptops.filter { laptop in
          request.form.all(Self.laptopName).contains("\(laptop.replica.rawValue)")
        }
        let change = TeamChange(
          member: person.member.id, team: team.id, day: day, laptops: laptops.map(\.replica))
        let actor = try request.actor
        _ = try request.centre.change { records, clock in
          try change.begin(
            records, today: request.today, author: request.account?.rights.member, actor, clock)
        }
      }
      return .seeOther("\(own)?done=saved")
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return page(PageRequest.words(ofInput: error))
    }
  }

  /// Changes the member as `member edit` does, and notes it, or neither.
  private func change(_ texts: [FieldID: String]) throws {
    let actor = try request.actor
    var draft = FormDraft()
    draft.texts = texts
    try request.centre.change { records, clock in
      _ = try records.edit(
        RecordForms.member, person.member.id, draft, author: request.account?.rights.member,
        clock: clock)
      try AuditLog(records.store.connection).note(
        AuditEvent(.sent, path, detail: person.member.codeText), by: actor, at: clock.wall)
    }
  }
}

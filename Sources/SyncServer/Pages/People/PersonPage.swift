import FieldWork
import Pages
import SyncProtocol
import Web

/// One member: who they are, what they work with, what they have in hand.
enum PersonPage {
  static let routes = [
    PageRoute(
      .get, "\(PeoplePages.path)/:member", access: .coordinator, isNoted: true, handler: page)
  ]

  /// Where a member is.
  static func path(of person: PersonStanding) -> String {
    "\(PeoplePages.path)/\(person.member.codeText)"
  }

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let person = try request.person()
    let language = request.language
    let record = try request.formRecord("member")
    let parts = try RecordParts(record, request)
    let (work, tasks, attendances, ways, waiting) = try request.centre.read { reader in
      let work = try PersonWork(of: person.member.id, reader, asOf: request.today)
      return (
        work, try table(RecordForms.task, work.tasks, TaskTable.owner, reader).html(language),
        try table(RecordForms.attendance, work.attendances, AttendanceTable.member, reader)
          .html(language),
        try parts.ways(
          reader,
          further: PersonAct.allCases.filter { $0.applies(to: person, on: request.today) }.map {
            PageFrame.Link(PersonActPages.path($0, of: person), $0.words)
          }), try TeamChangeBook.words(of: person.member.id, reader)
      )
    }
    var frame = request.frame(parts.title)
    frame.heading = BilingualText(same: person.member.fullName ?? person.member.codeText)
    frame.lead = PeopleWords.state(person.state(on: request.today))
    return .html(
      frame.page {
        parts.notice
        panel {
          parts.facts
          standing(person, work, waiting, language)
        }
        ways
        panel(id: "laptops") { laptops(person, request.today, language).html(language) }
        if !work.tasks.isEmpty { panel(id: "tasks") { tasks } }
        if !work.attendances.isEmpty { panel(id: "attendances") { attendances } }
        element("p") {
          element("a", ["href": PeoplePages.path]) { PeopleWords.all.text(in: language) }
        }
      })
  }

  private static func table(
    _ form: RecordForm, _ records: [FormRecord], _ without: FieldDefinition,
    _ reader: RecordReader
  ) -> RecordTable {
    RecordTable(form: form, records: records, without: form.field(without.id), reader: reader)
  }

  private static func standing(
    _ person: PersonStanding, _ work: PersonWork, _ waiting: BilingualText?,
    _ language: Language
  ) -> HTML {
    let never = BilingualText(vi: "chưa có", en: "none yet").text(in: language)
    return facts(
      [
        (PeopleWords.hamlet, person.hamlet?.name),
        (PersonActWords.waiting, waiting?.text(in: language)),
        (
          PeopleWords.account,
          person.accounts.isEmpty
            ? PeopleWords.lack(.account).text(in: language)
            : person.accounts.joined(separator: ", ")
        ),
        (PeopleWords.lastVisit, person.lastVisit.map(Format.date) ?? never),
        (PeopleWords.trained, person.trained.map(Format.date) ?? never),
        (PeopleWords.openTasks, Format.integer(Int64(work.tasks.count), language)),
        (PersonActWords.planned, Format.integer(Int64(work.plannedVisits), language)),
      ], language)
  }

  /// The laptops that were given to somebody, each with the way to declare it lost.
  static func laptops(
    _ person: PersonStanding, _ today: LocalDate, _ language: Language
  ) -> PageTable {
    PageTable(
      LaptopWords.title,
      columns: [
        .text(LaptopWords.laptop), .text(LaptopWords.team), .text(LaptopWords.reportedThrough),
        .number(LaptopWords.unsent), .text(LaptopWords.state),
      ],
      rows: person.laptops.map { laptop in
        PageTable.Row([
          element("a", ["href": LaptopListPage.path(of: laptop.replica)]) { laptop.label },
          .text(laptop.teamName ?? LaptopWords.noTeam.text(in: language)),
          .text(
            laptop.reportedThrough.map(Format.dateTime)
              ?? LaptopWords.neverReported.text(in: language)),
          PageTable.number(laptop.unsent.map { Int(clamping: $0) }, language),
          element("a", ["href": LaptopActPages.path(.lost, of: laptop.replica)]) {
            PeopleWords.lost.text(in: language)
          },
        ])
      }, empty: PeopleWords.noLaptop)
  }
}

extension PageRequest {
  /// The member that the address names, within reach.
  /// - Throws: `FieldError.notFound`.
  func person() throws -> PersonStanding {
    let typed = String(parameters["member"].prefix(64))
    let (people, _) = try PersonStanding.gather(centre, within: reached(), on: today)
    guard let code = try? RecordCode(parsing: typed),
      let person = people.first(where: { $0.member.codeText == code.text })
    else { throw FieldError.notFound(typed) }
    return person
  }
}

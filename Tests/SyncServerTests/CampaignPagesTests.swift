import FieldWork
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// Campaigns and sessions on the centre's pages: lists, progress, walking lists.
@Suite struct CampaignPagesTests {
  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private func signedIn(_ world: CentreWorld) throws -> String {
    try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
  }

  private func campaign(_ world: CentreWorld) throws -> (id: RowID, code: String) {
    let form = RecordForms.campaign
    return try world.centre.change { records, clock in
      let saved = try records.add(
        form, FormDraft(form, ["name": "Ra quân", "from": "01/10/2025", "to": "20/10/2025"]),
        author: nil, clock: clock)
      return (saved.id, try records.reader.codeText(of: saved.id, in: form.table))
    }
  }

  @Test func `a list is filled by hamlet, and every number of the progress opens its households`()
    throws
  {
    let world = try CentreWorld(seed: 831)
    let cookie = try signedIn(world)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    let first = try laptop.addHousehold("Hộ bà Lan")
    for name in ["Hộ ông Ba", "Hộ ông Tư"] { _ = try laptop.addHousehold(name) }
    try laptop.sync()
    let (id, code) = try campaign(world)
    let own = "/campaigns/\(code)"
    #expect(text(try world.get(own, cookie: cookie)).contains("No household is on its list yet"))
    let place = try world.centre.read { try $0.findPlace("Xóm 1").codeText }
    let fields = [("place", place), ("kind", ""), ("since", ""), ("act", "add")]
    let shown = try world.send(fields + [("step", "look")], to: own + "/targets", cookie: cookie)
    #expect(shown.status == 200 && text(shown).contains("3 households; 3 would be added"))
    #expect(text(shown).contains("Add 3 households"))
    let listed = {
      try world.centre.read {
        try $0.references(of: id, in: CampaignTable.definition, CampaignTable.households).count
      }
    }
    #expect(try listed() == 0)
    for expected in ["done=3", "done=0"] {
      let sent = try world.send(fields, to: own + "/targets", cookie: cookie)
      #expect(sent.headers["Location"] == "\(own)/targets?\(expected)")
    }
    #expect(try listed() == 3)
    // A visit for the campaign, and one to the same household without it.
    try laptop.sync()
    var draft = VisitDraft(household: first, outcome: "nobody-home")
    draft.campaign = id
    let visit = try laptop.field.addVisit(
      draft, author: laptop.member, clock: laptop.laptopClock())
    try laptop.sync()
    #expect(try world.centre.read { try $0.exists(VisitTable.definition, visit.id) })
    let page = text(try world.get(own, cookie: cookie))
    #expect(page.contains("1/3 = 33.33"))
    let visited = text(try world.get(own + "/households?state=visited", cookie: cookie))
    #expect(visited.contains("Hộ bà Lan") && !visited.contains("Hộ ông Ba"))
    let open = text(try world.get(own + "/households.csv?state=open", cookie: cookie))
    #expect(open.contains("Hộ ông Ba") && !open.contains("Hộ bà Lan"))
    let home = text(try world.get(own + "/households?state=nobody-home", cookie: cookie))
    #expect(home.contains("Hộ bà Lan"))
    let walk = text(try world.get(own + "/walk", cookie: cookie))
    #expect(walk.contains("paper walk") && walk.contains("Hộ ông Tư"))
    let list = text(try world.get("/campaigns.csv", cookie: cookie))
    #expect(list.contains("\"Ra quân\"") && list.contains(";3;1;"))
  }

  @Test func `codes put households on the list and take them off, unknown ones are told`() throws {
    let world = try CentreWorld(seed: 832)
    let cookie = try signedIn(world)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    let row = try laptop.addHousehold("Hộ bà Lan")
    try laptop.sync()
    let household = try #require(
      try world.centre.read { try $0.record(Household.self, row)?.codeText })
    let (id, code) = try campaign(world)
    let path = "/campaigns/\(code)/targets"
    let fields = [("codes", "\(household)\r\nH-XXXXX-1-1\r\n"), ("act", "add")]
    let shown = text(try world.send(fields + [("step", "look")], to: path, cookie: cookie))
    #expect(shown.contains("1 line means no household") && shown.contains("H-XXXXX-1-1"))
    let listed = {
      try world.centre.read {
        try $0.references(of: id, in: CampaignTable.definition, CampaignTable.households)
      }
    }
    #expect(try world.send(fields, to: path, cookie: cookie).status == 303)
    #expect(try listed() == [row])
    let off = [("codes", household), ("act", "remove")]
    #expect(try world.send(off, to: path, cookie: cookie).status == 303)
    #expect(try listed().isEmpty)
    #expect(try world.send([("place", "x")], to: path, cookie: cookie).status == 422)
  }

  @Test func `a session shows its dossiers, visits and tallies`() throws {
    let world = try CentreWorld(seed: 833)
    let cookie = try signedIn(world)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    let household = try laptop.addHousehold("Hộ bà Lan")
    let form = RecordForms.session
    let place = try laptop.field.reader.findPlace("Xóm 1").codeText
    let session = try laptop.field.add(
      form,
      FormDraft(
        form, ["kind": "saturday", "date": "04/10/2025", "place": place, "name": "Nhà văn hóa"]),
      author: laptop.member, clock: laptop.laptopClock())
    var draft = VisitDraft(household: household, outcome: "met")
    draft.session = session.id
    let visit = try laptop.field.addVisit(
      draft, author: laptop.member, clock: laptop.laptopClock())
    let code = try laptop.field.reader.codeText(of: session.id, in: form.table)
    _ = try laptop.field.add(
      RecordForms.tally,
      FormDraft(
        RecordForms.tally,
        ["session": code, "measure": "leaflets", "count": "40", "date": "04/10/2025"]),
      author: laptop.member, clock: laptop.laptopClock())
    try laptop.sync()
    let list = text(try world.get("/sessions?kind=saturday", cookie: cookie))
    #expect(list.contains("Nhà văn hóa") && list.contains("/sessions/\(code)"))
    #expect(!text(try world.get("/sessions?kind=training", cookie: cookie)).contains("Nhà văn hóa"))
    let page = text(try world.get("/sessions/\(code)", cookie: cookie))
    #expect(page.contains("/review/\(visit.id.rawValue)") && page.contains(">40<"))
  }

  private func addDifficulties(_ count: Int, to world: CentreWorld, on day: LocalDate) throws {
    let form = RecordForms.difficulty
    let hamlet = try world.centre.read { try $0.places()[0].codeText }
    for number in 1...count {
      let texts = [
        "reason-code": "no-smartphone", "text": "Máy số \(number)", "place": hamlet,
        "date": Format.date(day),
      ]
      try world.centre.change { records, clock in
        _ = try records.add(form, FormDraft(form, texts), author: nil, clock: clock)
      }
    }
  }

  @Test func `the board tells tasks by day, and one press ends them once`() throws {
    let world = try CentreWorld(seed: 834)
    let cookie = try signedIn(world)
    let form = RecordForms.task
    let an = try world.centre.read { try $0.findMember("Nguyễn Văn An").codeText }
    func add(_ title: String, _ due: String) throws -> (RowID, String) {
      try world.centre.change { records, clock in
        let saved = try records.add(
          form, FormDraft(form, ["title": title, "owner": an, "due": due]), author: nil,
          clock: clock)
        return (saved.id, try records.reader.codeText(of: saved.id, in: form.table))
      }
    }
    let today = LocalDateTime(time: world.clock.surroundings.clock().wall).date
    let (late, code) = try add("Đưa giấy tờ", Format.date(today.adding(days: -2)))
    _ = try add("Gọi lại", Format.date(today))
    let page = text(try world.get("/tasks", cookie: cookie))
    let parts = page.components(separatedBy: "<section")
    func part(_ id: String) -> String { parts.first { $0.contains("id=\"\(id)\"") } ?? "" }
    #expect(part("overdue").contains("Đưa giấy tờ") && part("today").contains("Gọi lại"))
    #expect(part("difficulties").contains("No difficulty is waiting."))
    for _ in 0..<2 {
      #expect(try world.send([], to: "/tasks/\(code)/done", cookie: cookie).status == 303)
    }
    let record = try #require(try world.centre.read { try $0.formRecord(form, late) })
    #expect(record.number(TaskTable.status) == 3 && record.number(TaskTable.progress) == 100)
    #expect(text(try world.get("/tasks", cookie: cookie)).contains("Nothing is overdue."))
    #expect(try world.send([], to: "/tasks/\(code)/burn", cookie: cookie).status == 404)
    let done = text(try world.get("/tasks/list?state=done", cookie: cookie))
    #expect(done.contains("Đưa giấy tờ") && !done.contains("Gọi lại"))
    try addDifficulties(14, to: world, on: today)
    let board = text(try world.get("/tasks", cookie: cookie))
    #expect(board.contains("href=\"/tasks/difficulties?state=open\">2 more.</a>"))
    let all = text(try world.get("/tasks/difficulties?state=open&q=so%201", cookie: cookie))
    #expect(all.contains("Máy số 1") && all.contains("Máy số 13") && !all.contains("Máy số 2"))
    let file = text(try world.get("/tasks/difficulties.csv", cookie: cookie))
    #expect(file.contains("Máy số 14"))
    world.clock.advance(seconds: 20 * 86_400)
    let stale = text(try world.get("/tasks/list?state=stale", cookie: try signedIn(world)))
    #expect(stale.contains("Gọi lại") && stale.contains("untouched since"))
  }
}

import FieldWork
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// Lists that are taken in on a page: shown first, then written, then taken back.
@Suite struct ImportPagesTests {
  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private func signedIn(_ world: CentreWorld) throws -> String {
    try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
  }

  /// Sends files as a browser does.
  private func upload(
    _ kind: String, _ files: [(name: String, text: String)], _ world: CentreWorld,
    _ cookie: String, place: String = ""
  ) throws -> ClientResponse {
    let page = text(try world.get("/imports", cookie: cookie))
    let token = try #require(world.formToken(in: page))
    let boundary = "ranh-gioi-17713"
    var body = ""
    for (name, value) in [("form_token", token), ("kind", kind), ("place", place)] {
      body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n"
      body += "\(value)\r\n"
    }
    for (number, file) in files.enumerated() {
      let field = number == 0 ? "file" : "file-2"
      body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"; "
      body += "filename=\"\(file.name)\"\r\nContent-Type: text/csv\r\n\r\n\(file.text)\r\n"
    }
    body += "--\(boundary)--\r\n"
    return try world.post(
      "/imports/preview", Array(body.utf8), type: "multipart/form-data; boundary=\(boundary)",
      headers: ["Origin": world.url, "Cookie": cookie])
  }

  /// What the forms of a preview carry.
  private func hidden(_ page: String) -> [(String, String)] {
    page.matches(of: /type="hidden" name="([^"]+)" value="([^"]*)"/)
      .map { (String($0.1), String($0.2)) }
      .filter { ["kind", "kept", "name", "place", "columns", "ticket"].contains($0.0) }
  }

  private static let roster = [
    ("hamlets.csv", "commune_code,name,kind\n17713,Bản Mới,xóm\n"),
    ("members.csv", "hamlet,team,full_name\nBản Mới,Tổ Bản Mới,Hoàng Thị Mới\n"),
  ]

  @Test func `hamlets and members are shown, then written, and a second time there is nothing`()
    throws
  {
    let world = try CentreWorld(seed: 841)
    let cookie = try signedIn(world)
    let preview = try upload("roster", Self.roster, world, cookie)
    let page = text(preview)
    #expect(preview.status == 200 && page.contains("Hoàng Thị Mới"), "\(page)")
    #expect(page.contains("Members: 1 new, 0 changed, 0 unchanged"))
    #expect(try world.centre.read { try $0.members() }.count == 2)
    let fields = hidden(page)
    let written = try world.send(fields, to: "/imports", cookie: cookie)
    #expect(written.status == 200 && text(written).contains("Written."), "\(text(written))")
    #expect(try world.centre.read { try $0.findMember("Hoàng Thị Mới") }.fullName != nil)
    #expect(try world.send(fields, to: "/imports", cookie: cookie).status == 422)
    let again = text(try upload("roster", Self.roster, world, cookie))
    #expect(again.contains("nothing new to write") && !again.contains("Write what is new"))
    let bad = try upload(
      "roster", [("hamlets.csv", "commune_code,name,kind\n99999,Bản Xa,xóm\n17713,,xóm\n")],
      world, cookie)
    #expect(bad.status == 422 && text(bad).contains("line 2") && text(bad).contains("line 3"))
    #expect(try upload("roster", [], world, cookie).status == 422)
  }

  @Test func `a roster is taken back, but for what is used since`() throws {
    let world = try CentreWorld(seed: 845)
    let cookie = try signedIn(world)
    let preview = try upload("roster", Self.roster, world, cookie)
    _ = try world.send(hidden(text(preview)), to: "/imports", cookie: cookie)
    let list = text(try world.get("/imports?list=roster", cookie: cookie))
    #expect(list.contains("1 hamlet, 1 team, 1 member") && list.contains("2 hamlets, 2 teams"))
    let own = "/imports/rosters/2"
    #expect(list.contains("href=\"\(own)\""))
    let shown = text(try world.get(own, cookie: cookie))
    #expect(shown.contains("removed: 1 hamlet, 1 team, 1 member."), "\(shown)")
    // What the first one made is used: a member has a laptop.
    _ = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    let first = text(try world.get("/imports/rosters/1", cookie: cookie))
    #expect(first.contains("a record, a laptop or an account uses it"))
    #expect(first.contains("removed: 1 hamlet, 1 team, 1 member."), "\(first)")
    let part = try world.signIn(as: try world.rights(.coordinator, unit: "17713"), "lan")
    #expect(try world.get(own, cookie: part).status == 404)
    func names() throws -> Set<String> {
      try world.centre.read { reader in
        Set(try reader.places().compactMap(\.name) + reader.members().compactMap(\.fullName))
      }
    }
    for _ in 0..<2 {
      #expect(try world.send([], to: "\(own)/undo", cookie: cookie).status == 303)
      #expect(try !names().contains("Bản Mới") && !names().contains("Hoàng Thị Mới"))
    }
    #expect(try names().isSuperset(of: ["Xóm 1", "Xóm 2", "Nguyễn Văn An"]))
    #expect(text(try world.get("\(own)?undone=1", cookie: cookie)).contains("Taken back."))
    // The same files again are another import.
    let again = text(try upload("roster", Self.roster, world, cookie))
    #expect(again.contains("Members: 1 new"))
    _ = try world.send(hidden(again), to: "/imports", cookie: cookie)
    #expect(try names().contains("Hoàng Thị Mới"))
    // Laptops that came since know it: a member and a team end, a hamlet stays.
    let laptop = try world.enrolLaptop("máy 2", member: "Trần Thị Bình")
    try laptop.sync()
    let known = text(try world.get("/imports/rosters/3", cookie: cookie))
    #expect(known.contains("2 teams and members are on laptops already"), "\(known)")
    #expect(known.contains("a laptop holds it"))
    #expect(try world.send([], to: "/imports/rosters/3/undo", cookie: cookie).status == 303)
    let today = LocalDateTime(milliseconds: world.clock.surroundings.clock().wall.rawValue).date
    let member = try world.centre.read { try $0.findMember("Hoàng Thị Mới") }
    #expect(try member.to == today && names().contains("Bản Mới"))
  }

  @Test func `an import of one household is listed and taken back like others`() throws {
    let world = try CentreWorld(seed: 846)
    let cookie = try signedIn(world)
    let page = text(
      try upload(
        "households", [("ho.csv", "head\nVi Thị Năm\n")], world, cookie, place: "Xóm 1"))
    let written = text(try world.send(hidden(page), to: "/imports", cookie: cookie))
    let code = try #require(
      written.firstMatch(of: /href="\/imports\/(H-[0-9A-Z-]+)"/).map { String($0.1) })
    world.clock.advance(seconds: 60)
    // One that was written down by hand is no import.
    let place = try world.centre.read { try $0.findPlace("Xóm 1").id }
    _ = try world.centre.change { records, clock in
      try records.addHousehold(
        HouseholdDraft(place: place, name: "Lò Văn Tư"), author: nil, clock: clock)
    }
    let list = text(try world.get("/imports?list=households", cookie: cookie))
    #expect(list.contains(code) && list.contains("1 household, 0 people"))
    #expect(list.matches(of: /href="\/imports\/H-/).count == 1)
    #expect(try world.send([], to: "/imports/\(code)/undo", cookie: cookie).status == 303)
    #expect(try world.centre.read { try $0.householdCount() } == 1)
  }

  @Test func `a list of households is decided line by line, written and taken back`() throws {
    let world = try CentreWorld(seed: 842)
    let cookie = try signedIn(world)
    func count() throws -> Int { try world.centre.read { try $0.householdCount() } }
    let place = try world.centre.read { try $0.findPlace("Xóm 1").id }
    _ = try world.centre.change { records, clock in
      try records.addHousehold(
        HouseholdDraft(place: place, name: "Lò Văn Tư", address: "số 1"), author: nil,
        clock: clock)
    }
    world.clock.advance(seconds: 60)
    let file = [("ho.csv", "head,address\nLò Văn Tư,\nVi Thị Năm,số 5\n")]
    let first = try upload("households", file, world, cookie, place: "Xóm 1")
    let page = text(first)
    #expect(first.status == 200 && page.contains("Vi Thị Năm"), "\(page)")
    #expect(page.contains("Households: 1 new, 0 on record, 1 waiting"), "\(page)")
    let carried = hidden(page).filter { $0.0 != "ticket" }
    let decided = text(
      try world.send(
        carried + [("line", "2"), ("choice", "new")], to: "/imports/preview", cookie: cookie))
    #expect(decided.contains("Households: 2 new, 0 on record, 0 waiting"), "\(decided)")
    #expect(try count() == 1)
    let written = text(
      try world.send(
        hidden(decided) + [("line", "2"), ("choice", "new")], to: "/imports", cookie: cookie))
    #expect(written.contains("Written."), "\(written)")
    #expect(try count() == 3)
    let code = try #require(
      written.firstMatch(of: /href="\/imports\/(H-[0-9A-Z-]+)"/).map { String($0.1) })
    let list = text(try world.get("/imports.csv", cookie: cookie))
    #expect(list.contains(code))
    let shown = text(try world.get("/imports/\(code)", cookie: cookie))
    #expect(shown.contains("2 households and 0 people would be voided"), "\(shown)")
    for _ in 0..<2 {
      let undone = try world.send([], to: "/imports/\(code)/undo", cookie: cookie)
      #expect(undone.status == 303, "\(text(undone))")
    }
    #expect(try count() == 1)
    #expect(text(try world.get("/imports/\(code)?undone=1", cookie: cookie)).contains("Taken back"))
    #expect(try world.get("/imports/H-ZZZZ", cookie: cookie).status >= 400)
  }

  @Test func `a list of what the centre keeps for everybody is taken in by its form`() throws {
    let world = try CentreWorld(seed: 843)
    let cookie = try signedIn(world)
    let file = [("ngay.csv", "date,kind,name\n02/09/2026,holiday,Quốc khánh\n")]
    let page = text(try upload("calendar", file, world, cookie))
    #expect(page.contains("1 new, 0 on record already"), "\(page)")
    let written = try world.send(hidden(page), to: "/imports", cookie: cookie)
    #expect(text(written).contains("Written."), "\(text(written))")
    let form = RecordForms.calendarDay
    #expect(try world.centre.read { try $0.formRecords(form, FormFilter(), page: .all) }.count == 1)
    let bad = try upload("calendar", [("ngay.csv", "date,odd\n1,2\n")], world, cookie)
    #expect(bad.status == 422 && text(bad).contains("odd"))
  }

  @Test func `whoever sees one commune takes in its lists alone`() throws {
    let world = try CentreWorld(
      seed: 844, place: "40",
      hamlets: "commune_code,name,kind\n17713,Xóm 1,xóm\n17722,Xóm 2,xóm\n")
    let part =
      try world.signIn(as: try world.rights(.coordinator, unit: "17722"), "lan")
      + "; camtay-language=en"
    let foreign = "commune_code,name,kind\n17713,Bản A,xóm\n"
    let own = "commune_code,name,kind\n17722,Bản A,xóm\n"
    #expect(try upload("roster", [("h.csv", foreign)], world, part).status == 422)
    let page = try upload("roster", [("h.csv", own)], world, part)
    #expect(page.status == 200, "\(text(page))")
    #expect(try world.send(hidden(text(page)), to: "/imports", cookie: part).status == 200)
    #expect(try world.centre.read { try $0.findPlace("Bản A").communeCode } == "17722")
    let households = "head\nVi Thị Năm\n"
    #expect(
      try upload("households", [("ho.csv", households)], world, part, place: "Xóm 1").status
        == 422)
    let days = "date,kind\n02/09/2026,holiday\n"
    #expect(try upload("calendar", [("n.csv", days)], world, part).status == 422)
  }
}

import FieldWork
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// Hamlets, teams, members and households that are written down on the centre's pages.
@Suite struct RosterPagesTests {
  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private func signedIn(_ world: CentreWorld) throws -> String {
    try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
  }

  private func add(
    _ noun: String, _ fields: [(String, String)], _ world: CentreWorld, _ cookie: String
  ) throws -> ClientResponse {
    try world.send(
      fields + [("ticket", world.centre.formTickets.issue())], to: "/new/\(noun)", cookie: cookie)
  }

  @Test func `a hamlet, its team and a member are added, and a laptop of the team works there`()
    throws
  {
    let world = try CentreWorld(seed: 831)
    let cookie = try signedIn(world)
    let hamlet = [("commune", "17713"), ("name", "Bản Mới"), ("kind", "hamlet")]
    #expect(try add("hamlet", hamlet, world, cookie).status == 303)
    // Nor is the same hamlet added twice, nor one of a commune that is not served.
    let twice = try add("hamlet", hamlet, world, cookie)
    #expect(twice.status == 422)
    for code in ["00001", "99999", ""] {
      let foreign = [("commune", code), ("name", "Bản Xa"), ("kind", "hamlet")]
      #expect(try add("hamlet", foreign, world, cookie).status == 422, "\(code)")
    }
    let place = try world.centre.read { try $0.findPlace("Bản Mới") }
    #expect(place.communeCode == "17713" && place.householdScope != nil)
    #expect(text(twice).contains(place.codeText))
    let team = [("name", "Tổ Bản Mới"), ("place", place.codeText), ("kind", "community")]
    #expect(try add("team", team, world, cookie).status == 303)
    #expect(try add("team", team, world, cookie).status == 422)
    let row = try world.centre.read { try $0.findTeam("Tổ Bản Mới") }
    let code = try world.centre.read { try $0.codeText(of: row, in: TeamTable.definition) }
    let member = [("name", "Hoàng Thị Mới"), ("team", code), ("phone", "0912000111")]
    #expect(try add("member", member, world, cookie).status == 303)
    #expect(try add("member", member, world, cookie).status == 422)
    #expect(try add("member", [("name", "Không tổ")], world, cookie).status == 422)
    let laptop = try world.enrolLaptop("máy mới", member: "Hoàng Thị Mới")
    try laptop.sync()
    #expect(try laptop.field.reader.findMember("Hoàng Thị Mới").team == row)
    #expect(try laptop.field.reader.findPlace("Bản Mới").id == place.id)
    let roster = text(try world.get("/roster?q=ban+moi", cookie: cookie))
    #expect(roster.contains("Tổ Bản Mới") && roster.contains("máy mới"))
    let file = text(try world.get("/roster.csv", cookie: cookie))
    #expect(file.contains("Tổ Xóm 1") && file.contains("Tổ Bản Mới"))
    let shown = text(try world.get("/roster/\(code)", cookie: cookie))
    #expect(shown.contains("Hoàng Thị Mới") && shown.contains("máy mới"))
    let empty = text(try world.get("/roster?without=laptop", cookie: cookie))
    #expect(empty.contains("Tổ Xóm 1") && !empty.contains("Tổ Bản Mới"))
  }

  @Test func `the roster says which laptop may not hold the hamlet of its team`() throws {
    let world = try CentreWorld(seed: 832)
    let cookie = try signedIn(world)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    #expect(!text(try world.get("/roster?without=area", cookie: cookie)).contains("máy 1"))
    let team = try world.centre.read { try $0.teams()[0] }
    let other = try world.centre.read { try $0.findPlace("Xóm 2").codeText }
    let own = try world.centre.read { try $0.findPlace("Xóm 1").codeText }
    let moved = try world.send(
      [
        ("ticket", world.centre.formTickets.issue()), ("name", "Tổ Xóm 1"),
        ("was-name", "Tổ Xóm 1"), ("place", other), ("was-place", own),
      ], to: "/edit/\(team.codeText)", cookie: cookie)
    #expect(moved.status == 303, "\(text(moved))")
    #expect(text(try world.get("/roster?without=area", cookie: cookie)).contains("máy 1"))
    // What its laptops may hold is offered at once, with those that it concerns.
    let areas = "/roster/\(team.codeText)/areas"
    #expect(moved.headers["Location"] == "\(areas)?done=saved")
    let offered = text(try world.get("\(areas)?done=saved", cookie: cookie))
    #expect(offered.contains("hold what they held before") && offered.contains("máy 1"))
    let replica = laptop.store.identity.replica
    func held() throws -> Set<String> {
      try world.centre.inspect { records in
        let scopes = Set(try records.store.grantedScopes(of: replica))
        return Set(
          try records.reader.places().filter { $0.householdScope.map(scopes.contains) ?? false }
            .compactMap(\.name))
      }
    }
    let rule = try #require(
      offered.firstMatch(of: /name="end"[^>]*value="([0-9]+)"/).map { String($0.1) })
    let fields = [("give", "\(replica.rawValue)"), ("end", rule)]
    let shown = try world.send(fields + [("step", "preview")], to: areas, cookie: cookie)
    #expect(shown.status == 200 && text(shown).contains("nothing was changed yet"))
    #expect(text(shown).contains("No laptop would hold “Xóm 1” then"))
    #expect(try held() == ["Xóm 1"])
    #expect(try world.send([("give", "7")], to: areas, cookie: cookie).status == 422)
    #expect(try world.send(fields, to: areas, cookie: cookie).status == 303)
    #expect(try held() == ["Xóm 2"])
    #expect(text(try world.get(areas, cookie: cookie)).contains("may hold its hamlet and no other"))
    #expect(!text(try world.get("/roster?without=area", cookie: cookie)).contains("máy 1"))
  }

  @Test func `a household is added once, after a look at those that it may be`() throws {
    let world = try CentreWorld(seed: 833)
    let cookie = try signedIn(world)
    let place = try world.centre.read { try $0.findPlace("Xóm 1").codeText }
    func send(_ further: [(String, String)] = []) throws -> ClientResponse {
      try world.send(
        [
          ("ticket", world.centre.formTickets.issue()), ("place", place), ("kind", "family"),
          ("name", "Hộ ông Ba"), ("phone", "0912345000"),
        ] + further, to: "/new-household", cookie: cookie)
    }
    func count() throws -> Int { try world.centre.read { try $0.householdCount() } }
    #expect(text(try send()).contains("Saved: household H-"))
    #expect(try count() == 1)
    let again = text(try send())
    #expect(again.contains("may be on record already") && again.contains("Hộ ông Ba"))
    #expect(try count() == 1)
    #expect(text(try send([("new", "1")])).contains("Saved: household H-"))
    #expect(try count() == 2)
    let bad = try world.send(
      [("ticket", world.centre.formTickets.issue()), ("place", place), ("name", " ")],
      to: "/new-household", cookie: cookie)
    #expect(bad.status == 422 && text(bad).contains("field-error"))
    let old = try world.send(
      [("ticket", "x"), ("place", place), ("name", "Hộ bà Tư")], to: "/new-household",
      cookie: cookie)
    #expect(old.status == 422)
    #expect(try count() == 2)
  }

  @Test func `whoever sees one commune adds nothing to another one`() throws {
    let world = try CentreWorld(
      seed: 834, place: "40",
      hamlets: "commune_code,name,kind\n17713,Xóm 1,xóm\n17722,Xóm 2,xóm\n")
    let part = try world.signIn(as: try world.rights(.coordinator, unit: "17722"), "lan")
    func add(_ noun: String, _ fields: [(String, String)]) throws -> Int {
      try self.add(noun, fields, world, part).status
    }
    let foreign = try world.centre.read { try $0.findPlace("Xóm 1").codeText }
    let own = try world.centre.read { try $0.findPlace("Xóm 2").codeText }
    #expect(try add("hamlet", [("commune", "17713"), ("name", "Bản A")]) == 422)
    #expect(try add("hamlet", [("commune", "17722"), ("name", "Bản A")]) == 303)
    #expect(try add("team", [("name", "Tổ lạ"), ("place", foreign)]) == 422)
    #expect(try add("team", [("name", "Tổ nhà"), ("place", own)]) == 303)
    let teams = try world.centre.read { try $0.teams() }
    #expect(teams.contains { $0.name == "Tổ nhà" } && !teams.contains { $0.name == "Tổ lạ" })
    let household = try world.send(
      [("ticket", world.centre.formTickets.issue()), ("place", foreign), ("name", "Hộ lạ")],
      to: "/new-household", cookie: part)
    #expect(household.status == 422)
    #expect(try world.centre.read { try $0.householdCount() } == 0)
    let list = text(try world.get("/roster", cookie: part))
    #expect(list.contains("Tổ nhà") && !list.contains("Tổ Xóm 1"))
  }
}

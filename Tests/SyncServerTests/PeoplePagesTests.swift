import FieldWork
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// Members on the centre's pages: the list, leaving, another team.
@Suite struct PeoplePagesTests {
  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private func signedIn(_ world: CentreWorld) throws -> String {
    try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
  }

  private func member(_ world: CentreWorld, _ name: String) throws -> Member {
    try world.centre.read { try $0.findMember(name) }
  }

  @Test func `the list tells who works with what, and finds who lacks something`() throws {
    let world = try CentreWorld(seed: 811)
    let cookie = try signedIn(world)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    let household = try laptop.addHousehold("Hộ bà Lan")
    let visit = try laptop.addVisit(to: household)
    try laptop.sync()
    let day = try #require(try world.centre.read { try $0.record(Visit.self, visit)?.date })
    let page = text(try world.get("/people", cookie: cookie))
    #expect(page.contains("Nguyễn Văn An") && page.contains("Trần Thị Bình"))
    #expect(page.contains("máy 1") && page.contains(Format.date(day)))
    let without = text(try world.get("/people?without=laptop", cookie: cookie))
    #expect(!without.contains("Nguyễn Văn An") && without.contains("Trần Thị Bình"))
    let quiet = text(try world.get("/people?without=visit", cookie: cookie))
    #expect(!quiet.contains("Nguyễn Văn An") && quiet.contains("Trần Thị Bình"))
    let file = text(try world.get("/people.csv?q=binh", cookie: cookie))
    #expect(file.contains("Trần Thị Bình") && !file.contains("Nguyễn Văn An"))
    #expect(try world.get("/people/M-ZZZZ", cookie: cookie).status == 404)
  }

  @Test func `somebody leaves on a day after a look at what remains`() throws {
    let world = try CentreWorld(seed: 812)
    let cookie = try signedIn(world)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    let an = try member(world, "Nguyễn Văn An")
    let own = "/people/\(an.codeText)"
    try world.centre.change { records, clock in
      _ = try records.add(
        RecordForms.task,
        FormDraft(RecordForms.task, ["title": "Đưa lại giấy tờ", "owner": an.codeText]),
        author: nil, clock: clock)
    }
    let shown = text(try world.get(own + "/leave", cookie: cookie))
    #expect(shown.contains("máy 1") && shown.contains("the centre cannot know"))
    #expect(shown.contains("<dt>Open tasks</dt><dd>1</dd>"))
    for odd in ["", "x", "32/13/2026"] {
      #expect(try world.send([("day", odd)], to: own + "/leave", cookie: cookie).status == 422)
    }
    #expect(try member(world, "Nguyễn Văn An").to == nil)
    for _ in 0..<2 {
      let sent = try world.send([("day", "01/09/2026")], to: own + "/leave", cookie: cookie)
      #expect(sent.status == 303 && sent.headers["Location"]?.hasPrefix(own) == true)
    }
    #expect(try member(world, "Nguyễn Văn An").to == LocalDate(iso: "2026-09-01"))
    let changes = try world.centre.read { reader in
      try AuditLog(reader.connection).entries(AuditLog.Wanted(), limit: 50).entries
        .filter { $0.subject == own + "/leave" && $0.act == "sent" }
    }
    #expect(changes.count == 1)
  }

  @Test func `a change of team takes the laptop along, keeps past work and what it may hold`()
    throws
  {
    let world = try CentreWorld(seed: 813)
    let cookie = try signedIn(world)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    let household = try laptop.addHousehold("Hộ bà Lan")
    let an = try member(world, "Nguyễn Văn An")
    let visit = try laptop.addVisit(to: household)
    try laptop.sync()
    let teams = try world.centre.read { try $0.teams() }
    let (old, new) = (try #require(teams.first), try #require(teams.last))
    let replica = laptop.store.identity.replica
    let before = Set(try world.centre.inspect { try $0.store.grantedScopes(of: replica) })
    let path = "/people/\(an.codeText)/team"
    let fields = [
      ("team", "\(new.id.rawValue)"), ("day", "01/09/2025"), ("laptop", "\(replica.rawValue)"),
    ]
    #expect(try world.send(Array(fields.dropFirst()), to: path, cookie: cookie).status == 422)
    let early = [fields[0], ("day", "01/01/2099"), fields[2]]
    #expect(try world.send(early, to: path, cookie: cookie).status == 422)
    #expect(try world.send(fields, to: path, cookie: cookie).status == 303)
    let moved = try member(world, "Nguyễn Văn An")
    #expect(moved.team == new.id && moved.from == LocalDate(iso: "2025-09-01"))
    #expect(try world.centre.laptop("máy 1")?.team == new.id)
    let after = Set(try world.centre.inspect { try $0.store.grantedScopes(of: replica) })
    let added = try world.centre.read { try $0.scopes(forTeam: new.id) }
    #expect(after == before.union(added) && after != before)
    #expect(try world.centre.read { try $0.record(Visit.self, visit)?.team } == old.id)
  }

  @Test func `a change of team to come is waited for, done on its day, and can be taken back`()
    throws
  {
    let world = try CentreWorld(seed: 815)
    let cookie = try signedIn(world)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    let an = try member(world, "Nguyễn Văn An")
    let teams = try world.centre.read { try $0.teams() }
    let (old, new) = (try #require(teams.first), try #require(teams.last))
    let today = LocalDateTime(milliseconds: world.clock.surroundings.clock().wall.rawValue).date
    let day = today.adding(days: 3)
    let path = "/people/\(an.codeText)/team"
    let replica = laptop.store.identity.replica
    let fields = [
      ("team", "\(new.id.rawValue)"), ("day", Format.date(day)), ("laptop", "\(replica.rawValue)"),
    ]
    func page(_ path: String) throws -> String {
      String(decoding: try world.get(path, cookie: cookie).body, as: UTF8.self)
    }
    #expect(try world.send(fields, to: path, cookie: cookie).status == 303)
    #expect(try member(world, "Nguyễn Văn An").team == old.id)
    let words = "to \(new.name ?? "") from \(Format.date(day)) on"
    #expect(try page("/people/\(an.codeText)").contains(words))
    #expect(try page(path).contains(words))
    // Taken back, it does not come; said again by a command, it does.
    #expect(try world.send([("stay", "1")], to: path, cookie: cookie).status == 303)
    #expect(!(try page(path)).contains(words))
    let command = world.run(
      "member", "team", an.codeText, new.codeText, "--from", Format.date(day))
    #expect(command.exit == .done && command.out.contains("máy 1"), "\(command.error)")
    #expect(try page(path).contains(words))
    let household = try laptop.addHousehold("Hộ bà Lan")
    let early = try laptop.addVisit(to: household)
    world.clock.advance(seconds: 2 * 86_400)
    try laptop.sync()
    #expect(try member(world, "Nguyễn Văn An").team == old.id)
    world.clock.advance(seconds: 86_400)
    // A round of a laptop is enough: nobody has to look at a page.
    try laptop.sync()
    let moved = try member(world, "Nguyễn Văn An")
    #expect(moved.team == new.id && moved.from == day)
    #expect(try world.centre.laptop("máy 1")?.team == new.id)
    #expect(try world.centre.read { try $0.record(Visit.self, early)?.team } == old.id)
    #expect(!(try page("/people/\(an.codeText)")).contains(words))
    #expect(world.run("member", "stay", an.codeText).exit == .userError)
    let log = try world.centre.read { reader in
      try AuditLog(reader.connection).entries(AuditLog.Wanted(), limit: 50).entries
        .filter { $0.act == "team-changed" }.map { String($0.detail.split(separator: " ")[2]) }
    }
    #expect(log == ["done", "planned", "taken-back", "planned"])
  }

  @Test func `nobody changes members, teams or records beyond reach`() throws {
    let world = try CentreWorld(
      seed: 814, place: "40",
      hamlets: "commune_code,name,kind\n17713,Xóm 1,xóm\n17722,Xóm 2,xóm\n")
    let part =
      try world.signIn(as: try world.rights(.coordinator, unit: "17722"), "lan")
      + "; camtay-language=en"
    let an = try member(world, "Nguyễn Văn An")
    let binh = try member(world, "Trần Thị Bình")
    let list = text(try world.get("/people", cookie: part))
    #expect(!list.contains("Nguyễn Văn An") && list.contains("Trần Thị Bình"))
    for path in [
      "/people/\(an.codeText)", "/people/\(an.codeText)/leave", "/edit/\(an.codeText)",
    ] {
      #expect(try world.get(path, cookie: part).status == 404, "\(path)")
    }
    // Nor is anybody moved out of sight by the form that changes a member.
    let teams = try world.centre.read { try $0.teams() }
    let foreign = try #require(teams.first { $0.id == an.team })
    let path = "/edit/\(binh.codeText)"
    let fields = [
      ("ticket", world.centre.formTickets.issue()), ("team", foreign.codeText),
      ("name", "Trần Thị Bình"), ("was-name", "Trần Thị Bình"),
    ]
    #expect(try world.send(fields, to: path, cookie: part).status == 422)
    #expect(try member(world, "Trần Thị Bình").team == binh.team)
  }
}

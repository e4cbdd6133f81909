import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// What a coordinator keeps in order on pages: catalogue, areas of laptops, erasures, reset codes,
/// batches that are missing or kept aside.
@Suite struct UpkeepPagesTests {
  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private func signedIn(_ world: CentreWorld) throws -> String {
    try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
  }

  @Test func `a kind of the catalogue is listed, added to, changed, voided and taken out`() throws {
    let world = try CentreWorld(seed: 851)
    let cookie = try signedIn(world)
    func add(_ fields: [(String, String)]) throws -> ClientResponse {
      try world.send(
        fields + [("ticket", world.centre.formTickets.issue())], to: "/new/calendar",
        cookie: cookie)
    }
    #expect(try add([("date", "31/02/2026"), ("kind", "holiday")]).status == 422)
    let saved = try add([("date", "02/09/2026"), ("kind", "holiday"), ("name", "Quốc khánh")])
    let own = try #require(saved.headers["Location"]?.split(separator: "?").first.map(String.init))
    #expect(saved.status == 303 && own.hasPrefix("/records/calendar-"))
    #expect(try add([("date", "05/09/2026"), ("kind", "worked-saturday")]).status == 303)
    let shown = text(try world.get(own, cookie: cookie))
    #expect(shown.contains("Quốc khánh"))
    let address = try #require(own.split(separator: "/").last)
    let list = text(try world.get("/catalogue/calendar", cookie: cookie))
    #expect(list.contains("Quốc khánh") && list.contains("href=\"\(own)\""))
    let changed = try world.send(
      [
        ("ticket", world.centre.formTickets.issue()), ("name", "Ngày Quốc khánh"),
        ("was-name", "Quốc khánh"), ("date", "02/09/2026"), ("was-date", "02/09/2026"),
        ("kind", "holiday"), ("was-kind", "holiday"),
      ], to: "/edit/\(address)", cookie: cookie)
    #expect(changed.status == 303, "\(text(changed))")
    #expect(
      try world.send([("reason", "nhầm")], to: "/void/\(address)", cookie: cookie).status == 303)
    let standing = text(try world.get("/catalogue/calendar/list.csv?state=stands", cookie: cookie))
    #expect(!standing.contains("Ngày Quốc khánh") && standing.contains("05/09/2026"))
    let voided = text(try world.get("/catalogue/calendar?state=voided", cookie: cookie))
    #expect(voided.contains("Ngày Quốc khánh"))
    #expect(try world.get("/catalogue/nonsense", cookie: cookie).status == 404)
    #expect(try world.get("/records/calendar-1", cookie: cookie).status == 404)
    #expect(try world.get("/records/member-1", cookie: cookie).status == 404)
    for form in CentreForms.catalogue {
      #expect(try world.get("/catalogue/\(form.noun)", cookie: cookie).status == 200)
      #expect(try world.get("/new/\(form.noun)", cookie: cookie).status == 200)
      let file = try world.get("/catalogue/\(form.noun)/list.xlsx", cookie: cookie)
      #expect(file.status == 200, "\(form.noun)")
    }
  }

  @Test func `a part of the centre sees the whole catalogue and writes what is its own`() throws {
    let world = try CentreWorld(
      seed: 852, place: "40",
      hamlets: "commune_code,name,kind\n17713,Xóm 1,xóm\n17722,Xóm 2,xóm\n")
    let part = try world.signIn(as: try world.rights(.coordinator, unit: "17722"), "lan")
    func add(_ unit: String) throws -> Int {
      try world.send(
        [
          ("ticket", world.centre.formTickets.issue()), ("date", "02/09/2026"),
          ("kind", "holiday"), ("unit", unit),
        ], to: "/new/calendar", cookie: part
      ).status
    }
    #expect(try add("") == 422 && add("17713") == 422 && add("17722") == 303)
    let whole = try signedIn(world)
    #expect(
      try world.send(
        [
          ("ticket", world.centre.formTickets.issue()), ("date", "03/09/2026"),
          ("kind", "holiday"),
        ], to: "/new/calendar", cookie: whole
      ).status == 303)
    let list = text(try world.get("/catalogue/calendar", cookie: part))
    #expect(list.contains("02/09/2026") && list.contains("03/09/2026"))
  }

  @Test func `a laptop is given a hamlet and it is taken back, each after a look`() throws {
    let world = try CentreWorld(seed: 853)
    let cookie = try signedIn(world)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    let replica = laptop.store.identity.replica
    let path = "/laptops/\(replica.rawValue)/areas"
    let hamlet = try world.centre.read { try $0.findPlace("Xóm 2") }
    let scope = try #require(hamlet.householdScope)
    func held() throws -> Bool {
      try world.centre.inspect { try $0.store.grantedScopes(of: replica).contains(scope) }
    }
    let area = [("area", hamlet.codeText)]
    let shown = try world.send(area + [("step", "preview")], to: path, cookie: cookie)
    #expect(shown.status == 200 && text(shown).contains("Xóm 2"), "\(text(shown))")
    #expect(try !held())
    for bad in [
      [("area", "x")], [("area", "")], area + [("from", "x")],
      area + [("from", "02/01/2026"), ("until", "01/01/2026")],
    ] {
      #expect(try world.send(bad, to: path, cookie: cookie).status == 422, "\(bad)")
    }
    #expect(try world.send(area, to: path, cookie: cookie).status == 303)
    #expect(try held())
    // Held already: nothing is given twice.
    #expect(try world.send(area, to: path, cookie: cookie).status == 422)
    let rule = try #require(
      try world.centre.grantRules().rules.first {
        $0.replica == replica && $0.target == .place(hamlet.id)
      })
    let end = [("end", String(rule.id))]
    let ending = try world.send(end + [("step", "preview")], to: path, cookie: cookie)
    #expect(text(ending).contains("No laptop would hold"), "\(text(ending))")
    #expect(try held())
    #expect(try world.send(end, to: path, cookie: cookie).status == 303)
    #expect(try !held())
    let notes = try world.centre.read { reader in
      try AuditLog(reader.connection).entries(AuditLog.Wanted(), limit: 50).entries
        .filter { $0.subject == path && $0.act == "sent" }
    }
    #expect(notes.count == 2)
  }

  @Test func `a person is erased after a look, once, and the list follows the laptops`() throws {
    let world = try CentreWorld(seed: 854)
    let cookie = try signedIn(world)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    let twins = try laptop.addTwins("Lò Văn Tư")
    try laptop.sync()
    let code = try world.centre.read { reader in
      try reader.codeText(
        of: try #require(twins.first.flatMap(RowID.init(rawValue:))), in: ResidentTable.definition)
    }
    let fields = [("code", code), ("reason", "request"), ("requested", "01/09/2025")]
    let shown = try world.send(fields + [("step", "preview")], to: "/erasures", cookie: cookie)
    #expect(shown.status == 200 && text(shown).contains("nothing was erased yet"))
    #expect(text(shown).contains("máy 1"))
    func count() throws -> Int { try world.centre.inspect { try $0.store.erasures().count } }
    #expect(try count() == 0)
    for bad in [
      [("code", "R-ZZZZ")] + fields.dropFirst(), [fields[0], ("reason", "x"), fields[2]],
      [fields[0], fields[1], ("requested", "x")],
    ] {
      #expect(try world.send(bad, to: "/erasures", cookie: cookie).status == 422, "\(bad)")
    }
    for _ in 0..<2 {
      #expect(try world.send(fields, to: "/erasures", cookie: cookie).status == 303)
    }
    #expect(try count() == 1)
    let waiting = text(try world.get("/erasures", cookie: cookie))
    #expect(waiting.contains(code) && waiting.contains("overdue"), "\(waiting)")
    try laptop.sync()
    try laptop.sync()
    let done = text(try world.get("/erasures.csv?state=done", cookie: cookie))
    #expect(done.contains(code) && done.contains("máy 1"), "\(done)")
  }

  @Test func `whoever sees one commune erases nobody of another one`() throws {
    let world = try CentreWorld(
      seed: 855, place: "40",
      hamlets: "commune_code,name,kind\n17713,Xóm 1,xóm\n17722,Xóm 2,xóm\n")
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    let twins = try laptop.addTwins("Lò Văn Tư")
    try laptop.sync()
    let code = try world.centre.read { reader in
      try reader.codeText(
        of: try #require(twins.first.flatMap(RowID.init(rawValue:))), in: ResidentTable.definition)
    }
    let fields = [("code", code), ("reason", "request"), ("requested", "01/09/2025")]
    for (unit, status) in [("17722", 422), ("17713", 200)] {
      let part = try world.signIn(as: try world.rights(.coordinator, unit: unit), "lan-\(unit)")
      let sent = try world.send(fields + [("step", "preview")], to: "/erasures", cookie: part)
      #expect(sent.status == status, "\(unit)")
    }
  }

  @Test func `a batch kept aside is looked at and adopted on its page`() throws {
    let world = try CentreWorld(seed: 857)
    let cookie = try signedIn(world)
    let (laptop, _) = try world.putBack()
    let batch = try #require(try AsideSurvey(world.centre).items.first)
    let path = "/gaps/\(AsideSurvey.name(of: batch.batch))"
    #expect(text(try world.get("/gaps", cookie: cookie)).contains(path))
    let early = text(try world.get(path, cookie: cookie))
    #expect(early.contains("let it sync first"), "\(early)")
    #expect(try world.send([], to: path, cookie: cookie).status == 422)
    world.clock.advance(seconds: 60)
    try laptop.sync()
    func names() throws -> [String] {
      try world.centre.read { try $0.households(page: .all) }.compactMap(\.name)
    }
    #expect(try !names().contains("Nhà mất"))
    #expect(try world.send([("note", "hỏng đĩa")], to: path, cookie: cookie).status == 303)
    #expect(try names().contains("Nhà mất"))
    #expect(try world.get("/gaps/0011223344556677", cookie: cookie).status == 404)
    let adopted = try #require(try AsideSurvey(world.centre).items.first)
    #expect(adopted.batch.adoption?.person == "coordinator")
  }
}

import FieldWork
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// A change of one unit on its page, and the files of lists that coordinators and administrators look
/// through.
@Suite struct UnitChangePageTests {
  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private func signedIn(_ world: CentreWorld) throws -> String {
    try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
  }

  @Test func `a unit is merged into another one after a look, and only by the whole centre`() throws
  {
    let world = try CentreWorld(
      seed: 861, place: "40",
      hamlets: "commune_code,name,kind\n17713,Xóm 1,xóm\n17722,Xóm 2,xóm\n")
    let cookie = try signedIn(world)
    let today = LocalDateTime(milliseconds: world.clock.surroundings.clock().wall.rawValue).date
    let fields = [
      ("act", "merge"), ("unit", "17722"), ("into", "17713"), ("from", Format.date(today)),
    ]
    func unit() throws -> String? {
      try world.centre.read { reader in
        try PlaceMap(reader).unit(of: reader.findPlace("Xóm 2"), on: today)
      }
    }
    let shown = try world.send(
      fields + [("step", "preview")], to: "/unit-changes", cookie: cookie)
    #expect(shown.status == 200 && text(shown).contains("nothing was changed yet"))
    #expect(try unit() == "17722")
    for bad in [
      [("act", "x")] + fields.dropFirst(), fields.filter { $0.0 != "into" },
      fields.filter { $0.0 != "from" }, fields.map { $0.0 == "unit" ? ("unit", "abc") : $0 },
      [("act", "assign")] + fields.dropFirst(),
    ] {
      let answer = try world.send(bad, to: "/unit-changes", cookie: cookie)
      #expect(answer.status == 422, "\(bad)")
    }
    let part = try world.signIn(as: try world.rights(.coordinator, unit: "17722"), "lan")
    #expect(try world.send(fields, to: "/unit-changes", cookie: part).status >= 400)
    #expect(try unit() == "17722")
    let done = try world.send(fields, to: "/unit-changes", cookie: cookie)
    #expect(done.status == 303, "\(text(done))")
    #expect(try unit() == "17713")
    #expect(text(try world.get("/unit-changes?done=1", cookie: cookie)).contains("Changed."))
  }

  @Test func `a part of a unit moves to another one after its areas are chosen`() throws {
    let world = try CentreWorld(
      seed: 864, place: "40",
      hamlets: "commune_code,name,kind\n17713,Xóm 1,xóm\n17713,Xóm 2,xóm\n17722,Bản A,xóm\n")
    let cookie = try signedIn(world)
    let today = LocalDateTime(milliseconds: world.clock.surroundings.clock().wall.rawValue).date
    let fields = [
      ("act", "split"), ("unit", "17713"), ("into", "17722"), ("from", Format.date(today)),
    ]
    func units(_ name: String) throws -> [String] {
      try world.centre.read { reader in
        let scope = try #require(try reader.findPlace(name).householdScope)
        return try PlaceMap(reader).units(of: scope, on: today).sorted()
      }
    }
    let asked = text(
      try world.send(fields + [("step", "preview")], to: "/unit-changes", cookie: cookie))
    #expect(
      asked.contains("Areas that move to the other unit") && !asked.contains("<span>Bản A</span>"))
    let part = try #require(
      asked.firstMatch(of: /name="part" value="([0-9]+)"[^>]*><span>Xóm 2</)
    ).1
    let chosen = fields + [("part", String(part))]
    let shown = try world.send(chosen + [("step", "preview")], to: "/unit-changes", cookie: cookie)
    #expect(shown.status == 200 && text(shown).contains("nothing was changed yet"))
    #expect(try units("Xóm 2") == ["17713"])
    let foreign = try world.centre.read { try $0.findPlace("Bản A").householdScope?.rawValue ?? 0 }
    let bad = fields + [("part", "\(foreign)")]
    #expect(try world.send(bad, to: "/unit-changes", cookie: cookie).status == 422)
    let done = try world.send(chosen + [("accept", "1")], to: "/unit-changes", cookie: cookie)
    #expect(done.status == 303, "\(text(done))")
    #expect(try units("Xóm 2") == ["17722"] && units("Xóm 1") == ["17713"])
    let log = world.run("audit", "list").out
    #expect(log.contains("act=split") && log.contains("part=\(part)"))
  }

  @Test func `reforms, incidents, accounts, tokens and conflicts come as files too`() throws {
    let world = try CentreWorld(seed: 862)
    let cookie = try signedIn(world)
    let reform =
      "old_code,old_hamlet,new_code,new_hamlet,valid_from\n17713,Xóm 2,17713,Xóm B,2026-01-01\n"
    _ = try world.centre.perform { try $0.applyReform(Array(reform.utf8), clock: $1) }
    _ = try world.centre.addToken("bao-cao", try world.rights(.trainer), by: .keeper)
    let administrator = try world.signIn(as: try world.rights(.administrator), "lan")
    let list = text(try world.get("/reforms.csv", cookie: cookie))
    #expect(list.contains("01/01/2026"))
    let page = text(try world.get("/reforms", cookie: cookie))
    #expect(page.contains("/reforms/1"))
    let undone = text(try world.get("/reforms.csv?state=undone", cookie: cookie))
    #expect(!undone.contains("01/01/2026"))
    for (path, reader, held) in [
      ("/incidents", cookie, ""), ("/accounts", administrator, "coordinator"),
      ("/tokens", administrator, "bao-cao"), ("/conflicts", cookie, ""),
      ("/conflicts/parallel", cookie, ""),
    ] {
      for format in ["csv", "xlsx"] {
        let file = try world.get("\(path).\(format)", cookie: reader)
        #expect(file.status == 200, "\(path).\(format)")
        #expect(
          format != "csv" || held.isEmpty || text(file).contains(held), "\(path)")
      }
    }
  }

  @Test func `a file of conflicts and of parallel edits holds no value`() throws {
    let world = try CentreWorld(seed: 863)
    let cookie = try signedIn(world)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    let row = try laptop.addHousehold("Hộ bà Sáu")
    try laptop.sync()
    let clock = world.clock.surroundings.clock()
    try laptop.store.commit(author: nil, clock: clock) {
      try $0.write(HouseholdTable.definition, row, [(HouseholdTable.name, .text("Hộ bà Sáu Lan"))])
    }
    try world.centre.change { records, clock in
      try records.store.commit(author: nil, clock: clock) {
        try $0.write(
          HouseholdTable.definition, row, [(HouseholdTable.name, .text("Hộ bà Sáu Mai"))])
      }
    }
    try laptop.sync()
    let page = text(try world.get("/conflicts", cookie: cookie))
    #expect(page.contains("Hộ bà Sáu Lan") && page.contains("Hộ bà Sáu Mai"))
    let file = text(try world.get("/conflicts.csv", cookie: cookie))
    #expect(file.contains("H-") && !file.contains("Lan") && !file.contains("Mai"))
  }
}

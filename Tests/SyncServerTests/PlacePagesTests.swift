import FieldWork
import Testing
import Web

@testable import SyncServer

/// Communes on their map, reforms by a file, and a household that moves, on the centre's pages.
@Suite struct PlacePagesTests {
  private static let reform =
    "old_code,old_hamlet,new_code,new_hamlet,valid_from,extent\n"
    + "17713,Xóm 1,17713,Xóm Đông,01/09/2025,\n17713,Xóm 2,17722,Xóm Tây,2025-09-01,\n"

  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private func upload(
    _ world: CentreWorld, _ file: String, to path: String, cookie: String
  ) throws -> ClientResponse {
    let token = try #require(
      world.formToken(in: text(try world.get(OwnAccountPages.path, cookie: cookie))))
    let body =
      "--x\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n\(token)\r\n"
      + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
      + "Content-Type: text/csv\r\n\r\n\(file)\r\n--x--\r\n"
    return try world.post(
      path, Array(body.utf8), type: "multipart/form-data; boundary=x",
      headers: ["Cookie": cookie, "Origin": world.url])
  }

  private func signedIn(_ world: CentreWorld) throws -> String {
    try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
  }

  @Test func `communes stand on a map and in a list with what lies in them`() throws {
    let world = try CentreWorld(seed: 321)
    let cookie = try signedIn(world)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    _ = try laptop.sync()
    _ = try laptop.addHousehold("Hộ bà Lan")
    _ = try laptop.sync()
    let page = text(try world.get("/places", cookie: cookie))
    #expect(page.contains("<svg class=\"map\"") && page.contains("point-good"))
    #expect(page.contains("Xã Đại Đồng") && page.contains("all have reported this week"))
    let file = text(try world.get("/places.csv", cookie: cookie))
    #expect(file.contains(#""Xã Đại Đồng";"=""17713""";2;1;2;1;0;"#))
    #expect(text(try world.get("/places?q=xom+1", cookie: cookie)).contains("Xã Đại Đồng"))
    #expect(!text(try world.get("/places?q=khong", cookie: cookie)).contains("<svg class=\"map\""))
    let unit = text(try world.get("/places/17713", cookie: cookie))
    #expect(unit.contains("Xóm 1") && unit.contains("Tổ Xóm 1") && unit.contains("máy 1"))
    // The code named a town before.
    #expect(unit.contains("Dùng"))
    #expect(try world.get("/places/99999", cookie: cookie).status == 422)
    #expect(
      text(try world.get("/places/17713?on=2025-08-01", cookie: cookie)).contains("01/08/2025"))
    world.clock.advance(seconds: 9 * 86_400)
    let later = text(try world.get("/places", cookie: try signedIn(world)))
    #expect(later.contains("point-missing") && later.contains("all laptops are silent"))
  }

  @Test func `a reform is shown, carried out by a button, and taken back`() throws {
    let world = try CentreWorld(seed: 322)
    let cookie = try signedIn(world)
    #expect(text(try world.get("/reforms", cookie: cookie)).contains("There was none."))
    let shown = try upload(world, Self.reform, to: "/reforms/preview", cookie: cookie)
    #expect(shown.status == 200 && text(shown).contains("nothing was changed yet"))
    #expect(text(shown).contains("Xóm Đông (17713)"))
    #expect(world.run("reform", "list").out.contains("There was none"))
    let kept = try #require(
      text(shown).firstMatch(of: /name="kept" value="([^"]+)"/).map { String($0.1) })
    let done = try world.send([("kept", kept)], to: "/reforms", cookie: cookie)
    #expect(done.headers["Location"] == "/reforms?done=1")
    // The same form sent twice changes nothing more.
    #expect(
      try world.send([("kept", kept)], to: "/reforms", cookie: cookie).headers["Location"]
        == "/reforms")
    let names = text(try world.get("/places/17713", cookie: cookie))
    #expect(names.contains("Xóm Đông") && !names.contains("Xóm Tây"))
    #expect(text(try world.get("/places/17713?on=2025-08-31", cookie: cookie)).contains("Xóm 2"))
    #expect(text(try world.get("/reforms/1", cookie: cookie)).contains("Take this reform back"))
    #expect(try world.send([], to: "/reforms/1/undo", cookie: cookie).status == 303)
    #expect(text(try world.get("/places/17713", cookie: cookie)).contains("Xóm 2"))
    #expect(!text(try world.get("/reforms/1", cookie: cookie)).contains("Take this reform back"))
    #expect(try world.get("/reforms/7", cookie: cookie).status == 404)
    #expect(try world.send([], to: "/reforms/7/undo", cookie: cookie).status == 404)
  }

  @Test func `a bad file, no file and a small reach change nothing and say so`() throws {
    let world = try CentreWorld(seed: 323)
    let cookie = try signedIn(world)
    let bad = try upload(world, "a,b\n1,2\n", to: "/reforms/preview", cookie: cookie)
    #expect(bad.status == 422 && text(bad).contains("role=\"alert\""))
    let none = try upload(world, "", to: "/reforms/preview", cookie: cookie)
    #expect(none.status == 422 && text(none).contains("There was no file"))
    #expect(try world.send([("kept", "%%%")], to: "/reforms", cookie: cookie).status == 422)
    let part =
      try world.signIn(as: try world.rights(.coordinator, unit: "17713"), "lan")
      + "; camtay-language=en"
    #expect(!text(try world.get("/reforms", cookie: part)).contains("type=\"file\""))
    let tried = try upload(world, Self.reform, to: "/reforms/preview", cookie: part)
    #expect(tried.status != 200)
    #expect(world.run("reform", "list").out.contains("There was none"))
    let draft = try world.get("/reforms/draft.csv", cookie: cookie)
    #expect(draft.status == 200 && text(draft).contains("old_code"))
  }

  @Test func `a household moves after it was shown, and not out of somebody's sight`() throws {
    let world = try CentreWorld(seed: 324, place: "40", hamlets: Self.twoCommunes)
    let cookie = try signedIn(world)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    _ = try laptop.sync()
    let row = try laptop.addHousehold("Hộ bà Lan")
    _ = try laptop.sync()
    let code = try #require(
      try world.centre.read { try $0.record(Household.self, row)?.codeText })
    let fields = [("code", code), ("to", "Xóm 2")]
    let shown = try world.send(
      [("step", "preview")] + fields, to: "/move-household", cookie: cookie)
    #expect(
      shown.status == 200 && text(shown).contains(code) && text(shown).contains("Move it to Xóm 2"))
    #expect(text(shown).contains("No laptop holds Xóm 2"))
    #expect(try world.centre.read { try $0.record(Household.self, row)?.place } != nil)
    let before = try world.centre.read { try $0.householdCounts() }
    #expect(before.values.reduce(0, +) == 1)
    let done = try world.send(fields, to: "/move-household", cookie: cookie)
    #expect(done.status == 200 && text(done).contains("Moved to Xóm 2"))
    // It lives in one place, however many rows tell of it.
    let after = try world.centre.read { try $0.householdCounts() }
    #expect(after.values.reduce(0, +) == 1 && after.keys != before.keys)
    let again = try world.send(fields, to: "/move-household", cookie: cookie)
    #expect(again.status == 422)
    let lan =
      try world.signIn(as: try world.rights(.coordinator, unit: "17713"), "lan")
      + "; camtay-language=en"
    let hidden = try world.send(
      [("step", "preview"), ("code", code), ("to", "Xóm 9")], to: "/move-household", cookie: lan)
    #expect(hidden.status == 422 && text(hidden).contains("may not do this"))
    let unknown = try world.send(
      [("code", "H-1"), ("to", "Xóm 1")], to: "/move-household", cookie: cookie)
    #expect(unknown.status == 422)
  }

  private static let twoCommunes =
    "commune_code,name,kind\n17713,Xóm 1,xóm\n17713,Xóm 2,xóm\n17722,Xóm 9,xóm\n"
}

import FieldWork
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct ResetCodeTests {
  let world: CentreWorld
  let laptop: TestLaptop
  let key: StoreKey
  let point: ResetPoint
  let today: LocalDate

  init() throws {
    world = try CentreWorld(seed: 91)
    laptop = try world.enrolLaptop("Máy 1", member: "Nguyễn Văn An")
    _ = try world.enrolLaptop("Máy 2", member: "Trần Thị Bình")
    var random = SeededGenerator(seed: 92)
    key = try #require(StoreKey(Array(repeating: 5, count: StoreKey.byteCount)))
    today = LocalDate(milliseconds: world.clock.surroundings.clock().wall.rawValue)
    point = try ResetPoint(
      sealing: key, for: laptop.store.identity, from: Int64(today.daysSince1970), random: &random)
  }

  @Test func `the code for a challenge names the laptop, opens it on its day and is noted`() throws
  {
    let given = world.run("reset-code", point.challenge.text, "--as", "Trần Thị Bình", "--json")
    try #require(given.exit == .done, "\(given.error)")
    let json = try given.json()
    #expect(json["laptop"]?.textValue == "Máy 1" && json["day"]?.textValue == today.iso)
    let code = try ResetCode(parsing: try #require(json["code"]?.textValue))
    #expect(point.open(code, on: Int64(today.daysSince1970)) != nil)
    let tomorrow = today.adding(days: 1)
    let later = world.run(
      "reset-code", point.challenge.text.replacing("-", with: " "), "--day",
      Format.date(tomorrow), "--json")
    let other = try ResetCode(parsing: try #require(try later.json()["code"]?.textValue))
    #expect(other != code)
    #expect(point.open(other, on: Int64(tomorrow.daysSince1970)) != nil)
    let log = try world.run("reset-code", "list", "--json").json().arrayValue ?? []
    #expect(log.map { $0["laptop"]?.textValue } == ["Máy 1", "Máy 1"])
    #expect(log.map { $0["day"]?.textValue } == [tomorrow.iso, today.iso])
    #expect(log.map { $0["by"]?.textValue } == [nil, "Trần Thị Bình"])
    #expect(!world.run("reset-code", "list", "--json").out.contains(code.text))
  }

  @Test func `a coordinator's page gives the code for a laptop within reach, and lists it`() throws
  {
    let cookie =
      try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
    func give(_ challenge: String, _ cookie: String) throws -> ClientResponse {
      try world.send(
        [("challenge", challenge), ("day", Format.date(today))], to: "/reset-codes",
        cookie: cookie)
    }
    #expect(try give("abc", cookie).status == 422)
    let given = try give(point.challenge.text, cookie)
    let page = String(decoding: given.body, as: UTF8.self)
    let shown = try #require(page.firstMatch(of: /<code>([^<]+)<\/code>/).map { String($0.1) })
    #expect(point.open(try ResetCode(parsing: shown), on: Int64(today.daysSince1970)) != nil)
    let list = String(
      decoding: try world.get("/reset-codes.csv", cookie: cookie).body, as: UTF8.self)
    #expect(list.contains("Máy 1") && !list.contains(shown))
    // Another commune's coordinator gives none for it.
    let part = try world.signIn(as: try world.rights(.coordinator, unit: "17714"), "lan")
    #expect(try give(point.challenge.text, part).status == 422)
    #expect(try world.centre.givenResetCodes(limit: 5).count == 1)
  }

  @Test func `a misread challenge and one of another centre get no code`() throws {
    let text = point.challenge.text
    let misread = String(text.dropLast()) + (text.last == "0" ? "1" : "0")
    let refused = world.run("reset-code", misread, "--json")
    #expect(refused.exit == .userError && refused.error.contains("challenge-unknown"))
    let short = world.run("reset-code", String(text.dropLast(5)), "--json")
    #expect(short.exit == .userError && short.error.contains("spoken-code-length"))
    let stranger = try CentreWorld(seed: 93)
    #expect(stranger.run("reset-code", text, "--json").error.contains("challenge-unknown"))
    #expect(try world.run("reset-code", "list", "--json").json().arrayValue?.isEmpty == true)
  }

  @Test func `a laptop that was declared lost gets no code`() throws {
    #expect(world.run("laptop", "lost", "Máy 1").exit == .done)
    let refused = world.run("reset-code", point.challenge.text, "--json")
    #expect(refused.exit == .notAllowed && refused.error.contains("laptop-lost"))
    #expect(try world.run("reset-code", "list", "--json").json().arrayValue?.isEmpty == true)
  }
}

import FieldWork
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct LaptopEnrolPagesTests {
  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private func ticket(_ page: String) throws -> String {
    String(try #require(page.firstMatch(of: /name="ticket" value="([^"]+)"/)?.1))
  }

  private func team(_ world: CentreWorld, _ name: String) throws -> String {
    let teams = try world.centre.read { try $0.teams() }
    return "\(try #require(teams.first { $0.name == name }).id.rawValue)"
  }

  @Test func `a code is made for a team, shown once, and lets one laptop in`() throws {
    let world = try CentreWorld(seed: 731)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    #expect(text(try world.get("/laptops", cookie: cookie)).contains("href=\"/new-laptop\""))
    let form = text(try world.get("/new-laptop", cookie: cookie))
    let fields = [
      ("ticket", try ticket(form)), ("team", try team(world, "Tổ Xóm 2")), ("label", "máy thử"),
      ("address", world.url), ("how", ""),
    ]
    let made = try world.send(fields, to: "/new-laptop", cookie: cookie)
    let page = text(made)
    #expect(made.status == 200 && page.contains("máy thử") && page.contains("Tổ Xóm 2"))
    #expect(page.contains("<svg") && page.contains("trong bảy ngày, đến "))
    let again = try world.send(fields, to: "/new-laptop", cookie: cookie)
    #expect(again.status == 422 && text(again).contains("đã tạo một mã rồi"))
    let codes = try world.centre.read { try EnrolmentCodeTable($0.connection).count() }
    #expect(codes == 1)
    let line = try #require(page.firstMatch(of: /<code>([^<]+)<\/code>/)?.1)
    let typed = try EnrolmentText(parsing: String(line))
    #expect(typed.address == world.url)
    let noted = world.run("audit", "list").out
    #expect(noted.contains("/new-laptop") && !noted.contains(typed.code.text))
  }

  @Test func `a file is made for a laptop without a network, and is its maker's alone`() throws {
    let world = try CentreWorld(seed: 732)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let other = try world.signIn(as: try world.rights(.coordinator), "lan")
    let form = text(try world.get("/new-laptop", cookie: cookie))
    let made = text(
      try world.send(
        [
          ("ticket", try ticket(form)), ("team", try team(world, "Tổ Xóm 1")),
          ("address", "https://10.0.0.5:8765"), ("how", "file"),
        ], to: "/new-laptop", cookie: cookie))
    let path = String(try #require(made.firstMatch(of: /href="(\/new-laptop\/[^"]+)"/)?.1))
    #expect(try world.get(path, cookie: other).status == 404)
    let file = try world.get(path, cookie: cookie)
    #expect(file.status == 200 && file.body.count > 100)
    #expect(file.headers["Content-Disposition"]?.contains("ghi-danh.camtay") == true)
    world.clock.advance(seconds: 601)
    let later = try world.signIn("coordinator", world.password)
    #expect(try world.get(path, cookie: later).status == 404)
  }

  @Test func `nothing is made for a team beyond reach, or without an address`() throws {
    let world = try CentreWorld(seed: 733)
    let outside = try world.signIn(
      as: try world.rights(.coordinator, unit: "17722"), "mai")
    #expect(text(try world.get("/new-laptop", cookie: outside)).contains("chưa có tổ nào"))
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let shown = try ticket(text(try world.get("/new-laptop", cookie: cookie)))
    let one = try team(world, "Tổ Xóm 1")
    let sent = try world.send(
      [("ticket", shown), ("team", one), ("address", world.url)], to: "/new-laptop",
      cookie: outside)
    #expect(sent.status == 422)
    for (team, address, member) in [
      ("", world.url, ""), ("7", world.url, ""), (one, "", ""), (one, "http://10.0.0.5", ""),
      (one, world.url, "7"),
    ] {
      let refused = try world.send(
        [("ticket", shown), ("team", team), ("address", address), ("member", member)],
        to: "/new-laptop", cookie: cookie)
      #expect(refused.status == 422, "\(team) \(address) \(member)")
    }
    #expect(try world.centre.read { try EnrolmentCodeTable($0.connection).count() } == 0)
  }

  @Test func `codes given out are listed without the code, and one that went astray is withdrawn`()
    throws
  {
    let world = try CentreWorld(seed: 734)
    let cookie =
      try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
    #expect(text(try world.get("/laptop-codes", cookie: cookie)).contains("No code was given"))
    _ = try world.enrolLaptop("máy đã vào", member: "Nguyễn Văn An")
    let issued = try world.centre.issueCode(member: "Nguyễn Văn An", label: "máy thất lạc")
    let page = text(try world.get("/laptop-codes", cookie: cookie))
    #expect(page.contains("máy đã vào came in") && page.contains("not used yet"))
    #expect(!page.contains(issued.code.text))
    let outside = try world.signIn(as: try world.rights(.coordinator, unit: "17722"), "mai")
    #expect(!text(try world.get("/laptop-codes", cookie: outside)).contains("máy thất lạc"))
    let way = String(try #require(page.firstMatch(of: /action="(\/laptop-codes\/[^"]+)"/)?.1))
    #expect(try world.send([], to: way, cookie: outside).status >= 400)
    #expect(world.run("enroll-code", "list").out.contains("not used yet"))
    #expect(try world.send([], to: way, cookie: cookie).status == 303)
    let attempt = try world.attempt(issued.code)
    #expect(try world.post("/enrolment", attempt.request.encoded).status >= 400)
    let again = try world.send([], to: way, cookie: cookie)
    #expect(again.status >= 400 && text(again).contains("Nothing was withdrawn"))
    let file = text(try world.get("/laptop-codes.csv?state=over", cookie: cookie))
    #expect(file.contains("máy thất lạc") && !file.contains("máy đã vào"))
    let second = try world.centre.issueCode(member: "Nguyễn Văn An", label: "máy khác")
    #expect(world.run("enroll-code", "withdraw", "\(second.id)").exit == .done)
    #expect(world.run("enroll-code", "withdraw", "\(second.id)").exit != .done)
  }
}

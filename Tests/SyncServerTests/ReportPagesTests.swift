import Testing
import Web

@testable import SyncServer

@Suite struct ReportPagesTests {
  @Test func `the coordinator's and the trainer's page are behind the sign-in`() throws {
    let world = try CentreWorld(seed: 71)
    for path in [ReportPages.coordinatorPath, ReportPages.trainerPath] {
      #expect(try world.get(path).status == 303)
    }
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let page = try world.get("/coordinator?from=01/11/2025&to=02/11/2025", cookie: cookie)
    let text = String(decoding: page.body, as: UTF8.self)
    #expect(page.status == 200 && text.contains("Chưa có máy nào được cấp."))
    #expect(text.contains("Từ 01/11/2025 đến 02/11/2025") && text.contains("Tổ Xóm 2"))
    #expect(page.headers["Cache-Control"] == "no-store")
    let trainer = try world.get("/trainer?period=2025-Q3", cookie: cookie)
    #expect(String(decoding: trainer.body, as: UTF8.self).contains("Quý III năm 2025"))
    let odd = try world.get("/coordinator?from=%3Cscript%3E&period=x", cookie: cookie)
    let oddText = String(decoding: odd.body, as: UTF8.self)
    #expect(odd.status == 200 && !oddText.contains("<script>"))
  }

  @Test func `whoever sees a part is not told that the rest has no troubles`() throws {
    let world = try CentreWorld(seed: 73)
    func overview(_ rights: AccountRights, _ name: String) throws -> String {
      let cookie = try world.signIn(as: rights, name) + "; camtay-language=en"
      let page = try world.get("/coordinator", cookie: cookie)
      #expect(page.status == 200)
      return String(decoding: page.body, as: UTF8.self)
    }
    let (none, nothing) = ("There is no conflict in what", "The centre has refused nothing.")
    let all = try overview(try world.rights(.coordinator), "all")
    #expect(all.contains("Numbers of the whole unit"))
    #expect(all.contains(none) && all.contains(nothing) && all.contains("Tổ Xóm 2"))
    let unit = try overview(try world.rights(.coordinator, unit: "17713"), "unit")
    #expect(unit.contains(none) && !unit.contains(nothing) && !unit.contains("#refusals"))
    for role in [Role.teamLead, .volunteer] {
      let part = try overview(try world.rights(role), role.rawValue)
      #expect(part.contains("Numbers within your reach") && !part.contains("whole unit"))
      #expect(part.contains("Tổ Xóm 1") && !part.contains("Tổ Xóm 2"), "\(role)")
      #expect(!part.contains(none) && !part.contains(nothing), "\(role)")
      #expect(!part.contains("#conflicts") && !part.contains("#refusals"), "\(role)")
    }
  }

  @Test func `the first page of a coordinator is theirs, in the language they chose`() throws {
    let world = try CentreWorld(seed: 72)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    #expect(try world.get("/", cookie: cookie).headers["Location"] == "/coordinator")
    let english = try world.get("/coordinator", cookie: cookie + "; camtay-language=en")
    #expect(String(decoding: english.body, as: UTF8.self).contains("Numbers of the whole unit"))
    let style = try world.get("/style.css")
    #expect(style.status == 200 && style.headers["Content-Type"] == "text/css; charset=utf-8")
  }
}

import FieldWork
import SyncProtocol
import Testing

@testable import SyncServer

/// What nobody can know, or may see, is never shown as 0.
@Suite struct UnknownNumbersTests {
  private let world: ReportWorld

  init() throws { world = try ReportWorld(seed: 2_311, visits: 20) }

  @Test func `a period before the first record is unknown`() throws {
    for path in ["/reports?period=2019-05", "/reports?period=2019&by=service"] {
      let page = try world.page(path)
      #expect(page.contains("is not known here, which is not 0"), "\(path)")
      let numbers = page.firstRange(of: "id=\"numbers\"").map { String(page[$0.lowerBound...]) }
      let zero = numbers.flatMap { $0.firstRange(of: ">0<") }
      #expect(zero == nil, "\(path): \(numbers ?? "")")
    }
    #expect(try !world.page("/reports?period=2025-09").contains("which is not 0"))
  }

  @Test func `what of an address nobody understands is told beside the numbers`() throws {
    let page = try world.page("/reports?by=nonsense&team=T-99")
    #expect(page.contains("by=nonsense, team=T-99"))
    #expect(try !world.page("/reports?by=team").contains("Nobody understands"))
    #expect(try world.page("/review?state=nonsense").contains("no choice “nonsense” here"))
    #expect(try !world.page("/review?state=new").contains("no choice"))
  }

  @Test func `what lies beyond somebody's reach is refused, and so the log has it`() throws {
    let centre = world.world
    let cookie =
      try centre.signIn(as: try centre.rights(.coordinator, unit: "17722"), "lan")
      + "; camtay-language=en"
    let refused = try centre.get("/reports?unit=17713", cookie: cookie)
    #expect(String(decoding: refused.body, as: UTF8.self).contains("which does not mean 0"))
    let visit = try #require(
      try centre.centre.read { try $0.visits(page: RecordPage(limit: 1)).first?.id })
    let path = "/review/\(visit.rawValue)"
    #expect(try centre.get(path, cookie: cookie).status == 404)
    let log = centre.run("audit", "list").out
    #expect(log.contains("was not shown") && log.contains(path), "\(log)")
  }
}

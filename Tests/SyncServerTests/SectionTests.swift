import Testing
import Web

@testable import SyncServer

/// Where one is, told at the top of every page.
@Suite struct SectionTests {
  private static func ways(_ rights: AccountRights) -> [String] {
    CentrePages.ways(of: rights).map(\.path)
  }

  @Test func `a page that lies behind a way marks that way, and the way's own page is told apart`()
    throws
  {
    let world = try CentreWorld(seed: 881)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    for (path, way, mark) in [
      ("/inbox", "/inbox", "page"), ("/duplicates/assists", "/duplicates", "true"),
      ("/conflicts/parallel", "/conflicts", "true"), ("/flags", "/review", "true"),
      ("/rulings", "/review", "true"), ("/new-laptop", "/laptops", "true"),
      ("/laptops?q=x", "/laptops", "page"), ("/reforms", "/places", "true"),
      ("/reports/trends", "/reports", "true"), ("/months/2025-01", "/reports", "true"),
      ("/samples", "/trainer", "true"), ("/trainer/modes", "/trainer", "true"),
      ("/people", "/more", "true"), ("/feedback-sheets", "/more", "true"),
      ("/health/details", "/more", "true"), ("/more", "/more", "page"),
    ] {
      let page = String(decoding: try world.get(path, cookie: cookie).body, as: UTF8.self)
      let marked = page.matches(of: /<a href="([^"]*)" aria-current="([a-z]*)">/).map {
        "\($0.1) \($0.2)"
      }
      #expect(marked.first == "\(way) \(mark)", "\(path): \(marked)")
    }
  }

  @Test func `every page of the centre lies behind a way, but for forms of any record`() throws {
    let rights = try AccountRights([.coordinator, .administrator, .auditor, .trainer])
    let ways = CentrePages.ways(of: rights)
    let homeless = CentrePages.routes.filter { $0.method == .get }.map(\.pattern).filter {
      !$0.contains(".") && CentrePages.section(of: $0, among: ways) == nil
    }
    #expect(
      Set(homeless) == ["/", "/api", "/edit/:code", "/new/:noun", "/records/:code", "/void/:code"])
  }
}

import FieldWork
import Testing
import Web

@testable import SyncServer

@Suite struct AdministrationTests {
  /// The ways at the top of a page.
  private func ways(_ page: String) throws -> [String] {
    let bar = try #require(page.firstMatch(of: /<nav aria-label="Pages">(.*?)<\/nav>/)?.1)
    return bar.matches(of: /href="([^"]*)"/).map { String($0.1) }
  }

  private func page(_ world: CentreWorld, _ path: String, _ cookie: String) throws -> String {
    let answer = try world.get(path, cookie: cookie + "; camtay-language=en")
    #expect(answer.status == 200, "\(path)")
    return String(decoding: answer.body, as: UTF8.self)
  }

  @Test
  func `what is needed less often stands behind one way, and a name leads to its account`()
    throws
  {
    let world = try CentreWorld(seed: 561)
    let all = try world.signIn(
      as: try AccountRights(
        [.coordinator, .administrator, .auditor]),
      "tat-ca")
    let overview = try page(world, "/coordinator", all)
    let found = try ways(overview)
    #expect(found.contains("/more") && found.count <= 10, "\(found)")
    for hidden in ["/accounts", "/tokens", "/audit", "/account"] {
      #expect(!found.contains(hidden), "\(hidden)")
    }
    #expect(overview.contains("href=\"/account\" aria-label=\"tat-ca: My account\""))
    let administration = try page(world, "/more", all)
    for path in ["/people", "/accounts", "/tokens", "/audit"] {
      #expect(administration.contains("href=\"\(path)\""), "\(path)")
    }
    for path in found { _ = try page(world, path, all) }
    #expect(try page(world, "/account", all).contains("aria-current=\"page\""))
  }

  @Test func `whoever has one such way goes it at once, and nobody sees another's`() throws {
    let world = try CentreWorld(seed: 562)
    let auditor = try world.signIn(as: try world.rights(.auditor), "kiem-tra")
    #expect(try world.get("/", cookie: auditor).headers["Location"] == "/audit")
    #expect(try ways(page(world, "/audit", auditor)) == ["/audit"])
    #expect(try !page(world, "/more", auditor).contains("href=\"/accounts\""))
    let administrator = try world.signIn(as: try world.rights(.administrator), "quan-tri")
    #expect(try ways(page(world, "/accounts", administrator)) == ["/more"])
    #expect(try !page(world, "/more", administrator).contains("href=\"/audit\""))
    let trainer = try world.signIn(as: try world.rights(.trainer), "tap-huan")
    #expect(try !page(world, "/more", trainer).contains("<dt>"))
    #expect(try ways(page(world, "/trainer", trainer)) == ["/trainer"])
  }
}

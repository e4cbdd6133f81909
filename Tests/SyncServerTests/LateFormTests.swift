import FieldWork
import Foundation
import Testing
import Web

@testable import SyncServer

/// A form that comes after its session has ended, and the centre's disk when it is full.
@Suite struct LateFormTests {
  private let world: CentreWorld
  private let typed = "Nguyễn Văn Đã-Gõ"

  init() throws { world = try CentreWorld(seed: UInt64.random(in: 1...1_000_000)) }

  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private func send(_ fields: [(String, String)], cookie: String) throws -> ClientResponse {
    let form = NamedValues(fields.map { NamedValues.Item(name: $0.0, value: $0.1) })
    return try world.post(
      "/erasures", Array(form.encoded.utf8), type: "application/x-www-form-urlencoded",
      headers: [
        "Origin": world.url, "Cookie": cookie, "Referer": world.url + "/erasures?order=code",
      ])
  }

  /// Sends a form that was opened before the session ended.
  private func late(_ cookie: String) throws -> ClientResponse {
    let page = text(try world.get("/erasures", cookie: cookie))
    let token = try #require(world.formToken(in: page))
    world.clock.advance(seconds: 3_600)
    return try send(
      [("form_token", token), ("code", "R-9"), ("reason", typed)], cookie: cookie)
  }

  private func wayOn(_ refused: ClientResponse) throws -> String {
    let found = try #require(text(refused).firstMatch(of: /href="\/sign-in\?next=([^"]*)"/))
    let next = String(found.1).removingPercentEncoding?.replacing("&amp;", with: "&")
    return try #require(next)
  }

  @Test func `whoever signs in again finds what they had typed, unsent, and nobody else does`()
    throws
  {
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let refused = try late(cookie)
    #expect(refused.status == 401)
    #expect(!text(refused).contains("Đã-Gõ"), "it is not on the screen of whoever comes by")
    let path = try wayOn(refused)
    #expect(path.hasPrefix("/erasures?order=code&continue=") && !path.contains("Go"))
    #expect(try world.get(path, cookie: cookie).status == 303, "not before they sign in")

    let other = try world.signIn(as: try world.rights(.coordinator), "other")
    #expect(try !text(world.get(path, cookie: other)).contains("R-9"))

    let again = try #require(try world.signIn("coordinator", world.password))
    let page = text(try world.get(path, cookie: again))
    #expect(page.contains("chưa được gửi") && page.contains("value=\"R-9\""))
    #expect(page.contains("Đã-Gõ"))
    #expect(world.formToken(in: page) != nil)
    #expect(try world.centre.inspect { try $0.store.erasures().isEmpty })
    world.clock.advance(seconds: 601)
    let later = try #require(try world.signIn("coordinator", world.password))
    #expect(try !text(world.get(path, cookie: later)).contains("R-9"))
  }

  @Test func `nothing is kept of a form that proves nobody, or of a long one`() throws {
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let page = text(try world.get("/erasures", cookie: cookie))
    let token = try #require(world.formToken(in: page))
    world.clock.advance(seconds: 3_600)
    for fields in [
      [("form_token", "0"), ("code", "R-9")],
      [("form_token", token), ("code", String(repeating: "x", count: 70_000))],
    ] {
      let refused = try send(fields, cookie: cookie)
      #expect(refused.status == 401 && !text(refused).contains("continue"))
    }
  }

  @Test func `a disk that fills up is told by name, with what is left, before nothing is written`()
    throws
  {
    let cookie = try #require(try world.signIn("coordinator", world.password))
    #expect(text(try world.get("/health")) == "ok\n")
    world.clock.freeDisk.withLock { $0 = 300_000_000 }
    let low = try world.get("/health")
    #expect(low.status == 200 && text(low).contains("disk-low") && text(low).contains("300 MB"))
    world.clock.freeDisk.withLock { $0 = 3_000_000 }
    let full = try world.get("/health")
    #expect(full.status == 507 && text(full).contains("disk-full"))
    #expect(text(full).contains(world.centre.home.path) && text(full).contains("3 MB"))
    #expect(try world.get("/laptops", cookie: cookie).status == 200, "what works goes on")
  }

  @Test func `a file whose address says what nobody understands is refused in words`() throws {
    let cookie = try #require(try world.signIn("coordinator", world.password))
    for path in [
      "/reports.csv?period=2026-13", "/review.csv?flag=bogus", "/review.csv?from=45/13/2026",
      "/laptops.xlsx?state=bogus",
    ] {
      let refused = try world.get(path, cookie: cookie + "; camtay-language=en")
      #expect(refused.status == 400, "\(path)")
      #expect(text(refused).contains("role=\"alert\""), "\(path)")
    }
    let unit = try world.get("/reports?unit=99999", cookie: cookie + "; camtay-language=en")
    #expect(unit.status == 422 && text(unit).contains("99999"))
    #expect(try world.get("/reports.csv?period=2026-11", cookie: cookie).status == 200)
  }
}

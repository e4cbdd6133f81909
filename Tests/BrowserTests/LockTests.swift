import CommandLine
import Testing
import Web

extension BrowserTests {
  /// Who gets in, and what a locked laptop keeps.
  struct LockTests {
    @Test func `a form sent over the lock is kept and goes on after unlocking`() throws {
      let place = try Workplace()
      let household = try place.prepareLaptop()
      let browser = try place.browser()
      try place.enter(browser)
      try browser.open("\(place.origin)/households/\(household)")
      try browser.press("Ghi lượt thăm")
      let form = try #require(try browser.windows().first)
      _ = try browser.newTab()
      try browser.open("\(place.origin)/today")
      try browser.press("Khóa, đổi người")
      #expect(try browser.address().hasSuffix("/unlock"))

      try browser.goOn(in: form)
      try browser.choose("outcome", "met")
      try browser.type("note", "gõ khi máy đã khóa")
      try browser.waitFor(text: "Máy đã khóa")
      try browser.press("Lưu lượt thăm")
      #expect(try browser.complaints().contains("vẫn được giữ"))
      try browser.type("password", "không phải mật khẩu")
      try browser.click("main form button")
      #expect(try browser.complaints().contains("Mật khẩu không đúng"))
      #expect(try browser.complaints().contains("vẫn được giữ"))
      try browser.type("password", Workplace.password)
      try browser.click("main form button")
      #expect(try browser.address().contains("/visits/"))
      #expect(try browser.pageText().contains("gõ khi máy đã khóa"))
      try browser.open("\(place.origin)/households/\(household)")
      #expect(try browser.count("#visits tbody tr") == 1)
    }

    @Test func `strangers, foreign pages and a missing door token are refused`() throws {
      let place = try Workplace()
      try place.prepareLaptop()
      let client = HTTPClient(trust: .unverified)
      func answer(
        _ method: HTTPMethod, _ url: String, _ headers: HTTPHeaders = [:]
      ) throws -> ClientResponse {
        var request = ClientRequest(method, url, headers: headers)
        request.totalTimeoutMilliseconds = 10_000
        return try client.send(request)
      }
      for path in ["/today", "/unlock", "/start/account", "/door?token=0", "/door"] {
        #expect(try answer(.get, place.origin + path).status == 403, "\(path)")
      }
      let cookie = try #require(try answer(.get, place.door).headers["Set-Cookie"])
      #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
      let held = String(cookie.prefix { $0 != ";" })
      let unlock = place.origin + "/unlock"
      #expect(try answer(.get, place.origin + "/start/account", ["Cookie": held]).status == 200)
      let foreign = try answer(
        .post, unlock, ["Cookie": held, "Origin": "http://example.org"])
      #expect(foreign.status == 403)
      #expect(try answer(.post, unlock, ["Cookie": held, "Origin": "null"]).status == 403)
      #expect(
        try answer(.get, unlock, ["Cookie": held, "Host": "example.org"]).status == 403)

      // And in the browser: a page from elsewhere presses the lock, and nothing is locked.
      let browser = try place.browser()
      try place.enter(browser)
      try browser.open(
        "data:text/html,<form method=post action=\(place.origin)/lock><button>x</button></form>")
      try browser.click("button")
      #expect(try !browser.address().hasSuffix("/unlock"))
      try browser.open("\(place.origin)/today")
      #expect(try browser.address().hasSuffix("/today"))
    }
  }
}

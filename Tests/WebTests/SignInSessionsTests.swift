import Testing

@testable import Web

@Suite struct SignInSessionsTests {
  private func request(_ cookie: String, isSecure: Bool = false) throws -> HTTPRequest {
    let pair = String(cookie.prefix { $0 != ";" })
    return try HTTPRequest(
      method: .get, target: "/", headers: ["Cookie": "x=1; " + pair], isSecure: isSecure)
  }

  @Test func `a session lives while it is used, up to its last hour`() throws {
    var random = SeededGenerator(seed: 1)
    var sessions = SignInSessions<String>(
      cookieName: "camtay", idleSeconds: 10, absoluteSeconds: 25)
    let signIn = sessions.begin("Lan", nowMilliseconds: 0, using: &random)
    let cookie = sessions.cookie(signIn, isSecure: false)
    #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
    #expect(signIn.token.utf8.count == 64 && signIn.token != signIn.formToken)
    for time: Int64 in [9_000, 18_000, 24_999] {
      #expect(sessions.find(try request(cookie), nowMilliseconds: time)?.account == "Lan")
    }
    #expect(sessions.find(try request(cookie), nowMilliseconds: 25_000) == nil)
    #expect(sessions.count == 0)
  }

  @Test func `idle time, a clock set back, and signing out end it`() throws {
    var random = SeededGenerator(seed: 2)
    for time: Int64 in [10_000, -10_000, .min, .max] {
      var sessions = SignInSessions<String>(cookieName: "camtay", idleSeconds: 10)
      let signIn = sessions.begin("Lan", nowMilliseconds: 0, using: &random)
      let cookie = sessions.cookie(signIn, isSecure: true)
      #expect(cookie.hasPrefix("__Host-camtay=") && cookie.hasSuffix("; Secure"))
      #expect(sessions.find(try request(cookie), nowMilliseconds: 1) == nil)
      #expect(sessions.find(try request(cookie, isSecure: true), nowMilliseconds: time) == nil)
    }
    var sessions = SignInSessions<String>(cookieName: "camtay", maximumCount: 2)
    let first = sessions.begin("a", nowMilliseconds: 0, using: &random)
    for name in ["b", "c"] { _ = sessions.begin(name, nowMilliseconds: 1, using: &random) }
    #expect(sessions.count == 2)
    let gone = try request(sessions.cookie(first, isSecure: false))
    #expect(sessions.find(gone, nowMilliseconds: 1) == nil)
    #expect(first.accepts(formToken: first.formToken) && !first.accepts(formToken: first.token))
    #expect(!first.accepts(formToken: nil))
  }

  @Test func `only our own pages may send changes`() throws {
    let origins = OriginGuard(hostNames: ["127.0.0.1", "::1"])
    func allows(_ method: HTTPMethod, _ headers: HTTPHeaders) throws -> Bool {
      origins.allows(try HTTPRequest(method: method, target: "/", headers: headers))
    }
    #expect(try allows(.get, ["Host": "127.0.0.1:80"]))
    #expect(try allows(.get, ["Host": "[::1]:80"]))
    #expect(try !allows(.get, ["Host": "evil.example:80"]))
    #expect(try !allows(.get, ["Host": "127.0.0.1:80@evil"]))
    #expect(try !allows(.get, [:]))
    #expect(try allows(.post, ["Host": "127.0.0.1:80", "Origin": "http://127.0.0.1:80"]))
    #expect(try !allows(.post, ["Host": "127.0.0.1:80", "Origin": "http://127.0.0.1:81"]))
    #expect(try !allows(.post, ["Host": "127.0.0.1:80", "Origin": "null"]))
    #expect(try !allows(.post, ["Host": "127.0.0.1:80"]))
    #expect(try allows(.post, ["Host": "127.0.0.1:80", "Sec-Fetch-Site": "same-origin"]))
  }
}

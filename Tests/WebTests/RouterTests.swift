import Testing

@testable import Web

@Suite struct RouterTests {
  private enum Role: Sendable { case anybody, coordinator }

  private var router: Router<Role> {
    var router = Router<Role>()
    router.add(.get, "/", access: .anybody) { _, _ in .text("home") }
    router.add(.get, "/laptops/new", access: .coordinator) { _, _ in .text("new") }
    router.add(.get, "/laptops/:id", access: .coordinator) { _, parameters in
      .text("\(parameters["id"]) \(Int(parameters["id"]) ?? -1)")
    }
    router.add(.post, "/laptops/:id", access: .coordinator, bodyLimit: 7) { _, _ in
      HTTPResponse(status: 204)
    }
    return router
  }

  private func answer(_ method: HTTPMethod, _ target: String) throws -> HTTPResponse {
    router.respond(to: try HTTPRequest(method: method, target: target)) { _, _ in nil }
  }

  @Test func `the first route that fits answers, with its decoded values`() throws {
    #expect(try answer(.get, "/").body == Array("home".utf8))
    #expect(try answer(.get, "/laptops/new").body == Array("new".utf8))
    #expect(try answer(.get, "/laptops/12").body == Array("12 12".utf8))
    #expect(try answer(.get, "/laptops/a%2Fb").body == Array("a/b -1".utf8))
    #expect(try answer(.head, "/").status == 200)
  }

  @Test func `no path is 404 and no method is 405 with what is allowed`() throws {
    for target in ["/laptops", "/laptops/", "/laptops/1/", "//", "/Laptops/1"] {
      #expect(try answer(.get, target).status == 404, "\(target)")
    }
    let refused = try answer(.delete, "/laptops/1")
    #expect(refused.status == 405 && refused.headers["Allow"] == "GET, HEAD, POST")
  }

  @Test func `the guard speaks before the handler and every route is listed`() throws {
    for route in router.routes {
      let request = try HTTPRequest(
        method: route.method, target: route.pattern.replacing(":id", with: "1"))
      let response = router.respond(to: request) { _, route in
        route.access == .anybody ? nil : .plain(403)
      }
      #expect((response.status == 403) == (route.access == .coordinator))
    }
    #expect(router.bodyLimit(.post, try RequestTarget("/laptops/1")) == 7)
    #expect(router.bodyLimit(.post, try RequestTarget("/nowhere")) == 0)
  }
}

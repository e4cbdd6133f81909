import FieldWork
import Replica
import SQLite
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct ServingTests {
  @Test func `beyond loopback only TLS is spoken, with the key that the centre offers`() throws {
    let world = try CentreWorld(seed: 61)
    let server = try CentreServer(world.centre, address: "0.0.0.0", port: 0)
    #expect(server.isSecure)
    try server.start()
    defer { server.stop() }
    let port = try #require(server.port)
    let pin = try PublicKeyPin(world.centre.pin)
    let client = HTTPClient(trust: .pinnedKey(pin))
    let offer = try CentreOffer(
      decoding: client.send(ClientRequest(.get, "https://127.0.0.1:\(port)/enrolment")).body)
    #expect(offer.pin == pin.description)
    #expect(throws: WebError.self) {
      try HTTPClient(trust: .system).send(
        ClientRequest(.get, "http://127.0.0.1:\(port)/enrolment"))
    }
    let page = try client.send(ClientRequest(.get, "https://127.0.0.1:\(port)/sign-in"))
    #expect(page.status == 200)
    #expect(throws: WebError.addressInvalid("localhost")) {
      try CentreServer(world.centre, address: "localhost", port: 0)
    }
  }

  @Test func `a page under a foreign host name is refused`() throws {
    let world = try CentreWorld(seed: 62)
    let desk = CentreDesk(world.centre, hosts: ["localhost"])
    for (host, status) in [("localhost:8765", 200), ("evil.example", 403)] {
      let request = try HTTPRequest(method: .get, target: "/sign-in", headers: ["Host": host])
      #expect(desk.respond(to: request).status == status)
    }
  }

  @Test func `trouble of the disk is told by status and code`() {
    let full = ProblemResponse.make(for: SQLError(code: .full, message: ""))
    #expect(full.status == 507 && full.headers[ProblemResponse.codeHeader] == "centre-disk-full")
    let busy = ProblemResponse.make(for: SQLError(code: .busy, message: ""))
    #expect(busy.status == 503 && busy.headers["Retry-After"] == "5")
    // A broken disk is for a person to mend, and nothing to ask about again and again.
    let broken = ProblemResponse.make(for: SQLError(code: .ioerr, message: ""))
    #expect(broken.status == 503 && broken.headers["Retry-After"] == nil)
  }

  @Test func `an error of a page becomes a page that says what is safe`() throws {
    let pages = [
      PageRoute(.get, "/test/record", access: .signedIn) { request in
        _ = try request.centre.read { try $0.resolveOne("T-00000-9-9", as: .team) }
        return HTTPResponse(status: 204)
      },
      PageRoute(.get, "/test/disk", access: .signedIn) { _ in
        throw SQLError(code: .full, message: "")
      },
    ]
    let world = try CentreWorld(seed: 63, pages: CentrePages.routes + pages)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    #expect(try [404, 422].contains(world.get("/test/record", cookie: cookie).status))
    #expect(try world.get("/test/disk", cookie: cookie).status == 507)
  }
}

import Dispatch
import Foundation
import Synchronization
import Testing
import Web

@testable import SyncServer

/// Pages that stay open while laptops sync.
@Suite struct LiveTests {
  private func body(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  /// A question that waits on a thread of its own.
  private final class Question: Sendable {
    private let answered = DispatchSemaphore(value: 0)
    private let status = Mutex<Int?>(nil)

    init(_ world: CentreWorld, _ path: String, cookie: String) {
      let url = world.url
      // The threads of a shared queue may all be taken by other tests.
      let thread = Thread { [self] in
        let answer = try? HTTPClient(trust: .system).send(
          ClientRequest(.get, url + path, headers: ["Cookie": cookie]))
        status.withLock { $0 = answer?.status ?? 0 }
        answered.signal()
      }
      thread.start()
    }

    /// Its status when it comes within so many seconds.
    func status(within seconds: Double) -> Int? {
      guard answered.wait(timeout: .now() + seconds) == .success else { return nil }
      return status.withLock { $0 }
    }
  }

  @Test func `an open page hears of a laptop's round, and of nothing else`() throws {
    let world = try CentreWorld(seed: 301)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    _ = try laptop.sync()
    let mark = body(try world.get("/live", cookie: cookie))
    #expect(body(try world.get("/coordinator", cookie: cookie)).contains(mark))
    let question = Question(world, "/live?seen=\(mark)", cookie: cookie)
    // Looking at pages is noted in the log and changes no page.
    _ = try world.get("/laptops", cookie: cookie)
    #expect(question.status(within: 2.5) == nil)
    _ = try laptop.addHousehold("Hộ bà Lan")
    _ = try laptop.sync()
    #expect(question.status(within: 10) == 200)
    #expect(body(try world.get("/live", cookie: cookie)) != mark)
  }

  @Test func `an open page hears of what a command writes beside the server`() throws {
    let world = try CentreWorld(seed: 302)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let mark = body(try world.get("/live", cookie: cookie))
    let question = Question(world, "/live?seen=\(mark)", cookie: cookie)
    let other = try Centre(world.home, as: .guest, surroundings: world.clock.surroundings)
    try other.importDirectory(
      DirectoryFiles(
        hamlets: Array("commune_code,name,kind\n17713,Xóm 3,xóm\n".utf8), members: nil))
    #expect(question.status(within: 10) == 200)
  }

  @Test func `nobody who is signed out hears anything, and asking keeps nobody signed in`() throws {
    let world = try CentreWorld(seed: 303)
    #expect(try world.get("/live").status == 303)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    for _ in 0..<12 {
      world.clock.advance(seconds: 60)
      let asked = try HTTPClient(trust: .system).send(
        ClientRequest(
          .get, world.url + "/live",
          headers: ["Cookie": cookie, LiveEndpoint.header: "1"]))
      guard asked.status == 200 else {
        #expect(asked.status == 303)
        return
      }
    }
    Issue.record("twelve minutes of asking kept somebody signed in")
  }

  @Test func `the server ends at once although a page waits`() throws {
    let world = try CentreWorld(seed: 304)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let mark = body(try world.get("/live", cookie: cookie))
    let question = Question(world, "/live?seen=\(mark)", cookie: cookie)
    for _ in 0..<600 where world.server.waitingPages == 0 { usleep(50_000) }
    #expect(world.server.waitingPages == 1)
    world.stop()
    #expect(question.status(within: 10) == 503)
  }
}

import Foundation
import Replica
import Testing

@testable import FieldAgent

@Suite(.serialized) struct NeighbourPageTests {
  /// Waits until a page says something.
  private func text(
    of desk: TestDesk, at path: String, once condition: (String) -> Bool
  ) throws -> String {
    for _ in 0..<1_500 {
      let text = try desk.get(path).text
      if condition(text) { return text }
      usleep(20_000)
    }
    return try desk.get(path).text
  }

  @Test func `what is typed wrong is said at its field, and nothing begins`() throws {
    let centre = try TestCentre()
    let desk = try TestDesk(try TestLaptop(of: centre))
    for path in ["/more", "/send"] {
      #expect(try desk.get(path).text.contains("href=\"/neighbour\""))
    }
    #expect(try desk.get("/neighbour/progress").location == "/neighbour")
    let none = try desk.post("/neighbour", [("act", "join")])
    #expect(none.status == 422 && none.text.contains("Type the address that the other laptop"))
    #expect(none.text.contains("Type exactly the six digits"))
    let code = try desk.post(
      "/neighbour", [("act", "join"), ("address", "10.0.0.5"), ("code", "12 34")])
    #expect(code.status == 422 && code.text.contains("value=\"10.0.0.5\""))
    #expect(try desk.post("/neighbour", [("act", "fly")]).location == "/neighbour")
    #expect(!desk.neighbours.state.isRunning)
  }

  @Test func `a laptop that the centre never told what it may hold is told to sync first`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    // As one that last heard of a centre that did not give such words.
    try laptop.open().store.connection.execute(
      "DELETE FROM local_state WHERE key = 'grant_word'")
    let desk = try TestDesk(laptop)
    #expect(try desk.post("/neighbour", [("act", "wait")]).location == "/neighbour/progress")
    #expect(try desk.get("/neighbour/progress").text.contains("Getting ready"))
    desk.neighbours.look()
    let page = try desk.get("/neighbour/progress").text
    #expect(page.contains("no word of the centre yet") && page.contains("page Send"))
    #expect(!page.contains("data-live=\"/neighbour"))
  }

  @Test func `one waits, the other joins, and both say what came across`() throws {
    let centre = try TestCentre()
    let one = try TestLaptop(of: centre, "Nguyễn Văn An", seed: 60)
    let two = try TestLaptop(of: centre, "Trần Thị Bình", seed: 90)
    for laptop in [one, two] { try #require(laptop.run("sync").code == .done) }
    _ = try one.save("household", "add", "--place", "Xóm 1", "--name", "Hộ một")
    _ = try two.save("household", "add", "--place", "Xóm 1", "--name", "Hộ hai")
    let (waiter, joiner) = (try TestDesk(one), try TestDesk(two))

    _ = try waiter.post("/neighbour", [("act", "wait")])
    let work = waiter.neighbours
    Thread.detachNewThread { work.look() }
    let waiting = try text(of: waiter, at: "/neighbour/progress") {
      $0.contains("Six digits</dt>")
    }
    let code = try #require(waiting.firstMatch(of: /<code>([0-9]{3} [0-9]{3})<\/code>/)?.1)
    #expect(try waiter.get("/neighbour").text.contains("under way: look"))
    #expect(waiting.contains("data-live=\"/neighbour/progress/live\""))
    #expect(waiting.contains("/neighbour/progress/stop"))

    let wrong = code == "000 000" ? "111111" : "000000"
    guard case .waiting(_, let port, _) = work.state else {
      throw NeighbourError.nobodyCame
    }
    func join(_ code: String) throws -> String {
      _ = try joiner.post(
        "/neighbour", [("act", "join"), ("address", "127.0.0.1:\(port)"), ("code", code)])
      joiner.neighbours.look()
      return try joiner.get("/neighbour/progress").text
    }
    #expect(try join(wrong).contains("not those of the other laptop"))
    let done = try join(String(code))
    #expect(done.contains("Exchanged with “"))
    #expect(done.contains("Hamlets in common: Xóm 1."))
    #expect(done.contains("still has to be handed over"))
    let met = try text(of: waiter, at: "/neighbour/progress") { $0.contains("Exchanged with “") }
    #expect(met.contains("Hamlets in common: Xóm 1."))
    for desk in [waiter, joiner] {
      for name in ["một", "hai"] {
        _ = try desk.post("/find", [("query", name)])
        #expect(try desk.get("/find?results=1").text.contains("Hộ \(name)"))
      }
    }
  }

  @Test func `waiting ends when somebody says so`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    try #require(laptop.run("sync").code == .done)
    let desk = try TestDesk(laptop)
    _ = try desk.post("/neighbour", [("act", "wait")])
    let work = desk.neighbours
    Thread.detachNewThread { work.look() }
    _ = try text(of: desk, at: "/neighbour/progress") { $0.contains("Six digits</dt>") }
    #expect(try desk.post("/neighbour/progress/stop").location == "/neighbour/progress")
    let page = try text(of: desk, at: "/neighbour/progress") {
      !$0.contains("data-live=\"/neighbour")
    }
    #expect(page.contains("Stopped. What has come across stays."))
  }

  @Test func `practice exchanges with nobody and says why`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    try #require(laptop.run("sync").code == .done)
    try #require(laptop.run("practice").code == .done)
    let desk = try TestDesk(laptop)
    #expect(try desk.get("/practice/neighbour").text.contains("This is practice"))
    #expect(try desk.post("/practice/neighbour", [("act", "wait")]).status == 403)
    #expect(try desk.get("/practice/neighbour/progress").status == 404)
  }
}

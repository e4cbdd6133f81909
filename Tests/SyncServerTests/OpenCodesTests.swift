import FieldWork
import Testing
import Web

@testable import SyncServer

@Suite struct OpenCodesTests {
  @Test func `a code that nobody has used is listed, withdrawn once, and lets nobody in then`()
    throws
  {
    let world = try CentreWorld(seed: 941)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    func page() throws -> String {
      String(decoding: try world.get("/new-laptop", cookie: cookie).body, as: UTF8.self)
    }
    #expect(try !page().contains("open-codes"))
    let team = try #require(try world.centre.read { try $0.teams().first?.codeText })
    let issued = try world.centre.issueCode(team: team, label: "máy thất lạc")
    let other = try world.centre.issueCode(team: team, label: "máy còn chờ")
    let list = try page()
    #expect(list.contains("máy thất lạc") && list.contains("máy còn chờ"))
    let path = "/new-laptop/withdraw"
    let fields = [("open-code", "\(issued.id)")]
    let done = try world.send(fields, to: path, cookie: cookie)
    #expect(done.headers["Location"] == "/new-laptop?done=withdrawn")
    let left = try page()
    #expect(!left.contains("máy thất lạc") && left.contains("máy còn chờ"))
    let twice = try world.send(fields, to: path, cookie: cookie)
    #expect(twice.headers["Location"] == "/new-laptop?done=gone")
    #expect(other.expires > issued.expires || other.expires == issued.expires)
    let codes = try world.centre.read { try EnrolmentCodeTable($0.connection).all() }
    let now = world.clock.surroundings.clock().wall
    #expect(codes.first { $0.id == issued.id }.map { $0.expires <= now } == true)
    #expect(codes.first { $0.id == other.id }.map { $0.expires > now } == true)
    let log = world.run("audit", "list").out
    #expect(log.contains("máy thất lạc"))
    // Codes of teams beyond reach are nobody's business.
    let beyond = try AccountRights([.coordinator], unit: "17716")
    let stranger = try world.signIn(as: beyond, "stranger")
    let theirs = String(
      decoding: try world.get("/new-laptop", cookie: stranger).body, as: UTF8.self)
    #expect(!theirs.contains("máy còn chờ"))
  }
}

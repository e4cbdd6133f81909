import FieldWork
import Replica
import SQLite
import SyncProtocol
import Testing

@testable import SyncServer

/// Every number of the inbox opens exactly what it counts.
@Suite struct InboxRecordsTests {
  private struct Desk {
    let world: CentreWorld
    let laptop: TestLaptop
    let cookie: String

    init(seed: UInt64) throws {
      world = try CentreWorld(seed: seed)
      laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
      try laptop.sync()
      cookie = try #require(try world.signIn("coordinator", world.password))
    }

    func page(_ path: String) throws -> String {
      String(decoding: try world.get(path, cookie: cookie).body, as: UTF8.self)
    }

    /// The cell of a number of a laptop's line: the number, and where it leads.
    func way(_ pattern: Regex<(Substring, Substring, Substring)>) throws -> (String, Int64)? {
      try page("/inbox").replacing("&amp;", with: "&").firstMatch(of: pattern).flatMap {
        found in Int64(found.2).map { (String(found.1), $0) }
      }
    }

    /// The control total of the operations in the file of a list.
    func sum(_ path: String) throws -> Int64 {
      let file = try page(path.replacing("/records?", with: "/records.csv?"))
      let line = try #require(file.firstMatch(of: /Tổng kiểm cột “Thao tác”";?"?([0-9]+)/)?.1)
      return try #require(Int64(line))
    }
  }

  private func sql(_ desk: Desk, _ condition: String) throws -> Int64 {
    let connection = try Connection(
      path: desk.world.centre.home.storePath, mode: .readOnly, busyTimeoutMilliseconds: 5_000)
    defer { connection.close() }
    return try connection.integer(
      "SELECT coalesce(sum(operations), 0) FROM batch WHERE replica = ? AND \(condition)",
      .integer(Int64(desk.laptop.store.identity.replica.rawValue)))
  }

  @Test func `what came in opens its records, and their operations add up to the number`() throws {
    let desk = try Desk(seed: 7301)
    let household = try desk.laptop.addHousehold("Hộ ông Ba")
    let visit = try desk.laptop.addVisit(to: household)
    try desk.laptop.sync()
    let (new, count) = try #require(
      try desk.way(/href="(\/inbox\/[0-9]+\/records\?since=[-0-9]+&hour=[0-9]+)">([0-9]+)</))
    let stored = try sql(desk, "TRUE")
    #expect(count > 3 && stored == count)
    let page = try desk.page(new)
    #expect(
      page.contains("\(count) thao tác") && page.contains("href=\"/review/\(visit.rawValue)\""))
    #expect(try desk.sum(new) == count)
    let (merged, mergedCount) = try #require(
      try desk.way(/href="(\/inbox\/[0-9]+\/records\?[^"]*state=merged)">([0-9]+)</))
    #expect(mergedCount == count)
    #expect(try desk.sum(merged) == sql(desk, "state = 1"))
    // Before it came there was nothing.
    #expect(try desk.page("\(new.prefix { $0 != "?" })?since=1/1/2999").contains(": 0 thao tác"))
    #expect(try desk.world.get("/inbox/1/records", cookie: desk.cookie).status == 404)
    let outside = try desk.world.signIn(
      as: try desk.world.rights(.coordinator, unit: "17722"), "mai")
    #expect(try desk.world.get(new, cookie: outside).status == 404)
  }

  @Test func `what came back mended is counted where its laptop stands, and opened from there`()
    throws
  {
    let desk = try ReviewDesk(seed: 7302)
    #expect(try desk.say("send-back", "Ghi rõ ai được hỗ trợ") == 303)
    try desk.laptop.sync()
    #expect(!(try desk.page("/inbox").contains("/review?state=mended")))
    _ = try desk.laptop.field.editVisit(
      desk.visit, VisitDraft(note: "Bà Ba làm, tôi chỉ"), author: desk.laptop.member,
      clock: desk.laptop.laptopClock())
    try desk.laptop.sync()
    let replica = desk.laptop.store.identity.replica.rawValue
    let way = "/review?state=mended&laptop=\(replica)"
    let inbox = try desk.page("/inbox").replacing("&amp;", with: "&")
    #expect(inbox.contains("<a href=\"\(way)\">1</a>"))
    #expect(try desk.page(way).contains(desk.path))
    #expect(try desk.page("/inbox?state=mended").contains("máy một"))
    #expect(desk.world.run("inbox", "--json").out.contains("\"mended_visits\": 1"))
  }
}

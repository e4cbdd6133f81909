import CommandLine
import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// How the centre itself stands, on a page, in `status` and for monitors.
@Suite struct HealthPagesTests {
  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private func signedIn(_ world: CentreWorld) throws -> String {
    try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
  }

  /// The value of a figure on the page.
  private func figure(_ label: String, _ page: String) throws -> String {
    let start = try #require(page.firstRange(of: "<dt>\(label)</dt>"))
    let rest = page[start.upperBound...]
    let found = try #require(rest.firstMatch(of: /figure-value">(?:<a[^>]*>)?([^<]*)</))
    return String(found.1)
  }

  @Test func `page, status and metrics tell the same numbers`() throws {
    let world = try CentreWorld(seed: 851)
    let cookie = try signedIn(world)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    _ = try world.enrolLaptop("máy 2", member: "Trần Thị Bình")
    _ = try laptop.addHousehold("Hộ bà Lan")
    try laptop.sync()
    let page = text(try world.get("/health/details", cookie: cookie))
    let metrics = try CentreMetrics(world.centre)
    #expect(try figure("Silent laptops", page) == "1" && metrics.silent == 1)
    #expect(try figure("Batches held", page) == "\(metrics.counts.heldBatches)")
    #expect(try Int(figure("Batches taken in this hour", page)) ?? 0 > 0)
    #expect(try #require(metrics.counts.mergedBatches) > 0)
    let status = world.run("status", "--json")
    let json = try JSONValue(parsing: Array(status.out.utf8))
    #expect(json["held_batches"]?.integerValue == metrics.counts.heldBatches)
    #expect(json["conflicts"]?.integerValue == metrics.counts.conflicts)
    #expect(page.contains("none yet. Run: camtay-server backup"))
    #expect(page.contains("There is no off-machine backup"))
    #expect(page.contains("never checked"))
    // On the seventh day a laptop is not silent yet, in the list of laptops and here.
    world.clock.advance(seconds: 7 * 86_400)
    #expect(try CentreMetrics(world.centre).silent == 1)
    world.clock.advance(seconds: 86_400)
    #expect(try CentreMetrics(world.centre).silent == 2)
  }

  @Test func `every restore drill is kept with who, when, which backup and what came of it`()
    throws
  {
    let world = try CentreWorld(seed: 858)
    let cookie = try signedIn(world)
    let none = text(try world.get("/health/details", cookie: cookie))
    #expect(none.contains("There was no drill yet"))
    #expect(world.run("backup", world.path("first")).exit == .done)
    let drilled = world.run("drill", world.path("first"))
    #expect(drilled.exit == .done && drilled.out.contains("has everything that is here"))
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    _ = try laptop.addHousehold("Hộ bà Lan")
    try laptop.sync()
    let older = world.run("drill", world.path("first"), "--json")
    #expect(older.exit == .done && older.out.contains("\"older\""))
    try Data("no backup".utf8).write(to: URL(fileURLWithPath: world.path("broken")))
    #expect(world.run("drill", world.path("broken")).exit == .damagedInput)
    #expect(world.run("drill", world.path("gone"), "--elsewhere", "failed").exit == .needsAttention)
    #expect(world.run("drill", world.path("gone"), "--elsewhere", "restored").exit == .done)
    let drills = try world.centre.drills(limit: 10)
    #expect(drills.map(\.result) == [.restored, .failed, .damaged, .older, .sound])
    #expect(drills.map(\.file) == ["gone", "gone", "broken", "first", "first"])
    let page = text(try world.get("/health/details", cookie: cookie))
    for words in [
      "restored on another machine", "could not be restored", "cannot be read back",
      "lacks what came since", "(keeper of the server)",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(!page.contains(world.path("first")))
    let list = world.run("drill", "list", "--json")
    #expect(list.out.components(separatedBy: "\"backup\"").count == 6)
    #expect(world.run("audit", "list").out.contains("drilled a restore from"))
  }

  @Test func `a check that the page starts keeps its result in the log, as the command does`()
    throws
  {
    let world = try CentreWorld(seed: 852)
    let cookie = try signedIn(world)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    _ = try laptop.addHousehold("Hộ bà Lan")
    try laptop.sync()
    #expect(try world.send([("depth", "deep")], to: "/health/check", cookie: cookie).status == 303)
    let deadline = Date().addingTimeInterval(30)
    while try world.centre.lastStoreCheck() == nil, Date() < deadline {
      Thread.sleep(forTimeInterval: 0.05)
    }
    let entry = try #require(try world.centre.lastStoreCheck())
    #expect(entry.account == "coordinator" && entry.subject == "deep")
    #expect(StoreCheckNote.isSound(entry) && !entry.detail.contains("batches=0"))
    let page = text(try world.get("/health/details", cookie: cookie))
    #expect(page.contains("Sound: everything agrees."))
    #expect(world.run("verify").exit == .done)
    let second = try #require(try world.centre.lastStoreCheck())
    #expect(second.number > entry.number && second.subject == "quick" && second.account == nil)
    // What does not agree is told too.
    try world.centre.note(
      AuditEvent(.storeChecked, "quick", detail: "batches=3 findings=1:chain-broken"), by: .keeper)
    let bad = text(try world.get("/health/details", cookie: try signedIn(world)))
    #expect(bad.contains("Something does not agree (batches=3 findings=1:chain-broken)"))
  }

  @Test func `an erasure that waits stands with its days, and administrators see no laptop's name`()
    throws
  {
    let world = try CentreWorld(seed: 853)
    let cookie = try signedIn(world)
    let laptop = try world.enrolLaptop("máy của An", member: "Nguyễn Văn An")
    try laptop.sync()
    let household = try laptop.addHousehold("Hộ bà Lan")
    try laptop.sync()
    let code = try #require(
      try world.centre.read { try $0.record(Household.self, household)?.codeText })
    #expect(
      world.run("erase", code, "--requested", "01/10/2025", "--yes").exit == .done)
    let page = text(try world.get("/health/details", cookie: cookie))
    #expect(page.contains(code) && page.contains("máy của An"))
    // Wednesday 1 October 2025: two working days on it is Friday, fifteen on Wednesday the 22nd.
    #expect(page.contains("03/10/2025") && page.contains("22/10/2025"))
    let keeper = try world.signIn(as: try world.rights(.administrator), "quan-tri")
    let other = text(try world.get("/health/details", cookie: keeper))
    #expect(!other.contains("máy của An") && !other.contains(code))
    let trainer = try world.signIn(as: try world.rights(.trainer), "tap-huan")
    #expect(try world.get("/health/details", cookie: trainer).status == 403)
  }
}

import FieldWork
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct InboxTests {
  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private func line(_ label: String, _ world: CentreWorld, hours: Int = 24) throws -> InboxLine {
    let now = LocalDateTime(time: world.clock.surroundings.clock().wall)
    let start = Timestamp(rawValue: now.milliseconds - Int64(hours) * HandOver.hourMilliseconds)
    let lines = try world.centre.inspect {
      try InboxLine.gather($0, since: start, within: .everything)
    }
    return try #require(lines.first { $0.standing.report.label == label })
  }

  @Test func `what came in is told by laptop, and what came again counts nothing more`() throws {
    let world = try CentreWorld(seed: 701)
    let laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
    _ = try world.enrolLaptop("máy hai", member: "Trần Thị Bình")
    try laptop.sync()
    #expect(try line("máy một", world).hasReported)
    #expect(try line("máy một", world).came == HandOver())
    try laptop.addHousehold("Hộ ông Ba")
    let pending = try laptop.makeRequest()
    #expect(try world.post("/sync/v1", pending.request).status == 200)
    let first = try line("máy một", world)
    #expect(first.came.newBatches == 1 && first.came.newOperations == 1 && first.merged == 1)
    // The answer was lost, and the laptop sends the same again.
    try laptop.sync()
    let second = try line("máy một", world)
    #expect(second.came.newBatches == 1 && second.came.knownBatches == 1)
    #expect(!second.isToClear)
    #expect(try line("máy hai", world).hasReported == false)
  }

  @Test func `what came before the chosen hour is left out`() throws {
    let world = try CentreWorld(seed: 702)
    let laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
    try laptop.sync()
    try laptop.addHousehold("Hộ một")
    try laptop.sync()
    #expect(try line("máy một", world, hours: 1).came.newOperations == 1)
    world.clock.advance(seconds: 3 * 3_600)
    #expect(try line("máy một", world, hours: 1).came.newOperations == 0)
    #expect(try line("máy một", world, hours: 1).hasReported == false)
    #expect(try line("máy một", world, hours: 4).came.newOperations == 1)
    // Kept for a quarter of a year, and not for ever.
    #expect(try line("máy một", world, hours: 80 * 24).came.newOperations == 1)
    try laptop.addHousehold("Hộ hai")
    world.clock.advance(seconds: 93 * 86_400)
    try laptop.sync()
    #expect(try line("máy một", world, hours: 100 * 24).came.newOperations == 1)
  }

  @Test func `hours are asked for as people say them`() {
    let now = LocalDateTime(LocalDate(iso: "2026-11-22") ?? .latest, minuteOfDay: 20 * 60 + 45)
    func start(_ day: String?, _ hour: Int?) -> String {
      LocalDateTime(
        time: InboxStart(day: day.flatMap(LocalDate.init(iso:)), hour: hour, now: now).time
      ).iso
    }
    #expect(start(nil, nil) == "2026-11-21T20:00")
    #expect(start(nil, 16) == "2026-11-22T16:00")
    #expect(start(nil, 21) == "2026-11-21T21:00")
    #expect(start("2026-11-18", nil) == "2026-11-18T00:00")
    #expect(start("2026-11-18", 16) == "2026-11-18T16:00")
  }

  @Test func `what is to be cleared stands first, with its way, and the file has the same lines`()
    throws
  {
    let world = try CentreWorld(seed: 703)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    #expect(text(try world.get("/inbox", cookie: cookie)).contains("Chưa cấp máy nào"))
    let laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
    let other = try world.enrolLaptop("máy hai", member: "Trần Thị Bình")
    try other.sync()
    try laptop.sync()
    let replica = laptop.store.identity.replica
    _ = try world.centre.declareLost(replica, isDryRun: false)
    try laptop.addHousehold("Hộ gửi muộn")
    _ = try? laptop.sync()
    let stands = try line("máy một", world)
    #expect(stands.reviews == 1 && stands.isToClear)
    let page = text(try world.get("/inbox", cookie: cookie))
    let first = try #require(page.range(of: "/laptops/\(replica.rawValue)\""))
    let second = try #require(
      page.range(of: "/laptops/\(other.store.identity.replica.rawValue)\""))
    #expect(first.lowerBound < second.lowerBound)
    let missing = text(try world.get("/inbox?state=clear", cookie: cookie))
    #expect(missing.contains("máy một") && !missing.contains(">máy hai<"))
    let file = text(try world.get("/inbox.csv", cookie: cookie))
    #expect(file.contains("máy một") && file.contains("máy hai") && file.contains("Số dòng"))
    let command = world.run("inbox", "--json")
    #expect(command.exit == .needsAttention && command.out.contains("\"open_reviews\": 1"))
    #expect(world.run("inbox", "--since", "1/1/2999").out.contains("not reported"))
    let kept = try world.signIn(as: try world.rights(.coordinator, unit: "17713"), "lan")
    #expect(text(try world.get("/inbox", cookie: kept)).contains("máy một"))
  }
}

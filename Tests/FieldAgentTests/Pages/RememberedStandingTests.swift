import FieldWork
import Replica
import Testing

@testable import FieldAgent

/// What every page shows of the store is read once, and never shown when it is not true any more.
@Suite struct RememberedStandingTests {
  private let laptop: TestLaptop
  private let desk: TestDesk
  private let household: String

  init() throws {
    let centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
    household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let sync = laptop.run("sync")
    try #require(sync.code == .done, "\(sync.error)")
    desk = try TestDesk(laptop)
  }

  /// How many records wait, as the line of the state says.
  private func waiting() throws -> Int {
    let line = try desk.get("/live").text
    if line.contains("everything is sent") || line.contains("all that was saved is sent") {
      return 0
    }
    let number = try #require(line.firstMatch(of: /not yet sent: ([0-9]+) record/)?.1)
    return Int(number) ?? -1
  }

  private func steps(of work: () throws -> Void) throws -> Int {
    let before = try desk.use { $0.store.connection.counters.steps }
    try work()
    return try desk.use { $0.store.connection.counters.steps } - before
  }

  @Test func `what another process writes stands on the next page`() throws {
    let before = try waiting()
    #expect(try waiting() == before)
    let key = try desk.use { $0.storeKey }
    let other = try Laptop(laptop.home, laptop.machine.surroundings, storeKey: key)
    let place = try other.records.reader.findPlace("Xóm 1").id
    _ = try other.writing { records, clock in
      try records.addHousehold(
        HouseholdDraft(place: place, name: "Hoa"), author: try other.member(named: nil),
        clock: clock)
    }
    other.letHomeGo()
    #expect(try waiting() > before)
  }

  @Test func `what a page saves stands on the next one`() throws {
    let before = try waiting()
    _ = try desk.follow(
      try desk.follow("/households/\(household)/visits").path,
      [("seen", "1000"), ("outcome", "nobody-home"), ("date", "18/11/2026"), ("action", "save")])
    #expect(try waiting() > before)
  }

  @Test func `the store is not asked again while nobody writes, nor while somebody types`() throws {
    let draft = try desk.follow("/households/\(household)/visits").path
    // A form that is begun is told on every page, which is a step of its own.
    let begun = try desk.post("\(draft)/fields", [("seen", "1000"), ("note", "Đã")])
    #expect(begun.status == 200)
    _ = try waiting()
    let first = try steps { _ = try waiting() }
    let typing = try desk.post("\(draft)/fields", [("seen", "1000"), ("note", "Đã hướng dẫn")])
    #expect(typing.status == 200)
    #expect(try steps { _ = try waiting() } == first)
    try desk.use { $0.rememberedStanding = Remembered() }
    #expect(try steps { _ = try waiting() } > 2 * first, "\(first)")
  }

  @Test func `days without a hand-over are told although nothing was written`() throws {
    func codes() throws -> [String] {
      try desk.use { try LaptopWarning.all($0, $0.clock(), on: .pages).map(\.code) }
    }
    #expect(try !codes().contains("silent"))
    laptop.machine.pass(hours: 8 * 24)
    #expect(try codes().contains("silent"))
  }
}

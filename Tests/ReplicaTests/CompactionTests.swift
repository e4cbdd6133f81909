import SQLite
import SyncProtocol
import Testing

@testable import Replica

@Suite struct CompactionTests {
  private func batches(_ store: Store, _ world: World) throws -> Int64 {
    try store.connection.integer(
      "SELECT count(*) FROM batch WHERE scope = ?", .integer(world.scope.rawValue))
  }

  @Test func `what every laptop and a backup have goes, and rows and chains hold`() throws {
    let world = try World(laptops: 2)
    let (one, two) = (world.laptops[0], world.laptops[1])
    for number in 0..<5 {
      _ = try world.addHousehold("Hộ \(number)", at: one)
      try world.sync(one)
    }
    let written = try one.handOverStatus().written
    let rows = try one.digest(of: world.scope)
    try world.sync(two)
    #expect(try one.compact().isEmpty)
    try world.backUp()
    try world.sync(two)
    // The other laptop's cursor is known only now.
    try world.sync(one)
    let planned = try one.compact(isDryRun: true)
    #expect(planned.contains { $0.scope == world.scope && $0.through == 5 && $0.batches == 5 })
    #expect(try batches(one, world) == 5)
    #expect(try one.compactIfWorthwhile(atLeast: 1 << 30).isEmpty)
    #expect(try one.compact() == planned)
    #expect(try batches(one, world) == 0)
    #expect(try one.digest(of: world.scope) == rows)
    #expect(try one.handOverStatus().written == written)
    #expect(try one.handOverStatus().notHandedOver == 0)
    #expect(try one.verify().findings.isEmpty)

    // Life goes on above the base, in both directions.
    let row = try #require(try world.firstHousehold(at: one))
    for laptop in [one, two] {
      try laptop.commit(author: nil, clock: world.clock()) {
        try $0.write(
          HouseholdTable.definition, row,
          [(HouseholdTable.note, .text("\(laptop.identity.replica.rawValue)"))])
      }
      try world.sync(laptop)
    }
    try world.sync(one)
    #expect(try one.digest(of: world.scope) == world.centre.digest(of: world.scope))
    #expect(try one.verify().findings.isEmpty)
    #expect(try batches(one, world) == 2)
  }

  @Test func `rows that differ from the kept log are found above the base too`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Trước", at: laptop)
    try world.sync(laptop)
    try world.backUp()
    try world.sync(laptop)
    #expect(try !laptop.compact().isEmpty)
    let later = try world.addHousehold("Sau", at: laptop)
    try world.sync(laptop)
    #expect(try laptop.verify().findings.isEmpty)
    try laptop.connection.execute(
      "UPDATE household SET kind = 9 WHERE rid = ?", .integer(later.rawValue))
    #expect(
      try laptop.verify().findings.contains(.stateDiffersFromLog(scope: world.scope)))
  }

  @Test func `a laptop that lacks batches holds them for 90 days and no longer`() throws {
    let world = try World(laptops: 2)
    let (one, two) = (world.laptops[0], world.laptops[1])
    try world.sync(two)
    for number in 0..<3 {
      _ = try world.addHousehold("Hộ \(number)", at: one)
      try world.sync(one)
    }
    try world.backUp()
    try world.sync(one)
    try world.sync(one)
    #expect(try !one.compact(isDryRun: true).contains { $0.scope == world.scope })
    world.pass(milliseconds: Store.leaseMilliseconds + 1)
    try world.sync(one)
    #expect(try one.compact(isDryRun: true).contains { $0.scope == world.scope })
  }

  @Test func `unconfirmed work is never dropped`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Đã gửi", at: laptop)
    try world.sync(laptop)
    try world.backUp()
    try world.sync(laptop)
    _ = try world.addHousehold("Chưa gửi", at: laptop)
    _ = try world.request(of: laptop)
    _ = try laptop.compact()
    #expect(try laptop.handOverStatus().notHandedOver == 1)
    try world.sync(laptop)
    #expect(try laptop.handOverStatus().notHandedOver == 0)
    #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
  }

  @Test func `a batch that was dropped and comes again by a neighbour is no fork`() throws {
    let world = try World(laptops: 2)
    let (writer, neighbour) = (world.laptops[0], world.laptops[1])
    _ = try world.addHousehold("Hộ đầu", at: writer)
    let first = try world.lastClosed(of: writer)
    try world.syncAll()
    _ = try world.addHousehold("Hộ hai", at: writer)
    try world.syncAll()
    try world.backUp()
    try world.syncAll()
    #expect(try !neighbour.compact().isEmpty)
    #expect(try neighbour.logEntry(first.hash) == nil)
    let tips = try neighbour.frontier.all(of: world.scope).tips
    #expect(try world.carry(first, to: neighbour) == .merged)
    #expect(try neighbour.frontier.all(of: world.scope).tips == tips)
    #expect(try neighbour.verify(.deep).findings.isEmpty)
  }
}

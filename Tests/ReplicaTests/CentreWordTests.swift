import SyncProtocol
import Testing

@testable import Replica

/// Whoever was told a number by a centre that has forgotten it can show that, or offers its work
/// again.
@Suite struct CentreWordTests {
  private func agree(_ world: World, _ laptops: [Store]) throws {
    for laptop in laptops {
      #expect(try laptop.cursor(world.scope) == world.centre.cursor(world.scope))
      #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
      #expect(try laptop.verify().findings.isEmpty)
      #expect(try laptop.handOverStatus().notHandedOver == 0)
    }
    #expect(try world.centre.verify().findings.isEmpty)
  }

  /// A round in which the log of the scope does not come: something else has filled the answer.
  private func roundWithoutLog(
    _ laptop: Store, _ world: World, checks: Bool
  ) throws -> RoundOutcome {
    try world.round(laptop) { answer in
      try world.resigned(answer) { frames in
        frames.removeAll {
          $0.kind == .batch || $0.kind == .arrived || ($0.kind == .check && !checks)
        }
      }
    }
  }

  @Test func `a laptop that pulled nothing yet offers its work to the next life again`() throws {
    let world = try World(laptops: 2)
    let (laptop, other) = (world.laptops[0], world.laptops[1])
    try world.sync(other)
    let backup = try world.backupOfCentre()
    _ = try world.addHousehold("Hộ một", at: laptop)
    let outcome = try roundWithoutLog(laptop, world, checks: true)
    #expect(outcome.confirmedBatches == 1)
    #expect(try laptop.cursor(world.scope).arrival == 0)
    try world.setCentreBack(to: backup)
    try world.beginEpoch(1)
    for laptop in [laptop, other, laptop] { try world.syncAll(laptop) }
    #expect(try world.centre.householdNames() == ["Hộ một"])
    try agree(world, [laptop, other])
  }

  @Test func `a log that a new life begins at its first number takes the old receipts back`()
    throws
  {
    let world = try World(laptops: 2)
    let (laptop, other) = (world.laptops[0], world.laptops[1])
    try world.sync(other)
    let backup = try world.backupOfCentre()
    _ = try world.addHousehold("Hộ một", at: laptop)
    _ = try roundWithoutLog(laptop, world, checks: true)
    try world.setCentreBack(to: backup)
    try world.beginEpoch(1)
    _ = try world.addHousehold("Hộ hai", at: other)
    try world.syncAll(other)
    // A centre may leave FRONTIER out, and begin at number 1.
    let outcome = try world.round(laptop) { answer in
      try world.resigned(answer) { frames in frames.removeAll { $0.kind == .frontier } }
    }
    #expect(outcome.hasMore)
    for laptop in [laptop, other, laptop] { try world.syncAll(laptop) }
    #expect(try world.centre.householdNames() == ["Hộ hai", "Hộ một"])
    try agree(world, [laptop, other])
  }

  @Test func `every answer ends with the centre's word, also above what it carries`() throws {
    let world = try World(laptops: 2)
    let (laptop, other) = (world.laptops[0], world.laptops[1])
    for number in 0..<3 {
      _ = try world.addHousehold("Hộ \(number)", at: other)
      try world.syncAll(other)
    }
    try world.sync(laptop)
    let backup = try world.backupOfCentre()
    _ = try world.addHousehold("Hộ của máy", at: laptop)
    _ = try roundWithoutLog(laptop, world, checks: true)
    let stands = try laptop.cursor(world.scope).arrival
    let pending = try world.request(of: laptop)
    let told = try ReceivedStream(decoding: pending.request).frames.filter { $0.kind == .check }
      .map { try $0.message() as Check }
    #expect(told.contains { $0.cursor.scope == world.scope && $0.cursor.arrival > stands })
    // The centre is set back, and gives the number to somebody else.
    try world.setCentreBack(to: backup)
    _ = try world.addHousehold("Hộ khác", at: other)
    let unknowing = try world.request(of: other)
    _ = try other.absorb(
      try world.centre.answer(unknowing.request, clock: world.clock()).bytes, of: unknowing,
      clock: world.clock())
    let proving = try world.request(of: laptop)
    #expect(throws: ReplicaError.self) {
      try world.centre.answer(proving.request, clock: world.clock())
    }
    try world.beginEpoch(1)
    for laptop in [laptop, other, laptop] { try world.syncAll(laptop) }
    #expect(
      try world.centre.householdNames() == ["Hộ 0", "Hộ 1", "Hộ 2", "Hộ của máy", "Hộ khác"])
    try agree(world, [laptop, other])
  }

  @Test func `an answer says where the log ends, once a scope`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Hộ một", at: laptop)
    let pending = try world.request(of: laptop)
    let answer = try world.centre.answer(pending.request, clock: world.clock())
    let checks = try ReceivedStream(decoding: answer.bytes).frames.filter { $0.kind == .check }
      .map { try $0.message() as Check }
    #expect(checks.map(\.cursor.scope) == [.everyone, world.scope])
    for check in checks {
      #expect(try check.cursor == world.centre.cursor(check.cursor.scope))
    }
  }

  @Test func `a scope that is handed back goes also where the log that had it was set back`()
    throws
  {
    let world = try World(laptops: 2)
    let (laptop, other) = (world.laptops[0], world.laptops[1])
    try world.sync(laptop)
    try world.sync(other)
    let grant = try #require(
      try world.centre.grantRules(of: laptop.identity.replica).last { $0.until == nil }?.id)
    try world.centre.endGrant(grant, at: world.clock().wall)
    let backup = try world.backupOfCentre()
    _ = try world.addHousehold("Hộ cuối", at: laptop)
    try world.sync(laptop)
    #expect(try laptop.scopesBeingHandedBack().map(\.isSettled) == [true])
    try world.setCentreBack(to: backup)
    // The number is given a second time; of the scope the laptop asks for nothing any more.
    _ = try world.addHousehold("Hộ khác", at: other)
    let unknowing = try world.request(of: other)
    _ = try other.absorb(
      try world.centre.answer(unknowing.request, clock: world.clock()).bytes, of: unknowing,
      clock: world.clock())
    let proving = try world.request(of: laptop)
    #expect(throws: ReplicaError.self) {
      try world.centre.answer(proving.request, clock: world.clock())
    }
    try world.beginEpoch(1)
    try world.syncAll(laptop)
    #expect(try world.centre.householdNames() == ["Hộ cuối", "Hộ khác"])
    try world.syncAll(other)
    try world.backUp()
    try world.syncAll(laptop)
    try world.syncAll(laptop)
    #expect(try laptop.scopesBeingHandedBack().isEmpty)
    #expect(try !laptop.knownScopes().contains(world.scope))
    try agree(world, [other])
  }
}

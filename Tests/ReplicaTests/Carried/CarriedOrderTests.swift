import SQLite
import SyncProtocol
import Testing

@testable import Replica

/// Packs that are read late, twice, by the wrong people and in the wrong order.
@Suite struct CarriedOrderTests {
  private func peer(_ laptop: Store, _ world: World) throws -> Peer {
    try #require(
      try world.centre.peers().first { $0.replica == laptop.identity.replica })
  }

  private func acknowledged(_ laptop: Store, _ world: World) throws -> [Int64] {
    try world.centre.connection.rows(
      "SELECT arrival FROM acknowledged WHERE replica = ? ORDER BY scope",
      .integer(Int64(laptop.identity.replica.rawValue))
    ) { try $0.integer(at: 0) }
  }

  private func rule(_ laptop: Store, _ world: World) throws -> Int64 {
    try #require(
      try world.centre.grantRules(of: laptop.identity.replica).last { $0.until == nil }?.id)
  }

  @Test func `an old pack brings its batches and takes back no word on its laptop`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let row = try world.addHousehold("Đi trước", at: laptop)
    let old = try world.pack(laptop)
    world.wait(hours: 30)
    _ = try world.addHousehold("Đi sau", at: laptop)
    try world.sync(laptop)
    try world.sync(laptop)
    let known = (try peer(laptop, world), try acknowledged(laptop, world))
    let digest = try world.centre.digest(of: world.scope)

    world.wait(hours: 24 * 400)
    for _ in 0..<3 {
      let intake = try world.takeIn(old)
      #expect(intake.isOld && intake.merged == 0 && intake.knownBatches == 1)
      #expect(try peer(laptop, world) == known.0)
      #expect(try acknowledged(laptop, world) == known.1)
    }
    #expect(try world.centre.digest(of: world.scope) == digest)
    #expect(try world.name(of: row, at: world.centre) == "Đi trước")
    #expect(try world.centre.logIncidents().isEmpty)
    // The return begins where the old pack stood, and does no harm.
    let outcome = try world.absorb(try world.answer(for: laptop), at: laptop)
    #expect(outcome.blockedScopes.isEmpty && outcome.confirmedBatches == 0)
    try world.expectEqual(laptop)
  }

  @Test func `packs may be read in any order, and each counts for its own moment`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    var sticks: [CarriedStick] = []
    for number in 1...3 {
      _ = try world.addHousehold("Gói \(number)", at: laptop)
      sticks.append(try world.pack(laptop))
      world.wait(hours: 24)
    }
    #expect(sticks.map(\.round.number) == [1, 2, 3])
    #expect(sticks.map(\.round.batches) == [1, 2, 3])
    let first = try world.takeIn(sticks[1])
    #expect(try peer(laptop, world).reportedThrough == first.packed)
    let second = try world.takeIn(sticks[0])
    #expect(second.isOld && second.newBatches == 0)
    #expect(try peer(laptop, world).reportedThrough == first.packed)
    let third = try world.takeIn(sticks[2])
    #expect(!third.isOld && third.newBatches == 1 && third.knownBatches == 2)
    #expect(try peer(laptop, world).reportedThrough == third.packed)
    #expect(third.packed == sticks[2].round.packed)

    try world.absorb(try world.answer(for: laptop), at: laptop)
    #expect(try laptop.handOverStatus().notHandedOver == 0)
    try world.expectEqual(laptop)
  }

  @Test func `a clock that is ahead does not report beyond the present`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Giờ sai", at: laptop)
    let stick = try world.pack(laptop, clockOffset: 400 * 86_400_000)
    let intake = try world.takeIn(stick)
    #expect(intake.packed <= world.clock().wall)
    #expect(try peer(laptop, world).reportedThrough == intake.packed)
  }

  @Test func `returns may come in any order and twice, but not over a gap`() throws {
    let world = try World(laptops: 2)
    let (one, two) = (world.laptops[0], world.laptops[1])
    var returns: [[[UInt8]]] = []
    for number in 1...3 {
      _ = try world.addHousehold("Lần \(number)", at: one)
      try world.carry(one)
      if number == 1 { try world.takeIn(try world.pack(two)) }
      returns.append(try world.answer(for: two))
    }
    // All of them go on behind what the one pack said.
    try world.absorb(returns[1], at: two)
    let middle = try two.cursor(world.scope)
    let repeated = try world.absorb(returns[0], at: two)
    #expect(try two.cursor(world.scope) == middle)
    #expect(repeated.blockedScopes.isEmpty && repeated.receivedBatches == 0)
    try world.absorb(returns[2], at: two)
    try world.absorb(returns[1], at: two)
    try world.expectEqual(two)

    // One that goes on behind a return that did not come says so.
    _ = try world.addHousehold("Lần 4", at: one)
    try world.carry(one)
    let third = try world.addLaptop("third")
    try world.takeIn(try world.pack(third))
    try world.absorb(try world.answer(for: third), at: third)
    let copy = try world.copy(of: third)
    _ = try world.addHousehold("Lần 5", at: one)
    try world.carry(one)
    try world.takeIn(try world.pack(third))
    let fourth = try world.answer(for: third)
    try world.absorb(fourth, at: third)
    _ = try world.addHousehold("Lần 6", at: one)
    try world.carry(one)
    try world.takeIn(try world.pack(third))
    let fifth = try world.answer(for: third)
    let outcome = try world.absorb(fifth, at: copy)
    #expect(
      outcome.blockedScopes
        == [world.scope: ReplicaError.earlierReturnMissing(world.scope).code])
    try world.absorb(fourth, at: copy)
    #expect(try world.absorb(fifth, at: copy).blockedScopes.isEmpty)
    try world.expectEqual(copy)
  }

  @Test func `a laptop that was put back goes on by hand`() throws {
    let world = try World(laptops: 2)
    let (one, two) = (world.laptops[0], world.laptops[1])
    _ = try world.addHousehold("Có trước", at: one)
    try world.carry(one)
    let backup = try world.copy(of: one)
    let lost = try world.addHousehold("Sau bản sao", at: one)
    for number in 1...3 {
      _ = try world.addHousehold("Của máy kia \(number)", at: two)
      try world.carry(two)
      try world.carry(one)
    }
    // The old store knows neither its later packs nor their returns.
    let fresh = try world.addHousehold("Viết lại", at: backup)
    var outcome = RoundOutcome()
    for _ in 0..<4 {
      outcome = try world.carry(backup)
      if !outcome.hasMore { break }
    }
    #expect(outcome.blockedScopes.isEmpty && !outcome.hasMore)
    #expect(try backup.handOverStatus().notHandedOver == 0)
    let names = try world.centre.householdNames()
    #expect(
      names
        == [
          "Có trước", "Của máy kia 1", "Của máy kia 2", "Của máy kia 3",
          "Sau bản sao", "Viết lại",
        ].inByteOrder)
    #expect(try backup.householdNames() == names)
    _ = (lost, fresh)
    try world.expectEqual(backup)
  }

  @Test func `what collides is written again once, however often the return is read`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("chung", at: laptop)
    try world.carry(laptop)
    let copy = try world.copy(of: laptop)
    _ = try world.addHousehold("gốc", at: laptop)
    _ = try world.addHousehold("chép", at: copy)
    try world.carry(laptop)
    try world.takeIn(try world.pack(copy))
    let answer = try world.answer(for: copy)
    var reissued = 0
    for _ in 0..<3 { reissued += try world.absorb(answer, at: copy).reissuedOperations }
    for _ in 0..<4 {
      let outcome = try world.carry(copy)
      reissued += outcome.reissuedOperations
      if !outcome.hasMore { break }
    }
    for _ in 0..<2 { try world.absorb(answer, at: copy) }
    try world.carry(copy)
    #expect(try world.centre.householdNames() == ["chung", "chép", "gốc"].inByteOrder)
    #expect(try copy.copiedSince() != nil && reissued <= 1)
    #expect(try copy.handOverStatus().notHandedOver == 0)
    try world.expectEqual(copy)
    try world.carry(laptop)
    try world.expectEqual(laptop)
  }

  @Test func `a centre that was restored between pack and return loses nothing`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Trước bản sao", at: laptop)
    try world.carry(laptop)
    let backup = try world.backupOfCentre()
    _ = try world.addHousehold("Sau bản sao", at: laptop)
    let stick = try world.pack(laptop)
    try world.takeIn(stick)
    let late = try world.answer(for: laptop)
    _ = try world.addHousehold("Còn trên máy", at: laptop)
    let second = try world.pack(laptop)
    try world.restoreCentre(backup, epoch: 1)

    // A pack of the earlier life comes to the new one, then its return.
    try world.takeIn(second)
    let fresh = try world.answer(for: laptop)
    try world.absorb(fresh, at: laptop)
    #expect(try laptop.presentEpoch == 1)
    let before = try laptop.handOverStatus()
    #expect(throws: ReplicaError.returnOfEarlierLife) { try world.absorb(late, at: laptop) }
    #expect(try laptop.handOverStatus() == before)
    for _ in 0..<3 { try world.carry(laptop) }
    try world.takeIn(stick)
    try world.carry(laptop)
    #expect(try laptop.handOverStatus().notHandedOver == 0)
    #expect(
      try world.centre.householdNames()
        == ["Còn trên máy", "Sau bản sao", "Trước bản sao"].inByteOrder)
    try world.expectEqual(laptop)
  }

  @Test func `a pack proves to a centre that it was set back`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let backup = try world.backupOfCentre()
    _ = try world.addHousehold("Đã nhận", at: laptop)
    try world.carry(laptop)
    let stick = try world.pack(laptop)
    try world.setCentreBack(to: backup)
    #expect {
      try world.takeIn(stick)
    } throws: { error in
      if case ReplicaError.centreSetBack = error { true } else { false }
    }
    #expect(try world.centre.householdNames().isEmpty)
    try world.beginEpoch(1)
    try world.takeIn(stick)
    for _ in 0..<3 { try world.carry(laptop) }
    #expect(try world.centre.householdNames() == ["Đã nhận"])
    try world.expectEqual(laptop)
  }

  @Test func `a scope goes by hand, and no old return brings it back`() throws {
    let world = try World(laptops: 2)
    let (one, two) = (world.laptops[0], world.laptops[1])
    let row = try world.addHousehold("Rồi sẽ trả", at: one)
    try world.takeIn(try world.pack(one))
    let whole = try world.answer(for: one)
    try world.absorb(whole, at: one)
    let before = try world.pack(one)
    try world.centre.endGrant(try rule(one, world), at: world.clock().wall)
    let last = try world.addHousehold("Lúc chưa biết", at: one)
    try world.carry(one)
    #expect(try one.scopesBeingHandedBack().count == 1)
    #expect(throws: ReplicaError.scopeNotHeld(world.scope)) {
      try world.addHousehold("Không được", at: one)
    }
    try world.carry(one)
    try world.backUp()
    // A pack from before the wish neither gives a word nor ends the matter.
    try world.takeIn(before)
    #expect(try world.centre.scopeRemovals(for: one.identity.replica).first?.covered != nil)
    let outcome = try world.absorb(try world.answer(for: one), at: one)
    #expect(outcome.scopesLetGo == [world.scope])
    for _ in 0..<2 {
      try world.absorb(whole, at: one)
      #expect(try world.name(of: row, at: one) == nil)
      #expect(try one.grantedScopes().isEmpty)
      #expect(try one.digest(of: world.scope).rowCount == 0)
    }
    try world.carry(one)
    #expect(try world.centre.scopeRemovals(for: one.identity.replica).isEmpty)
    #expect(try world.name(of: last, at: world.centre) == "Lúc chưa biết")

    // Granted again, it comes again, and old packs do not disturb what is new.
    try world.centre.grant([world.scope], to: one.identity.replica, at: world.clock().wall)
    try world.takeIn(before)
    #expect(try world.centre.acknowledged(world.scope, by: one.identity.replica) == nil)
    let anew = try world.absorb(try world.answer(for: one), at: one)
    #expect(anew.blockedScopes.isEmpty)
    #expect(try world.name(of: row, at: one) == "Rồi sẽ trả")
    try world.carry(one)
    let again = try world.addHousehold("Làm tiếp", at: one)
    try world.carry(one)
    try world.carry(two)
    #expect(try world.name(of: again, at: two) == "Làm tiếp")
    #expect(try world.centre.reviews(openOnly: true).isEmpty)
    try world.expectEqual(one)
  }

  @Test func `a laptop that was declared lost and is found again goes on`() throws {
    let world = try World.judging(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Trước khi mất", at: laptop)
    try world.carry(laptop)
    _ = try world.addHousehold("Trong tay ai", at: laptop)
    let stick = try world.pack(laptop)
    try world.centre.declareLost(laptop.identity.replica, at: world.clock().wall)
    try world.takeIn(stick)
    #expect(try world.centre.lateOperations(of: laptop.identity.replica).count == 1)
    let told = try world.answer(for: laptop)
    _ = try world.centre.declareFound(laptop.identity.replica, at: world.clock().wall)
    try world.takeIn(stick)
    #expect(try world.centre.lateOperations(of: laptop.identity.replica).count == 1)
    try world.absorb(told, at: laptop)
    for _ in 0..<2 { try world.carry(laptop) }
    // What was told while it counted as lost comes too late.
    try world.absorb(told, at: laptop)
    #expect(try laptop.grantedScopes() == [world.scope])
    _ = try world.addHousehold("Tìm thấy", at: laptop)
    try world.carry(laptop)
    #expect(try world.centre.lateOperations(of: laptop.identity.replica).count == 1)
    #expect(try laptop.handOverStatus().notHandedOver == 0)
    try world.expectEqual(laptop)
  }

  @Test func `a store that was put back shows nothing before a return to its own pack`() throws {
    let world = try World(laptops: 2)
    let (one, two) = (world.laptops[0], world.laptops[1])
    let row = try world.addHousehold("Sẽ xoá", at: one)
    try world.carry(one)
    try world.takeIn(try world.pack(two))
    let old = try world.answer(for: two)
    try world.absorb(old, at: two)
    _ = try world.centre.erase(
      [row], reason: "asked", requested: nil, author: nil, clock: world.clock())
    try two.lockSealedValues()
    _ = try world.addHousehold("Chờ", at: two)
    // The end of scope 0 in an old return is not the end now.
    try world.absorb(old, at: two)
    #expect(try two.showsNoSealedValues())
    let stick = try world.pack(two)
    #expect(stick.round.isLocked && stick.round.batches == 0)
    #expect(try world.takeIn(stick).scopes.isEmpty)
    #expect(try peer(two, world).unsentOperations == 1)
    try world.absorb(try world.answer(for: two), at: two)
    #expect(try !two.showsNoSealedValues())
    #expect(try world.name(of: row, at: two) == nil)
    for _ in 0..<2 { try world.carry(two) }
    #expect(try two.handOverStatus().notHandedOver == 0)
    try world.expectEqual(two)
  }

  @Test func `an unchecked clock is not before the last return`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    world.wait(hours: 24 * 30)
    let first = try world.answer(for: laptop)
    world.wait(hours: 24)
    let second = try world.answer(for: laptop)
    try world.absorb(second, at: laptop)
    let dead = ClockReading(
      wall: Timestamp(rawValue: 0), monotonicMilliseconds: 5, bootID: "another")
    let now = try laptop.correctedNow(dead)
    #expect(now.time > Timestamp(rawValue: 1_760_000_000_000 + 31 * 86_400_000))
    #expect(!now.isChecked && now.lastSigned == nil)
    try world.absorb(first, at: laptop)
    #expect(try laptop.correctedNow(dead) == now)
    // A signed time that was taken says more.
    try world.sync(laptop)
    #expect(try laptop.state.integer(.passedMoment) == nil)
  }
}

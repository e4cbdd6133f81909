import SyncProtocol
import Testing

@testable import Replica

/// Packs and returns of stores that were copied, put back or replaced.
@Suite struct CarriedDoubtTests {
  @Test func `a return of another log stops its scope, and the next pack tells why`() throws {
    let world = try World(laptops: 2)
    let (one, two) = (world.laptops[0], world.laptops[1])
    _ = try world.addHousehold("Chung", at: one)
    try world.carry(one)
    try world.takeIn(try world.pack(two))
    let backup = try world.backupOfCentre()
    _ = try world.addHousehold("Đã bị quên", at: one)
    try world.carry(one)
    let early = try world.answer(for: two)
    try world.absorb(early, at: two)

    // The centre forgets, gives the number a second time, and nobody has told it.
    try world.setCentreBack(to: backup)
    let third = try world.addLaptop("third")
    try world.carry(third)
    _ = try world.addHousehold("Số này lần hai", at: third)
    try world.carry(third)
    let late = try world.answer(for: two)
    let before = try two.digest(of: world.scope)
    let outcome = try world.absorb(late, at: two)
    #expect(outcome.blockedScopes == [world.scope: ReplicaError.logDiffers(world.scope).code])
    #expect(try two.digest(of: world.scope) == before)

    let stick = try world.pack(two)
    #expect {
      try world.takeIn(stick)
    } throws: { error in
      if case ReplicaError.centreSetBack = error { true } else { false }
    }
    try world.beginEpoch(1)
    for _ in 0..<4 {
      for laptop in [one, two, third] { try world.carry(laptop) }
    }
    for laptop in [one, two, third] {
      #expect(try laptop.householdNames() == ["Chung", "Số này lần hai", "Đã bị quên"].inByteOrder)
      #expect(try laptop.handOverStatus().notHandedOver == 0)
      try world.expectEqual(laptop)
    }
  }

  @Test func `a number that is told of a batch which is not here stops the scope`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    try world.carry(laptop)
    let backup = try world.copy(of: laptop)
    _ = try world.addHousehold("Chỉ có trong gói", at: laptop)
    try world.takeIn(try world.pack(laptop))
    // The pack carried the batch, so the return names it alone; the store is older than the pack.
    let outcome = try world.absorb(try world.answer(for: laptop), at: backup)
    #expect(
      outcome.blockedScopes
        == [world.scope: ReplicaError.earlierReturnMissing(world.scope).code])
    for _ in 0..<2 { try world.carry(backup) }
    #expect(try backup.householdNames() == ["Chỉ có trong gói"])
    try world.expectEqual(backup)
  }

  @Test
  func `a laptop with a new number brings what the old one packed, and reads its own returns`()
    throws
  {
    let world = try World(laptops: 1)
    let old = world.laptops[0]
    _ = try world.addHousehold("Dưới số cũ", at: old)
    let stick = try world.pack(old)
    try world.takeIn(stick)
    let answer = try world.answer(for: old)
    let fresh = try world.enrolAnew(old)
    #expect(throws: ReplicaError.returnForAnother) { try world.absorb(answer, at: fresh) }
    _ = try world.addHousehold("Dưới số mới", at: fresh)
    let second = try world.pack(fresh)
    #expect(second.round.number == 2 && second.round.batches == 2)
    let intake = try world.takeIn(second)
    #expect(intake.newBatches == 1 && intake.knownBatches == 1)
    try world.takeIn(stick)
    for _ in 0..<2 { try world.carry(fresh) }
    #expect(try fresh.handOverStatus().notHandedOver == 0)
    #expect(
      try world.centre.householdNames() == ["Dưới số cũ", "Dưới số mới"].inByteOrder)
    try world.expectEqual(fresh)
  }

  @Test func `nobody speaks under the name of another's pack`() throws {
    let world = try World(laptops: 2)
    let (one, two) = (world.laptops[0], world.laptops[1])
    try world.takeIn(try world.pack(one))
    let id = try #require(try world.centre.carriedPacks().first?.pack)
    let stick = try world.pack(two)
    let forged = try world.resigned(stick.streams[0], by: two.identity.signer) { frames in
      var hello: Hello = try frames[0].message()
      hello.nonce = id
      var writer = ByteWriter()
      hello.encode(into: &writer)
      frames[0].payload = writer.bytes[...]
    }
    #expect(throws: ReplicaError.notOneRound) {
      try world.takeIn(CarriedStick(round: stick.round, streams: [forged]))
    }
    #expect(try world.centre.carriedPacks().map(\.replica) == [one.identity.replica])
  }

  @Test func `what a neighbour gave is packed with what it stands upon, in order`() throws {
    let world = try World(laptops: 2)
    let (one, two) = (world.laptops[0], world.laptops[1])
    let row = try world.addHousehold("Của máy cháy", at: two)
    try one.introduce(two.identity.certificate)
    try world.carry(one)
    _ = try one.receive(try world.closedBatches(of: two), clock: world.clock())
    try one.commit(author: nil, clock: world.clock()) {
      try $0.write(HouseholdTable.definition, row, [(HouseholdTable.kind, .integer(2))])
    }
    let stick = try world.pack(one)
    #expect(stick.round.batches == 2)
    let intake = try world.takeIn(stick)
    #expect(intake.merged == 2 && intake.waiting == 0)
    try world.absorb(try world.answer(for: one), at: one)
    try world.expectEqual(one)
  }

  @Test func `a pack of a day is small, and one of many days is cut into streams`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    try world.carry(laptop)
    for number in 0..<20 {
      let household = try world.addHousehold("Hộ bà Nguyễn Thị \(number)", at: laptop)
      try laptop.commit(author: nil, clock: world.clock()) { act in
        _ = try act.create(
          VisitTable.definition, in: world.scope,
          [
            (VisitTable.household, .integer(household.rawValue)),
            (VisitTable.note, .text("Đã hướng dẫn nộp hồ sơ qua Cổng dịch vụ công")),
          ])
      }
    }
    let stick = try world.pack(laptop)
    #expect(stick.round.operations == 40)
    #expect(stick.streams.reduce(0) { $0 + $1.count } < 30_000)
    // What is packed again is not more than what waits.
    try world.takeIn(stick)
    try world.absorb(try world.answer(for: laptop), at: laptop)
    #expect(try world.pack(laptop).streams.reduce(0) { $0 + $1.count } < 2_000)
  }
}

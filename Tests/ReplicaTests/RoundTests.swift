import SyncProtocol
import Testing

@testable import Replica

@Suite struct RoundTests {
  @Test func `what one laptop wrote reaches the other through the centre`() throws {
    let world = try World(laptops: 2)
    let household = try world.addHousehold("Nguyễn Văn An", at: world.laptops[0])
    let first = try world.sync(world.laptops[0])
    #expect(first.confirmedBatches == 1)
    let second = try world.sync(world.laptops[1])
    #expect(second.receivedOperations >= 1)
    #expect(second.equalScopes == 2)
    #expect(try world.name(of: household, at: world.laptops[1]) == "Nguyễn Văn An")
    #expect(try world.name(of: household, at: world.centre) == "Nguyễn Văn An")
  }

  @Test func `a request that is sent twice is merged once and gets the same receipts`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Lò Thị Hoa", at: laptop)
    let pending = try laptop.makeRequest(
      Store.Report(freeDiskBytes: 1, software: "test"), clock: world.clock(),
      random: &world.random)
    let first = try world.centre.answer(pending.request, clock: world.clock())
    let again = try world.centre.answer(pending.request, clock: world.clock())
    #expect(first.mergedBatches == 1)
    #expect(again.mergedBatches == 0)
    let outcome = try laptop.absorb(again.bytes, of: pending, clock: world.clock())
    #expect(outcome.confirmedBatches == 1)
    #expect(try laptop.handOverStatus().notHandedOver == 0)
    #expect(try laptop.absorb(first.bytes, of: pending, clock: world.clock()).hasMore == false)
    #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
  }

  @Test func `two edits of one field are a conflict on every replica until somebody rules`() throws
  {
    let world = try World(laptops: 2)
    let household = try world.addHousehold("Vàng A Sùng", at: world.laptops[0])
    try world.sync(world.laptops[0])
    try world.sync(world.laptops[1])
    for (laptop, phone) in zip(world.laptops, ["0912000001", "0912000002"]) {
      try laptop.commit(author: nil, clock: world.clock()) {
        try $0.write(
          HouseholdTable.definition, household, [(HouseholdTable.phone, .text(phone))])
      }
    }
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    for store in world.laptops + [world.centre] {
      let conflicts = try store.conflicts()
      #expect(conflicts.count == 1)
      #expect(conflicts.first?.values.map(\.value) == [.text("0912000002"), .text("0912000001")])
    }
    try world.centre.commit(author: nil, clock: world.clock()) {
      try $0.resolve(
        HouseholdTable.definition, household, HouseholdTable.phone, .text("0912000001"))
    }
    for laptop in world.laptops { try world.sync(laptop) }
    for store in world.laptops + [world.centre] {
      #expect(try store.conflicts().isEmpty)
      #expect(try store.digest(of: world.scope) == world.centre.digest(of: world.scope))
      #expect(try store.verify().findings.isEmpty)
    }
  }

  @Test func `an answer cut or damaged at any byte changes nothing and the next round mends it`()
    throws
  {
    let world = try World(laptops: 2)
    _ = try world.addHousehold("Giàng Thị Mỷ", at: world.laptops[0])
    try world.sync(world.laptops[0])
    let laptop = world.laptops[1]
    let pending = try laptop.makeRequest(
      Store.Report(freeDiskBytes: nil, software: "test"), clock: world.clock(),
      random: &world.random)
    let answer = try world.centre.answer(pending.request, clock: world.clock()).bytes
    let before = try laptop.digest(of: world.scope)
    for length in 0..<answer.count {
      #expect(throws: (any Error).self) {
        try laptop.absorb(Array(answer[..<length]), of: pending, clock: world.clock())
      }
      var flipped = answer
      flipped[length] ^= 1 << UInt8(length % 8)
      #expect(throws: (any Error).self) {
        try laptop.absorb(flipped, of: pending, clock: world.clock())
      }
    }
    #expect(try laptop.digest(of: world.scope) == before)
    try world.sync(laptop)
    #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
  }

  @Test func `a clock two years fast never wins silently and infects nobody`() throws {
    let world = try World(laptops: 2)
    let household = try world.addHousehold("Hồ Văn Pả", at: world.laptops[0])
    try world.sync(world.laptops[0])
    try world.sync(world.laptops[1])
    let twoYears: Int64 = 2 * 365 * 24 * 3_600_000
    let fast = ClockReading(
      wall: Timestamp(rawValue: world.clock().wall.rawValue + twoYears),
      monotonicMilliseconds: 5, bootID: "restarted")
    // After a restart the wall clock's old error is all that is known, so this one is believed.
    try world.laptops[1].commit(author: nil, clock: fast) {
      try $0.write(HouseholdTable.definition, household, [(HouseholdTable.note, .text("fast"))])
    }
    try world.laptops[0].commit(author: nil, clock: world.clock()) {
      try $0.write(HouseholdTable.definition, household, [(HouseholdTable.note, .text("right"))])
    }
    try world.sync(world.laptops[0])
    try world.sync(world.laptops[1], clockOffset: twoYears)
    #expect(try world.centre.conflicts().count == 1)
    try world.sync(world.laptops[0])
    try world.laptops[0].commit(author: nil, clock: world.clock()) {
      try $0.write(HouseholdTable.definition, household, [(HouseholdTable.address, .text("x"))])
    }
    let row = try world.laptops[0].row(HouseholdTable.definition.id, household)
    let address = try #require(row?.shown(HouseholdTable.address.id))
    #expect(address.time.rawValue < world.clock().wall.rawValue)
  }

  @Test func `a jump in one scope's log stops that scope, keeps the rest, and is reported`() throws
  {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Sùng Thị Dở", at: laptop)
    let pending = try laptop.makeRequest(
      Store.Report(freeDiskBytes: nil, software: "test"), clock: world.clock(),
      random: &world.random)
    let answer = try world.centre.answer(pending.request, clock: world.clock()).bytes
    var stream = StreamWriter()
    for frame in try ReceivedStream(decoding: answer).frames {
      stream.append(frame.kind, Array(frame.payload))
    }
    stream.append(Arrived(scope: world.scope, arrival: 99, batch: .zero))
    let jumping = stream.finish(
      more: false, signer: world.centre.identity.signer, primitives: .standard)
    let outcome = try laptop.absorb(jumping, of: pending, clock: world.clock())
    #expect(outcome.blockedScopes == [world.scope: "arrival-gap"])
    #expect(outcome.confirmedBatches == 1)
    #expect(try laptop.cursor(world.scope).arrival == 1)
    try world.sync(laptop)
    #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
  }
}

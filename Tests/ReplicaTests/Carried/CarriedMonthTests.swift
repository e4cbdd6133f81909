import SyncProtocol
import Testing

@testable import Replica

/// Laptops that never have a network: everything reaches them, and leaves them, by hand.
@Suite struct CarriedMonthTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `a month by hand alone ends where rounds over a network would`(_ seed: UInt64) throws {
    let world = try World(laptops: 3, seed: seed)
    world.centre.snapshotPolicy.batches = 25
    let laptops = world.laptops
    var written: [String] = []
    var sticks: [CarriedStick] = []
    var returns: [(laptop: Int, streams: [[UInt8]])] = []
    var erased: RowID?
    var second: ScopeID?
    for day in 1...30 {
      world.wait(hours: 24)
      for (index, laptop) in laptops.enumerated() {
        let name = "ngày \(day) máy \(index)"
        let row = try world.addHousehold(name, at: laptop)
        if day == 2, index == 0 { erased = row } else { written.append(name) }
        if Int.random(in: 0..<3, using: &world.random) == 0 {
          sticks.append(try world.pack(laptop))
        }
      }
      // The courier comes when he can, with whatever he finds, and reads some of it again.
      if day % 4 == 0 {
        for stick in sticks.shuffled(using: &world.random) { try world.takeIn(stick) }
        for (index, laptop) in laptops.enumerated() {
          returns.append((index, try world.answer(for: laptop)))
        }
        try world.backUp()
      }
      if day % 5 == 0 {
        for entry in returns.shuffled(using: &world.random) {
          try world.absorb(entry.streams, at: laptops[entry.laptop])
        }
        for laptop in laptops { _ = try laptop.compact() }
      }
      if day == 9 { second = try world.openScope(for: laptops[2]) }
      if day == 12, let erased {
        _ = try world.centre.erase(
          [erased], reason: "asked", requested: nil, author: nil, clock: world.clock())
      }
    }
    for _ in 0..<3 {
      for laptop in laptops { try world.carry(laptop) }
    }
    let scope = try #require(second)
    #expect(try laptops[2].grantedScopes() == [world.scope, scope].sorted())
    #expect(
      try world.centre.householdNames(where: "hidden IS NULL").filter { $0 != "?" }
        == written.inByteOrder, "seed \(seed)")
    for laptop in laptops {
      #expect(try laptop.handOverStatus().notHandedOver == 0, "seed \(seed)")
      #expect(try laptop.name(erased: erased) == nil)
      try world.expectEqual(laptop)
    }
    try world.expectEqual(laptops[2], in: scope)
    #expect(try laptops.contains { try $0.base(of: world.scope) != nil })
    #expect(try world.centre.logIncidents().isEmpty)
  }

  @Test func `a laptop that was silent for a lease gets a snapshot by hand`() throws {
    let world = try World(laptops: 2)
    let (one, two) = (world.laptops[0], world.laptops[1])
    _ = try world.addHousehold("Trước", at: one)
    try world.carry(one)
    try world.carry(two)
    let own = try world.addHousehold("Chưa mang đi", at: two)
    world.pass(milliseconds: Store.leaseMilliseconds + 1)
    for number in 0..<3 {
      _ = try world.addHousehold("Trong lúc vắng \(number)", at: one)
      try world.carry(one)
    }
    _ = try world.centre.makeSnapshot(of: world.scope, clock: world.clock())
    try world.backUp()
    // It is written before anything was heard of the laptop again.
    let streams = try world.answer(for: two)
    let outcome = try world.absorb(streams, at: two)
    #expect(outcome.snapshotScopes.contains(world.scope))
    #expect(try world.name(of: own, at: two) == "Chưa mang đi")
    try world.carry(two)
    #expect(try world.name(of: own, at: world.centre) == "Chưa mang đi")
    #expect(try two.handOverStatus().notHandedOver == 0)
    try world.expectEqual(two)
  }
}

extension Store {
  /// The name of an erased household, which must not be there.
  fileprivate func name(erased row: RowID?) throws -> String? {
    guard let row else { return "" }
    return try openedRow(HouseholdTable.definition.id, row)?.shown(HouseholdTable.name.id)?
      .value.text
  }
}

import SQLite
import SyncProtocol
import Testing

@testable import Replica

/// Packs and returns in the order in which they were made.
@Suite struct CarriedRoundTests {
  @Test func `what is packed comes to the centre, and the return brings the rest`() throws {
    let world = try World(laptops: 2)
    let (one, two) = (world.laptops[0], world.laptops[1])
    let own = try world.addHousehold("Mang tay", at: one)
    let other = try world.addHousehold("Qua mạng", at: two)
    try world.sync(two)

    let stick = try world.pack(one)
    #expect(stick.round.number == 1 && stick.round.operations == 1)
    #expect(stick.round.contents.map(\.scope) == [world.scope])
    // Nothing is handed over by packing.
    var status = try one.handOverStatus()
    #expect(status.notHandedOver == 1 && status.packed == 1 && status.sent == 0)
    #expect(try one.packs().first?.unconfirmed == 1)

    let intake = try world.takeIn(stick)
    #expect(intake.merged == 1 && intake.newOperations == 1 && !intake.isRepeated)
    #expect(intake.replica == one.identity.replica && !intake.isOld)
    #expect(try world.name(of: own, at: world.centre) == "Mang tay")

    let outcome = try world.absorb(try world.answer(for: one), at: one)
    #expect(outcome.confirmedBatches == 1 && outcome.receivedBatches == 2)
    #expect(outcome.blockedScopes.isEmpty && outcome.equalScopes == 2)
    status = try one.handOverStatus()
    #expect(status.notHandedOver == 0 && status.packed == 0 && status.merged == 1)
    #expect(try one.packs().first?.arrived != nil)
    #expect(try world.name(of: other, at: one) == "Qua mạng")
    try world.expectEqual(one)
  }

  @Test func `a pack that was not noted as written counts for nothing`() throws {
    struct StickIsFull: Error {}
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Thẻ đầy", at: laptop)
    #expect(throws: StickIsFull.self) {
      _ = try laptop.packRound(
        Store.Report(freeDiskBytes: nil, software: "test"), clock: world.clock(),
        random: &world.random
      ) { _ in throw StickIsFull() }
    }
    #expect(try laptop.handOverStatus().packed == 0)
    #expect(try laptop.packs().isEmpty)
    let stick = try world.pack(laptop)
    #expect(stick.round.number == 2 && stick.round.operations == 1)
  }

  @Test func `an empty pack tells the centre how its laptop stands`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let stick = try world.pack(laptop)
    #expect(stick.round.contents.isEmpty && stick.streams.count == 1)
    let intake = try world.takeIn(stick)
    #expect(intake.scopes.isEmpty)
    let peer = try #require(try world.centre.peers().first)
    #expect(peer.reportedThrough == intake.packed && peer.lastRound == intake.packed)
    #expect(peer.freeDiskBytes == 7 && peer.unsentOperations == 0)
    try world.absorb(try world.answer(for: laptop), at: laptop)
    try world.expectEqual(laptop)
  }

  @Test func `a preview says what taking in does, and does none of it`() throws {
    let world = try World(laptops: 1)
    let row = try world.addHousehold("Xem trước", at: world.laptops[0])
    let stick = try world.pack(world.laptops[0])
    let digest = try world.centre.digest(of: world.scope)
    var rest = stick.streams[...]
    let preview = try world.centre.previewing {
      try world.centre.takeInCarried(by: "", clock: world.clock()) { rest.popFirst() }
    }
    #expect(try world.centre.digest(of: world.scope) == digest)
    #expect(try world.name(of: row, at: world.centre) == nil)
    #expect(try world.centre.carriedPacks().isEmpty)
    #expect(try world.centre.peers().first?.lastRound == nil)
    var taken = try world.takeIn(stick)
    taken.packed = preview.packed
    #expect(taken == preview)
  }

  @Test func `many streams are one pack and one return, all or nothing`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    for _ in 0..<24 { try world.addLongNotes(at: laptop) }
    let stick = try world.pack(laptop)
    try #require(stick.streams.count > 1)
    #expect(stick.streams.allSatisfy { $0.count <= Limits.streamBytes })

    let before = try world.centre.digest(of: world.scope)
    var cut = stick
    cut.streams.removeLast()
    var swapped = stick
    swapped.streams.swapAt(0, 1)
    let second = try world.pack(laptop)
    var mixed = stick
    mixed.streams[mixed.streams.count - 1] = second.streams[second.streams.count - 1]
    for wrong in [cut, swapped, mixed] {
      #expect(throws: ReplicaError.notOneRound) { try world.takeIn(wrong) }
      #expect(try world.centre.digest(of: world.scope) == before)
    }
    var damaged = stick
    damaged.streams[1][damaged.streams[1].count / 2] ^= 1
    #expect(throws: ProtocolError.self) { try world.takeIn(damaged) }
    #expect(try world.centre.digest(of: world.scope) == before)

    try world.takeIn(stick)
    let fresh = try world.addLaptop("fresh")
    let streams = try world.answer(for: fresh)
    #expect(streams.count > 1)
    try world.absorb(streams, at: fresh)
    try world.expectEqual(fresh)
    try world.absorb(try world.answer(for: laptop), at: laptop)
    try world.expectEqual(laptop)
  }

  @Test func `a pack is no request, a request no pack, and a return is for one laptop`() throws {
    let world = try World(laptops: 2)
    let (one, two) = (world.laptops[0], world.laptops[1])
    let row = try world.addHousehold("Một đường", at: one)
    let stick = try world.pack(one)
    let answer = try world.centre.answer(stick.streams[0], clock: world.clock())
    #expect(try ReceivedStream(decoding: answer.bytes).frames.first?.kind == .problem)
    #expect(try world.name(of: row, at: world.centre) == nil)

    let request = try world.request(of: one)
    var rest = [request.request][...]
    #expect(throws: ReplicaError.notOneRound) {
      _ = try world.centre.takeInCarried(by: "inbox", clock: world.clock()) { rest.popFirst() }
    }
    let streams = try world.answer(for: two)
    #expect(throws: ReplicaError.returnForAnother) { try world.absorb(streams, at: one) }
    #expect(throws: ProtocolError.malformed(.unexpectedFrame)) {
      _ = try two.absorbStarter(streams[0], clock: world.clock())
    }
    let starter = try world.centre.starter(for: one.identity.replica, clock: world.clock())
    #expect(throws: ReplicaError.notOneRound) { try world.absorb([starter], at: one) }
  }

  @Test func `keys and erasures go by hand, and are told once`() throws {
    let world = try World(laptops: 2)
    let (one, two) = (world.laptops[0], world.laptops[1])
    let row = try world.addHousehold("Có khoá", at: one)
    try world.carry(one)
    #expect(try one.keyring.unconfirmed(limit: 10).isEmpty)
    #expect(try world.pack(one).round.keys.isEmpty)
    try world.carry(two)
    #expect(try world.name(of: row, at: two) == "Có khoá")

    _ = try world.centre.erase(
      [row], reason: "asked", requested: nil, author: nil, clock: world.clock())
    for laptop in [one, two] {
      try world.carry(laptop)
      #expect(try world.name(of: row, at: laptop) == nil)
    }
    for laptop in [one, two] {
      #expect(try world.pack(laptop).round.erasures.contains(row))
      try world.carry(laptop)
      #expect(try world.pack(laptop).round.erasures.isEmpty)
      try world.expectEqual(laptop)
    }
    let confirmed = try world.centre.connection.integer(
      "SELECT count(*) FROM erasure_confirmation WHERE subject = ?", .integer(row.rawValue))
    #expect(confirmed == 2)
  }

  @Test func `a return brings a snapshot and the log behind it`() throws {
    let world = try World(laptops: 2)
    world.centre.snapshotPolicy.batches = 3
    world.centre.snapshotPolicy.partsPerAnswer = 1
    world.centre.snapshotPolicy.partBytes = 200
    let (one, two) = (world.laptops[0], world.laptops[1])
    for number in 0..<6 {
      _ = try world.addHousehold("Hộ \(number)", at: one)
      try world.carry(one)
    }
    try world.backUp()
    _ = try world.addHousehold("Sau bản chụp", at: one)
    try world.carry(one)
    let outcome = try world.carry(two)
    #expect(outcome.snapshotScopes == [world.scope] && outcome.blockedScopes.isEmpty)
    #expect(try two.base(of: world.scope) != nil)
    try world.expectEqual(two)
  }
}

extension World {
  /// A household whose notes do not compress: a quarter of a megabyte.
  fileprivate func addLongNotes(at laptop: Store) throws {
    try laptop.commit(author: nil, clock: clock()) { act in
      for _ in 0..<4 {
        let text = String(
          (0..<20_000).map { _ in
            Character(UnicodeScalar(UInt32.random(in: 0x4E00...0x9FFF, using: &random)) ?? "x")
          })
        _ = try act.create(
          HouseholdTable.definition, in: scope,
          [
            (HouseholdTable.number, .integer(try act.nextNumber(HouseholdTable.definition))),
            (HouseholdTable.name, .text(text)), (HouseholdTable.kind, .integer(1)),
          ])
      }
    }
  }
}

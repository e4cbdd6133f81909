import SQLite
import SyncProtocol
import Testing

@testable import Replica

@Suite struct SnapshotTests {
  /// A world whose first laptop has written and handed over so many households, one a batch, of
  /// which a verified backup and a snapshot exist.
  private func world(households count: Int, laptops: Int = 1, after: Int = 0) throws -> World {
    let world = try World(laptops: laptops)
    world.centre.snapshotPolicy.batches = 3
    try write(count, "Hộ", in: world)
    try world.backUp()
    try write(after, "Hộ sau", in: world)
    return world
  }

  private func write(_ count: Int, _ name: String, in world: World) throws {
    for number in 0..<count {
      _ = try world.addHousehold("\(name) \(number)", at: world.laptops[0])
      try world.sync(world.laptops[0])
    }
  }

  /// The whole snapshot that a laptop is offered, as one part.
  private func offered(to laptop: Store, in world: World) throws -> SnapshotPart {
    let answer = try world.centre.answer(
      try world.request(of: laptop).request, clock: world.clock())
    var whole: SnapshotPart?
    for frame in try ReceivedStream(decoding: answer.bytes).frames where frame.kind == .snapshot {
      let part: SnapshotPart = try frame.message()
      if whole == nil { whole = part } else { whole?.bytes += part.bytes }
    }
    return try #require(whole)
  }

  @Test func `a new laptop gets a snapshot and the rest as batches`() throws {
    let world = try world(households: 6, after: 2)
    let fresh = try world.addLaptop("fresh")
    var outcomes: [RoundOutcome] = []
    try world.sync(fresh) { outcomes.append($0) }
    #expect(outcomes.contains { $0.snapshotScopes == [world.scope] })
    #expect(try fresh.digest(of: world.scope) == world.centre.digest(of: world.scope))
    #expect(try fresh.cursor(world.scope) == world.centre.cursor(world.scope))
    #expect(
      try fresh.connection.integer(
        "SELECT count(*) FROM batch WHERE scope = ?", .integer(world.scope.rawValue)) == 2)
    #expect(try fresh.verify().findings.isEmpty)
    #expect(try fresh.fetches.all().isEmpty)

    // It builds upon what it got, and what it builds arrives.
    let row = try #require(try world.firstHousehold(at: fresh))
    try fresh.commit(author: nil, clock: world.clock()) {
      try $0.write(HouseholdTable.definition, row, [(HouseholdTable.phone, .text("0912000009"))])
    }
    try world.sync(fresh)
    try world.sync(world.laptops[0])
    #expect(
      try world.laptops[0].digest(of: world.scope) == world.centre.digest(of: world.scope))
    #expect(try fresh.digest(of: world.scope) == world.centre.digest(of: world.scope))
    #expect(try fresh.verify().findings.isEmpty)
  }

  @Test func `nothing that no backup holds is handed out as a snapshot`() throws {
    let world = try World(laptops: 1)
    world.centre.snapshotPolicy.batches = 3
    try write(6, "Hộ", in: world)
    try world.centre.refreshSnapshots(clock: world.clock())
    #expect(try world.centre.snapshots(of: world.scope).count == 1)
    let fresh = try world.addLaptop("fresh")
    var bytes = 0
    try world.sync(fresh) { bytes += $0.snapshotBytes }
    #expect(bytes == 0)
    #expect(try fresh.digest(of: world.scope) == world.centre.digest(of: world.scope))
  }

  @Test func `unsent work of a laptop with old rows stands above the snapshot`() throws {
    let world = try world(households: 1, laptops: 2)
    let away = world.laptops[1]
    try world.sync(away)
    let row = try #require(try world.firstHousehold(at: away))
    try write(8, "Hộ mới", in: world)
    try world.backUp()
    let own = try world.addHousehold("Viết lúc đi xa", at: away)
    try away.commit(author: nil, clock: world.clock()) {
      try $0.write(HouseholdTable.definition, row, [(HouseholdTable.note, .text("đã gặp"))])
    }
    // One of the two is closed already and its receipt was lost.
    _ = try world.request(of: away)
    let late = try world.addHousehold("Chưa đóng gói", at: away)
    var outcomes: [RoundOutcome] = []
    try world.sync(away) { outcomes.append($0) }
    #expect(outcomes.contains { $0.snapshotScopes == [world.scope] })
    #expect(try world.name(of: own, at: away) == "Viết lúc đi xa")
    #expect(try world.name(of: own, at: world.centre) == "Viết lúc đi xa")
    #expect(try world.name(of: late, at: world.centre) == "Chưa đóng gói")
    #expect(try away.handOverStatus().notHandedOver == 0)
    #expect(try away.handOverStatus().written == 3)
    #expect(try away.digest(of: world.scope) == world.centre.digest(of: world.scope))
    #expect(try away.verify().findings.isEmpty)
  }

  @Test func `a copy that a snapshot reaches before it has written its work again reads all of it`()
    throws
  {
    let world = try world(households: 1, laptops: 2)
    let other = world.laptops[1]
    try world.sync(other)
    let copy = try world.copy(of: other)
    let row = try world.addHousehold("gốc", at: other)
    #expect(try world.addHousehold("chép", at: copy) == row)
    try world.sync(other)
    try write(6, "Hộ mới", in: world)
    try world.backUp()
    // The answer that says so begins a snapshot, and another brings its end.
    world.centre.snapshotPolicy.partBytes = 200
    world.centre.snapshotPolicy.partsPerAnswer = 1
    try world.syncEqual(copy)
    try world.syncEqual(other)
    for store in [world.centre, copy, other] {
      let names = try store.householdNames().filter { !$0.hasPrefix("Hộ") }
      #expect(names == ["chép", "gốc"])
    }
    try world.expectEqual([copy, other])
  }

  @Test func `a kill between fetching and taking in costs nothing`() throws {
    let world = try world(households: 6)
    let fresh = try world.addLaptop("fresh")
    try world.fetchSnapshots(at: fresh)
    #expect(try fresh.fetches.all().map(\.isWhole) == [true])
    let opened = try world.reopen(fresh, "fresh")
    var outcomes: [RoundOutcome] = []
    try world.sync(opened) { outcomes.append($0) }
    #expect(outcomes.contains { $0.snapshotScopes == [world.scope] })
    #expect(try opened.digest(of: world.scope) == world.centre.digest(of: world.scope))
    #expect(try opened.verify().findings.isEmpty)
  }

  @Test func `a fetch goes on behind its last byte, also after a restart`() throws {
    let world = try world(households: 6)
    let fresh = try world.addLaptop("fresh")
    var part = try offered(to: fresh, in: world)
    let whole = part.bytes
    part.bytes = Array(whole[..<100])
    #expect(try fresh.fetches.add(part, epoch: 0) == 100)
    #expect(try fresh.fetches.add(part, epoch: 0) == 0)
    part.offset = 150
    #expect(try fresh.fetches.add(part, epoch: 0) == 0)
    let opened = try world.reopen(fresh, "fresh")
    var bytes = 0
    try world.sync(opened) { bytes += $0.snapshotBytes }
    #expect(bytes == whole.count - 100)
    #expect(try opened.digest(of: world.scope) == world.centre.digest(of: world.scope))
  }

  @Test func `a snapshot that is replaced while being fetched starts anew`() throws {
    let world = try world(households: 6)
    let fresh = try world.addLaptop("fresh")
    var part = try offered(to: fresh, in: world)
    part.bytes = Array(part.bytes[..<60])
    _ = try fresh.fetches.add(part, epoch: 0)
    for round in 0..<4 {
      try write(4, "Vòng \(round)", in: world)
      try world.backUp()
    }
    #expect(try world.centre.snapshots(of: world.scope).count <= 3)
    try world.sync(fresh)
    #expect(try fresh.digest(of: world.scope) == world.centre.digest(of: world.scope))
    #expect(try fresh.verify().findings.isEmpty)
  }

  @Test func `no truncated or flipped snapshot is believed, and the log is asked for instead`()
    throws
  {
    for damage in ["flip head", "flip rows", "cut", "swap"] {
      let world = try world(households: 6)
      let fresh = try world.addLaptop("fresh")
      var part = try offered(to: fresh, in: world)
      switch damage {
      case "flip head": part.bytes[70] ^= 1
      case "flip rows": part.bytes[part.bytes.count - 5] ^= 1
      case "cut":
        part.bytes.removeLast(9)
        part.totalByteCount -= 9
      default: part.snapshot = ContentHash.zero
      }
      _ = try fresh.fetches.add(part, epoch: 0)
      var outcomes: [RoundOutcome] = []
      try world.sync(fresh) { outcomes.append($0) }
      // What is not even whole is fetched again; what is whole and wrong is not.
      let isTaken = outcomes.contains { !$0.snapshotScopes.isEmpty }
      #expect(isTaken != damage.hasPrefix("flip"), "\(damage)")
      #expect(
        try fresh.digest(of: world.scope) == world.centre.digest(of: world.scope), "\(damage)")
      #expect(try fresh.verify().findings.isEmpty, "\(damage)")
    }
  }

  @Test func `a laptop silent for more than 90 days bootstraps and its work is accepted`() throws {
    let world = try world(households: 1, laptops: 2)
    world.centre.snapshotPolicy.batches = 1_000
    let away = world.laptops[1]
    try world.sync(away)
    let own = try world.addHousehold("Trước khi đi", at: away)
    try write(2, "Hộ mới", in: world)
    let before = try world.centre.stableThrough(world.scope, at: world.clock().wall)
    world.pass(milliseconds: Store.leaseMilliseconds + 1)
    try world.sync(world.laptops[0])
    // Others may drop what it lacks.
    let after = try world.centre.stableThrough(world.scope, at: world.clock().wall)
    #expect(before < after)
    _ = try world.centre.makeSnapshot(of: world.scope, clock: world.clock())
    try world.backUp()
    var outcomes: [RoundOutcome] = []
    try world.sync(away) { outcomes.append($0) }
    #expect(outcomes.contains { $0.snapshotScopes == [world.scope] })
    #expect(try world.name(of: own, at: world.centre) == "Trước khi đi")
    #expect(try away.digest(of: world.scope) == world.centre.digest(of: world.scope))
  }

  @Test func `a row without sealed values takes at most 60 bytes of a snapshot`() throws {
    let world = try World(laptops: 0)
    var random = SeededGenerator(seed: 4)
    let household = try world.addHousehold("Hộ", at: world.centre)
    let count = 3_000
    for start in stride(from: 0, to: count, by: 500) {
      try world.centre.commit(author: nil, clock: world.clock()) { act in
        for number in start..<start + 500 {
          _ = try act.create(
            VisitTable.definition, in: world.scope,
            [
              (VisitTable.number, .integer(Int64(number))),
              (VisitTable.household, .integer(household.rawValue)),
              (VisitTable.date, .integer(20_700 + Int64.random(in: 0..<365, using: &random))),
              (VisitTable.startMinute, .integer(Int64.random(in: 0..<1_440, using: &random))),
              (VisitTable.minutes, .integer(Int64.random(in: 5..<120, using: &random))),
              (VisitTable.outcome, .integer(Int64.random(in: 1...6, using: &random))),
            ])
        }
      }
    }
    let snapshot = try world.centre.makeSnapshot(of: world.scope, clock: world.clock())
    #expect(snapshot.byteCount <= 60 * count, "\(snapshot.byteCount / count) bytes a row")
  }
}

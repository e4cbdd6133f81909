import SyncProtocol
import Testing

@testable import Replica

@Suite struct ReviewOfSetsTests {
  private let visits = VisitTable.definition
  private let participants = VisitTable.participants

  private func elements(_ row: RowID, at store: Store) throws -> [Int64] {
    try #require(try store.row(visits.id, row)).heads(of: participants.id)
      .compactMap(\.value.integer).sorted()
  }

  private func addVisit(_ world: World) throws -> RowID {
    let row = try world.laptops[0].commit(author: nil, clock: world.clock()) {
      try $0.create(
        visits, in: world.scope, [(VisitTable.date, .integer(20_700)), (participants, .integer(4))])
    }
    try world.syncAll()
    return row
  }

  private func expectEqual(_ world: World) throws {
    for laptop in world.laptops {
      #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
      #expect(try laptop.verify().findings.isEmpty)
    }
  }

  @Test func `an element that is not accepted is removed, and comes back when it is`() throws {
    let world = try World.judging(laptops: 2)
    let row = try addVisit(world)
    try world.laptops[1].commit(author: nil, clock: world.clock()) { act in
      try act.add(visits, row, participants, .integer(-3))
      try act.add(visits, row, participants, .integer(9))
    }
    try world.syncAll()
    for store in world.laptops + [world.centre] { #expect(try elements(row, at: store) == [4, 9]) }
    try world.rule(.admit, 1)
    try world.syncAll()
    for store in world.laptops { #expect(try elements(row, at: store) == [-3, 4, 9]) }
    try expectEqual(world)
  }

  @Test func `of two writes of one batch that are not accepted each gives way alone`() throws {
    let world = try World.judging(laptops: 2)
    let row = try addVisit(world)
    try world.laptops[1].commit(author: MarkJudge.badAuthor, clock: world.clock()) { act in
      try act.add(visits, row, participants, .integer(-30))
      try act.remove(visits, row, participants, .integer(4))
    }
    try world.syncAll()
    for store in world.laptops + [world.centre] { #expect(try elements(row, at: store) == [4]) }
    try world.rule(.admit, 1)
    try world.syncAll()
    for store in world.laptops { #expect(try elements(row, at: store) == [-30, 4]) }
    try expectEqual(world)
  }

  @Test func `an element whose removal is not accepted is there again, unless another removed it`()
    throws
  {
    let world = try World.judging(laptops: 2)
    let row = try addVisit(world)
    try world.laptops[1].commit(author: MarkJudge.badAuthor, clock: world.clock()) {
      try $0.remove(visits, row, participants, .integer(4))
    }
    try world.syncAll()
    for store in world.laptops + [world.centre] { #expect(try elements(row, at: store) == [4]) }
    try world.rule(.admit, 1)
    try world.syncAll()
    for store in world.laptops { #expect(try elements(row, at: store) == []) }
    try world.rule(.reject, 1)
    try world.syncAll()
    for store in world.laptops { #expect(try elements(row, at: store) == [4]) }
    // Now both remove it, one of them rightly.
    for (laptop, author) in [(0, nil), (1, MarkJudge.badAuthor)] {
      try world.laptops[laptop].commit(author: author, clock: world.clock()) {
        try $0.remove(visits, row, participants, .integer(4))
      }
    }
    try world.syncAll()
    for store in world.laptops + [world.centre] { #expect(try elements(row, at: store) == []) }
    try expectEqual(world)
  }

  @Test func `a delete that is not accepted is removed, and hides the row when it is`() throws {
    let world = try World.judging(laptops: 2)
    let row = try addVisit(world)
    try world.laptops[1].commit(author: MarkJudge.badAuthor, clock: world.clock()) {
      try $0.delete(visits, row)
    }
    try world.syncAll()
    for store in world.laptops + [world.centre] {
      #expect(try store.row(visits.id, row)?.deletion == RowState.Deletion.none)
    }
    try world.rule(.admit, 1)
    try world.syncAll()
    for store in world.laptops { #expect(try store.row(visits.id, row)?.deletion == .deleted) }
    try expectEqual(world)
  }

  @Test func `a delete that saw what was neutralised covers what stands in its place`() throws {
    let world = try World.judging(laptops: 2)
    let row = try addVisit(world)
    try world.laptops[1].commit(author: nil, clock: world.clock()) { act in
      try act.write(visits, row, [(VisitTable.date, .integer(-4))])
      try act.delete(visits, row)
    }
    try world.syncAll()
    for store in world.laptops + [world.centre] {
      let state = try #require(try store.row(visits.id, row))
      #expect(state.shown(VisitTable.date.id)?.value == .integer(20_700))
      #expect(state.deletion == .deleted)
    }
    try expectEqual(world)
    // Undone by whoever sees both deletes, nothing of them is left.
    try world.laptops[0].commit(author: nil, clock: world.clock()) {
      try $0.undelete(visits, row)
    }
    try world.syncAll()
    for store in world.laptops + [world.centre] {
      #expect(try store.row(visits.id, row)?.deletion == RowState.Deletion.none)
    }
    try expectEqual(world)
  }

  @Test func `a batch that was held is judged when it is merged`() throws {
    let world = try World.judging(laptops: 1)
    let laptop = world.laptops[0]
    let row = try world.addHousehold("Vi Văn Nọi", at: laptop)
    func close() throws -> [UInt8] {
      _ = try laptop.makeRequest(
        Store.Report(freeDiskBytes: nil, software: "test"), clock: world.clock(),
        random: &world.random)
      return try #require(
        try laptop.connection.rows("SELECT encoded FROM batch ORDER BY position") {
          try $0.bytes(at: 0)
        }.last)
    }
    let first = try close()
    try world.write("!muộn", to: HouseholdTable.name, of: row, at: laptop)
    let second = try close()
    // The keys come before the batches that use them.
    try world.centre.keyring.add(
      laptop.keyring.unconfirmed(limit: 99), isConfirmed: true, givesNumbers: true)
    try world.centre.keyring.commit()
    #expect(try world.centre.receive([second], clock: world.clock()).map(\.state) == [.held])
    #expect(try world.centre.reviews().isEmpty)
    #expect(
      try world.centre.receive([first, second, first], clock: world.clock()).map(\.state)
        == [.merged, .duplicate, .duplicate])
    #expect(try world.centre.reviews().map(\.detail) == ["mark"])
    #expect(try world.text(HouseholdTable.name, of: row, at: world.centre) == "Vi Văn Nọi")
    try world.syncAll()
    try expectEqual(world)
  }

  @Test func `a batch that needed an upgrade is merged and judged by the program that knows it`()
    throws
  {
    let world = try World.judging(laptops: 1)
    let laptop = world.laptops[0]
    let row = try world.addHousehold("!Khang", at: laptop)
    _ = try laptop.makeRequest(
      Store.Report(freeDiskBytes: nil, software: "test"), clock: world.clock(),
      random: &world.random)
    let encoded = try #require(
      try laptop.connection.row("SELECT encoded FROM batch") { try $0.bytes(at: 0) })
    // An earlier program could not merge it, and kept it.
    try world.centre.transaction {
      try world.centre.keep(
        Batch(decoding: encoded, primitives: .standard), state: .needsUpgrade, isGranted: true,
        at: world.clock().wall)
    }
    #expect(try world.centre.row(HouseholdTable.definition.id, row) == nil)
    let upgraded = try Store(
      at: Store.Location(path: world.folder.appendingPathComponent("centre.sqlite").path),
      identity: world.centre.identity,
      machine: MachineIdentity(bootID: "b", machineID: "c", fileIdentity: "f"),
      storeKey: World.storeKey, random: &world.random)
    upgraded.judge = MarkJudge()
    #expect(try upgraded.row(HouseholdTable.definition.id, row) != nil)
    try upgraded.keyring.add(
      try laptop.keyring.unconfirmed(limit: 1), isConfirmed: true, givesNumbers: true)
    try upgraded.keyring.commit()
    _ = try upgraded.receive([], clock: world.clock())
    #expect(try upgraded.reviews().map(\.detail) == ["mark"])
    #expect(try world.text(HouseholdTable.name, of: row, at: upgraded) == nil)
    try world.sync(laptop)
    #expect(try laptop.digest(of: world.scope) == upgraded.digest(of: world.scope))
  }
}

import SyncProtocol
import Testing

@testable import Replica

/// Batches that were declared lost, and came to some: what snapshots, repairs, copies and other
/// lives of the centre make of them.
@Suite struct LostBatchTests {
  /// A laptop's batch that created a household, that only its neighbour got and built upon, and that
  /// the centre declared lost before it came there after all.
  private func worldWithAdopted() throws -> (world: World, row: RowID, lost: Batch) {
    let world = try World.judging(laptops: 3)
    let (author, neighbour) = (world.laptops[0], world.laptops[1])
    _ = try world.addHousehold("Hộ đầu", at: author)
    try world.syncAll()
    let row = try world.addHousehold("Hộ mất", at: author)
    let lost = try world.lastClosed(of: author)
    #expect(try world.carry(lost, to: neighbour) == .merged)
    try world.setKind(3, of: row, at: neighbour)
    #expect(try world.carry(world.lastClosed(of: neighbour), to: world.centre) == .held)
    #expect(try world.declareMissing() == 1)
    #expect(try world.carry(lost, to: world.centre) == .lost)
    return (world, row, lost)
  }

  @Test func `a lost batch stays out of a snapshot that has what was written in its place`() throws
  {
    let (world, row, lost) = try worldWithAdopted()
    world.centre.snapshotPolicy.batches = 1
    try world.backUp()
    // Its author and its neighbour both have it, merged.
    for laptop in world.laptops[..<2] {
      #expect(try laptop.logEntry(lost.hash)?.state == .merged)
      #expect(try world.syncEqual(laptop).contains(world.scope))
      #expect(try laptop.logEntry(lost.hash)?.state == .lost)
    }
    for laptop in world.laptops { try world.syncEqual(laptop) }
    try world.expectEqual(world.laptops)
    for store in world.laptops + [world.centre] {
      #expect(try world.kind(of: row, at: store) == 3)
      #expect(try store.connection.integer("SELECT count(*) FROM household") == 2)
      #expect(try store.conflicts().isEmpty)
    }
  }

  @Test func `an earlier life's lost batch stays out of a snapshot as well`() throws {
    let world = try World.judging(laptops: 3)
    let (writer, holder) = (world.laptops[0], world.laptops[1])
    let row = try world.addHousehold("Bàn Thị Mui", at: writer)
    try world.syncAll()
    let backup = try world.backupOfCentre()
    try world.setKind(2, of: row, at: world.centre)
    let lost = try world.lastMerged(at: world.centre)
    for laptop in [writer, holder] { try world.syncEqual(laptop) }
    try world.setKind(3, of: row, at: writer)
    let edit = try world.lastClosed(of: writer)
    try world.restoreCentre(backup, epoch: 1)
    #expect(try world.carry(edit, to: world.centre) == .held)
    #expect(try world.declareMissing() == 1)
    #expect(try world.carry(lost, to: world.centre) == .lost)
    world.centre.snapshotPolicy.batches = 1
    try world.backUp()
    for laptop in [writer, holder] {
      #expect(try laptop.logEntry(lost.hash)?.state == .merged)
      #expect(try world.syncEqual(laptop).contains(world.scope))
      #expect(try laptop.logEntry(lost.hash)?.state == .lost)
    }
    for laptop in world.laptops { try world.syncEqual(laptop) }
    try world.expectEqual(world.laptops)
    for store in world.laptops + [world.centre] {
      #expect(try world.kind(of: row, at: store) == 3)
      #expect(try store.conflicts().isEmpty)
    }
  }

  @Test func `a repair brings no lost batch to life under what was written in its place`() throws {
    let (world, row, lost) = try worldWithAdopted()
    let author = world.laptops[0]
    for laptop in world.laptops + world.laptops { try world.syncEqual(laptop) }
    try world.expectEqual(world.laptops)
    #expect(try author.logEntry(lost.hash)?.state == .merged)
    // As a failing disk damages it: nothing that keeps sums is told.
    try author.connection.execute(
      "UPDATE household SET name = CAST('hỏng' AS BLOB) WHERE rid = ?", .integer(row.rawValue))
    world.wait(hours: 25)
    var repaired: [ScopeID] = []
    for _ in 0..<6 { repaired += try world.round(author).repairedScopes }
    #expect(repaired == [world.scope])
    #expect(try author.logEntry(lost.hash)?.state == .merged)
    try world.expectEqual([author])
    #expect(try world.kind(of: row, at: author) == 3)
  }

  @Test func `a lost batch that comes before what it stands upon waits for that`() throws {
    let world = try World.judging(laptops: 3)
    let (author, neighbour, other) = (world.laptops[0], world.laptops[1], world.laptops[2])
    // The author knows the neighbour's key.
    _ = try world.addHousehold("Hộ đầu", at: neighbour)
    try world.syncAll()
    let row = try world.addHousehold("Bàn Thị Mui", at: neighbour)
    let created = try world.lastClosed(of: neighbour)
    #expect(try world.carry(created, to: author) == .merged)
    try world.setKind(3, of: row, at: author)
    let lost = try world.lastClosed(of: author)
    _ = try world.addHousehold("Hộ hai", at: author)
    #expect(try world.carry(world.lastClosed(of: author), to: world.centre) == .held)
    #expect(try world.declareMissing() == 1)
    #expect(try world.carry(lost, to: world.centre) == .held)
    // Whoever hears only this much must end like whoever has had it all.
    try world.syncEqual(other)
    #expect(try world.carry(created, to: world.centre) == .merged)
    #expect(try world.centre.logEntry(lost.hash)?.state == .lost)
    for laptop in world.laptops + world.laptops { try world.syncEqual(laptop) }
    try world.expectEqual(world.laptops)
    for store in world.laptops + [world.centre] {
      #expect(try world.kind(of: row, at: store) == 3)
      #expect(try store.conflicts().isEmpty)
    }
  }

  /// A household that a laptop and its copy closed each in a batch of its own; the laptop's was
  /// declared lost.
  private struct ClosedTwice {
    let world: World
    let laptop: Store
    let copy: Store
    let original: Batch
    let twin: Batch
    let next: Batch

    init() throws {
      world = try World.judging(laptops: 2)
      laptop = world.laptops[0]
      _ = try world.addHousehold("Hộ đầu", at: laptop)
      try world.syncAll()
      _ = try world.addHousehold("Đóng hai lần", at: laptop)
      copy = try world.copy(of: laptop)
      original = try world.lastClosed(of: laptop)
      twin = try world.lastClosed(of: copy)
      _ = try world.addHousehold("Hộ ba", at: laptop)
      next = try world.lastClosed(of: laptop)
    }

    /// The laptop's closing goes astray, and is given up.
    func loseOriginal() throws {
      #expect(try world.carry(next, to: world.centre) == .held)
      #expect(try world.declareMissing() == 1)
    }

    func expectEqual() throws {
      let stores = world.laptops + [copy]
      for store in stores + stores { try world.syncEqual(store) }
      try world.expectEqual(stores)
      for store in stores + [world.centre] {
        #expect(try store.connection.integer("SELECT count(*) FROM household") == 3)
        #expect(try store.conflicts().isEmpty)
      }
    }
  }

  @Test func `a copy's closing of what a lost batch said is merged, and nothing is said twice`()
    throws
  {
    let closed = try ClosedTwice()
    let world = closed.world
    try closed.loseOriginal()
    #expect(try world.carry(closed.original, to: world.centre) == .lost)
    _ = try world.round(closed.copy)
    #expect(try world.centre.logEntry(closed.twin.hash)?.state == .merged)
    #expect(try world.centre.logIncidents().allSatisfy { $0.kind != .collision })
    // The word that the other branch's batch is lost came in the same answer as the receipt.
    #expect(try closed.copy.isLost(closed.original.tip, in: world.scope))
    #expect(try world.receipt(of: closed.twin, at: closed.copy) == .fork)
    try closed.expectEqual()
  }

  @Test func `what the centre wrote in a lost batch's place stands alone, whatever comes after it`()
    throws
  {
    let world = try World.judging(laptops: 4)
    let (author, neighbour, other) = (world.laptops[0], world.laptops[1], world.laptops[2])
    _ = try world.addHousehold("Hộ đầu", at: author)
    try world.syncAll()
    let row = try world.addHousehold("Đóng hai lần", at: author)
    let copy = try world.copy(of: author)
    let lost = try world.lastClosed(of: author)
    let twin = try world.lastClosed(of: copy)
    #expect(try world.carry(lost, to: neighbour) == .merged)
    try world.setKind(3, of: row, at: neighbour)
    #expect(try world.carry(world.lastClosed(of: neighbour), to: world.centre) == .held)
    #expect(try world.declareMissing() == 1)
    #expect(try world.carry(lost, to: world.centre) == .lost)
    try world.syncEqual(other)
    // No later batch of the author's has raised the mark of its session.
    #expect(try world.carry(twin, to: world.laptops[3]) == .merged)
    _ = try world.carry(twin, to: world.centre)
    #expect(try world.centre.logEntry(twin.hash)?.state == .merged)
    let stores = world.laptops + [copy]
    for store in stores + stores { try world.syncEqual(store) }
    try world.expectEqual(stores)
    for store in stores + [world.centre] {
      #expect(try world.kind(of: row, at: store) == 3)
      #expect(
        try store.row(HouseholdTable.definition.id, row)?.heads(of: HouseholdTable.name.id).count
          == 1)
      #expect(try store.connection.integer("SELECT count(*) FROM household") == 2)
      #expect(try store.conflicts().isEmpty)
      #expect(try store.verify(.deep).findings.isEmpty)
    }
  }

  /// What is not accepted replaces nothing, in whatever order it comes.
  @Test(arguments: [(written: Int64(3), standing: Int64(3)), (written: -3, standing: 1)])
  func `a write that was replaced behind a lost batch does not come to life when it comes`(
    written: Int64, standing: Int64
  ) throws {
    let world = try World.judging(laptops: 3)
    let (author, neighbour) = (world.laptops[0], world.laptops[1])
    _ = try world.addHousehold("Hộ đầu", at: author)
    try world.syncAll()
    let row = try world.addHousehold("Đóng hai lần", at: author)
    let copy = try world.copy(of: author)
    let (twin, lost) = try (world.lastClosed(of: author), world.lastClosed(of: copy))
    #expect(try world.carry(lost, to: neighbour) == .merged)
    try world.setKind(written, of: row, at: neighbour)
    #expect(try world.carry(world.lastClosed(of: neighbour), to: world.centre) == .held)
    #expect(try world.declareMissing() > 0)
    // The centre has the edit, and only then what it replaced.
    _ = try world.carry(twin, to: world.centre)
    #expect(try world.centre.logEntry(twin.hash)?.state == .merged)
    let stores = world.laptops + [copy]
    for store in stores + stores { try world.syncEqual(store) }
    try world.expectEqual(stores)
    for store in stores + [world.centre] {
      let shown = try store.row(HouseholdTable.definition.id, row)
      #expect(shown?.heads(of: HouseholdTable.kind.id).map(\.value) == [.integer(standing)])
      #expect(try store.conflicts().isEmpty)
      #expect(try store.verify(.deep).findings.isEmpty)
    }
  }

  @Test func `what a new life has of one branch is not offered for a lost batch of the other`()
    throws
  {
    let closed = try ClosedTwice()
    let world = closed.world
    let backup = try world.backupOfCentre()
    try world.syncEqual(closed.copy)
    try closed.loseOriginal()
    try world.syncEqual(closed.copy)
    #expect(try closed.copy.isLost(closed.original.tip, in: world.scope))
    try world.restoreCentre(backup, epoch: 1)
    // The new life has not heard that anything is lost.
    #expect(try world.carry(closed.twin, to: world.centre) == .merged)
    for _ in 0..<3 where try closed.copy.cursor(world.scope).epoch == 0 {
      _ = try world.round(closed.copy)
    }
    #expect(try closed.copy.cursor(world.scope).epoch == 1)
    #expect(try world.receipt(of: closed.twin, at: closed.copy) == .duplicate)
    try closed.expectEqual()
  }

  @Test func `a batch below a lost one that is numbered above a snapshot counts as merged`() throws
  {
    let world = try World.judging(laptops: 3)
    world.centre.snapshotPolicy.batches = 1
    let (laptop, neighbour) = (world.laptops[0], world.laptops[1])
    _ = try world.addHousehold("Hộ đầu", at: laptop)
    try world.syncAll()
    _ = try world.addHousehold("Đóng hai lần", at: laptop)
    let copy = try world.copy(of: laptop)
    let original = try world.lastClosed(of: laptop)
    // The copy's chain has the same, then a batch that is lost, then one more.
    #expect(try world.carry(world.lastClosed(of: copy), to: world.centre) == .merged)
    _ = try world.addHousehold("Mất", at: copy)
    _ = try world.lastClosed(of: copy)
    _ = try world.addHousehold("Hộ tư", at: copy)
    #expect(try world.carry(world.lastClosed(of: copy), to: world.centre) == .held)
    #expect(try world.declareMissing() == 1)
    try world.backUp()
    // A neighbour has fetched the snapshot, and is killed before it takes it in.
    try world.fetchSnapshots(at: neighbour)
    #expect(try world.carry(original, to: neighbour) == .merged)
    _ = try world.request(of: neighbour)
    #expect(try neighbour.base(of: world.scope) != nil)
    #expect(try neighbour.logEntry(original.hash)?.state == .lost)
    try world.syncEqual(neighbour)
    #expect(try world.centre.logEntry(original.hash)?.arrival != nil)
    #expect(try neighbour.logEntry(original.hash)?.state == .merged)
    let tips = try world.centre.frontier.tips(world.scope, laptop.identity.replica)
    #expect(try neighbour.frontier.tips(world.scope, laptop.identity.replica) == tips)
    for store in world.laptops + [copy] + world.laptops { try world.syncEqual(store) }
    try world.expectEqual(world.laptops + [copy])
  }

  @Test func `a lost batch that waited within its request is told to be lost`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Hộ đầu", at: laptop)
    let copy = try world.copy(of: laptop)
    try world.syncEqual(laptop)
    // The copy closes the same anew: a branch of its own, of which the centre has only the end.
    let first = try world.lastClosed(of: copy)
    let row = try world.addHousehold("Hộ hai", at: copy)
    let lost = try world.lastClosed(of: copy)
    try world.setKind(3, of: row, at: copy)
    #expect(try world.carry(world.lastClosed(of: copy), to: world.centre) == .held)
    #expect(try world.declareMissing() == 1)
    let request = try world.resigned(
      try world.request(of: copy).request, by: copy.identity.signer
    ) { frames in
      let places = frames.indices.filter { frames[$0].kind == .batch }
      frames.swapAt(places[0], places[1])
    }
    let answer = try world.centre.answer(request, clock: world.clock())
    let receipts: [Receipt] = try ReceivedStream(decoding: answer.bytes).frames
      .filter { $0.kind == .receipt }.map { try $0.message() }
    #expect(receipts.map(\.batch).starts(with: [lost.hash, first.hash]))
    #expect(receipts.map(\.state).starts(with: [.lost, .fork]))
    for store in [copy, laptop] { try world.syncEqual(store) }
    try world.expectEqual([laptop, copy])
  }
}

import SyncProtocol
import Testing

@testable import Replica

@Suite struct GapTests {
  private let day: Int64 = 25 * 3_600_000

  /// A laptop whose second batch is missing at the centre, which holds the third.
  private func worldWithGap() throws -> (world: World, row: RowID, batches: [[UInt8]]) {
    let world = try World.judging(laptops: 3)
    let laptop = world.laptops[0]
    let row = try world.addHousehold("Bàn Thị Mui", at: laptop)
    // The key of what is written later goes along now: a lost batch takes no key with it.
    try world.write("ghi trước", to: HouseholdTable.note, of: row, at: laptop)
    try world.syncAll()
    try world.write("Bàn Thị Muôi", to: HouseholdTable.name, of: row, at: laptop)
    _ = try world.addHousehold("chỉ có trong gói mất", at: laptop)
    _ = try world.closedBatches(of: laptop)
    try world.write("0912345678", to: HouseholdTable.phone, of: row, at: laptop)
    let all = try world.closedBatches(of: laptop)
    #expect(all.count == 3)
    #expect(try world.centre.receive([all[2]], clock: world.clock()).map(\.state) == [.held])
    return (world, row, all)
  }

  @Test func `a hold says what is missing, who waits and since when`() throws {
    let (world, _, all) = try worldWithGap()
    let holds = try world.centre.holds()
    let missing = try Batch(decoding: all[1], primitives: .standard)
    #expect(holds.map(\.missing) == [missing.tip])
    #expect(holds.first?.waiting == [world.laptops[0].identity.replica])
    #expect(holds.first?.operations == 1)
    let now = world.clock().wall
    #expect(holds.first?.isIncident(at: now) == false)
    #expect(holds.first?.isIncident(at: Timestamp(rawValue: now.rawValue + day)) == true)
    #expect(throws: ReplicaError.gapTooFresh) {
      try world.centre.declareLost(missing.hash, by: "An", note: nil, clock: world.clock())
    }
    #expect(throws: ReplicaError.notMissing) {
      try world.centre.declareLost(.zero, by: "An", note: nil, clock: world.clock(offset: day))
    }
  }

  @Test func `what waited for a lost batch is merged by everybody who hears of it`() throws {
    let (world, row, _) = try worldWithGap()
    #expect(try world.declareMissing(isDryRun: true) == 1)
    #expect(try world.centre.holds().count == 1)
    #expect(try world.declareMissing() == 1)
    #expect(try world.centre.holds().isEmpty)
    for laptop in world.laptops[1...] {
      try world.sync(laptop)
      #expect(try world.text(HouseholdTable.phone, of: row, at: laptop) == "0912345678")
      #expect(try world.text(HouseholdTable.name, of: row, at: laptop) == "Bàn Thị Mui")
    }
    try world.expectEqual(Array(world.laptops[1...]))
  }

  @Test func `a lost batch that comes after all is kept for reading, and written anew`() throws {
    let (world, row, all) = try worldWithGap()
    let lost = try Batch(decoding: all[1], primitives: .standard)
    // One laptop had got the batch from its neighbour before the gap was declared.
    #expect(
      try world.laptops[1].receive([all[1]], clock: world.clock()).map(\.state) == [.merged])
    _ = try world.declareMissing()
    try world.sync(world.laptops[2])
    try world.expectEqual([world.laptops[2]])
    // Its author still lives, and so does the neighbour's copy.
    try world.syncAll()
    #expect(try world.centre.logEntry(lost.hash)?.state == .lost)
    #expect(try world.centre.logEntry(lost.hash)?.arrival == nil)
    #expect(try world.laptops[2].logEntry(lost.hash) == nil)
    for store in world.laptops + [world.centre] {
      #expect(try world.text(HouseholdTable.name, of: row, at: store) == "Bàn Thị Muôi")
      #expect(
        try store.connection.integer("SELECT count(*) FROM household WHERE hidden IS NULL") == 2)
      #expect(try store.conflicts().isEmpty)
    }
    try world.expectEqual(world.laptops)
    #expect(Set(try world.centre.reviews().map(\.reason)) == ["declared-lost"])
    #expect(try world.centre.reviews().allSatisfy { $0.state == .admitted })
    #expect(try world.laptops[0].handOverStatus().notHandedOver == 0)
    // A person may still take it back.
    let review = try #require(try world.centre.reviews().first { $0.row == row })
    _ = try world.centre.rule(
      on: review.id, .reject, by: "An", note: nil, clock: world.clock())
    try world.syncAll()
    for store in world.laptops + [world.centre] {
      #expect(try world.text(HouseholdTable.name, of: row, at: store) == "Bàn Thị Mui")
    }
    try world.expectEqual(world.laptops)
  }

  @Test func `an author's store knows which of its batches were declared lost, and what of them`()
    throws
  {
    let (world, _, all) = try worldWithGap()
    let lost = try Batch(decoding: all[1], primitives: .standard)
    let author = world.laptops[0]
    _ = try world.declareMissing()
    #expect(try author.ownDeclaredLosses().isEmpty)
    try world.sync(author)
    #expect(try author.ownDeclaredLosses().map(\.fate) == [.handedOver])
    // As if the answer that brought the declaration had not brought the receipt.
    try author.connection.execute(
      "UPDATE batch SET receipt = NULL WHERE hash = ?", .blob(lost.hash.bytes))
    let known = try #require(try author.ownDeclaredLosses().first)
    #expect(known.fate == .shownHere && known.sequence == 2 && known.hash == lost.hash)
    #expect(known.declaredBy == "An" && known.note == "máy rơi xuống suối")
    #expect(known.operations == Int64(lost.header.operationCount) && known.closedAt != nil)
    var confirmed: Int64 = 0
    try world.sync(author) { confirmed += $0.confirmedOperations }
    #expect(confirmed == Int64(lost.header.operationCount))
    #expect(try author.ownDeclaredLosses().map(\.fate) == [.handedOver])
    try author.connection.execute("DELETE FROM batch WHERE hash = ?", .blob(lost.hash.bytes))
    let gone = try author.ownDeclaredLosses()
    #expect(gone.map(\.fate) == [.notHere] && gone.first?.operations == nil)
    #expect(try world.laptops[1].ownDeclaredLosses().isEmpty)
  }

  @Test func `an author believes what the centre wrote of its batches, and nobody else`() throws {
    let (world, _, _) = try worldWithGap()
    let (author, other) = (world.laptops[0], world.laptops[1])
    _ = try world.declareMissing()
    // The author knows the other's key.
    _ = try world.addHousehold("Hộ ba", at: other)
    for laptop in [other, author, other] { try world.sync(laptop) }
    let declared = try #require(try author.ownDeclaredLosses().first)
    let row = try #require(
      try author.connection.row("SELECT rid FROM gap") { RowID(rawValue: try $0.integer(at: 0)) })
    let gap = try #require(row)
    // A program without rules writes to the centre's row, and to one that the centre never made.
    try other.commit(author: nil, clock: world.clock()) { act in
      try act.write(
        GapTable.definition, gap,
        [(GapTable.declaredBy, .text("Kẻ lạ")), (GapTable.note, .text("đừng tin"))])
      let forged = try #require(RowID(rawValue: gap.rawValue + 1_000))
      let values: [(FieldDefinition, Value)] = [
        (GapTable.replica, .integer(Int64(author.identity.replica.rawValue))),
        (GapTable.sequence, .integer(1)), (GapTable.hash, .bytes(Array(repeating: 5, count: 32))),
      ]
      try act.apply(
        Operation(
          dot: try act.nextDot(), table: GapTable.definition.id, row: forged, author: nil,
          time: act.now, writes: values.map { FieldWrite($0.0.id, $0.1) }), in: world.scope)
    }
    #expect(try world.carry(world.lastClosed(of: other), to: author) == .merged)
    #expect(try author.connection.integer("SELECT count(*) FROM gap") == 2)
    let known = try author.ownDeclaredLosses()
    #expect(known.map(\.hash) == [declared.hash])
    let own = known.first { $0.hash == declared.hash }
    #expect(own?.declaredBy == nil && own?.note == nil)
    // The centre objects, and what it wrote itself is told again.
    try world.syncAll()
    #expect(try author.ownDeclaredLosses() == [declared])
  }

  @Test func `what others replaced since does not come back with a lost batch`() throws {
    let (world, row, all) = try worldWithGap()
    let neighbour = world.laptops[1]
    _ = try neighbour.receive([all[1]], clock: world.clock())
    try world.write("Bàn Thị Mùi", to: HouseholdTable.name, of: row, at: neighbour)
    let edit = try #require(try world.closedBatches(of: neighbour).last)
    // The edit names what nobody but the two laptops has.
    #expect(try world.centre.receive([edit], clock: world.clock()).map(\.state) == [.held])
    _ = try world.declareMissing()
    try world.sync(world.laptops[2])
    #expect(try world.text(HouseholdTable.name, of: row, at: world.laptops[2]) == "Bàn Thị Mùi")
    try world.syncAll()
    try world.expectEqual(world.laptops)
    for store in world.laptops + [world.centre] {
      #expect(try world.text(HouseholdTable.name, of: row, at: store) == "Bàn Thị Mùi")
      #expect(try store.conflicts().isEmpty)
    }
  }

  @Test func `a batch below a lost one that comes after all is lost too, and written anew`() throws
  {
    let world = try World.judging(laptops: 3)
    let (laptop, neighbour) = (world.laptops[0], world.laptops[1])
    let row = try world.addHousehold("Bàn Thị Mui", at: laptop)
    try world.syncAll()
    // Two batches in a row are missing at the centre, which sees only the second one missing.
    try world.write("Bàn Thị Muôi", to: HouseholdTable.name, of: row, at: laptop)
    _ = try world.closedBatches(of: laptop)
    _ = try world.addHousehold("chỉ có trong gói mất", at: laptop)
    _ = try world.closedBatches(of: laptop)
    try world.write("0912345678", to: HouseholdTable.phone, of: row, at: laptop)
    let all = try world.closedBatches(of: laptop)
    let below = try Batch(decoding: all[1], primitives: .standard)
    #expect(try world.centre.receive([all[3]], clock: world.clock()).map(\.state) == [.held])
    #expect(try neighbour.receive([all[1]], clock: world.clock()).map(\.state) == [.merged])
    #expect(try world.declareMissing() == 1)
    try world.sync(world.laptops[2])
    #expect(try world.centre.receive([all[1]], clock: world.clock()).map(\.state) == [.lost])
    #expect(try world.centre.lostTips(in: world.scope).contains(below.tip))
    try world.syncAll()
    #expect(try world.centre.logIncidents().allSatisfy { $0.kind != .collision })
    #expect(try laptop.copiedSince() == nil)
    for store in world.laptops + [world.centre] {
      #expect(try world.text(HouseholdTable.name, of: row, at: store) == "Bàn Thị Muôi")
      #expect(
        try store.connection.integer("SELECT count(*) FROM household WHERE hidden IS NULL") == 2)
      #expect(try store.conflicts().isEmpty)
    }
    try world.expectEqual(world.laptops)
    #expect(try laptop.handOverStatus().notHandedOver == 0)
  }

  @Test func `what waited for a batch below a lost one is merged when that comes`() throws {
    let world = try World.judging(laptops: 3)
    let (laptop, neighbour) = (world.laptops[0], world.laptops[1])
    let row = try world.addHousehold("Bàn Thị Mui", at: laptop)
    try world.syncAll()
    try world.write("Bàn Thị Muôi", to: HouseholdTable.name, of: row, at: laptop)
    _ = try world.closedBatches(of: laptop)
    _ = try world.addHousehold("chỉ có trong gói mất", at: laptop)
    _ = try world.closedBatches(of: laptop)
    try world.write("0912345678", to: HouseholdTable.phone, of: row, at: laptop)
    let all = try world.closedBatches(of: laptop)
    _ = try neighbour.receive([all[1]], clock: world.clock())
    try world.write("Bàn Thị Mùi", to: HouseholdTable.name, of: row, at: neighbour)
    let edit = try #require(try world.closedBatches(of: neighbour).last)
    _ = try world.centre.receive([all[3]], clock: world.clock())
    _ = try world.declareMissing()
    #expect(try world.centre.receive([edit], clock: world.clock()).map(\.state) == [.held])
    try world.sync(laptop)
    #expect(try world.centre.holds().isEmpty)
    try world.syncAll()
    try world.expectEqual(world.laptops)
    for store in world.laptops + [world.centre] {
      #expect(try world.text(HouseholdTable.name, of: row, at: store) == "Bàn Thị Mùi")
      #expect(try store.conflicts().isEmpty)
    }
  }

  @Test func `a new life's tip above a lost batch hides nothing that lies below it`() throws {
    let world = try World.judging(laptops: 3)
    let laptop = world.laptops[0]
    try world.syncAll()
    let backup = try world.backupOfCentre()
    let row = try world.addHousehold("Bàn Thị Mui", at: laptop)
    try world.sync(laptop)
    try world.restoreCentre(backup, epoch: 1)
    // The first batch went with the old life; of the others only the last one reaches the new one.
    try world.write("Bàn Thị Muôi", to: HouseholdTable.name, of: row, at: laptop)
    _ = try world.closedBatches(of: laptop)
    _ = try world.addHousehold("Hộ hai", at: laptop)
    let all = try world.closedBatches(of: laptop)
    #expect(all.count == 3)
    _ = try world.centre.receive([all[2]], clock: world.clock())
    #expect(try world.declareMissing() == 1)
    try world.syncAll()
    try world.expectEqual(world.laptops)
    for store in world.laptops + [world.centre] {
      #expect(try world.text(HouseholdTable.name, of: row, at: store) == "Bàn Thị Muôi")
      #expect(try store.connection.integer("SELECT count(*) FROM household") == 2)
    }
  }

  @Test func `a lost batch that a snapshot contains by its marks is merged no more`() throws {
    let (world, row, all) = try worldWithGap()
    let laptop = world.laptops[0]
    let lost = try Batch(decoding: all[1], primitives: .standard)
    _ = try world.declareMissing()
    world.centre.snapshotPolicy.batches = 1
    try world.backUp()
    try world.sync(laptop)
    #expect(try laptop.base(of: world.scope) != nil)
    #expect(try laptop.logEntry(lost.hash)?.state == .lost)
    try world.syncAll()
    try world.expectEqual(world.laptops)
    for store in world.laptops + [world.centre] {
      #expect(try world.text(HouseholdTable.name, of: row, at: store) == "Bàn Thị Muôi")
      #expect(try store.connection.integer("SELECT count(*) FROM household") == 2)
    }
    #expect(try laptop.handOverStatus().notHandedOver == 0)
  }

  @Test func `a scope that is started over takes nothing below a lost batch for lost`() throws {
    let (world, row, _) = try worldWithGap()
    #expect(try world.declareMissing() == 1)
    let other = world.laptops[1]
    try world.syncAll(other)
    #expect(try other.lostHashes(in: world.scope).count == 1)
    // As after a compaction in a life whose log begins at number 1 again.
    try other.transaction {
      try other.connection.execute(
        "DELETE FROM batch WHERE state = 1 AND scope = ?", .integer(world.scope.rawValue))
      try other.startOver(world.scope, clock: world.clock())
      try other.save(try other.restartedCursor(world.scope))
    }
    try world.syncAll(other)
    #expect(try world.name(of: row, at: other) == "Bàn Thị Mui")
    #expect(try other.lostHashes(in: world.scope).count == 1)
    try world.expectEqual([other])
  }

  @Test func `the centre writes anew what it merged before an earlier life's word that it is lost`()
    throws
  {
    let (world, row, all) = try worldWithGap()
    let (laptop, witness) = (world.laptops[0], world.laptops[2])
    let lost = try Batch(decoding: all[1], primitives: .standard)
    let backup = try world.backupOfCentre()
    _ = try world.declareMissing()
    // It alone hears of it in this life.
    try world.sync(witness)
    #expect(try witness.isLost(lost.tip, in: world.scope))
    try world.restoreCentre(backup, epoch: 1)
    try world.sync(laptop)
    #expect(try world.centre.logEntry(lost.hash)?.state == .merged)
    try world.syncAll()
    #expect(try world.centre.isLost(lost.tip, in: world.scope))
    #expect(try witness.logEntry(lost.hash)?.state != .merged)
    try world.expectEqual(world.laptops)
    for store in world.laptops + [world.centre] {
      #expect(try world.text(HouseholdTable.name, of: row, at: store) == "Bàn Thị Muôi")
      #expect(try store.conflicts().isEmpty)
    }
  }

  @Test func `a lost batch of an earlier life of the centre is written anew without a review`()
    throws
  {
    let world = try World.judging(laptops: 3)
    let (writer, holder) = (world.laptops[0], world.laptops[1])
    let row = try world.addHousehold("Bàn Thị Mui", at: writer)
    try world.syncAll()
    let backup = try world.backupOfCentre()
    try world.write("Bàn Thị Mùi", to: HouseholdTable.name, of: row, at: world.centre)
    for laptop in [writer, holder] { try world.sync(laptop) }
    // It builds upon what only the old centre wrote, and its batch travels alone.
    try world.write("Bàn Thị Mới", to: HouseholdTable.name, of: row, at: writer)
    let edit = try #require(try world.closedBatches(of: writer).last)
    try world.restoreCentre(backup, epoch: 1)
    #expect(try world.centre.receive([edit], clock: world.clock()).map(\.state) == [.held])
    #expect(try world.centre.holds().first?.missing.replica == .centre(epoch: 0))
    #expect(try world.declareMissing() == 1)
    try world.sync(world.laptops[2])
    try world.syncAll()
    try world.expectEqual(world.laptops)
    #expect(try world.centre.reviews().isEmpty)
    for store in world.laptops + [world.centre] {
      #expect(try world.text(HouseholdTable.name, of: row, at: store) == "Bàn Thị Mới")
      #expect(try store.conflicts().isEmpty)
    }
  }

  @Test func `only the centre can declare a batch lost`() throws {
    let (world, _, all) = try worldWithGap()
    let missing = try Batch(decoding: all[1], primitives: .standard).tip
    let laptop = world.laptops[1]
    #expect(throws: ReplicaError.notTheCentre) {
      try laptop.declareLost(missing.hash, by: "x", note: nil, clock: world.clock(offset: day))
    }
    try laptop.commit(author: nil, clock: world.clock()) { act in
      _ = try act.create(
        GapTable.definition, in: world.scope,
        [
          (GapTable.replica, .integer(Int64(missing.replica.rawValue))),
          (GapTable.sequence, .integer(Int64(missing.sequence))),
          (GapTable.hash, .bytes(missing.hash.bytes)),
        ])
    }
    try world.sync(laptop)
    #expect(try world.centre.holds().count == 1)
    #expect(try world.centre.reviews().map(\.reason) == ["field-not-yours"])
  }
}

import SyncProtocol
import Testing

@testable import Replica

/// Undoing what a pack brought, and taking that back.
@Suite struct CarriedUndoTests {
  /// A program that is too old, or lacks a certificate, refuses what the next one merges.
  @Test func `what a first reading refused and a later one merged is undone as well`() throws {
    let world = try World.judging(laptops: 1)
    let one = world.laptops[0]
    let brought = try world.addHousehold("Trong gói", at: one)
    let stick = try world.pack(one)
    let batches = try one.connection.rows(
      "SELECT hash, scope FROM batch WHERE \(LogCondition.offered)"
    ) { (hash: try $0.bytes(at: 0), scope: try $0.integer(at: 1)) }
    #expect(!batches.isEmpty)
    for batch in batches {
      try world.centre.connection.execute(
        """
        INSERT INTO carried_batch (pack, hash, scope, state, reason, operations, new)
        VALUES (?, ?, ?, 6, 'unknown-replica', 0, 0)
        """, .blob(stick.round.id), .blob(batch.hash), .integer(batch.scope))
    }
    try world.takeIn(stick)
    #expect(try world.centre.carriedPacks().first?.newOperations == 1)
    let undo = try world.centre.undoCarried(
      stick.round.id, by: "lan", note: nil, clock: world.clock())
    #expect(undo.operations == 1)
    #expect(try world.isHidden(brought, at: world.centre))
  }

  @Test func `an undone pack counts nowhere, and comes back whole`() throws {
    let world = try World.judging(laptops: 2)
    let (one, two) = (world.laptops[0], world.laptops[1])
    let kept = try world.addHousehold("Có sẵn", at: one)
    try world.carry(one)
    try world.carry(two)
    try world.write("Sửa trong gói", to: HouseholdTable.name, of: kept, at: one)
    try world.write("Sửa lần nữa", to: HouseholdTable.name, of: kept, at: one)
    let brought = try world.addHousehold("Trong gói", at: one)
    try world.write("!dấu", to: HouseholdTable.phone, of: brought, at: one)
    let stick = try world.pack(one)
    try world.takeIn(stick)
    // Somebody else goes on from what it brought.
    try world.carry(two)
    func note() throws -> CarriedPack? {
      try world.centre.carriedPacks().first { $0.pack == stick.round.id }
    }
    #expect(try note()?.newOperations == 4)
    #expect(try note()?.undone == nil && note()?.account == "inbox")

    let plan = try world.centre.undoCarried(
      stick.round.id, by: "lan", note: "nhầm thẻ", clock: world.clock(), isDryRun: true)
    #expect(plan.operations == 4)
    #expect(try world.name(of: kept, at: world.centre) == "Sửa lần nữa")
    let undo = try world.centre.undoCarried(
      stick.round.id, by: "lan", note: "nhầm thẻ", clock: world.clock())
    #expect(undo == plan)
    #expect(try world.name(of: kept, at: world.centre) == "Có sẵn")
    #expect(try world.isHidden(brought, at: world.centre))
    #expect(try note()?.undoneBy == "lan")
    let reasons = Set(try world.centre.reviews().map(\.reason))
    #expect(reasons == ["bundle-undone", "rule-broken"])
    // Twice is once, and reading the stick again changes nothing.
    let again = try world.centre.undoCarried(
      stick.round.id, by: "lan", note: nil, clock: world.clock())
    #expect(again.operations == 0)
    try world.takeIn(stick)
    for laptop in [one, two] {
      try world.carry(laptop)
      #expect(try world.name(of: kept, at: laptop) == "Có sẵn")
      #expect(try world.isHidden(brought, at: laptop))
      try world.expectEqual(laptop)
    }

    let redo = try world.centre.redoCarried(
      stick.round.id, by: "lan", note: nil, clock: world.clock())
    #expect(redo.operations == 4)
    for store in [one, two] { try world.carry(store) }
    for store in [world.centre, one, two] {
      #expect(try world.name(of: kept, at: store) == "Sửa lần nữa")
      #expect(try !world.isHidden(brought, at: store))
      #expect(try world.text(HouseholdTable.phone, of: brought, at: store) == nil)
    }
    for laptop in [one, two] { try world.expectEqual(laptop) }
  }

  @Test func `what waits is undone when it is merged`() throws {
    let world = try World.judging(laptops: 2)
    let (one, two) = (world.laptops[0], world.laptops[1])
    try world.carry(one)
    let row = try world.addHousehold("Cần đến trước", at: two)
    let first = try world.closedBatches(of: two)
    try one.introduce(two.identity.certificate)
    _ = try one.receive(first, clock: world.clock())
    // What it stands upon is forgotten at its carrier, so that the pack has a batch alone.
    try world.write("Đến sau", to: HouseholdTable.name, of: row, at: one)
    let hash = try Batch(decoding: first[0], primitives: .standard).hash
    try one.connection.execute(
      "UPDATE batch SET receipt = 1 WHERE hash = ?", .blob(hash.bytes))
    let stick = try world.pack(one)
    #expect(try world.takeIn(stick).waiting == 1)
    let undo = try world.centre.undoCarried(
      stick.round.id, by: "lan", note: nil, clock: world.clock())
    #expect(undo.operations == 0 && undo.waitingBatches == 1)
    try world.carry(two)
    #expect(try world.name(of: row, at: world.centre) == "Cần đến trước")
    #expect(try world.centre.reviews().map(\.reason) == ["bundle-undone"])
    _ = try world.centre.redoCarried(
      stick.round.id, by: "lan", note: nil, clock: world.clock())
    #expect(try world.name(of: row, at: world.centre) == "Đến sau")
  }

  @Test func `a pack that was never taken in cannot be undone`() throws {
    let world = try World(laptops: 1)
    #expect(throws: ReplicaError.noSuchPack) {
      _ = try world.centre.undoCarried(
        [UInt8](repeating: 7, count: 16), by: "lan", note: nil, clock: world.clock())
    }
    #expect(throws: ReplicaError.notTheCentre) {
      _ = try world.laptops[0].carriedPacks()
    }
  }
}

extension World {
  /// Whether a household is kept and not shown.
  fileprivate func isHidden(_ row: RowID, at store: Store) throws -> Bool {
    try store.openedRow(HouseholdTable.definition.id, row)?.hiding != nil
  }
}

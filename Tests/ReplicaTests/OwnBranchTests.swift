import SyncProtocol
import Testing

@testable import Replica

/// Two branches of one number's chain where a scope is built anew, or the centre begins a new life.
@Suite struct OwnBranchTests {
  private func expectEqual(_ world: World, _ names: [String], _ stores: Store...) throws {
    for store in stores + stores { try world.syncEqual(store) }
    try world.expectEqual(stores)
    for store in stores + [world.centre] { #expect(try store.householdNames() == names) }
  }

  @Test func `a tip of the new life hides no batch of another branch at the same place`() throws {
    let world = try World(laptops: 1)
    world.centre.snapshotPolicy.batches = 1
    let laptop = world.laptops[0]
    _ = try world.addHousehold("chung", at: laptop)
    let copy = try world.copy(of: laptop)
    try world.syncEqual(copy)
    try world.backUp()
    let backup = try world.backupOfCentre()
    // The other branch is below the base of its log: nothing tells that there are two.
    _ = try world.addHousehold("gốc", at: laptop)
    #expect(try world.syncEqual(laptop).contains(world.scope))
    let own = try world.lastClosed(of: laptop)
    #expect(own.header.sequence == 1)
    #expect(try laptop.logEntry(own.hash)?.arrival == 2)
    try world.restoreCentre(backup, epoch: 1)
    let tips = try world.centre.frontier.tips(world.scope, laptop.identity.replica)
    #expect(tips.map(\.sequence) == [1] && tips != [own.tip])
    try expectEqual(world, ["chung", "gốc"], laptop, copy)
    #expect(try world.centre.logEntry(own.hash)?.state == .merged)
  }

  @Test func `another life's batch is met also where the scope was started over`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("chung", at: laptop)
    try world.syncEqual(laptop)
    try world.backUp()
    try world.syncEqual(laptop)
    #expect(try !laptop.compact().isEmpty)
    let copy = try world.copy(of: laptop)
    // Both write under one dot, in the second batch of their chain.
    let kept = try world.addHousehold("gốc", at: laptop)
    #expect(try world.addHousehold("chép", at: copy) == kept)
    try world.syncEqual(copy)
    // The log is handed out from its first number again.
    try laptop.connection.execute(
      "UPDATE scope_state SET running_hash = ? WHERE scope = ?",
      .blob(Array(repeating: 7, count: 32)), .integer(world.scope.rawValue))
    try world.syncEqual(laptop)
    #expect(try laptop.base(of: world.scope) == nil)
    #expect(try laptop.copiedSince() != nil)
    try expectEqual(world, ["chung", "chép", "gốc"], laptop, copy)
  }

  @Test func `a held batch that is opened again is in the rows in the end`() throws {
    let world = try World(laptops: 2)
    let (laptop, neighbour) = (world.laptops[0], world.laptops[1])
    _ = try world.addHousehold("chung", at: laptop)
    try world.syncEqual(laptop)
    let early = try world.backupOfCentre()
    try world.syncEqual(neighbour)
    let row = try world.addHousehold("láng giềng", at: neighbour)
    try world.syncEqual(neighbour)
    try world.syncEqual(laptop)
    try world.backUp()
    for laptop in [laptop, neighbour, laptop] { try world.syncEqual(laptop) }
    #expect(try !laptop.compact().isEmpty)
    let copy = try world.copy(of: laptop)
    try world.setKind(3, of: row, at: laptop)
    let edit = try world.lastClosed(of: laptop)
    let created = try world.addHousehold("chép", at: copy)
    #expect(try edit.operations(primitives: .standard).map(\.dot).contains(created))
    // In the new life the copy's batch comes before what the laptop's stands upon.
    try world.restoreCentre(early, epoch: 1)
    for store in [laptop, copy] { store.givesUpRows = Set(try store.grantedScopes()) }
    for store in [copy, neighbour] { try world.syncEqual(store) }
    var wasHeld = false
    for _ in 0..<3 where !wasHeld {
      _ = try world.round(laptop)
      wasHeld = try laptop.logEntry(edit.hash)?.state == .held
    }
    #expect(wasHeld)
    try expectEqual(world, ["chung", "chép", "láng giềng"], laptop, copy, neighbour)
    for store in [laptop, copy, neighbour, world.centre] {
      #expect(try world.kind(of: row, at: store) == 3)
    }
  }

  @Test func `a dropped batch that a neighbour brings again tells of no other life`() throws {
    let world = try World(laptops: 2)
    let (laptop, neighbour) = (world.laptops[0], world.laptops[1])
    _ = try world.addHousehold("chung", at: laptop)
    for store in world.laptops { try world.syncEqual(store) }
    _ = try world.addHousehold("gốc", at: laptop)
    let own = try world.lastClosed(of: laptop)
    #expect(try world.carry(own, to: neighbour) == .merged)
    try world.syncEqual(laptop)
    _ = try world.addHousehold("sau", at: laptop)
    try world.syncEqual(laptop)
    try world.backUp()
    for laptop in [laptop, neighbour, neighbour, laptop] { try world.syncEqual(laptop) }
    #expect(try !laptop.compact().isEmpty)
    #expect(try laptop.logEntry(own.hash) == nil)
    _ = try world.addHousehold("chưa gửi", at: laptop)
    #expect(try world.carry(own, to: laptop) == .merged)
    #expect(try laptop.copiedSince() == nil)
    try expectEqual(world, ["chung", "chưa gửi", "gốc", "sau"], laptop, neighbour)
  }

  @Test func `what others wrote to a row that gets another name stays under the old one`() throws {
    let world = try World(laptops: 2)
    let (laptop, neighbour) = (world.laptops[0], world.laptops[1])
    _ = try world.addHousehold("chung", at: laptop)
    for store in world.laptops { try world.syncEqual(store) }
    let copy = try world.copy(of: laptop)
    let row = try world.addHousehold("chép", at: copy)
    let lost = try world.lastClosed(of: copy)
    #expect(try world.carry(lost, to: neighbour) == .merged)
    try world.setKind(3, of: row, at: neighbour)
    // The neighbour's edit is merged without the batch that it stands upon, which comes
    // then; no answer says so.
    #expect(try world.carry(world.lastClosed(of: neighbour), to: world.centre) == .held)
    #expect(try world.declareMissing() == 1)
    _ = try world.centre.answer(world.request(of: copy).request, clock: world.clock())
    #expect(try world.centre.logEntry(lost.hash)?.state == .lost)
    // The other life of the laptop has the same name for another row, which the centre and the
    // neighbour have written to.
    #expect(try world.addHousehold("gốc", at: laptop) == row)
    try world.syncEqual(laptop)
    try expectEqual(world, ["chung", "chép", "gốc"], laptop, copy, neighbour, laptop)
    for store in [laptop, copy, neighbour, world.centre] {
      #expect(try world.name(of: row, at: store) == "chép")
      #expect(try world.kind(of: row, at: store) == 3)
    }
  }

  @Test func `batches of two scopes are opened in the order in which their sessions were written`()
    throws
  {
    let world = try World(laptops: 2)
    let (laptop, neighbour) = (world.laptops[0], world.laptops[1])
    let second = try world.openScope(for: laptop)
    _ = try world.addHousehold("hàng xóm", at: neighbour)
    for store in [neighbour, laptop] { try world.syncEqual(store) }
    let backup = try world.backupOfCentre()
    let copy = try world.copy(of: laptop)
    let theirs = try world.addHousehold("láng giềng", at: neighbour)
    for store in [neighbour, laptop] { try world.syncEqual(store) }
    try world.backUp()
    for store in [laptop, neighbour, laptop] { try world.syncEqual(store) }
    #expect(try !laptop.compact().isEmpty)
    let row = try world.addHousehold("gốc", at: laptop, in: second)
    laptop.connection.close()
    let moved = try Store(
      at: world.location("laptop 1"), identity: laptop.identity,
      machine: MachineIdentity(bootID: "b", machineID: "another", fileIdentity: "f"),
      storeKey: World.storeKey, random: &world.random)
    // In another session: an edit of the new household, and one in a scope that is closed before the
    // other, which the new life holds until the neighbour brings its household again.
    try world.write("gốc sửa", to: HouseholdTable.name, of: row, at: moved)
    try world.setKind(3, of: theirs, at: moved)
    #expect(world.scope < second && moved.counter.session != row.session)
    try world.restoreCentre(backup, epoch: 1)
    for store in [moved, copy] { store.givesUpRows = Set(try store.grantedScopes()) }
    #expect(try world.addHousehold("chép", at: copy, in: second) == row)
    for store in [copy, moved, neighbour] { try world.syncEqual(store) }
    try expectEqual(
      world, ["chép", "gốc sửa", "hàng xóm", "láng giềng"], moved, copy)
    try world.syncEqual(neighbour)
    #expect(try world.centre.digest(of: second) == moved.digest(of: second))
    for store in [moved, copy, neighbour] {
      #expect(try world.kind(of: theirs, at: store) == 3)
    }
  }

  @Test func `what another copy said under the dots of a lost batch is hidden by no later batch`()
    throws
  {
    let world = try World.judging(laptops: 2)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Hộ đầu", at: laptop)
    try world.syncAll()
    let copy = try world.copy(of: laptop)
    _ = try world.addHousehold("Của bản sao", at: copy)
    try world.syncEqual(copy)
    // The laptop's own batch goes astray; the next one is merged, and raises the session's mark.
    _ = try world.addHousehold("Của máy", at: laptop)
    let lost = try world.lastClosed(of: laptop)
    _ = try world.addHousehold("Hộ ba", at: laptop)
    #expect(try world.carry(world.lastClosed(of: laptop), to: world.centre) == .held)
    #expect(try world.declareMissing() == 1)
    for store in world.laptops + [copy] + world.laptops { try world.syncEqual(store) }
    #expect(try world.centre.isAside(lost.hash))
    #expect(try laptop.ownDeclaredLosses().map(\.fate) == [.writtenAnew])
    try world.expectEqual(world.laptops + [copy])
    for store in world.laptops + [copy, world.centre] {
      #expect(try store.connection.integer("SELECT count(*) FROM household") == 4)
    }
  }
}

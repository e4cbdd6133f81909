import SyncProtocol
import Testing

@testable import Replica

/// Logs that begin behind number 1, and what they meet later.
@Suite struct StartOverTests {
  @Test func `a laptop compacted beyond a restored backup starts over and keeps unsent work`()
    throws
  {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let first = try world.addHousehold("Hộ một", at: laptop)
    try world.syncAll(laptop)
    let early = try world.backupOfCentre()
    _ = try world.addHousehold("Hộ hai", at: laptop)
    try world.syncAll(laptop)
    try world.backUp()
    try world.syncAll(laptop)
    #expect(try !laptop.compact().isEmpty)
    let kept = try world.addHousehold("Chưa gửi", at: laptop)

    // The backup that holds the second household is not the one that is put back.
    try world.setCentreBack(to: early)
    try world.beginEpoch(1)
    laptop.givesUpRows = Set(try laptop.grantedScopes())
    let written = try laptop.handOverStatus().written
    // What would be gone: the rows whose batches went, and not what waits.
    let preview = try laptop.startOverPreview(of: world.scope)
    #expect(preview.onlyRows == [HouseholdTable.definition.id: 2])
    #expect(preview.ownOperations == 2 && preview.unsentOperations == 1)
    // No sync has stopped before: what goes is told by the one that gives it up.
    var givenUp: [ScopeID] = []
    try world.sync(laptop) { givenUp += $0.scopesGivenUp }
    #expect(givenUp == [world.scope])
    #expect(try laptop.base(of: world.scope) == nil)
    // What nobody has any more was written all the same.
    #expect(try laptop.handOverStatus().written == written)
    #expect(try world.name(of: first, at: laptop) == "Hộ một")
    #expect(try laptop.copiedSince() == nil)
    #expect(try laptop.verify().findings.isEmpty)
    #expect(try laptop.cursor(world.scope) == world.centre.cursor(world.scope))
    // The third batch stands on the second, which nobody has: it waits at the centre, whole.
    let missing = try world.centre.holds().map(\.missing.sequence)
    #expect(missing == [2])
    #expect(try laptop.handOverStatus().needsAttention == 1)
    let operations = try laptop.connection.rows(
      "SELECT encoded FROM batch WHERE scope = ? AND state = 2", .integer(world.scope.rawValue)
    ) { try Batch(decoding: try $0.bytes(at: 0), primitives: .standard) }
    .flatMap { try $0.operations(primitives: .standard) }
    #expect(operations.map(\.row) == [kept])
    #expect(throws: ReplicaError.scopeNotHeld(world.scope)) {
      try world.addHousehold("Chưa được ghi", at: laptop)
    }
  }

  @Test func `rows that a centre restored too far back lacks stay, until a newer backup has them`()
    throws
  {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Hộ một", at: laptop)
    try world.syncAll(laptop)
    let early = try world.backupOfCentre()
    let second = try world.addHousehold("Hộ hai", at: laptop)
    try world.syncAll(laptop)
    let late = try world.backupOfCentre()
    let life = world.centre.identity
    try world.backUp()
    try world.syncAll(laptop)
    #expect(try !laptop.compact().isEmpty)

    try world.setCentreBack(to: early)
    try world.beginEpoch(1)
    var blocked: [String] = []
    for _ in 0..<3 { blocked += try world.round(laptop).blockedScopes.values }
    #expect(Set(blocked) == ["centre-lacks-records"])
    try laptop.noteStopped([world.scope])
    #expect(try laptop.stoppedScopes() == [world.scope])
    let proof = try laptop.scopeProofs().first { $0.scope == world.scope }
    #expect(proof?.state == .notComparable(.otherArrival))
    // The centre knows it too, from the cursors it is asked with.
    #expect(try world.centre.shortfall().stopped == [laptop.identity.replica: [world.scope]])
    #expect(try world.name(of: second, at: laptop) == "Hộ hai")
    // A store that came from a backup shows its values again: every erasure is here.
    try laptop.lockSealedValues()
    for _ in 0..<3 { _ = try world.round(laptop) }
    #expect(try !laptop.showsNoSealedValues())
    #expect(try laptop.cursor(world.scope).epoch == 0)
    #expect(try laptop.verify().findings.isEmpty)

    try world.restoreCentre(late, epoch: 2, of: life)
    // Whatever a person would give up: the centre has it all.
    laptop.givesUpRows = Set(try laptop.grantedScopes())
    var givenUp: [ScopeID] = []
    try world.sync(laptop) { givenUp += $0.scopesGivenUp }
    #expect(givenUp.isEmpty)
    #expect(try laptop.stoppedScopes().isEmpty)
    #expect(try world.centre.shortfall().stopped.isEmpty)
    #expect(try world.name(of: second, at: laptop) == "Hộ hai")
    #expect(try laptop.cursor(world.scope) == world.centre.cursor(world.scope))
    #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
  }

  @Test func `a stopped area goes on when what was declared lost has come after all`() throws {
    let world = try World.judging(laptops: 2)
    let (laptop, other) = (world.laptops[0], world.laptops[1])
    _ = try world.addHousehold("Hộ một", at: laptop)
    try world.syncAll()
    let early = try world.backupOfCentre()
    _ = try world.addHousehold("Hộ hai", at: laptop)
    try world.syncAll()
    try world.backUp()
    try world.syncAll()
    #expect(try !laptop.compact().isEmpty)
    _ = try world.addHousehold("Hộ ba", at: laptop)

    let judge = world.centre.judge
    try world.setCentreBack(to: early)
    try world.beginEpoch(1)
    world.centre.judge = judge
    _ = try world.round(laptop)
    #expect(try world.round(laptop).blockedScopes[world.scope] == "centre-lacks-records")
    #expect(try world.declareMissing() == 1)
    // Declared lost, and still nowhere but in the rows here and in the other's log.
    for _ in 0..<3 {
      #expect(try world.round(laptop).blockedScopes[world.scope] == "centre-lacks-records")
    }
    for store in [other, laptop, other, laptop] { try world.syncEqual(store) }
    try world.expectEqual(world.laptops)
    for store in world.laptops + [world.centre] {
      #expect(try store.connection.integer("SELECT count(*) FROM household") == 3)
    }
  }

  @Test func `a snapshot of a centre that lacks rows does not take their place`() throws {
    let world = try World(laptops: 2)
    let (author, laptop) = (world.laptops[0], world.laptops[1])
    for laptop in world.laptops { try world.syncAll(laptop) }
    let early = try world.backupOfCentre()
    let household = try world.addHousehold("Hộ một", at: author)
    for laptop in world.laptops { try world.syncAll(laptop) }
    try world.backUp()
    for laptop in world.laptops + world.laptops { try world.syncAll(laptop) }
    #expect(try !laptop.compact().isEmpty)

    // The restored centre has what another laptop wrote since, in a backup of its own.
    try world.setCentreBack(to: early)
    try world.beginEpoch(1)
    world.centre.snapshotPolicy.batches = 1
    let fresh = try world.addLaptop("fresh")
    _ = try world.addHousehold("Hộ hai", at: fresh)
    try world.syncAll(fresh)
    try world.backUp()
    var blocked: [String] = []
    for _ in 0..<3 {
      let outcome = try world.round(laptop)
      blocked += outcome.blockedScopes.values
      #expect(outcome.snapshotScopes.isEmpty)
    }
    #expect(Set(blocked) == ["centre-lacks-records"])
    #expect(try world.name(of: household, at: laptop) == "Hộ một")
    #expect(try laptop.verify().findings.isEmpty)

    // The one that wrote them brings them back: then the scope goes on.
    // Whatever a person would give up, nothing is gone then.
    laptop.givesUpRows = Set(try laptop.grantedScopes())
    var givenUp: [ScopeID] = []
    for laptop in [author, laptop] { try world.sync(laptop) { givenUp += $0.scopesGivenUp } }
    #expect(givenUp.isEmpty)
    #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
  }

  @Test func `a new epoch above the base goes on where the old one ended`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Hộ một", at: laptop)
    try world.syncAll(laptop)
    try world.backUp()
    try world.syncAll(laptop)
    #expect(try !laptop.compact().isEmpty)
    let later = try world.addHousehold("Hộ hai", at: laptop)
    try world.beginEpoch(1)
    try world.syncAll(laptop)
    #expect(try laptop.base(of: world.scope)?.cursor.epoch == 1)
    #expect(try world.name(of: later, at: world.centre) == "Hộ hai")
    #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
    #expect(try laptop.verify().findings.isEmpty)
    #expect(try world.centre.durableThrough(world.scope) == 0)
    #expect(try laptop.compact(isDryRun: true).isEmpty)
  }

  @Test func `a log that is handed out from the first number again is built anew`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    for number in 0..<3 {
      _ = try world.addHousehold("Hộ \(number)", at: laptop)
      try world.syncAll(laptop)
    }
    try world.backUp()
    try world.syncAll(laptop)
    #expect(try !laptop.compact().isEmpty)
    let written = try laptop.handOverStatus().written
    try laptop.connection.execute(
      "UPDATE scope_state SET running_hash = ? WHERE scope = ?",
      .blob(Array(repeating: 7, count: 32)), .integer(world.scope.rawValue))
    try world.syncAll(laptop)
    #expect(try laptop.base(of: world.scope) == nil)
    #expect(try laptop.copiedSince() == nil)
    #expect(try laptop.handOverStatus().written == written)
    #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
    #expect(try laptop.verify().findings.isEmpty)
    _ = try world.addHousehold("Làm tiếp", at: laptop)
    try world.syncAll(laptop)
    #expect(try laptop.handOverStatus().notHandedOver == 0)
  }

  @Test func `what may be dropped is told when it changed and not again`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Hộ một", at: laptop)
    try world.syncAll(laptop)
    func told() throws -> [ScopeProgress]? {
      var told: [ScopeProgress]?
      _ = try world.round(laptop) { answer in
        for frame in try ReceivedStream(decoding: answer).frames where frame.kind == .welcome {
          told = try frame.message(Welcome.self).progress
        }
        return answer
      }
      return told
    }
    #expect(try told() == nil)
    try world.backUp()
    #expect(try told()?.contains { $0.scope == world.scope && $0.durableThrough == 1 } == true)
    #expect(try told() == nil)
  }

  @Test func `a snapshot says which batches were declared lost`() throws {
    let world = try World(laptops: 1)
    world.centre.snapshotPolicy.batches = 1
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Hộ một", at: laptop)
    try world.syncAll(laptop)
    _ = try world.addHousehold("Mất", at: laptop)
    _ = try world.request(of: laptop)
    let lost = try laptop.connection.integer("SELECT max(position) FROM batch")
    try laptop.connection.execute("UPDATE batch SET receipt = 1 WHERE position = ?", .integer(lost))
    _ = try world.addHousehold("Hộ ba", at: laptop)
    _ = try world.round(laptop)
    let missing = try #require(try world.centre.holds().first).missing
    _ = try world.centre.declareLost(
      missing.hash, by: "An", note: nil, clock: world.clock(offset: 86_400_000))
    try world.backUp()
    let fresh = try world.addLaptop("fresh")
    var taken: [ScopeID] = []
    try world.sync(fresh) { taken += $0.snapshotScopes }
    #expect(taken.contains(world.scope))
    #expect(try fresh.isLost(missing, in: world.scope))
    #expect(try fresh.digest(of: world.scope) == world.centre.digest(of: world.scope))
    #expect(try fresh.verify().findings.isEmpty)
    // Its later batches may come after the snapshot, and name what was passed over.
    _ = try world.addHousehold("Hộ bốn", at: laptop)
    try world.syncAll(laptop)
    try world.syncAll(fresh)
    #expect(try fresh.digest(of: world.scope) == world.centre.digest(of: world.scope))
  }
}

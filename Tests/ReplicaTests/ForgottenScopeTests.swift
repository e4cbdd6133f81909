import SyncProtocol
import Testing

@testable import Replica

/// Scopes and grants that an old backup brings back, or makes forgotten.
@Suite struct ForgottenScopeTests {
  @Test func `a scope that an old backup brings back to a laptop is handed back again`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let second = try world.openScope(for: laptop)
    _ = try world.addHousehold("Ở lại", at: laptop)
    try world.sync(laptop)
    _ = try world.addHousehold("Trả lại", at: laptop, in: second)
    try world.sync(laptop)
    let old = try world.copy(of: laptop)
    let rule = try #require(
      try world.centre.grantRules(of: laptop.identity.replica).first {
        $0.target == .scope(second)
      })
    try world.centre.endGrant(rule.id, at: world.clock().wall)
    try world.sync(laptop)
    try world.backUp()
    for _ in 0..<3 { try world.sync(laptop) }
    #expect(try laptop.digest(of: second).rowCount == 0)

    // The old store takes its place, and somebody writes before it has heard of anything.
    #expect(try old.digest(of: second).rowCount == 1)
    let late = try world.addHousehold("Ghi sau khi trả", at: old, in: second)
    try world.syncAll(old)
    #expect(try old.scopesBeingHandedBack().map(\.scope) == [second])
    #expect(throws: ReplicaError.scopeNotHeld(second)) {
      try world.addHousehold("Không được", at: old, in: second)
    }
    #expect(try world.name(of: late, at: world.centre) == "Ghi sau khi trả")
    #expect(try world.centre.reviews().map(\.reason) == ["late-grant"])
    try world.backUp()
    for _ in 0..<3 { try world.syncAll(old) }
    #expect(try old.digest(of: second).rowCount == 0)
    #expect(try old.scopesBeingHandedBack().isEmpty)
    #expect(try old.handOverStatus().notHandedOver == 0)
    #expect(try old.verify().findings.isEmpty)
  }

  @Test func `work under a grant that a restored centre forgot counts, and the area goes back`()
    throws
  {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    try world.sync(laptop)
    let backup = try world.backupOfCentre()
    let second = try world.openScope(for: laptop)
    try world.sync(laptop)
    let row = try world.addHousehold("Dưới quyền đã quên", at: laptop, in: second)
    try world.sync(laptop)

    try world.setCentreBack(to: backup)
    try world.beginEpoch(1)
    for _ in 0..<3 { try world.syncAll(laptop) }
    #expect(try world.name(of: row, at: world.centre) == "Dưới quyền đã quên")
    #expect(try world.centre.reviews().isEmpty)
    #expect(try laptop.scopesBeingHandedBack().map(\.scope) == [second])
    // The coordinator grants it anew, and work goes on.
    try world.centre.grant([second], to: laptop.identity.replica, at: world.clock().wall)
    for _ in 0..<3 { try world.syncAll(laptop) }
    #expect(try laptop.scopesBeingHandedBack().isEmpty)
    let next = try world.addHousehold("Lại được ghi", at: laptop, in: second)
    try world.syncAll(laptop)
    #expect(try world.name(of: next, at: world.centre) == "Lại được ghi")
    #expect(try world.centre.reviews().isEmpty)
    #expect(try laptop.digest(of: second) == world.centre.digest(of: second))
  }

  @Test(arguments: [false, true])
  func `an area that ends before its log was heard in a new life brings everything back`(
    hasHeardOfLife: Bool
  ) throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    try world.syncEqual(laptop)
    let backup = try world.backupOfCentre()
    let row = try world.addHousehold("Trên bản sao lưu", at: laptop)
    try world.syncEqual(laptop)
    let batch = try world.lastClosed(of: laptop)
    #expect(try laptop.logEntry(batch.hash)?.arrival == 1)

    try world.restoreCentre(backup, epoch: 1)
    if hasHeardOfLife {
      // An answer that tells the time tells of the life, and nothing of the log.
      let pending = try laptop.makeTimeRequest(
        Store.Report(freeDiskBytes: nil, software: "test"), clock: world.clock(),
        random: &world.random)
      let answer = try world.centre.answer(pending.request, clock: world.clock()).bytes
      _ = try laptop.absorb(answer, of: pending, clock: world.clock())
      #expect(try laptop.presentEpoch == 1 && laptop.cursor(world.scope).epoch == 0)
    }
    let rule = try #require(
      try world.centre.grantRules(of: laptop.identity.replica).first {
        $0.target == .scope(world.scope)
      })
    try world.centre.endGrant(rule.id, at: world.clock().wall)
    for _ in 0..<3 { try world.syncAll(laptop) }
    #expect(try world.centre.logEntry(batch.hash)?.state == .merged)
    #expect(try world.name(of: row, at: world.centre) == "Trên bản sao lưu")
    try world.backUp()
    for _ in 0..<3 { try world.syncAll(laptop) }
    #expect(try laptop.digest(of: world.scope).rowCount == 0)
    #expect(try laptop.scopesBeingHandedBack().isEmpty)
    #expect(try laptop.handOverStatus().notHandedOver == 0)
    #expect(try laptop.verify().findings.isEmpty)
  }
}

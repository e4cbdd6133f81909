import SQLite
import SyncProtocol
import Testing

@testable import Replica

@Suite struct RepairTests {
  /// Two laptops with the same households, and the centre.
  private struct Village {
    let world: World
    let households: [RowID]
    var laptop: Store { world.laptops[0] }
    var other: Store { world.laptops[1] }
    var damaged: RowID { households[3] }

    init() throws {
      world = try World(laptops: 2)
      var households: [RowID] = []
      for number in 1...12 {
        households.append(try world.addHousehold("Hộ \(number)", at: world.laptops[0]))
      }
      self.households = households
      for laptop in world.laptops { try world.sync(laptop) }
      for laptop in world.laptops { try world.sync(laptop) }
    }

    /// Damages a row as a failing disk would: nothing that keeps sums is told.
    func damage(_ store: Store) throws {
      try store.connection.execute(
        "UPDATE household SET name = CAST('hỏng' AS BLOB) WHERE rid = ?", .integer(damaged.rawValue)
      )
    }

    func edit(_ store: Store, _ row: RowID, note: String) throws {
      try store.commit(author: nil, clock: world.clock()) {
        try $0.write(HouseholdTable.definition, row, [(HouseholdTable.note, .text(note))])
      }
    }

    func note(of row: RowID, at store: Store) throws -> String? {
      try store.openedRow(HouseholdTable.definition.id, row)?.shown(HouseholdTable.note.id)?
        .value.text
    }

    /// Whether the row holds what `damage` wrote.
    func isDamaged(_ store: Store) throws -> Bool {
      try store.connection.integer(
        "SELECT name = CAST('hỏng' AS BLOB) FROM household WHERE rid = ?",
        .integer(damaged.rawValue)) == 1
    }

    /// Rounds until the laptop has asked for rows and the next answer brings them.
    func roundsUntilRows() throws {
      world.wait(hours: 25)
      for _ in 0..<3 where try laptop.wanted(of: world.scope).want != .rows {
        _ = try world.round(laptop)
      }
      try #require(try laptop.wanted(of: world.scope).want == .rows)
    }

    func expectEqual() throws {
      #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
      #expect(try laptop.verify().findings.isEmpty)
      #expect(try world.centre.verify().findings.isEmpty)
    }
  }

  @Test func `a row damaged in the file is found at an idle round and replaced`() throws {
    let village = try Village()
    let world = village.world
    try village.damage(village.laptop)
    #expect(
      try village.laptop.verify(.quick).findings == [.digestDiffersFromRows(scope: world.scope)])
    world.wait(hours: 25)
    let outcome = try world.sync(village.laptop)
    #expect(outcome.differingScopes.isEmpty && outcome.repairedScopes == [world.scope])
    #expect(outcome.equalScopes == 2)
    #expect(try world.name(of: village.damaged, at: village.laptop) == "Hộ 4")
    try village.expectEqual()
    let incidents = try village.laptop.incidents()
    #expect(incidents.map(\.kind) == [.sumsWrong, .different, .repaired])
    let repair = try #require(incidents.last)
    #expect(repair.leafCount == 1 && repair.rowsChanged == 1 && repair.software == "test")
    let central = try world.centre.digest(of: world.scope).root
    #expect(repair.digestAfter == central && repair.digestBefore != repair.digestAfter)
    try world.sync(village.laptop)
    #expect(try village.laptop.incidents().allSatisfy(\.isExported))
    let peers = try world.centre.peerProofs()
    #expect(peers.map(\.incidents).max() == 3 && peers.allSatisfy { $0.exceptions.isEmpty })
  }

  @Test func `a row that is gone comes back and one that nobody wrote goes`() throws {
    let village = try Village()
    let world = village.world
    try village.laptop.connection.execute(
      "DELETE FROM household WHERE rid = ?", .integer(village.households[0].rawValue))
    try village.laptop.connection.execute(
      "UPDATE household SET scope = 0 WHERE rid = ?", .integer(village.households[1].rawValue))
    try village.laptop.connection.execute(
      "INSERT INTO household (rid, scope, time, name) VALUES (77, ?, 5, CAST('ma' AS BLOB))",
      .integer(world.scope.rawValue))
    try village.laptop.connection.execute(
      "UPDATE household SET overrides = x'01ff' WHERE rid = ?",
      .integer(village.households[2].rawValue))
    for _ in 0..<2 {
      world.wait(hours: 25)
      try world.sync(village.laptop)
    }
    for (index, household) in village.households.enumerated() {
      #expect(try world.name(of: household, at: village.laptop) == "Hộ \(index + 1)")
    }
    #expect(try village.laptop.connection.integer("SELECT count(*) FROM household") == 12)
    try village.expectEqual()
    #expect(try village.laptop.digest(of: .everyone) == world.centre.digest(of: .everyone))
  }

  @Test func `a repair keeps what was written meanwhile`() throws {
    let village = try Village()
    let world = village.world
    try village.damage(village.laptop)
    try village.roundsUntilRows()
    var created: RowID?
    let outcome = try world.round(village.laptop) {
      $0
    } meanwhile: {
      try village.edit(village.laptop, village.damaged, note: "chưa gửi")
      created = try world.addHousehold("Hộ mới", at: village.laptop)
    }
    #expect(outcome.repairedScopes == [world.scope])
    let row = try #require(created)
    #expect(try world.name(of: village.damaged, at: village.laptop) == "Hộ 4")
    #expect(try village.note(of: village.damaged, at: village.laptop) == "chưa gửi")
    #expect(try world.name(of: row, at: village.laptop) == "Hộ mới")
    #expect(try village.laptop.verify().findings.isEmpty)
    #expect(
      try village.laptop.scopeProofs().last?.state == .different, "nothing was compared yet")
    try world.sync(village.laptop)
    #expect(try village.note(of: village.damaged, at: world.centre) == "chưa gửi")
    #expect(try village.laptop.scopeProofs().last?.state == .equal)
    try village.expectEqual()
  }

  @Test func `a repair of a frontier that was not reached waits for the log`() throws {
    let village = try Village()
    let world = village.world
    try village.damage(village.laptop)
    try village.roundsUntilRows()
    try village.edit(village.other, village.damaged, note: "của máy khác")
    try world.sync(village.other)
    let early = try world.round(village.laptop) { answer in
      try world.resigned(answer) { frames in frames.removeAll { $0.kind == .batch } }
    }
    #expect(early.repairedScopes.isEmpty)
    #expect(try village.isDamaged(village.laptop))
    let outcome = try world.sync(village.laptop)
    #expect(outcome.differingScopes.isEmpty)
    #expect(try village.note(of: village.damaged, at: village.laptop) == "của máy khác")
    try village.expectEqual()
  }

  @Test func `a repair of an older frontier gets everything since merged on top`() throws {
    let village = try Village()
    let world = village.world
    try village.damage(village.laptop)
    try village.roundsUntilRows()
    var old: [Frame] = []
    _ = try world.round(village.laptop) { answer in
      try world.resigned(answer) { frames in
        old = frames.filter { $0.kind == .repair || $0.kind == .row }
        frames.removeAll { $0.kind == .repair || $0.kind == .row }
      }
    }
    try village.edit(village.laptop, village.damaged, note: "sau đó")
    _ = try world.addHousehold("Hộ mới", at: village.other)
    try world.sync(village.other)
    let outcome = try world.round(village.laptop) { answer in
      try world.resigned(answer) { frames in
        frames.removeAll { $0.kind == .repair || $0.kind == .row }
        frames += old
      }
    }
    #expect(outcome.repairedScopes == [world.scope])
    #expect(try village.note(of: village.damaged, at: village.laptop) == "sau đó")
    #expect(try village.laptop.verify().findings.isEmpty)
    try world.sync(village.laptop)
    #expect(try village.note(of: village.damaged, at: village.laptop) == "sau đó")
    #expect(try world.name(of: village.damaged, at: village.laptop) == "Hộ 4")
    try village.expectEqual()
  }

  @Test func `a repair that is cut, replayed or signed by another changes nothing`() throws {
    let village = try Village()
    let world = village.world
    try village.damage(village.laptop)
    try village.roundsUntilRows()
    let pending = try village.laptop.makeRequest(
      Store.Report(freeDiskBytes: nil, software: "test"), clock: world.clock(),
      random: &world.random)
    let answer = try world.centre.answer(pending.request, clock: world.clock()).bytes
    for length in stride(from: 0, to: answer.count, by: 7) {
      #expect(throws: (any Error).self) {
        try village.laptop.absorb(Array(answer[..<length]), of: pending, clock: world.clock())
      }
    }
    let forged = try world.resigned(answer, by: village.other.identity.signer) { _ in }
    #expect(throws: ProtocolError.badSignature) {
      try village.laptop.absorb(forged, of: pending, clock: world.clock())
    }
    #expect(throws: ReplicaError.answerOfAnotherRound) {
      try world.round(village.laptop) { _ in answer }
    }
    #expect(try village.isDamaged(village.laptop))
    #expect(
      try village.laptop.absorb(answer, of: pending, clock: world.clock()).repairedScopes
        == [world.scope])
    let again = try village.laptop.absorb(answer, of: pending, clock: world.clock())
    #expect(again.repairedScopes.isEmpty)
    try village.expectEqual()
  }

  @Test func `rows that do not lead to the centre's digest are taken back and not asked again`()
    throws
  {
    let village = try Village()
    let world = village.world
    try village.damage(village.laptop)
    try village.roundsUntilRows()
    let outcome = try world.round(village.laptop) { answer in
      try world.resigned(answer) { frames in frames.removeAll { $0.kind == .row } }
    }
    #expect(outcome.repairedScopes.isEmpty && outcome.differingScopes == [world.scope])
    #expect(try village.isDamaged(village.laptop))
    #expect(try village.laptop.incidents().last?.kind == .repairFailed)
    let next = try world.sync(village.laptop)
    #expect(next.differingScopes == [world.scope] && next.repairedScopes.isEmpty)
    #expect(
      try village.laptop.digest(of: world.scope) == village.laptop.recomputedDigest(of: world.scope)
    )
    world.wait(hours: 25)
    #expect(try world.sync(village.laptop).repairedScopes == [world.scope])
    try village.expectEqual()
  }

  @Test func `the centre finds its own damaged row before it calls a laptop wrong`() throws {
    let village = try Village()
    let world = village.world
    try village.damage(world.centre)
    // The next write to the row takes out of the sums what was never in them.
    try village.edit(village.other, village.damaged, note: "mới")
    try world.sync(village.other)
    #expect(try world.name(of: village.damaged, at: village.other) == "Hộ 4")
    #expect(try world.name(of: village.damaged, at: world.centre) == "Hộ 4")
    #expect(try village.note(of: village.damaged, at: world.centre) == "mới")
    let central = try world.centre.incidents()
    #expect(central.map(\.kind) == [.rowsWrong, .sumsWrong])
    #expect(central.first?.rowsChanged == 1)
    #expect(try village.other.incidents().map(\.kind) == [.different])
    try world.sync(village.laptop)
    try village.expectEqual()
  }

  @Test func `the centre finds a damaged row of its own at an idle round`() throws {
    let village = try Village()
    let world = village.world
    try village.damage(world.centre)
    world.wait(hours: 25)
    #expect(try world.round(village.laptop).equalScopes == 2)
    #expect(try world.name(of: village.damaged, at: world.centre) == "Hộ 4")
    #expect(try world.centre.incidents().map(\.kind) == [.sumsWrong, .rowsWrong, .sumsWrong])
    #expect(try village.laptop.incidents().isEmpty)
    try village.expectEqual()
  }

  @Test func `a repair that does not fit one answer goes on in the next`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let long = String(repeating: "x", count: 60_000)
    for number in 1...90 {
      try laptop.commit(author: nil, clock: world.clock()) { act in
        _ = try act.create(
          HouseholdTable.definition, in: world.scope,
          [(HouseholdTable.name, .text("Hộ \(number)")), (HouseholdTable.note, .text(long))])
      }
    }
    try world.sync(laptop)
    try laptop.connection.execute("UPDATE household SET name = CAST('hỏng' AS BLOB)")
    world.wait(hours: 25)
    var rounds = 0
    var repairs: [Int] = []
    while try laptop.scopeProofs().last?.state != .equal || rounds == 0 {
      rounds += 1
      try #require(rounds < 10)
      let outcome = try world.round(laptop) { answer in
        #expect(answer.count <= Limits.streamBytes)
        repairs += try ReceivedStream(decoding: answer).frames.filter { $0.kind == .repair }
          .map { try $0.message(Repair.self).leaves.count }
        return answer
      }
      #expect(outcome.hasMore == (try laptop.scopeProofs().last?.state == .different))
    }
    #expect(repairs.count == 2)
    #expect(try laptop.incidents().map(\.kind) == [.sumsWrong, .different, .repaired, .repaired])
    #expect(
      try laptop.connection.integer("SELECT count(DISTINCT name) FROM household") == 90)
    #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
    #expect(try laptop.verify().findings.isEmpty)
  }

  @Test func `a centre whose log is damaged calls no laptop wrong and goes on`() throws {
    let village = try Village()
    let world = village.world
    try village.damage(village.laptop)
    world.wait(hours: 25)
    try world.centre.connection.execute(
      "UPDATE batch SET encoded = x'00' WHERE scope = ? AND arrival = 1",
      .integer(world.scope.rawValue))
    let created = try world.addHousehold("Hộ mới", at: village.laptop)
    for _ in 0..<4 { _ = try world.round(village.laptop) }
    #expect(try village.laptop.scopeProofs().last?.state == .different)
    #expect(try village.laptop.wanted(of: world.scope).want == .leaves)
    #expect(try world.name(of: created, at: world.centre) == "Hộ mới")
    #expect(try village.isDamaged(village.laptop))
  }
}

import SQLite
import SyncProtocol
import Testing

@testable import Replica

@Suite struct VerifyTests {
  private let world: World
  private let household: RowID
  private var laptop: Store { world.laptops[0] }

  init() throws {
    world = try World(laptops: 1)
    household = try world.addHousehold("Hồ Văn Đức", at: world.laptops[0])
    try world.sync(world.laptops[0])
    _ = try world.addHousehold("Lò Thị Hoa", at: world.laptops[0])
  }

  /// Damages the laptop's file and tells what both depths of verification find.
  private func findings(
    after sql: String, _ bindings: SQLValue...
  ) throws -> (quick: [Verification.Finding], deep: [Verification.Finding]) {
    #expect(try laptop.verify(.deep).findings.isEmpty)
    try laptop.connection.execute(sql, bindings: bindings)
    return (try laptop.verify(.quick).findings, try laptop.verify(.deep).findings)
  }

  @Test func `a value that nobody wrote`() throws {
    let found = try findings(
      after: "UPDATE household SET kind = 2 WHERE rid = ?", .integer(household.rawValue))
    #expect(found.quick == [.digestDiffersFromRows(scope: world.scope)])
    #expect(
      found.deep == [
        .digestDiffersFromRows(scope: world.scope), .stateDiffersFromLog(scope: world.scope),
        .headsUntraced(scope: world.scope, count: 1),
      ])
  }

  @Test func `a row that is gone and one that cannot be read`() throws {
    let gone = try findings(
      after: "DELETE FROM household WHERE rid = ?", .integer(household.rawValue))
    #expect(gone.quick == [.digestDiffersFromRows(scope: world.scope)])
    #expect(gone.deep.contains(.stateDiffersFromLog(scope: world.scope)))
    try laptop.connection.execute("UPDATE household SET overrides = x'01ff'")
    let unreadable = try laptop.verify(.deep).findings
    #expect(unreadable.contains(.rowsUnreadable(scope: world.scope, count: 1)))
  }

  @Test func `a record that is hidden although nobody deleted it`() throws {
    let found = try findings(
      after: "UPDATE household SET hidden = 1 WHERE rid = ?", .integer(household.rawValue))
    #expect(found.quick.isEmpty)
    #expect(found.deep == [.columnsWrong(scope: world.scope, count: 1)])
  }

  @Test func `sums that were not kept in step`() throws {
    let found = try findings(
      after: "UPDATE digest_leaf SET leaves = zeroblob(640) WHERE scope = ?",
      .integer(world.scope.rawValue))
    #expect(found.quick == [.digestDiffersFromRows(scope: world.scope)])
    #expect(found.deep == found.quick)
  }

  @Test func `a running hash that is not the log's`() throws {
    let found = try findings(
      after: "UPDATE batch SET running_hash = zeroblob(32) WHERE scope = ? AND arrival = 1",
      .integer(world.scope.rawValue))
    #expect(found.quick.isEmpty)
    #expect(found.deep == [.runningHashWrong(scope: world.scope, arrival: 1)])
  }

  @Test func `a cursor that is not the log's end`() throws {
    let found = try findings(
      after: "UPDATE scope_state SET running_hash = zeroblob(32) WHERE scope = ?",
      .integer(world.scope.rawValue))
    #expect(found.quick.isEmpty)
    #expect(found.deep == [.runningHashWrong(scope: world.scope, arrival: 1)])
  }

  @Test func `marks and tips that are not the log's`() throws {
    let marks = try findings(
      after: "UPDATE frontier_mark SET counter = counter + 1 WHERE scope = ?",
      .integer(world.scope.rawValue))
    #expect(marks.quick.isEmpty)
    #expect(marks.deep == [.frontierDiffersFromLog(scope: world.scope)])
    try laptop.connection.execute(
      "UPDATE frontier_mark SET counter = counter - 1 WHERE scope = ?",
      .integer(world.scope.rawValue))
    let tips = try findings(
      after: "DELETE FROM frontier_tip WHERE scope = ?", .integer(world.scope.rawValue))
    #expect(tips.deep == [.frontierDiffersFromLog(scope: world.scope)])
  }

  @Test func `a signature that another made`() throws {
    let encoded = try #require(
      try laptop.connection.row(
        "SELECT encoded FROM batch WHERE scope = ?", .integer(world.scope.rawValue)
      ) { try $0.bytes(at: 0) })
    var forged = encoded
    // The signature stands first and is no part of the batch's hash.
    forged[5] ^= 1
    let found = try findings(
      after: "UPDATE batch SET encoded = ? WHERE encoded = ?", .blob(forged), .blob(encoded))
    #expect(found.quick.isEmpty)
    let replica = Int64(laptop.identity.replica.rawValue)
    #expect(found.deep == [.batchUnreadable(sequence: 1, replica: replica)])
  }

  @Test func `a certificate of another installation`() throws {
    let other = try World(laptops: 1, seed: 9)
    let foreign = other.laptops[0].identity.certificate
    let found = try findings(
      after: "INSERT INTO certificate (replica, encoded) VALUES (?, ?)",
      .integer(Int64(foreign.replica.rawValue)), .blob(foreign.encoded))
    #expect(found.quick.isEmpty)
    #expect(found.deep == [.certificateUnsigned(replica: Int64(foreign.replica.rawValue))])
  }

  @Test func `a file with another program's mark`() throws {
    let found = try findings(after: "PRAGMA application_id = 77")
    #expect(found.quick == [.applicationIDForeign(77)])
    #expect(found.deep == found.quick)
  }
}

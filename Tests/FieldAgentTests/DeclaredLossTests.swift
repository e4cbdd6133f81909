import FieldWork
import Replica
import SQLite
import SyncProtocol
import Testing

@testable import FieldAgent

/// What an author reads when the centre was told that nobody has a batch any more.
@Suite struct DeclaredLossTests {
  /// A laptop of which the centre holds the third batch, has the first, and was told a day later
  /// that the second is lost.
  private func declared() throws -> (centre: TestCentre, laptop: TestLaptop) {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ một")
    #expect(laptop.run("sync").code == .done)
    let code = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ hai")
    try close(laptop)
    _ = try laptop.save("household", "edit", code, "--name", "Hộ hai sửa")
    try close(laptop)
    let last = try laptop.open().store.connection.row(
      "SELECT encoded FROM batch ORDER BY position DESC LIMIT 1"
    ) { try $0.bytes(at: 0) }
    let batch = try #require(last)
    let clock = centre.machine.surroundings.clock()
    let receipts = try centre.with { try $0.store.receive([batch], clock: clock) }
    #expect(receipts.map(\.state) == [.held])
    for machine in [centre.machine, laptop.machine] { machine.pass(hours: 25) }
    let later = centre.machine.surroundings.clock()
    _ = try centre.with { records in
      let hold = try #require(try records.store.holds().first)
      return try records.store.declareLost(
        hold.missing.hash, by: "Lan", note: "máy rơi xuống suối", clock: later)
    }
    return (centre, laptop)
  }

  /// Closes the outbox as a round does whose request never arrives.
  private func close(_ laptop: TestLaptop) throws {
    let open = try laptop.open()
    var random = laptop.machine.surroundings.generator()
    _ = try open.writing { records, clock in
      try records.store.makeRequest(open.report, clock: clock, random: &random)
    }
  }

  @Test func `an author hears that the laptop was declared lost, in sync, status and review list`()
    throws
  {
    let centre = try TestCentre()
    defer { centre.stop() }
    let laptop = try TestLaptop(of: centre)
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ một")
    let replica = try laptop.open().store.identity.replica
    let clock = centre.machine.surroundings.clock()
    try centre.with { try $0.store.declareLost(replica, at: clock.wall) }
    #expect(laptop.run("sync").error.contains("has declared this laptop lost"))
    for command in [["status"], ["review", "list"]] {
      let run = laptop.run(command)
      #expect(run.code == .needsAttention)
      #expect((run.output + run.error).contains("(1 operation)"), "\(run.output)\(run.error)")
      #expect(!run.output.contains("Nothing waits"))
    }
    try centre.with { _ = try $0.store.declareFound(replica, at: clock.wall) }
    #expect(!laptop.run("sync").error.contains("declared this laptop lost"))
    #expect(laptop.run("review", "list").output.contains("revoked or declared lost"))
  }

  @Test func `an author hears that a batch was declared lost, and that it came after all`() throws {
    let (centre, laptop) = try declared()
    defer { centre.stop() }
    let sync = laptop.run("sync")
    #expect(sync.code == .done)
    let parts = ["declared 1 batch of this laptop lost", "“Xóm 1” no. 2", "Lan", "nothing is lost"]
    for part in parts { #expect(sync.error.contains(part), "\(part) in \(sync.error)") }
    #expect(sync.error.contains("closed 18/11/2026") && sync.error.contains("máy rơi xuống suối"))
    // Two batches of which one had been held there: every number is one that people can add up.
    #expect(sync.output.contains("confirmed 2 batches (2 operations)"), "\(sync.output)")
    #expect(!laptop.run("sync").error.contains("lost"))
    #expect(!laptop.run("status").output.contains("lost"))
  }

  @Test func `work that is not here any more is said to be so, with what to do`() throws {
    let (centre, laptop) = try declared()
    defer { centre.stop() }
    // The laptop was put back to a state in which it had not written the second batch.
    let connection = try Connection(
      path: laptop.home.storePath, mode: .readWrite, busyTimeoutMilliseconds: 0)
    try connection.execute("DELETE FROM batch WHERE receipt IS NULL")
    connection.close()
    let sync = laptop.run("sync", json: true)
    let warnings = sync.json?["warnings"]?.arrayValue ?? []
    let told = try #require(warnings.first { $0["code"]?.textValue == "declared-lost" })
    #expect(told["message"]?.textValue?.contains("not on this laptop any more") == true)
    #expect((sync.json?["handed_over_operations"]?.integerValue ?? -1) >= 0)
    let status = laptop.run("status")
    #expect(status.code == .needsAttention)
    #expect(status.output.contains("record anew what is missing"))
    #expect(status.output.contains("“Xóm 1” no. 2, declared 19/11/2026 by Lan"))
    // Any 64-bit time is legal.
    let store = try Connection(
      path: laptop.home.storePath, mode: .readWrite, busyTimeoutMilliseconds: 0)
    let time = try store.integer("SELECT time FROM gap")
    try store.execute("UPDATE gap SET time = ?", .integer(.min))
    #expect(!laptop.run("status").output.contains("record anew"))
    try store.execute("UPDATE gap SET time = ?", .integer(.max))
    #expect(laptop.run("status").output.contains("record anew"))
    try store.execute("UPDATE gap SET time = ?", .integer(time))
    store.close()
    laptop.machine.pass(hours: 91 * 24)
    #expect(!laptop.run("status").output.contains("record anew"))
  }

  @Test func `work that is kept and not shown is said to be so, until the centre has it`() throws {
    let (centre, laptop) = try declared()
    defer { centre.stop() }
    #expect(laptop.run("sync").code == .done)
    // As if it had come behind the declaration, and the centre had not heard of it yet.
    let connection = try Connection(
      path: laptop.home.storePath, mode: .readWrite, busyTimeoutMilliseconds: 0)
    try connection.execute(
      "UPDATE batch SET state = 7, receipt = NULL WHERE hash IN (SELECT hash FROM lost_batch)")
    #expect(connection.changes == 1)
    connection.close()
    let status = laptop.run("status")
    #expect(status.code == .needsAttention)
    for part in ["“Xóm 1” no. 2 (1 operation", "what it says is not shown", "Run “camtay sync”"] {
      #expect(status.output.contains(part), "\(part) in \(status.output)")
    }
    let sync = laptop.run("sync")
    #expect(sync.code == .done && sync.error.contains("nothing is lost"), "\(sync.error)")
    #expect(!laptop.run("status").output.contains("lost"))
  }
}

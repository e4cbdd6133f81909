import SQLite
import Testing

@testable import SyncServer

@Suite struct CentreSchemaTests {
  @Test func `a centre of the version before keeps its accounts, and somebody sees to them`() throws
  {
    let connection = try Connection(
      path: ":memory:", mode: .readWriteCreate, busyTimeoutMilliseconds: 0)
    let upToAccounts = CentreSchema.migrations.prefix { !$0.identifier.hasPrefix("0004") }
    for migration in upToAccounts { try connection.execute(script: migration.sql) }
    for (name, role, created) in [("c", "coordinator", 5), ("a", "coordinator", 9)] {
      try connection.execute(
        "INSERT INTO account VALUES (?, ?, 'argon2id$x', ?, 7)", .text(name), .text(role),
        .integer(Int64(created)))
    }
    try connection.execute("INSERT INTO account VALUES ('t', 'trainer', 'argon2id$y', 1, 8)")
    for migration in CentreSchema.migrations.dropFirst(upToAccounts.count)
    where migration.sql.contains("account") {
      try connection.execute(script: migration.sql)
    }
    let accounts = try AccountBook(connection).all()
    #expect(accounts.map(\.name.text) == ["a", "c", "t"])
    #expect(
      accounts.map(\.rights.roles) == [
        [.coordinator], [.coordinator, .administrator], [.trainer],
      ])
    #expect(accounts.allSatisfy { !$0.mustChoosePassword && $0.isOpen && $0.rights.unit == nil })
    #expect(accounts.map(\.changed.rawValue) == [7, 7, 8])
  }
}

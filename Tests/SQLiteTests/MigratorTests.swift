import SQLite
import Testing

@Suite struct MigratorTests {
  private let first = Migration(
    identifier: "0001 households", sql: "CREATE TABLE a (x); CREATE TABLE b (y);")
  private let second = Migration(identifier: "0002 visits", sql: "ALTER TABLE a ADD COLUMN z")

  private func memory() throws -> Connection {
    try Connection(path: ":memory:", mode: .readWriteCreate, busyTimeoutMilliseconds: 0)
  }

  @Test func `missing steps are applied once and in order`() throws {
    let connection = try memory()
    #expect(try Migrator([first]).migrate(connection) == ["0001 households"])
    #expect(try Migrator([first, second]).migrate(connection) == ["0002 visits"])
    #expect(try Migrator([first, second]).migrate(connection) == [])
    #expect(try connection.rows("SELECT x, z FROM a") { _ in 0 } == [])
  }

  @Test func `an edited step is found and nothing is touched`() throws {
    let connection = try memory()
    try Migrator([first]).migrate(connection)
    let edited = Migration(identifier: first.identifier, sql: first.sql + " ")
    #expect(throws: MigrationError.edited(identifier: first.identifier)) {
      try Migrator([edited, second]).migrate(connection)
    }
    #expect(try Migrator([first, second]).pending(in: connection) == [second])
  }

  @Test func `a store newer than the program is refused`() throws {
    let connection = try memory()
    try Migrator([first, second]).migrate(connection)
    #expect(throws: MigrationError.storeIsNewer(identifier: second.identifier)) {
      try Migrator([first]).migrate(connection)
    }
  }

  @Test func `steps in another order are refused`() throws {
    let connection = try memory()
    try Migrator([first]).migrate(connection)
    #expect(throws: MigrationError.reordered(identifier: first.identifier)) {
      try Migrator([second, first]).migrate(connection)
    }
  }

  @Test func `a step that fails takes all of them back`() throws {
    let connection = try memory()
    let wrong = Migration(identifier: "0002 wrong", sql: "CREATE TABLE c (x); nonsense")
    #expect(throws: SQLError.self) { try Migrator([first, wrong]).migrate(connection) }
    #expect(try connection.integer("SELECT count(*) FROM sqlite_schema") == 0)
    #expect(try Migrator([first]).migrate(connection).count == 1)
  }
}

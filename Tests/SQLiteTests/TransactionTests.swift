import SQLite
import Testing

@Suite struct TransactionTests {
  private struct Stop: Error {}

  private func table() throws -> Connection {
    let connection = try Connection(
      path: ":memory:", mode: .readWriteCreate, busyTimeoutMilliseconds: 0)
    try connection.execute("PRAGMA foreign_keys = ON")
    try connection.execute("CREATE TABLE t (x INTEGER PRIMARY KEY)")
    return connection
  }

  private func values(_ connection: Connection) throws -> [Int64] {
    try connection.rows("SELECT x FROM t ORDER BY x") { try $0.integer(at: 0) }
  }

  @Test func `a body that throws leaves nothing behind`() throws {
    let connection = try table()
    #expect(throws: Stop.self) {
      try connection.transaction(.immediate) {
        try connection.execute("INSERT INTO t VALUES (1)")
        throw Stop()
      }
    }
    #expect(!connection.isInTransaction)
    #expect(try values(connection) == [])
  }

  @Test func `an inner body that throws takes back only its own part`() throws {
    let connection = try table()
    let result = try connection.transaction(.immediate) {
      try connection.execute("INSERT INTO t VALUES (1)")
      #expect(throws: Stop.self) {
        try connection.transaction(.immediate) {
          try connection.execute("INSERT INTO t VALUES (2)")
          try connection.transaction(.deferred) {
            try connection.execute("INSERT INTO t VALUES (3)")
          }
          throw Stop()
        }
      }
      try connection.transaction(.immediate) { try connection.execute("INSERT INTO t VALUES (4)") }
      return "done"
    }
    #expect(result == "done")
    #expect(try values(connection) == [1, 4])
  }

  @Test func `a commit that fails rolls back and throws`() throws {
    let connection = try table()
    try connection.execute(
      "CREATE TABLE child (x INTEGER REFERENCES t DEFERRABLE INITIALLY DEFERRED)")
    #expect {
      try connection.transaction(.immediate) {
        try connection.execute("INSERT INTO t VALUES (1)")
        try connection.execute("INSERT INTO child VALUES (99)")
      }
    } throws: { ResultCode.constraint ~= $0 }
    #expect(!connection.isInTransaction)
    #expect(try values(connection) == [])
  }

  @Test func `nothing slips out when SQLite itself rolls back in the middle`() throws {
    let connection = try table()
    #expect {
      try connection.transaction(.immediate) {
        try connection.execute("INSERT INTO t VALUES (1)")
        #expect(throws: SQLError.self) {
          try connection.transaction(.immediate) {
            try connection.execute("INSERT OR ROLLBACK INTO t VALUES (1)")
          }
        }
        // The outer body swallowed the error; its next write may not commit alone.
        #expect(throws: SQLError.self) { try connection.execute("INSERT INTO t VALUES (2)") }
      }
    } throws: { ResultCode.abort ~= $0 }
    #expect(try values(connection) == [])
    try connection.transaction(.immediate) { try connection.execute("INSERT INTO t VALUES (3)") }
    #expect(try values(connection) == [3])
  }

  @Test func `a violated unique key is recognised`() throws {
    let connection = try table()
    try connection.execute("INSERT INTO t VALUES (1)")
    let error = #expect(throws: SQLError.self) {
      try connection.execute("INSERT INTO t VALUES (1)")
    }
    #expect(error.map { ResultCode.constraint ~= $0.code } == true)
  }
}

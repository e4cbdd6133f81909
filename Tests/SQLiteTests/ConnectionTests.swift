import Foundation
import SQLite
import Testing

@Suite struct ConnectionTests {
  private func memory() throws -> Connection {
    try Connection(path: ":memory:", mode: .readWriteCreate, busyTimeoutMilliseconds: 0)
  }

  @Test func `what was written is read by another connection`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/store.sqlite"
      let writer = try Connection(
        path: path, mode: .readWriteCreate, busyTimeoutMilliseconds: 100)
      try writer.execute("PRAGMA journal_mode = WAL")
      try writer.execute("CREATE TABLE item (name TEXT, count INTEGER) STRICT")
      try writer.execute("INSERT INTO item VALUES (?, ?)", "Lúa", 7)
      let reader = try Connection(path: path, mode: .readOnly, busyTimeoutMilliseconds: 100)
      let rows = try reader.rows("SELECT name, count FROM item WHERE count = ?", 7) {
        (try $0.text(at: 0), try $0.integer(at: 1))
      }
      #expect(rows.count == 1)
      #expect(rows.first?.0 == "Lúa")
      #expect(rows.first?.1 == 7)
    }
  }

  @Test func `an empty blob and an empty text are not NULL`() throws {
    let connection = try memory()
    try connection.execute("CREATE TABLE t (b, s)")
    try connection.withStatement("INSERT INTO t VALUES (?, ?)") { statement in
      try statement.bind(bytes: [UInt8](), at: 1)
      try statement.bind("", at: 2)
      try statement.run()
    }
    try connection.execute("INSERT INTO t VALUES (?, ?)", .blob([]), "")
    let types = try connection.rows("SELECT b, s FROM t") { [$0.type(at: 0), $0.type(at: 1)] }
    #expect(types == [[.blob, .text], [.blob, .text]])
    #expect(try connection.row("SELECT b FROM t", map: { try $0.bytes(at: 0) }) == [])
  }

  @Test func `every storage class comes back as it was bound`() throws {
    let connection = try memory()
    let values: [SQLValue] = [
      .integer(.min), .integer(.max), .real(0.5), .text("nấm\u{0}đuôi"), .blob([0, 255]), .null,
    ]
    for value in values {
      #expect(
        try connection.row("SELECT ?", bindings: [value], map: { try $0.value(at: 0) }) == value)
    }
    try connection.withStatement("SELECT ?, ?, ?") { statement in
      try statement.bind(bytes: [UInt8]([2, 3]), at: 1)
      try statement.bind(1.5, at: 2)
      try statement.bindNull(at: 3)
      #expect(try statement.step())
      #expect(try statement.withBytes(at: 0) { Array($0) } == [2, 3])
      #expect(try statement.real(at: 1) == 1.5)
      #expect(try statement.optionalText(at: 2) == nil)
      #expect(try statement.optionalBytes(at: 0) == [2, 3])
    }
  }

  @Test func `a value of another type is an error that names the column`() throws {
    let connection = try memory()
    for sql in [
      "SELECT 'x' AS age", "SELECT NULL AS age", "SELECT 1.0 AS age", "SELECT x'' AS age",
    ] {
      let error = #expect(throws: SQLError.self) { try connection.integer(sql) }
      #expect(error?.code == .mismatch)
      #expect(error?.message.contains("'age'") == true)
    }
    #expect(throws: SQLError.self) {
      try connection.row("SELECT CAST(x'C328' AS TEXT) AS name") { try $0.text(at: 0) }
    }
  }

  @Test func `a nested use of the same text gets a statement of its own`() throws {
    let connection = try memory()
    let sql = "SELECT value FROM json_each('[1,2,3]') ORDER BY value"
    var pairs: [[Int64]] = []
    try connection.withStatement(sql) { outer in
      while try outer.step() {
        try connection.withStatement(sql) { inner in
          #expect(inner !== outer)
          while try inner.step() {
            pairs.append([try outer.integer(at: 0), try inner.integer(at: 0)])
          }
        }
      }
    }
    #expect(pairs.count == 9)
    #expect(connection.counters.prepared == 2)
    #expect(try connection.integer(sql) == 1)
    #expect(connection.counters.prepared == 2)
  }

  @Test func `a lease leaves no bindings and no open row behind`() throws {
    let connection = try memory()
    try connection.withStatement("SELECT ?") { statement in
      try statement.bind("left over", at: 1)
      #expect(try statement.step())
    }
    try connection.withStatement("SELECT ?") { statement in
      _ = try statement.step()
      #expect(statement.isNull(at: 0))
    }
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try connection.withStatement("SELECT 1") { statement in
        _ = try statement.step()
        throw Stop()
      }
    }
    #expect(try connection.integer("SELECT 1") == 1)
  }

  @Test func `texts that Swift calls equal but differ in bytes are different statements`() throws {
    let connection = try memory()
    #expect(try connection.scalar("SELECT hex('e\u{301}')") == "65CC81")
    #expect(try connection.scalar("SELECT hex('\u{e9}')") == "C3A9")
  }

  @Test func `a held statement runs again without being compiled again`() throws {
    let connection = try memory()
    try connection.execute("CREATE TABLE t (a INTEGER, b TEXT)")
    let insert = try connection.prepare("INSERT INTO t VALUES (?, ?)")
    let before = connection.counters
    for number in 0..<100 {
      try insert.bind(number, at: 1)
      try insert.bind("row \(number)", at: 2)
      try insert.run()
    }
    #expect(connection.counters.prepared == before.prepared)
    #expect(connection.counters.steps == before.steps + 100)
    #expect(connection.totalChanges == 100)
    #expect(connection.changes == 1)
    #expect(connection.lastInsertRowID == 100)
  }

  @Test func `two statements in one text, or none, are refused`() throws {
    let connection = try memory()
    for sql in ["SELECT 1; SELECT 2", "", "-- nothing", "SELECT 1; nonsense"] {
      #expect(throws: SQLError.self) { try connection.execute(sql) }
    }
    try connection.execute("SELECT 1; -- the end")
    try connection.execute(script: "CREATE TABLE a (x); CREATE TABLE b (x);")
    #expect(try connection.integer("SELECT count(*) FROM sqlite_schema") == 2)
  }

  @Test func `wrong numbers of bindings are refused`() throws {
    let connection = try memory()
    #expect(throws: SQLError.self) { try connection.execute("SELECT ?") }
    #expect(throws: SQLError.self) { try connection.execute("SELECT ?", 1, 2) }
    #expect(throws: SQLError.self) {
      try connection.withStatement("SELECT ?") { try $0.bind(1, at: 2) }
    }
  }

  @Test func `a closed connection and its statements refuse work`() throws {
    let connection = try memory()
    let statement = try connection.prepare("SELECT 1")
    connection.close()
    connection.close()
    #expect(throws: SQLError.self) { try statement.step() }
    #expect(throws: SQLError.self) { try connection.execute("SELECT 1") }
    #expect(!connection.isInTransaction)
  }

  @Test func `a read-only connection refuses to write`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/store.sqlite"
      try Connection(path: path, mode: .readWriteCreate, busyTimeoutMilliseconds: 0)
        .execute("CREATE TABLE t (x)")
      let reader = try Connection(path: path, mode: .readOnly, busyTimeoutMilliseconds: 0)
      let error = #expect(throws: SQLError.self) {
        try reader.execute("INSERT INTO t VALUES (1)")
      }
      #expect(error.map { ResultCode.readonly ~= $0.code } == true)
    }
  }

  @Test func `a missing file, a foreign file and a damaged file are told apart`() throws {
    try withTemporaryFolder { folder in
      let missing = #expect(throws: SQLError.self) {
        try Connection(path: folder + "/no/file", mode: .readWrite, busyTimeoutMilliseconds: 0)
      }
      #expect(missing.map { ResultCode.cantopen ~= $0.code } == true)

      let foreign = folder + "/foreign"
      try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: foreign))
      let notadb = #expect(throws: SQLError.self) {
        try Connection(path: foreign, mode: .readWrite, busyTimeoutMilliseconds: 0)
          .integer("SELECT count(*) FROM sqlite_schema")
      }
      #expect(notadb?.code == .notadb)

      let damaged = folder + "/damaged"
      do {
        let connection = try Connection(
          path: damaged, mode: .readWriteCreate, busyTimeoutMilliseconds: 0)
        try connection.execute("CREATE TABLE t (x)")
        for _ in 0..<200 { try connection.execute("INSERT INTO t VALUES (randomblob(100))") }
        #expect(try connection.integrityCheck() == [])
      }
      var bytes = try Data(contentsOf: URL(fileURLWithPath: damaged))
      for index in 4096..<8192 { bytes[index] = 0xFF }
      try bytes.write(to: URL(fileURLWithPath: damaged))
      let connection = try Connection(path: damaged, mode: .readOnly, busyTimeoutMilliseconds: 0)
      do {
        #expect(try connection.integrityCheck() != [])
      } catch ResultCode.corrupt {
        // Either way the damage is found.
      }
      #expect {
        try connection.rows("SELECT x FROM t") { try $0.bytes(at: 0) }
      } throws: { ($0 as? SQLError)?.isDamaged == true }
    }
  }

  @Test func `a path that begins like a URL is still a file`() throws {
    #expect(throws: SQLError.self) {
      try Connection(
        path: "file:memory?mode=memory", mode: .readWrite, busyTimeoutMilliseconds: 0)
    }
  }

  @Test func `a lock of another connection is reported as busy`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/store.sqlite"
      let first = try Connection(path: path, mode: .readWriteCreate, busyTimeoutMilliseconds: 0)
      let second = try Connection(path: path, mode: .readWriteCreate, busyTimeoutMilliseconds: 0)
      try first.execute("CREATE TABLE t (x)")
      try first.transaction(.immediate) {
        do {
          try second.transaction(.immediate) {}
          Issue.record("two writers at once")
        } catch ResultCode.busy {
          #expect(!second.isInTransaction)
        }
      }
      try second.transaction(.immediate) { try second.execute("INSERT INTO t VALUES (1)") }
    }
  }
}

import SQLite
import Testing

@Suite struct CountingFileSystemTests {
  @Test func `a commit in WAL mode with full synchronisation costs one sync`() throws {
    let system = try CountingFileSystem(name: "counting-test")
    try withTemporaryFolder { folder in
      let connection = try Connection(
        path: folder + "/store.sqlite", mode: .readWriteCreate, vfs: system.name,
        busyTimeoutMilliseconds: 0)
      try connection.execute("PRAGMA journal_mode = WAL")
      try connection.execute("PRAGMA synchronous = FULL")
      try connection.execute("CREATE TABLE t (x)")
      let before = system.counts
      for number in 0..<10 {
        try connection.transaction(.immediate) {
          try connection.execute("INSERT INTO t VALUES (?)", .integer(Int64(number)))
        }
      }
      #expect(system.counts.syncs - before.syncs == 10)
      #expect(system.counts.writes > before.writes)
      #expect(system.counts.bytesWritten - before.bytesWritten > 10 * 4096)
      #expect(try connection.integer("SELECT count(*) FROM t") == 10)
    }
  }
}

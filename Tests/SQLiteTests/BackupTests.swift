import Foundation
import SQLite
import Testing

@Suite struct BackupTests {
  private struct Stop: Error {}

  private func fill(_ path: String) throws -> Connection {
    let connection = try Connection(
      path: path, mode: .readWriteCreate, busyTimeoutMilliseconds: 0)
    try connection.execute("PRAGMA journal_mode = WAL")
    try connection.execute("CREATE TABLE t (x BLOB)")
    try connection.transaction(.immediate) {
      for _ in 0..<500 { try connection.execute("INSERT INTO t VALUES (randomblob(1000))") }
    }
    return connection
  }

  @Test func `a copy is one sound file with every row`() throws {
    try withTemporaryFolder { folder in
      let source = try fill(folder + "/store.sqlite")
      let path = folder + "/copy.sqlite"
      var reports: [BackupProgress] = []
      try source.backup(to: path, pagesPerStep: 50) { reports.append($0) }
      #expect(reports.count > 2)
      #expect(reports.last?.remainingPages == 0)
      let copy = try Connection(path: path, mode: .readOnly, busyTimeoutMilliseconds: 0)
      #expect(try copy.integer("SELECT count(*) FROM t") == 500)
      #expect(try copy.scalar("PRAGMA journal_mode") == "delete")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names.filter { $0.hasPrefix("copy") } == ["copy.sqlite"])
      let mode =
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test func `a stopped copy leaves the earlier one as it was`() throws {
    try withTemporaryFolder { folder in
      let source = try fill(folder + "/store.sqlite")
      let path = folder + "/copy.sqlite"
      try source.backup(to: path)
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      try source.execute("DELETE FROM t")
      #expect(throws: Stop.self) {
        try source.backup(to: path, pagesPerStep: 1) { _ in throw Stop() }
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
      #expect(!FileManager.default.fileExists(atPath: path + ".partial"))
      try source.backup(to: path)
      #expect(throws: SQLError.self) { try source.backup(to: folder + "/none/copy.sqlite") }
    }
  }

  @Test func `rows written by others during the copy do not disturb it`() throws {
    try withTemporaryFolder { folder in
      let source = try fill(folder + "/store.sqlite")
      let writer = try Connection(
        path: folder + "/store.sqlite", mode: .readWrite, busyTimeoutMilliseconds: 0)
      let path = folder + "/copy.sqlite"
      var written = 0
      try source.backup(to: path, pagesPerStep: 40) { _ in
        guard written < 3 else { return }
        written += 1
        try writer.execute("INSERT INTO t VALUES (x'00')")
      }
      let copy = try Connection(path: path, mode: .readOnly, busyTimeoutMilliseconds: 0)
      #expect(try copy.integer("SELECT count(*) FROM t") == 503)
    }
  }
}

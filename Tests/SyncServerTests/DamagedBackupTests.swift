import CommandLine
import Foundation
import Replica
import SQLite
import Testing

@testable import SyncServer

/// Backups whose file is whole and whose content is not.
@Suite struct DamagedBackupTests {
  private let run: CommandRun
  private let file: String

  init() throws {
    run = try CommandRun(seed: 90)
    try #require(run("init", "--place", "17713").exit == .done)
    let hamlets = try run.write("a.csv", "commune_code,name,kind\n17713,Xóm 1,xóm\n")
    try #require(run("import", hamlets).exit == .done)
    file = run.path("copy")
    try #require(run("backup", file).exit == .done)
    run.pass(hours: 75)
  }

  private func damage(_ sql: String, _ bindings: SQLValue...) throws {
    let connection = try Connection(path: file, mode: .readWrite, busyTimeoutMilliseconds: 0)
    defer { connection.close() }
    try connection.execute(sql, bindings: bindings)
    #expect(try connection.integrityCheck().isEmpty, "SQLite sees nothing wrong")
  }

  /// The store's bytes, and the names beside it.
  private func home() throws -> (store: [UInt8]?, names: [String]) {
    (
      try HomeFolder.read(path: run.home.storePath, maximumBytes: 1 << 26),
      try FileManager.default.contentsOfDirectory(atPath: run.home.path).sorted()
    )
  }

  private func expectRefused(_ words: String) throws {
    let before = try home()
    for extra in [["--dry-run"], ["--force"]] {
      let refused = run.run(["restore", file] + extra, language: "en")
      #expect(refused.exit == .damagedInput)
      #expect(refused.error.contains(file), "it names the file")
      #expect(refused.error.contains(words), "\(refused.error)")
      #expect(refused.error.contains("left as they were"))
    }
    let vietnamese = run.run(["restore", file, "--force"], language: "vi")
    #expect(vietnamese.error.contains("giữ nguyên như cũ"))
    let after = try home()
    #expect(after.store == before.store && after.names == before.names)
    #expect(run("verify", "--deep").exit == .done)
  }

  @Test func `a byte of a batch`() throws {
    try damage(
      """
      UPDATE batch SET encoded = CAST(substr(encoded, 1, 70) || x'ff' || substr(encoded, 72) AS BLOB)
      WHERE position = 1
      """)
    try expectRefused("batches that are unreadable or wrongly signed: 1")
  }

  @Test func `a batch that is gone`() throws {
    try damage("DELETE FROM batch WHERE position = 1")
    try expectRefused("broken links of chains: 1")
  }

  @Test func `a row that is gone`() throws {
    try damage("DELETE FROM place")
    try expectRefused("areas whose digest is not that of their rows: 1")
  }

  @Test func `a value that nobody wrote`() throws {
    try damage("UPDATE place SET name = 'Xóm 2'")
    try expectRefused("values that no operation wrote: 1")
  }

  @Test func `an operation that is no operation`() throws {
    try damage(
      "INSERT INTO outbox (scope, act, origin, operation) VALUES (0, 1, 1, x'ffff')")
    try expectRefused("faults of the file itself: 1")
    #expect(run("restore", file, "--accept-damage").exit == .damagedInput)
  }

  @Test func `whoever has no other backup may accept what is damaged, and is told again`() throws {
    try damage("UPDATE place SET name = 'Xóm 2'")
    let restored = run("restore", file, "--accept-damage", "--json")
    #expect(restored.exit == .needsAttention)
    let codes = try restored.json()["accepted_damage"]?.arrayValue?.compactMap {
      $0["code"]?.textValue
    }
    #expect(codes?.contains("heads-untraced") == true)
    #expect(run("verify", "--deep").exit != .done)
  }

  @Test func `a restore names its backup and how old it is`() throws {
    let restored = run("restore", file)
    #expect(restored.exit == .done)
    #expect(restored.out.contains(file) && restored.out.contains("3 days old"))
    #expect(!HomeFolder.exists("\(run.home.storePath).restoring"))
    #expect(run("verify", "--deep").exit == .done)
  }
}

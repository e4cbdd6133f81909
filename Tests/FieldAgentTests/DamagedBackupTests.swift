import CommandLine
import Foundation
import Replica
import SQLite
import Testing

@testable import FieldAgent

/// A laptop's backup whose file is whole and whose content is not.
@Suite struct DamagedBackupTests {
  let centre: TestCentre
  let laptop: TestLaptop
  private var file: String { "\(laptop.folder.path)/backup" }

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    #expect(laptop.run("sync").code == .done)
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Chưa gửi")
    #expect(laptop.run("backup", file).code == .done)
  }

  private func damage(_ sql: String) throws {
    let connection = try Connection(path: file, mode: .readWrite, busyTimeoutMilliseconds: 0)
    defer { connection.close() }
    try connection.execute(sql)
    #expect(try connection.integrityCheck().isEmpty, "SQLite sees nothing wrong")
  }

  @Test(arguments: [
    """
    UPDATE batch SET encoded = CAST(substr(encoded, 1, 90) || x'ff' || substr(encoded, 92) AS BLOB)
    WHERE position = (SELECT max(position) FROM batch)
    """,
    "DELETE FROM household", "UPDATE household SET kind = 2", "DELETE FROM outbox",
    "DELETE FROM batch WHERE position = (SELECT max(position) FROM batch)",
  ])
  func `a changed backup replaces nothing`(sql: String) throws {
    try damage(sql)
    let names = try FileManager.default.contentsOfDirectory(atPath: laptop.home.path).sorted()
    for words in [[file, "--force"], [file, "--dry-run"]] {
      let refused = laptop.run(["restore"] + words, json: true)
      #expect(refused.code == .damagedInput && refused.failure == "backup-damaged")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: laptop.home.path).sorted() == names)
    #expect(laptop.run("household", "list").code == .done)
    #expect(laptop.run("sync").code == .done)
    #expect(laptop.run("verify", "--deep").code == .done)
  }

  @Test func `a sound backup is named with its age`() throws {
    laptop.machine.pass(hours: 30)
    let restored = laptop.run("restore", file, "--force")
    #expect(restored.code == .done && restored.output.contains("30 hours old"))
    #expect(restored.output.contains(file))
  }
}

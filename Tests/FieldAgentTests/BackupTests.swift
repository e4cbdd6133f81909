import CommandLine
import Foundation
import Replica
import SQLite
import Testing

@testable import FieldAgent

@Suite struct BackupTests {
  let centre: TestCentre
  let laptop: TestLaptop

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
  }

  private func names(_ home: String? = nil) -> [String] {
    let list =
      laptop.run(["household", "list"], json: true, home: home).json?["households"]?.arrayValue
      ?? []
    return list.compactMap { $0["name"]?.textValue }.sorted()
  }

  @Test func `a backup with its keys opens elsewhere, and both write on without a clash`() throws {
    let code = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let file = "\(laptop.folder.path)/backup"
    let keys = "\(laptop.folder.path)/keys"
    #expect(laptop.run("backup", file, "--with-keys", keys).code == .done)
    #expect(laptop.run("backup", file, json: true).failure == "backup-exists")
    let other = "\(laptop.folder.path)/other"
    #expect(
      laptop.run(["restore", file], json: true, home: other).failure == "keys-needed")
    #expect(laptop.run(["restore", file, "--keys", keys], home: other).code == .done)
    #expect(laptop.run(["verify"], home: other).code == .done)
    // Somebody may have been erased since: names are shown when the centre was heard.
    #expect(names(other).count == 1 && names(other) != ["Đức"])
    #expect(laptop.run(["sync"], home: other).code == .done)
    #expect(names(other) == ["Đức"])
    #expect(laptop.run(["household", "edit", code, "--address", "a"], home: other).code == .done)
    #expect(laptop.run(["household", "edit", code, "--address", "b"]).code == .done)
    #expect(laptop.run(["sync"], home: other).code == .done)
    #expect(laptop.run("sync").code == .done)
    #expect(laptop.run("verify").code == .done)
  }

  @Test func `the wrong files leave a new home as it was, and the right ones work after them`()
    throws
  {
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let folder = laptop.folder.path
    #expect(laptop.run("backup", "\(folder)/b", "--with-keys", "\(folder)/k").code == .done)
    let neighbour = try TestLaptop(of: centre, "Trần Thị Bình", seed: 51)
    _ = try neighbour.save("household", "add", "--place", "Xóm 1", "--name", "Tâm")
    #expect(neighbour.run("backup", "\(folder)/b2").code == .done)
    // What the centre's program would write.
    let centres = HomeFolder(path: "\(folder)/centre")
    try centres.create()
    let names = ["config.json", "keys/root.key", "keys/epoch-0.key", "keys/tls-key.pem"]
    for name in names { try centres.write(name, [1]) }
    try HomeFolder.write(
      path: "\(folder)/kc", KeyBundle(of: centres, names: names).encoded)
    try FileManager.default.copyItem(atPath: "\(folder)/b", toPath: "\(folder)/bc")
    let copy = try Connection(
      path: "\(folder)/bc", mode: .readWrite, busyTimeoutMilliseconds: 0)
    try copy.execute("UPDATE local_state SET value = 0 WHERE key = 'replica'")
    copy.close()

    let other = "\(folder)/other"
    for (backup, keys, failure) in [
      ("b", "kc", "keys-of-another"), ("b2", "k", "backup-of-another"),
      ("bc", "kc", "backup-of-another"), ("bc", "k", "backup-of-another"),
    ] {
      let refused = laptop.run(
        ["restore", "\(folder)/\(backup)", "--keys", "\(folder)/\(keys)"], json: true, home: other)
      #expect(refused.failure == failure && refused.code == .refusedForSafety)
      #expect(!HomeFolder.exists(other), "nothing was made")
    }
    #expect(
      laptop.run(["restore", "\(folder)/b", "--keys", "\(folder)/k"], home: other).code == .done)
    #expect(laptop.run(["sync"], home: other).code == .done)
    #expect(self.names(other) == ["Đức"])
  }

  @Test func `a restore that is cut off after the store was replaced shows no name`() throws {
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let file = "\(laptop.folder.path)/backup"
    #expect(laptop.run("backup", file).code == .done)
    #expect(laptop.run("sync").code == .done)
    #expect(names() == ["Đức"])
    var random = laptop.machine.surroundings.generator()
    try BackupFile(checking: file).prepare(
      for: laptop.home, force: true, acceptsDamage: false, random: &random, progress: { _ in }
    ).replaceStore(of: laptop.home)
    #expect(names().count == 1 && names() != ["Đức"])
    #expect(laptop.run("sync").code == .done)
    #expect(names() == ["Đức"])
    #expect(laptop.run("verify").code == .done)
  }

  @Test func `a copy of the keys is not taken back after fifteen days`() throws {
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let file = "\(laptop.folder.path)/backup"
    let keys = "\(laptop.folder.path)/keys"
    #expect(laptop.run("backup", file, "--with-keys", keys).code == .done)
    #expect(laptop.run("sync").code == .done)
    let other = "\(laptop.folder.path)/other"
    laptop.machine.pass(hours: 15 * 24 + 1)
    centre.machine.pass(hours: 15 * 24 + 1)
    #expect(
      laptop.run(["restore", file, "--keys", keys], json: true, home: other).failure
        == "keyring-backup-too-old")
    #expect(!HomeFolder.exists("\(other)/store.sqlite"))
    // Without it the names come back from the centre.
    try FileManager.default.removeItem(atPath: KeyringBackup.path(besideKeys: keys))
    #expect(laptop.run(["restore", file, "--keys", keys], home: other).code == .done)
    #expect(names(other) != ["Đức"])
    for _ in 0..<2 { #expect(laptop.run(["sync"], home: other).code == .done) }
    #expect(names(other) == ["Đức"])
  }

  @Test func `an old backup gets its lost work back, and the laptop a new number`() throws {
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Trước")
    #expect(laptop.run("sync").code == .done)
    let file = "\(laptop.folder.path)/backup"
    #expect(laptop.run("backup", file).code == .done)
    #expect(laptop.run("restore", file, "--dry-run").code == .done)
    let lost = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đã gửi")
    #expect(laptop.run("sync").code == .done)
    #expect(laptop.run("restore", file, json: true).failure == "store-has-more")
    let restored = laptop.run("restore", file, "--force", json: true)
    #expect(restored.code == .done)
    let old = try #require(restored.json?["old_store"]?.textValue)
    #expect(HomeFolder.exists(old))
    #expect(names().count == 1 && names() != ["Trước"])
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Sau")
    #expect(laptop.run("sync").code == .done)
    #expect(names() == ["Sau", "Trước", "Đã gửi"])
    // What the store before it had sent was sent.
    let stages = laptop.run("status", json: true).json
    #expect(stages?["sent"]?.integerValue == 3 && stages?["received"]?.integerValue == 3)
    let status = laptop.run("status")
    #expect(status.code == .needsAttention && status.output.contains("camtay enroll"))
    let vietnamese = CopiedWarning.words.text(in: .vietnamese)
    #expect(vietnamese.contains("camtay enroll"))
    // Enrolled anew in the same home, with work that nobody has seen yet.
    let unsent = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Chưa gửi")
    let before = laptop.run("status", json: true).json?["replica"]?.integerValue
    let again = laptop.run(
      "enroll", "--server", centre.address, "--code", try centre.issueCode())
    #expect(again.code == .done, "\(again.error)")
    let after = laptop.run("status", json: true)
    #expect(after.code == .done)
    #expect(after.json?["replica"]?.integerValue != before)
    #expect(after.json?["not_handed_over"]?.integerValue ?? 0 == 0)
    let new = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Số mới")
    #expect(new.dropLast(2) != unsent.dropLast(2) && new != lost)
    #expect(laptop.run("sync").code == .done)
    #expect(names() == ["Chưa gửi", "Sau", "Số mới", "Trước", "Đã gửi"])
    let atCentre = try centre.with {
      try $0.store.connection.integer("SELECT count(*) FROM household")
    }
    #expect(atCentre == 5)
    #expect(laptop.run("verify").code == .done)
    // Enrolled once more without a reason, it is refused as ever.
    let refused = laptop.run(
      "enroll", "--server", centre.address, "--code", try centre.issueCode(), json: true)
    #expect(refused.failure == "already-enrolled")
    // The backup of the old number still opens: its keys are kept.
    #expect(laptop.run("restore", file, "--force").code == .done)
    #expect(laptop.run("sync").code == .done)
    #expect(names() == ["Chưa gửi", "Sau", "Số mới", "Trước", "Đã gửi"])
  }

  @Test func `a whole home that is copied with the same dates works on both machines`() throws {
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Chung")
    let store = laptop.home.storePath
    let copy = "\(laptop.folder.path)/copy.sqlite"
    for suffix in ["", "-wal"] where HomeFolder.exists(store + suffix) {
      try FileManager.default.copyItem(atPath: store + suffix, toPath: copy + suffix)
    }
    let note = try #require(try laptop.home.read("lock"))
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Gốc")
    #expect(laptop.run("sync").code == .done)
    // Over the same inode, and with the note that stood beside it then.
    try overwrite(store, with: copy)
    try overwrite("\(laptop.home.path)/lock", note)
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Chép")
    let synced = laptop.run("sync")
    #expect(synced.code == .done, "\(synced.error)")
    #expect(names() == ["Chung", "Chép", "Gốc"])
    #expect(laptop.run("status").code == .needsAttention)
    #expect(laptop.run("verify").code == .done)
  }

  /// Content put over a file that keeps its inode, as `cp` does it.
  private func overwrite(_ path: String, with source: String) throws {
    let content = try Data(contentsOf: URL(fileURLWithPath: source))
    try? FileManager.default.removeItem(atPath: path + "-wal")
    try? FileManager.default.removeItem(atPath: path + "-shm")
    try overwrite(path, Array(content))
    if HomeFolder.exists(source + "-wal") {
      try FileManager.default.copyItem(atPath: source + "-wal", toPath: path + "-wal")
    }
  }

  private func overwrite(_ path: String, _ content: [UInt8]) throws {
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: 0)
    try file.write(contentsOf: content)
    try file.close()
  }

  @Test func `only a restore that set unsent work aside says where that is`() throws {
    for isUnsent in [true, false] {
      let laptop = try TestLaptop(of: centre, seed: isUnsent ? 71 : 72)
      let file = "\(laptop.folder.path)/backup"
      #expect(laptop.run("backup", file).code == .done)
      _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đã gửi", "--new")
      #expect(laptop.run("sync").code == .done)
      if isUnsent {
        _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Chưa gửi", "--new")
      }
      let restored = laptop.run("restore", file, "--force", json: true)
      let aside = try #require(restored.json?["old_store"]?.textValue)
      _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Sau", "--new")
      #expect(laptop.run("sync").code == .done)
      let status = laptop.run("status")
      #expect(status.output.contains("put back from an older state"))
      #expect(status.output.contains("not sent is in \(aside) alone") == isUnsent)
    }
  }
}

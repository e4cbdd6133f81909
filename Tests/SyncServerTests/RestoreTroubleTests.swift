import Foundation
import Replica
import Testing

@testable import SyncServer

/// What people meet at a centre after a restore that was cut off, or without the right key.
@Suite struct RestoreTroubleTests {
  private let run: CommandRun
  private let file: String

  init() throws {
    run = try CommandRun(seed: 77)
    try #require(run("init", "--place", "17713").exit == .done)
    let hamlets = try run.write("hamlets.csv", "commune_code,name,kind\n17713,Xóm 1,xóm\n")
    try #require(run("import", hamlets).exit == .done)
    let list = try run.write(
      "ho.csv",
      "Thôn,Chủ hộ,Họ và tên,Ngày sinh,CCCD\nXóm 1,Lò Văn Páo,Lò Văn Páo,3/4/1950,\n")
    try #require(run("import", "households", list, "--all-new", "--apply").exit == .done)
    file = run.path("copy")
    try #require(run("backup", file).exit == .done)
  }

  /// A restore that ends where the backup has taken the place of the store.
  private func restoreCutOff() throws {
    var random = run.surroundings.generator()
    try BackupFile(checking: file).prepare(
      for: run.home, force: true, acceptsDamage: false, random: &random, progress: { _ in }
    ).replaceStore(of: run.home)
  }

  private func expectUnfinished() {
    for command in [["status"], ["verify"]] {
      for language in ["vi", "en"] {
        let refused = run.run(command, language: language)
        #expect(refused.exit == .refusedForSafety)
        #expect(refused.error.contains("camtay-server serve"), "\(refused.error)")
      }
      let refused = run.run(command + ["--json"], language: "en")
      #expect(refused.error.contains("restore-unfinished"))
    }
  }

  @Test func `a store older than its keys is said to be an unfinished restore, and serve ends it`()
    throws
  {
    #expect(run("restore", file, "--force").exit == .done)
    try restoreCutOff()
    expectUnfinished()
    do { _ = try Centre(run.home, as: .serving, surroundings: run.surroundings) }
    #expect(run("verify").exit == .done)
    #expect(try run("status", "--json").json()["locked_awaiting"] != .null)
    let erasures = run("erase", "list")
    #expect(erasures.exit == .needsAttention && !erasures.out.contains("Nobody was erased"))
    #expect(erasures.error.contains("erasures after the backup have not come back"))

    try restoreCutOff()
    expectUnfinished()
    #expect(run("restore", file, "--force").exit == .done)
    #expect(run("verify").exit == .done)
  }

  @Test func `without its store key the centre is told what a centre can do`() throws {
    let right = try #require(try run.home.read(StoreKey.fileName))
    try run.home.write(StoreKey.fileName, right.reversed())
    for (language, asks) in [("vi", "xin khóa từ các máy"), ("en", "asks the laptops")] {
      let refused = run.run(["status"], language: language)
      #expect(refused.exit == .damagedInput && refused.error.contains(asks))
    }
    try run.home.write(StoreKey.fileName, right)
    #expect(try run("status", "--json").json()["missing_keys"] == .integer(0))
    #expect(!run("status").out.contains("missing"))

    // As it is told: without keyring and key it opens, and counts what has to come.
    let keyring = Store.Location(path: run.home.storePath).keyringPath
    try HomeFolder.move(keyring, to: run.path("aside"))
    try run.home.remove(StoreKey.fileName)
    let status = try run("status", "--json").json()
    let missing = try #require(status["missing_keys"]?.integerValue)
    #expect(missing > 0)
    #expect(run("status").out.contains("missing: the personal values"))
    #expect(run.run(["status"], language: "vi").out.contains("Còn thiếu \(missing) khóa"))
    #expect(run("verify").exit == .done)
    #expect(try run("verify", "--json").json()["missing_keys"]?.integerValue == missing)
  }
}

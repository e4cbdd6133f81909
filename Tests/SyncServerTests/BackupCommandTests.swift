import CommandLine
import Foundation
import Replica
import SQLite
import Testing

@testable import SyncServer

@Suite struct BackupCommandTests {
  private func initialised(seed: UInt64) throws -> CommandRun {
    let run = try CommandRun(seed: seed)
    try #require(run("init", "--place", "17713").exit == .done)
    let hamlets = try run.write("a.csv", "commune_code,name,kind\n17713,Xóm 1,xóm\n")
    let members = try run.write(
      "b.csv", "hamlet,team,full_name,role,organisation,phone,from\nXóm 1,Tổ 1,An,,,,\n")
    try #require(run("import", hamlets, members).exit == .done)
    return run
  }

  @Test func `a backup is read back, holds no key, and warns while it lies beside the data`() throws
  {
    let run = try initialised(seed: 70)
    let made = run("backup", run.path("copy"))
    #expect(made.exit == .done)
    #expect(made.out.contains("holds no keys"))
    #expect(made.error.contains("--off-machine"))
    #expect(run("backup", run.path("copy")).exit == .refusedForSafety)
    #expect(try run("status", "--json").json()["last_backup"] == .null)
    let durable = run(
      "backup", run.path("copy-2"), "--with-keys", run.path("keys-2"), "--off-machine", "--json")
    #expect(try durable.json()["durable"] == .bool(true))
    #expect(try run("status", "--json").json()["last_backup"]?.textValue != nil)
    var status = stat()
    #expect(stat(run.path("keys-2"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    let centre = try Centre(run.home, as: .guest, surroundings: run.surroundings)
    try centre.inspect { field in
      for scope in try field.store.knownScopes() {
        #expect(try field.store.durableThrough(scope) == field.store.cursor(scope).arrival)
      }
    }
    let copied = try Data(contentsOf: URL(fileURLWithPath: run.path("copy-2")))
    for name in ["keys/root.key", "keys/epoch-0.key", "keys/identification.key"] {
      let key = try #require(try run.home.read(name))
      #expect(copied.range(of: Data(key)) == nil)
    }
  }

  @Test func `a restore needs keys, keeps the old store and begins a new epoch`() throws {
    let run = try initialised(seed: 71)
    let file = run.path("copy")
    #expect(run("backup", file, "--with-keys", run.path("keys")).exit == .done)
    let more = try run.write("c.csv", "commune_code,name,kind\n17713,Xóm 9,xóm\n")
    #expect(run("import", more).exit == .done)
    let checked = run("restore", file, "--dry-run", "--json")
    #expect(checked.exit == .needsAttention)
    #expect(try checked.json()["batches_lacking"]?.integerValue ?? 0 > 0)
    let refused = run("restore", file, "--json")
    #expect(refused.exit == .refusedForSafety && refused.error.contains("store-has-more"))
    #expect(try run("status", "--json").json()["hamlets"]?.integerValue == 2)
    let restored = run("restore", file, "--force", "--json")
    #expect(restored.exit == .done)
    #expect(try restored.json()["epoch"]?.integerValue == 1)
    let old = try #require(try restored.json()["old_store"]?.textValue)
    #expect(HomeFolder.exists(old))
    let status = try run("status", "--json").json()
    #expect(status["hamlets"]?.integerValue == 1)
    #expect(status["restores"]?.arrayValue?.first?["detail"]?.textValue == "restored")
    #expect(run("verify").exit == .done)
    // On a machine that has nothing, only with the keys.
    let elsewhere = HomeFolder(path: run.path("elsewhere"))
    #expect(throws: CentreError.keysNeeded(elsewhere.path)) {
      try CentreRestore.restore(
        file, into: elsewhere, keyFile: nil, force: false, surroundings: run.surroundings)
    }
    let outcome = try CentreRestore.restore(
      file, into: elsewhere, keyFile: run.path("keys"), force: false,
      surroundings: run.surroundings)
    #expect(outcome.epoch == 1 && outcome.oldStore == nil)
    let centre = try Centre(elsewhere, as: .serving, surroundings: run.surroundings)
    #expect(try centre.read { try $0.teams().map(\.name) } == ["Tổ 1"])
    // Neither a damaged file nor one of another centre replaces anything.
    var bytes = try #require(try HomeFolder.read(path: file, maximumBytes: 1 << 26))
    for index in stride(from: 4_096, to: bytes.count, by: 64) { bytes[index] ^= 0x5a }
    try HomeFolder.write(path: run.path("damaged"), bytes)
    #expect(run("restore", run.path("damaged")).exit == .damagedInput)
    let other = try initialised(seed: 72)
    #expect(other("restore", file).exit == .refusedForSafety)
    #expect(other("verify").exit == .done)
  }

  @Test func `a laptop's files leave a new home as it was, and the centre's work after them`()
    throws
  {
    let run = try initialised(seed: 75)
    #expect(run("backup", run.path("b"), "--with-keys", run.path("k")).exit == .done)
    // What a laptop's program would write.
    let laptop = HomeFolder(path: run.path("laptop"))
    try laptop.create()
    let names = ["config.json", "keys/replica.key", "keys/replica.certificate", "keys/root.public"]
    for name in names { try laptop.write(name, [1]) }
    try HomeFolder.write(path: run.path("kl"), KeyBundle(of: laptop, names: names).encoded)
    try FileManager.default.copyItem(atPath: run.path("b"), toPath: run.path("bl"))
    let copy = try Connection(
      path: run.path("bl"), mode: .readWrite, busyTimeoutMilliseconds: 0)
    try copy.execute("UPDATE local_state SET value = 300 WHERE key = 'replica'")
    copy.close()

    let elsewhere = HomeFolder(path: run.path("elsewhere"))
    func restore(_ backup: String, _ keys: String) throws {
      _ = try CentreRestore.restore(
        run.path(backup), into: elsewhere, keyFile: run.path(keys), force: false,
        surroundings: run.surroundings)
    }
    #expect(throws: CentreError.keysOfAnother(run.path("kl"))) { try restore("b", "kl") }
    #expect(throws: CentreError.backupOfAnother(run.path("bl"))) { try restore("bl", "kl") }
    #expect(throws: CentreError.backupOfAnother(run.path("bl"))) { try restore("bl", "k") }
    let other = try initialised(seed: 76)
    #expect(other("backup", run.path("b2")).exit == .done)
    #expect(throws: CentreError.backupOfAnother(run.path("b2"))) { try restore("b2", "k") }
    #expect(!HomeFolder.exists(elsewhere.path), "nothing was made")
    try restore("b", "k")
    let centre = try Centre(elsewhere, as: .serving, surroundings: run.surroundings)
    #expect(try centre.read { try $0.teams().map(\.name) } == ["Tổ 1"])
    for language in ["vi", "en"] {
      let refused = run.run(
        ["restore", run.path("b"), "--keys", run.path("kl")], language: language)
      #expect(refused.exit == .refusedForSafety && refused.error.contains(run.path("kl")))
    }
  }

  @Test func `a restore that is cut off leaves personal values locked, and serve ends it`() throws {
    let run = try initialised(seed: 74)
    let file = run.path("copy")
    #expect(run("backup", file).exit == .done)
    let more = try run.write("c.csv", "commune_code,name,kind\n17713,Xóm 9,xóm\n")
    #expect(run("import", more).exit == .done)
    do {
      // What it leaves to be found out later: how far the centre had come.
      _ = try Centre(run.home, as: .serving, surroundings: run.surroundings)
    }
    func replaceStore() throws {
      var random = run.surroundings.generator()
      try BackupFile(checking: file).prepare(
        for: run.home, force: true, acceptsDamage: false, random: &random, progress: { _ in }
      ).replaceStore(of: run.home)
    }
    func isLocked() throws -> Bool {
      try run("status", "--json").json()["locked_awaiting"] != .null
    }
    #expect(try !isLocked())
    try replaceStore()
    #expect(try isLocked(), "cut off once the store was replaced")
    #expect(run("keyring", "unlock", "--yes").exit == .done)
    #expect(try !isLocked())

    let keys = try CentreKeys(reading: run.home)
    try Centre.nameNextEpoch(run.home, keys, because: .restored, run.surroundings)
    #expect(try isLocked(), "cut off once the next life had its certificate")
    #expect(run("verify").exit == .done)
    do {
      let served = try Centre(run.home, as: .serving, surroundings: run.surroundings)
      #expect(served.keys.certificate.replica > .centre(epoch: 0))
    }
    #expect(try isLocked() && run("verify").exit == .done)
  }

  @Test func `after a restore personal values are locked until all laptops return`() throws {
    let run = try initialised(seed: 73)
    var random = SeededGenerator(seed: 4)
    let laptop = try {
      let centre = try Centre(run.home, as: .guest, surroundings: run.surroundings)
      let root = centre.keys.root
      return try centre.inspect { field in
        try field.store.enrol(
          publicKey: root.verifyingKey.bytes, label: "Máy tổ 1", member: nil, team: nil,
          signedBy: { root.sign($0) }, clock: run.surroundings.clock(), random: &random)
      }
    }()
    #expect(run("keyring", "unlock").out.contains("not locked"))
    #expect(run("backup", run.path("copy"), "--with-keys", run.path("keys")).exit == .done)
    #expect(run("restore", run.path("copy"), "--force").exit == .done)

    let status = run("status")
    #expect(status.exit == .needsAttention && status.out.contains("Awaited: Máy tổ 1"))
    #expect(
      try run("status", "--json").json()["locked_awaiting"] == .array([.text("Máy tổ 1")]))
    let asked = run("keyring", "unlock")
    #expect(asked.exit == .needsAttention && asked.out.contains("--yes"))
    // A laptop that is lost can bring nothing back.
    #expect(run("laptop", "lost", "Máy tổ 1").exit == .done)
    #expect(try run("keyring", "unlock", "--json").json()["awaited"] == .array([]))
    #expect(try run("keyring", "unlock", "--json").json()["locked"] == .bool(true))

    #expect(run("keyring", "unlock", "--yes").exit == .done)
    #expect(try run("status", "--json").json()["locked_awaiting"] == .null)
    let centre = try Centre(run.home, as: .guest, surroundings: run.surroundings)
    #expect(try centre.inspect { try $0.store.certificate(of: laptop.replica) } == laptop)
    #expect(try centre.inspect { try !$0.store.showsNoSealedValues() })
  }

  @Test func `a laptop whose place another took is not awaited, and that is said`() throws {
    let run = try initialised(seed: 74)
    var random = SeededGenerator(seed: 5)
    do {
      let centre = try Centre(run.home, as: .guest, surroundings: run.surroundings)
      let root = centre.keys.root
      for label in ["Máy cũ", "Máy mới"] {
        _ = try centre.inspect { field in
          try field.store.enrol(
            publicKey: root.verifyingKey.bytes, label: label, member: nil, team: nil,
            signedBy: { root.sign($0) }, clock: run.surroundings.clock(), random: &random)
        }
      }
    }
    #expect(run("laptop", "replaced", "Máy cũ", "--by", "Máy mới", "--yes").exit == .done)
    #expect(run("backup", run.path("copy"), "--with-keys", run.path("keys")).exit == .done)
    #expect(run("restore", run.path("copy"), "--force").exit == .done)
    let asked = run("keyring", "unlock")
    #expect(asked.out.contains("Awaited: Máy mới."), "\(asked.out)")
    #expect(asked.out.contains("Not awaited: Máy cũ (replaced by Máy mới"))
    let json = try run("keyring", "unlock", "--json").json()
    #expect(json["awaited"] == .array([.text("Máy mới")]))
    #expect(json["not_awaited"] == .array([.text("Máy cũ")]))
  }

  @Test func `values that were unlocked early are told until every laptop was heard`() throws {
    let run = try initialised(seed: 78)
    var random = SeededGenerator(seed: 6)
    do {
      let centre = try Centre(run.home, as: .guest, surroundings: run.surroundings)
      let root = centre.keys.root
      _ = try centre.inspect { field in
        try field.store.enrol(
          publicKey: root.verifyingKey.bytes, label: "Máy tổ 1", member: nil, team: nil,
          signedBy: { root.sign($0) }, clock: run.surroundings.clock(), random: &random)
      }
    }
    #expect(run("backup", run.path("copy"), "--with-keys", run.path("keys")).exit == .done)
    #expect(run("restore", run.path("copy"), "--force").exit == .done)
    let unlocked = run("keyring", "unlock", "--yes")
    #expect(unlocked.exit == .done && unlocked.out.contains("Awaited: Máy tổ 1"))
    let status = run("status")
    #expect(status.exit == .needsAttention && status.out.contains("unlocked before every laptop"))
    let json = try run("status", "--json").json()
    #expect(json["locked_awaiting"] == .null)
    #expect(json["unlocked_awaiting"] == .array([.text("Máy tổ 1")]))
    #expect(run("erase", "list").exit == .needsAttention)
    #expect(try run("keyring", "unlock", "--json").json()["locked"] == .bool(false))
    // Of a laptop that is lost nothing can come.
    #expect(run("laptop", "lost", "Máy tổ 1").exit == .done)
    #expect(try run("status", "--json").json()["unlocked_awaiting"] == .null)
    #expect(!run("status").out.contains("unlocked before"))
  }
}

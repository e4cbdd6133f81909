import Foundation
import SyncProtocol
import Testing

@testable import Replica

@Suite struct BackupFileTests {
  @Test func `a backup is one moment of the store while others go on writing`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    for index in 0..<40 { _ = try world.addHousehold("\(index)", at: laptop) }
    let other = try world.open(
      world.folder.appendingPathComponent("laptop 1.sqlite").path, laptop.identity)
    let path = world.folder.appendingPathComponent("backup").path
    var random = SeededGenerator(seed: 3)
    var written = 0
    let report = try laptop.backup(to: path, random: &random) { _ in
      _ = try world.addHousehold("meanwhile", at: other)
      written += 1
    }
    #expect(written > 0)
    #expect(report.waitingOperations == 40)
    let file = try BackupFile(checking: path)
    #expect(file.replica == laptop.identity.replica)
    #expect(
      try file.lacking(from: world.folder.appendingPathComponent("laptop 1.sqlite").path)
        == (0, Int64(written)))
    let copy = try world.open(path, laptop.identity)
    #expect(copy.counter.session != laptop.counter.session)
    #expect(try copy.verify().findings.isEmpty)
  }

  @Test func `a store whose rows are not what its log says gives no backup`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("thật", at: laptop)
    try world.sync(laptop)
    try laptop.connection.execute("UPDATE household SET kind = 2")
    let path = world.folder.appendingPathComponent("backup").path
    var random = SeededGenerator(seed: 3)
    #expect(throws: ReplicaError.self) { try laptop.backup(to: path, random: &random) }
    #expect(!HomeFolder.exists(path))
    #expect(!HomeFolder.exists(path + ".unchecked"))
  }

  @Test func `durable is what a backup reached, and no more after a restore of an older one`()
    throws
  {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    func hand(_ name: String) throws {
      _ = try world.addHousehold(name, at: laptop)
      try world.syncAll(laptop)
    }
    try hand("a")
    let early = try world.backupOfCentre()
    try hand("b")
    var random = SeededGenerator(seed: 4)
    let path = world.folder.appendingPathComponent("durable").path
    let report = try world.centre.backup(to: path, random: &random)
    #expect(try world.centre.durableThrough(world.scope) == 0)
    try world.centre.recordDurable(report, clock: world.clock())
    try hand("c")
    #expect(try world.centre.durableThrough(world.scope) == 2)
    #expect(try world.centre.cursor(world.scope).arrival == 3)
    try world.setCentreBack(to: early)
    try world.beginEpoch(1)
    #expect(try world.centre.durableThrough(world.scope) == 0)
  }

  @Test func `rows that came from a backup are locked by whoever opens them first`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let household = try world.addHousehold("Vừ A Sùng", at: laptop)
    let home = HomeFolder(path: world.folder.appendingPathComponent("home").path)
    try home.create()
    let path = world.folder.appendingPathComponent("backup").path
    var random = SeededGenerator(seed: 5)
    _ = try laptop.backup(to: path, random: &random)
    let keyring = Store.Location(path: home.storePath).keyringPath
    try laptop.keyring.backup(to: keyring)
    let file = try BackupFile(checking: path)
    let verified = try file.prepare(
      for: home, force: false, acceptsDamage: false, random: &random, progress: { _ in })
    try verified.replaceStore(of: home)
    // Whatever was to follow was cut off here.
    let opened = try world.open(home.storePath, laptop.identity)
    #expect(try opened.showsNoSealedValues())
    #expect(try world.name(of: household, at: opened) == nil)
    try opened.unlockSealedValues()
    opened.close()
    let again = try world.open(home.storePath, laptop.identity)
    #expect(try !again.showsNoSealedValues(), "once is enough")
    #expect(try world.name(of: household, at: again) == "Vừ A Sùng")
  }

  @Test func `what a restore left when it was cut off is no hindrance`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Vừ A Sùng", at: laptop)
    let home = HomeFolder(path: world.folder.appendingPathComponent("home").path)
    try home.create()
    let path = world.folder.appendingPathComponent("backup").path
    var random = SeededGenerator(seed: 6)
    _ = try laptop.backup(to: path, random: &random)
    // A copy of the store, cut short, and a keyring under another key.
    let copy = "\(home.storePath).restoring"
    try HomeFolder.write(path: copy, Array("SQLite format 3\0 cut".utf8))
    let location = Store.Location(path: copy)
    let key = try #require(StoreKey(Array(repeating: 7, count: StoreKey.byteCount)))
    try Keyring(beside: location, key: key, random: &random).connection.close()
    let file = try BackupFile(checking: path)
    let verified = try file.prepare(
      for: home, force: false, acceptsDamage: false, random: &random, progress: { _ in })
    #expect(verified.verification.findings.isEmpty)
    #expect(!HomeFolder.exists(location.keyringPath))
    verified.discard()
    #expect(!HomeFolder.exists(copy))
  }

  @Test func `a file of keys fills in what is missing and leads nowhere else`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("camtay-keys-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let home = HomeFolder(path: folder.appendingPathComponent("home").path)
    try home.create()
    try home.write("keys/a.key", [1])
    try home.write("config.json", [2])
    let bundle = try KeyBundle(of: home, names: ["keys/a.key", "config.json", "keys/none"])
    let other = HomeFolder(path: folder.appendingPathComponent("other").path)
    try other.create()
    try other.write("config.json", [9])
    #expect(try KeyBundle(decoding: bundle.encoded).fillIn(other) == ["keys/a.key"])
    #expect(try other.read("config.json") == [9])
    for length in 0..<bundle.encoded.count {
      #expect(throws: ProtocolError.self) {
        try KeyBundle(decoding: Array(bundle.encoded[..<length]))
      }
    }
    var later = bundle.encoded
    later["CAMTAYKEYS".utf8.count] += 1
    #expect(throws: ProtocolError.unsupportedVersion(StreamFormat.version + 1)) {
      try KeyBundle(decoding: later)
    }
    for name in ["../x", "keys/../../x", "/x", "keys/", "other/x", "keys/a/b", ".."] {
      var writer = ByteWriter(Array("CAMTAYKEYS".utf8) + [StreamFormat.version])
      writer.count(1)
      writer.text(name)
      writer.block([1])
      let encoded = writer.bytes + Primitives.standard.hash(writer.bytes).bytes
      #expect(throws: ProtocolError.self) { try KeyBundle(decoding: encoded) }
    }
  }
}

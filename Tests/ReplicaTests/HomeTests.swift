import Foundation
import SyncProtocol
import Testing

@testable import Replica

@Suite struct HomeTests {
  private func withHome(_ body: (HomeFolder) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("camtay-home-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    let home = HomeFolder(path: url.path)
    try home.create()
    try body(home)
  }

  @Test func `files put back over a home are found out though they keep their place`() throws {
    try withHome { home in
      try home.write("keys/replica.key", Array(repeating: 1, count: 32))
      try home.write("store.sqlite", [1])
      let before = home.copyIdentity
      #expect(home.copyIdentity == before)
      // As `cp -a` and `tar x` do it: the same inode, the same content, older times set again.
      let key = "\(home.path)/keys/replica.key"
      let content = try Data(contentsOf: URL(fileURLWithPath: key))
      let handle = try #require(FileHandle(forWritingAtPath: key))
      try handle.write(contentsOf: content)
      try handle.close()
      let old = Date(timeIntervalSince1970: 1_700_000_000)
      try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: key)
      #expect(home.copyIdentity != before)
    }
  }

  @Test func `a named pipe is refused at once instead of waited for`() throws {
    try withHome { home in
      let pipe = "\(home.path)/pipe"
      try #require(mkfifo(pipe, 0o600) == 0)
      #expect(throws: HomeError.self) { try HomeFolder.read(path: pipe, maximumBytes: 10) }
      #expect(throws: HomeError.self) { try HomeFolder.read(path: home.path, maximumBytes: 10) }
    }
  }

  @Test func `a lock that was never written or lost its note says 0`() throws {
    try withHome { home in
      let lock = try HomeLock(home, patienceMilliseconds: 0)
      #expect(lock.lastIssued == 0)
      lock.note(lastIssued: 42)
      #expect(lock.lastIssued == 42)
      #expect(throws: HomeError.inUse) { try HomeLock(home, patienceMilliseconds: 40) }
      let inside = try lock.released(patienceMilliseconds: 0) {
        try HomeLock(home, patienceMilliseconds: 0).lastIssued
      }
      #expect(inside == 42)
      #expect(throws: HomeError.inUse) { try HomeLock(home, patienceMilliseconds: 40) }
    }
  }

  @Test func `a store whose lock remembers another dot begins a session`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("a", at: laptop)
    let session = laptop.counter.session
    for lastIssued in [0, laptop.lastIssued - 1, laptop.lastIssued + 1] {
      laptop.connection.close()
      let reopened = try Store(
        at: Store.Location(path: world.folder.appendingPathComponent("laptop 1.sqlite").path),
        identity: laptop.identity,
        machine: MachineIdentity(
          bootID: "b", machineID: "laptop 1", fileIdentity: "f", lastIssued: lastIssued),
        storeKey: World.storeKey, random: &world.random)
      #expect(reopened.counter.session != session)
      reopened.connection.close()
    }
  }

  @Test func `a backup writes on under a session of its own`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("a", at: laptop)
    let path = world.folder.appendingPathComponent("backup.sqlite").path
    try Store.backup(laptop.connection, to: path)
    let copy = try Store(
      at: Store.Location(path: path), identity: laptop.identity,
      machine: MachineIdentity(bootID: "b", machineID: "laptop 1", fileIdentity: "f"),
      random: &world.random)
    #expect(copy.counter.session != laptop.counter.session)
    let verification = try copy.verify()
    #expect(verification.findings.isEmpty)
  }
}

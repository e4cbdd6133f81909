import Randomness
import SQLite
import Testing

/// The generator of random tests, under a name that every file of this folder sees.
typealias SeededGenerator = Randomness.SeededGenerator

@Suite struct MemoryFileSystemTests {
  private func disk(capacityBytes: Int? = nil, powersafe: Bool = true, ordered: Bool = true)
    -> MemoryFileSystem
  {
    MemoryFileSystem(
      seed: 1, capacityBytes: capacityBytes, hasPowersafeOverwrite: powersafe,
      hasOrderedMetadata: ordered,
      unixMilliseconds: { 1_700_000_000_000 })
  }

  /// EXTRA while the journal mode changes, and for good where a removal ends the commit.
  private func open(_ name: String, journal: String, synchronous: String? = nil) throws
    -> Connection
  {
    let connection = try Connection(
      path: "/store.sqlite", mode: .readWriteCreate, vfs: name, busyTimeoutMilliseconds: 0)
    try connection.execute("PRAGMA synchronous = EXTRA")
    #expect(
      try connection.scalar("PRAGMA journal_mode = \(journal)") == .text(journal.lowercased()))
    let synchronous = synchronous ?? (journal == "DELETE" ? "EXTRA" : "FULL")
    try connection.execute("PRAGMA synchronous = \(synchronous)")
    return connection
  }

  /// Writes round `number`: many rows of one round and the number of rounds, in one transaction.
  private func write(_ number: Int, to connection: Connection) throws {
    try connection.transaction(.immediate) {
      for part in 0..<20 {
        try connection.execute(
          "INSERT INTO t VALUES (?, ?, zeroblob(700))", .integer(Int64(number)),
          .integer(Int64(part)))
      }
      try connection.execute(
        "UPDATE t SET part = part + 1 WHERE round = ?", .integer(Int64(number - 2)))
      try connection.execute("UPDATE total SET rounds = ?", .integer(Int64(number)))
    }
  }

  private func rounds(_ connection: Connection) throws -> Int {
    #expect(try connection.integrityCheck() == [])
    let rounds = Int(try connection.integer("SELECT rounds FROM total"))
    #expect(try connection.integer("SELECT count(*) FROM t") == Int64(rounds * 20))
    #expect(try connection.integer("SELECT coalesce(max(round), 0) FROM t") == Int64(rounds))
    return rounds
  }

  private func makeTables(_ connection: Connection) throws {
    try connection.execute(
      script: """
        CREATE TABLE t (round INTEGER, part INTEGER, content BLOB);
        CREATE TABLE total (rounds INTEGER);
        INSERT INTO total VALUES (0);
        """)
  }

  @Test(arguments: ["WAL", "DELETE", "TRUNCATE", "PERSIST"])
  func `what was committed survives a power cut at any moment, and nothing else shows`(
    journal: String
  ) throws {
    for seed in 0..<60 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let disk = disk(powersafe: seed % 2 == 0, ordered: seed % 4 < 2)
      let registration = VirtualFileSystemRegistration(disk, name: "crash-\(journal)-\(seed)")
      defer { withExtendedLifetime(registration) {} }
      var connection = try open(registration.name, journal: journal)
      try connection.execute("PRAGMA wal_autocheckpoint = 20")
      try makeTables(connection)
      var committed = 0
      for _ in 0..<4 {
        disk.failAfterWrites(Int.random(in: 0..<250, using: &generator))
        do {
          while committed < 200 {
            try write(committed + 1, to: connection)
            committed += 1
          }
        } catch is SQLError {
          #expect(disk.isDead)
        }
        if generator.next() % 4 == 0 { disk.crash() } else { disk.crash(keeping: &generator) }
        connection.close()
        connection = try open(registration.name, journal: journal)
        try connection.execute("PRAGMA wal_autocheckpoint = 20")
        let found = try rounds(connection)
        // The commit that was cut may have reached the disk before its answer was lost.
        #expect(
          found == committed || found == committed + 1,
          "seed \(seed): \(committed) committed, \(found) found")
        committed = found
      }
      connection.close()
    }
  }

  @Test func `without syncs a power cut loses commits, so the disk really forgets`() throws {
    let disk = disk()
    let registration = VirtualFileSystemRegistration(disk, name: "forgetful")
    defer { withExtendedLifetime(registration) {} }
    let connection = try open(registration.name, journal: "WAL")
    try makeTables(connection)
    try connection.execute("PRAGMA synchronous = NORMAL")
    for number in 1...3 { try write(number, to: connection) }
    disk.crash()
    #expect(throws: SQLError.self) { try connection.execute("INSERT INTO total VALUES (1)") }
    connection.close()
    let again = try open(registration.name, journal: "WAL")
    #expect(try rounds(again) == 0)
  }

  @Test func `a removed journal can come back unless the folder is synced`() throws {
    for (synchronous, survivors) in [("FULL", 0), ("EXTRA", 1)] {
      let disk = disk()
      let registration = VirtualFileSystemRegistration(disk, name: "removal-\(synchronous)")
      defer { withExtendedLifetime(registration) {} }
      let connection = try open(registration.name, journal: "DELETE", synchronous: "EXTRA")
      try makeTables(connection)
      try connection.execute("PRAGMA synchronous = \(synchronous)")
      try write(1, to: connection)
      disk.crash()
      connection.close()
      #expect(try rounds(try open(registration.name, journal: "DELETE")) == survivors)
    }
  }

  @Test(arguments: ["WAL", "DELETE"])
  func `a full disk is reported, keeps what was committed, and works again with room`(
    journal: String
  ) throws {
    let disk = disk(capacityBytes: 300_000)
    let registration = VirtualFileSystemRegistration(disk, name: "full-\(journal)")
    defer { withExtendedLifetime(registration) {} }
    let connection = try open(registration.name, journal: journal)
    try makeTables(connection)
    var committed = 0
    let error = #expect(throws: SQLError.self) {
      while true {
        try write(committed + 1, to: connection)
        committed += 1
      }
    }
    #expect(error?.isDiskFull == true)
    #expect(committed > 0)
    #expect(!connection.isInTransaction)
    #expect(try rounds(connection) == committed)
    disk.capacityBytes = nil
    try write(committed + 1, to: connection)
    #expect(try rounds(connection) == committed + 1)
  }

  @Test(arguments: ["WAL", "DELETE"])
  func `a short write is an I/O error and leaves no trace`(journal: String) throws {
    for place in 0..<40 {
      let disk = disk()
      let registration = VirtualFileSystemRegistration(disk, name: "short-\(journal)-\(place)")
      defer { withExtendedLifetime(registration) {} }
      let connection = try open(registration.name, journal: journal)
      try makeTables(connection)
      disk.shortenWrite(after: place)
      var committed = 0
      var failures = 0
      for _ in 0..<5 {
        do {
          try write(committed + 1, to: connection)
          committed += 1
        } catch ResultCode.ioerr {
          failures += 1
        }
      }
      #expect(failures <= 1)
      #expect(try rounds(connection) == committed)
    }
  }

  @Test(arguments: ["WAL", "DELETE"])
  func `a program that dies and comes back goes on where it was`(journal: String) throws {
    let disk = disk()
    let registration = VirtualFileSystemRegistration(disk, name: "revive-\(journal)")
    defer { withExtendedLifetime(registration) {} }
    let connection = try open(registration.name, journal: journal)
    try makeTables(connection)
    try write(1, to: connection)
    disk.failAfterWrites(3)
    #expect(throws: SQLError.self) { try write(2, to: connection) }
    #expect(throws: SQLError.self) { try write(2, to: connection) }
    disk.revive()
    try write(2, to: connection)
    #expect(try rounds(connection) == 2)
  }

  @Test func `readers see their snapshot and a second writer waits`() throws {
    let disk = disk()
    let registration = VirtualFileSystemRegistration(disk, name: "several")
    defer { withExtendedLifetime(registration) {} }
    let writer = try open(registration.name, journal: "WAL")
    try makeTables(writer)
    let reader = try Connection(
      path: "/store.sqlite", mode: .readOnly, vfs: registration.name, busyTimeoutMilliseconds: 0)
    try reader.transaction(.deferred) {
      #expect(try rounds(reader) == 0)
      try write(1, to: writer)
      #expect(try rounds(reader) == 0)
    }
    #expect(try rounds(reader) == 1)
    let second = try open(registration.name, journal: "WAL")
    try writer.transaction(.immediate) {
      #expect(throws: SQLError.self) { try second.transaction(.immediate) {} }
    }
    try write(2, to: second)
    #expect(try rounds(writer) == 2)
    reader.close()
    second.close()
    writer.close()
    #expect(disk.paths == ["/store.sqlite"])
  }

  @Test func `in rollback mode a reader keeps the writer from committing`() throws {
    let disk = disk()
    let registration = VirtualFileSystemRegistration(disk, name: "rollback-locks")
    defer { withExtendedLifetime(registration) {} }
    let writer = try open(registration.name, journal: "DELETE")
    try makeTables(writer)
    let reader = try open(registration.name, journal: "DELETE")
    try reader.transaction(.deferred) {
      let seen = try rounds(reader)
      #expect(seen == 0)
      let error = #expect(throws: SQLError.self) { try write(1, to: writer) }
      #expect(error?.isBusy == true)
    }
    try write(1, to: writer)
    #expect(try rounds(reader) == 1)
  }

  @Test func `a flipped bit is found`() throws {
    let disk = disk()
    let registration = VirtualFileSystemRegistration(disk, name: "rot")
    defer { withExtendedLifetime(registration) {} }
    let connection = try open(registration.name, journal: "DELETE")
    try makeTables(connection)
    for number in 1...5 { try write(number, to: connection) }
    connection.close()
    #expect(disk.contents(of: "/store.sqlite")?.isEmpty == false)
    #expect(!disk.flipBit(0, of: "/nothing", at: 0))
    // The number of cells of a page: sound pages never have 2^15 of them.
    #expect(disk.flipBit(7, of: "/store.sqlite", at: 4096 + 3))
    let again = try Connection(
      path: "/store.sqlite", mode: .readOnly, vfs: registration.name, busyTimeoutMilliseconds: 0)
    do {
      #expect(try again.integrityCheck() != [])
    } catch let error as SQLError {
      #expect(error.isDamaged)
    }
  }

  @Test func `the clock is the one that was given`() throws {
    let registration = VirtualFileSystemRegistration(disk(), name: "clock")
    defer { withExtendedLifetime(registration) {} }
    let connection = try open(registration.name, journal: "WAL")
    #expect(try connection.scalar("SELECT datetime('now')") == "2023-11-14 22:13:20")
  }

  @Test func `a name is free again when its registration ends`() throws {
    for _ in 0..<3 {
      let registration = VirtualFileSystemRegistration(disk(), name: "again")
      let connection = try open(registration.name, journal: "WAL")
      try makeTables(connection)
      connection.close()
    }
    #expect(throws: SQLError.self) {
      try Connection(
        path: "/x", mode: .readWriteCreate, vfs: "again", busyTimeoutMilliseconds: 0)
    }
  }
}

import Cryptography
import Randomness
import Replica
import SQLite
import SyncProtocol

/// What one run of one contestant showed, beside the time it took.
struct Measurement {
  var workload: Workload
  var storeBytes: Int64
  var logBytes: Int64
  var steps: Int

  var storeBytesPerRow: Double { Double(storeBytes) / Double(workload.rowCount) }
  var logBytesPerOperation: Double { Double(logBytes) / Double(workload.operationCount) }
  var stepsPerBatch: Double { Double(steps) / Double(workload.batches.count) }
}

/// One way to write the workload durably into a SQLite file.
protocol Contestant {
  static var name: String { get }
  init(path: String, workload: Workload, identities: Identities) throws
  /// Writes every batch in a transaction of its own.
  func run() throws
  func measurement() throws -> Measurement
}

extension Contestant {
  /// A new file with the settings of a store and one plain table of the workload's columns.
  static func itemTable(path: String, isSealed: Bool) throws -> Connection {
    let connection = try Connection(path: path, mode: .readWriteCreate, busyTimeoutMilliseconds: 0)
    _ = try connection.scalar("PRAGMA journal_mode = WAL")
    try connection.execute("PRAGMA synchronous = FULL")
    try connection.execute("PRAGMA cache_size = -16384")
    let text = isSealed ? "BLOB" : "TEXT"
    let columns = Workload.columns.map { "\($0.name) \($0.type == .integer ? "INTEGER" : text)" }
    try connection.execute(
      "CREATE TABLE item (rid INTEGER PRIMARY KEY, \(columns.joined(separator: ", "))) STRICT")
    return connection
  }
}

/// Bytes of tables and their indexes in a file, by SQLite's own account of pages.
func bytes(of tables: [String], in connection: Connection) throws -> Int64 {
  try tables.reduce(0) { sum, table in
    sum
      + (try connection.integer(
        """
        SELECT coalesce(sum(pgsize), 0) FROM dbstat
        WHERE name IN (SELECT name FROM sqlite_schema WHERE tbl_name = ?)
        """, .text(table)))
  }
}

/// The centre and the laptops whose batches it is given.
struct Identities {
  private static let laptopCount: UInt32 = 8

  let centre: Identity
  let laptops: [Signer]
  let certificates: [Certificate]

  init(random: inout SeededGenerator) throws {
    let root = try SigningKey.generate(using: &random)
    let key = try SigningKey.generate(using: &random)
    let replica = ReplicaID.centre(epoch: 0)
    centre = Identity(
      signer: Signer(replica: replica, key: key),
      certificate: Certificate(
        replica: replica, role: .centre, publicKey: key.verifyingKey.bytes,
        issuedAt: Timestamp(rawValue: 0), label: "centre"
      ) { root.sign($0) }, rootPublicKey: root.verifyingKey.bytes)
    laptops = try (0..<Self.laptopCount).compactMap { index in
      let key = try SigningKey.generate(using: &random)
      return ReplicaID(rawValue: 1_000 + index * 77_777).map { Signer(replica: $0, key: key) }
    }
    certificates = laptops.map { laptop in
      Certificate(
        replica: laptop.replica, role: .laptop, publicKey: laptop.publicKey,
        issuedAt: Timestamp(rawValue: 0), label: ""
      ) { root.sign($0) }
    }
  }
}

/// Merging as the product does it: signed, compressed batches through the store's own entrance, with
/// log, chains, marks and arrival numbers.
final class ReplicaContestant: Contestant {
  static let name = "camtay"
  private let store: Store
  private let workload: Workload
  let closed: ClosedWorkload

  init(path: String, workload: Workload, identities: Identities) throws {
    var random = SeededGenerator(seed: 99)
    store = try Store(
      at: Store.Location(path: path), identity: identities.centre, schema: workload.schema,
      machine: MachineIdentity(bootID: "", machineID: "", fileIdentity: ""), random: &random)
    for certificate in identities.certificates { try store.introduce(certificate) }
    self.workload = workload
    closed = try ClosedWorkload(workload, identities)
  }

  func run() throws {
    let clock = ClockReading(
      wall: Timestamp(rawValue: 1_770_000_000_000), monotonicMilliseconds: 0, bootID: "")
    for batch in closed.batches {
      let receipts = try store.receive([batch.encoded], clock: clock)
      precondition(receipts.allSatisfy { $0.state == .merged }, "every batch is merged")
    }
    try store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  func measurement() throws -> Measurement {
    Measurement(
      workload: workload,
      storeBytes: try bytes(of: ["item", "head", "digest_leaf", "origin"], in: store.connection),
      logBytes: try bytes(of: ["batch"], in: store.connection),
      steps: store.connection.counters.steps)
  }
}

/// The same rows written to plain SQLite: what a program without any merging would do.
final class PlainContestant: Contestant {
  static let name = "plain"
  private let connection: Connection
  private let workload: Workload
  private var updates: [[FieldID]: Statement] = [:]
  private let insert: Statement

  init(path: String, workload: Workload, identities: Identities) throws {
    connection = try Self.itemTable(path: path, isSealed: workload.isSealed)
    self.workload = workload
    let marks = String(repeating: ", ?", count: Workload.columns.count)
    insert = try connection.prepare("INSERT INTO item VALUES (?\(marks))")
  }

  func run() throws {
    for batch in workload.batches {
      try connection.transaction(.immediate) {
        for operation in batch { try write(operation) }
      }
    }
    try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  private func write(_ operation: Operation) throws {
    if operation.isCreate {
      try insert.bind(operation.row.rawValue, at: 1)
      for (index, write) in operation.writes.enumerated() {
        try Self.bind(write.value, at: index + 2, of: insert)
      }
      return try insert.run()
    }
    let statement = try update(operation.writes.map(\.field))
    for (index, write) in operation.writes.enumerated() {
      try Self.bind(write.value, at: index + 1, of: statement)
    }
    try statement.bind(operation.row.rawValue, at: operation.writes.count + 1)
    try statement.run()
  }

  private func update(_ fields: [FieldID]) throws -> Statement {
    if let statement = updates[fields] { return statement }
    let names = fields.compactMap { Workload.table[$0] }.map { "\($0.name) = ?" }
    let statement = try connection.prepare(
      "UPDATE item SET \(names.joined(separator: ", ")) WHERE rid = ?")
    updates[fields] = statement
    return statement
  }

  static func bind(_ value: Value?, at index: Int, of statement: Statement) throws {
    switch value {
    case .integer(let integer): try statement.bind(integer, at: index)
    case .text(let text): try statement.bind(text, at: index)
    case .bytes(let bytes): try statement.bind(bytes: bytes, at: index)
    case .sealed(let sealed):
      try statement.bind(bytes: sealed.nonce + sealed.ciphertext, at: index)
    case .unset, .erased, nil: try statement.bindNull(at: index)
    }
  }

  func measurement() throws -> Measurement {
    Measurement(
      workload: workload, storeBytes: try bytes(of: ["item"], in: connection), logBytes: 0,
      steps: connection.counters.steps)
  }
}

/// A clock row for every cell beside the row itself, merged by last writer wins: the layout of
/// change-tracking extensions.
final class PerCellContestant: Contestant {
  static let name = "per-cell"
  private let connection: Connection
  private let workload: Workload
  private let insert: Statement
  private let clock: Statement
  private let upsert: Statement
  private var updates: [FieldID: Statement] = [:]

  init(path: String, workload: Workload, identities: Identities) throws {
    connection = try Self.itemTable(path: path, isSealed: workload.isSealed)
    self.workload = workload
    try connection.execute(
      """
      CREATE TABLE clock (rid INTEGER, field TEXT, time INTEGER, site INTEGER, dot INTEGER,
        PRIMARY KEY (rid, field)) STRICT, WITHOUT ROWID
      """)
    try connection.execute("CREATE INDEX clock_dot ON clock (dot)")
    insert = try connection.prepare("INSERT OR IGNORE INTO item (rid) VALUES (?)")
    clock = try connection.prepare("SELECT time, dot FROM clock WHERE rid = ? AND field = ?")
    upsert = try connection.prepare(
      """
      INSERT INTO clock (rid, field, time, site, dot) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (rid, field) DO UPDATE SET time = excluded.time, site = excluded.site,
        dot = excluded.dot
      """)
    for field in Workload.columns {
      updates[field.id] = try connection.prepare("UPDATE item SET \(field.name) = ? WHERE rid = ?")
    }
  }

  func run() throws {
    for batch in workload.batches {
      try connection.transaction(.immediate) {
        for operation in batch {
          if operation.isCreate {
            try insert.bind(operation.row.rawValue, at: 1)
            try insert.run()
          }
          for write in operation.writes { try self.write(write, of: operation) }
        }
      }
    }
    try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  private func write(_ write: FieldWrite, of operation: Operation) throws {
    guard let name = Workload.table[write.field]?.name, let update = updates[write.field] else {
      return
    }
    try clock.bind(operation.row.rawValue, at: 1)
    try clock.bind(name, at: 2)
    if try clock.step() {
      let stored = (try clock.integer(at: 0), try clock.integer(at: 1))
      clock.reset()
      guard stored < (operation.time.rawValue, operation.dot.rawValue) else { return }
    } else {
      clock.reset()
    }
    try PlainContestant.bind(write.value, at: 1, of: update)
    try update.bind(operation.row.rawValue, at: 2)
    try update.run()
    try upsert.bind(operation.row.rawValue, at: 1)
    try upsert.bind(name, at: 2)
    try upsert.bind(operation.time.rawValue, at: 3)
    try upsert.bind(Int64(operation.dot.replica.rawValue), at: 4)
    try upsert.bind(operation.dot.rawValue, at: 5)
    try upsert.run()
  }

  func measurement() throws -> Measurement {
    Measurement(
      workload: workload, storeBytes: try bytes(of: ["item", "clock"], in: connection), logBytes: 0,
      steps: connection.counters.steps)
  }
}

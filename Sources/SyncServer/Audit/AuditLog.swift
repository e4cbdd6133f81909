import Replica
import SQLite
import SyncProtocol

/// The log of who saw, exported and changed what: lines are added and never changed, and each one
/// carries the hash of the line before, so that a line that is altered or taken out shows.
package struct AuditLog {
  /// Which lines are wanted.
  package struct Wanted: Sendable, Equatable {
    /// Only of this account; nil for everybody's.
    package var account: String?
    /// Only this act; nil for all.
    package var act: String?
    /// Only lines whose subject or detail holds this; empty for all.
    package var text = ""
    /// From this time on; nil for the beginning.
    package var from: Timestamp?
    /// Before this time; nil for no end.
    package var until: Timestamp?
    /// What comes first; `forEach` alone goes by number whatever this says.
    package var order = Order.latestFirst

    /// All lines.
    package init() {}
  }

  /// What comes first; of lines that are alike the latest does.
  package enum Order: Sendable, Equatable {
    /// The last line.
    case latestFirst
    /// The first line.
    case oldestFirst
    /// By account, the keeper first.
    case account(isDescending: Bool)
    /// By the code of what was done.
    case act(isDescending: Bool)

    fileprivate var sql: String {
      switch self {
      case .latestFirst: "number DESC"
      case .oldestFirst: "number"
      case .account(let isDescending): "account\(isDescending ? " DESC" : ""), number DESC"
      case .act(let isDescending): "act\(isDescending ? " DESC" : ""), number DESC"
      }
    }
  }

  /// What became of the chain when it was walked.
  package enum Verdict: Sendable, Equatable {
    /// Every line follows from the one before.
    case whole(lines: Int64, head: [UInt8])
    /// This line is not what was written, or one before it is missing.
    case broken(at: Int64)
  }

  /// What stands in the place of the line before the first one.
  private static let beginning = [UInt8](repeating: 0, count: 32)

  private let connection: Connection

  /// The log of a store, on a connection that the caller has to himself.
  package init(_ connection: Connection) { self.connection = connection }

  /// Adds a line, in the caller's transaction.
  package func note(_ event: AuditEvent, by actor: AuditActor, at time: Timestamp) throws {
    let last = try connection.row("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1") {
      (try $0.integer(at: 0), try $0.bytes(at: 1))
    }
    let entry = Self.entry(
      after: last?.1 ?? Self.beginning, number: (last?.0 ?? 0) + 1, at: time, actor.account,
      event.act.rawValue, event.subject, event.detail)
    try connection.execute(
      """
      INSERT INTO audit (number, at, account, act, subject, detail, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      .integer(entry.number), .integer(entry.at.rawValue),
      entry.account.map { .text($0) } ?? .null, .text(entry.act), .text(entry.subject),
      .text(entry.detail), .blob(entry.hash))
  }

  /// The lines that are wanted, the latest first, with how many there are in all.
  package func entries(
    _ wanted: Wanted, limit: Int, offset: Int = 0
  ) throws -> (entries: [AuditEntry], total: Int) {
    let (condition, bindings) = Self.condition(wanted)
    let total = try connection.row(
      "SELECT count(*) FROM audit WHERE \(condition)", bindings: bindings
    ) { Int(try $0.integer(at: 0)) }
    let entries = try connection.rows(
      """
      SELECT \(Self.columns) FROM audit WHERE \(condition)
      ORDER BY \(wanted.order.sql) LIMIT ? OFFSET ?
      """,
      bindings: bindings + [.integer(Int64(limit)), .integer(Int64(offset))], map: Self.read)
    return (entries, total ?? 0)
  }

  /// Walks every line from the first on; `body` sees each that is wanted, in order.
  ///
  /// - Parameter number: leaves out this line and all before it.
  package func forEach(
    _ wanted: Wanted, after number: Int64 = 0, _ body: (AuditEntry) throws -> Void
  ) throws {
    let (condition, bindings) = Self.condition(wanted)
    var after = number
    // In portions, so that a log of years does not stand in memory.
    while true {
      let portion = try connection.rows(
        """
        SELECT \(Self.columns) FROM audit WHERE number > ? AND \(condition)
        ORDER BY number LIMIT 1000
        """, bindings: [.integer(after)] + bindings, map: Self.read)
      guard let last = portion.last else { return }
      for entry in portion { try body(entry) }
      after = last.number
    }
  }

  /// Sees each line that is wanted in the order that is asked for, which the store makes.
  package func forEachInOrder(_ wanted: Wanted, _ body: (AuditEntry) throws -> Void) throws {
    let (condition, bindings) = Self.condition(wanted)
    try connection.withStatement(
      "SELECT \(Self.columns) FROM audit WHERE \(condition) ORDER BY \(wanted.order.sql)"
    ) { statement in
      try statement.bind(all: bindings)
      while try statement.step() { try body(Self.read(statement)) }
    }
  }

  /// Checks that every line follows from the one before.
  ///
  /// - Parameter proven: a line up to which that was checked before, with its hash: it must stand
  ///   there still, and only lines behind it are walked.
  package func verify(after proven: (line: Int64, hash: [UInt8])? = nil) throws -> Verdict {
    var before = proven?.hash ?? Self.beginning
    var lines = proven?.line ?? 0
    if let proven, proven.line > 0, try line(withHash: proven.hash) != proven.line {
      return .broken(at: proven.line)
    }
    var broken: Int64?
    try forEach(Wanted(), after: lines) { entry in
      guard broken == nil else { return }
      let expected = Self.entry(
        after: before, number: lines + 1, at: entry.at, entry.account, entry.act, entry.subject,
        entry.detail)
      if entry != expected { broken = lines + 1 }
      before = entry.hash
      lines += 1
    }
    // Making the centre and its first account is noted: a log without a line was emptied.
    if lines == 0 { return .broken(at: 1) }
    return broken.map { .broken(at: $0) } ?? .whole(lines: lines, head: before)
  }

  /// The number of the line with this hash; nil where no line has it, which tells that the log was cut
  /// or written anew since somebody noted it.
  package func line(withHash hash: [UInt8]) throws -> Int64? {
    try connection.row("SELECT number FROM audit WHERE hash = ?", .blob(hash)) {
      try $0.integer(at: 0)
    }
  }

  /// The accounts that stand in the log, by name.
  package func accounts() throws -> [String] {
    try connection.rows(
      "SELECT DISTINCT account FROM audit WHERE account IS NOT NULL ORDER BY account"
    ) { try $0.text(at: 0) }
  }

  private static let columns = "number, at, account, act, subject, detail, hash"

  private static func read(_ row: Statement) throws -> AuditEntry {
    AuditEntry(
      number: try row.integer(at: 0), at: Timestamp(rawValue: try row.integer(at: 1)),
      account: try row.optionalText(at: 2), act: try row.text(at: 3),
      subject: try row.text(at: 4), detail: try row.text(at: 5), hash: try row.bytes(at: 6))
  }

  private static func condition(_ wanted: Wanted) -> (sql: String, bindings: [SQLValue]) {
    var parts = ["1"]
    var bindings: [SQLValue] = []
    func add(_ sql: String, _ values: SQLValue...) {
      parts.append(sql)
      bindings += values
    }
    if let account = wanted.account { add("account = ?", .text(account)) }
    if let act = wanted.act { add("act = ?", .text(act)) }
    if let from = wanted.from { add("at >= ?", .integer(from.rawValue)) }
    if let until = wanted.until { add("at < ?", .integer(until.rawValue)) }
    if !wanted.text.isEmpty {
      add("(instr(subject, ?) > 0 OR instr(detail, ?) > 0)", .text(wanted.text), .text(wanted.text))
    }
    return (parts.joined(separator: " AND "), bindings)
  }

  /// A line as it has to follow from the hash of the one before: BLAKE2b over that hash, the number
  /// and time as 8 bytes each, the lowest first, and the texts, each behind its length in 4 bytes.
  private static func entry(
    after hash: [UInt8], number: Int64, at time: Timestamp, _ account: String?, _ act: String,
    _ subject: String, _ detail: String
  ) -> AuditEntry {
    var message = hash
    for value in [number, time.rawValue] {
      withUnsafeBytes(of: value.littleEndian) { message += $0 }
    }
    // Nobody has an account without a name, so that an empty one is the keeper's.
    for text in [account ?? "", act, subject, detail] {
      withUnsafeBytes(of: UInt32(text.utf8.count).littleEndian) { message += $0 }
      message += Array(text.utf8)
    }
    return AuditEntry(
      number: number, at: time, account: account, act: act, subject: subject, detail: detail,
      hash: Primitives.standard.hash(message).bytes)
  }
}

extension Centre {
  /// Adds a line to the log, in a transaction of its own.
  func note(_ event: AuditEvent, by actor: AuditActor) throws {
    try administer { store, clock in
      try AuditLog(store.connection).note(event, by: actor, at: clock.wall)
    }
  }
}

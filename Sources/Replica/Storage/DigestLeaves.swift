import SQLite
import SyncProtocol

/// The digests of all scopes, leaf by leaf, kept in step with the rows.
///
/// Changes gather in memory while a transaction runs and are written once before it commits, so
/// that a batch of hundreds of rows touches each leaf once.
struct DigestLeaves {
  /// The leaves of a scope, and how many rows each sums.
  struct Leaves: Equatable {
    var digest = StateDigest()
    var rowCounts = [Int64](repeating: 0, count: StateDigest.leafCount)

    var rowCount: Int { Int(rowCounts.reduce(0, +)) }

    /// Adds a row that was not summed before.
    mutating func add(_ term: DigestTerm) {
      digest.add(term)
      rowCounts[Int(term.leaf)] += 1
    }
  }

  fileprivate struct Change {
    var leaves = Leaves()
    var isTouched = [Bool](repeating: false, count: partCount)
  }

  /// The leaves of a scope stand in rows of sixteen: a batch touches most of them, an act one or two.
  private static let partCount = 16
  fileprivate static let leavesOfPart = StateDigest.leafCount / partCount
  /// A sum and the number of its rows.
  private static let leafByteCount = ContentHash.byteCount + 8

  let connection: Connection
  private let statements: Statements
  /// What the running transaction adds to the stored leaves.
  private var pending: [ScopeID: Change] = [:]

  init(connection: Connection) {
    self.connection = connection
    statements = Statements(connection)
  }

  /// Prepared once: a batch writes most leaves of its scope.
  private final class Statements {
    private let connection: Connection
    private var open: (read: Statement, write: Statement)?

    init(_ connection: Connection) { self.connection = connection }

    func prepared() throws -> (read: Statement, write: Statement) {
      if let open { return open }
      let prepared = (
        read: try connection.prepare(
          "SELECT part, leaves FROM digest_leaf WHERE scope = ? AND part BETWEEN ? AND ?"),
        write: try connection.prepare(
          "INSERT OR REPLACE INTO digest_leaf (scope, part, leaves) VALUES (?, ?, ?)")
      )
      open = prepared
      return prepared
    }

    func letGo() { open = nil }
  }

  /// Lets go of the prepared statements, which would keep a closed file open.
  func letStatementsGo() { statements.letGo() }

  /// Notes that a row's state has changed; `old` is nil for a row that is new.
  mutating func note(_ scope: ScopeID, from old: DigestTerm?, to new: DigestTerm) {
    guard old != new else { return }
    pending[scope, default: Change()].note(from: old, to: new)
  }

  /// Notes that a row is gone, which had this term.
  mutating func note(_ scope: ScopeID, without old: DigestTerm) {
    pending[scope, default: Change()].note(without: old)
  }

  /// The leaves of a scope, with what the running transaction has done to them.
  func leaves(of scope: ScopeID) throws -> Leaves {
    var leaves = try stored(scope, 0...(Self.partCount - 1))
    if let change = pending[scope]?.leaves { leaves.add(change) }
    return leaves
  }

  /// Writes what has changed; the last step of a transaction.
  mutating func flush() throws {
    for (scope, change) in pending.sorted(by: { $0.key < $1.key }) {
      let touched = change.isTouched.indices.filter { change.isTouched[$0] }
      guard let first = touched.first, let last = touched.last else { continue }
      var leaves = try stored(scope, first...last)
      leaves.add(change.leaves)
      for part in touched { try write(part, of: leaves, scope) }
    }
    pending.removeAll()
  }

  /// Replaces all leaves of a scope by others; what was noted of it is forgotten.
  mutating func replace(_ scope: ScopeID, by leaves: Leaves) throws {
    try remove(scope)
    for part in 0..<Self.partCount { try write(part, of: leaves, scope) }
  }

  /// Forgets a scope whose rows are all gone.
  mutating func remove(_ scope: ScopeID) throws {
    pending[scope] = nil
    try connection.execute("DELETE FROM digest_leaf WHERE scope = ?", .integer(scope.rawValue))
  }

  private func stored(_ scope: ScopeID, _ parts: ClosedRange<Int>) throws -> Leaves {
    var leaves = Leaves()
    let statement = try statements.prepared().read
    defer { statement.reset() }
    try statement.bind(scope.rawValue, at: 1)
    try statement.bind(parts.lowerBound, at: 2)
    try statement.bind(parts.upperBound, at: 3)
    while try statement.step() {
      let part = try statement.integer(at: 0)
      try statement.withBytes(at: 1) { bytes in
        guard (0..<Int64(Self.partCount)).contains(part),
          bytes.count == Self.leavesOfPart * Self.leafByteCount
        else { throw ProtocolError.malformed(.numberOutOfRange) }
        for place in 0..<Self.leavesOfPart {
          let leaf = Int(part) * Self.leavesOfPart + place
          let start = place * Self.leafByteCount
          let end = start + ContentHash.byteCount
          leaves.digest.add(
            UnsafeRawBufferPointer(rebasing: bytes[start..<end]), toLeaf: UInt8(leaf))
          let count = Int64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: end, as: Int64.self))
          // Sums of counts must not overflow whatever a damaged store holds.
          guard (0...Int64(1) << 48).contains(count) else {
            throw ProtocolError.malformed(.numberOutOfRange)
          }
          leaves.rowCounts[leaf] = count
        }
      }
    }
    return leaves
  }

  private func write(_ part: Int, of leaves: Leaves, _ scope: ScopeID) throws {
    let statement = try statements.prepared().write
    try statement.bind(scope.rawValue, at: 1)
    try statement.bind(part, at: 2)
    let byteCount = Self.leavesOfPart * Self.leafByteCount
    try withUnsafeTemporaryAllocation(byteCount: byteCount, alignment: 8) { bytes in
      for place in 0..<Self.leavesOfPart {
        let leaf = part * Self.leavesOfPart + place
        let start = place * Self.leafByteCount
        let end = start + ContentHash.byteCount
        leaves.digest.copyLeaf(
          UInt8(leaf), to: UnsafeMutableRawBufferPointer(rebasing: bytes[start..<end]))
        bytes.storeBytes(
          of: leaves.rowCounts[leaf].littleEndian, toByteOffset: end, as: Int64.self)
      }
      try statement.bind(bytes: UnsafeRawBufferPointer(bytes), at: 3)
    }
    try statement.run()
  }
}

extension DigestLeaves.Leaves {
  mutating func add(_ change: Self) {
    digest.add(change.digest)
    for leaf in rowCounts.indices { rowCounts[leaf] += change.rowCounts[leaf] }
  }
}

extension DigestLeaves.Change {
  fileprivate mutating func note(from old: DigestTerm?, to new: DigestTerm) {
    if let old { leaves.digest.subtract(old) } else { leaves.rowCounts[Int(new.leaf)] += 1 }
    leaves.digest.add(new)
    isTouched[Int(new.leaf) / DigestLeaves.leavesOfPart] = true
  }

  fileprivate mutating func note(without old: DigestTerm) {
    leaves.digest.subtract(old)
    leaves.rowCounts[Int(old.leaf)] -= 1
    isTouched[Int(old.leaf) / DigestLeaves.leavesOfPart] = true
  }
}

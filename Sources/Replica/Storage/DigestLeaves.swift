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
    var isTouched = [Bool](repeating: false, count: StateDigest.leafCount)
  }

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
          "SELECT leaf, sum, rows FROM digest_leaf WHERE scope = ? AND leaf BETWEEN ? AND ?"),
        write: try connection.prepare(
          "INSERT OR REPLACE INTO digest_leaf (scope, leaf, sum, rows) VALUES (?, ?, ?, ?)")
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
    var leaves = try stored(scope, 0...UInt8.max)
    if let change = pending[scope]?.leaves { leaves.add(change) }
    return leaves
  }

  /// Writes what has changed; the last step of a transaction.
  mutating func flush() throws {
    for (scope, change) in pending.sorted(by: { $0.key < $1.key }) {
      let touched = change.isTouched.indices.filter { change.isTouched[$0] }
      guard let first = touched.first, let last = touched.last else { continue }
      var leaves = try stored(scope, UInt8(first)...UInt8(last))
      leaves.add(change.leaves)
      for leaf in touched { try write(leaf, of: leaves, scope) }
    }
    pending.removeAll()
  }

  /// Replaces all leaves of a scope by others; what was noted of it is forgotten.
  mutating func replace(_ scope: ScopeID, by leaves: Leaves) throws {
    try remove(scope)
    for leaf in leaves.rowCounts.indices where leaves.rowCounts[leaf] > 0 {
      try write(leaf, of: leaves, scope)
    }
  }

  /// Forgets a scope whose rows are all gone.
  mutating func remove(_ scope: ScopeID) throws {
    pending[scope] = nil
    try connection.execute("DELETE FROM digest_leaf WHERE scope = ?", .integer(scope.rawValue))
  }

  private func stored(_ scope: ScopeID, _ range: ClosedRange<UInt8>) throws -> Leaves {
    var leaves = Leaves()
    let statement = try statements.prepared().read
    defer { statement.reset() }
    try statement.bind(scope.rawValue, at: 1)
    try statement.bind(Int64(range.lowerBound), at: 2)
    try statement.bind(Int64(range.upperBound), at: 3)
    while try statement.step() {
      let sum = try statement.bytes(at: 1)
      guard let leaf = UInt8(exactly: try statement.integer(at: 0)),
        sum.count == ContentHash.byteCount
      else { throw ProtocolError.malformed(.numberOutOfRange) }
      leaves.digest.add(sum, toLeaf: leaf)
      leaves.rowCounts[Int(leaf)] = Int64(try statement.count(at: 2))
    }
    return leaves
  }

  private func write(_ leaf: Int, of leaves: Leaves, _ scope: ScopeID) throws {
    let statement = try statements.prepared().write
    try statement.bind(scope.rawValue, at: 1)
    try statement.bind(Int64(leaf), at: 2)
    try statement.bind(bytes: leaves.digest.leaf(UInt8(leaf)), at: 3)
    try statement.bind(leaves.rowCounts[leaf], at: 4)
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
    isTouched[Int(new.leaf)] = true
  }

  fileprivate mutating func note(without old: DigestTerm) {
    leaves.digest.subtract(old)
    leaves.rowCounts[Int(old.leaf)] -= 1
    isTouched[Int(old.leaf)] = true
  }
}

import SQLite
import SyncProtocol

/// Destroying keys.
extension Keyring {
  /// Destroys every key of these subjects and rewrites the file, so that no byte of a secret is
  /// left in it; keys that come later are absorbed. On disk when it returns.
  func erase(_ subjects: [RowID]) throws {
    guard !subjects.isEmpty else { return try finishRewriting() }
    try destroy {
      for subject in subjects {
        try connection.execute(
          "INSERT OR IGNORE INTO erased (subject, confirmed) VALUES (?, 0)",
          .integer(subject.rawValue))
        try connection.execute("DELETE FROM key WHERE subject = ?", .integer(subject.rawValue))
      }
    }
  }

  /// Destroys keys whose names belong to others, as if they had never been here.
  func forget(_ ids: [Dot]) throws {
    try destroy {
      for id in ids {
        try connection.execute("DELETE FROM key WHERE id = ?", .integer(id.rawValue))
      }
      // A scope of which nothing is left is asked for from its first key, should it come again.
      try connection.execute(
        "DELETE FROM scope_keys WHERE scope NOT IN (SELECT scope FROM key)")
    }
  }

  /// The ids of the keys of a scope.
  func keys(of scope: ScopeID) throws -> [Dot] {
    try connection.rows(
      "SELECT id FROM key WHERE scope = ? ORDER BY id", .integer(scope.rawValue)
    ) { Dot(rawValue: try $0.integer(at: 0)) }.compactMap(\.self)
  }

  /// Drops the secrets of a class that are older than a year, except of some subjects; the ids stay
  /// known, so that they are neither asked for nor taken back. Rows and digests stay as they are.
  ///
  /// - Returns: how many were dropped.
  package func drop(
    _ retention: RetentionClass, before year: Int, except subjects: Set<RowID> = []
  ) throws -> Int {
    let old = try connection.rows(
      "SELECT id, subject FROM key WHERE class = ? AND year < ? AND wrapped IS NOT NULL ORDER BY id",
      .integer(Int64(retention.rawValue)), .integer(Int64(year))
    ) { (id: try $0.integer(at: 0), subject: RowID(rawValue: try $0.integer(at: 1))) }
    let dropped = old.filter { !($0.subject.map(subjects.contains) ?? false) }
    guard !dropped.isEmpty else { return 0 }
    try destroy {
      for key in dropped {
        try connection.execute("UPDATE key SET wrapped = NULL WHERE id = ?", .integer(key.id))
      }
    }
    return dropped.count
  }

  /// Destroys what `body` deletes, and rewrites the file; a rewrite that is cut off is done later.
  func destroy(_ body: () throws -> Void) throws {
    precondition(!isWriting, "destroying keys stands alone")
    try connection.transaction(.immediate) {
      try body()
      try set(.rewrite, .integer(1))
    }
    try finishRewriting()
  }

  /// Rewrites the file if keys were destroyed since it was last done.
  ///
  /// `secure_delete` has wiped the freed cells already; VACUUM leaves no page that held them, and the
  /// emptied log no copy of one.
  func finishRewriting() throws {
    forgetCache()
    guard try owesRewrite else { return }
    try connection.execute("VACUUM")
    guard try connection.integer("PRAGMA wal_checkpoint(TRUNCATE)") == 0 else {
      throw SQLError(code: .busy, message: "another process reads the keyring")
    }
    try connection.execute(
      "DELETE FROM keyring_state WHERE name = ?", .text(Fact.rewrite.rawValue))
  }

  private var owesRewrite: Bool {
    get throws { try integer(.rewrite) != nil }
  }

  /// The subjects that were erased here, ascending.
  package func erasedSubjects() throws -> [RowID] {
    try connection.rows("SELECT subject FROM erased ORDER BY subject") { try $0.integer(at: 0) }
      .compactMap(RowID.init(rawValue:))
  }

  /// Erasures that the centre has not been told of; none while the file still has to be rewritten.
  func unconfirmedErasures(limit: Int) throws -> [RowID] {
    guard try !owesRewrite else { return [] }
    return try connection.rows(
      "SELECT subject FROM erased WHERE confirmed = 0 ORDER BY subject LIMIT ?",
      .integer(Int64(limit))
    ) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:))
  }

  func confirmErasures(_ subjects: [RowID]) throws {
    guard !subjects.isEmpty else { return }
    try write {
      for subject in subjects {
        try connection.execute(
          "UPDATE erased SET confirmed = 1 WHERE subject = ?", .integer(subject.rawValue))
      }
    }
  }

  /// The scopes in which a subject has keys, ascending.
  func scopes(of subject: RowID) throws -> [ScopeID] {
    try connection.rows(
      "SELECT DISTINCT scope FROM key WHERE subject = ? ORDER BY scope", .integer(subject.rawValue)
    ) { try $0.integer(at: 0) }.compactMap(ScopeID.init(rawValue:))
  }

  func setLocked(_ isLocked: Bool) throws {
    guard try self.isLocked != isLocked else { return }
    try write { try set(.locked, .integer(isLocked ? 1 : 0)) }
  }
}

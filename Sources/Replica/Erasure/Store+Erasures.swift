import SQLite
import SyncProtocol

/// Erasures as they are merged: the keys of a subject are destroyed everywhere, and in the scope of
/// the erasure its values take their fixed form, those that come later too.
extension Store {
  /// The subjects erased in a scope.
  func erasedSubjects(in scope: ScopeID) throws -> Set<RowID> {
    Set(
      try connection.rows(
        "SELECT subject FROM erased_subject WHERE scope = ?", .integer(scope.rawValue)
      ) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:)))
  }

  /// Notes the erasures among operations that are being merged.
  ///
  /// Only the centre erases, which its certificate says and not its number: a batch is merged only
  /// where that certificate is known, so every replica decides alike.
  /// - Returns: the subjects that were not erased in this scope before.
  func noteErasures(in operations: [Operation], _ scope: ScopeID) throws -> Set<RowID> {
    var fresh: Set<RowID> = []
    let table = ErasureTable.definition.id
    for operation in operations where operation.table == table {
      guard let subject = operation.erasedSubject, try isCentre(operation.dot.replica) else {
        continue
      }
      try connection.execute(
        "INSERT OR IGNORE INTO erased_subject (scope, subject) VALUES (?, ?)",
        .integer(scope.rawValue), .integer(subject.rawValue))
      if connection.changes == 1 { fresh.insert(subject) }
    }
    if !fresh.isEmpty { owesErasures = true }
    return fresh
  }

  /// Puts the erased form into every row of a scope that has values of these subjects.
  func eraseRows(of subjects: Set<RowID>, in scope: ScopeID) throws {
    guard !subjects.isEmpty else { return }
    var covered: [RowStore.StoredRow] = []
    func visit(_ row: RowStore.StoredRow) {
      var erased = row
      erased.state.erase(subjects)
      if erased.state != row.state { covered.append(erased) }
    }
    for table in try rows.tablesWithRows(in: scope) {
      try rows.forEachRow(of: table, in: scope, visit)
    }
    try rows.forEachUnknownRow(in: scope, visit)
    for row in covered { _ = try rows.save(row) }
  }

  /// Destroys the keys of subjects whose erasure is merged and committed. What fails here, for want
  /// of room on the disk perhaps, is done by the next transaction or the next start.
  func carryOutErasures() {
    guard owesErasures, !connection.isInTransaction else { return }
    do {
      let done = Set(try keyring.erasedSubjects())
      let due = try connection.rows("SELECT DISTINCT subject FROM erased_subject ORDER BY subject")
      { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:))
      try keyring.erase(due.filter { !done.contains($0) })
      owesErasures = false
    } catch {
      owesErasures = true
    }
  }

  /// Destroys the keys of subjects in a store that exchanges with nobody, because they were erased
  /// where they came from; its rows stay and cannot be read. On disk when it returns.
  ///
  /// - Returns: whether any had keys left.
  @discardableResult
  package func destroyKeys(of subjects: [RowID]) throws -> Bool {
    let left = try subjects.filter { try !keyring.isErased($0) }
    guard !left.isEmpty else { return false }
    try keyring.erase(left)
    return true
  }

  /// Whether anybody was erased, as far as this store knows.
  package func hasErasures() throws -> Bool {
    try connection.integer("SELECT EXISTS (SELECT 1 FROM erased_subject)") > 0
      || !keyring.erasedSubjects().isEmpty
  }

  /// True when nothing of a subject may be written: its keys are destroyed, or will be.
  package func isErased(_ subject: RowID) throws -> Bool {
    if try keyring.isErased(subject) { return true }
    return try connection.integer(
      "SELECT count(*) FROM erased_subject WHERE subject = ?", .integer(subject.rawValue)) > 0
  }

  /// Forgets the marks of a scope's erasures when its rows go: they hold for what the log says, and
  /// come again with it. The keyring forgets none.
  func forgetErasures(in scope: ScopeID) throws {
    try connection.execute("DELETE FROM erased_subject WHERE scope = ?", .integer(scope.rawValue))
  }

  /// Makes the marks of erasures anew from the rows of a scope, after they came in a snapshot or a
  /// repair instead of operations, and carries them out.
  func adoptErasures(in scope: ScopeID) throws {
    let table = ErasureTable.definition
    var subjects: Set<RowID> = []
    try rows.forEachRow(of: table.id, in: scope) { row in
      for head in row.state.heads(of: ErasureTable.subject.id)
      where try isCentre(head.dot.replica) {
        guard let subject = head.value.integer.flatMap(RowID.init(rawValue:)) else { continue }
        subjects.insert(subject)
      }
    }
    for subject in subjects.sorted() {
      try connection.execute(
        "INSERT OR IGNORE INTO erased_subject (scope, subject) VALUES (?, ?)",
        .integer(scope.rawValue), .integer(subject.rawValue))
    }
    guard !subjects.isEmpty else { return }
    try eraseRows(of: subjects, in: scope)
    owesErasures = true
  }
}

import SQLite
import SyncProtocol

/// What the centre knows of the rows it copied.
extension Store {
  /// The copies of a row, oldest number first; empty at a laptop, which reads edges instead.
  package func copies(of original: RowID) throws -> [RowCopy] {
    try copies("original = ?", original)
  }

  /// What a row is a copy of; nil when it is none.
  package func original(of copy: RowID) throws -> RowCopy? {
    try copies("copy = ?", copy).first
  }

  private func copies(_ condition: String, _ row: RowID) throws -> [RowCopy] {
    try connection.rows(
      "SELECT copy, original, table_id, scope FROM row_copy WHERE \(condition) ORDER BY copy",
      .integer(row.rawValue)
    ) { statement -> RowCopy? in
      guard let copy = RowID(rawValue: try statement.integer(at: 0)),
        let original = RowID(rawValue: try statement.integer(at: 1)),
        let table = UInt16(exactly: try statement.integer(at: 2)),
        let scope = ScopeID(rawValue: try statement.integer(at: 3))
      else { return nil }
      return RowCopy(
        table: TableID(rawValue: table), original: original, copy: copy, scope: scope)
    }.compactMap { $0 }
  }

  /// A row with everything it was copied from and to, near and far; ascending.
  package func copiesAndOriginals(of row: RowID) throws -> [RowID] {
    var found: Set<RowID> = [row]
    var open = [row]
    while let next = open.popLast() {
      var near = try copies(of: next).map(\.copy)
      if let original = try original(of: next)?.original { near.append(original) }
      for row in near where found.insert(row).inserted { open.append(row) }
    }
    return found.sorted()
  }

  /// For each operation of the original, those of a copy that stand for it.
  func copiedDots(of copy: RowID) throws -> [Dot: [Dot]] {
    let pairs = try connection.rows(
      "SELECT original, dot FROM dot_copy WHERE row = ? ORDER BY original, dot",
      .integer(copy.rawValue)
    ) { (Dot(rawValue: try $0.integer(at: 0)), Dot(rawValue: try $0.integer(at: 1))) }
    var copied: [Dot: [Dot]] = [:]
    for case (let original?, let dot?) in pairs { copied[original, default: []].append(dot) }
    return copied
  }

  /// Learns from a merged operation of the centre that it copies another, which its act names: from
  /// its creation that a row is a copy, from later ones what they stand for.
  func noteCopy(_ operation: Operation, in scope: ScopeID) throws {
    guard let original = operation.act, try isCentre(operation.dot.replica) else { return }
    if operation.isCreate {
      let links = operation.writes.compactMap { write in
        write.field == RowLink.links.id ? write.value.flatMap { RowLink($0) } : nil
      }
      guard links.contains(RowLink(.movedFrom, original)) else { return }
      try connection.execute(
        "INSERT OR IGNORE INTO row_copy (copy, original, table_id, scope) VALUES (?, ?, ?, ?)",
        .integer(operation.row.rawValue), .integer(original.rawValue),
        .integer(Int64(operation.table.rawValue)), .integer(scope.rawValue))
      // Where an earlier life copied it, the original may have changed meanwhile.
      if operation.dot.replica != identity.replica { try noteCopyDue(original) }
    } else {
      // The halves of an edge have an act too, and copy nothing.
      guard operation.writes.contains(where: { $0.field != RowLink.links.id }),
        let row = try self.original(of: operation.row)?.original
      else { return }
      // An act that the centre itself began is a copy only of what stands in the original.
      if try isCentre(original.replica) {
        guard let known = try rows.load(operation.table, row),
          try self.operation(original, in: known.scope)?.row == row
        else { return }
      }
    }
    try connection.execute(
      "INSERT OR IGNORE INTO dot_copy (row, original, dot) VALUES (?, ?, ?)",
      .integer(operation.row.rawValue), .integer(original.rawValue),
      .integer(operation.dot.rawValue))
  }

  /// Notes rows whose copies an operation makes lag behind, and residents that came to name a
  /// household which was copied.
  func noteFollowing(_ operation: Operation) throws {
    guard operation.writes.contains(where: { $0.field != RowLink.links.id }) else { return }
    if try !copies(of: operation.row).isEmpty { return try noteCopyDue(operation.row) }
    let field = CopyRule.household(of: operation.table)
    for write in operation.writes where write.field == field {
      guard let household = write.value?.integer.flatMap(RowID.init(rawValue:)) else { continue }
      if try !copies(of: household).isEmpty { try noteCopyDue(operation.row) }
    }
  }

  private func noteCopyDue(_ row: RowID) throws {
    try connection.execute(
      "INSERT OR IGNORE INTO copy_due (row) VALUES (?)", .integer(row.rawValue))
  }
}

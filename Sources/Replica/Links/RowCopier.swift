import SQLite
import SyncProtocol

/// A copy has to wait: a value of its original cannot be opened yet.
struct CopyWaits: Error {
  /// The key that has not come; nil while the store shows no sealed value at all.
  var key: Dot?
}

/// Writes copies of rows into other scopes, and what has changed in an original since.
///
/// It compares heads, never operations: writing what is missing twice writes nothing, and the order
/// in which late edits arrived is of no account.
struct RowCopier {
  let store: Store
  let act: Act
  /// Households that this act has copied: their copies are not in the store's list yet.
  private(set) var fresh: [RowID: RowCopy] = [:]
  /// What was read of the logs of the originals' scopes: rows of one household stand close together.
  private var logs: [ScopeID: OperationLog] = [:]

  init(_ store: Store, act: Act) {
    self.store = store
    self.act = act
  }

  /// A head that goes along, with its value as the copy has it.
  private struct Copied {
    var head: Head
    var value: Value
  }

  /// Where a copy stands.
  private struct Target {
    var row: RowID
    var scope: ScopeID
    var table: TableDefinition
    /// The copy's state before this act; nil for a new one.
    var state: RowState?
  }

  /// Copies a row with all its heads, and joins the two.
  ///
  /// - Parameters:
  ///   - own: what the copy has of its own, beside number and edge.
  ///   - author: who moves it; nil for the program.
  /// - Throws: `CopyWaits`.
  mutating func copy(
    _ stored: RowStore.StoredRow, of table: TableDefinition, into scope: ScopeID,
    own: [(FieldDefinition, Value)] = [], author: RowID?
  ) throws -> RowCopy {
    let state = stored.state
    let row = try act.nextDot()
    let copy = RowCopy(table: table.id, original: state.row, copy: row, scope: scope)
    let target = Target(row: row, scope: scope, table: table, state: nil)
    let heads = try state.heads.filter { $0.field != .deletes }.compactMap {
      try copied($0, of: state, to: target)
    }
    let authors = try authors(of: state.heads.map(\.dot) + [state.row], in: stored.scope)
    var writes = heads.filter { $0.head.dot == state.row }.map {
      FieldWrite($0.head.field, $0.value)
    }
    writes += own.map { FieldWrite($0.0.id, $0.1) }
    writes.append(FieldWrite(RowLink.links.id, RowLink(.movedFrom, state.row).element))
    if let number = table.fields.first(where: { $0.name == "number" }) {
      writes.append(FieldWrite(number.id, .integer(try act.nextNumber(table))))
    }
    try act.apply(
      Operation(
        dot: row, table: table.id, row: row, author: authors[state.row], act: state.row,
        time: state.createdAt ?? act.now,
        writes: writes.sorted { $0.field < $1.field }), in: scope)
    var dots = [state.row: [row]]
    try write(heads.filter { $0.head.dot != state.row }, [:], to: target, authors, &dots)
    try writeDeletes(Array(state.heads(of: .deletes)), [], to: target, authors, &dots)
    fresh[state.row] = copy
    try act.add(
      RowLink(.movedTo, row), to: state.row, table, in: stored.scope, dot: try act.nextDot(),
      root: state.row, author: author)
    return copy
  }

  /// Brings the copies of a row up to date, and copies a resident who came to name a household that
  /// was copied.
  ///
  /// - Throws: `CopyWaits`.
  mutating func follow(_ row: RowID) throws {
    for table in CopyRule.tables {
      guard let stored = try store.rows.load(table.id, row) else { continue }
      let copies = try store.copies(of: row)
      for copy in copies where copy.table == table.id {
        try bringUpToDate(copy, with: stored, table)
      }
      guard let field = CopyRule.household(of: table.id), try !store.isErased(row) else { continue }
      var scopes = Set(copies.map(\.scope))
      for head in stored.state.heads(of: field) {
        guard let household = head.value.integer.flatMap(RowID.init(rawValue:)) else { continue }
        for copy in try store.copies(of: household) where scopes.insert(copy.scope).inserted {
          _ = try self.copy(stored, of: table, into: copy.scope, author: nil)
        }
      }
    }
  }

  private mutating func bringUpToDate(
    _ copy: RowCopy, with stored: RowStore.StoredRow, _ table: TableDefinition
  ) throws {
    guard let present = try store.rows.load(table.id, copy.copy, in: copy.scope) else { return }
    let target = Target(row: copy.copy, scope: copy.scope, table: table, state: present.state)
    var dots = try store.copiedDots(of: copy.copy)
    let originals = Dictionary(
      dots.flatMap { original, copies in copies.map { ($0, original) } },
      uniquingKeysWith: { first, _ in first })
    let standing = Set(stored.state.heads.map(\.dot))
    let missing = stored.state.heads.filter { dots[$0.dot] == nil }
    let authors = try authors(of: missing.map(\.dot), in: stored.scope)
    // Heads of the copy that stand for what the original no longer has.
    var gone: [FieldID: [Dot]] = [:]
    for head in present.state.heads where !CopyRule.staysBehind(head.field, of: table.id) {
      guard let original = originals[head.dot],
        !standing.contains(original)
          || !stored.state.heads(of: head.field).contains(where: { $0.dot == original })
      else { continue }
      gone[head.field, default: []].append(head.dot)
    }
    // What an erased value has replaced was of the same subject, and is erased with it.
    for head in missing where head.value.kind == .erased { gone[head.field] = nil }
    let goneDeletes = gone.removeValue(forKey: .deletes) ?? []
    let heads = try missing.filter { $0.field != .deletes }.compactMap {
      try copied($0, of: stored.state, to: target)
    }
    try write(heads, gone, to: target, authors, &dots)
    try writeDeletes(
      missing.filter { $0.field == .deletes }, goneDeletes, to: target, authors, &dots)
  }

  /// Writes heads, one operation for each dot, with its time and author; the first write of a field
  /// names what is gone from it, and what is gone with nothing in its place is withdrawn.
  private func write(
    _ heads: [Copied], _ gone: [FieldID: [Dot]], to target: Target,
    _ authors: [Dot: RowID], _ dots: inout [Dot: [Dot]]
  ) throws {
    var gone = gone
    for dot in Set(heads.map(\.head.dot)).sorted() {
      let ofDot = heads.filter { $0.head.dot == dot }
      var writes: [FieldWrite] = []
      for copied in ofDot {
        let named = gone[copied.head.field] ?? []
        let previous = Array(named.prefix(Limits.previousPerWrite))
        gone[copied.head.field] = Array(named.dropFirst(previous.count))
        writes.append(FieldWrite(copied.head.field, copied.value, replacing: previous))
      }
      let operation = Operation(
        dot: try act.nextDot(), table: target.table.id, row: target.row, author: authors[dot],
        act: dot, time: ofDot[0].head.time, writes: writes)
      try act.apply(operation, in: target.scope)
      dots[dot, default: []].append(operation.dot)
    }
    for (field, named) in gone.sorted(by: { $0.key < $1.key }) {
      try withdraw(named, field, from: target)
    }
  }

  private func writeDeletes(
    _ deletes: [Head], _ gone: [Dot], to target: Target, _ authors: [Dot: RowID],
    _ dots: inout [Dot: [Dot]]
  ) throws {
    let copied = deletes.map { delete in
      let listed = DotList.decode(delete.value).flatMap { dots[$0] ?? [] }
      return Copied(
        head: delete, value: DotList.encode(listed.prefix(DotList.maximumCount)))
    }
    try write(copied, gone.isEmpty ? [:] : [.deletes: gone], to: target, authors, &dots)
  }

  private func withdraw(_ dots: [Dot], _ field: FieldID, from target: Target) throws {
    var rest = dots[...]
    while !rest.isEmpty {
      let named = Array(rest.prefix(Limits.previousPerWrite))
      rest = rest.dropFirst(named.count)
      try act.apply(
        Operation(
          dot: try act.nextDot(), table: target.table.id, row: target.row, author: nil,
          time: act.now, writes: [FieldWrite(field, nil, replacing: named)]), in: target.scope)
    }
  }

  /// A head as the copy has it; nil where it does not go along or cannot be read.
  private func copied(_ head: Head, of state: RowState, to target: Target) throws -> Copied? {
    guard !CopyRule.staysBehind(head.field, of: state.table) else { return nil }
    let field = target.table[head.field]
    switch head.value {
    case .erased: return nil
    case .sealed(let sealed):
      guard let field, field.sealing != nil, try !store.isErased(target.row) else { return nil }
      switch try store.keyring.open(
        head.value, table: state.table, row: state.row, field: head.field)
      {
      case .value(let value):
        let place = Act.Place(
          table: state.table, row: target.row, scope: target.scope, state: target.state,
          values: [])
        return Copied(head: head, value: try act.sealed(field, value, at: place))
      case .keyMissing: throw CopyWaits(key: sealed.key)
      case .locked: throw CopyWaits(key: nil)
      case .erased, .keyDropped, .unreadable: return nil
      }
    case .unset: return Copied(head: head, value: .unset)
    case .integer, .text, .bytes:
      guard field?.sealing == nil else { return nil }
      guard head.field == CopyRule.household(of: state.table) else {
        return Copied(head: head, value: head.value)
      }
      return Copied(head: head, value: try household(head.value, in: target.scope))
    }
  }

  /// A reference to a household that has a copy in the scope names the copy there.
  private func household(_ value: Value, in scope: ScopeID) throws -> Value {
    guard let row = value.integer.flatMap(RowID.init(rawValue:)) else { return value }
    if let copy = fresh[row], copy.scope == scope { return .integer(copy.copy.rawValue) }
    let copy = try store.copies(of: row).first { $0.scope == scope }
    return copy.map { .integer($0.copy.rawValue) } ?? value
  }

  private mutating func authors(of dots: [Dot], in scope: ScopeID) throws -> [Dot: RowID] {
    let log = logs[scope] ?? OperationLog(store, scope: scope)
    logs[scope] = log
    var authors: [Dot: RowID] = [:]
    for dot in Set(dots) { authors[dot] = try log.operation(dot)?.author }
    return authors
  }
}

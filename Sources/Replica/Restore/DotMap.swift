import SyncProtocol

/// A sealed value that moves with its row to another name: what it was bound to, and what it is to
/// be bound to from now on.
package struct SealedMove: Sendable {
  /// The value as it is.
  package var value: SealedValue
  /// Its table and field, which stay.
  package var table: TableID, field: FieldID
  /// The row before and afterwards.
  package var row: RowID, newRow: RowID
  /// Whom it is about afterwards.
  package var newSubject: RowID
  /// The name of its key afterwards: two copies of a store may have named two keys alike.
  package var newKey: Dot
}

/// Old dots and the new ones in their place.
///
/// A value that is met twice, in its operation and in its row, is sealed once: both must stay equal.
struct DotMap {
  /// Every operation's dot.
  var dots: [Dot: Dot] = [:]
  /// Those that name rows.
  var rows: [RowID: RowID] = [:]
  /// Keys that sealed the moved values.
  var keys: [Dot: Dot] = [:]
  /// Opens a sealed value and seals it in its new place.
  let reseal: (SealedMove) throws -> Value
  private var resealed: [Place: Value] = [:]

  private struct Place: Hashable {
    var table: TableID
    var row: RowID
    var field: FieldID
    var value: SealedValue
  }

  init(reseal: @escaping (SealedMove) throws -> Value) { self.reseal = reseal }

  mutating func renamed(_ head: Head, of table: TableID, _ row: RowID) throws -> Head {
    var head = head
    // What others wrote stays as their operations say it.
    let isMoved = dots[head.dot] != nil
    head.dot = dots[head.dot] ?? head.dot
    if isMoved || head.value.sealed == nil {
      head.value = try renamed(head.value, of: head.field, in: table, row)
    }
    return head
  }

  mutating func renamed(_ operation: Operation) throws -> Operation {
    var operation = operation
    let row = operation.row
    operation.dot = dots[operation.dot] ?? operation.dot
    operation.row = rows[row] ?? row
    operation.act = operation.act.map { dots[$0] ?? $0 }
    operation.writes = try operation.writes.map { write in
      var write = write
      write.previous = write.previous.map { dots[$0] ?? $0 }
      write.value = try write.value.map {
        try renamed($0, of: write.field, in: operation.table, row)
      }
      return write
    }
    return operation
  }

  /// Values that hold the id of a moved row are references to it: no other integer is as large.
  private mutating func renamed(
    _ value: Value, of field: FieldID, in table: TableID, _ row: RowID
  ) throws -> Value {
    switch value {
    case .integer(let integer):
      return Dot(rawValue: integer).flatMap { rows[$0] }.map { .integer($0.rawValue) } ?? value
    case .bytes where field == .deletes:
      return DotList.encode(DotList.decode(value).map { dots[$0] ?? $0 })
    case .bytes where field == RowLink.links.id:
      return RowLink(value).map { RowLink($0.kind, rows[$0.other] ?? $0.other).element } ?? value
    case .erased(let subject): return .erased(rows[subject] ?? subject)
    case .sealed(let sealed):
      let move = SealedMove(
        value: sealed, table: table, field: field, row: row, newRow: rows[row] ?? row,
        newSubject: rows[sealed.subject] ?? sealed.subject,
        newKey: keys[sealed.key] ?? sealed.key)
      guard move.newRow != row || move.newSubject != sealed.subject || move.newKey != sealed.key
      else { return value }
      let place = Place(table: table, row: row, field: field, value: sealed)
      if let known = resealed[place] { return known }
      let value = try reseal(move)
      resealed[place] = value
      return value
    default: return value
    }
  }
}

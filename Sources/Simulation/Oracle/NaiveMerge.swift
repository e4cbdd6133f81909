import SyncProtocol

/// The second merge: it keeps every operation and looks at all of them again each time.
///
/// Written from the design's words and not from the protocol's code: a head is a write that no
/// other write of the same field names; the greatest by time, then dot, is shown.
struct NaiveMerge {
  /// A write of one field.
  struct Write {
    var dot: Dot
    var time: Timestamp
    var value: Value?
    var previous: [Dot]
  }

  /// A field of a row.
  struct Cell: Hashable {
    var row: RowID
    var field: FieldID
  }

  /// All writes by cell, each once.
  private(set) var writes: [Cell: [Dot: Write]] = [:]
  /// The table of every row.
  private(set) var tables: [RowID: TableID] = [:]
  /// The fields of every row.
  private(set) var fields: [RowID: Set<FieldID>] = [:]

  init(_ operations: some Sequence<Operation>) {
    let erased = Set(
      operations.filter { $0.dot.replica.rawValue < ReplicaID.firstLaptop }
        .compactMap(\.erasedSubject))
    for operation in operations {
      tables[operation.row] = operation.table
      for write in operation.writes {
        let cell = Cell(row: operation.row, field: write.field)
        fields[operation.row, default: []].insert(write.field)
        writes[cell, default: [:]][operation.dot] = Write(
          dot: operation.dot, time: operation.time,
          value: Self.standing(write.value, erased), previous: write.previous)
      }
    }
  }

  /// What stands where a value was written: a sealed one of somebody who was erased is a mark.
  private static func standing(_ value: Value?, _ erased: Set<RowID>) -> Value? {
    guard let sealed = value?.sealed, erased.contains(sealed.subject) else { return value }
    return .erased(sealed.subject)
  }

  /// The rows, ascending.
  var rows: [RowID] { tables.keys.sorted() }

  /// The heads of a field, by dot.
  func heads(_ row: RowID, _ field: FieldID) -> [Write] {
    let all = (writes[Cell(row: row, field: field)] ?? [:]).values
    let replaced = Set(all.flatMap(\.previous))
    return all.filter { $0.value != nil && !replaced.contains($0.dot) }.sorted { $0.dot < $1.dot }
  }

  /// The value that a register shows.
  func shown(_ row: RowID, _ field: FieldID) -> Write? {
    heads(row, field).max { ($0.time, $0.dot) < ($1.time, $1.dot) }
  }

  /// The sum of a tally: the latest value of every replica.
  func sum(_ row: RowID, _ field: FieldID) -> Int64 {
    var latest: [ReplicaID: Write] = [:]
    for head in heads(row, field) {
      if let known = latest[head.dot.replica], (known.time, known.dot) > (head.time, head.dot) {
        continue
      }
      latest[head.dot.replica] = head
    }
    return latest.values.reduce(0) { $0 + ($1.value?.integer ?? 0) }
  }

  /// Whether a row is hidden: deleted, or voided by the centre.
  func isHidden(_ row: RowID) -> Bool {
    isDeleted(row) || shown(row, .void)?.value?.text != nil
  }

  /// Whether a delete is in force and every head was seen by one.
  func isDeleted(_ row: RowID) -> Bool {
    let deletes = heads(row, .deletes)
    guard !deletes.isEmpty else { return false }
    var listed: Set<Int64> = []
    for delete in deletes {
      let bytes = delete.value?.bytes ?? []
      for start in stride(from: 0, to: bytes.count - 7, by: 8) {
        listed.insert(bytes[start..<start + 8].reduce(0) { $0 << 8 | Int64($1) })
      }
    }
    return (fields[row] ?? []).allSatisfy { field in
      field == .deletes || field == .void
        || heads(row, field).allSatisfy { listed.contains($0.dot.rawValue) }
    }
  }
}

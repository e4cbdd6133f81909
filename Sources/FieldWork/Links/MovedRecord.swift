import SyncProtocol

/// Where a record lives on that the centre moved to another hamlet.
package struct MovedRecord: Hashable, Sendable {
  /// The last copy that is known of.
  package let row: RowID
  /// Its code; nil while it is not here.
  package let code: String?

  /// One line.
  package var words: BilingualText {
    code.map { RowLink.Kind.movedTo.words + BilingualText(same: " \($0)") }
      ?? BilingualText(
        vi: "đã chuyển đến nơi máy này không giữ",
        en: "moved away to a place that is not held here")
  }
}

extension RecordReader {
  /// The rows that a household or a resident had before it moved, the latest first.
  package func earlierRows(of row: RowID, _ kind: RecordCode.Kind) throws -> [RowID] {
    var rows: [RowID] = []
    var rest = [row]
    while let next = rest.popLast() {
      let before = try links(of: next, kind).filter { $0.kind == .movedFrom }.map(\.other)
      for other in before where other != row && !rows.contains(other) {
        rows.append(other)
        rest.append(other)
      }
    }
    return rows
  }

  /// The row under which a household or a resident lives on, where that is here; else the row itself.
  package func present(_ row: RowID, _ kind: RecordCode.Kind) throws -> RowID {
    guard let moved = try moved(row, kind), moved.code != nil else { return row }
    return moved.row
  }

  /// Where a household or a resident went, followed to the end of all moves; nil for one that is
  /// still here.
  package func moved(_ row: RowID, _ kind: RecordCode.Kind) throws -> MovedRecord? {
    var last = row
    var passed: Set<RowID> = [row]
    while let next = try links(of: last, kind).first(where: { $0.kind == .movedTo })?.other,
      passed.insert(next).inserted
    { last = next }
    guard last != row else { return nil }
    return MovedRecord(
      row: last,
      code: try exists(kind.table, last) ? try codeText(of: last, in: kind.table) : nil)
  }

  /// Rows that live on under another code which is here: a search finds that one.
  func livingOnHere() throws -> Set<Int64> {
    var rows: Set<Int64> = []
    for kind in [RecordCode.Kind.household, .resident] {
      for edge in try edges(kind, of: nil) {
        let old: RowID? =
          switch edge.kind {
          case .movedTo: edge.row
          case .movedFrom: edge.other
          case .same, .notSame: nil
          }
        if let old, try present(old, kind) != old { rows.insert(old.rawValue) }
      }
    }
    return rows
  }
}

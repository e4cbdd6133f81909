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
}

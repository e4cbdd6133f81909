import SyncProtocol

/// A row's merged state as its table stores it.
///
/// A column holds the shown head of its field, when the value has the column's type or is unset.
/// Every other head is an extra one and stands in `head`. A field needs an override when its shown
/// head is not simply what the row was created with.
struct RowLayout: Equatable {
  /// Values by column position; unset for NULL.
  var columns: [Value]
  /// Encoded overrides; nil when every column is as created and there are no extra heads.
  var overrides: [UInt8]?
  /// Heads that no column holds, in order of field and dot.
  var extraHeads: [Head]
  /// Why the row is shown to nobody: `RowState.hiding`.
  var hiding: Int64?

  private static let hasExtraHeads: UInt8 = 1

  init(_ state: RowState, in table: EntityTable) {
    columns = Array(repeating: .unset, count: table.columns.count)
    extraHeads = []
    var entries = ByteWriter()
    var index = state.heads.startIndex
    while index < state.heads.endIndex {
      let field = state.heads[index].field
      var end = index + 1
      var shown = index
      while end < state.heads.endIndex, state.heads[end].field == field {
        if state.heads[end].isShownBefore(state.heads[shown]) { shown = end }
        end += 1
      }
      let head = state.heads[shown]
      if let position = table.position(of: field),
        table.columns[position].fits(head.value)
      {
        columns[position] = head.value
        if head.dot != state.row || head.value.isUnset {
          entries.unsigned(UInt64(field.rawValue))
          entries.difference(head.dot.rawValue, from: state.row.rawValue)
          entries.difference(head.time.rawValue, from: state.createdAt?.rawValue ?? 0)
        }
        for other in index..<end where other != shown { extraHeads.append(state.heads[other]) }
      } else {
        extraHeads.append(contentsOf: state.heads[index..<end])
      }
      index = end
    }
    let flags = extraHeads.isEmpty ? 0 : Self.hasExtraHeads
    overrides = flags == 0 && entries.bytes.isEmpty ? nil : [flags] + entries.bytes
    hiding =
      extraHeads.contains { $0.field == .deletes || $0.field == .void } ? state.hiding : nil
  }

  /// True when the stored overrides say that the row has heads outside its columns.
  static func hasExtraHeads(_ overrides: [UInt8]?) -> Bool {
    (overrides?.first ?? 0) & hasExtraHeads != 0
  }

  /// The heads that columns and overrides describe.
  static func heads(
    row: RowID, createdAt: Timestamp?, columns: [Value], overrides: [UInt8]?, in table: EntityTable
  ) throws(ProtocolError) -> [Head] {
    var heads: [Head] = []
    heads.reserveCapacity(columns.count)
    var overridden: UInt64 = 0
    if let overrides, !overrides.isEmpty {
      var reader = ByteReader(overrides[1...])
      while reader.remaining > 0 {
        let field = FieldID(rawValue: UInt16(try reader.unsigned(atMost: UInt64(UInt16.max))))
        guard let position = table.position(of: field),
          let dot = Dot(rawValue: try reader.difference(from: row.rawValue))
        else { throw .malformed(.noSuchEntry) }
        let time = try reader.difference(from: createdAt?.rawValue ?? 0)
        overridden |= 1 << UInt64(position)
        heads.append(
          Head(
            field: field, dot: dot, time: Timestamp(rawValue: time), value: columns[position]))
      }
    }
    for (position, value) in columns.enumerated()
    where !value.isUnset && overridden & 1 << UInt64(position) == 0 {
      heads.append(
        Head(
          field: table.columns[position].field, dot: row,
          time: createdAt ?? Timestamp(rawValue: 0), value: value))
    }
    return heads
  }
}

import SyncProtocol

/// A row's merged state as its table stores it.
///
/// A column holds the shown head of its field, when the value has the column's type or is unset.
/// What a column's field has besides (losers of a conflict) stands in `more`; every other head is an
/// extra one and stands in the table `head`. A field needs an entry in `overrides` when its shown
/// head is not simply what the row was created with.
struct RowLayout {
  /// The dot of the head that each column shows; nil where it shows none. One dot wrote one value,
  /// so equal dots are equal columns.
  var shown: [Dot?]
  /// Packed entries; nil when every column is as created and there are no extra heads.
  var overrides: [UInt8]?
  /// Heads of columns' fields that are not shown; nil when there are none.
  var more: [UInt8]?
  /// Heads that neither columns nor `more` hold, in order of field and dot.
  var extraHeads: [Head]
  /// Why the row is shown to nobody: `RowState.hiding`.
  var hiding: Int64?

  /// A layout as it was stored.
  init(
    shown: [Dot?], overrides: [UInt8]?, more: [UInt8]?, extraHeads: [Head], hiding: Int64?
  ) {
    self.shown = shown
    self.overrides = overrides
    self.more = more
    self.extraHeads = extraHeads
    self.hiding = hiding
  }

  /// How a state is to be stored.
  ///
  /// - Parameter places: gets, for each column, the index of its head in the state; -1 for none.
  init(
    _ state: RowState, in table: EntityTable, _ origins: OriginNumbers, places: inout [Int]
  ) throws {
    shown = Array(repeating: nil, count: table.columns.count)
    places = Array(repeating: -1, count: table.columns.count)
    extraHeads = []
    var entries: [PackedDots.Entry] = []
    var losers = ByteWriter()
    let heads = state.heads
    var start = heads.startIndex
    while start < heads.endIndex {
      let field = heads[start].field
      var end = start + 1
      var best = start
      while end < heads.endIndex, heads[end].field == field {
        if heads[end].isShownBefore(heads[best]) { best = end }
        end += 1
      }
      if let position = table.position(of: field),
        table.columns[position].fits(heads[best].value)
      {
        shown[position] = heads[best].dot
        places[position] = best
        if heads[best].dot != state.row || heads[best].value.isUnset {
          entries.append(
            PackedDots.Entry(
              position: position, dot: heads[best].dot, time: heads[best].time))
        }
        for index in start..<end where index != best {
          try Self.append(heads[index], position, state.createdAt, origins, to: &losers)
        }
      } else {
        extraHeads.append(contentsOf: heads[start..<end])
      }
      start = end
    }
    overrides = try PackedDots.encode(
      entries, hasExtraHeads: !extraHeads.isEmpty, createdAt: state.createdAt, origins)
    more = losers.bytes.isEmpty ? nil : losers.bytes
    hiding =
      extraHeads.contains { $0.field == .deletes || $0.field == .void } ? state.hiding : nil
  }

  /// The dot of the head that each column has to show, from the heads alone.
  static func shown(_ state: RowState, in table: EntityTable) -> [Dot?] {
    table.columns.map { column in
      let best = state.heads(of: column.field).min { $0.isShownBefore($1) }
      guard let best, column.fits(best.value) else { return nil }
      return best.dot
    }
  }

  private static func append(
    _ head: Head, _ position: Int, _ createdAt: Timestamp?, _ origins: OriginNumbers,
    to more: inout ByteWriter
  ) throws {
    more.byte(UInt8(position))
    more.unsigned(try origins.packed(head.dot))
    more.difference(head.time.rawValue, from: createdAt?.rawValue ?? 0)
    more.value(head.value)
  }

  /// The heads that `more` holds.
  static func heads(
    in more: [UInt8]?, createdAt: Timestamp?, _ table: EntityTable, _ origins: OriginNumbers
  ) throws -> [Head] {
    guard let more else { return [] }
    var reader = ByteReader(more)
    var heads: [Head] = []
    while reader.remaining > 0 {
      let position = Int(try reader.byte())
      guard position < table.columns.count else { throw ProtocolError.malformed(.noSuchEntry) }
      let dot = try origins.dot(try reader.unsigned())
      let time = Timestamp(rawValue: try reader.difference(from: createdAt?.rawValue ?? 0))
      heads.append(
        Head(
          field: table.columns[position].field, dot: dot, time: time, value: try reader.value()))
    }
    return heads
  }
}

import SyncProtocol

/// A row's merged state as its table stores it.
///
/// A column holds the shown head of its field, when the value has the column's type or is unset.
/// What a column's field has besides (losers of a conflict) stands in `more`; every other head is an
/// extra one and stands in the table `head`. A field needs an entry in `overrides` when its shown
/// head is not simply what the row was created with.
struct RowLayout {
  /// The dot of the head that each column showed when it was read; nil where it showed none. One dot
  /// wrote one value, so equal dots are equal columns. Empty in a layout that is to be written: its
  /// `ColumnPlaces` say it.
  var shown: [Dot?]
  /// Packed entries, to be written; nil when every column is as created and there are no extra heads.
  var overrides: [UInt8]?
  /// Heads of columns' fields that are not shown; nil when there are none.
  var more: [UInt8]?
  /// Heads that neither columns nor `more` hold, in order of field and dot.
  var extraHeads: [Head]
  /// Why the row is shown to nobody: `RowState.hiding`.
  var hiding: Int64?

  /// A layout as it was stored.
  init(
    shown: [Dot?], more: [UInt8]?, extraHeads: [Head], hiding: Int64?
  ) {
    self.shown = shown
    overrides = nil
    self.more = more
    self.extraHeads = extraHeads
    self.hiding = hiding
  }

  /// How a state is to be stored.
  ///
  /// - Parameter places: gets the head of each column.
  init(
    _ state: RowState, in table: EntityTable, _ origins: OriginNumbers,
    places: inout ColumnPlaces
  ) throws {
    shown = []
    extraHeads = []
    places.begin(table.forms.count)
    var losers = ByteWriter()
    // Heads and columns are both in order of field.
    var position = 0
    var start = 0
    while start < state.heads.count {
      let field = state.heads[start].field
      var end = start + 1
      var best = start
      while end < state.heads.count, state.heads[end].field == field {
        if Self.isShown(end, before: best, in: state) { best = end }
        end += 1
      }
      while position < table.forms.count, table.forms[position].field < field { position += 1 }
      if position < table.forms.count, table.forms[position].field == field,
        table.forms[position].fits(state.heads[best].value)
      {
        places[position] = best
        if state.heads[best].dot != state.row || state.heads[best].value.isUnset {
          places.entries.append(
            PackedDots.Entry(
              position: position, dot: state.heads[best].dot, time: state.heads[best].time))
        }
        for index in start..<end where index != best {
          try Self.append(state.heads[index], position, state.createdAt, origins, to: &losers)
        }
      } else {
        extraHeads.append(contentsOf: state.heads[start..<end])
      }
      start = end
    }
    overrides = try PackedDots.encode(
      places.entries, hasExtraHeads: !extraHeads.isEmpty, createdAt: state.createdAt, origins)
    more = losers.bytes.isEmpty ? nil : losers.bytes
    hiding =
      extraHeads.contains { $0.field == .deletes || $0.field == .void } ? state.hiding : nil
  }

  /// `Head.isShownBefore` of two heads that stay where they are.
  private static func isShown(_ index: Int, before best: Int, in state: RowState) -> Bool {
    let (time, bestTime) = (state.heads[index].time, state.heads[best].time)
    return time != bestTime ? time > bestTime : state.heads[index].dot > state.heads[best].dot
  }

  /// The dot of the head that each column has to show, from the heads alone.
  static func shown(_ state: RowState, in table: EntityTable) -> [Dot?] {
    table.columns.map { column in
      let best = state.heads(of: column.field).min { $0.isShownBefore($1) }
      guard let best, column.form.fits(best.value) else { return nil }
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
    in more: [UInt8], createdAt: Timestamp?, _ table: EntityTable, _ origins: OriginNumbers
  ) throws -> [Head] {
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

/// Where among a row's heads each column's stands, while the row is written; kept from row to row to
/// spare allocations.
struct ColumnPlaces {
  /// The index of the head; -1 for none.
  private var places: [Int] = []
  /// The entries that the row's overrides will have.
  fileprivate(set) var entries: [PackedDots.Entry] = []

  /// Begins a row of so many columns.
  fileprivate mutating func begin(_ count: Int) {
    entries.removeAll(keepingCapacity: true)
    if places.count == count {
      for position in 0..<count { places[position] = -1 }
    } else {
      places = Array(repeating: -1, count: count)
    }
  }

  var indices: Range<Int> { places.indices }

  fileprivate(set) subscript(_ position: Int) -> Int {
    get { places[position] }
    set { places[position] = newValue }
  }

  /// The columns for which a condition on the place holds, as a mask.
  func mask(where condition: (_ position: Int, _ place: Int) -> Bool) -> UInt64 {
    var mask: UInt64 = 0
    for position in places.indices where condition(position, places[position]) {
      mask |= 1 << UInt64(position)
    }
    return mask
  }
}

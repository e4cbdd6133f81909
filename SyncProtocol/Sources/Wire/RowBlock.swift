/// Merged rows of one table of one scope, as a ROW frame carries them: what snapshots and repairs
/// are made of.
///
/// A row's whole state travels: every head of every field with its dot, time and value, also of
/// fields and tables that neither side knows. Like stands beside like: most heads are as their row
/// was created, and of those nothing is written but the value.
public struct RowBlock: Hashable, Sendable {
  /// The scope of all its rows.
  public let scope: ScopeID
  /// The table of all its rows.
  public let table: TableID
  /// True when the last row has further heads, which follow in the next block.
  public let isCut: Bool
  /// The rows, strictly ascending.
  public let rows: [RowID]
  /// The time of each row's creation; nil where that operation has not arrived.
  public let createdAt: [Timestamp?]
  /// The distinct sets of fields that rows have heads of.
  public let shapes: [Shape]
  /// The index among `shapes` of each row.
  public let shapeOfRow: [Int]
  /// Of each cell that is not as created, row by row and field by field: its heads, ascending by
  /// dot. Their values stand in `columns`.
  public let editedCells: [[HeadName]]
  /// The values of every field, ascending by field; within one in order of row and dot.
  public let columns: [Column]

  /// Which fields a row has heads of, and which of them are as it was created.
  public struct Shape: Hashable, Sendable {
    /// The fields, strictly ascending.
    public var fields: [FieldID]
    /// For each field whether it has exactly one head, with the dot of the row and the time of its
    /// creation.
    public var isAsCreated: [Bool]
  }

  /// The dot and time of a head.
  public struct HeadName: Hashable, Sendable {
    /// The operation that wrote it.
    public var dot: Dot
    /// That operation's time.
    public var time: Timestamp
  }

  /// The values of one field.
  public struct Column: Hashable, Sendable {
    /// The field.
    public var field: FieldID
    /// One value a head.
    public var values: [Value]
  }

  init(
    scope: ScopeID, table: TableID, isCut: Bool, rows: [RowID], createdAt: [Timestamp?],
    shapes: [Shape], shapeOfRow: [Int], editedCells: [[HeadName]], columns: [Column]
  ) {
    self.scope = scope
    self.table = table
    self.isCut = isCut
    self.rows = rows
    self.createdAt = createdAt
    self.shapes = shapes
    self.shapeOfRow = shapeOfRow
    self.editedCells = editedCells
    self.columns = columns
  }
}

extension RowBlock {
  /// Arranges rows of one table.
  ///
  /// - Parameters:
  ///   - states: 1 to `Limits.rowsPerBlock` rows in ascending order, with at most
  ///     `Limits.headsPerBlock` heads; `RowBlockWriter` cuts any number of rows into such blocks.
  ///   - isCut: true when the last row's further heads follow in the next block.
  public init(_ states: [RowState], in scope: ScopeID, isCut: Bool = false) {
    guard let first = states.first else { preconditionFailure("a block has rows") }
    precondition(states.count <= Limits.rowsPerBlock, "a block's rows have a limit")
    var shapes: [Shape] = []
    var shapeIndex: [Shape: Int] = [:]
    var shapeOfRow: [Int] = []
    var editedCells: [[HeadName]] = []
    var values: [FieldID: [Value]] = [:]
    for state in states {
      precondition(state.table == first.table, "rows of one table")
      var shape = Shape(fields: [], isAsCreated: [])
      var rest = state.heads[...]
      while let field = rest.first?.field {
        let cell = rest.prefix { $0.field == field }
        rest = rest[cell.endIndex...]
        let isAsCreated = Self.isAsCreated(cell, in: state)
        shape.fields.append(field)
        shape.isAsCreated.append(isAsCreated)
        if !isAsCreated {
          editedCells.append(cell.map { HeadName(dot: $0.dot, time: $0.time) })
        }
        values[field, default: []].append(contentsOf: cell.map(\.value))
      }
      let index = shapeIndex[shape, default: shapes.count]
      if index == shapes.count {
        shapeIndex[shape] = index
        shapes.append(shape)
      }
      shapeOfRow.append(index)
    }
    self.init(
      scope: scope, table: first.table, isCut: isCut, rows: states.map(\.row),
      createdAt: states.map(\.createdAt), shapes: shapes, shapeOfRow: shapeOfRow,
      editedCells: editedCells,
      columns: values.sorted { $0.key < $1.key }.map { Column(field: $0.key, values: $0.value) })
  }

  private static func isAsCreated(_ cell: ArraySlice<Head>, in state: RowState) -> Bool {
    guard let head = cell.first, cell.count == 1 else { return false }
    return head.dot == state.row && head.time == state.createdAt
  }

  /// The rows as the merge knows them. Of a block that is cut, the last lacks heads.
  public var states: [RowState] {
    var states: [RowState] = []
    states.reserveCapacity(rows.count)
    let places = columnPlaces
    var used = [Int](repeating: 0, count: columns.count)
    var edited = 0
    for (index, row) in rows.enumerated() {
      let shape = shapes[shapeOfRow[index]]
      var heads: [Head] = []
      heads.reserveCapacity(shape.fields.count)
      for (entry, field) in shape.fields.enumerated() {
        let column = places[shapeOfRow[index]][entry]
        if shape.isAsCreated[entry], let time = createdAt[index] {
          let value = columns[column].values[used[column]]
          heads.append(Head(field: field, dot: row, time: time, value: value))
          used[column] += 1
          continue
        }
        for name in editedCells[edited] {
          let value = columns[column].values[used[column]]
          heads.append(Head(field: field, dot: name.dot, time: name.time, value: value))
          used[column] += 1
        }
        edited += 1
      }
      states.append(
        RowState(table: table, row: row, createdAt: createdAt[index], ascendingHeads: heads))
    }
    return states
  }

  /// For each shape, and each of its fields, the index among `columns`.
  public var columnPlaces: [[Int]] {
    var places: [FieldID: Int] = [:]
    for (index, column) in columns.enumerated() { places[column.field] = index }
    return shapes.map { shape in shape.fields.map { places[$0, default: 0] } }
  }
}

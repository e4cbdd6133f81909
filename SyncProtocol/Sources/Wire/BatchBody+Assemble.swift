extension BatchBody {
  /// What writes name, in order of operation and field.
  struct PreviousColumn {
    /// One a write.
    var codes: [UInt64] = []
    /// The index of the origin of every dot that is named explicitly.
    var origins: [Int] = []
  }

  /// Puts the columns of a body together again, operation by operation.
  struct Assembler {
    private let previous: PreviousColumn
    private let previousCounters: [UInt32]
    private let origins: [Origin]
    private let columns: [Column]
    private let shapes: [Shape]
    /// Of every shape, the column of each field; nil for a withdrawal.
    private var columnsOfShape: [[Int?]] = []
    private var nextValue: [Int]
    private var nextCode = 0
    private var nextDot = 0
    /// Only kept where something names an earlier write of this body.
    private var lastWrite: [Cell: Dot]?

    init(
      previous: PreviousColumn, previousCounters: [UInt32], origins: [Origin], keys: [ColumnKey],
      columns: [Column], shapes: [Shape]
    ) {
      self.previous = previous
      self.previousCounters = previousCounters
      self.origins = origins
      self.columns = columns
      self.shapes = shapes
      nextValue = Array(repeating: 0, count: columns.count)
      lastWrite = previous.codes.contains(PreviousCode.ownEarlierWrite) ? [:] : nil
      var places: [ColumnKey: Int] = [:]
      for (index, key) in keys.enumerated() { places[key] = index }
      for shape in shapes {
        columnsOfShape.append(
          zip(shape.fields, shape.withdraws).map { field, withdraws in
            withdraws ? nil : places[ColumnKey(table: shape.table, field: field)]
          })
      }
    }

    /// The writes of the next operation.
    mutating func writes(
      of dot: Dot, _ row: RowID, shape: Int
    ) throws(ProtocolError) -> [FieldWrite] {
      let fields = shapes[shape].fields
      var writes: [FieldWrite] = []
      writes.reserveCapacity(fields.count)
      for index in fields.indices {
        var write = FieldWrite(fields[index], nil)
        if let column = columnsOfShape[shape][index] {
          write.value = columns[column].values[nextValue[column]]
          nextValue[column] += 1
        }
        try name(&write, dot, row)
        writes.append(write)
      }
      return writes
    }

    private mutating func name(
      _ write: inout FieldWrite, _ dot: Dot, _ row: RowID
    ) throws(ProtocolError) {
      // A creating write is named by `rowCreation`, so only edits are remembered.
      let own =
        dot == row
        ? nil : lastWrite?.updateValue(dot, forKey: Cell(row: row, field: write.field))
      let code = previous.codes[nextCode]
      nextCode += 1
      switch code {
      case PreviousCode.nothing: break
      case PreviousCode.rowCreation: write.previous = [row]
      case PreviousCode.ownEarlierWrite:
        guard let own else { throw .malformed(.noSuchEntry) }
        write.previous = [own]
      default:
        let end = nextDot + Int(code - PreviousCode.explicit) + 1
        write.previous = (nextDot..<end).map {
          Dot(origin: origins[previous.origins[$0]], counter: previousCounters[$0])
        }
        nextDot = end
      }
    }
  }
}

extension BatchBody {
  /// The bytes of operations of one session, in ascending order of dot.
  ///
  /// - Parameters:
  ///   - operations: 1 to `Limits.operationsPerBatch`, all with dots of `origin`.
  ///   - origin: the replica and session that wrote them; it stands in the batch's header.
  public static func encode(_ operations: [Operation], origin: Origin) -> [UInt8] {
    Array(sections(operations, origin: origin).all.joined())
  }

  /// The same bytes in the parts that are compressed apart.
  static func sections(_ operations: [Operation], origin: Origin) -> Sections {
    var encoder = Encoder(origin: origin)
    return encoder.encode(operations)
  }

  private struct Encoder {
    let origin: Origin
    var originIndex: [Origin: Int] = [:]
    var origins: [Origin] = []
    var shapeIndex: [Shape: Int] = [:]
    var shapes: [Shape] = []
    var columns: [ColumnKey: [Value]] = [:]
    var lastWrite: [Cell: Dot] = [:]

    init(origin: Origin) {
      self.origin = origin
      _ = index(of: origin)
    }

    mutating func encode(_ operations: [Operation]) -> Sections {
      var shapeColumn = ByteWriter()
      var dotColumn = ByteWriter()
      var rowOrigins = ByteWriter()
      var previous = ByteWriter()
      var rowCounters: [Int64] = []
      var previousCounters: [Int64] = []
      collectOrigins(operations)

      var lastCounter: UInt32 = 0
      for operation in operations {
        precondition(operation.dot.origin == origin, "operations of one session")
        shapeColumn.count(index(of: shape(of: operation)))
        dotColumn.unsigned(UInt64(operation.dot.counter - lastCounter))
        lastCounter = operation.dot.counter
        if operation.isCreate {
          rowOrigins.count(0)
        } else {
          rowOrigins.count(index(of: operation.row.origin) + 1)
          rowCounters.append(Int64(operation.row.counter))
        }
        for write in operation.writes {
          encodePrevious(write, of: operation, into: &previous, &previousCounters)
          if let value = write.value {
            columns[ColumnKey(table: operation.table, field: write.field), default: []]
              .append(value)
          }
        }
      }

      var body = Sections()
      body.structure.count(operations.count)
      body.structure.count(origins.count - 1)
      for other in origins.dropFirst() { body.structure.unsigned(UInt64(other.rawValue)) }
      encodeShapes(into: &body.structure)
      for column in [shapeColumn, dotColumn, rowOrigins] { body.structure.raw(column.bytes) }
      encodeRuns(operations.map(\.author), into: &body.structure)
      encodeRuns(operations.map(\.act), into: &body.structure)
      encodeRuns(operations.map(\.because), into: &body.structure)
      body.structure.raw(previous.bytes)
      NumberPlanes.encode(rowCounters, into: &body.numbers, low: &body.low)
      encodeTimes(operations, into: &body)
      NumberPlanes.encode(previousCounters, into: &body.numbers, low: &body.low)
      for (_, values) in columns.sorted(by: { $0.key < $1.key }) {
        BatchBody.encodeColumn(values, into: &body)
      }
      return body
    }

    private mutating func index(of origin: Origin) -> Int {
      if let index = originIndex[origin] { return index }
      originIndex[origin] = origins.count
      origins.append(origin)
      return origins.count - 1
    }

    private mutating func index(of shape: Shape) -> Int {
      if let index = shapeIndex[shape] { return index }
      shapeIndex[shape] = shapes.count
      shapes.append(shape)
      return shapes.count - 1
    }

    private func shape(of operation: Operation) -> Shape {
      Shape(
        table: operation.table, fields: operation.writes.map(\.field),
        withdraws: operation.writes.map { $0.value == nil })
    }

    /// The dictionary must be whole before the first reference is written.
    private mutating func collectOrigins(_ operations: [Operation]) {
      for operation in operations {
        _ = index(of: operation.row.origin)
        for write in operation.writes {
          for dot in write.previous { _ = index(of: dot.origin) }
        }
      }
    }

    private mutating func encodePrevious(
      _ write: FieldWrite, of operation: Operation, into previous: inout ByteWriter,
      _ counters: inout [Int64]
    ) {
      // A creating write is named by `rowCreation`, so only edits are remembered.
      let cell = Cell(row: operation.row, field: write.field)
      let own = operation.isCreate ? nil : lastWrite.updateValue(operation.dot, forKey: cell)
      if write.previous.isEmpty {
        previous.unsigned(PreviousCode.nothing)
      } else if write.previous == [operation.row] {
        previous.unsigned(PreviousCode.rowCreation)
      } else if let own, write.previous == [own] {
        previous.unsigned(PreviousCode.ownEarlierWrite)
      } else {
        previous.unsigned(PreviousCode.explicit + UInt64(write.previous.count - 1))
        for dot in write.previous {
          previous.count(index(of: dot.origin))
          counters.append(Int64(dot.counter))
        }
      }
    }

    private func encodeShapes(into body: inout ByteWriter) {
      body.count(shapes.count)
      for shape in shapes {
        body.unsigned(UInt64(shape.table.rawValue))
        body.count(shape.fields.count)
        var last: UInt64 = 0
        for (field, withdraws) in zip(shape.fields, shape.withdraws) {
          let number = UInt64(field.rawValue)
          body.unsigned((number - last) << 1 | (withdraws ? 1 : 0))
          last = number
        }
      }
    }

    /// Runs of equal optional dots: authors, acts and what is judged hardly change within a batch.
    private func encodeRuns(_ dots: [Dot?], into body: inout ByteWriter) {
      var start = 0
      while start < dots.count {
        let end = dots[start...].firstIndex { $0 != dots[start] } ?? dots.count
        body.count(end - start)
        body.unsigned(dots[start].map { UInt64($0.rawValue) + 1 } ?? 0)
        start = end
      }
    }

    /// The first time, and of every other how far it is from the greatest before it: one write made
    /// behind a clock that was ahead does not set back what follows.
    private func encodeTimes(_ operations: [Operation], into body: inout Sections) {
      guard var greatest = operations.first?.time.rawValue else { return }
      body.numbers.signed(greatest)
      var steps: [Int64] = []
      steps.reserveCapacity(operations.count)
      for operation in operations.dropFirst() {
        let time = operation.time.rawValue
        steps.append(time &- greatest)
        greatest = max(greatest, time)
      }
      NumberPlanes.encode(steps, into: &body.numbers, low: &body.low)
    }
  }
}

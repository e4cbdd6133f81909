extension BatchBody {
  /// The bytes of operations of one session, in ascending order of dot.
  ///
  /// - Parameters:
  ///   - operations: 1 to `Limits.operationsPerBatch`, all with dots of `origin`.
  ///   - origin: the replica and session that wrote them; it stands in the batch's header.
  public static func encode(_ operations: [Operation], origin: Origin) -> [UInt8] {
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

    mutating func encode(_ operations: [Operation]) -> [UInt8] {
      var shapeColumn = ByteWriter()
      var dotColumn = ByteWriter()
      var rowOrigins = ByteWriter()
      var rowCounters = ByteWriter()
      var times = ByteWriter()
      var previous = ByteWriter()
      var rows = DotDictionary()
      var named = DotDictionary()
      collectOrigins(operations)
      rows = DotDictionary(origins)
      named = DotDictionary(origins)

      var lastCounter: Int64 = 0
      var lastTime: Int64 = 0
      for operation in operations {
        precondition(operation.dot.origin == origin, "operations of one session")
        shapeColumn.count(index(of: shape(of: operation)))
        dotColumn.count(Int(Int64(operation.dot.counter) - lastCounter))
        lastCounter = Int64(operation.dot.counter)
        if operation.isCreate {
          rowOrigins.count(0)
          _ = rows.step(to: operation.row.counter, origin: index(of: origin))
        } else {
          let rowOrigin = index(of: operation.row.origin)
          rowOrigins.count(rowOrigin + 1)
          rowCounters.signed(rows.step(to: operation.row.counter, origin: rowOrigin))
        }
        times.difference(operation.time.rawValue, from: lastTime)
        lastTime = operation.time.rawValue
        for write in operation.writes {
          encodePrevious(write, of: operation, into: &previous, &named)
          if let value = write.value {
            columns[ColumnKey(table: operation.table, field: write.field), default: []]
              .append(value)
          }
        }
      }

      var body = ByteWriter()
      body.count(operations.count)
      body.count(origins.count - 1)
      for other in origins.dropFirst() { body.unsigned(UInt64(other.rawValue)) }
      encodeShapes(into: &body)
      for column in [shapeColumn, dotColumn, rowOrigins, rowCounters] { body.raw(column.bytes) }
      encodeRuns(operations.map(\.author), into: &body)
      encodeRuns(operations.map(\.act), into: &body)
      encodeRuns(operations.map(\.because), into: &body)
      body.raw(times.bytes)
      body.raw(previous.bytes)
      for (_, values) in columns.sorted(by: { $0.key < $1.key }) {
        BatchBody.encodeColumn(values, into: &body)
      }
      return body.bytes
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
      _ named: inout DotDictionary
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
          let originIndex = index(of: dot.origin)
          previous.count(originIndex)
          previous.signed(named.step(to: dot.counter, origin: originIndex))
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
  }

  static func encodeColumn(_ values: [Value], into body: inout ByteWriter) {
    switch Set(values.map(\.kind)) {
    case [.integer]: encodeIntegers(values.compactMap(\.integer), into: &body)
    case [.text]: encodeBlocks(values.map { Array(($0.text ?? "").utf8) }, .texts, into: &body)
    case [.bytes]: encodeBlocks(values.compactMap(\.bytes), .bytes, into: &body)
    case [.sealed]: encodeSealed(values.compactMap(\.sealed), into: &body)
    case [nil]: body.byte(ColumnCode.unset.rawValue)
    default:
      body.byte(ColumnCode.mixed.rawValue)
      for value in values { encodeTagged(value, into: &body) }
    }
  }

  /// A value behind its type: 0 unset, 1 integer, 2 text, 3 bytes, 4 sealed, 5 erased.
  static func encodeTagged(_ value: Value, into writer: inout ByteWriter) {
    switch value {
    case .unset: writer.byte(0)
    case .integer(let integer):
      writer.byte(Value.Kind.integer.rawValue)
      writer.signed(integer)
    case .text(let text):
      writer.byte(Value.Kind.text.rawValue)
      writer.text(text)
    case .bytes(let bytes):
      writer.byte(Value.Kind.bytes.rawValue)
      writer.block(bytes)
    case .sealed(let sealed):
      writer.byte(Value.Kind.sealed.rawValue)
      writer.sealed(sealed)
    case .erased(let subject):
      writer.byte(Value.Kind.erased.rawValue)
      writer.dot(subject)
    }
  }

  /// Plain or as differences, whichever is shorter: row references and dates lie close together.
  private static func encodeIntegers(_ integers: [Int64], into body: inout ByteWriter) {
    var plain = ByteWriter()
    var differences = ByteWriter()
    var last: Int64 = 0
    for integer in integers {
      plain.signed(integer)
      differences.difference(integer, from: last)
      last = integer
    }
    let shorter = differences.bytes.count < plain.bytes.count
    body.byte((shorter ? ColumnCode.integerDifferences : .integers).rawValue)
    body.raw(shorter ? differences.bytes : plain.bytes)
  }

  /// Runs of one key and its subject, then lengths, nonces and ciphertexts: the values of a person
  /// stand together, and what cannot be compressed stands apart.
  private static func encodeSealed(_ values: [SealedValue], into body: inout ByteWriter) {
    body.byte(ColumnCode.sealed.rawValue)
    var start = 0
    var lastKey: Int64 = 0
    while start < values.count {
      let first = values[start]
      let end =
        values[start...].firstIndex { $0.key != first.key || $0.subject != first.subject }
        ?? values.count
      body.count(end - start)
      body.difference(first.key.rawValue, from: lastKey)
      body.difference(first.subject.rawValue, from: first.key.rawValue)
      lastKey = first.key.rawValue
      start = end
    }
    for value in values { body.count(value.ciphertext.count - SealedValue.tagByteCount) }
    for value in values { body.raw(value.nonce) }
    for value in values { body.raw(value.ciphertext) }
  }

  private static func encodeBlocks(
    _ blocks: [[UInt8]], _ code: ColumnCode, into body: inout ByteWriter
  ) {
    body.byte(code.rawValue)
    for block in blocks { body.count(block.count) }
    for block in blocks { body.raw(block) }
  }
}

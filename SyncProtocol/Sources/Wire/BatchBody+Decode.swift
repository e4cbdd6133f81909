extension BatchBody {
  /// The operations of a body that nobody vouches for.
  ///
  /// - Parameters:
  ///   - bytes: the decompressed body, at most `Limits.bodyBytes`.
  ///   - origin: the replica and session from the batch's header.
  /// - Throws: `ProtocolError.malformed`. A field of an unknown kind is no error here: the whole
  ///   body decodes, and the caller sees by `FieldID.kind` that it needs an upgrade to merge it.
  public static func decode(_ bytes: [UInt8], origin: Origin) throws(ProtocolError) -> [Operation] {
    guard bytes.count <= Limits.bodyBytes else { throw .malformed(.numberOutOfRange) }
    var decoder = Decoder(reader: ByteReader(bytes), origin: origin)
    return try decoder.decode()
  }

  private struct Decoder {
    var reader: ByteReader
    let origin: Origin
    var origins: [Origin] = []
    var shapes: [Shape] = []

    init(reader: ByteReader, origin: Origin) {
      self.reader = reader
      self.origin = origin
    }

    mutating func decode() throws(ProtocolError) -> [Operation] {
      let count = try reader.count(atMost: Limits.operationsPerBatch)
      guard count > 0 else { throw .malformed(.numberOutOfRange) }
      origins = try decodeOrigins()
      shapes = try decodeShapes(atMost: count)
      var shapeOfOperation: [Int] = []
      shapeOfOperation.reserveCapacity(count)
      for _ in 0..<count {
        let index = try reader.count(atMost: shapes.count)
        guard index < shapes.count else { throw .malformed(.noSuchEntry) }
        shapeOfOperation.append(index)
      }
      let dots = try decodeDots(count)
      let rowCodes = try decodeRowCodes(count)
      let authors = try decodeRuns(count)
      let acts = try decodeRuns(count)
      let judged = try decodeRuns(count)
      let previous = try decodePrevious(shapeOfOperation)
      let counts = valueCounts(shapeOfOperation)
      var columns: [Column] = []
      for (_, count) in counts { columns.append(try Column(count, from: &reader)) }
      for index in columns.indices { try columns[index].decodeLengths(from: &reader) }
      var rowCounters = try NumberPlanes(rowCodes.count { $0 > 0 }, from: &reader)
      let firstTime = try reader.signed()
      var timeSteps = try NumberPlanes(count - 1, from: &reader)
      var previousCounters = try NumberPlanes(previous.origins.count, from: &reader)
      for index in columns.indices { try columns[index].decodeNumbers(from: &reader) }
      try rowCounters.readLow(from: &reader)
      try timeSteps.readLow(from: &reader)
      try previousCounters.readLow(from: &reader)
      for index in columns.indices { try columns[index].decodeLow(from: &reader) }
      for index in columns.indices { try columns[index].decodeContents(from: &reader) }
      try reader.end()

      let rows = try rows(dots, rowCodes, try counters(rowCounters))
      let times = times(firstTime, timeSteps)
      var assembler = Assembler(
        previous: previous, previousCounters: try counters(previousCounters), origins: origins,
        keys: counts.map(\.key), columns: columns, shapes: shapes)
      var operations: [Operation] = []
      operations.reserveCapacity(count)
      for index in 0..<count {
        let shape = shapeOfOperation[index]
        operations.append(
          Operation(
            dot: dots[index], table: shapes[shape].table, row: rows[index],
            author: authors[index], act: acts[index], because: judged[index], time: times[index],
            writes: try assembler.writes(of: dots[index], rows[index], shape: shape)))
      }
      return operations
    }

    private mutating func decodeOrigins() throws(ProtocolError) -> [Origin] {
      // Every further origin takes at least a byte, so the body's own size bounds the list.
      let count = try reader.count(atMost: reader.remaining)
      var origins = [origin]
      for _ in 0..<count {
        guard let other = Origin(rawValue: Int64(try reader.unsigned(atMost: 1 << 44 - 1))) else {
          throw .malformed(.numberOutOfRange)
        }
        origins.append(other)
      }
      return origins
    }

    private mutating func decodeShapes(atMost count: Int) throws(ProtocolError) -> [Shape] {
      var shapes: [Shape] = []
      for _ in 0..<(try reader.count(atMost: count)) {
        let table = TableID(rawValue: UInt16(try reader.unsigned(atMost: UInt64(UInt16.max))))
        var shape = Shape(table: table, fields: [], withdraws: [])
        var last: UInt64 = 0
        for index in 0..<(try reader.count(atMost: Limits.writesPerOperation)) {
          let entry = try reader.unsigned(atMost: UInt64(UInt16.max) << 1 | 1)
          let number = last + entry >> 1
          guard number <= UInt64(UInt16.max) else { throw .malformed(.numberOutOfRange) }
          guard index == 0 || entry >> 1 > 0 else { throw .malformed(.notAscending) }
          shape.fields.append(FieldID(rawValue: UInt16(number)))
          shape.withdraws.append(entry & 1 == 1)
          last = number
        }
        shapes.append(shape)
      }
      return shapes
    }

    private mutating func decodeDots(_ count: Int) throws(ProtocolError) -> [Dot] {
      var dots: [Dot] = []
      dots.reserveCapacity(count)
      var counter: UInt64 = 0
      for _ in 0..<count {
        let step = try reader.unsigned(atMost: UInt64(Dot.maximumCounter))
        guard step > 0 else { throw .malformed(.notAscending) }
        counter += step
        guard counter <= UInt64(Dot.maximumCounter) else { throw .malformed(.numberOutOfRange) }
        dots.append(Dot(origin: origin, counter: UInt32(counter)))
      }
      return dots
    }

    private mutating func decodeRowCodes(_ count: Int) throws(ProtocolError) -> [Int] {
      var codes: [Int] = []
      codes.reserveCapacity(count)
      for _ in 0..<count { codes.append(try reader.count(atMost: origins.count)) }
      return codes
    }

    private mutating func decodeRuns(_ count: Int) throws(ProtocolError) -> [Dot?] {
      var dots: [Dot?] = []
      dots.reserveCapacity(count)
      while dots.count < count {
        let run = try reader.count(atMost: count - dots.count)
        guard run > 0 else { throw .malformed(.numberOutOfRange) }
        let number = try reader.unsigned(atMost: 1 << 63)
        let dot = number == 0 ? nil : Dot(rawValue: Int64(number - 1))
        for _ in 0..<run { dots.append(dot) }
      }
      return dots
    }

    private mutating func decodePrevious(
      _ shapeOfOperation: [Int]
    ) throws(ProtocolError) -> PreviousColumn {
      var previous = PreviousColumn()
      for shape in shapeOfOperation {
        for _ in shapes[shape].fields.indices {
          let code = try reader.unsigned(
            atMost: PreviousCode.explicit + UInt64(Limits.previousPerWrite) - 1)
          previous.codes.append(code)
          guard code >= PreviousCode.explicit else { continue }
          for _ in 0...(code - PreviousCode.explicit) {
            let origin = try reader.count(atMost: origins.count)
            guard origin < origins.count else { throw .malformed(.noSuchEntry) }
            previous.origins.append(origin)
          }
        }
      }
      return previous
    }

    /// How many values each column has, in the order in which columns stand.
    private func valueCounts(_ shapeOfOperation: [Int]) -> [(key: ColumnKey, count: Int)] {
      var uses = [Int](repeating: 0, count: shapes.count)
      for shape in shapeOfOperation { uses[shape] += 1 }
      var counts: [ColumnKey: Int] = [:]
      for (shape, uses) in zip(shapes, uses) where uses > 0 {
        for (field, withdraws) in zip(shape.fields, shape.withdraws) where !withdraws {
          counts[ColumnKey(table: shape.table, field: field), default: 0] += uses
        }
      }
      return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func rows(
      _ dots: [Dot], _ codes: [Int], _ counters: [UInt32]
    ) throws(ProtocolError) -> [RowID] {
      var next = 0
      var rows: [RowID] = []
      rows.reserveCapacity(dots.count)
      for (dot, code) in zip(dots, codes) {
        guard code > 0 else {
          rows.append(dot)
          continue
        }
        let row = Dot(origin: origins[code - 1], counter: counters[next])
        next += 1
        // A create has one encoding only.
        guard row != dot else { throw .malformed(.unknownCode) }
        rows.append(row)
      }
      return rows
    }

    private func counters(_ planes: NumberPlanes) throws(ProtocolError) -> [UInt32] {
      let numbers = planes.numbers
      var counters: [UInt32] = []
      counters.reserveCapacity(numbers.count)
      for number in numbers {
        guard number >= 0, number <= Int64(Dot.maximumCounter) else {
          throw .malformed(.numberOutOfRange)
        }
        counters.append(UInt32(number))
      }
      return counters
    }

    private func times(_ first: Int64, _ steps: NumberPlanes) -> [Timestamp] {
      var greatest = first
      var times = [Timestamp(rawValue: first)]
      for step in steps.numbers {
        let time = greatest &+ step
        times.append(Timestamp(rawValue: time))
        greatest = max(greatest, time)
      }
      return times
    }
  }
}

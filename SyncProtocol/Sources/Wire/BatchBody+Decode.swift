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

    mutating func decode() throws(ProtocolError) -> [Operation] {
      let count = try reader.count(atMost: Limits.operationsPerBatch)
      guard count > 0 else { throw .malformed(.numberOutOfRange) }
      let origins = try decodeOrigins()
      let shapes = try decodeShapes(atMost: count)

      var shapeOfOperation: [Int] = []
      for _ in 0..<count {
        let index = try reader.count(atMost: shapes.count)
        guard index < shapes.count else { throw .malformed(.noSuchEntry) }
        shapeOfOperation.append(index)
      }
      let dots = try decodeDots(count)
      let rows = try decodeRows(dots, origins)
      let authors = try decodeRuns(count)
      let acts = try decodeRuns(count)
      let judged = try decodeRuns(count)

      var operations: [Operation] = []
      operations.reserveCapacity(count)
      var time: Int64 = 0
      for index in 0..<count {
        time = try reader.difference(from: time)
        operations.append(
          Operation(
            dot: dots[index], table: shapes[shapeOfOperation[index]].table, row: rows[index],
            author: authors[index], act: acts[index], because: judged[index],
            time: Timestamp(rawValue: time), writes: []))
      }
      try decodePrevious(&operations, shapes, shapeOfOperation, origins)
      try decodeColumns(&operations, shapes, shapeOfOperation)
      try reader.end()
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

    private mutating func decodeRows(
      _ dots: [Dot], _ origins: [Origin]
    ) throws(ProtocolError) -> [RowID] {
      var originOfRow: [Int] = []
      for _ in dots { originOfRow.append(try reader.count(atMost: origins.count)) }
      var dictionary = DotDictionary(origins)
      var rows: [RowID] = []
      for (dot, code) in zip(dots, originOfRow) {
        if code == 0 {
          _ = dictionary.step(to: dot.counter, origin: 0)
          rows.append(dot)
        } else {
          let step = try reader.signed()
          let row = try dictionary.dot(after: step, origin: code - 1)
          // A create has one encoding only.
          guard row != dot else { throw .malformed(.unknownCode) }
          rows.append(row)
        }
      }
      return rows
    }

    private mutating func decodeRuns(_ count: Int) throws(ProtocolError) -> [Dot?] {
      var dots: [Dot?] = []
      while dots.count < count {
        let run = try reader.count(atMost: count - dots.count)
        guard run > 0 else { throw .malformed(.numberOutOfRange) }
        let number = try reader.unsigned(atMost: 1 << 63)
        let dot = number == 0 ? nil : Dot(rawValue: Int64(number - 1))
        dots.append(contentsOf: repeatElement(dot, count: run))
      }
      return dots
    }

    private mutating func decodePrevious(
      _ operations: inout [Operation], _ shapes: [Shape], _ shapeOfOperation: [Int],
      _ origins: [Origin]
    ) throws(ProtocolError) {
      var dictionary = DotDictionary(origins)
      var lastWrite: [Cell: Dot] = [:]
      for index in operations.indices {
        let row = operations[index].row
        let fields = shapes[shapeOfOperation[index]].fields
        operations[index].writes.reserveCapacity(fields.count)
        let isCreate = operations[index].isCreate
        for field in fields {
          // A creating write is named by `rowCreation`, so only edits are remembered.
          let own =
            isCreate
            ? nil
            : lastWrite.updateValue(operations[index].dot, forKey: Cell(row: row, field: field))
          let previous = try decodePrevious(row, own, &dictionary)
          operations[index].writes.append(FieldWrite(field, nil, replacing: previous))
        }
      }
    }

    private mutating func decodePrevious(
      _ row: RowID, _ own: Dot?, _ dictionary: inout DotDictionary
    ) throws(ProtocolError) -> [Dot] {
      let code = try reader.unsigned(
        atMost: PreviousCode.explicit + UInt64(Limits.previousPerWrite) - 1)
      switch code {
      case PreviousCode.nothing: return []
      case PreviousCode.rowCreation: return [row]
      case PreviousCode.ownEarlierWrite:
        guard let own else { throw .malformed(.noSuchEntry) }
        return [own]
      default:
        var previous: [Dot] = []
        for _ in 0...(code - PreviousCode.explicit) {
          let originIndex = try reader.count(atMost: dictionary.origins.count)
          let step = try reader.signed()
          previous.append(try dictionary.dot(after: step, origin: originIndex))
        }
        return previous
      }
    }

    private mutating func decodeColumns(
      _ operations: inout [Operation], _ shapes: [Shape], _ shapeOfOperation: [Int]
    ) throws(ProtocolError) {
      var cells: [ColumnKey: [(operation: Int, write: Int)]] = [:]
      for index in operations.indices {
        let shape = shapes[shapeOfOperation[index]]
        for write in shape.fields.indices where !shape.withdraws[write] {
          let key = ColumnKey(table: shape.table, field: shape.fields[write])
          cells[key, default: []].append((index, write))
        }
      }
      for (_, positions) in cells.sorted(by: { $0.key < $1.key }) {
        let values = try BatchBody.decodeColumn(positions.count, from: &reader)
        for (position, value) in zip(positions, values) {
          operations[position.operation].writes[position.write].value = value
        }
      }
    }
  }

  static func decodeColumn(
    _ count: Int, from reader: inout ByteReader
  ) throws(ProtocolError) -> [Value] {
    guard let code = ColumnCode(rawValue: try reader.byte()) else {
      throw .malformed(.unknownCode)
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    switch code {
    case .unset:
      values.append(contentsOf: repeatElement(.unset, count: count))
    case .integers:
      for _ in 0..<count { values.append(.integer(try reader.signed())) }
    case .integerDifferences:
      var last: Int64 = 0
      for _ in 0..<count {
        last = try reader.difference(from: last)
        values.append(.integer(last))
      }
    case .texts, .bytes:
      var lengths: [Int] = []
      for _ in 0..<count { lengths.append(try reader.count(atMost: Limits.valueBytes)) }
      for length in lengths {
        let bytes = try reader.raw(length)
        values.append(code == .texts ? .text(try ByteReader.text(bytes)) : .bytes(Array(bytes)))
      }
    case .sealed:
      for sealed in try decodeSealed(count, from: &reader) { values.append(.sealed(sealed)) }
    case .mixed:
      for _ in 0..<count { values.append(try decodeTagged(from: &reader)) }
    }
    return values
  }

  private static func decodeSealed(
    _ count: Int, from reader: inout ByteReader
  ) throws(ProtocolError) -> [SealedValue] {
    var keys: [(key: Dot, subject: RowID)] = []
    while keys.count < count {
      let run = try reader.count(atMost: count - keys.count)
      guard run > 0 else { throw .malformed(.numberOutOfRange) }
      let key = try reader.dot(differenceFrom: keys.last?.key.rawValue ?? 0)
      let subject = try reader.dot(differenceFrom: key.rawValue)
      for _ in 0..<run { keys.append((key, subject)) }
    }
    var lengths: [Int] = []
    for _ in keys {
      let clear = try reader.count(atMost: Limits.ciphertextBytes - SealedValue.tagByteCount)
      lengths.append(clear + SealedValue.tagByteCount)
    }
    var nonces: [[UInt8]] = []
    for _ in keys { nonces.append(Array(try reader.raw(SealedValue.nonceByteCount))) }
    var values: [SealedValue] = []
    for (index, name) in keys.enumerated() {
      let sealed = SealedValue(
        subject: name.subject, key: name.key, nonce: nonces[index],
        ciphertext: Array(try reader.raw(lengths[index])))
      guard let sealed else { throw .malformed(.numberOutOfRange) }
      values.append(sealed)
    }
    return values
  }

  static func decodeTagged(from reader: inout ByteReader) throws(ProtocolError) -> Value {
    switch try reader.byte() {
    case 0: return .unset
    case Value.Kind.integer.rawValue: return .integer(try reader.signed())
    case Value.Kind.text.rawValue: return .text(try reader.text(atMost: Limits.valueBytes))
    case Value.Kind.bytes.rawValue:
      return .bytes(Array(try reader.block(atMost: Limits.valueBytes)))
    case Value.Kind.sealed.rawValue: return .sealed(try reader.sealed())
    case Value.Kind.erased.rawValue: return .erased(try reader.dot())
    default: throw .malformed(.unknownCode)
    }
  }
}

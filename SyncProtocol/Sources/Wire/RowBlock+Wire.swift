extension RowBlock: FrameMessage {
  /// `row`.
  public static let frameKind = FrameKind.row

  private static let cutFlag: UInt8 = 1

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.scope(scope)
    writer.unsigned(UInt64(table.rawValue))
    writer.byte(isCut ? Self.cutFlag : 0)
    writer.count(rows.count)
    let origins = Set(editedCells.joined().map(\.dot.origin)).sorted()
    writer.count(origins.count)
    for origin in origins { writer.unsigned(UInt64(origin.rawValue)) }
    encodeShapes(into: &writer)
    for index in shapeOfRow { writer.count(index) }
    var last: Int64 = 0
    for row in rows {
      writer.unsigned(UInt64(row.rawValue - last))
      last = row.rawValue
    }
    encodeCreation(into: &writer)
    encodeEditedCells(origins, into: &writer)
    for column in columns { BatchBody.encodeLoneColumn(column.values, into: &writer) }
  }

  private func encodeShapes(into writer: inout ByteWriter) {
    writer.count(shapes.count)
    for shape in shapes {
      writer.count(shape.fields.count)
      var last: UInt64 = 0
      for (field, isAsCreated) in zip(shape.fields, shape.isAsCreated) {
        writer.unsigned((UInt64(field.rawValue) - last) << 1 | (isAsCreated ? 0 : 1))
        last = UInt64(field.rawValue)
      }
    }
  }

  private func encodeCreation(into writer: inout ByteWriter) {
    let missing = createdAt.indices.filter { createdAt[$0] == nil }
    writer.count(missing.count)
    var lastIndex = -1
    for index in missing {
      writer.count(index - lastIndex)
      lastIndex = index
    }
    var last: Int64 = 0
    for time in createdAt {
      guard let time else { continue }
      writer.difference(time.rawValue, from: last)
      last = time.rawValue
    }
  }

  private func encodeEditedCells(_ origins: [Origin], into writer: inout ByteWriter) {
    let indexByOrigin = Dictionary(
      uniqueKeysWithValues: origins.enumerated().map { ($0.element, $0.offset) })
    for cell in editedCells { writer.count(cell.count) }
    var dictionary = DotDictionary(origins)
    for name in editedCells.joined() {
      let index = indexByOrigin[name.dot.origin, default: 0]
      writer.count(index)
      writer.signed(dictionary.step(to: name.dot.counter, origin: index))
    }
    var next = 0
    for (index, shape) in shapeOfRow.enumerated() {
      for isAsCreated in shapes[shape].isAsCreated where !isAsCreated {
        for name in editedCells[next] {
          writer.difference(name.time.rawValue, from: createdAt[index]?.rawValue ?? 0)
        }
        next += 1
      }
    }
  }

  /// Reads the payload. Whatever the bytes say, memory stays within `Limits.headsPerBlock` heads.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    let scope = try reader.scope()
    let table = TableID(rawValue: UInt16(try reader.unsigned(atMost: UInt64(UInt16.max))))
    let flags = try reader.byte()
    guard flags <= Self.cutFlag else { throw .malformed(.unknownCode) }
    let count = try reader.count(atMost: Limits.rowsPerBlock)
    guard count > 0 else { throw .malformed(.numberOutOfRange) }
    let origins = try Self.decodeOrigins(&reader)
    let shapes = try Self.decodeShapes(&reader, atMost: count)
    var shapeOfRow: [Int] = []
    shapeOfRow.reserveCapacity(count)
    var cellCount = 0
    for _ in 0..<count {
      let index = try reader.count(atMost: shapes.count)
      guard index < shapes.count else { throw .malformed(.noSuchEntry) }
      shapeOfRow.append(index)
      cellCount += shapes[index].fields.count
      guard cellCount <= Limits.headsPerBlock else { throw .malformed(.numberOutOfRange) }
    }
    let rows = try Self.decodeRows(&reader, count)
    let createdAt = try Self.decodeCreation(&reader, count)
    var decoder = CellDecoder(
      rows: rows, createdAt: createdAt, shapes: shapes, shapeOfRow: shapeOfRow)
    try decoder.decodeNames(&reader, origins)
    try decoder.decodeColumns(&reader)
    self.init(
      scope: scope, table: table, isCut: flags == Self.cutFlag, rows: rows, createdAt: createdAt,
      shapes: shapes, shapeOfRow: shapeOfRow, editedCells: decoder.cells, columns: decoder.columns)
  }

  private static func decodeOrigins(_ reader: inout ByteReader) throws(ProtocolError) -> [Origin] {
    var origins: [Origin] = []
    // Every origin takes at least a byte, so the payload's own size bounds the list.
    for _ in 0..<(try reader.count(atMost: reader.remaining)) {
      guard let origin = Origin(rawValue: Int64(try reader.unsigned(atMost: 1 << 44 - 1))) else {
        throw .malformed(.numberOutOfRange)
      }
      if let last = origins.last, !(last < origin) { throw .malformed(.notAscending) }
      origins.append(origin)
    }
    return origins
  }

  private static func decodeShapes(
    _ reader: inout ByteReader, atMost count: Int
  ) throws(ProtocolError) -> [Shape] {
    var shapes: [Shape] = []
    for _ in 0..<(try reader.count(atMost: count)) {
      var shape = Shape(fields: [], isAsCreated: [])
      var last: UInt64 = 0
      for index in 0..<(try reader.count(atMost: Limits.writesPerOperation)) {
        let entry = try reader.unsigned(atMost: UInt64(UInt16.max) << 1 | 1)
        let number = last + entry >> 1
        guard number <= UInt64(UInt16.max) else { throw .malformed(.numberOutOfRange) }
        guard index == 0 || entry >> 1 > 0 else { throw .malformed(.notAscending) }
        shape.fields.append(FieldID(rawValue: UInt16(number)))
        shape.isAsCreated.append(entry & 1 == 0)
        last = number
      }
      shapes.append(shape)
    }
    return shapes
  }

  private static func decodeRows(
    _ reader: inout ByteReader, _ count: Int
  ) throws(ProtocolError) -> [RowID] {
    var rows: [RowID] = []
    rows.reserveCapacity(count)
    var last: Int64 = 0
    for index in 0..<count {
      let step = try reader.unsigned(atMost: UInt64(Int64.max - last))
      guard index == 0 || step > 0, let row = RowID(rawValue: last + Int64(step)) else {
        throw .malformed(.notAscending)
      }
      rows.append(row)
      last = row.rawValue
    }
    return rows
  }

  private static func decodeCreation(
    _ reader: inout ByteReader, _ count: Int
  ) throws(ProtocolError) -> [Timestamp?] {
    var missing: Set<Int> = []
    var index = -1
    for _ in 0..<(try reader.count(atMost: count)) {
      let step = try reader.count(atMost: count)
      index += step
      guard step > 0, index < count else { throw .malformed(.notAscending) }
      missing.insert(index)
    }
    var times: [Timestamp?] = []
    times.reserveCapacity(count)
    var last: Int64 = 0
    for index in 0..<count {
      if !missing.isEmpty, missing.contains(index) {
        times.append(nil)
        continue
      }
      last = try reader.difference(from: last)
      times.append(Timestamp(rawValue: last))
    }
    return times
  }
}

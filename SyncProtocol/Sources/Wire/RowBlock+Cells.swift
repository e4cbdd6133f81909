extension RowBlock {
  /// Reads what stands behind rows and shapes: the names of edited heads, then all values.
  struct CellDecoder {
    let rows: [RowID]
    let createdAt: [Timestamp?]
    let shapes: [Shape]
    let shapeOfRow: [Int]
    private(set) var cells: [[HeadName]] = []
    private(set) var columns: [Column] = []

    init(rows: [RowID], createdAt: [Timestamp?], shapes: [Shape], shapeOfRow: [Int]) {
      self.rows = rows
      self.createdAt = createdAt
      self.shapes = shapes
      self.shapeOfRow = shapeOfRow
    }

    mutating func decodeNames(
      _ reader: inout ByteReader, _ origins: [Origin]
    ) throws(ProtocolError) {
      let counts = try decodeCounts(&reader)
      var dots: [Dot] = []
      var dictionary = DotDictionary(origins)
      for count in counts {
        for position in 0..<count {
          let origin = try reader.count(atMost: origins.count)
          let dot = try dictionary.dot(after: try reader.signed(), origin: origin)
          if position > 0, let last = dots.last, !(last < dot) { throw .malformed(.notAscending) }
          dots.append(dot)
        }
      }
      var cell = 0
      var next = 0
      for (index, shape) in shapeOfRow.enumerated() {
        for isAsCreated in shapes[shape].isAsCreated {
          guard !isAsCreated else {
            // "As created" says nothing of a row whose creation is not known.
            guard createdAt[index] != nil else { throw .malformed(.noSuchEntry) }
            continue
          }
          var names: [HeadName] = []
          for _ in 0..<counts[cell] {
            let time = try reader.difference(from: createdAt[index]?.rawValue ?? 0)
            names.append(HeadName(dot: dots[next], time: Timestamp(rawValue: time)))
            next += 1
          }
          // What is as created has one encoding only.
          if names.count == 1, names[0].dot == rows[index], names[0].time == createdAt[index] {
            throw .malformed(.unknownCode)
          }
          cells.append(names)
          cell += 1
        }
      }
    }

    /// The number of heads of every edited cell.
    private func decodeCounts(_ reader: inout ByteReader) throws(ProtocolError) -> [Int] {
      var counts: [Int] = []
      var total = 0
      for shape in shapeOfRow {
        for isAsCreated in shapes[shape].isAsCreated where !isAsCreated {
          let count = try reader.count(atMost: Limits.headsPerBlock)
          total += count
          guard count > 0, total <= Limits.headsPerBlock else {
            throw .malformed(.numberOutOfRange)
          }
          counts.append(count)
        }
      }
      return counts
    }

    mutating func decodeColumns(_ reader: inout ByteReader) throws(ProtocolError) {
      var headsByField: [FieldID: Int] = [:]
      var rowsByShape = [Int](repeating: 0, count: shapes.count)
      for shape in shapeOfRow { rowsByShape[shape] += 1 }
      for (shape, rowCount) in zip(shapes, rowsByShape) where rowCount > 0 {
        for (field, isAsCreated) in zip(shape.fields, shape.isAsCreated) where isAsCreated {
          headsByField[field, default: 0] += rowCount
        }
      }
      var cell = 0
      for shape in shapeOfRow {
        let shape = shapes[shape]
        for (field, isAsCreated) in zip(shape.fields, shape.isAsCreated) where !isAsCreated {
          headsByField[field, default: 0] += cells[cell].count
          cell += 1
        }
      }
      for (field, count) in headsByField.sorted(by: { $0.key < $1.key }) {
        let values = try BatchBody.decodeLoneColumn(count, from: &reader)
        columns.append(Column(field: field, values: values))
      }
    }
  }
}

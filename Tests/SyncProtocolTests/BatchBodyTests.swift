import SyncProtocol
import Testing

@Suite struct BatchBodyTests {
  private func base() throws -> Dot { try makeDot(300, 77, 0) }

  @Test func `random operations come back as they were`() throws {
    for seed in seeds(120) {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...60, using: &generator)
      let operations = try Operation.samples(count, origin: try base(), using: &generator)
      let bytes = BatchBody.encode(operations, origin: try base().origin)
      let decoded = try BatchBody.decode(bytes, origin: try base().origin)
      #expect(decoded == operations, "SEED=\(seed)")
      #expect(BatchBody.encode(decoded, origin: try base().origin) == bytes, "SEED=\(seed)")
    }
  }

  @Test func `texts keep their bytes`() throws {
    let row = try makeDot(300, 77, 1)
    for text in ["\u{e9}", "e\u{301}", "", "Đại Đồng", "\u{FEFF}", "🏠"] {
      let operation = Operation(
        dot: row, table: sampleTable, row: row, author: nil, time: Timestamp(rawValue: 0),
        writes: [FieldWrite(registerField, .text(text))])
      let bytes = BatchBody.encode([operation], origin: row.origin)
      let decoded = try BatchBody.decode(bytes, origin: row.origin)
      let back = try #require(decoded[0].writes[0].value?.text)
      #expect(Array(back.utf8) == Array(text.utf8))
    }
  }

  @Test func `the greatest numbers survive`() throws {
    let row = try makeDot(ReplicaID.maximum, Dot.maximumSession, Dot.maximumCounter)
    let foreign = try makeDot(ReplicaID.maximum, 0, Dot.maximumCounter)
    let values: [Value] = [.integer(.min), .integer(.max), .integer(0)]
    let operation = Operation(
      dot: row, table: TableID(rawValue: .max), row: foreign, author: row, act: row,
      time: Timestamp(rawValue: .min),
      writes: values.enumerated().map { index, value in
        FieldWrite(
          FieldID(rawValue: [0, 9, .max][index]), value,
          replacing: index == 1 ? [row, foreign, row] : [])
      })
    let bytes = BatchBody.encode([operation], origin: row.origin)
    #expect(try BatchBody.decode(bytes, origin: row.origin) == [operation])
  }

  @Test func `an operation may write nothing`() throws {
    let row = try makeDot(300, 77, 1)
    let operation = Operation(
      dot: row, table: sampleTable, row: row, author: nil, time: Timestamp(rawValue: 4), writes: [])
    let bytes = BatchBody.encode([operation], origin: row.origin)
    #expect(try BatchBody.decode(bytes, origin: row.origin) == [operation])
  }

  @Test func `a thousand like operations stay small`() throws {
    let operations = try (1...1_000 as ClosedRange<UInt32>).map { counter in
      let row = try makeDot(300, 77, counter)
      return Operation(
        dot: row, table: sampleTable, row: row, author: row.origin == row.origin ? nil : row,
        time: Timestamp(rawValue: 1_790_000_000_000 + Int64(counter)),
        writes: [FieldWrite(registerField, .integer(Int64(counter) + 1_000_000))])
    }
    let bytes = BatchBody.encode(operations, origin: operations[0].dot.origin)
    #expect(try BatchBody.decode(bytes, origin: operations[0].dot.origin) == operations)
    // Five columns of one byte an operation, and a few bytes around them.
    #expect(bytes.count < 5_100)
  }

  @Test func `every truncation is an error`() throws {
    var generator = SeededGenerator(seed: 11)
    let operations = try Operation.samples(12, origin: try base(), using: &generator)
    let bytes = BatchBody.encode(operations, origin: try base().origin)
    for length in bytes.indices {
      #expect(throws: ProtocolError.self) {
        try BatchBody.decode(Array(bytes[..<length]), origin: try base().origin)
      }
    }
    #expect(throws: ProtocolError.malformed(.trailingBytes)) {
      try BatchBody.decode(bytes + [0], origin: try base().origin)
    }
  }

  @Test func `damaged bodies decode to something or throw, and never trap`() throws {
    for seed in seeds(400) {
      var generator = SeededGenerator(seed: seed)
      let operations = try Operation.samples(10, origin: try base(), using: &generator)
      var bytes = BatchBody.encode(operations, origin: try base().origin)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      guard let decoded = try? BatchBody.decode(bytes, origin: try base().origin) else { continue }
      // Whatever is accepted can be closed again: it keeps every promise of the model.
      let again = BatchBody.encode(decoded, origin: try base().origin)
      #expect(try BatchBody.decode(again, origin: try base().origin) == decoded, "SEED=\(seed)")
    }
  }

  @Test func `noise is no body`() throws {
    for seed in seeds(2_000) {
      var generator = SeededGenerator(seed: seed)
      let noise = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      _ = try? BatchBody.decode(noise, origin: try base().origin)
    }
  }

  @Test func `what operations take alone bounds what they take together`() throws {
    for seed in seeds(60) {
      var generator = SeededGenerator(seed: seed)
      let origin = try base().origin
      var operations = try Operation.samples(
        Int.random(in: 1...200, using: &generator), origin: try base(), using: &generator)
      // One clock far from all others makes the column of times as wide as it can be.
      operations[0].time = Timestamp(rawValue: .min)
      let bound = operations.reduce(0) {
        $0 + BatchBody.bound(of: $1, encodedAlone: BatchBody.encode([$1], origin: origin).count)
      }
      #expect(BatchBody.encode(operations, origin: origin).count <= bound, "SEED=\(seed)")
    }
  }

  /// The smallest body: one create of one row that writes one integer.
  private let smallest: [UInt8] = [1, 0, 1, 16, 1, 16, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 2]

  @Test func `the smallest body reads as its grammar says`() throws {
    let operations = try BatchBody.decode(smallest, origin: try base().origin)
    let row = try makeDot(300, 77, 1)
    #expect(
      operations == [
        Operation(
          dot: row, table: sampleTable, row: row, author: nil, time: Timestamp(rawValue: 0),
          writes: [FieldWrite(registerField, .integer(1))])
      ])
  }

  @Test(arguments: [
    ("no operation", 0, 0, ProtocolError.malformed(.numberOutOfRange)),
    ("a dictionary longer than the body", 1, 90, .malformed(.numberOutOfRange)),
    ("more shapes than operations", 2, 2, .malformed(.numberOutOfRange)),
    ("a shape that is not there", 6, 1, .malformed(.noSuchEntry)),
    ("a counter that stands still", 7, 0, .malformed(.notAscending)),
    ("an origin that is not there", 8, 2, .malformed(.numberOutOfRange)),
    ("a run of nothing", 9, 0, .malformed(.numberOutOfRange)),
    ("a run beyond the end", 11, 2, .malformed(.numberOutOfRange)),
    ("an own earlier write that is not there", 15, 2, .malformed(.noSuchEntry)),
    ("an explicit list of an origin that is not there", 15, 3, .malformed(.noSuchEntry)),
    ("a column of an unknown code", 16, 8, .malformed(.unknownCode)),
  ])
  func `what breaks the grammar has its own error`(
    _ what: String, place: Int, byte: UInt8, error: ProtocolError
  ) throws {
    var bytes = smallest
    bytes[place] = byte
    let origin = try base().origin
    #expect(throws: error, "\(what)") { try BatchBody.decode(bytes, origin: origin) }
  }

  @Test func `a create has one encoding`() throws {
    // The row is named by its dot, but as a row that existed before.
    let bytes: [UInt8] = [1, 0, 1, 16, 0, 0, 1, 1, 1, 0, 1, 0, 1, 0, 2, 0, 0]
    #expect(throws: ProtocolError.malformed(.unknownCode)) {
      try BatchBody.decode(bytes, origin: try base().origin)
    }
  }

  @Test func `an unknown kind of field decodes, so that the batch can be kept and relayed`() throws
  {
    let row = try makeDot(300, 77, 1)
    let operation = Operation(
      dot: row, table: TableID(rawValue: 900), row: row, author: nil, time: Timestamp(rawValue: 0),
      writes: [FieldWrite(FieldID(rawValue: 1 << 3 | 7), .text("later"))])
    let bytes = BatchBody.encode([operation], origin: row.origin)
    let decoded = try BatchBody.decode(bytes, origin: row.origin)
    #expect(decoded == [operation])
    #expect(decoded[0].writes[0].field.kind == nil)
  }
}

import SyncProtocol
import Testing

@Suite struct RowBlockTests {
  private let scope: ScopeID

  init() throws { scope = try makeScope(4_711) }

  private func payload(_ block: RowBlock) -> [UInt8] {
    var writer = ByteWriter()
    block.encode(into: &writer)
    return writer.bytes
  }

  private func read(_ bytes: [UInt8]) throws(ProtocolError) -> RowBlock {
    var reader = ByteReader(bytes)
    let block = try RowBlock(from: &reader)
    try reader.end()
    return block
  }

  /// Rows as merging leaves them: most as created, some edited, in conflict, deleted, with sets,
  /// values of any type and fields of no registry; some whose creation is missing.
  private func rows(
    _ count: Int, table: UInt16 = 16, using generator: inout SeededGenerator
  ) throws -> [RowState] {
    var rows: [RowState] = []
    for number in 1...count {
      let row = try makeDot(300 + UInt32(number % 3), 7, UInt32(number))
      let created = Timestamp(rawValue: 1_790_000_000_000 + Int64(number) * 977)
      let isCreated = Int.random(in: 0..<20, using: &generator) > 0
      var heads: [Head] = []
      for index in 1...6 as ClosedRange<UInt16> where Bool.random(using: &generator) {
        let field = FieldID(rawValue: index << 3 | (index == 6 ? 3 : 0))
        let value = Value.sample(using: &generator)
        if isCreated {
          heads.append(Head(field: field, dot: row, time: created, value: value))
        }
        for edit in 0..<(Int.random(in: 0..<8, using: &generator) / 6 * 3) {
          heads.append(
            Head(
              field: field, dot: try makeDot(900, UInt32(edit), UInt32(number)),
              time: Timestamp(rawValue: Int64.random(in: .min ... .max, using: &generator)),
              value: Value.sample(using: &generator)))
        }
      }
      rows.append(
        RowState(
          table: TableID(rawValue: table), row: row, createdAt: isCreated ? created : nil,
          heads: heads))
    }
    return rows.sorted { $0.row < $1.row }
  }

  @Test func `random rows come back head by head, and the same bytes from them`() throws {
    for seed in seeds(120) {
      var generator = SeededGenerator(seed: seed)
      let states = try rows(Int.random(in: 1...60, using: &generator), using: &generator)
      let bytes = payload(RowBlock(states, in: scope))
      let block = try read(bytes)
      #expect(block.states == states, "SEED=\(seed)")
      #expect(block.scope == scope)
      #expect(!block.isCut)
      #expect(payload(block) == bytes, "SEED=\(seed)")
    }
  }

  @Test func `a block that is cut at any byte, or goes on, is an error`() throws {
    var generator = SeededGenerator(seed: 5)
    let bytes = payload(RowBlock(try rows(12, using: &generator), in: scope))
    for length in bytes.indices {
      #expect(throws: ProtocolError.self) { try read(Array(bytes[..<length])) }
    }
    #expect(throws: ProtocolError.malformed(.trailingBytes)) { try read(bytes + [0]) }
  }

  @Test func `no damage and no noise traps or takes memory`() throws {
    for seed in seeds(400) {
      var generator = SeededGenerator(seed: seed)
      var bytes = payload(RowBlock(try rows(8, using: &generator), in: scope))
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] = .random(
          in: .min ... .max, using: &generator)
      }
      if let block = try? read(bytes) { #expect(block.states.count == block.rows.count) }
    }
  }

  @Test func `a few bytes cannot claim more heads than a block may have`() throws {
    var writer = ByteWriter()
    writer.scope(scope)
    for number in [16, 0, 1_000, 0, 1, 256] as [UInt64] { writer.unsigned(number) }
    writer.unsigned(8 << 1)
    for _ in 1..<256 { writer.unsigned(8 << 1) }
    for _ in 0..<1_000 { writer.unsigned(0) }
    #expect(throws: ProtocolError.malformed(.numberOutOfRange)) { try read(writer.bytes) }
  }

  @Test func `what is as created has one encoding`() throws {
    let row = try makeDot(300, 7, 1)
    var writer = ByteWriter()
    writer.scope(scope)
    // One row with one field, said to be edited, whose only head is the creation itself.
    for number in [16, 0, 1, 1] as [UInt64] { writer.unsigned(number) }
    writer.unsigned(UInt64(row.origin.rawValue))
    for number in [1, 1, 8 << 1 | 1, 0] as [UInt64] { writer.unsigned(number) }
    writer.dot(row)
    writer.unsigned(0)
    writer.signed(5)
    writer.unsigned(1)
    writer.unsigned(0)
    writer.signed(1)
    writer.signed(0)
    writer.byte(5)
    #expect(throws: ProtocolError.malformed(.unknownCode)) { try read(writer.bytes) }
  }

  @Test func `any number of rows of any size is cut into frames and put together again`() throws {
    var generator = SeededGenerator(seed: 9)
    var states = try rows(2_500, using: &generator)
    let huge = try makeDot(700, 1, 1)
    states.append(
      RowState(
        table: TableID(rawValue: 16), row: huge, createdAt: Timestamp(rawValue: 1),
        heads: try (1...700).map { number in
          Head(
            field: FieldID(rawValue: UInt16(number) << 3), dot: try makeDot(1, 1, UInt32(number)),
            time: Timestamp(rawValue: 5), value: .bytes([UInt8](repeating: 1, count: 4_000)))
        }))
    states += try rows(1, table: 17, using: &generator)

    var blocks: [[UInt8]] = []
    var writer = RowBlockWriter(scope: scope)
    for state in states { writer.append(state) { blocks.append(payload($0)) } }
    writer.finish { blocks.append(payload($0)) }
    #expect(blocks.allSatisfy { $0.count <= Limits.framePayloadBytes })
    #expect(blocks.count > 12)

    var back: [RowState] = []
    var reader = RowBlockReader()
    for block in blocks { back += try reader.add(try read(block)) }
    try reader.finish()
    #expect(back == states)
  }

  @Test func `blocks out of order and rows that do not go on are refused`() throws {
    var generator = SeededGenerator(seed: 3)
    let states = try rows(4, using: &generator)
    let first = RowBlock(Array(states[..<2]), in: scope)
    let second = RowBlock(Array(states[2...]), in: scope)
    var reader = RowBlockReader()
    _ = try reader.add(second)
    #expect(throws: ProtocolError.malformed(.notAscending)) { try reader.add(first) }

    let whole = try #require(states.first { !$0.heads.isEmpty })
    var cut = RowBlockReader()
    #expect(try cut.add(RowBlock([whole], in: scope, isCut: true)).isEmpty)
    #expect(throws: ProtocolError.malformed(.truncated)) { try cut.finish() }
    #expect(throws: ProtocolError.malformed(.notAscending)) {
      try cut.add(RowBlock([whole], in: scope))
    }
  }

  @Test func `a thousand new households take about a value and a byte each`() throws {
    let states = try (1...1_000).map { number in
      let row = try makeDot(300, 7, UInt32(number))
      let time = Timestamp(rawValue: 1_790_000_000_000 + Int64(number) * 60_000)
      return RowState(
        table: TableID(rawValue: 16), row: row, createdAt: time,
        heads: [
          Head(
            field: FieldID(rawValue: 10), dot: row, time: time, value: .integer(Int64(number))),
          Head(field: FieldID(rawValue: 32), dot: row, time: time, value: .text("Hộ \(number)")),
        ])
    }
    let bytes = payload(RowBlock(states, in: scope))
    #expect(bytes.count < 17 * states.count)
  }
}

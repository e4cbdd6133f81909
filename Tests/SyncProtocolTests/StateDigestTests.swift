import SyncProtocol
import Testing

@Suite struct StateDigestTests {
  private func rows(_ count: UInt32, using generator: inout SeededGenerator) throws -> [RowState] {
    try (1...count).map { counter in
      let row = try makeDot(300, 1, counter)
      let heads = try (0..<3 as Range<UInt32>).map { index in
        Head(
          field: FieldID(1 + UInt16(index), .register), dot: try makeDot(300 + index, 1, counter),
          time: Timestamp(rawValue: Int64(index)), value: .sample(using: &generator))
      }
      return RowState(table: sampleTable, row: row, createdAt: Timestamp(rawValue: 1), heads: heads)
    }
  }

  @Test func `the digest does not depend on the order of rows`() throws {
    for seed in seeds(10) {
      var generator = SeededGenerator(seed: seed)
      let rows = try rows(60, using: &generator)
      var forwards = StateDigest()
      var shuffled = StateDigest()
      for row in rows { forwards.add(row, primitives: .test) }
      for row in rows.shuffled(using: &generator) { shuffled.add(row, primitives: .test) }
      #expect(forwards == shuffled, "SEED=\(seed)")
      #expect(forwards.root(primitives: .test) == shuffled.root(primitives: .test))
    }
  }

  @Test func `a digest kept step by step is the digest computed anew`() throws {
    for seed in seeds(10) {
      var generator = SeededGenerator(seed: seed)
      var rows = try rows(40, using: &generator)
      var kept = StateDigest()
      for row in rows { kept.add(row, primitives: .quick) }
      for _ in 0..<100 {
        let index = Int.random(in: rows.indices, using: &generator)
        var row = rows[index]
        row.merge(
          Operation(
            dot: try makeDot(400, 2, UInt32.random(in: 1...500, using: &generator)),
            table: row.table, row: row.row, author: nil, time: Timestamp(rawValue: 3),
            writes: [
              FieldWrite(
                registerField, .sample(using: &generator),
                replacing: row.heads(of: registerField).map(\.dot))
            ]))
        kept.subtract(rows[index], primitives: .quick)
        kept.add(row, primitives: .quick)
        rows[index] = row
      }
      var anew = StateDigest()
      for row in rows { anew.add(row, primitives: .quick) }
      #expect(kept == anew, "SEED=\(seed)")
    }
  }

  @Test func `taking every row out leaves nothing, through every borrow`() throws {
    var generator = SeededGenerator(seed: 3)
    let rows = try rows(200, using: &generator)
    var digest = StateDigest()
    for row in rows { digest.subtract(row, primitives: .quick) }
    for row in rows.reversed() { digest.add(row, primitives: .quick) }
    #expect(digest == StateDigest())
  }

  @Test func `a carry runs through all 32 bytes of a leaf`() throws {
    let ones = Primitives(
      hash: { _ in ContentHash(Array(repeating: 0xFF, count: 32)) ?? .zero },
      verify: { _, _, _ in false }, compress: { $0 }, decompress: { bytes, _ in bytes })
    let row = RowState(table: sampleTable, row: try makeDot(300, 1, 1))
    var digest = StateDigest()
    digest.add(row, primitives: ones)
    digest.add(row, primitives: ones)
    #expect(digest.leaf(255) == [0xFE] + Array(repeating: 0xFF, count: 31))
    #expect(digest.leaf(0) == Array(repeating: 0, count: 32))
  }

  @Test func `any difference in a row is a difference in the digest`() throws {
    let base = Head(
      field: registerField, dot: try makeDot(300, 1, 1), time: Timestamp(rawValue: 5),
      value: .text("\u{e9}"))
    var variants = [base, base, base, base, base]
    variants[1].field = FieldID(2, .register)
    variants[2].dot = try makeDot(300, 1, 2)
    variants[3].time = Timestamp(rawValue: 6)
    variants[4].value = .text("e\u{301}")
    let row = try makeDot(300, 1, 1)
    let states = variants.map {
      RowState(table: sampleTable, row: row, createdAt: nil, heads: [$0])
    }
    let roots = states.map { state in
      var digest = StateDigest()
      digest.add(state, primitives: .test)
      return digest.root(primitives: .test)
    }
    #expect(Set(roots).count == variants.count)
    #expect(Set(states.map(\.canonicalBytes)).count == variants.count)
  }
}

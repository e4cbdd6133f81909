import Testing

@testable import SyncProtocol

@Suite struct NumberPlanesTests {
  private func encoded(_ numbers: [Int64]) -> [UInt8] {
    var writer = ByteWriter()
    var low = ByteWriter()
    NumberPlanes.encode(numbers, into: &writer, low: &low)
    return writer.bytes + low.bytes
  }

  private func decoded(_ count: Int, _ reader: inout ByteReader) throws -> [Int64] {
    var planes = try NumberPlanes(count, from: &reader)
    try planes.readLow(from: &reader)
    return planes.numbers
  }

  @Test func `numbers of every range come back`() throws {
    for seed in seeds(200) {
      var generator = SeededGenerator(seed: seed)
      let bits = UInt64.random(in: 0..<64, using: &generator)
      let base = Int64.random(in: .min ... .max, using: &generator)
      let numbers = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        base &+ Int64(bitPattern: UInt64.random(in: 0...(1 << bits), using: &generator))
      }
      var reader = ByteReader(encoded(numbers))
      #expect(try decoded(numbers.count, &reader) == numbers, "SEED=\(seed)")
      #expect(reader.remaining == 0)
    }
  }

  @Test func `the ends of the range stand side by side`() throws {
    let numbers: [Int64] = [.max, .min, 0, -1]
    var reader = ByteReader(encoded(numbers))
    #expect(try decoded(4, &reader) == numbers)
  }

  @Test func `equal numbers take their base alone`() {
    #expect(encoded([7, 7, 7]) == [14, 0])
    #expect(encoded([]).isEmpty)
  }

  @Test func `the most significant bytes come first`() {
    #expect(encoded([0, 0x0102, 0x0304]) == [0, 2, 0, 1, 3, 0, 2, 4])
  }

  @Test func `more than eight planes are refused, and so is a plane cut short`() {
    var wide = ByteReader([0, 9] + [UInt8](repeating: 0, count: 9))
    #expect(throws: ProtocolError.malformed(.numberOutOfRange)) {
      try decoded(1, &wide)
    }
    var short = ByteReader([0, 2, 0, 0, 0])
    #expect(throws: ProtocolError.malformed(.truncated)) {
      try decoded(2, &short)
    }
  }
}

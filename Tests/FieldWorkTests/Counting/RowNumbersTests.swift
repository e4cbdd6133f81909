import Randomness
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct RowNumbersTests {
  /// Rows as they are written, and whatever a damaged reference may say.
  private static func row(_ random: inout SeededGenerator) -> Int64 {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: Int64.random(in: 1...40, using: &random) << Int64(Dot.counterBits)
    case 1:
      Int64.random(in: 1...3, using: &random) << 19 + Int64.random(in: 0..<500, using: &random)
    case 2: [0, -1, .min, .max].randomElement(using: &random) ?? 0
    default: Int64.random(in: .min ... .max, using: &random)
    }
  }

  @Test func `every row keeps its number, however many come and wherever they lie`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    var numbers = RowNumbers()
    var expected: [Int64: Int32] = [:]
    for _ in 0..<3_000 {
      let row = Self.row(&random)
      let number = Int32.random(in: -1...100, using: &random)
      try #require(numbers[row] == expected[row], "seed \(seed)")
      numbers.set(row, number)
      expected[row] = number
    }
    #expect(numbers.count == expected.count, "seed \(seed)")
    for (row, number) in expected { #expect(numbers[row] == number, "seed \(seed)") }
    #expect(numbers[123_456_789_012] == expected[123_456_789_012], "seed \(seed)")
  }

  /// Sessions of half a million operations, of which every sixth makes such a row.
  @Test func `rows of many sessions do not crowd together`() {
    var numbers = RowNumbers()
    for session in 1...40 {
      for row in 0..<1_500 {
        numbers.set(Int64(session) << Int64(Dot.counterBits) + Int64(row * 6), 1)
      }
    }
    #expect(numbers.count == 60_000)
    #expect(numbers.longestRun < 500, "\(numbers.longestRun)")
  }
}

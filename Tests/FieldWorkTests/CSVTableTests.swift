import Testing

@testable import FieldWork

@Suite struct CSVTableTests {
  private func table(_ text: String) throws -> CSVTable { try CSVTable(Array(text.utf8)) }

  @Test(arguments: [
    "a,b\n1,2\n", "a;b\r\n1;2", "\u{FEFF}a,b\n1,2", "a , b\n 1 ,\"2\"\n\n", "a,b\r1,2\r",
    "\"a\";\"b\"\n\n1;2\n;\n",
  ])
  func `separators, marks, quotes and line ends of every kind give the same table`(text: String)
    throws
  {
    let table = try table(text)
    #expect(table.header.cells == ["a", "b"])
    #expect(table.rows.map(\.cells) == [["1", "2"]])
  }

  @Test func `quoted cells hold separators, quotes and lines, and lines are counted`() throws {
    let table = try table("a,b\n\"x, \"\"y\"\"\",\"1\n2\"\nlast,row\n")
    #expect(table.rows[0].cells == ["x, \"y\"", "1\n2"])
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test func `what cannot be read names its line`() {
    #expect(throws: CSVTable.Problem.empty) { try table("\n\n") }
    #expect(throws: CSVTable.Problem.unclosedQuote(line: 2)) { try table("a\n\"b\nc") }
    #expect(throws: CSVTable.Problem.textAfterQuote(line: 2)) { try table("a\n\"b\"c") }
    #expect(throws: CSVTable.Problem.notUTF8(line: 2)) {
      try CSVTable(Array("a\n".utf8) + [0xC3, 0x28])
    }
    #expect(throws: CSVTable.Problem.zeroByte(line: 1)) { try CSVTable([0x61, 0]) }
    #expect(throws: CSVTable.Problem.tooManyCells(line: 1)) {
      try table(String(repeating: ",", count: 64))
    }
    #expect(throws: CSVTable.Problem.cellTooLong(line: 1)) {
      try table(String(repeating: "x", count: 4_097))
    }
    #expect(throws: CSVTable.Problem.cellTooLong(line: 1)) {
      try table("\"" + String(repeating: "x", count: 4_097) + "\"")
    }
    #expect(throws: CSVTable.Problem.tooLarge) {
      try CSVTable(Array(repeating: 0x0A, count: CSVTable.byteLimit + 1))
    }
  }

  @Test func `random bytes never trap`() {
    let seed: UInt64 = 2026
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("a,;\"\n\r \u{1B0}".utf8)
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      if let table = try? CSVTable(bytes) {
        #expect(!table.header.cells.isEmpty, "seed \(seed)")
      }
    }
  }
}

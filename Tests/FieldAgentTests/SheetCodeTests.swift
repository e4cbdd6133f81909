import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import FieldAgent

@Suite struct SheetCodeTests {
  private let code = SheetCode(replica: 0x8_2BAF, sheet: 7, line: 3)

  @Test func `a code is read as people type it, whole or the end of it`() throws {
    let text = code.text
    #expect(text.hasPrefix("0GAXF-7-03-") && text.hasSuffix(code.shortText))
    for typed in [
      text, text.lowercased(), text.replacing("-", with: " "), "oGAXF7o3" + text.suffix(1),
    ] {
      #expect(try SheetCode(parsing: typed, on: nil) == code, "\(typed)")
    }
    let member = try #require(RowID(rawValue: 9))
    let sheet = Printout(
      number: 7, kind: .daySheet(lines: 15), member: member, made: Timestamp(rawValue: 0),
      replica: 0x8_2BAF)
    #expect(try SheetCode(parsing: code.shortText, on: sheet) == code)
    #expect(throws: SheetCode.Problem.wrongLength) {
      try SheetCode(parsing: code.shortText, on: nil)
    }
    // The end of a line of another sheet is not a line of this one.
    let other = SheetCode(replica: 0x8_2BAF, sheet: 8, line: 3)
    #expect(throws: SheetCode.Problem.mistyped) {
      try SheetCode(parsing: other.shortText, on: sheet)
    }
  }

  @Test func `every wrong character and every swap is found`() {
    let symbols = Array(code.text.filter { $0 != "-" })
    for index in symbols.indices {
      for letter in Crockford.alphabet.map({ Character(Unicode.Scalar($0)) })
      where letter != symbols[index] {
        var typed = symbols
        typed[index] = letter
        #expect(throws: SheetCode.Problem.mistyped, "\(String(typed))") {
          try SheetCode(parsing: String(typed), on: nil)
        }
      }
      for other in symbols.indices where symbols[other] != symbols[index] {
        var typed = symbols
        typed.swapAt(index, other)
        #expect(throws: SheetCode.Problem.mistyped) {
          try SheetCode(parsing: String(typed), on: nil)
        }
      }
    }
  }

  @Test func `what is no code says why`() {
    for (typed, problem) in [
      ("", SheetCode.Problem.empty), (" - ", .empty), ("03-Ắ", .badCharacter(position: 4)),
      ("0GAXF-7", .wrongLength), (String(repeating: "7", count: 16), .wrongLength),
      (String(repeating: "7", count: 17), .badCharacter(position: 17)),
    ] {
      #expect(throws: problem, "\(typed)") { try SheetCode(parsing: typed, on: nil) }
      #expect(!problem.words.vietnamese.isEmpty && !problem.words.english.isEmpty)
    }
  }
}

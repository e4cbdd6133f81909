import Testing

@testable import FieldWork

struct NormalizedTextTests {
  @Test func `decomposed and composed names give the same bytes`() throws {
    let composed = try NormalizedText("Nguyễn Thị Đào")
    let decomposed = try NormalizedText("Nguye\u{302}\u{303}n Thi\u{323} Đa\u{300}o")
    #expect(Array(composed.value.utf8) == Array(decomposed.value.utf8))
  }

  @Test func `blanks at the ends are trimmed and hard blanks become plain`() throws {
    #expect(
      try NormalizedText(" \u{A0}Xã\u{A0}Đại Đồng \t".filter { $0 != "\t" }).value == "Xã Đại Đồng")
  }

  @Test(arguments: ["a\u{0}b", "a\u{7}b", "a\u{85}b", "a\u{202E}b", "a\nb", "a\u{7F}"])
  func `control characters are refused`(text: String) {
    #expect(throws: InputProblem.textControlCharacter) { try NormalizedText(text) }
  }

  @Test func `lines are kept where they are allowed but NUL never is`() throws {
    #expect(try NormalizedText("a\r\nb\n c", allowsLines: true).value == "a\nb\n c")
    #expect(throws: InputProblem.textControlCharacter) {
      try NormalizedText("a\u{0}b", allowsLines: true)
    }
  }

  @Test func `length is bounded before and after normalising`() throws {
    #expect(try NormalizedText(String(repeating: "ễ", count: 200)).value.count == 200)
    #expect(throws: InputProblem.textTooLong(limit: 200)) {
      try NormalizedText(String(repeating: "ễ", count: 201))
    }
    #expect(throws: InputProblem.textTooLong(limit: 5)) {
      try NormalizedText(String(repeating: "a", count: 1_000_000), limit: 5)
    }
  }

  @Test(arguments: ["", "  ", "\u{200B}", "\u{FEFF} "])
  func `nothing to read is refused`(text: String) {
    #expect(throws: InputProblem.textEmpty) { try NormalizedText(text) }
  }
}

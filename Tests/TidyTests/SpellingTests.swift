import Testing

/// Texts write the tone where most of them have it, as in khóa, xóa, hủy: a reader who searches a page
/// for a word finds all of them.
@Suite struct SpellingTests {
  /// Files with words that people type, or that others write so.
  private static let exceptions = [
    "Sources/FieldWork/Language/", "Sources/FieldWork/Reference/", "Sources/FieldWork/Invented/",
    "Sources/Simulation/", "Sources/Fuzzing/", "Sources/camtay-bench/",
  ]

  /// Syllables with the tone on their last vowel, by line.
  private static func complaints(_ source: String) -> [String] {
    var found: [String] = []
    SourceTexts(source).forEachText(isPair: { _, _ in true }) { text, line, _ in
      guard Vietnamese.stands(in: text) else { return }
      for match in text.matches(of: /(?:^|[^qQ])(?:o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])(?!\p{L})/) {
        found.append("\(line): \(match.0)")
      }
    }
    return found
  }

  @Test func `every text writes a tone as the others do`() throws {
    for file in try Repository.swiftFiles(Repository.sourceFolders)
    where !Self.exceptions.contains(where: file.path.hasPrefix) {
      let found = Self.complaints(file.text)
      #expect(found.isEmpty, "\(file.path)")
    }
  }

  @Test func `other spellings are found, and words that can be written in one way only are not`() {
    for word in ["khoá", "Xoá", "huỷ", "sức khoẻ", "tuỳ"] {
      #expect(Self.complaints("let a = \"đã \(word) rồi\"").count == 1, "\(word)")
    }
    for word in ["khóa", "hủy", "quý", "hoàn", "toán", "chuyển", "nguyễn"] {
      #expect(Self.complaints("let a = \"đã \(word) rồi\"").isEmpty, "\(word)")
    }
  }
}

import Foundation
import Testing

/// Every text for people stands beside its translation, in all rooms.
///
/// The types of messages take both languages, so that none can be forgotten there; these tests hold
/// that no text goes around them, and that what stands in both places is what it should be.
@Suite struct BilingualTests {
  /// Files with Vietnamese that is not a message, or whose translation stands elsewhere.
  private static let exceptions: [(path: String, reason: String)] = [
    ("Sources/FieldWork/Language/", "letters, what people type, and the names of languages"),
    ("Sources/FieldWork/Reference/Procedure", "names of the portal, kept as it writes them"),
    ("Sources/FieldWork/Directory/Place.swift", "kinds of hamlets as people type them"),
    ("Sources/FieldWork/Calendar/Period.swift", "names of periods as people type them"),
    ("Sources/FieldWork/Records/RecordCodeError.swift", "one function a language"),
    ("Sources/SyncServer/Commands/PeerProofListing.swift", "two lists, one a language"),
    ("Sources/FieldWork/Invented/", "invented names of people"),
    ("Sources/Simulation/", "invented names of people and places"),
    ("Sources/Fuzzing/", "inputs of a fuzzer"),
    ("Sources/camtay-bench/", "invented names of people and places"),
  ]

  private static let pairNames: Set<String> = ["BilingualText", "text", "init", ""]

  private func files() throws -> [Repository.File] {
    try Repository.swiftFiles(Repository.sourceFolders).filter { file in
      !isReferenceData(file)
        && !Self.exceptions.contains { file.path.hasPrefix($0.path) }
    }
  }

  private static func isPair(_ group: SourceTexts.Group, _ index: Int) -> Bool {
    let isLabelled = group.argument("vi") != nil && group.argument("en") != nil
    guard isLabelled || pairNames.contains(group.name), group.arguments.count >= 2 else {
      return false
    }
    return group.arguments.indices.contains { other in
      other != index && !group.arguments[other].isEmpty
        && !SourceTexts.texts(group.arguments[other]).contains(where: Vietnamese.stands)
    }
  }

  /// Vietnamese without a translation, by line.
  private static func unpaired(_ source: String) -> [String] {
    var found: [String] = []
    SourceTexts(source).forEachText(isPair: isPair) { text, line, isPaired in
      // Where the language of the reader is not known yet, one text holds both.
      if !isPaired, !text.contains(" / "), Vietnamese.stands(in: text) {
        found.append("\(line): \(text.prefix(60))")
      }
    }
    return found
  }

  /// What is wrong with texts given in both languages, by line.
  private static func complaints(_ source: String) -> [String] {
    var found: [String] = []
    SourceTexts(source).forEachGroup { group in
      if let same = group.argument("same") {
        let words = SourceTexts.texts(same).filter { isWords($0) || Vietnamese.stands(in: $0) }
        found += words.map { "\(group.line): not the same in both languages: \($0)" }
      }
      guard let first = group.argument("vi"), let second = group.argument("en") else { return }
      let (vietnamese, english) = (SourceTexts.texts(first), SourceTexts.texts(second))
      let isEmpty = { (texts: [String]) in !texts.isEmpty && texts.allSatisfy(\.isEmpty) }
      // A word that goes before in one language and behind in the other has a blank at its side.
      let isHalf = !(vietnamese + english).contains { $0.hasPrefix(" ") || $0.hasSuffix(" ") }
      if isHalf, isEmpty(vietnamese) != isEmpty(english) {
        found.append("\(group.line): half empty")
      }
      for text in english where Vietnamese.stands(in: Vietnamese.withoutQuotations(text)) {
        found.append("\(group.line): Vietnamese in the English text: \(text.prefix(60))")
      }
      for text in vietnamese + english {
        if text.precomposedStringWithCanonicalMapping.utf8.count != text.utf8.count {
          found.append("\(group.line): not composed: \(text.prefix(60))")
        }
        if let name = fieldName(in: text) {
          found.append("\(group.line): the name of a field, not its label: \(name)")
        }
      }
      if vietnamese == english, vietnamese.contains(where: isWords) {
        found.append("\(group.line): not translated: \(vietnamese.joined().prefix(60))")
      }
    }
    return found
  }

  /// Whether a text holds two English words beside each other, which nothing reads the same in both.
  private static func isWords(_ text: String) -> Bool {
    text.split(separator: " ").filter { $0.utf8.count > 2 && $0.allSatisfy(\.isLowercase) }.count
      > 1
  }

  /// A name such as `full_name`; the columns of a file may be named.
  private static func fieldName(in text: String) -> String? {
    guard !text.contains(","), !text.contains("csv") else { return nil }
    return text.split { !($0.isASCII && ($0.isLetter || $0 == "_")) }.map(String.init)
      .first { $0.contains("_") && $0.contains(where: \.isLowercase) }
  }

  @Test func `no Vietnamese text stands without its English twin`() throws {
    for file in try files() {
      let found = Self.unpaired(file.text)
      #expect(found.isEmpty, "\(file.path)")
    }
  }

  @Test func `both languages of every text are what they should be`() throws {
    var pairs = 0
    let invented = ["Sources/Simulation/", "Sources/Fuzzing/", "Sources/camtay-bench/"]
    for file in try Repository.swiftFiles(Repository.sourceFolders)
    where !isReferenceData(file) && !invented.contains(where: file.path.hasPrefix) {
      let found = Self.complaints(file.text)
      #expect(found.isEmpty, "\(file.path)")
      SourceTexts(file.text).forEachGroup { if $0.argument("vi") != nil { pairs += 1 } }
    }
    // A reader that finds nothing would find nothing wrong.
    #expect(pairs > 700)
  }

  @Test func `an exception names files that exist and hold Vietnamese`() throws {
    let all = try Repository.swiftFiles(Repository.sourceFolders)
    for exception in Self.exceptions {
      let files = all.filter { $0.path.hasPrefix(exception.path) }
      #expect(files.contains { !Self.unpaired($0.text).isEmpty }, "\(exception.path)")
    }
  }

  @Test func `texts without a twin and bad twins are found`() {
    #expect(Self.unpaired("let a = \"Xin chào\"").count == 1)
    #expect(Self.unpaired("print(\"Hộ \\(name)\", console)").count == 1)
    #expect(Self.unpaired("BilingualText(vi: \"Đã lưu\" + x(\"ở đây\"), en: \"Saved\")").isEmpty)
    #expect(Self.unpaired("language.text(\"không\", \"no\")").isEmpty)
    #expect(Self.unpaired("let a = (\"không\", \"no\") // không").isEmpty)
    #expect(Self.complaints("BilingualText(vi: \"Đã lưu\", en: \"Đã lưu\")").count == 1)
    #expect(Self.complaints("BilingualText(vi: \"\", en: \"Saved\")") == ["1: half empty"])
    #expect(
      Self.complaints("BilingualText(vi: \"Thiếu\", en: \"full_name is missing\")").count == 1)
    #expect(Self.complaints("BilingualText(same: \"nothing was saved\")").count == 1)
    #expect(Self.complaints("BilingualText(vi: \"Đa\u{303} lưu\", en: \"Saved\")").count == 1)
    #expect(Self.complaints("BilingualText(vi: \"Tên “\\(a)”\", en: \"The name “Hồ”\")").isEmpty)
  }
}

/// Tells Vietnamese from other text by its letters.
enum Vietnamese {
  static func stands(in text: String) -> Bool {
    // Most texts of a program are names and codes, which need no look at their letters.
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    // The currency has no other name in English.
    return text.replacing("đồng", with: "").unicodeScalars.contains {
      (0x1EA0...0x1EF9).contains($0.value) || letters.contains($0)
    }
  }

  /// What a text says itself, without what it quotes.
  static func withoutQuotations(_ text: String) -> String {
    var depth = 0
    return String(
      text.filter { character in
        if character == "“" { depth += 1 }
        defer { if character == "”" { depth -= 1 } }
        return depth == 0
      })
  }

  private static let letters = Set("ăâđêôơưĂÂĐÊÔƠƯàáãèéìíòóõùúýĩũÀÁÃÈÉÌÍÒÓÕÙÚÝĨŨ".unicodeScalars)
}

/// Finds names for others that nobody has explained.
enum Documentation {
  private static let kinds: Set<String> = [
    "struct", "enum", "class", "actor", "protocol", "func", "var", "let", "init", "subscript",
    "typealias", "case",
  ]

  /// The lines, counted from 1, of package and public declarations without `///` above them.
  static func missing(in source: String) -> [Int] {
    let code = codeOnly(source).split(separator: "\n", omittingEmptySubsequences: false)
    let raw = source.split(separator: "\n", omittingEmptySubsequences: false)
    return code.indices.filter { isDeclaration(String(code[$0])) && !isExplained(raw, at: $0) }
      .map { $0 + 1 }
  }

  private static func isDeclaration(_ line: String) -> Bool {
    var isForOthers = false
    for word in line.split(whereSeparator: { !$0.isLetter && $0 != "@" && $0 != "_" }) {
      if word == "package" || word == "public" || word == "open" {
        isForOthers = true
      } else if kinds.contains(String(word)) {
        return isForOthers
      } else if !isForOthers, !word.hasPrefix("@"), !modifiers.contains(String(word)) {
        return false
      } else if word == "import" || word == "extension" {
        return false
      }
    }
    return false
  }

  private static let modifiers: Set<String> = [
    "static", "final", "mutating", "nonmutating", "override", "private", "set", "nonisolated",
    "indirect", "convenience", "required", "borrowing", "consuming", "unsafe",
  ]

  private static func isExplained(_ lines: [Substring], at index: Int) -> Bool {
    var above = index - 1
    while above >= 0 {
      let line = lines[above].drop { $0 == " " }
      if line.hasPrefix("///") { return true }
      // Attributes and notes for tools may stand between.
      guard line.hasPrefix("@") || line.hasPrefix("// swift-format-ignore") else { return false }
      above -= 1
    }
    return false
  }
}

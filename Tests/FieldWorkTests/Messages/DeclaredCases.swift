import Foundation

/// The names of an enumeration's cases, read from its source: Swift lists only those without values.
func declaredCases(of name: String, in file: String) throws -> Set<String> {
  let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")
  let lines = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
    .split(separator: "\n", omittingEmptySubsequences: false)
  guard
    let start = lines.firstIndex(where: {
      $0.contains("enum \(name):") || $0.contains("enum \(name) {")
    })
  else { return [] }
  let indentation = lines[start].prefix { $0 == " " }
  var cases: Set<String> = []
  for line in lines[(start + 1)...] {
    if line == indentation + "}" { break }
    guard line.hasPrefix(indentation + "  case "), !line.contains("): \"") else { continue }
    var depth = 0
    let bare = line.dropFirst(indentation.count + 7).filter { character in
      if character == "(" { depth += 1 }
      defer { if character == ")" { depth -= 1 } }
      return depth == 0
    }
    for part in bare.split(separator: ",") {
      let name = part.drop { $0 == " " }.prefix { $0.isLetter || $0.isNumber }
      if !name.isEmpty { cases.insert(String(name)) }
    }
  }
  return cases
}

/// The name of a value's case.
func caseName(_ value: Any) -> String {
  let label = Mirror(reflecting: value).children.first?.label
  let text = label ?? "\(value)"
  return String(text.prefix { $0.isLetter || $0.isNumber })
}

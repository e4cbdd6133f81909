/// The texts of a Swift source with the calls and tuples that they stand in.
///
/// Enough of the grammar to tell which text is the translation of which; code between texts is kept
/// as it is written.
struct SourceTexts {
  /// A text or a pair of brackets inside an argument.
  indirect enum Node {
    case text(String, line: Int)
    case group(Group)
    case code(String)
  }

  /// What stands between brackets, parted at its commas.
  struct Group {
    /// The name before the bracket: `BilingualText`, `text`, or nothing for a tuple.
    let name: String
    let line: Int
    var arguments: [[Node]]

    /// The argument that begins with a label.
    func argument(_ label: String) -> [Node]? {
      arguments.first { nodes in
        nodes.contains {
          if case .code(let code) = $0 { code.hasPrefix(label + ":") } else { false }
        }
      }
    }
  }

  let root: Group

  init(_ source: String) {
    var reader = Reader(bytes: Array(source.utf8))
    root = Group(name: "{", line: 1, arguments: reader.arguments())
  }

  /// All texts of nodes, those inside brackets and interpolations as well.
  static func texts(_ nodes: [Node]) -> [String] {
    nodes.flatMap { node -> [String] in
      switch node {
      case .text(let text, _): [text]
      case .group(let group): group.arguments.flatMap(texts)
      case .code: []
      }
    }
  }

  /// Calls a body with every group and those around it, the innermost last.
  func forEachGroup(_ body: (Group) -> Void) { Self.walk(root, body) }

  private static func walk(_ group: Group, _ body: (Group) -> Void) {
    body(group)
    for case .group(let inner) in group.arguments.joined() { walk(inner, body) }
  }

  /// Calls a body with every text and whether it stands in a call with another argument for it.
  func forEachText(
    isPair: (Group, Int) -> Bool, _ body: (String, Int, Bool) -> Void
  ) {
    Self.walk(root, isPaired: false, isPair, body)
  }

  private static func walk(
    _ group: Group, isPaired: Bool, _ isPair: (Group, Int) -> Bool,
    _ body: (String, Int, Bool) -> Void
  ) {
    for (index, nodes) in group.arguments.enumerated() {
      let paired = isPaired || isPair(group, index)
      for node in nodes {
        switch node {
        case .text(let text, let line): body(text, line, paired)
        case .group(let inner): walk(inner, isPaired: paired, isPair, body)
        case .code: break
        }
      }
    }
  }
}

private struct Reader {
  let bytes: [UInt8]
  private var index = 0
  private var line = 1

  init(bytes: [UInt8]) { self.bytes = bytes }

  private func has(_ text: String) -> Bool {
    // Asked at every byte of the repository, and almost always refused by the first one.
    guard index < bytes.count, bytes[index] == text.utf8.first else { return false }
    return bytes[index...].starts(with: text.utf8)
  }

  private mutating func skip(_ count: Int) {
    for _ in 0..<count where index < bytes.count {
      if bytes[index] == 0x0A { line += 1 }
      index += 1
    }
  }

  /// Reads up to the closing bracket, which is read too.
  mutating func arguments() -> [[SourceTexts.Node]] {
    var arguments: [[SourceTexts.Node]] = [[]]
    var code: [UInt8] = []
    func add(_ node: SourceTexts.Node) { arguments[arguments.count - 1].append(node) }
    func flush() {
      let text = trimmed(code)
      if !text.isEmpty { add(.code(text)) }
      code.removeAll()
    }
    while index < bytes.count {
      let byte = bytes[index]
      if has("//") {
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      } else if byte == UInt8(ascii: "`") {
        repeat { skip(1) } while index < bytes.count && bytes[index] != UInt8(ascii: "`")
        skip(1)
      } else if byte == UInt8(ascii: "\"") || has("#\"") {
        flush()
        let start = line
        let (text, inner) = text()
        if !inner.isEmpty {
          add(.group(SourceTexts.Group(name: "\\", line: start, arguments: [inner])))
        }
        add(.text(text, line: start))
      } else if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
      {
        let name = byte == UInt8(ascii: "(") ? lastWord(code) : String(UnicodeScalar(byte))
        let start = line
        flush()
        skip(1)
        add(.group(SourceTexts.Group(name: name, line: start, arguments: self.arguments())))
      } else if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
      {
        skip(1)
        flush()
        return arguments
      } else if byte == UInt8(ascii: ",") {
        flush()
        arguments.append([])
        skip(1)
      } else {
        code.append(byte)
        skip(1)
      }
    }
    flush()
    return arguments
  }

  /// A text without its interpolations, and the nodes of these.
  private mutating func text() -> (String, [SourceTexts.Node]) {
    var hashes = 0
    while index + hashes < bytes.count, bytes[index + hashes] == UInt8(ascii: "#") { hashes += 1 }
    let marks = String(repeating: "#", count: hashes)
    skip(hashes)
    let quote = has("\"\"\"") ? "\"\"\"" : "\""
    skip(quote.utf8.count)
    var content: [UInt8] = []
    var inner: [SourceTexts.Node] = []
    while index < bytes.count, !has(quote + marks) {
      if has("\\" + marks + "(") {
        skip(2 + hashes)
        inner += arguments().joined()
        content.append(UInt8(ascii: "\u{1}"))
      } else if has("\\" + marks) {
        skip(2 + hashes)
      } else {
        content.append(bytes[index])
        skip(1)
      }
    }
    skip(quote.utf8.count + hashes)
    return (String(decoding: content, as: UTF8.self), inner)
  }

  private func trimmed(_ code: [UInt8]) -> String {
    String(
      String(decoding: code, as: UTF8.self).drop(while: \.isWhitespace).reversed()
        .drop(while: \.isWhitespace).reversed())
  }

  private func lastWord(_ code: [UInt8]) -> String {
    String(
      String(decoding: code, as: UTF8.self).reversed()
        .prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
  }
}

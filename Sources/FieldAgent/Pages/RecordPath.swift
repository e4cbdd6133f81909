import FieldWork
import Web

/// Where the pages show a record.
enum RecordPath {
  /// The folder of a kind of record; nil for kinds that have no page of their own.
  static func folder(_ kind: RecordCode.Kind) -> String? {
    switch kind {
    case .household: "/households"
    case .resident: "/residents"
    case .visit: "/visits"
    case .assist: "/assists"
    case .submission: "/submissions"
    default: RecordForms.ofField.first { $0.kind == kind }.map { "/\($0.plural)" }
    }
  }

  /// The page of a record; nil where it has none, or no code.
  static func of(_ codeText: String) -> String? {
    (try? RecordCode(parsing: codeText)).flatMap { code in
      folder(code.kind).map { "\($0)/\(code.text)" }
    }
  }
}

/// The code of a record as a link to its page, where it has one.
func recordLink(_ codeText: String, calling name: String? = nil) -> HTML {
  // A code that is broken over two lines is read as two.
  RecordPath.of(codeText).map { path in
    element("a", ["href": path, "class": "nowrap"]) { name ?? codeText }
  } ?? .text(codeText)
}

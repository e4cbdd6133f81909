/// Markup that is safe to send: whatever was text in it has been escaped.
///
/// Text becomes markup only by `HTML.text`, by a string inside a builder, or as an attribute's
/// value, and each of these escapes, so that nothing from a form or a peer can ever be read as a tag.
package struct HTML: Equatable, Sendable {
  /// The markup in UTF-8 text.
  package let text: String

  /// Nothing.
  package static let empty = HTML(markup: "")

  init(markup: String) { text = markup }

  /// Text for people, escaped.
  package static func text(_ text: String) -> HTML { HTML(markup: escaped(text)) }

  /// Several pieces one after the other.
  package static func group(@HTMLBuilder _ content: () throws -> HTML) rethrows -> HTML {
    try content()
  }

  /// Escapes for element content and for quoted attribute values alike.
  ///
  /// Control bytes that HTML forbids become U+FFFD, so that none hides text on a screen.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      case 0x09, 0x0a, 0x0d: bytes.append(byte)
      case 0..<0x20, 0x7f: bytes.append(contentsOf: "\u{fffd}".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Puts strings (escaped), numbers and markup together in reading order.
@resultBuilder
package enum HTMLBuilder {
  /// A string is text for people: it is escaped.
  package static func buildExpression(_ text: String) -> HTML { .text(text) }
  /// A number in plain digits.
  package static func buildExpression(_ number: Int) -> HTML { HTML(markup: String(number)) }
  /// Markup stays as it is.
  package static func buildExpression(_ html: HTML) -> HTML { html }
  /// A list of pieces.
  package static func buildExpression(_ parts: [HTML]) -> HTML { buildArray(parts) }
  /// Text that may be missing.
  package static func buildExpression(_ text: String?) -> HTML { text.map(HTML.text) ?? .empty }
  /// Pieces in order.
  package static func buildBlock(_ parts: HTML...) -> HTML { buildArray(parts) }
  /// What a loop yields, in order.
  package static func buildArray(_ parts: [HTML]) -> HTML {
    var markup = ""
    for part in parts { markup += part.text }
    return HTML(markup: markup)
  }
  /// An `if` without `else`.
  package static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }
  /// An `if`.
  package static func buildEither(first part: HTML) -> HTML { part }
  /// Its `else`.
  package static func buildEither(second part: HTML) -> HTML { part }
}

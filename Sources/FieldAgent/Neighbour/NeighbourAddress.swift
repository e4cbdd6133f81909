import Web

/// Where a laptop waits, as people type it: a numeric address or name, with or without the port.
package struct NeighbourAddress: Hashable, Sendable {
  /// The port when none is named.
  package static let defaultPort: UInt16 = 8_766

  /// `https://…`
  let url: String

  /// Reads a typed address.
  ///
  /// - Throws: `WebError.urlInvalid`.
  package init(_ typed: String) throws(WebError) {
    var text = typed.filter { !$0.isWhitespace }
    if text.lowercased().hasPrefix("https://") { text = String(text.dropFirst("https://".count)) }
    while text.hasSuffix("/") { text.removeLast() }
    let hasPort =
      text.last { $0 == ":" || $0 == "]" } == ":" && text.filter { $0 == ":" }.count == 1
    let isBracketed = text.hasPrefix("[")
    if IPAddress(text)?.isVersion6 == true {
      text = "[\(text)]:\(Self.defaultPort)"
    } else if isBracketed ? text.hasSuffix("]") : !hasPort {
      text += ":\(Self.defaultPort)"
    }
    let url = "https://\(text)"
    do {
      try ClientURL.check(url)
    } catch {
      throw .urlInvalid(typed)
    }
    guard !text.contains("/"), !text.contains("?") else { throw .urlInvalid(typed) }
    self.url = url
  }
}

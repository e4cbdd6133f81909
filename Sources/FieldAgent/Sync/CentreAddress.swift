/// The address of a centre as people type it, without the slash at its end.
package struct CentreAddress: Hashable, Sendable {
  /// `https://…`, or `http://…` to this machine; anything else is refused when it is used.
  package let text: String

  /// Takes an address as typed.
  package init(_ typed: String) {
    var text = typed
    while text.hasSuffix("/") { text.removeLast() }
    self.text = text
  }

  /// Whether it is reached over TLS, and therefore pinned.
  package var isSecure: Bool { text.lowercased().hasPrefix("https://") }
}

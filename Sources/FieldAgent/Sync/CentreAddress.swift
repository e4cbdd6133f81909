import FieldWork
import Web

/// The address of a centre as people type it: without the slash at its end, and with the scheme
/// that they left out.
package struct CentreAddress: Hashable, Sendable {
  /// `https://…`, or `http://…` to this machine; empty when nothing was typed.
  package let text: String
  /// Whether the scheme was not typed, so that whoever typed is told which was taken.
  package let isCompleted: Bool

  /// Takes an address as typed.
  package init(_ typed: String) {
    var typed = typed.filter { !$0.isWhitespace }
    while typed.hasSuffix("/") { typed.removeLast() }
    text = ClientURL.withScheme(typed)
    isCompleted = text != typed
  }

  /// Whether it is reached over TLS, and therefore pinned.
  package var isSecure: Bool { text.lowercased().hasPrefix("https://") }

  /// The same place with TLS in place of plain HTTP, or the other way round.
  var withOtherScheme: CentreAddress {
    let rest = text.drop { $0 != ":" }
    return CentreAddress((isSecure ? "http" : "https") + rest)
  }

  /// Says which scheme was taken; nil when one was typed.
  package var completion: BilingualText? {
    guard isCompleted else { return nil }
    return BilingualText(
      vi: "Địa chỉ gõ thiếu http:// hay https://, nên đã dùng \(text).",
      en: "The address was typed without http:// or https://, so \(text) was taken.")
  }
}

/// Attributes in their order; nil leaves one out, an empty value switches one on.
///
/// Names stand in the source; values are escaped, and those that are addresses are checked.
package typealias HTMLAttributes = KeyValuePairs<StaticString, String?>

/// An element with content: `element("td", ["class": "number"]) { "\(count)" }`.
///
/// `style`, `on…` and `srcdoc` are our own mistake, since the page's policy blocks them; so is
/// content inside `script` and `style`.
package func element(
  _ name: StaticString, _ attributes: HTMLAttributes = [:],
  @HTMLBuilder _ content: () throws -> HTML
) rethrows -> HTML {
  let tag = name.description
  let inner = try content()
  precondition(!voidElements.contains(tag), "a void element has no content")
  precondition(
    inner.text.isEmpty || (tag != "script" && tag != "style"), "code lives in its own file")
  return HTML(markup: openingTag(tag, attributes) + inner.text + "</\(tag)>")
}

/// An element without content: `element("input", ["name": "phone", "value": phone])`.
package func element(_ name: StaticString, _ attributes: HTMLAttributes = [:]) -> HTML {
  let tag = name.description
  let opening = openingTag(tag, attributes)
  return HTML(markup: voidElements.contains(tag) ? opening : opening + "</\(tag)>")
}

extension HTML {
  /// A whole page: language, character set, width of small screens, title, stylesheets, scripts.
  ///
  /// Stylesheets and scripts are paths on this server; classes are those of the root element.
  /// - Parameter rules: a stylesheet that stands in the page itself, for one that is kept as a file.
  package static func page(
    title: String, language: String = "vi", classes: String? = nil, stylesheets: [String] = [],
    scripts: [String] = [], rules: String? = nil, @HTMLBuilder body: () -> HTML
  ) -> HTML {
    let html = element("html", ["lang": language, "class": classes]) {
      element("head") {
        element("meta", ["charset": "utf-8"])
        element(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        element("title") { title }
        for path in stylesheets { element("link", ["rel": "stylesheet", "href": path]) }
        if let rules { embedded(rules) }
        for path in scripts { element("script", ["src": path, "defer": ""]) }
      }
      element("body") { body() }
    }
    return HTML(markup: "<!doctype html>\n" + html.text + "\n")
  }
}

/// The program's own rules, as they are.
private func embedded(_ rules: String) -> HTML {
  precondition(!rules.contains("</"), "rules end no element")
  return HTML(markup: "<style>" + rules + "</style>")
}

private let voidElements: Set<String> = [
  "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
  "wbr",
]

private let urlAttributes: Set<String> = [
  "action", "background", "cite", "data", "formaction", "href", "icon", "longdesc", "manifest",
  "poster", "src", "xlink:href",
]

private let forbiddenAttributes: Set<String> = ["style", "srcdoc", "srcset", "ping"]

private func openingTag(_ tag: String, _ attributes: HTMLAttributes) -> String {
  precondition(isName(tag), "an element's name is letters and digits")
  var markup = "<" + tag
  for (name, value) in attributes {
    guard let value else { continue }
    let name = name.description
    let lowercased = String(decoding: name.utf8.map(asciiLowercase), as: UTF8.self)
    precondition(
      isName(name) && !lowercased.hasPrefix("on") && !forbiddenAttributes.contains(lowercased),
      "an attribute that the page's policy allows")
    // An address that leads into script is left out: the link is then plain text.
    if urlAttributes.contains(lowercased), !isSafeAddress(value) { continue }
    markup += " " + name + "=\"" + HTML.escaped(value) + "\""
  }
  return markup + ">"
}

private func isName(_ name: String) -> Bool {
  !name.isEmpty
    && name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"):
        true
      default: false
      }
    }
}

/// Whether an address is http, https, or stays on this server.
///
/// Browsers drop white space and control bytes and read `\` as `/`, so none of them may occur.
func isSafeAddress(_ address: String) -> Bool {
  let bytes = Array(address.utf8.map(asciiLowercase))
  guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }) else {
    return false
  }
  if bytes.starts(with: "https://".utf8) || bytes.starts(with: "http://".utf8) { return true }
  if bytes.starts(with: "//".utf8) { return false }
  let head = bytes.prefix { !"/?#".utf8.contains($0) }
  return !head.contains(UInt8(ascii: ":"))
}

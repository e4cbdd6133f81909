import FieldWork
import Web

/// How large and how strong pages are drawn, as somebody chose; classes of the page's own element.
///
/// A cookie of its own, like the language: it matters before anybody is known.
package struct PageDisplay: Equatable, Sendable {
  /// How large everything is.
  package enum TextSize: String, CaseIterable, Sendable {
    /// As large as the browser's own text.
    case normal
    /// A fifth larger.
    case large
    /// Two fifths larger.
    case veryLarge = "very-large"

    /// For people.
    package var words: BilingualText {
      switch self {
      case .normal: BilingualText(vi: "Vừa", en: "Normal")
      case .large: BilingualText(vi: "To", en: "Large")
      case .veryLarge: BilingualText(vi: "Rất to", en: "Very large")
      }
    }
  }

  /// How far letters stand out.
  package enum Contrast: String, CaseIterable, Sendable {
    /// The colours of the design: 4.5 to 1 and more.
    case normal
    /// Black on white, thicker borders: 7 to 1 and more.
    case high

    /// For people.
    package var words: BilingualText {
      switch self {
      case .normal: BilingualText(vi: "Vừa", en: "Normal")
      case .high: BilingualText(vi: "Đậm nét", en: "High")
      }
    }
  }

  /// How large.
  package var size: TextSize
  /// How strong.
  package var contrast: Contrast
  /// Whether the screen is covered, because somebody else may see it.
  package var isCovered = false

  /// Normal text in the colours of the design, unless said otherwise.
  package init(size: TextSize = .normal, contrast: Contrast = .normal) {
    self.size = size
    self.contrast = contrast
  }

  private static let cookieName = "camtay-display"
  /// Set by the page's script, which covers the screen at once; the server leaves it covered.
  package static let coverCookie = "camtay-cover"

  /// What the browser remembers; the standard before.
  package static func of(_ request: HTTPRequest) -> PageDisplay {
    let parts = (request.cookies[cookieName] ?? "").split(separator: ".").map(String.init)
    var display = PageDisplay(
      size: parts.first.flatMap(TextSize.init(rawValue:)) ?? .normal,
      contrast: parts.last.flatMap(Contrast.init(rawValue:)) ?? .normal)
    display.isCovered = request.cookies[coverCookie] == "1"
    return display
  }

  /// The `Set-Cookie` value that lets a browser remember it for a year.
  package var cookie: String {
    "\(Self.cookieName)=\(size.rawValue).\(contrast.rawValue); Path=/; Max-Age=31536000; HttpOnly; "
      + "SameSite=Strict"
  }

  /// The `Set-Cookie` value that uncovers the screen.
  package static let uncoveringCookie = "\(coverCookie)=0; Path=/; Max-Age=0; SameSite=Strict"

  /// The classes of the page's element; nil for the standard.
  package var classes: String? {
    let names = [
      size == .normal ? nil : "text-\(size.rawValue)",
      contrast == .normal ? nil : "contrast-\(contrast.rawValue)", isCovered ? "covered" : nil,
    ].compactMap(\.self)
    return names.isEmpty ? nil : names.joined(separator: " ")
  }
}

import FieldWork
import Web

/// How something stands, told by a shape, a colour and words together.
package enum StateMark: String, CaseIterable, Sendable {
  /// As it should be: a tick in a disc.
  case good
  /// Somebody should look: a triangle.
  case attention
  /// It was never there: an empty, broken ring.
  case missing
  /// Neither good nor bad: a short bar.
  case neutral

  /// The mark with its words.
  package func html(_ words: String) -> HTML {
    element("span", ["class": "mark mark-\(rawValue)"]) {
      shape
      element("span") { words }
    }
  }

  /// The shape alone; the words beside it say the same.
  package var shape: HTML {
    element("svg", ["viewBox": "0 0 16 16", "aria-hidden": "true", "focusable": "false"]) {
      switch self {
      case .good:
        element("circle", ["cx": "8", "cy": "8", "r": "8", "fill": "currentColor"])
        element(
          "path",
          [
            "d": "M4 8.4l2.7 2.8L12 5.4", "fill": "none", "stroke": "#fff", "stroke-width": "2",
          ])
      case .attention:
        element("path", ["d": "M8 0.8L15.6 15H0.4z", "fill": "currentColor"])
        element("path", ["d": "M8 5.6v4.6M8 11.6v2", "stroke": "#fff", "stroke-width": "1.8"])
      case .missing:
        element(
          "circle",
          [
            "cx": "8", "cy": "8", "r": "6.6", "fill": "none", "stroke": "currentColor",
            "stroke-width": "2.2", "stroke-dasharray": "3.4 1.8",
          ])
      case .neutral:
        element("path", ["d": "M2 8h12", "stroke": "currentColor", "stroke-width": "2.4"])
      }
    }
  }
}

import Documents
import FieldWork
import Web

/// A QR code in a page, as inline SVG, with a sentence in words that says what it holds.
///
/// The white of its quiet zone is part of the drawing, so that nothing on paper comes too near.
package struct QRCodeFigure {
  private let code: QRCode
  private let label: BilingualText
  private let caption: BilingualText

  /// A drawing of a code.
  ///
  /// - Parameters:
  ///   - label: what the drawing is, for people who do not see it.
  ///   - caption: what the code holds; stands beside it for everybody.
  package init(_ code: QRCode, label: BilingualText, caption: BilingualText) {
    self.code = code
    self.label = label
    self.caption = caption
  }

  /// The drawing and its caption.
  package func html(_ language: Language) -> HTML {
    element("figure", ["class": "qr"]) {
      let side = code.size + 2 * QRCode.quietZone
      element(
        "svg",
        [
          "viewBox": "0 0 \(side) \(side)", "width": "32mm", "height": "32mm", "role": "img",
          "aria-label": label.text(in: language),
          // Edges on whole pixels: softened ones are what cheap readers fail at.
          "shape-rendering": "crispEdges",
        ]
      ) {
        element("rect", ["fill": "#fff", "width": "\(side)", "height": "\(side)"])
        element("path", ["fill": "#000", "d": Self.path(of: code)])
      }
      element("figcaption") { caption.text(in: language) }
    }
  }

  /// One rectangle for every run of dark modules in a row, so that no seam shows between them.
  static func path(of code: QRCode) -> String {
    var path = ""
    for (y, row) in code.rows.enumerated() {
      var x = 0
      while x < row.count {
        let length = row[x...].prefix { $0 == row[x] }.count
        if row[x] {
          let (left, top) = (x + QRCode.quietZone, y + QRCode.quietZone)
          path += "M\(left) \(top)h\(length)v1h-\(length)z"
        }
        x += length
      }
    }
    return path
  }
}

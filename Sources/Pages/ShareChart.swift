import FieldWork
import Web

/// How a whole divides over time as inline SVG: columns of one height, each with its parts on top of
/// each other. It never stands alone: the caller puts its table under it, and its sentence says the
/// main thing. Parts differ by light and dark, so that paper without colours tells them apart.
package struct ShareChart {
  /// Parts that a whole can have at most.
  package static let maximumParts = 3

  /// One column.
  package struct Column {
    /// When it was, in a few characters.
    package let label: String
    /// The parts in the order of the legend; nil where they are not told, which is not 0.
    package let parts: [Int]?
    /// Whether its span is not over: it stands with a broken outline.
    package let isRunning: Bool

    /// A column.
    package init(_ label: String, _ parts: [Int]?, isRunning: Bool = false) {
      self.label = label
      self.parts = parts
      self.isRunning = isRunning
    }
  }

  private static let width = 780
  private static let height = 250
  private static let top = 8
  private static let bottom = 30

  private let title: BilingualText
  private let sentence: BilingualText
  private let legend: [BilingualText]
  private let untold: BilingualText
  private let columns: [Column]

  /// A chart of columns in the order of time.
  ///
  /// - Parameters:
  ///   - legend: the names of the parts, at most `maximumParts`, from below to above.
  ///   - untold: what stands in place of a column whose parts are not told.
  package init(
    _ title: BilingualText, sentence: BilingualText, legend: [BilingualText],
    untold: BilingualText, columns: [Column]
  ) {
    self.title = title
    self.sentence = sentence
    self.legend = Array(legend.prefix(Self.maximumParts))
    self.untold = untold
    self.columns = columns
  }

  /// The chart with its sentence and its legend.
  package func html(_ language: Language) -> HTML {
    element("figure", ["class": "chart"]) {
      element("figcaption", ["class": "chart-sentence"]) { sentence.text(in: language) }
      if !columns.isEmpty {
        element("ul", ["class": "legend"]) {
          for index in legend.indices {
            element("li") {
              element("svg", ["viewBox": "0 0 16 16", "aria-hidden": "true", "focusable": "false"])
              {
                part(index, x: 1, y: 1, width: 14, height: 14)
              }
              element("span") { legend[index].text(in: language) }
            }
          }
        }
        element(
          "svg",
          [
            "viewBox": "0 0 \(Self.width) \(Self.height)", "role": "img",
            "aria-label": "\(title.text(in: language)). \(sentence.text(in: language))",
          ]
        ) {
          for index in columns.indices { draw(columns[index], at: index, language) }
          element(
            "line",
            [
              "class": "axis", "x1": "0", "x2": "\(Self.width)", "y1": "\(baseline)",
              "y2": "\(baseline)",
            ])
        }
      }
    }
  }

  private var baseline: Int { Self.height - Self.bottom }
  private var slot: Int { Self.width / max(1, columns.count) }

  private func draw(_ column: Column, at index: Int, _ language: Language) -> HTML {
    let left = index * slot + slot / 8
    let width = max(8, slot - slot / 4)
    let middle = "\(left + width / 2)"
    let room = baseline - Self.top
    let parts = (column.parts ?? []).prefix(legend.count).map { max(0, $0) }
    let (whole, overflow) = parts.reduce((0, false)) { sum, part in
      let (next, isOver) = sum.0.addingReportingOverflow(part)
      return (next, sum.1 || isOver)
    }
    let isTold = column.parts != nil && whole > 0 && !overflow
    return HTML.group {
      if isTold {
        for piece in pieces(parts, of: whole, room: room) {
          part(
            piece.index, x: left, y: baseline - piece.base - piece.length, width: width,
            height: piece.length, isRunning: column.isRunning)
          if piece.length >= 18 {
            element(
              "text",
              [
                "class": "share-\(piece.index)-value", "x": middle,
                "y": "\(baseline - piece.base - piece.length / 2 + 5)", "text-anchor": "middle",
              ]
            ) { "\(piece.percent) %" }
          }
        }
      } else {
        element(
          "text",
          ["class": "bar-hidden", "x": middle, "y": "\(baseline - 8)", "text-anchor": "middle"]
        ) { column.parts == nil ? untold.text(in: language) : "—" }
      }
      element("text", ["x": middle, "y": "\(baseline + 18)", "text-anchor": "middle"]) {
        column.label
      }
    }
  }

  private struct Piece {
    let index: Int
    let base: Int
    let length: Int
    let percent: Int
  }

  private func pieces(_ parts: [Int], of whole: Int, room: Int) -> [Piece] {
    var base = 0
    return parts.enumerated().compactMap { index, value in
      let share = Double(value) / Double(whole)
      let length = Int((share * Double(room)).rounded())
      defer { base += length }
      return length > 0
        ? Piece(
          index: index, base: base, length: length, percent: Int((share * 100).rounded())) : nil
    }
  }

  private func part(
    _ index: Int, x: Int, y: Int, width: Int, height: Int, isRunning: Bool = false
  ) -> HTML {
    element(
      "rect",
      [
        "class": "share-\(index)", "x": "\(x)", "y": "\(y)", "width": "\(width)",
        "height": "\(height)", "stroke-dasharray": isRunning ? "5 3" : nil,
      ])
  }
}

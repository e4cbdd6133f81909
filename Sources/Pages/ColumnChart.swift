import FieldWork
import Web

/// A chart of columns over time as inline SVG. It never stands alone: the caller puts its table under
/// it, and its sentence says the main thing.
package struct ColumnChart {
  /// One column.
  package struct Column {
    /// When it was, in a few characters.
    package let label: String
    /// How high it is; nil where there is no such number, which is not 0.
    package let value: Int?
    /// What changed when it began, such as borders; nil for nothing. It stands over a broken line.
    package let mark: String?
    /// Whether its span is not over: its column is drawn as an outline.
    package let isRunning: Bool

    /// A column.
    package init(_ label: String, _ value: Int?, mark: String? = nil, isRunning: Bool = false) {
      self.label = label
      self.value = value
      self.mark = mark
      self.isRunning = isRunning
    }
  }

  private static let width = 780
  private static let height = 220
  private static let top = 34
  private static let bottom = 34
  /// Room for half of the first label and of the last.
  private static let side = 14

  private let title: BilingualText
  private let sentence: BilingualText
  private let columns: [Column]

  /// A chart of columns in the order of time.
  package init(_ title: BilingualText, sentence: BilingualText, columns: [Column]) {
    self.title = title
    self.sentence = sentence
    self.columns = columns
  }

  /// The chart with its sentence.
  package func html(_ language: Language) -> HTML {
    element("figure", ["class": "chart"]) {
      element("figcaption", ["class": "chart-sentence"]) { sentence.text(in: language) }
      if !columns.isEmpty {
        element(
          "svg",
          [
            "viewBox": "0 0 \(Self.width) \(Self.height)", "role": "img",
            "aria-label": "\(title.text(in: language)). \(sentence.text(in: language))",
          ]
        ) {
          for index in columns.indices { draw(columns[index], at: index, language) }
          line(from: (0, baseline), to: (Self.width, baseline))
        }
      }
    }
  }

  private var baseline: Int { Self.height - Self.bottom }
  private var slot: Int { (Self.width - 2 * Self.side) / max(1, columns.count) }
  /// Every so many columns have a label, so that none lies over another.
  private var labelStep: Int {
    let longest = columns.map(\.label.count).max() ?? 1
    return max(1, (longest * 9 + slot - 1) / max(1, slot))
  }
  /// Whether every column has room for its number; else the table alone tells them.
  private var showsValues: Bool {
    (columns.map { "\($0.value ?? 0)".count + 1 }.max() ?? 1) * 9 <= slot
  }

  private func draw(_ column: Column, at index: Int, _ language: Language) -> HTML {
    let greatest = max(1, columns.compactMap(\.value).max() ?? 1)
    let room = baseline - Self.top
    let value = max(0, column.value ?? 0)
    let (product, overflow) = value.multipliedReportingOverflow(by: room)
    let length = overflow ? room : max(value > 0 ? 2 : 0, product / greatest)
    let left = Self.side + index * slot
    let middle = "\(left + slot / 2)"
    return HTML.group {
      if let mark = column.mark {
        line(from: (left, 14), to: (left, baseline), isBroken: true)
        element("text", ["x": "\(left + 4)", "y": "12"]) { mark }
      }
      if length > 0 {
        element(
          "rect",
          [
            "class": column.isRunning ? "axis" : "bar", "x": "\(left + max(1, slot / 6))",
            "y": "\(baseline - length)", "width": "\(max(2, slot - slot / 3))",
            "height": "\(length)", "rx": "2", "fill": column.isRunning ? "none" : nil,
          ])
      }
      if showsValues {
        element(
          "text",
          [
            "class": "bar-value", "x": middle, "y": "\(baseline - length - 5)",
            "text-anchor": "middle",
          ]
        ) { column.value.map { Format.integer(Int64($0), language) } ?? "—" }
      }
      if index.isMultiple(of: labelStep) {
        element("text", ["x": middle, "y": "\(baseline + 18)", "text-anchor": "middle"]) {
          column.label
        }
      }
    }
  }

  private func line(
    from start: (x: Int, y: Int), to end: (x: Int, y: Int), isBroken: Bool = false
  ) -> HTML {
    element(
      "line",
      [
        "class": "axis", "x1": "\(start.x)", "y1": "\(start.y)", "x2": "\(end.x)",
        "y2": "\(end.y)", "stroke-dasharray": isBroken ? "5 4" : nil,
      ])
  }
}

import FieldWork
import Web

/// A horizontal bar chart as inline SVG. It never stands alone: the caller puts its table under it,
/// and its sentence says the main thing.
package struct BarChart {
  /// One bar.
  package struct Bar {
    /// What it stands for.
    package let label: String
    /// How long it is.
    package let value: SuppressedNumber

    /// A bar; a hidden number has no length and says so.
    package init(_ label: String, _ value: SuppressedNumber) {
      self.label = label
      self.value = value
    }
  }

  /// Bars drawn; the table has the others.
  package static let maximumCount = 12

  private let title: BilingualText
  private let sentence: BilingualText
  private let hidden: BilingualText
  private let bars: [Bar]

  /// A chart of the first `maximumCount` bars.
  /// - Parameter hidden: what stands in place of a hidden bar.
  package init(
    _ title: BilingualText, sentence: BilingualText, hidden: BilingualText, bars: [Bar]
  ) {
    self.title = title
    self.sentence = sentence
    self.hidden = hidden
    self.bars = Array(bars.prefix(Self.maximumCount))
  }

  private static let rowHeight = 30
  private static let labelWidth = 320
  private static let barWidth = 380
  private static let width = 780

  /// The chart with its sentence.
  package func html(_ language: Language) -> HTML {
    element("figure", ["class": "chart"]) {
      element("figcaption", ["class": "chart-sentence"]) { sentence.text(in: language) }
      if !bars.isEmpty {
        element(
          "svg",
          [
            "viewBox": "0 0 \(Self.width) \(bars.count * Self.rowHeight + 4)", "role": "img",
            "aria-label": "\(title.text(in: language)). \(sentence.text(in: language))",
          ]
        ) {
          for (index, bar) in bars.enumerated() { draw(bar, at: index, language) }
          element(
            "line",
            [
              "class": "axis", "x1": "\(Self.labelWidth)", "x2": "\(Self.labelWidth)", "y1": "0",
              "y2": "\(bars.count * Self.rowHeight + 4)",
            ])
        }
      }
    }
  }

  private var greatest: Int {
    max(1, bars.map { $0.value.least ?? 0 }.max() ?? 1)
  }

  private func draw(_ bar: Bar, at index: Int, _ language: Language) -> HTML {
    let top = index * Self.rowHeight + 2
    let baseline = "\(top + 19)"
    // Whole units: a fraction of a unit is less than a pixel.
    let length: Int
    let text: String
    switch bar.value {
    case .shown(let value), .atLeast(let value), .between(let value, _):
      let (product, overflow) = max(0, value).multipliedReportingOverflow(by: Self.barWidth)
      length = overflow ? Self.barWidth : max(value > 0 ? 2 : 0, product / greatest)
      text = bar.value.text(in: language)
    case .hidden: (length, text) = (0, hidden.text(in: language))
    case .none: (length, text) = (0, bar.value.text(in: language))
    }
    let isHidden = bar.value == .hidden
    return HTML.group {
      element(
        "text", ["x": "\(Self.labelWidth - 10)", "y": baseline, "text-anchor": "end"]
      ) { Self.shortened(bar.label) }
      if length > 0 {
        element(
          "rect",
          [
            "class": "bar", "x": "\(Self.labelWidth)", "y": "\(top + 4)", "width": "\(length)",
            "height": "20", "rx": "2",
          ])
      }
      element(
        "text",
        [
          "class": isHidden ? "bar-value bar-hidden" : "bar-value",
          "x": "\(Self.labelWidth + length + 8)", "y": baseline,
        ]
      ) { text }
    }
  }

  /// What fits beside a bar; the table below has the whole label.
  private static func shortened(_ label: String) -> String {
    label.count <= 42 ? label : label.prefix(41) + "…"
  }
}

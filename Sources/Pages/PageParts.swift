import FieldWork
import Web

/// A panel: a box around what belongs together.
package func panel(
  id: String? = nil, _ heading: String? = nil, lead: String? = nil,
  @HTMLBuilder _ content: () throws -> HTML
) rethrows -> HTML {
  try element("section", ["class": "panel", "id": id]) {
    if let heading { element("h2") { heading } }
    if let lead { element("p", ["class": "panel-lead"]) { lead } }
    try content()
  }
}

/// One large number with its name and what must be known about it.
package struct PageFigure {
  /// What is counted.
  package let label: BilingualText
  /// The number as people read it.
  package let value: String
  /// Lines below it.
  package let details: [BilingualText]
  /// Where its records are; nil where no page has them.
  package let address: String?

  /// A figure.
  package init(
    _ label: BilingualText, _ value: String, details: [BilingualText] = [], address: String? = nil
  ) {
    self.label = label
    self.value = value
    self.details = details
    self.address = address
  }

  /// A count with the way to exactly its records; nothing leads to nothing.
  package init(
    _ label: BilingualText, _ count: Int, details: [BilingualText] = [], to address: String?,
    _ language: Language
  ) {
    self.init(
      label, Format.integer(Int64(count), language), details: details,
      address: count > 0 ? address : nil)
  }

  /// Several figures side by side.
  package static func row(_ figures: [PageFigure], _ language: Language) -> HTML {
    element("dl", ["class": "figures"]) {
      for figure in figures {
        element("div", ["class": "figure"]) {
          element("dt") { figure.label.text(in: language) }
          element("dd", ["class": "figure-value"]) {
            if let address = figure.address {
              element("a", ["href": address]) { figure.value }
            } else {
              figure.value
            }
          }
          for detail in figure.details { element("dd") { detail.text(in: language) } }
        }
      }
    }
  }
}

/// Links to the parts of a long page.
package func contents(
  _ links: [(id: String, label: BilingualText)], _ label: BilingualText, _ language: Language
) -> HTML {
  element("nav", ["class": "contents", "aria-label": label.text(in: language)]) {
    element("ul") {
      for link in links {
        element("li") { element("a", ["href": "#\(link.id)"]) { link.label.text(in: language) } }
      }
    }
  }
}

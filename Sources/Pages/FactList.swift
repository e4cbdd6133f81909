import FieldWork
import Web

/// A list of names and values, such as stands at the head of what a page is about.
///
/// - Parameter facts: a value of nil leaves its name out.
package func factList(
  _ facts: [(label: BilingualText, value: HTML?)], _ language: Language
) -> HTML {
  element("dl", ["class": "facts"]) {
    for fact in facts {
      if let value = fact.value {
        element("div") {
          element("dt") { fact.label.text(in: language) }
          element("dd") { value }
        }
      }
    }
  }
}

/// A list of names and values in words.
///
/// - Parameter lines: a value that is nil or empty leaves its name out.
package func facts(
  _ lines: [(label: BilingualText, value: String?)], _ language: Language
) -> HTML {
  factList(
    lines.map { line in (line.label, line.value.flatMap { $0.isEmpty ? nil : HTML.text($0) }) },
    language)
}

import FieldWork
import Web

/// Boxes of one name to tick; each one that is ticked is sent under it.
package struct TickBoxes {
  private let name: String
  private let legend: BilingualText
  private let choices: [(value: String, words: BilingualText)]
  private let chosen: Set<String>
  private let problem: BilingualText?

  /// Boxes for these choices, of which some are ticked.
  package init(
    name: String, legend: BilingualText, choices: [(value: String, words: BilingualText)],
    chosen: Set<String>, problem: BilingualText?
  ) {
    self.name = name
    self.legend = legend
    self.choices = choices
    self.chosen = chosen
    self.problem = problem
  }

  /// The boxes in one language; nothing where there is nothing to tick.
  package func html(_ language: Language) -> HTML {
    guard !choices.isEmpty else { return .empty }
    return element("fieldset", ["class": "boxes", "id": name]) {
      element("legend") { legend.text(in: language) }
      // A box that is not ticked is not sent: the form says which boxes it has.
      element("input", ["type": "hidden", "name": "boxes", "value": name])
      for choice in choices {
        element("label", ["class": "box"]) {
          element(
            "input",
            [
              "type": "checkbox", "name": name, "value": choice.value,
              "checked": chosen.contains(choice.value) ? "" : nil,
            ])
          element("span") { choice.words.text(in: language) }
        }
      }
      if let problem {
        element("span", ["class": "field-error"]) {
          StateMark.attention.html(problem.text(in: language))
        }
      }
    }
  }
}

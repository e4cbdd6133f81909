import FieldWork
import Pages
import Web

/// Boxes of one name to tick, kept in a draft as one text with blanks between.
struct TickBoxes {
  let name: String
  let legend: BilingualText
  let choices: [(value: String, words: BilingualText)]
  let chosen: Set<String>
  let problem: BilingualText?

  /// The boxes in one language; nothing where there is nothing to tick.
  func html(_ language: Language) -> HTML {
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

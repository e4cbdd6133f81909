import FieldWork
import Web

/// A form that works without a script and carries the session's own token.
package struct PageForm {
  /// Where it is posted; a path on this server.
  package var action: String
  /// The session's token; nil only for the form to sign in, which has no session yet.
  package var formToken: String?
  /// What stands on the button.
  package var submit: BilingualText
  /// What was wrong with the form as a whole; read out first.
  package var problem: BilingualText?
  /// Buttons beside its own, which send the same form.
  package var further = HTML.empty
  /// Whether it carries a file.
  package var carriesFile = false
  /// Whether what is missing is said by the program alone: a browser speaks its own language.
  package var isCheckedHereAlone = false

  /// Where it says what is wrong with it.
  package static let problemPart = "problem"

  /// A form without problems.
  package init(
    action: String, formToken: String?, submit: BilingualText, problem: BilingualText? = nil
  ) {
    self.action = action
    self.formToken = formToken
    self.submit = submit
    self.problem = problem
  }

  /// The form around its fields.
  package func html(_ language: Language, @HTMLBuilder _ fields: () -> HTML) -> HTML {
    element(
      "form",
      [
        "class": "form", "method": "post", "action": action,
        "enctype": carriesFile ? "multipart/form-data" : nil,
        "novalidate": isCheckedHereAlone ? "" : nil,
      ]
    ) {
      if let problem {
        element("p", ["class": "message bad", "role": "alert", "id": Self.problemPart]) {
          problem.text(in: language)
        }
      }
      if let formToken { PageFrame.tokenField(formToken) }
      fields()
      element("div", ["class": "actions"]) {
        element("button", ["type": "submit"]) { submit.text(in: language) }
        further
      }
    }
  }
}

/// One field with its label, and its hint and error tied to it for screen readers.
package struct PageField {
  /// What kind of field it is.
  package enum Kind {
    /// One line.
    case text
    /// Digits, with the number keyboard where there is one.
    case digits
    /// A new or known password.
    case password(isNew: Bool)
    /// Several lines.
    case lines
    /// A file of this machine.
    case file
    /// One or several of them.
    case files
    /// One of several choices: stored value and words.
    case choice([(value: String, words: BilingualText)])
    /// One of several choices under headings; a value that stands under two is chosen under the first.
    case groups([(words: BilingualText, choices: [(value: String, words: BilingualText)])])
  }

  /// The name it is sent under, and its id in the page.
  package var name: String
  /// Its label.
  package var label: BilingualText
  /// Kind.
  package var kind: Kind
  /// What stands in it; never written out for a password.
  package var value: String
  /// How to fill it in.
  package var hint: BilingualText?
  /// What was wrong with it.
  package var error: BilingualText?
  /// Whether it must be filled in.
  package var isRequired: Bool
  /// What a browser may fill in, such as `username`; nil keeps browsers out of it.
  package var autocomplete: String?
  /// The id of a list of proposals; nil for none.
  package var list: String?
  /// Whether Enter in it searches for what is typed, by the form's action `find-` with its name;
  /// elsewhere Enter moves on.
  package var enterSearches = false
  /// Whether it has the focus when the page opens.
  package var hasFocus: Bool

  /// A field.
  package init(
    _ name: String, _ label: BilingualText, _ kind: Kind = .text, value: String = "",
    hint: BilingualText? = nil, error: BilingualText? = nil, isRequired: Bool = false,
    autocomplete: String? = nil, hasFocus: Bool = false
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.value = value
    self.hint = hint
    self.error = error
    self.isRequired = isRequired
    self.autocomplete = autocomplete
    self.hasFocus = hasFocus
  }

  /// The field in one language.
  package func html(_ language: Language) -> HTML {
    element("div", ["class": "field"]) {
      element("label", ["for": name]) {
        label.text(in: language)
        if isMarked {
          element("span", ["class": "required"]) {
            // It stays with the last word of the label.
            "\u{A0}" + FormWords.required.text(in: language)
          }
        }
      }
      if let hint {
        element("span", ["class": "field-hint", "id": "\(name)-hint"]) { hint.text(in: language) }
      }
      control(language)
      if let error {
        element("span", ["class": "field-error", "id": "\(name)-error"]) {
          StateMark.attention.html(error.text(in: language))
        }
      }
    }
  }

  /// Whether its label says that it is needed; a form with a password asks for nothing else.
  private var isMarked: Bool {
    if case .password = kind { false } else { isRequired && !hasFocus }
  }

  private var describedBy: String? {
    let parts = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }]
    let ids = parts.compactMap { $0 }.joined(separator: " ")
    return ids.isEmpty ? nil : ids
  }

  private var isSeveral: Bool { if case .files = kind { true } else { false } }

  private func control(_ language: Language) -> HTML {
    let required = isRequired ? "" : nil
    let invalid = error == nil ? nil : "true"
    switch kind {
    case .text, .digits, .password, .file, .files:
      return element(
        "input",
        [
          "id": name, "name": name, "type": inputType, "value": shownValue, "required": required,
          "multiple": isSeveral ? "" : nil,
          "inputmode": inputMode, "autocomplete": autocomplete ?? defaultAutocomplete,
          "autocapitalize": autocomplete == "username" ? "none" : nil, "list": list,
          "autofocus": hasFocus ? "" : nil, "aria-describedby": describedBy,
          "aria-invalid": invalid, "data-enter": enterSearches ? "" : nil,
        ])
    case .lines:
      return element(
        "textarea",
        [
          "id": name, "name": name, "rows": "4", "required": required,
          "aria-describedby": describedBy, "aria-invalid": invalid,
        ]
      ) { value }
    case .choice(let choices):
      let chosen = choices.firstIndex { $0.value.utf8.elementsEqual(value.utf8) }
      return select { options(choices, chosen: chosen, language) }
    case .groups(let groups):
      let group = groups.firstIndex { group in
        group.choices.contains { $0.value.utf8.elementsEqual(value.utf8) }
      }
      return select {
        element("option", ["value": ""]) { language.text("– chọn –", "– choose –") }
        for (index, part) in groups.enumerated() {
          let chosen = part.choices.firstIndex { $0.value.utf8.elementsEqual(value.utf8) }
          element("optgroup", ["label": part.words.text(in: language)]) {
            options(part.choices, chosen: index == group ? chosen : nil, language)
          }
        }
      }
    }
  }

  private func select(@HTMLBuilder _ options: () -> HTML) -> HTML {
    element(
      "select",
      [
        "id": name, "name": name, "required": isRequired ? "" : nil,
        "aria-describedby": describedBy, "aria-invalid": error == nil ? nil : "true",
        "autofocus": hasFocus ? "" : nil,
      ], options)
  }

  private func options(
    _ choices: [(value: String, words: BilingualText)], chosen: Int?, _ language: Language
  ) -> HTML {
    HTML.group {
      for (index, choice) in choices.enumerated() {
        element("option", ["value": choice.value, "selected": index == chosen ? "" : nil]) {
          choice.words.text(in: language)
        }
      }
    }
  }

  private var inputType: String {
    switch kind {
    case .password: "password"
    case .file, .files: "file"
    default: "text"
    }
  }

  private var inputMode: String? {
    if case .digits = kind { "numeric" } else { nil }
  }

  private var defaultAutocomplete: String {
    guard case .password(let isNew) = kind else { return "off" }
    return isNew ? "new-password" : "current-password"
  }

  private var shownValue: String? {
    switch kind {
    case .password, .file: nil
    default: value
    }
  }
}

/// The words of forms.
enum FormWords {
  static let required = BilingualText(vi: "(bắt buộc)", en: "(required)")
}

/// A value that a form carries along without showing it.
package func hidden(_ name: String, _ value: String) -> HTML {
  element("input", ["type": "hidden", "name": name, "value": value])
}

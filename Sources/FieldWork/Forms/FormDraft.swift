import SyncProtocol

/// What was typed into a form; what is not in it was not given, an empty text empties the field.
package struct FormDraft: Hashable, Sendable {
  /// Texts by field.
  package var texts: [FieldID: String] = [:]
  /// The elements of sets, each as typed; what is given stands in place of what there was.
  package var lists: [FieldID: [String]] = [:]

  /// An empty draft.
  package init() {}

  /// Gathers texts by option; options that the form does not have are left out.
  package init(_ form: RecordForm, _ texts: [String: String], lists: [String: [String]] = [:]) {
    for field in form.fields {
      if let text = texts[field.option] { self.texts[field.definition.id] = text }
      if let list = lists[field.option] { self.lists[field.definition.id] = list }
    }
  }
}

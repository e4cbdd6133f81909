/// A closed list of choices that a field of a form stores by number.
///
/// Numbers and names never change, as those of a `RecordEnumeration`.
package struct ChoiceList: Sendable {
  /// One of them.
  package struct Choice: Hashable, Sendable {
    /// What is stored.
    package let number: Int64
    /// The stable English name, lower case with hyphens.
    package let name: String
    /// What people read.
    package let words: BilingualText

    init(_ number: Int64, _ name: String, vi vietnamese: String, en english: String) {
      self.number = number
      self.name = name
      words = BilingualText(vi: vietnamese, en: english)
    }
  }

  /// All of them, in order.
  package let choices: [Choice]

  init(_ choices: Choice...) { self.choices = choices }

  init<Enumeration: RecordEnumeration>(_: Enumeration.Type) {
    choices = Enumeration.allCases.map {
      Choice($0.rawValue, $0.name, vi: $0.words.vietnamese, en: $0.words.english)
    }
  }

  /// The choice of a stored number; nil for one of a later version.
  package subscript(number: Int64) -> Choice? { choices.first { $0.number == number } }

  /// Reads a choice as typed: its name, its words in either language, with or without marks, or its
  /// number.
  package func parse(_ text: String) -> Choice? {
    guard text.utf8.count <= 200 else { return nil }
    let folded = SearchFold.base(text)
    guard !folded.isEmpty else { return nil }
    if let number = Int64(folded) { return self[number] }
    return choices.first { choice in
      [choice.name, choice.words.vietnamese, choice.words.english]
        .contains { SearchFold.base($0) == folded }
    }
  }

  /// The stable names, in order.
  package var names: [String] { choices.map(\.name) }
}

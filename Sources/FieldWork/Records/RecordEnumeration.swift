/// A closed list of choices that a record stores by number.
///
/// Numbers and names never change: numbers are in stores and on the wire, names in `--json`, CSV
/// files and scripts. A number of a later version reads as nil, never as another choice.
package protocol RecordEnumeration: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == Int64 {
  /// The stable English name, lower case with hyphens.
  var name: String { get }
  /// What people read.
  var words: BilingualText { get }
  /// Further words that people type for it.
  var otherWords: [String] { get }
}

extension RecordEnumeration {
  /// No further words.
  package var otherWords: [String] { [] }

  /// The choice that a column holds; nil for NULL and for numbers of later versions.
  package init?(stored: Int64?) {
    guard let stored else { return nil }
    self.init(rawValue: stored)
  }

  /// Reads a choice as typed: its name, its words in either language, with or without marks, or its
  /// number.
  package static func parse(_ text: String) -> Self? {
    guard text.utf8.count <= 200 else { return nil }
    let folded = SearchFold.base(text)
    guard !folded.isEmpty else { return nil }
    if let number = Int64(folded) { return Self(rawValue: number) }
    return allCases.first { choice in
      ([choice.name, choice.words.vietnamese, choice.words.english] + choice.otherWords)
        .contains { SearchFold.base($0) == folded }
    }
  }

  /// What people read for a stable name; nil for what is none.
  package static func words(named name: String) -> BilingualText? {
    allCases.first { $0.name.utf8.elementsEqual(name.utf8) }?.words
  }

  /// The stable names, in order, for help texts and messages.
  package static var names: [String] { allCases.map(\.name) }
}

/// A language in which the programs speak to people; Vietnamese comes first.
package enum Language: String, Sendable, CaseIterable {
  /// Vietnamese, the default.
  case vietnamese = "vi"
  /// English.
  case english = "en"

  /// The text in this language, out of both.
  package func text(_ vietnamese: String, _ english: String) -> String {
    self == .vietnamese ? vietnamese : english
  }
}

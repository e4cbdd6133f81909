import FieldWork

extension BilingualText {
  /// The text with a capital at its head, as it begins a line.
  package var capitalized: BilingualText {
    BilingualText(vi: vietnamese.capitalizedHead, en: english.capitalizedHead)
  }
}

extension String {
  /// The text with a capital at its head.
  package var capitalizedHead: String { prefix(1).uppercased() + dropFirst() }
}

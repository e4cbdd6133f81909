import FieldWork

/// The code of a campaign that had gone from the laptop when its visit was saved: a line of its own
/// in the note, as data; the words for it are said where the note is shown.
enum CampaignNote {
  /// A note as people read it.
  static func words(_ note: String, _ language: Language) -> String {
    note.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let code = try? RecordCode(parsing: String(line)), code.kind == .campaign else {
        return String(line)
      }
      return language.text("Theo đợt \(code.text)", "For the campaign \(code.text)")
    }.joined(separator: "\n")
  }
}

import CommandLine
import FieldWork
import Listings
import Replica

/// What a sync brought that the people of a laptop have to hear of: known before it, and told after.
struct SyncNews {
  private let rulings: Set<RulingMark>

  /// What is known before a sync.
  init(before laptop: Laptop) throws {
    rulings = try laptop.records.knownRulings()
  }

  /// What is new after it, with stable codes.
  func warnings(_ laptop: Laptop) throws -> [(code: String, words: BilingualText)] {
    try rulingWarnings(laptop)
  }

  /// Rulings that are shown one by one; of more, their number.
  private static let shownRulings = 5

  private func rulingWarnings(_ laptop: Laptop) throws -> [(code: String, words: BilingualText)] {
    let new = try laptop.records.rulings(since: rulings)
    var warnings = new.prefix(Self.shownRulings).map { review in
      (code: "ruling", words: Self.words(of: review))
    }
    if new.count > warnings.count {
      let left = new.count - warnings.count
      warnings.append(
        (
          "rulings",
          BilingualText(
            vi: "Còn \(left) quyết định khác; xem “camtay review list --all”.",
            en: "\(counted(left, "more ruling", "more rulings")); see “camtay review list --all”.")
        ))
    }
    return warnings
  }

  /// What became of one entry of this laptop.
  private static func words(of review: RecordReview) -> BilingualText {
    let person = review.ruledBy ?? "–"
    let note = review.note.map { ": “\($0)”" } ?? ""
    return BilingualText(
      vi: "Điều phối viên (\(person)) đã quyết định về \(review.codeText), "
        + "\(review.fieldWords.vietnamese): \(review.stateWords.vietnamese)\(note). Xem “camtay review "
        + "show \(review.number)”.",
      en: "The coordinator (\(person)) ruled on \(review.codeText), \(review.fieldWords.english): "
        + "\(review.stateWords.english)\(note). See “camtay review show \(review.number)”.")
  }
}

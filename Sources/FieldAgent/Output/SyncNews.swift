import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// What a sync brought that the people of a laptop have to hear of: known before it, and told after.
struct SyncNews {
  private let rulings: Set<RulingMark>
  private let objections: Set<RowID>
  private let conflicts: Set<ConflictPlace>
  private let losses: Set<DeclaredLoss>

  /// What is known before a sync.
  init(before laptop: Laptop) throws {
    rulings = try laptop.records.knownRulings()
    objections = try Self.objections(laptop)
    conflicts = try laptop.store.conflictPlaces()
    losses = Set(try laptop.store.ownDeclaredLosses())
  }

  /// What is new after it, and what `status` goes on to say of this laptop, with stable codes.
  ///
  /// - Parameter backup: the file with what a person gave up in it.
  func warnings(
    _ laptop: Laptop, _ report: SyncReport, backup: String? = nil
  ) throws -> [(code: String, words: BilingualText)] {
    var warnings = try CopiedWarning.all(laptop) + DeclaredLostWarning.all(laptop)
    warnings += try StoppedWarning.startedOver(
      report.outcome.scopesGivenUp, laptop, backup: backup)
    warnings += try LossWarning.words(
      of: laptop.store.ownDeclaredLosses().filter { !losses.contains($0) }, laptop)
    warnings += try rulingWarnings(laptop)
    let objected = try Self.objections(laptop).subtracting(objections).count
    if objected > 0 {
      warnings.append(
        (
          "review",
          BilingualText(
            vi: "\(objected) điều máy này ghi mới bị trung tâm chưa chấp nhận; xem “camtay review "
              + "list”.",
            en: "\(counted(objected, "entry", "entries")) of this laptop newly not accepted; see "
              + "“camtay review list”.")
        ))
    }
    let conflicting = try laptop.store.conflictPlaces().subtracting(conflicts).count
    if conflicting > 0 {
      warnings.append(
        (
          "conflicts",
          BilingualText(
            vi: "\(conflicting) chỗ mới có hai giá trị khác nhau; xem “camtay conflicts”.",
            en: "\(counted(conflicting, "new conflict", "new conflicts")); see “camtay conflicts”.")
        ))
    }
    return warnings + Self.unfinished(report)
  }

  private static func objections(_ laptop: Laptop) throws -> Set<RowID> {
    Set(try laptop.store.ownReviews(openOnly: true).map(\.id))
  }

  /// Why a sync that went well asks for attention all the same.
  private static func unfinished(
    _ report: SyncReport
  ) -> [(code: String, words: BilingualText)] {
    var warnings: [(code: String, words: BilingualText)] = []
    if report.status.notHandedOver > 0 {
      let count = report.status.notHandedOver
      warnings.append(
        (
          "not-handed-over",
          BilingualText(
            vi: "Còn \(count) thao tác chưa gửi, có thể vừa được ghi trong lúc gửi nhận; chúng vẫn "
              + "an toàn trên máy này. Hãy chạy “camtay sync” lần nữa.",
            en: "\(counted(count, "operation is", "operations are")) not handed over yet, perhaps "
              + "recorded while the sync ran; safe on this laptop. Run “camtay sync” again.")
        ))
    }
    if report.status.needsAttention > 0, report.outcome.heldBatches == 0 {
      warnings.append(("held", HeldWarning.words(report.status.needsAttention)))
    }
    return warnings
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

import CommandLine
import FieldWork
import Listings
import Replica

/// What is said of returns that were looked for on a stick, by the command and on the pages.
extension StickReading.Bundle {
  /// Why it was not taken in; nil where it was.
  var failure: Failure? {
    problem.map { error in
      FailureCatalogue.failure(for: error)
        ?? Failure(
          "bundle-failed", .damagedInput,
          BilingualText(
            vi: "Không nhận được gói này (\(error)); dữ liệu trên máy không bị thay đổi.",
            en: "This bundle could not be taken in (\(error)); the data here were not changed."))
    }
  }

  /// Whether it was taken in as it should be.
  var isTaken: Bool { problem == nil && !isOutdated }

  /// What became of it.
  func words(isDryRun: Bool) -> BilingualText {
    let number = contents.map { String($0.number) } ?? stem
    if isOutdated {
      return BilingualText(vi: "Gói trả lời \(number): ", en: "Return \(number): ")
        + ReplicaError.outdatedReturn
    }
    if let failure {
      return BilingualText(vi: "Gói trả lời \(number): ", en: "Return \(number): ") + failure.words
    }
    return isDryRun
      ? BilingualText(
        vi: "Gói trả lời số \(number): còn nguyên. Mới chỉ xem thử: chưa nhận gì.",
        en: "Return number \(number): whole. This was a preview: nothing was taken in.")
      : BilingualText(
        vi: "Gói trả lời số \(number): đã nhận.", en: "Return number \(number): taken in.")
  }
}

extension StickReading.Result {
  /// Why there was nothing to take in.
  var nothingHere: Failure {
    if others > 0 {
      return Failure(
        "bundle-for-another", .notAllowed,
        BilingualText(
          vi:
            "Trên USB có \(others) gói của người khác, không có gói nào cho máy này. Không có gì bị "
            + "thay đổi. Nếu máy này đã nộp dữ liệu, hãy hỏi điều phối viên USB có gói trả lời của "
            + "nó.",
          en: "\(counted(others, "bundle", "bundles")) on the stick for others, and none for this "
            + "laptop. Nothing was changed. If it has handed over, ask the coordinator for the "
            + "stick with its return."))
    }
    return Failure(
      "stick-nothing-here", .userError,
      own > 0
        ? BilingualText(
          vi:
            "Trên USB chỉ có gói mà chính máy này đã ghi, chưa có trả lời của trung tâm. Không có "
            + "gì bị thay đổi. Hãy mang USB đến trung tâm trước.",
          en: "Only what this laptop packed itself is on the stick, and no answer of the centre. "
            + "Nothing was changed. Bring the stick to the centre first.")
        : BilingualText(
          vi: "Trên USB không có gói nào. Không có gì bị thay đổi. Hãy kiểm tra có đúng USB không.",
          en: "There is no bundle on the stick. Nothing was changed. See whether it is the right "
            + "stick."))
  }
}

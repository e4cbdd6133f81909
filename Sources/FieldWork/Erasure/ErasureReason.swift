/// Why what is known of somebody is erased.
package enum ErasureReason: String, CaseIterable, Hashable, Sendable {
  /// The person asked for it.
  case request
  /// The person took the consent back.
  case consentWithdrawn = "consent-withdrawn"
  /// It is no longer needed.
  case retention
  /// It was recorded in error.
  case mistake
  /// Their household was erased before this person was heard of; written by the centre itself.
  case householdErased = "household-erased"

  /// What a person may give as the reason.
  package static let choices: [ErasureReason] = [.request, .consentWithdrawn, .retention, .mistake]

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .request: BilingualText(vi: "theo yêu cầu của người dân", en: "the person asked for it")
    case .consentWithdrawn: BilingualText(vi: "rút lại đồng ý", en: "consent was withdrawn")
    case .retention: BilingualText(vi: "hết thời hạn lưu", en: "kept long enough")
    case .mistake: BilingualText(vi: "ghi nhầm", en: "recorded in error")
    case .householdErased:
      BilingualText(
        vi: "hộ đã bị xóa, bản ghi đến sau", en: "the household was erased, the record came later")
    }
  }
}

import FieldWork

/// What a number of the page of numbers counts, and what its records are.
enum NumberKind: String, CaseIterable {
  case visits, counted, residents, provisional, other, unsent, review, duplicates

  /// The number of a count that it is; nil for what is no count of a period.
  var number: CountedNumber? {
    switch self {
    case .visits: .visits
    case .counted: .counted
    case .residents: .residents
    case .provisional: .provisional
    case .other: .notCounted
    case .unsent, .review, .duplicates: nil
    }
  }

  /// What stands beside the number.
  var words: BilingualText {
    switch self {
    case .visits: BilingualText(vi: "Lượt thăm hộ", en: "Visits")
    case .counted: BilingualText(vi: "Lượt hỗ trợ được tính", en: "Assists that count")
    case .residents: BilingualText(vi: "Người được hỗ trợ", en: "Residents helped")
    case .provisional:
      BilingualText(
        vi: "Lượt hỗ trợ tạm tính, chờ bổ sung", en: "Provisional assists, something is missing")
    case .other:
      BilingualText(
        vi: "Lượt hỗ trợ không tính (vướng, tư vấn, từ chối, đã hủy)",
        en: "Assists that do not count (blocked, advice, refused, voided)")
    case .unsent:
      BilingualText(
        vi: "Bản ghi trung tâm chưa xác nhận đã nhận",
        en: "Records that the centre has not confirmed")
    case .review:
      BilingualText(
        vi: "Bản ghi trung tâm đang xem xét hoặc bác bỏ",
        en: "Records that the centre reviews or rejected")
    case .duplicates:
      BilingualText(
        vi: "Người có thể đã được ghi hai lần", en: "Residents who may be recorded twice")
    }
  }

  /// The same at the head of a column.
  var shortWords: BilingualText {
    switch self {
    case .counted: BilingualText(vi: "Được tính", en: "Counted")
    case .residents: BilingualText(vi: "Người", en: "Residents")
    case .provisional: BilingualText(vi: "Tạm tính", en: "Provisional")
    case .other: BilingualText(vi: "Không tính", en: "Not counted")
    case .visits, .unsent, .review, .duplicates: words
    }
  }
}

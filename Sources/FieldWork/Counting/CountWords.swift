import SyncProtocol

extension CountVerdict {
  /// The stable name.
  package var name: String {
    switch self {
    case .counted: "counted"
    case .provisional: "provisional"
    case .notCounted: "not-counted"
    }
  }

  /// The reason; nil for what counts.
  package var reason: CountReason? {
    switch self {
    case .counted: nil
    case .provisional(let reason), .notCounted(let reason): reason
    }
  }

  /// The verdict with its reason, as a sentence.
  package var words: BilingualText {
    switch self {
    case .counted: BilingualText(vi: "Được tính.", en: "It counts.")
    case .provisional(let reason):
      BilingualText(vi: "Tạm tính: ", en: "Provisional: ") + reason.words
    case .notCounted(let reason):
      BilingualText(vi: "Không tính: ", en: "Not counted: ") + reason.words
    }
  }
}

extension CountReason {
  /// The reason and what to do, as the rest of a sentence.
  package var words: BilingualText {
    switch self {
    case .evidenceMissing:
      BilingualText(
        vi: "chưa có minh chứng; hãy thêm mã hồ sơ, số biên lai hoặc tên người nghe xác nhận.",
        en: "no evidence yet; add the dossier code, a receipt number or who heard it confirmed.")
    case .outcomeMissing:
      BilingualText(
        vi: "chưa ghi kết quả; hãy sửa lượt hỗ trợ.",
        en: "no outcome yet; edit the assist.")
    case .visitMissing:
      BilingualText(
        vi: "lượt thăm của nó chưa về máy này; sẽ tính sau lần gửi nhận tới.",
        en: "its visit has not arrived here; it will count after the next sync.")
    case .dateMissing:
      BilingualText(
        vi: "lượt thăm chưa có ngày; hãy sửa lượt thăm.",
        en: "its visit has no date; edit the visit.")
    case .voided: BilingualText(vi: "lượt hỗ trợ đã bị hủy.", en: "the assist was voided.")
    case .visitVoided: BilingualText(vi: "lượt thăm đã bị hủy.", en: "its visit was voided.")
    case .visitRejected:
      BilingualText(
        vi: "điều phối viên không chấp nhận lượt thăm.", en: "the coordinator rejected its visit.")
    case .visitHeld:
      BilingualText(
        vi: "trung tâm giữ lượt thăm lại, chờ người quyết định.",
        en: "the centre holds its visit until somebody decides.")
    case .blocked:
      BilingualText(
        vi: "bị vướng; có trong bảng lý do vướng.",
        en: "it was blocked; it is in the table of reasons.")
    case .advised: BilingualText(vi: "chỉ tư vấn.", en: "advice only.")
    case .refused: BilingualText(vi: "người dân từ chối.", en: "the resident refused.")
    }
  }
}

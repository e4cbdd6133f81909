import FieldWork

/// The words of the inbox.
enum InboxWords {
  static let title = BilingualText(vi: "Hộp đến", en: "Inbox")
  static let since = BilingualText(vi: "Từ ngày", en: "Since the day")
  static let hour = BilingualText(vi: "Từ giờ", en: "Since the hour")
  static let reach = BilingualText(vi: "Phạm vi", en: "Reach")
  static let laptops = BilingualText(vi: "máy", en: "laptops")
  static let reported = BilingualText(vi: "Đã gửi nhận", en: "Reported")
  static let new = BilingualText(vi: "Mới", en: "New")
  static let merged = BilingualText(vi: "Đã gộp", en: "Merged")
  static let known = BilingualText(vi: "Gói đã có", en: "Batches had")
  static let turnedAway = BilingualText(
    vi: "Gói để riêng, từ chối", en: "Batches set aside, refused")
  static let held = BilingualText(vi: "Đang chờ gói thiếu", en: "Held")
  static let review = BilingualText(vi: "Chờ quyết định", en: "Under review")
  static let toClear = BilingualText(vi: "Có việc cần xử lý", en: "To be cleared")
  static let note = BilingualText(
    vi: "“Mới” và “Đã gộp” là số thao tác (mỗi lần ghi một bản ghi) của máy ấy đã về đến đây, dù "
      + "máy tự gửi hay máy khác, tệp mang hộ. “Gói đã có” là gói gửi lại, không tính thêm lần nào. "
      + "Ba cột cuối là những gì đang chờ lúc này, dù về từ bao giờ. Số theo giờ được giữ 92 ngày.",
    en: "New and Merged are operations (one write to one record each) of that laptop that reached "
      + "the centre, in its own rounds or carried by others or a file. Batches had came again, and "
      + "count nothing more. The last three columns are what waits right now, whenever it came. "
      + "What came by the hour is kept for 92 days.")

  static func lead(_ start: InboxStart) -> BilingualText {
    BilingualText(vi: "Những gì đã về từ ", en: "What came in since ") + start.words
      + BilingualText(
        vi: ", theo từng máy; máy cần xử lý đứng trước, máy chưa gửi nhận đứng sau cùng.",
        en: ", by laptop: first those to be cleared, last those that have not reported.")
  }

  static func notSince(_ time: String) -> BilingualText {
    BilingualText(vi: "chưa về; lần cuối \(time)", en: "not since then; last \(time)")
  }

  static func turnedAway(_ aside: Int64, _ refused: Int64) -> BilingualText {
    BilingualText(
      vi: "\(aside) để riêng, \(refused) từ chối", en: "\(aside) set aside, \(refused) refused")
  }

  static func state(_ state: InboxState) -> BilingualText {
    switch state {
    case .toClear: toClear
    case .reported: reported
    case .missing: BilingualText(vi: "Chưa gửi nhận", en: "Not reported")
    case .news: BilingualText(vi: "Có dữ liệu mới", en: "Something new")
    case .held: held
    case .review: review
    case .conflict: CoordinatorWords.conflicts
    }
  }
}

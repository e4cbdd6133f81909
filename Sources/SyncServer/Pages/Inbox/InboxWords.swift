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
      + "máy tự gửi hay máy khác, tệp mang hộ. “Gói đã có” là gói gửi lại, không tính thêm lần nào, nên "
      + "không có bản ghi nào để mở; gói để riêng hay từ chối thì chưa ghi vào đâu: xem ở trang Tổng "
      + "quan. Bốn cột cuối là những gì đang chờ lúc này, dù về từ bao giờ. Số theo giờ được giữ 92 ngày.",
    en: "New and Merged are operations (one write to one record each) of that laptop that reached "
      + "the centre, in its own rounds or carried by others or a file. Batches had came again and "
      + "count nothing more: there is no record to open. Those set aside or refused wrote nothing yet: "
      + "the overview tells of them. The last four columns are what waits right now, whenever it came. "
      + "What came by the hour is kept for 92 days.")

  static let mended = BilingualText(vi: "Đã sửa, chờ xem lại", en: "Mended, to be looked at")
  static let records = BilingualText(vi: "Bản ghi đã về", en: "Records that came in")
  static let kind = BilingualText(vi: "Loại", en: "Kind")
  static let operations = BilingualText(vi: "Thao tác", en: "Operations")
  static let made = BilingualText(vi: "Bản ghi mới", en: "New record")
  static let allNew = BilingualText(
    vi: "mới về: đã gộp và đang chờ", en: "what came: merged and held")
  static let toLookAt = BilingualText(
    vi: "Lượt thăm chờ xem của máy này", en: "Visits of this laptop that await a look")
  static let noRecords = BilingualText(
    vi: "Không có gì như vậy của máy này.", en: "Nothing of this kind of this laptop.")

  static func recordsLead(
    _ state: InboxRecordsPage.State?, _ start: InboxStart, _ operations: Int64
  ) -> BilingualText {
    let what: BilingualText =
      switch state {
      case nil: BilingualText(vi: "Những gì đã về từ ", en: "What came in since ") + start.words
      case .merged:
        BilingualText(vi: "Những gì đã về và đã gộp từ ", en: "What came in and is merged since ")
          + start.words
      case .held:
        BilingualText(
          vi: "Những gì đang chờ gói thiếu, dù về từ bao giờ",
          en: "What waits for missing batches, whenever it came")
      }
    return what
      + BilingualText(
        vi: ": \(operations) thao tác; mỗi dòng là một bản ghi được ghi vào.",
        en: ": \(operations) operations; each line is a record that they write to.")
  }

  static func unreadable(_ count: Int64) -> BilingualText {
    BilingualText(
      vi: "Ngoài ra \(count) thao tác của phiên bản mới hơn: nâng cấp trung tâm rồi sẽ đọc được.",
      en: "Beside these \(count) operations of a later version, to be read after an upgrade here.")
  }

  static func beyond(_ count: Int64) -> BilingualText {
    BilingualText(
      vi: "Ngoài ra \(count) thao tác ở nơi ngoài phạm vi của tài khoản này.",
      en: "Beside these \(count) operations where this account does not reach.")
  }

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
    case .mended: mended
    case .conflict: CoordinatorWords.conflicts
    }
  }
}

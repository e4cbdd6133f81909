import FieldWork

/// The words of these pages.
enum RulingWords {
  static let number = BilingualText(vi: "Số", en: "Number")
  static let why = BilingualText(vi: "Vì sao", en: "Why")
  static let record = BilingualText(
    vi: "Bản ghi, gồm cả phần chưa được nhận",
    en: "The record, with what was not accepted")
  static let open = BilingualText(vi: "Mở bản ghi", en: "Open the record")
  static let written = BilingualText(vi: "Đã ghi", en: "Written")
  static let ruled = BilingualText(vi: "Đã quyết định", en: "Ruled")
  static let note = BilingualText(vi: "Lời giải thích cho người ghi", en: "What to tell the author")
  static let admit = BilingualText(vi: "Chấp nhận điều đã ghi", en: "Let it stand")
  static let reject = BilingualText(vi: "Không chấp nhận", en: "Reject")
  static let none = BilingualText(
    vi: "Trung tâm nhận mọi điều các máy đã gửi về.",
    en: "The centre accepted everything that laptops handed over.")
  static let lead = BilingualText(
    vi: "Những gì các máy đã ghi mà một quy định không cho nhận. Không mất gì: điều đã ghi được "
      + "giữ, và không được tính cho tới khi có người quyết định.",
    en: "What laptops wrote and a rule does not accept. Nothing is lost: it is kept, and does not "
      + "count until somebody rules.")
  static let effect = BilingualText(
    vi: "Chấp nhận: điều đã ghi được hiện và được tính. Không chấp nhận: giá trị trước đó vẫn "
      + "đứng. Người ghi đọc được quyết định; có thể quyết lại.",
    en: "Let it stand: what was written is shown and counts. Reject: what was there before stays. "
      + "Its author reads the ruling; it can be ruled anew.")
  static let changed = BilingualText(
    vi: "Chưa ghi gì: người khác đã quyết định từ lúc trang này được mở. Hãy xem dưới đây.",
    en: "Nothing was written: somebody else ruled since this page was opened. Look below.")
  static let done = BilingualText(
    vi: "Đã ghi. Mọi máy giữ bản ghi này biết ở lần gửi nhận tới.",
    en: "Done. Every laptop that holds the record learns of it with its next sync.")

  static func admitAll(_ count: Int) -> BilingualText {
    BilingualText(vi: "Chấp nhận cả \(count) điều", en: "Let all \(count) stand")
  }

  static func rejectAll(_ count: Int) -> BilingualText {
    BilingualText(vi: "Không chấp nhận cả \(count) điều", en: "Reject all \(count)")
  }

  static func allOf(_ laptop: String, _ count: Int) -> BilingualText {
    BilingualText(
      vi:
        "\(count) điều của \(laptop) đang chờ. Quyết định một lần cho tất cả thì từng điều vẫn có "
        + "quyết định riêng, đọc được và quyết lại được.",
      en: "\(count) of \(laptop) wait. One ruling for all is still a ruling on each, which can be "
        + "read and ruled anew.")
  }
}

import FieldWork
import Listings

/// The words of closed months.
enum MonthWords {
  static let title = BilingualText(vi: "Chốt tháng", en: "Months")
  static let lead = BilingualText(
    vi: "Tháng đã chốt giữ nguyên số đã báo cáo; việc về muộn thành phần điều chỉnh với ngày thật.",
    en:
      "A closed month keeps the numbers that were reported; what comes late is an adjustment under "
      + "its true date.")
  static let month = BilingualText(vi: "Tháng", en: "Month")
  static let unit = BilingualText(vi: "Xã, phường", en: "Unit")
  static let state = BilingualText(vi: "Tình trạng", en: "State")
  static let closed = BilingualText(vi: "Đã chốt", en: "Closed")
  static let closedBy = BilingualText(vi: "Người chốt", en: "Closed by")
  static let closedAt = BilingualText(vi: "Chốt lúc", en: "Closed at")
  static let reported = BilingualText(vi: "Máy đã báo cáo", en: "Reported")
  static let late = BilingualText(vi: "Về muộn từ lần báo cáo cuối", en: "Came late since")
  static let open = BilingualText(vi: "chưa chốt", en: "open")
  static let notOver = BilingualText(vi: "chưa hết tháng", en: "not over")
  static let isClosed = BilingualText(vi: "đã chốt", en: "closed")
  static let reopened = BilingualText(vi: "đã mở lại: ", en: "opened again: ")
  static let nothingLate = BilingualText(vi: "không có", en: "nothing")
  static let another = BilingualText(
    vi: "Tháng khác (2026-10; 2026-10@14 nếu chốt ngày 14)",
    en: "Another month (2026-10; 2026-10@14 when it ends on the 14th)")
  static let look = BilingualText(vi: "Xem tháng này", en: "Look at the month")
  static let empty = BilingualText(vi: "Chưa có tháng nào.", en: "There is no month yet.")
  static let wholeCentre = BilingualText(vi: "cả trung tâm", en: "the whole centre")
  static let summary = BilingualText(vi: "Tóm tắt tháng đã chốt", en: "Summary of a closed month")
  static let centre = BilingualText(vi: "Trung tâm", en: "Centre")
  static let note = BilingualText(vi: "Ghi chú", en: "Note")
  static let asOf = BilingualText(vi: "Tệp lập lúc", en: "This file was made at")
  static let asClosed = BilingualText(vi: "Như đã chốt", en: "As it was closed")
  static let unchanged = BilingualText(
    vi: "Từ lần báo cáo cuối đến nay không có gì thay đổi.",
    en: "Nothing has changed since it was last reported.")
  static let asOfNow = BilingualText(
    vi: "Số của tháng này như đếm lúc này:", en: "The numbers of this month as counted now:")
  static let checklist = BilingualText(vi: "Việc còn mở", en: "What stands open")
  static let numbers = BilingualText(vi: "Số sẽ được chốt", en: "What will be closed")
  static let adjustments = BilingualText(
    vi: "Điều chỉnh của các tháng đã chốt trước, báo cáo kèm lần này",
    en: "Adjustments of months closed before, reported with this one")
  static let since = BilingualText(vi: "Từ khi chốt", en: "Since it was closed")
  static let close = BilingualText(vi: "Chốt tháng này", en: "Close this month")
  static let reopen = BilingualText(vi: "Mở lại tháng này", en: "Open this month again")
  static let reason = BilingualText(
    vi: "Vì sao mở lại (mọi người đọc được)", en: "Why it is opened again (everybody can read it)")
  static let anyway = BilingualText(
    vi: "Chốt dù còn việc mở; danh sách trên được lưu cùng lần chốt",
    en: "Close it while something stands open; the list above is kept with the closing")
  static let tickFirst = BilingualText(
    vi: "Chưa chốt: còn việc mở. Hãy xử lý, hoặc đánh dấu ô bên dưới để chốt như hiện có.",
    en: "Nothing was closed, for something stands open. Settle it, or tick the box below to close "
      + "the month as it is.")
  static let openItems = BilingualText(vi: "Việc còn mở", en: "What stands open")
  static let download = BilingualText(
    vi: "Tải bản tóm tắt có chữ ký của trung tâm", en: "Download the summary with its signature")
  static let check = BilingualText(
    vi: "Kiểm tra tệp: camtay-server close verify TỆP",
    en: "To check the file: camtay-server close verify FILE")
  static let report = BilingualText(vi: "Mở báo cáo của tháng", en: "Open the month's report")
  static let all = BilingualText(vi: "‹ Mọi tháng", en: "‹ All months")
  static let doneClosed = BilingualText(
    vi: "Đã chốt. Số liệu về sau của tháng này hiện ở phần điều chỉnh.",
    en: "Closed. What comes later for this month shows as an adjustment.")
  static let closedAlready = BilingualText(
    vi: "Tháng này đã được chốt từ trước; lần bấm này không đổi gì.",
    en: "This month was closed before; this press changed nothing.")
  static let openAlready = BilingualText(
    vi: "Tháng này đang mở; lần bấm này không đổi gì.",
    en: "This month is open already; this press changed nothing.")
  static let unseen = BilingualText(
    vi: "Lúc chốt, chưa ai xem:", en: "When it was closed, nobody had looked at:")
  static let reopenedBy = BilingualText(vi: "Người mở lại", en: "Opened again by")
  static let why = BilingualText(vi: "Vì sao mở lại", en: "Why it was opened again")

  /// That the same month is closed for the whole centre, or for a unit of it.
  static func closedBeside(_ closing: MonthClosing) -> BilingualText {
    let (when, by) = (closing.when ?? "–", closing.closedBy ?? "–")
    return BilingualText(
      vi: "Tháng này đã được chốt riêng cho \(closing.unit ?? "cả trung tâm") lúc \(when), do "
        + "\(by).",
      en: "This month is closed by itself for \(closing.unit ?? "the whole centre"), at \(when) by "
        + "\(by).")
  }

  static let history = BilingualText(
    vi: "Những lần chốt và mở lại trước", en: "Earlier closings, and why they were opened again")
  static let doneReopened = BilingualText(
    vi: "Đã mở lại. Số đã chốt vẫn được giữ.", en: "Open again. What was closed is kept.")
  static let noLaptop = BilingualText(
    vi: "chưa có máy nào được cấp", en: "no laptop has been enrolled yet")

  static let wholeMonth = BilingualText(vi: "Cả tháng", en: "The whole month")
  static let noDay = BilingualText(
    vi: "Không ngày nào đổi số.", en: "The numbers of no day changed.")

  static func adjustment(of month: Period) -> BilingualText {
    BilingualText(
      vi: "Điều chỉnh \(month.label(.vietnamese)) (đã chốt)",
      en: "Adjustment of \(month.label(.english)), which is closed")
  }

  static func reportedWith(_ closing: MonthClosing) -> BilingualText {
    BilingualText(
      vi: "Đã báo cáo cùng lần chốt \(closing.month.label(.vietnamese)) (\(closing.when ?? "–")):",
      en: "Reported with the closing of \(closing.month.label(.english)) (\(closing.when ?? "–")):")
  }

  static func silent(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "\(count) máy chưa báo cáo hết tháng",
      en: "laptops that have not reported the whole month: \(count)")
  }

  static func conflicts(_ count: Int) -> BilingualText {
    BilingualText(vi: "\(count) mâu thuẫn chưa quyết", en: "undecided conflicts: \(count)")
  }

  static func held(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "\(count) gói còn thiếu mà gói khác đang chờ",
      en: "missing batches that others wait for: "
        + "\(count)")
  }

  static func reviews(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "\(count) điều chưa được nhận, chờ quyết định (của mọi tháng)",
      en: "not accepted and not ruled on, of any month: \(count)")
  }
}

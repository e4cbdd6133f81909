import FieldWork

/// The words of files with names.
enum ExportWords {
  static let title = BilingualText(vi: "Xuất tệp có tên", en: "Files with names")
  static let lead = BilingualText(
    vi: "Các tệp khác của trung tâm không có dữ liệu cá nhân. Tệp ở đây có tên: phải nêu mục đích; "
      + "nhật ký giữ ai xuất gì, bao nhiêu dòng, để làm gì, và tệp cũng ghi như thế. Người đã từ "
      + "chối cho lưu thông tin hoặc liên hệ lại, và người đã được xóa, không bao giờ có trong "
      + "tệp. "
      + "Số giấy tờ không bao giờ được xuất.",
    en: "The centre's other files hold no personal data. A file from here has names: a purpose is "
      + "needed; the log keeps who took out what, how many rows and what for, and the file says "
      + "the "
      + "same. Nobody who refused that details are kept or to be contacted, and nobody who was "
      + "erased, is ever in it. Numbers of papers are never taken out.")
  static let what = BilingualText(vi: "Danh sách", en: "List")
  static let place = BilingualText(vi: "Thôn, hoặc mã xã", en: "Hamlet, or code of a commune")
  static let placeHint = BilingualText(
    vi: "tên hoặc mã thôn (P-…), hoặc mã xã 5 chữ số; để trống là cả phạm vi của bạn",
    en: "name or code of a hamlet (P-…), or a commune's 5 digits; empty for all within your reach")
  static let purpose = BilingualText(vi: "Mục đích", en: "Purpose")
  static let purposeHint = BilingualText(
    vi: "ví dụ: gửi giấy mời buổi hỗ trợ thứ Bảy 28/11; ít nhất \(minimum) chữ",
    en: "such as: invitations to the session on Saturday 28/11; \(minimum) characters at least")
  static let by = BilingualText(vi: "Người xuất", en: "Taken out by")
  static let keeper = BilingualText(
    vi: "người giữ máy trung tâm", en: "the keeper of the centre's machine")
  static let at = BilingualText(vi: "Lúc xuất", en: "Taken out at")
  static let format = BilingualText(vi: "Loại tệp", en: "Kind of file")
  static let make = BilingualText(vi: "Tải tệp có tên", en: "Download the file with names")
  static let merge = BilingualText(
    vi: "trộn thư (CSV: mỗi dòng một thư, không có dòng nào khác)",
    en: "mail merge (CSV: a letter a row, and no other row)")
  static let noPurpose = BilingualText(
    vi: "Hãy nêu mục đích, từ \(minimum) đến \(maximum) chữ, không có số giấy tờ; chưa xuất gì.",
    en: "Say what it is for, in \(minimum) to \(maximum) characters and without a personal id; "
      + "nothing was taken out.")
  static let tooMany = BilingualText(
    vi: "Tệp trộn thư chứa tối đa \(mergeRows) dòng; hãy chọn một thôn hoặc một xã. Chưa xuất gì.",
    en: "A file for mail merge holds \(mergeRows) rows at most; choose a hamlet or a commune. "
      + "Nothing was taken out.")
  static let notReached = BilingualText(
    vi: "Không có thôn hay xã như thế trong phạm vi của bạn; chưa xuất gì.",
    en: "There is no such hamlet or commune within your reach; nothing was taken out.")
  /// Households without a hamlet whose codes are shown.
  static let homelessCodes = 20

  static func homeless(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "\(count) hộ chưa thuộc thôn nào nên không có trong tệp nào ở đây. Mở từng mã để xếp hộ "
        + "vào thôn:",
      en: "Households without a hamlet: \(count). They are in no file from here. Open a code to "
        + "give it its hamlet:")
  }
  static let withheld = BilingualText(vi: "Không nêu tên, nên không có dòng", en: "Names withheld")
  static let row = BilingualText(vi: "Dòng thứ", en: "Row")
  static let rows = BilingualText(vi: "Tổng số dòng", en: "Rows in all")
  static let total = BilingualText(vi: "Tổng kiểm cột Dòng thứ", en: "Control total of Row")

  /// Characters of a purpose.
  static let minimum = 8
  static let maximum = 200
  /// Rows of a file for mail merge.
  static let mergeRows = 20_000

  static let code = BilingualText(vi: "Mã", en: "Code")
  static let name = BilingualText(vi: "Họ và tên", en: "Name")
  static let head = BilingualText(vi: "Chủ hộ, tên hộ", en: "Household")
  static let kind = BilingualText(vi: "Loại", en: "Kind")
  static let householdCode = BilingualText(vi: "Mã hộ", en: "Household code")
  static let residents = BilingualText(vi: "Số người", en: "Residents")
  static let lastVisit = BilingualText(vi: "Thăm gần nhất", en: "Last visit")
  static let procedure = BilingualText(vi: "Thủ tục", en: "Procedure")
  static let received = BilingualText(vi: "Ngày nộp", en: "Filed")
  static let appointment = BilingualText(vi: "Hẹn trả", en: "Appointment")
}

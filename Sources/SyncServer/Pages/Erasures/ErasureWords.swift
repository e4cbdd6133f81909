import FieldWork
import Pages

/// The words of erasures.
enum ErasureWords {
  static let title = BilingualText(vi: "Xóa thông tin cá nhân", en: "Erasing personal data")
  static let lead = BilingualText(
    vi:
      "Theo yêu cầu của người dân: xem sẽ xóa gì, xóa, rồi theo dõi từng máy đã xóa xong. Số liệu "
      + "đã tính và nhật ký vẫn giữ nguyên.",
    en: "At a person's wish: see what it reaches, erase it, and follow which laptops have done so. "
      + "What was counted stays counted.")
  static let erase = BilingualText(
    vi: "Xóa một người hoặc một hộ", en: "Erase a person or household")
  static let eraseForGood = BilingualText(
    vi: "Xóa hẳn, không lấy lại được", en: "Erase for good, this cannot be undone")
  static let code = BilingualText(vi: "Mã", en: "Code")
  static let codeHint = BilingualText(
    vi: "R-… của một người, H-… của một hộ cùng mọi người trong hộ",
    en: "R-… of a person, H-… of a household with its people")
  static let reason = BilingualText(vi: "Lý do", en: "Reason")
  static let requested = BilingualText(vi: "Ngày yêu cầu", en: "Asked for")
  static let dayHint = BilingualText(vi: "ngày/tháng/năm", en: "day/month/year")
  static let due = BilingualText(vi: "Hạn xong", en: "To be done by")
  static let ordered = BilingualText(vi: "Đã xóa ở trung tâm", en: "Erased at the centre")
  static let confirmed = BilingualText(vi: "Máy đã xóa", en: "Confirmed")
  static let outstanding = BilingualText(vi: "Còn chờ", en: "Outstanding")
  static let doubtful = BilingualText(vi: "Không chắc", en: "Cannot tell")
  static let none = BilingualText(vi: "Chưa xóa ai.", en: "Nobody was erased.")
  static let mayLack = BilingualText(
    vi: "Danh sách có thể thiếu: những lần xóa sau bản sao lưu chưa về. ",
    en: "The list may lack some: erasures after the backup have not come back. ")
  static let done = BilingualText(
    vi: "Đã xóa ở trung tâm. Mỗi máy xóa ở lần gửi nhận tới.",
    en: "Erased at the centre. Each laptop erases in its next round.")
  static let onlyShown = BilingualText(
    vi: "Mới chỉ xem trước: chưa xóa gì.", en: "This is a preview: nothing was erased yet.")
  static let wasErased = BilingualText(
    vi: "Đã được xóa từ trước; không làm gì thêm.",
    en: "It was erased before; nothing more is done.")
  static let records = BilingualText(vi: "Các bản ghi bị xóa", en: "Records that are erased")
  static let record = BilingualText(vi: "Bản ghi", en: "Record")
  static let fields = BilingualText(vi: "Các mục bị xóa", en: "Fields erased")
  static let unreadable = BilingualText(vi: "Không đọc được ở đây", en: "Not readable here")
  static let nothingLeft = BilingualText(
    vi: "Không còn gì để xóa.", en: "Nothing is left to erase.")
  static let heldBy = BilingualText(vi: "Máy đang giữ", en: "Held by")
  static let means = BilingualText(
    vi: "Khóa của những mục này bị hủy ở trung tâm và ở mọi máy, nên không ai đọc lại được.",
    en: "The keys of these fields are destroyed here and on every laptop: nobody reads them again.")

  static func wouldErase(_ code: String) -> BilingualText {
    BilingualText(vi: "Sẽ xóa: \(code)", en: "What erasing \(code) reaches")
  }

  static func elsewhere(_ code: String, _ household: String) -> BilingualText {
    BilingualText(
      vi:
        "\(code) nay ở hộ \(household) mà cũng bị xóa, vì là cùng một người hoặc còn được ghi ở hộ "
        + "này. Nếu không đúng, hãy gỡ trước ở trang trùng lặp hoặc xung đột.",
      en: "\(code) is of \(household) and is erased too, as the same person or as still recorded "
        + "here. Where that is wrong, part them first among duplicates or conflicts.")
  }
}

import FieldWork

/// The words of comments.
enum CommentWords {
  static let noneHere = BilingualText(
    vi: "Chưa ai nhận xét bản ghi này.", en: "Nobody has commented on this record.")
  static let title = BilingualText(vi: "Nhận xét", en: "Comments")
  static let new = BilingualText(vi: "Viết nhận xét", en: "Write a comment")
  static let lead = BilingualText(
    vi: "Gửi người ghi: tới máy họ ở lần gửi nhận sau, đứng ở mục Việc phải làm của trang Hôm nay; "
      + "họ trả lời vào ô Ghi chú của việc ấy, và câu trả lời về đây.",
    en: "To whoever recorded it: it reaches their laptop with the next hand-over and stands among "
      + "the tasks of Today; they answer in the note of that task, and the answer comes back here.")
  static let code = BilingualText(
    vi: "Mã lượt thăm hoặc lượt hỗ trợ", en: "Code of a visit or assist")
  static let codeHint = BilingualText(vi: "ví dụ V-2H9K5-1-X", en: "such as V-2H9K5-1-X")
  static let to = BilingualText(vi: "Gửi", en: "To")
  static let author = BilingualText(vi: "người ghi", en: "whoever recorded it")
  static let coordinator = BilingualText(vi: "điều phối viên", en: "the coordinator")
  static let text = BilingualText(vi: "Nhận xét", en: "Comment")
  static let noNames = BilingualText(
    vi: "Không bao giờ nêu tên hay thông tin của người dân; tối đa \(RecordComment.limit) chữ",
    en: "Never the name of a resident or anything about them; \(RecordComment.limit) characters at "
      + "most")
  static let send = BilingualText(vi: "Gửi nhận xét", en: "Send the comment")
  static let sent = BilingualText(
    vi: "Đã lưu; máy của người ghi nhận ở lần gửi nhận sau.",
    en: "Kept; the laptop of whoever recorded it gets it with its next hand-over.")
  static let all = BilingualText(vi: "Các nhận xét", en: "The comments")
  static let allBack = BilingualText(vi: "‹ Mọi nhận xét", en: "‹ All comments")
  static let none = BilingualText(vi: "Chưa có nhận xét nào.", en: "There is no comment yet.")
  static let state = BilingualText(vi: "Tình trạng", en: "State")
  static let open = BilingualText(vi: "chờ trả lời", en: "waits for an answer")
  static let answered = BilingualText(vi: "đã trả lời", en: "answered")
  static let gone = BilingualText(vi: "đã bỏ", en: "dropped")
  static let answer = BilingualText(vi: "Trả lời", en: "Answer")
  static let toAnswer = BilingualText(vi: "Trả lời…", en: "Answer…")
  static let keep = BilingualText(vi: "Lưu câu trả lời", en: "Keep the answer")
  static let by = BilingualText(vi: "Người viết", en: "Written by")
}

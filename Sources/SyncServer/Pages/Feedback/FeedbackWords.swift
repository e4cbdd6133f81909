import FieldWork

/// The words of the pages of feedback.
enum FeedbackWords {
  static let byDay = BilingualText(
    vi: "theo ngày nhận phản ánh", en: "by the day on which it was received")
  static let title = BilingualText(vi: "Phản ánh, góp ý", en: "Feedback")
  static let lead = BilingualText(
    vi: "Đánh giá và góp ý của bà con. Góp ý bằng lời phải được trả lời trong "
      + "\(FeedbackFacts.answerDays) ngày làm việc; chỉ cho điểm thì không cần trả lời.",
    en: "Ratings and what people said. What was said in words is answered within "
      + "\(FeedbackFacts.answerDays) working days; a bare rating wants no answer.")
  static let all = BilingualText(vi: "Các phản ánh", en: "The feedback")
  static let allBack = BilingualText(vi: "‹ Mọi phản ánh", en: "‹ All feedback")
  static let none = BilingualText(
    vi: "Chưa có phản ánh nào trong kỳ này. In phiếu QR để bà con đánh giá, hoặc nhập một phản "
      + "ánh.",
    en: "There is no feedback in this period. Print QR sheets for people to rate by, or type one "
      + "in.")
  static let code = BilingualText(vi: "Mã", en: "Code")
  static let day = BilingualText(vi: "Ngày nhận", en: "Received")
  static let about = BilingualText(vi: "Về", en: "About")
  static let hamlet = BilingualText(vi: "Thôn, tổ dân phố", en: "Hamlet")
  static let rating = BilingualText(vi: "Điểm", en: "Rating")
  static let comment = BilingualText(vi: "Lời góp ý", en: "What was said")
  static let channel = BilingualText(vi: "Nhận qua", en: "Came by")
  static let due = BilingualText(vi: "Hạn trả lời", en: "Answer due")
  static let state = BilingualText(vi: "Tình trạng", en: "State")
  static let who = BilingualText(vi: "Ai trả lời", en: "Who answers")
  static let answer = BilingualText(vi: "Trả lời", en: "Answer")
  static let answeredAhead = BilingualText(
    vi: "Ngày trả lời ở phía trước: chưa lưu gì. Hãy ghi ngày đã trả lời, không muộn hơn hôm nay.",
    en: "The day of the answer is still to come: nothing was saved. Write the day on which it was "
      + "answered, today at the latest.")
  static let answered = BilingualText(vi: "Ngày trả lời", en: "Answered on")
  static let nobody = BilingualText(vi: "chưa giao ai", en: "nobody yet")
  static let hasWords = BilingualText(vi: "Có lời góp ý", en: "Has words")
  static let voided = BilingualText(vi: "đã hủy", en: "voided")
  static let reason = BilingualText(vi: "Lý do hủy", en: "Reason for voiding")
  static let ratings = BilingualText(vi: "Lượt đánh giá", en: "Ratings")
  static let liked = BilingualText(vi: "Hài lòng (4, 5 điểm)", en: "Content (4 and 5)")
  static let wanting = BilingualText(vi: "Cần trả lời", en: "Want an answer")
  static let notAnswered = BilingualText(vi: "chưa trả lời", en: "not answered")
  static let timely = BilingualText(
    vi: "đã trả lời đúng hạn hoặc còn hạn", en: "answered in time, or still time")
  static let anyRating = BilingualText(vi: "có cho điểm", en: "rated")
  static let likedRating = BilingualText(vi: "4, 5 điểm", en: "4 and 5")
  static let inTime = BilingualText(
    vi: "Trả lời đúng hạn hoặc còn hạn", en: "Answered in time or running in time")
  static let overdue = BilingualText(vi: "Quá hạn chưa trả lời", en: "Overdue, not answered")
  static let standsAlone = BilingualText(
    vi: "Phản ánh đã hủy không có ở đây.", en: "Voided feedback is not here.")
  static let new = BilingualText(vi: "Nhập một phản ánh", en: "Type in feedback")
  static let sheets = BilingualText(vi: "In phiếu QR", en: "Print QR sheets")
  static let save = BilingualText(vi: "Lưu phản ánh", en: "Keep the feedback")
  static let kept = BilingualText(vi: "Đã lưu.", en: "Kept.")
  static let changed = BilingualText(
    vi: "Người khác vừa ghi vào phản ánh này; chưa lưu gì. Hãy xem lại rồi gửi lại.",
    en: "Somebody else has just written to this feedback; nothing was kept. Look again, then send "
      + "again.")
  static let notChosen = BilingualText(
    vi: "Chưa chọn việc nào; chưa lưu gì.", en: "Nothing was chosen; nothing was kept.")
  static let noSubject = BilingualText(
    vi: "Không có buổi, hồ sơ, thôn hay tổ dân phố nào mang mã này trong phạm vi của bạn; chưa lưu "
      + "gì.",
    en: "No session, dossier or hamlet has this code within your reach; nothing was kept.")
  static let subjectCode = BilingualText(
    vi: "Mã buổi, hồ sơ, hoặc thôn", en: "Code of the session, dossier or hamlet")
  static let subjectHint = BilingualText(
    vi: "in dưới mã QR, ví dụ B-2H9K5-1-X", en: "printed below the QR code, such as B-2H9K5-1-X")
  static let noNames = BilingualText(
    vi: "Không ghi số căn cước; tối đa \(TextLimit.note) chữ",
    en: "No personal id; \(TextLimit.note) characters at most")
  static let answerHint = BilingualText(
    vi: "Điều đã trả lời, hoặc đã xử lý thế nào khi không biết người góp ý là ai. Lưu là đóng phản "
      + "ánh; sửa lại được.",
    en: "What was answered, or what was done about it where nobody knows who said it. Keeping it "
      + "closes the feedback; it can be changed.")
  static let whoHint = BilingualText(
    vi: "người hoặc cơ quan, ví dụ Bộ phận một cửa; để trống là chưa giao ai",
    en: "a person or an office, such as the one-stop desk; empty for nobody")
  static let assign = BilingualText(vi: "Giao trả lời", en: "Say who answers")
  static let keepAnswer = BilingualText(
    vi: "Lưu câu trả lời và "
      + "đóng", en: "Keep the answer and close")
  static let void = BilingualText(vi: "Hủy phản ánh", en: "Void the feedback")
  static let voidLead = BilingualText(
    vi: "Cho điều gửi nhầm hoặc phá rối: ra khỏi mọi số liệu, vẫn đọc được cùng lý do.",
    en: "For what was sent by mistake or in mischief: it leaves every count and stays readable "
      + "with "
      + "the reason.")
  static let restore = BilingualText(vi: "Lấy lại phản ánh đã hủy", en: "Take the void back")
  static let nothingToChange = BilingualText(
    vi: "Điều đó đã được lưu trước đây.", en: "That was kept before.")

  static let sentTwice = BilingualText(
    vi: "Biểu mẫu này đã gửi rồi, hoặc để quá lâu; lần này chưa lưu gì thêm. Hãy xem danh sách "
      + "trước "
      + "khi gửi lại.",
    en: "This form was sent before, or stood open too long; nothing more was kept. Look at the "
      + "list "
      + "before you send it again.")
  static let choose = BilingualText(vi: "– chọn –", en: "– choose –")
  static let dayPattern = BilingualText(vi: "nn/tt/nnnn", en: "dd/mm/yyyy")

  /// How feedback stands.
  static func words(of state: FeedbackFacts.State) -> BilingualText {
    switch state {
    case .overdue: BilingualText(vi: "quá hạn trả lời", en: "answer overdue")
    case .open: BilingualText(vi: "chờ trả lời", en: "waits for an answer")
    case .late: BilingualText(vi: "đã trả lời, trễ hạn", en: "answered late")
    case .inTime: BilingualText(vi: "đã trả lời đúng hạn", en: "answered in time")
    case .bare: BilingualText(vi: "chỉ cho điểm", en: "rating alone")
    }
  }

  /// What the ratings mean, from 1 to 5.
  static let ratingWords = [
    BilingualText(vi: "rất không hài lòng", en: "very bad"),
    BilingualText(vi: "không hài lòng", en: "bad"),
    BilingualText(vi: "bình thường", en: "fair"),
    BilingualText(vi: "hài lòng", en: "good"),
    BilingualText(vi: "rất hài lòng", en: "very good"),
  ]

  /// Words with dots between them.
  static func joined(_ parts: [BilingualText?]) -> BilingualText {
    parts.compactMap(\.self).reduce(BilingualText(same: "")) { left, right in
      left.vietnamese.isEmpty ? right : left + BilingualText(same: " · ") + right
    }
  }
}

import FieldWork
import Pages
import Web

/// The words of the pages of the review.
enum ReviewPageWords {
  static let title = BilingualText(vi: "Xem xét", en: "Review")
  static let visit = BilingualText(vi: "Lượt thăm", en: "Visit")
  static let from = BilingualText(vi: "Thăm từ ngày", en: "Visited since")
  static let to = BilingualText(vi: "Đến ngày", en: "Until")
  static let days = BilingualText(vi: "Ngày thăm", en: "Days of the visits")
  static let dating = BilingualText(vi: "Ngày thăm khác thường", en: "Odd days of the visits")
  static let arrived = BilingualText(vi: "Về trung tâm", en: "Came in")
  static let arrivedSince = BilingualText(vi: "Về trung tâm từ ngày", en: "Came in since the day")
  static let waiting = BilingualText(vi: "đang chờ xem", en: "awaiting a look")
  static let anyState = BilingualText(vi: "mọi tình trạng", en: "every state")
  static let member = BilingualText(vi: "Thành viên", en: "Member")
  static let service = BilingualText(vi: "Mã thủ tục, dịch vụ", en: "Code of a service")
  static let assists = BilingualText(vi: "Hỗ trợ (tính/tất cả)", en: "Assists (counted/all)")
  static let allAssists = BilingualText(vi: "Mọi lượt hỗ trợ", en: "All assists")
  static let anyFlag = BilingualText(vi: "có cờ", en: "flagged")
  static let noFlag = BilingualText(vi: "không có cờ nào", en: "without a flag")
  static let none = BilingualText(
    vi: "Không có lượt thăm nào như vậy, theo những gì các máy đã gửi về.",
    en: "No such visit, as far as laptops have reported.")
  static let bulk = BilingualText(vi: "Duyệt cùng một lúc", en: "Approve at once")
  static let bulkChanged = BilingualText(
    vi: "Chưa duyệt gì: từ lúc trang này được mở, danh sách đã đổi. Hãy xem lại rồi bấm lần nữa.",
    en: "Nothing was approved: the list has changed since this page was opened. Look again, and "
      + "press once more.")
  static let nothingToUndo = BilingualText(
    vi: "Không có gì để lấy lại: lần duyệt này không có, hoặc đã được lấy lại trước đó.",
    en: "Nothing to take back: there is no such approval, or it was taken back before.")
  static let allApproved = BilingualText(
    vi: "Đã duyệt. Số liệu không đổi.", en: "Approved. No count changes.")
  static let undoAll = BilingualText(vi: "Thôi lần duyệt này", en: "Take this approval back")
  static let undone = BilingualText(
    vi: "Đã thôi; các lượt ấy lại là chưa xem.", en: "Taken back; they are not looked at again.")
  static let approve = BilingualText(vi: "Duyệt", en: "Approve")
  static let approveKey = BilingualText(
    vi: "phím truy cập: N (trong Chrome, Edge: Alt+N)",
    en: "access key: N (in Chrome and Edge Alt+N)")
  static let doneBefore = BilingualText(
    vi: "Đã ghi với lượt trước; đây là lượt tiếp theo.",
    en: "Done with the one before; this is the next.")
  static let sendBack = BilingualText(vi: "Trả lại để sửa", en: "Send back")
  static let reject = BilingualText(vi: "Không chấp nhận", en: "Reject")
  static let undo = BilingualText(vi: "Thôi điều đã quyết", en: "Take it back")
  static let comment = BilingualText(
    vi: "Cần sửa hay giải thích gì", en: "What to mend or explain")
  static let reason = BilingualText(vi: "Vì sao", en: "Why")
  static let commentHint = BilingualText(
    vi: "Người ghi đọc lời này trên máy của họ, ở trang Cần sửa. Đừng ghi số định danh.",
    en: "Its author reads this on their laptop, on the page Needs fix. No personal ids.")
  static let approveEffect = BilingualText(
    vi: "Số liệu không đổi; lượt này không hiện trong danh sách chưa xem nữa.",
    en: "No count changes; it is no longer among what nobody looked at.")
  static let sendBackEffect = BilingualText(
    vi: "Lượt này vẫn được tính trong lúc chờ. Máy đã ghi nhận lời nhắn ở lần gửi nhận tới; sửa "
      + "xong, lượt này trở lại đây.",
    en: "It goes on counting meanwhile. The laptop that recorded it gets the comment with its next "
      + "sync; once mended it comes back here.")
  static let undoEffect = BilingualText(
    vi: "Lượt này lại là chưa xem; bị bỏ khỏi số liệu thì được tính lại.",
    en: "It is not looked at again; where it was taken out of the counts it comes back.")
  static let changed = BilingualText(
    vi: "Chưa ghi gì: từ lúc trang này được mở, lượt thăm đã đổi hoặc người khác đã quyết định. "
      + "Hãy xem dưới đây rồi quyết lại.",
    en: "Nothing was written: since this page was opened the visit changed, or somebody else "
      + "ruled. Look below and decide again.")
  static let notChosen = BilingualText(
    vi: "Chưa ghi gì: không rõ bấm nút nào. Hãy bấm lại.",
    en: "Nothing was written: it is not clear which button was pressed. Press again.")
  static let done = BilingualText(vi: "Đã ghi.", en: "Done.")
  static let all = BilingualText(vi: "Về danh sách", en: "Back to the list")
  static let andNext = BilingualText(vi: " rồi mở lượt kế tiếp", en: ", then open the next")
  static let ended = BilingualText(
    vi: "Đã ghi. Danh sách này không còn lượt nào chờ xem.",
    en: "Done. Nothing in this list awaits a look any more.")
  static let history = BilingualText(vi: "Những gì đã được ghi", en: "What was written")
  static let said = BilingualText(vi: "Điều phối viên nói", en: "The coordinator said")

  static func lead(_ wish: ReviewWish) -> BilingualText {
    let what: BilingualText =
      switch wish.states {
      case .waiting:
        BilingualText(
          vi: "Mọi lượt thăm đang chờ xem: chưa ai xem, đã sửa xong, hoặc đổi sau khi duyệt",
          en: "Every visit that awaits a look: not looked at, mended, or changed since approved")
      case .all: BilingualText(vi: "Lượt thăm ở mọi tình trạng", en: "Visits in every state")
      case .only(let state):
        BilingualText(vi: "Lượt thăm: ", en: "Visits: ") + state.words
      }
    let days =
      wish.hasDays
      ? BilingualText(vi: ", ngày thăm ", en: ", visited ")
        + (wish.dating.map(\.words) ?? wish.daysWords) : BilingualText(same: "")
    let arrived =
      wish.arrived.map {
        BilingualText(vi: ", về trung tâm từ ", en: ", come in since ") + $0.words
      } ?? BilingualText(same: "")
    return what + days + arrived
      + BilingualText(
        vi: ". Về trung tâm sau cùng đứng trước. Cờ chỉ gợi ý nên xem; nó không đổi số liệu nào.",
        en: ". What came in last stands first. A flag says where to look; it changes no number.")
  }

  static func inOtherStates(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "\(count) lượt ở tình trạng khác không có ở đây: xem mọi tình trạng",
      en: "\(count) in other states are not here: see every state")
  }

  static func onOtherDays(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "\(count) lượt ngoài những ngày này không có ở đây: xem mọi ngày",
      en: "\(count) outside these days are not here: see any day")
  }

  static func dated(_ dating: ReviewWish.Dating, _ count: Int) -> BilingualText {
    BilingualText(vi: "\(count) lượt ", en: "\(count) ") + dating.words
  }

  static func bulkEffect(_ count: Int, of total: Int) -> BilingualText {
    guard count > 0 else {
      return BilingualText(
        vi: "Trong các lượt khớp bộ lọc không còn lượt nào chưa xem mà không có cờ. Lượt có cờ "
          + "phải mở ra từng lượt.",
        en:
          "Among those that pass the filters nothing is left that nobody looked at and that has no "
          + "flag. Flagged ones are opened one by one.")
    }
    let rest =
      total > count
      ? BilingualText(
        vi: " Còn \(total - count) lượt nữa cho lần sau.", en: " \(total - count) more are left.")
      : BilingualText(same: "")
    return BilingualText(
      vi: "\(count) lượt chưa xem, không có cờ, khớp bộ lọc: số liệu không đổi; lượt có cờ thì để "
        + "lại.",
      en: "\(count) that nobody looked at, without a flag, pass the filters: no count changes; "
        + "flagged ones are left.") + rest
  }

  static func approveAll(_ count: Int) -> BilingualText {
    BilingualText(vi: "Duyệt \(count) lượt", en: "Approve \(count)")
  }

  static func rejectEffect(counted: Int, provisional: Int) -> BilingualText {
    BilingualText(
      vi: "Khỏi mọi số liệu và tệp xuất: 1 lượt thăm, \(counted) lượt hỗ trợ được tính, "
        + "\(provisional) lượt tạm tính, và hồ sơ đã nộp của lượt này. Người ghi đọc lý do; có thể "
        + "thôi ở trang này.",
      en: "Out of every count and export: 1 visit, \(counted) counted and \(provisional) "
        + "provisional assists, and the dossiers filed at it. Its author reads why; it can be taken "
        + "back on this page.")
  }

  static func by(_ standing: ReviewStanding) -> BilingualText? {
    guard let account = standing.account else { return nil }
    let time = standing.at.map(Format.dateTime) ?? ""
    return BilingualText(same: [account, time].filter { !$0.isEmpty }.joined(separator: " · "))
  }

  static func mark(_ standing: ReviewStanding, _ language: Language) -> HTML {
    let mark: StateMark =
      switch standing.state {
      case .new, .voided: .neutral
      case .approved: .good
      case .mended, .changed, .sentBack: .attention
      case .rejected: .missing
      }
    return HTML.group {
      mark.html(standing.state.words.text(in: language))
      if let by = by(standing) { element("span", ["class": "detail"]) { by.text(in: language) } }
    }
  }
}

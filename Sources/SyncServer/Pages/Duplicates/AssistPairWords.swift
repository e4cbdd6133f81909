import FieldWork
import Pages
import SyncProtocol

/// The words of the pages of double assists.
enum AssistPairWords {
  static let title = BilingualText(vi: "Lượt hỗ trợ ghi trùng", en: "Double assists")
  static let lead = BilingualText(
    vi: "Cùng một người, cùng một việc, và cùng mã hồ sơ hoặc cách nhau không quá "
      + "\(AssistPair.days) "
      + "ngày; chắc nhất trước. Chỉ gồm lượt đang được tính hoặc tạm tính. Nói “là một” thì hủy "
      + "một "
      + "lượt kèm lý do, và lấy lại được.",
    en: "The same person and the same service, with the same dossier code or within "
      + "\(AssistPair.days) days; the likeliest first. Only assists that count or are provisional. "
      + "Saying that two are one voids one of them with the reason, and can be taken back.")
  static let looking = BilingualText(
    vi: "Đang xem hết các lượt hỗ trợ, mất vài giây. Trang này tự mở lại.",
    en: "All assists are being looked through, which takes some seconds. This page opens again by "
      + "itself.")

  /// Of when the pairs are.
  static func asOf(_ time: Timestamp) -> BilingualText {
    let moment = Format.dateTime(LocalDateTime(time: time))
    return BilingualText(
      vi: "Những cặp này được tìm lúc \(moment). Lượt hỗ trợ về sau lúc ấy có ở lần tìm tới, sớm "
        + "nhất mỗi phút một lần; điều đã nói về hai lượt thì đã tính.",
      en: "These pairs were looked for on \(moment). Assists that came since are looked through in "
        + "the next search, every minute at most; what was said of two of them is taken into "
        + "account.")
  }

  static let none = BilingualText(
    vi: "Không thấy hai lượt hỗ trợ nào có thể là một, trong những gì các máy đã gửi về.",
    en: "No two assists seem to be one, among what laptops have handed over.")
  static let person = BilingualText(vi: "Người được hỗ trợ", en: "Resident")
  static let service = BilingualText(vi: "Thủ tục, dịch vụ", en: "Service")
  static let days = BilingualText(vi: "Ngày", en: "Days")
  static let dossier = BilingualText(vi: "Mã hồ sơ", en: "Dossier code")
  static let visit = BilingualText(vi: "Lượt thăm", en: "Visit")
  static let counts = BilingualText(vi: "Tính hay không", en: "Whether it counts")
  static let voidReason = BilingualText(vi: "Lý do hủy", en: "Reason for voiding")
  static let apart = BilingualText(vi: "Là hai lượt, đừng hỏi lại", en: "They are two; ask no more")
  static let apartEffect = BilingualText(
    vi: "Cả hai vẫn được tính; không số liệu nào đổi.",
    en: "Both count on; no count changes.")
  static let undo = BilingualText(vi: "Thôi điều đã nói", en: "Take it back")
  static let all = BilingualText(vi: "‹ Các cặp khác", en: "‹ Other pairs")
  static let changed = BilingualText(
    vi: "Chưa ghi gì: sau khi trang này được mở, có người đã nói khác hoặc đã sửa một trong hai "
      + "lượt. "
      + "Hãy xem rồi trả lời lại.",
    en: "Nothing was recorded: since this page was opened somebody said something else or changed "
      + "one "
      + "of the two. Look at it, then answer again.")
  static let done = BilingualText(
    vi: "Đã ghi. Máy của tổ biết ở lần gửi nhận tới.",
    en: "Done. The team's laptop learns of it with its next sync.")
  static let noReason = BilingualText(
    vi: "Hai lượt này không cùng người, cùng việc trong \(AssistPair.days) ngày, và không cùng mã "
      + "hồ "
      + "sơ.",
    en: "These two are not the same person and service within \(AssistPair.days) days, nor have "
      + "they "
      + "the same dossier code.")
  static let chooseUnit = BilingualText(
    vi: "Chỉ một xã, theo mã", en: "One commune only, by its code")

  static func keep(_ kept: String, dropping dropped: String) -> BilingualText {
    BilingualText(
      vi: "Là một: giữ \(kept), hủy \(dropped)", en: "They are one: keep \(kept), void \(dropped)")
  }

  static func said(_ ruling: AssistRuling, kept: String?) -> BilingualText {
    guard ruling.kind == .one, let kept else {
      return BilingualText(vi: "đã nói: là hai lượt", en: "said to be two")
    }
    return BilingualText(vi: "đã nói: là một, giữ \(kept)", en: "said to be one, keeping \(kept)")
  }

  /// What becomes of the counts.
  static func words(of effect: VoidEffect?) -> BilingualText {
    guard let effect else {
      return BilingualText(vi: "Không số liệu nào đổi.", en: "No count changes.")
    }
    let (before, after) = (effect.before, effect.after)
    let changes = [
      (CoordinatorWords.assists, before.assists, after.assists),
      (CoordinatorWords.residents, before.residents, after.residents),
      (CoordinatorWords.submissions, before.submissions, after.submissions),
    ].filter { $0.1 != $0.2 }.map { change in
      change.0 + BilingualText(same: " \(change.1) → \(change.2)")
    }
    guard let first = changes.first else {
      return BilingualText(vi: "Không số liệu nào đổi.", en: "No count changes.")
        + effect.wordsOfOthers
    }
    return BilingualText(vi: "Số liệu của mọi thời gian: ", en: "Counts of all time: ")
      + changes.dropFirst().reduce(first) { $0 + BilingualText(same: "; ") + $1 }
      + BilingualText(same: ".") + effect.wordsOfOthers
  }
}

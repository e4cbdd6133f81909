import FieldWork
import Listings
import Pages
import Replica

/// What is said wherever something is practice.
enum PracticeWords {
  /// The word itself, on every page and print.
  static let mark = BilingualText(vi: "LUYỆN TẬP", en: "PRACTICE")

  /// The word in both languages, whatever the reader's: a print may come into anybody's hands.
  static let bothMarks = BilingualText(same: "\(mark.vietnamese) / \(mark.english)")

  /// The word with what it means.
  static let banner =
    bothMarks
    + BilingualText(
      vi: " – không phải việc thật; không có gì ở đây được gửi đi",
      en: " – not real work; nothing here is ever handed over")

  /// What stands in the place of how far the hand-over has come.
  static let state = BilingualText(
    vi: "Luyện tập: không có gì ở đây được gửi đi",
    en: "Practice: nothing here is ever handed over")

  /// What is said of what was just saved there.
  static let saved = BilingualText(
    vi: " Đây là luyện tập: không được gửi đi.", en: " This is practice: it is never handed over.")

  /// The way out.
  static let leave = BilingualText(vi: "Thôi luyện tập", en: "Leave practice")

  /// What stands around every page of it.
  static let frame = PageFrame.Practice(
    mark: mark, banner: banner, leaving: PageFrame.Link(PracticePage.leavingPath, leave))

  /// Said where somebody is chosen by hand.
  static let undecided = BilingualText(
    vi: "Chưa chuyển gì: hãy chọn từng hộ và từng người là ai trong sổ thật, hoặc ghi mới, và từng "
      + "buổi là buổi nào.",
    en:
      "Nothing was moved: choose for every household and person who they are in the real store, "
      + "or a new record, and for every session which one it is.")
}

extension LaptopRequest {
  /// How far what was just saved has come, behind the words that it was.
  var notSent: BilingualText {
    laptop.isPractice
      ? PracticeWords.saved
      : BilingualText(
        vi: " Chưa gửi về trung tâm.", en: " It is not sent to the centre yet.")
  }
}

extension PracticeMove.Plan {
  /// What goes and what stays behind, as everybody is told before anything is written.
  var words: BilingualText {
    let assists = journeys.reduce(0) { $0 + $1.assists.count }
    let dossiers = journeys.reduce(0) { $0 + $1.submissions.count }
    return BilingualText(
      vi: "Sẽ chuyển \(journeys.count) lượt thăm, \(assists) lượt hỗ trợ, \(dossiers) hồ sơ và "
        + "\(records.count) bản ghi khác về họ, cùng hộ và người của các lượt thăm đó. ",
      en: "Would move \(counted(journeys.count, "visit", "visits")), "
        + "\(counted(assists, "assist", "assists")), "
        + "\(counted(dossiers, "dossier", "dossiers")) and "
        + "\(counted(records.count, "other record", "other records")) about them, with the "
        + "households and residents of these visits. ") + sessionWords
  }

  /// What becomes of the sessions at which it was recorded.
  private var sessionWords: BilingualText {
    if losingSession > 0 {
      return BilingualText(
        vi:
          "\(losingSession) lượt thăm hoặc hồ sơ được ghi ở một buổi mà việc thật không có, nên sẽ "
          + "chuyển mà không thuộc buổi nào: muốn giữ, hãy ghi buổi đó vào việc thật trước (cùng loại, "
          + "ngày và thôn), rồi chuyển.",
        en: "\(counted(losingSession, "visit or dossier", "visits or dossiers")) of a session that "
          + "real work does not have would go without it: to keep it, record that session in real "
          + "work first (same kind, day and hamlet), then move.")
    }
    guard sessionChoices.isEmpty else {
      return BilingualText(
        vi: "Việc thật có nhiều buổi cùng loại, ngày và thôn: hãy chọn đó là buổi nào.",
        en: "Real work has several sessions of the same kind, day and hamlet: choose which one it "
          + "is.")
    }
    guard sessions.isEmpty else {
      return BilingualText(
        vi: "Lượt thăm ở một buổi thì vẫn thuộc buổi đó, vì việc thật đã có.",
        en: "Visits at a session stay with it: real work has it.")
    }
    return BilingualText(
      vi: "Buổi hỗ trợ và ai có mặt thì ở lại: hãy ghi lại chúng.",
      en: "Sessions and who was there stay: record them anew.")
  }
}

extension PracticeMove.Refusal {
  /// Why a visit stays in practice.
  var words: BilingualText {
    switch self {
    case .invented:
      BilingualText(
        vi: "Hộ hoặc người được giúp là bịa ra để tập: không chuyển được.",
        en: "The household or somebody helped is made up: it cannot be moved.")
    case .notHeld:
      BilingualText(
        vi: "Máy này không còn giữ địa bàn của thôn đó: không chuyển được.",
        en: "This laptop does not hold the area of that hamlet any more: it cannot be moved.")
    case .memberGone:
      BilingualText(
        vi: "Có thành viên không còn trong danh sách: không chuyển được.",
        en: "A member who took part is not known any more: it cannot be moved.")
    case .moved: BilingualText(vi: "Đã chuyển:", en: "Moved before:")
    }
  }
}

extension RecordTransfer.Refusal {
  /// Why nothing was moved.
  var words: BilingualText {
    switch self {
    case .unreadable:
      BilingualText(
        vi: "Chưa chuyển gì: có một giá trị không mở được trên máy này.",
        en: "Nothing was moved: a value cannot be opened on this laptop.")
    case .noteTooLong:
      BilingualText(
        vi: "Chưa chuyển gì: một ghi chú quá dài. Hãy rút ngắn ghi chú đó trong luyện tập trước.",
        en: "Nothing was moved: a note is too long. Make that note shorter in practice first.")
    }
  }
}

import FieldWork
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
    vi: "Chưa chuyển gì: hãy chọn từng hộ và từng người là ai trong sổ thật, hoặc ghi mới.",
    en:
      "Nothing was moved: choose for every household and person who they are in the real store, "
      + "or a new record.")
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

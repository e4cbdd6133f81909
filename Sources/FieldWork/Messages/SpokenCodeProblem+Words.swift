import Replica

extension SpokenCodeProblem {
  /// What is wrong with what was typed, and what to do.
  package var words: BilingualText {
    switch self {
    case .wrongLength(let expected, let found):
      let count = BilingualText(
        vi: found > expected ? "hơn \(expected)" : "\(found)",
        en: found > expected ? "more than \(expected)" : "\(found)")
      return BilingualText(
        vi: "Cần \(expected) ký tự, ở đây có \(count.vietnamese); chưa thay đổi gì. "
          + "Hãy đọc lại từng nhóm.",
        en: "It has \(expected) characters; this has \(count.english). Nothing was changed. "
          + "Read it again group by group.")
    case .badCharacter(let position):
      return BilingualText(
        vi: "Ký tự thứ \(position) không có trong mã nào; chưa thay đổi gì. Hãy đọc lại nhóm thứ "
          + "\((position + 3) / 4).",
        en: "Character \(position) is in no code; nothing was changed. Read group "
          + "\((position + 3) / 4) again.")
    case .checkMismatch:
      return BilingualText(
        vi: "Có ký tự đọc hoặc gõ nhầm; chưa thay đổi gì. Hãy đọc lại từng nhóm.",
        en: "A character was misread or mistyped; nothing was changed. "
          + "Read it again group by group.")
    }
  }
}

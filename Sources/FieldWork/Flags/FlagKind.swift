import SyncProtocol

/// What makes a visit worth a second look. A flag advises; it changes no count and accuses nobody.
/// Raw values stand in addresses and in `--json`.
package enum FlagKind: String, CaseIterable, Sendable {
  /// Fewer minutes than the assists can have taken.
  case tooFast = "too-fast"
  /// More visits of one member in a day than one can make.
  case tooMany = "too-many"
  /// One dossier code or receipt number proves assists of several visits.
  case sameEvidence = "same-evidence"
  /// Begun in the night.
  case oddHours = "odd-hours"
  /// Dated after the day on which it was written.
  case futureDate = "future-date"
  /// One member wrote the same words in several visits.
  case copiedText = "copied-text"
  /// Nobody was met at most of a member's many visits of a day.
  case nobodyHome = "nobody-home"

  /// What people call it.
  package var words: BilingualText {
    switch self {
    case .tooFast: BilingualText(vi: "quá nhanh", en: "too fast")
    case .tooMany: BilingualText(vi: "quá nhiều trong ngày", en: "too many a day")
    case .sameEvidence: BilingualText(vi: "trùng bằng chứng", en: "same evidence twice")
    case .oddHours: BilingualText(vi: "giờ bất thường", en: "odd hours")
    case .futureDate: BilingualText(vi: "ngày trong tương lai", en: "future date")
    case .copiedText: BilingualText(vi: "chữ giống hệt nhau", en: "copied text")
    case .nobodyHome: BilingualText(vi: "nhiều lượt vắng nhà", en: "often nobody home")
    }
  }

  /// Why it is flagged, with the threshold.
  package var reason: BilingualText {
    switch self {
    case .tooFast:
      BilingualText(
        vi: "thời gian ghi ngắn hơn \(FlagRules.minutesPerAssist) phút cho mỗi lượt hỗ trợ",
        en: "fewer than \(FlagRules.minutesPerAssist) minutes for each assist")
    case .tooMany:
      BilingualText(
        vi: "một thành viên có hơn \(FlagRules.visitsPerDay) lượt thăm trong một ngày",
        en: "more than \(FlagRules.visitsPerDay) visits of one member in a day")
    case .sameEvidence:
      BilingualText(
        vi: "một mã hồ sơ hay số biên lai đứng ở nhiều lượt thăm",
        en: "one dossier code or receipt number stands in several visits")
    case .oddHours:
      BilingualText(
        vi: "bắt đầu từ \(FlagRules.nightFromHour) giờ đêm đến trước \(FlagRules.nightToHour) giờ "
          + "sáng",
        en: "begun from \(FlagRules.nightFromHour):00 to before \(FlagRules.nightToHour):00")
    case .futureDate:
      BilingualText(
        vi: "ngày thăm sau ngày ghi vào máy", en: "dated after the day on which it was written")
    case .copiedText:
      BilingualText(
        vi:
          "cùng một ghi chú, dài từ \(FlagRules.noteCharacters) ký tự, ở từ \(FlagRules.copies) lượt "
          + "thăm của một thành viên",
        en: "the same note of \(FlagRules.noteCharacters) characters or more in "
          + "\(FlagRules.copies) or more visits of one member")
    case .nobodyHome:
      BilingualText(
        vi:
          "từ \(FlagRules.emptyPercent) % trong ít nhất \(FlagRules.emptyVisits) lượt của một ngày "
          + "không gặp ai",
        en: "nobody met at \(FlagRules.emptyPercent) % or more of at least "
          + "\(FlagRules.emptyVisits) visits of a day")
    }
  }

  /// What to look at before anybody is asked.
  package var advice: BilingualText {
    switch self {
    case .tooFast:
      BilingualText(
        vi: "Xem số phút có bị gõ thiếu, hoặc nhiều người cùng làm một lúc.",
        en: "See whether the minutes were mistyped, or several people were helped at once.")
    case .tooMany:
      BilingualText(
        vi: "Xem có phải buổi tập trung, hay phiếu giấy của nhiều ngày nhập cùng một ngày.",
        en: "See whether it was a session for many, or paper of several days entered as one.")
    case .sameEvidence:
      BilingualText(
        vi: "Mở các lượt kia: có thể một hồ sơ cho nhiều người, hoặc ghi một việc hai lần.",
        en: "Open the others: one dossier for several people, or one piece of work entered twice.")
    case .oddHours:
      BilingualText(
        vi: "Xem giờ có gõ nhầm sáng với chiều, hoặc đồng hồ máy sai.",
        en: "See whether morning and afternoon were mixed up, or the laptop's clock is wrong.")
    case .futureDate:
      BilingualText(
        vi: "Xem ngày có gõ nhầm; lượt hẹn thì ghi vào ngày hẹn.",
        en: "See whether the day was mistyped; what is planned belongs to the day to come back on.")
    case .copiedText:
      BilingualText(
        vi: "Đọc vài ghi chú: có thể là câu mẫu của tổ; hỏi người ghi về một lượt cụ thể.",
        en: "Read some of them: it may be the team's own phrase; ask about one visit.")
    case .nobodyHome:
      BilingualText(
        vi: "Xem giờ đi: có thể cả thôn đi làm; nên hẹn buổi tối hay thứ Bảy.",
        en: "See the hours: the hamlet may be at work; evenings or Saturdays may do better.")
    }
  }
}

/// A visit that is flagged, and by what.
package struct Flag: Hashable, Sendable {
  /// By which rule.
  package let kind: FlagKind
  /// The visit.
  package let visit: RowID
  /// The number that the rule found: minutes, visits, copies, a percentage; nil where none says more.
  package let number: Int?

  /// A flag.
  package init(_ kind: FlagKind, _ visit: RowID, _ number: Int? = nil) {
    self.kind = kind
    self.visit = visit
    self.number = number
  }
}

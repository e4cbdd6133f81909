/// A rule of entry that something written by a laptop breaks: the details of `rule-broken`, which are
/// stable and stand in review rows.
package enum EntryRule: String, Sendable, CaseIterable {
  /// A run of digits in free text that may be a personal id.
  case personalIDInText = "personal-id-in-text"
  /// The last digits or the hash of a personal id in another form.
  case personalIDForm = "personal-id-form"
  /// A number that stands for no choice, or a link of a kind that laptops do not write.
  case unknownChoice = "unknown-choice"
  /// A service that the catalogue does not know.
  case unknownService = "unknown-service"
  /// A number below zero.
  case negative
  /// A number that no form takes.
  case numberOutOfRange = "number-out-of-range"
  /// A text longer than any form takes.
  case textTooLong = "text-too-long"

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .personalIDInText:
      BilingualText(
        vi: "có số định danh cá nhân trong ô chữ", en: "a personal id stands in free text")
    case .personalIDForm:
      BilingualText(vi: "số định danh lưu sai dạng", en: "a personal id in the wrong form")
    case .unknownChoice:
      BilingualText(vi: "lựa chọn không có trong danh mục", en: "a choice that does not exist")
    case .unknownService:
      BilingualText(
        vi: "thủ tục, dịch vụ không có trong danh mục", en: "a service that is not on file")
    case .negative: BilingualText(vi: "số âm", en: "a number below zero")
    case .numberOutOfRange: BilingualText(vi: "số ngoài giới hạn", en: "a number out of bounds")
    case .textTooLong: BilingualText(vi: "chữ quá dài", en: "a text that is too long")
    }
  }
}

/// On which side a date lies that can hardly be right: the details of `doubtful-date`.
package enum DoubtfulSide: String, Sendable, CaseIterable {
  /// Before any team existed.
  case early
  /// Later than a slip of a clock explains.
  case late

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .early: BilingualText(vi: "ngày quá xa trong quá khứ", en: "a date too far in the past")
    case .late: BilingualText(vi: "ngày quá xa trong tương lai", en: "a date too far in the future")
    }
  }
}

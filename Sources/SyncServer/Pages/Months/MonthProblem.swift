import FieldWork

/// What stands where a month is asked for and is none.
struct MonthProblem: CentreProblem {
  /// What was asked for.
  let typed: String
  /// The day on which it was.
  let today: LocalDate

  var code: String { "month-unreadable" }
  var category: ErrorCategory { .userError }

  var words: BilingualText {
    let present = Period(.month, holding: today)
    let former = present?.previous ?? present
    let named = former.map(\.description) ?? ""
    return BilingualText(
      vi: "“\(typed)” không phải là một tháng; chưa đổi gì. Một tháng viết như \(named), hoặc "
        + "\(named)@14 cho tháng tính đến hết ngày 14. Xem được mọi tháng đến "
        + "\(present?.label(.vietnamese).lowercased() ?? ""); chốt được tháng đã hết. Danh sách ở trang "
        + "\(MonthWords.title.vietnamese).",
      en: "“\(typed)” is no month; nothing was changed. A month is written like \(named), or "
        + "\(named)@14 for one that ends with its 14th day. Every month up to "
        + "\(present?.label(.english) ?? "") can be looked at, and closed once it is over. They are "
        + "listed on the page \(MonthWords.title.english).")
  }
}

import FieldWork
import Pages
import Web

/// The question of a visit's form about a day on which the household has a visit already: most often
/// it is the same one, recorded twice.
struct SecondVisitQuestion: VisitQuestion {
  static let part = "second-visit"
  static let confirms = "save-second-visit"
  static let confirmedField = "second_visit_right"
  static let yes = BilingualText(
    vi: "Đây là lượt khác, lưu", en: "This is another visit, save")
  static let no = BilingualText(vi: "Sai ngày: sửa ở dưới", en: "Wrong day: change it below")
  private static let listed = 5

  private let form: VisitForm
  var draft: PageDraft { form.draft }

  init(_ form: VisitForm) { self.form = form }

  /// A line of a day sheet is a visit of its own, and so is what somebody took off its line.
  private var isOfLine: Bool {
    !(draft["paper"] ?? "").isEmpty || LineEntered.isDecided(draft)
  }

  private func visits() throws -> [Visit] {
    guard !isOfLine, let typed = draft["date"], let date = try? Format.parseDate(typed) else {
      return []
    }
    return try form.request.reader.visits(
      household: form.household.id, in: Period(from: date, to: date),
      page: RecordPage(limit: Self.listed))
  }

  func words() throws -> QuestionWords? {
    guard let date = try visits().first?.date else { return nil }
    let day = Format.date(date)
    return (
      BilingualText(
        vi: "Hộ này đã có lượt thăm ngày \(day). Nếu là cùng một lượt thì mở lượt đó và ghi thêm "
          + "vào; những gì gõ ở đây vẫn được giữ.",
        en: "This household has a visit on \(day) already. If it is the same one, open that and "
          + "add to it; what is typed here is kept."),
      BilingualText(
        vi: "hộ này đã có lượt thăm ngày đó; là lượt khác?",
        en: "the household has a visit on that day; is this another?")
    )
  }

  func way(_ language: Language) throws -> HTML {
    try element("ul") {
      for visit in try visits() {
        try element("li") {
          try form.request.reader.namedLink(visit.id, .visit, language)
          if let start = visit.startMinute { " · " + Format.time(minuteOfDay: start) }
        }
      }
    }
  }
}

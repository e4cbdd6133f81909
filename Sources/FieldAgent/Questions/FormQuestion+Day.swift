import FieldWork
import SyncProtocol

extension FormQuestion {
  /// The question about the day of a visit that lies far back or ahead.
  ///
  /// - Parameters:
  ///   - typed: the day as typed; one that cannot be read is told by its field.
  ///   - printed: the day of the sheet from which it is entered: days since then are plain.
  static func day(
    _ typed: String?, visitTo household: RowID?, sheetOf printed: LocalDate? = nil,
    _ source: QuestionSource
  ) -> FormQuestion {
    FormQuestion(kind: .day) {
      let question = try source.records.dateQuestion(
        ofVisit: typed, to: household, clock: source.clock)
      guard let question else { return [] }
      if let printed, !question.isAhead, question.date >= printed { return [] }
      return [
        FormDoubt(
          subject: question.date.iso, field: ("date", FieldLabel.words(of: "date")),
          words: question.words, short: question.shortWords)
      ]
    }
  }

  private static let listedVisits = 5

  /// The question about a day on which the household has a visit already: most often it is the same
  /// one, recorded twice.
  ///
  /// - Parameters:
  ///   - typed: the day as typed.
  ///   - own: visits that nobody wonders about, such as the one that is changed.
  ///   - advice: what to do where it is the same one.
  static func secondVisit(
    _ typed: String?, to household: RowID?, besides own: [RowID] = [], _ advice: SameVisit,
    _ source: QuestionSource
  ) -> FormQuestion {
    FormQuestion(kind: .secondVisit) {
      guard let household, let typed, let date = try? Format.parseDate(typed) else { return [] }
      let visits = try source.records.reader.visits(
        household: household, in: Period(from: date, to: date),
        page: RecordPage(limit: listedVisits + own.count)
      ).filter { !own.contains($0.id) }
      guard !visits.isEmpty else { return [] }
      let day = Format.date(date)
      return [
        FormDoubt(
          subject: date.iso, field: ("date", FieldLabel.words(of: "date")),
          words: BilingualText(
            vi: "Hộ này đã có lượt thăm ngày \(day). ",
            en: "This household has a visit on \(day) already. ")
            + advice.words,
          short: BilingualText(
            vi: "hộ này đã có lượt thăm ngày đó; là lượt khác?",
            en: "the household has a visit on that day; is this another?"),
          rows: visits.map(\.id))
      ]
    }
  }
}

/// What to do with a visit that is on record already.
enum SameVisit {
  /// A form keeps what is typed while the other one is looked at.
  case inForm
  /// A saved visit becomes like another one.
  case ofChange
  /// A line of a day sheet stays on paper.
  case onPaper
  /// A command keeps nothing.
  case inCommand

  fileprivate var words: BilingualText {
    switch self {
    case .inForm:
      BilingualText(
        vi: "Nếu là cùng một lượt thì mở lượt đó và ghi thêm vào; những gì gõ ở đây vẫn được giữ.",
        en: "If it is the same one, open that and add to it; what is typed here is kept.")
    case .ofChange:
      BilingualText(
        vi: "Nếu là cùng một lượt thì giữ một bản và hủy bản kia; những gì gõ ở đây vẫn được giữ.",
        en: "If it is the same one, keep one of the two and void the other; what is typed here is "
          + "kept.")
    case .onPaper:
      BilingualText(
        vi: "Nếu là cùng một lượt thì đừng nhập nữa: gạch bỏ dòng này ở dưới.",
        en: "If it is the same one, do not enter it again: strike this line out below.")
    case .inCommand:
      BilingualText(
        vi: "Nếu là cùng một lượt thì đừng ghi lần nữa: sửa lượt đó, hoặc ghi lượt hỗ trợ vào đó.",
        en: "If it is the same one, do not record it again: change that one, or add assists to it.")
    }
  }
}

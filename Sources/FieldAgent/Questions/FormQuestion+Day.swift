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
  ///   - isChange: whether a visit that was saved before is changed.
  static func secondVisit(
    _ typed: String?, to household: RowID?, besides own: [RowID] = [], isChange: Bool = false,
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
            + (isChange ? oneTooMany : addToIt),
          short: BilingualText(
            vi: "hộ này đã có lượt thăm ngày đó; là lượt khác?",
            en: "the household has a visit on that day; is this another?"),
          rows: visits.map(\.id))
      ]
    }
  }

  private static let addToIt = BilingualText(
    vi: "Nếu là cùng một lượt thì mở lượt đó và ghi thêm vào; những gì gõ ở đây vẫn được giữ.",
    en: "If it is the same one, open that and add to it; what is typed here is kept.")
  private static let oneTooMany = BilingualText(
    vi: "Nếu là cùng một lượt thì giữ một bản và hủy bản kia; những gì gõ ở đây vẫn được giữ.",
    en: "If it is the same one, keep one of the two and void the other; what is typed here is kept."
  )
}

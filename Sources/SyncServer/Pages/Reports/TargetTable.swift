import FieldWork
import Listings
import Pages

/// What was to be reached, and what is.
struct TargetTable {
  private let targets: [TargetProgress]

  init(_ targets: [TargetProgress]) { self.targets = targets }

  func table(_ language: Language) -> PageTable {
    PageTable(
      RatePageWords.targets,
      columns: [
        .text(RatePageWords.name), .text(RatePageWords.place), .text(ReportWords.period),
        .number(RatePageWords.aim), .number(RatePageWords.value), .text(RatePageWords.verdict),
        .text(RatePageWords.note),
      ],
      rows: targets.map { target in
        let words = RateWords(target.form, target.result, language)
        let mark: StateMark =
          target.isReached.map { $0 ? .good : .attention } ?? .missing
        return PageTable.Row([
          .text(target.words.text(in: language)), .text(target.place.text(in: language)),
          .text(target.period.label(language)), .text(target.aim(language)),
          PageTable.cell(words.value, detail: words.quotient.isEmpty ? nil : words.quotient),
          mark.html(target.verdict.text(in: language)), .text(words.note),
        ])
      }, empty: RatePageWords.none)
  }
}

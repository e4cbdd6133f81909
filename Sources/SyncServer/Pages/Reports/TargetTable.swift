import FieldWork
import Listings
import Pages
import Web

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
        let line = RateLine(target)
        let value =
          line.hasRecords
          ? HTML.group {
            element("a", ["href": RateRecordsPage.path(of: target)]) { words.value }
            if !words.quotient.isEmpty { element("span", ["class": "detail"]) { words.quotient } }
          } : PageTable.cell(words.value, detail: words.quotient.isEmpty ? nil : words.quotient)
        return PageTable.Row([
          .text(target.words.text(in: language)), .text(target.place.text(in: language)),
          .text(target.period.label(language)), .text(target.aim(language)),
          value, mark.html(target.verdict.text(in: language)), .text(words.note),
        ])
      }, empty: RatePageWords.none)
  }
}

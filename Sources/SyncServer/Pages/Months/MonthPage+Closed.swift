import FieldWork
import Listings
import Pages
import SyncProtocol
import Web

// A closed month.

extension MonthPage {
  static func closed(
    _ closing: MonthClosing, _ request: PageRequest, _ problem: BilingualText?
  ) throws -> HTML {
    let language = request.language
    let numbers = MonthNumbers(month: closing.month, unit: closing.unit, language: language)
    let (record, adjustment, now) = try request.centre.read { reader in
      (
        try reader.record(of: closing), try reader.adjustment(of: closing),
        try reader.numbers(of: closing.month, unit: closing.unit)
      )
    }
    return try HTML.group {
      panel(id: "closing") {
        facts(
          [
            (MonthWords.closedAt, closing.when ?? "–"),
            (MonthWords.closedBy, closing.closedBy ?? "–"),
            (MonthWords.reported, "\(closing.checklist.reported)/\(closing.checklist.laptops)"),
            (MonthWords.note, closing.note),
          ], language)
        checklist(closing.checklist, of: closing.month, isNow: false, language)
        unseen(closing.checklist, language)
        element("p", ["class": "actions"]) {
          element("a", ["href": summaryAddress(closing)]) { MonthWords.download.text(in: language) }
        }
        element("p", ["class": "table-note"]) { MonthWords.check.text(in: language) }
      }
      panel(id: "numbers", MonthWords.asClosed.text(in: language)) {
        if let total = record.total { numbers.figures(total, now: now) }
      }
      panel(id: "late", MonthWords.since.text(in: language)) {
        if adjustment.changes.isEmpty {
          element("p") { MonthWords.unchanged.text(in: language) }
        } else {
          element("p") { MonthWords.asOfNow.text(in: language) }
          numbers.figures(now, now: now)
          AdjustmentTable(adjustment, isNow: true).html(language)
        }
        for report in record.later {
          element("p") { MonthWords.reportedWith(report.by).text(in: language) }
          AdjustmentTable(report.adjustment, isNow: false).html(language)
        }
      }
      if !record.carried.isEmpty {
        panel(id: "carried", MonthWords.adjustments.text(in: language)) {
          for adjustment in record.carried {
            AdjustmentTable(adjustment, isNow: false).html(language)
          }
        }
      }
      try history(of: closing.month, closing.unit, request)
      panel(id: "reopen", MonthWords.reopen.text(in: language)) {
        PageForm(
          action: action("reopen", closing.month), formToken: request.formToken,
          submit: MonthWords.reopen, problem: problem
        ).html(language) {
          if let unit = closing.unit {
            hidden(MonthListPage.unitName, unit)
          }
          PageField(
            reasonName, MonthWords.reason, value: request.form[reasonName] ?? "",
            isRequired: true
          ).html(language)
        }
      }
    }
  }

  private static func summaryAddress(_ closing: MonthClosing) -> String {
    let path = action("summary", closing.month)
    guard let unit = closing.unit else { return path }
    let item = NamedValues.Item(name: MonthListPage.unitName, value: unit)
    return "\(path)?\(NamedValues([item]).encoded)"
  }

  private static func unseen(
    _ checklist: MonthClosing.Checklist, _ language: Language
  ) -> HTML {
    let words = ClosingReport.unseenWords(checklist)
    guard !words.isEmpty else { return .empty }
    return HTML.group {
      element("p") { MonthWords.unseen.text(in: language) }
      element("ul") { for line in words { element("li") { line.text(in: language) } } }
    }
  }

  /// Closings of the month that were opened again, with the reason: everybody who reads the numbers may
  /// read why they changed.
  static func history(
    of month: Period, _ unit: String?, _ request: PageRequest
  ) throws -> HTML {
    let language = request.language
    let earlier = try request.centre.read { reader in
      try reader.closings().filter { $0.month == month && $0.unit == unit && !$0.isStanding }
        .map { ($0, try reader.record(of: $0).total) }
    }
    guard !earlier.isEmpty else { return .empty }
    let numbers = MonthNumbers(month: month, unit: unit, language: language)
    return panel(id: "history", MonthWords.history.text(in: language)) {
      for (closing, total) in earlier {
        facts(
          [
            (MonthWords.closedAt, closing.when ?? "–"),
            (MonthWords.closedBy, closing.closedBy ?? "–"),
            (MonthWords.reopenedBy, closing.reopenedBy), (MonthWords.why, closing.reopenReason),
          ], language)
        if let total { numbers.figures(total, now: nil) }
      }
    }
  }

  /// That the month is closed for others whose work is in these numbers, or in whose numbers this work
  /// is.
  static func closedBeside(
    _ month: Period, _ unit: String?, _ request: PageRequest
  ) throws -> [BilingualText] {
    try request.centre.read { reader in
      try reader.closings().filter { closing in
        closing.isStanding && closing.unit != unit && (closing.unit == nil || unit == nil)
          && closing.month.from <= month.to && month.from <= closing.month.to
      }.map(MonthWords.closedBeside)
    }
  }
}

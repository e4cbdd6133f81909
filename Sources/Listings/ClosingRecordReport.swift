import CommandLine
import FieldWork
import SyncProtocol

/// What closings reported of one month and of others.
extension ClosingReport {
  /// What a closing said of earlier months, and what later ones said of its month.
  package static func words(_ record: ClosingRecord) -> [BilingualText] {
    record.carried.flatMap { adjustment in
      [
        BilingualText(vi: "Báo cáo kèm lần chốt này:", en: "Reported with this closing:")
      ] + words(adjustment)
    } + record.later.flatMap(words)
  }

  /// What whoever closes a month anew must know: the new report stands in place of these.
  package static func words(replacing record: ClosingRecord) -> [BilingualText] {
    let month = record.closing.month
    let head = BilingualText(
      vi: "\(month.label(.vietnamese)) đã chốt trước đây (\(record.closing.when ?? "–")) rồi mở "
        + "lại: lần chốt này thay cho lần đó",
      en: "\(month.label(.english)) was closed before (\(record.closing.when ?? "–")) and opened "
        + "again: this closing replaces that one")
    guard !record.later.isEmpty else {
      return [head + BilingualText(same: ".")]
    }
    return [
      head
        + BilingualText(
          vi: ", và thay cả những gì đã báo cáo về tháng này sau đó; đừng cộng thêm nữa:",
          en: ", and what was reported of the month since; do not add that again:")
    ] + record.later.flatMap(words)
  }

  /// A later report with stable keys.
  package static func json(_ report: ClosingRecord.Report) -> JSONValue {
    ["closing": json(report.by), "adjustment": json(report.adjustment)]
  }

  private static func words(_ report: ClosingRecord.Report) -> [BilingualText] {
    let by = report.by
    return [
      BilingualText(
        vi: "Báo cáo sau đó, cùng lần chốt \(by.month.label(.vietnamese)) (\(by.when ?? "–")):",
        en: "Reported later, with the closing of \(by.month.label(.english)) (\(by.when ?? "–")):")
    ] + words(report.adjustment)
  }
}

import CommandLine
import FieldWork

/// What a decision or a restored value did, or would do.
package struct SettlementReport: Sendable {
  private let settlement: Settlement
  private let isDryRun: Bool

  init(_ settlement: Settlement, isDryRun: Bool) {
    self.settlement = settlement
    self.isDryRun = isDryRun
  }

  /// Writes it.
  package func write(to console: Console) {
    let language = console.language
    if console.isJSON {
      console.json([
        "dry_run": .bool(isDryRun), "code": .text(settlement.codeText),
        "field": .text(settlement.fieldName), "value": .text(settlement.value.text(in: language)),
        "replaced": .array(settlement.replaced.map { .text($0.text(in: language)) }),
      ])
      return
    }
    let place =
      "\(settlement.recordWords.text(in: language)) \(settlement.codeText) · "
      + settlement.fieldWords.text(in: language)
    let value = settlement.value.text(in: language)
    console.say(
      isDryRun
        ? BilingualText(
          vi: "Xem thử, chưa ghi gì. \(place) sẽ là: \(value)",
          en: "A preview: nothing was written. \(place) would be: \(value)")
        : BilingualText(vi: "Đã ghi. \(place): \(value)", en: "Written. \(place): \(value)"))
    for replaced in settlement.replaced {
      let words = replaced.text(in: language)
      console.say(BilingualText(vi: "  thay cho: \(words)", en: "  in place of: \(words)"))
    }
    if !isDryRun {
      console.say(
        BilingualText(
          vi: "Quyết định này đi tới mọi máy khi gửi nhận; giá trị trước vẫn xem và lấy lại được "
            + "bằng “history \(settlement.codeText)”.",
          en: "Every laptop learns of it with its next sync; the earlier values can be seen and "
            + "taken back with “history \(settlement.codeText)”."))
    }
  }
}

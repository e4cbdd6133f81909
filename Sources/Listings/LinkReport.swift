import CommandLine
import FieldWork
import SyncProtocol

/// What was said of two records.
package struct LinkReport: Sendable {
  /// Their codes.
  let codes: [String]
  /// What is said of them now; nil for nothing.
  let said: RowLink.Kind?
  /// How the number of distinct residents changes; nil where no count does.
  let effect: LinkEffect?
  /// Whether it was only asked what would happen.
  let isDryRun: Bool

  /// Says it.
  package func write(to console: Console) {
    if console.isJSON {
      return console.json([
        "codes": .array(codes.map { .text($0) }), "link": .text(orNull: said?.name),
        "dry_run": .bool(isDryRun), "residents_before": Self.json(effect?.before),
        "residents_after": Self.json(effect?.after),
      ])
    }
    if let effect { console.say(effect.words) }
    if isDryRun {
      return console.say(
        BilingualText(
          vi: "Mới chỉ xem thử: chưa đổi gì. Lượt hỗ trợ, lượt thăm và hồ sơ giữ nguyên trong mọi "
            + "trường hợp. Làm thật: bỏ --dry-run.",
          en: "This was a preview: nothing was changed. Assists, visits and dossiers stay in any "
            + "case. To do it leave out --dry-run."))
    }
    sayDone(console)
  }

  private static func json(_ range: ClosedRange<Int>?) -> JSONValue {
    range.map { ["least": .integer(Int64($0.lowerBound)), "most": .integer(Int64($0.upperBound))] }
      ?? .null
  }

  private func sayDone(_ console: Console) {
    guard let said else {
      return console.say(
        BilingualText(
          vi: "Đã bỏ mối nối giữa \(codes[0]) và \(codes[1]); hai bản ghi vẫn còn nguyên.",
          en: "The link of \(codes[0]) and \(codes[1]) is gone; both records stay."))
    }
    console.say(
      BilingualText(
        vi: "Đã lưu: \(codes[0]) \(said.words.vietnamese) \(codes[1]). Hai bản ghi vẫn còn nguyên; "
          + "bỏ mối nối bằng lệnh unlink.",
        en: "Saved: \(codes[0]) is \(said.words.english) \(codes[1]). Both records stay; unlink "
          + "takes it back."))
  }
}

import CommandLine
import FieldWork
import SyncProtocol

/// What was said of two records.
package struct LinkReport: Sendable {
  /// Their codes.
  let codes: [String]
  /// What is said of them now; nil for nothing.
  let said: RowLink.Kind?

  /// Says it.
  package func write(to console: Console) {
    if console.isJSON {
      return console.json([
        "codes": .array(codes.map { .text($0) }), "link": .text(orNull: said?.name),
      ])
    }
    guard let said else {
      return console.say(
        Words(
          vi: "Đã bỏ mối nối giữa \(codes[0]) và \(codes[1]); hai bản ghi vẫn còn nguyên.",
          en: "The link of \(codes[0]) and \(codes[1]) is gone; both records stay."))
    }
    console.say(
      Words(
        vi: "Đã lưu: \(codes[0]) \(said.words.vietnamese) \(codes[1]). Hai bản ghi vẫn còn nguyên; "
          + "bỏ mối nối bằng lệnh unlink.",
        en: "Saved: \(codes[0]) is \(said.words.english) \(codes[1]). Both records stay; unlink "
          + "takes it back."))
  }
}

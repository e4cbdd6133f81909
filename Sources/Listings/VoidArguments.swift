import CommandLine
import FieldWork

/// What the commands that take a record back have in common, in both programs.
package enum VoidArguments {
  /// `--reason` and `--undo`.
  package static let list: [Argument] = [
    .option("reason", "TEXT", BilingualText(vi: "lý do", en: "why")),
    .flag("undo", BilingualText(vi: "bỏ việc hủy", en: "take the voiding back")),
  ]

  /// What the command does.
  package static func abstract(_ what: BilingualText) -> BilingualText {
    BilingualText(
      vi: "hủy \(what.vietnamese) ghi nhầm, hoặc bỏ việc hủy",
      en: "take back a mistaken \(what.english), or undo that")
  }

  /// The reason that was typed; nil to take a void back.
  package static func reason(_ invocation: Invocation) throws -> String? {
    let reason = invocation.text("reason")
    guard invocation.flag("undo") else { return reason ?? "" }
    guard reason == nil else {
      throw Failure(
        "void-both-ways", .userError,
        BilingualText(
          vi: "Chỉ dùng một trong --reason và --undo; chưa lưu gì.",
          en: "Use one of --reason and --undo; nothing was saved."))
    }
    return nil
  }

  /// Says what became of it.
  package static func answer(
    code: String, id: Int64, _ what: BilingualText, isUndone: Bool, _ console: Console
  ) {
    if console.isJSON {
      console.json([
        "code": .text(code), "id": .text(String(id)), "voided": .bool(!isUndone), "warnings": [],
      ])
    } else if isUndone {
      console.say(
        BilingualText(
          vi: "Đã bỏ việc hủy \(what.vietnamese) \(code); lại được tính.",
          en: "No longer voided: \(what.english) \(code); it counts again."))
    } else {
      console.say(
        BilingualText(
          vi: "Đã hủy \(what.vietnamese) \(code); vẫn xem được, không còn tính nữa.",
          en: "Voided: \(what.english) \(code); it stays readable and counts no more."))
    }
  }
}

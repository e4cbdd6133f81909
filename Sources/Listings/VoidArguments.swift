import CommandLine
import FieldWork

/// What the commands that take a record back have in common, in both programs.
package enum VoidArguments {
  /// `--reason` and `--undo`.
  package static let list: [Argument] = [
    .option("reason", "TEXT", BilingualText(vi: "lý do", en: "why")),
    .flag("undo", BilingualText(vi: "bỏ việc hủy", en: "take the voiding back")),
  ]

  /// `--dry-run`, where the effect on the counts can be shown.
  package static let dryRun = Argument.flag(
    "dry-run",
    BilingualText(
      vi: "chỉ cho xem số liệu đổi ra sao, không ghi gì",
      en: "only show what it does to the counts"))

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

  /// A code that names no dossier of the record.
  package static func notItsDossier(_ text: String) -> Failure {
    Failure(
      "void-other-dossier", .userError,
      BilingualText(
        vi: "\(text.prefix(64)) không phải hồ sơ đang có hiệu lực của bản ghi này; chưa lưu gì. "
          + "Dùng --dry-run để xem các hồ sơ của nó.",
        en: "\(text.prefix(64)) is no standing dossier of this record; nothing was saved. "
          + "--dry-run names its dossiers."))
  }

  /// A dossier that is to stay and to be voided.
  package static var dossierBothWays: Failure {
    Failure(
      "void-dossier-both-ways", .userError,
      BilingualText(
        vi: "Một hồ sơ vừa ở --keep-dossier vừa ở --void-dossier; chưa lưu gì.",
        en: "A dossier is named by --keep-dossier and by --void-dossier; nothing was saved."))
  }

  /// What is to be looked at again.
  package struct Warning: Sendable {
    /// The stable code.
    let code: String
    /// What people read.
    package let words: BilingualText

    /// A warning.
    package init(code: String, words: BilingualText) {
      self.code = code
      self.words = words
    }
  }

  /// Says what became of it, and what that did to the counts.
  ///
  /// - Parameter effect: nil for records that the counts do not ask about.
  package static func answer(
    code: String, id: Int64, _ what: BilingualText, isUndone: Bool, effect: VoidEffect? = nil,
    isDryRun: Bool = false, warnings: [Warning] = [], _ console: Console
  ) {
    guard !console.isJSON else {
      return console.json(
        .object(
          [
            .init("code", .text(code)), .init("id", .text(String(id))),
            .init("voided", .bool(isUndone == isDryRun)), .init("dry_run", .bool(isDryRun)),
          ]
            + (effect.map {
              [
                .init("counts_before", json($0.before)), .init("counts_after", json($0.after)),
                .init("counting_on", .array($0.standing.map { .text($0) })),
                .init("dossiers_with_it", .array($0.along.map { .text($0) })),
              ]
            } ?? []) + [.init("warnings", json(warnings))]))
    }
    console.say(words(code, what, isUndone: isUndone, isDryRun: isDryRun))
    if let effect { console.say(effect.words) }
    for warning in warnings { console.note(warning.words) }
    if isDryRun {
      console.note(BilingualText(vi: "Chưa ghi gì.", en: "Nothing was written."))
    }
  }

  /// The warnings for programs.
  package static func json(_ warnings: [Warning]) -> JSONValue {
    .array(warnings.map { ["code": .text($0.code)] })
  }

  private static func words(
    _ code: String, _ what: BilingualText, isUndone: Bool, isDryRun: Bool
  ) -> BilingualText {
    switch (isUndone, isDryRun) {
    case (true, false):
      BilingualText(
        vi: "Đã bỏ việc hủy \(what.vietnamese) \(code).",
        en: "No longer voided: \(what.english) \(code).")
    case (false, false):
      BilingualText(
        vi: "Đã hủy \(what.vietnamese) \(code); vẫn xem được.",
        en: "Voided: \(what.english) \(code); it stays readable.")
    case (true, true):
      BilingualText(
        vi: "Nếu bỏ việc hủy \(what.vietnamese) \(code):",
        en: "If \(what.english) \(code) were no longer voided:")
    case (false, true):
      BilingualText(
        vi: "Nếu hủy \(what.vietnamese) \(code):", en: "If \(what.english) \(code) were voided:")
    }
  }

  private static func json(_ numbers: VoidEffect.Numbers) -> JSONValue {
    [
      "visits": .integer(Int64(numbers.visits)), "assists": .integer(Int64(numbers.assists)),
      "residents": .integer(Int64(numbers.residents)),
      "submissions": .integer(Int64(numbers.submissions)),
    ]
  }
}

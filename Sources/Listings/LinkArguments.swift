import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// `resident link`, `household unlink` and the like: what both programs take, say and do.
package enum LinkArguments {
  /// Two codes, and what is said of them.
  package static let link =
    unlink + [
      .flag("same", BilingualText(vi: "cùng là một (mặc định)", en: "they are one (the default)")),
      .flag(
        "not-same", BilingualText(vi: "là hai, đừng hỏi lại", en: "they are two; do not ask again")),
    ]

  /// Two codes.
  package static let unlink: [Argument] = [
    .positional("code", BilingualText(vi: "mã thứ nhất", en: "the first code")),
    .positional("other", BilingualText(vi: "mã thứ hai", en: "the second code")),
    .flag(
      "dry-run",
      BilingualText(vi: "chỉ xem số đếm sẽ đổi ra sao", en: "only show how the counts would change")
    ),
  ]

  /// What `--help` says of linking.
  package static func abstract(_ kind: RecordCode.Kind, isLink: Bool) -> BilingualText {
    if !isLink { return BilingualText(vi: "bỏ mối nối giữa hai bản ghi", en: "take a link back") }
    return kind == .resident
      ? BilingualText(
        vi: "hai bản ghi là một người, hoặc là hai", en: "say two records are one person")
      : BilingualText(
        vi: "hai bản ghi là một hộ, hoặc là hai", en: "say two records are one household")
  }

  /// Does what the line says.
  package static func run(
    _ kind: RecordCode.Kind, isLink: Bool, _ invocation: Invocation, _ records: FieldStore,
    author: RowID?, clock: ClockReading
  ) throws -> LinkReport {
    let codes = [invocation.requiredText("code"), invocation.requiredText("other")]
    let rows = try codes.map { try records.reader.resolveOne($0, as: kind) }
    let said = isLink ? try isSame(invocation) : nil
    let isDryRun = invocation.flag("dry-run")
    let effect = try records.linkEffect(kind, rows[0], rows[1], isSame: said)
    if !isDryRun {
      if let said {
        try records.link(kind, rows[0], rows[1], isSame: said, author: author, clock: clock)
      } else {
        try records.unlink(kind, rows[0], rows[1], author: author, clock: clock)
      }
    }
    return LinkReport(
      codes: try rows.map { try records.reader.codeText(of: $0, in: kind.table) },
      said: said.map { $0 ? .same : .notSame }, effect: effect, isDryRun: isDryRun)
  }

  private static func isSame(_ invocation: Invocation) throws -> Bool {
    let isSame = !invocation.flag("not-same")
    if invocation.flag("same"), !isSame {
      throw Failure(
        "link-both-ways", .userError,
        BilingualText(
          vi: "Chỉ dùng một trong --same và --not-same; chưa lưu gì.",
          en: "Use one of --same and --not-same; nothing was saved."))
    }
    return isSame
  }
}

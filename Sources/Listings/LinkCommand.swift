import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// `resident link`, `resident unlink`, `household link` and `household unlink`, as a laptop and the
/// centre both offer them; each program opens its store and says who acts.
package struct LinkCommand: Sendable {
  private let kind: RecordCode.Kind
  private let isLink: Bool

  /// Linking residents or households, or taking a link back.
  package init(_ kind: RecordCode.Kind, isLink: Bool) {
    self.kind = kind
    self.isLink = isLink
  }

  /// What people type.
  package var name: [String] { [kind.table.name, isLink ? "link" : "unlink"] }

  /// What `--help` says of it.
  package var abstract: Words {
    if !isLink { return Words(vi: "bỏ mối nối giữa hai bản ghi", en: "take a link back") }
    return kind == .resident
      ? Words(vi: "hai bản ghi là một người, hoặc là hai", en: "say two records are one person")
      : Words(vi: "hai bản ghi là một hộ, hoặc là hai", en: "say two records are one household")
  }

  /// Two codes and, for a link, what is said of them.
  package var arguments: [Argument] {
    let codes: [Argument] = [
      .positional("code", Words(vi: "mã thứ nhất", en: "the first code")),
      .positional("other", Words(vi: "mã thứ hai", en: "the second code")),
    ]
    guard isLink else { return codes }
    return codes + [
      .flag("same", Words(vi: "cùng là một (mặc định)", en: "they are one (the default)")),
      .flag("not-same", Words(vi: "là hai, đừng hỏi lại", en: "they are two; do not ask again")),
    ]
  }

  /// Does what the line says.
  package func run(
    _ invocation: Invocation, _ records: FieldStore, author: RowID?, clock: ClockReading
  ) throws -> LinkReport {
    let isSame = !invocation.flag("not-same")
    if invocation.flag("same"), !isSame {
      throw Failure(
        "link-both-ways", .userError,
        BilingualText(
          vi: "Chỉ dùng một trong --same và --not-same; chưa lưu gì.",
          en: "Use one of --same and --not-same; nothing was saved."))
    }
    let codes = [invocation.requiredText("code"), invocation.requiredText("other")]
    let rows = try codes.map { try records.reader.resolveOne($0, as: kind) }
    if isLink {
      try records.link(kind, rows[0], rows[1], isSame: isSame, author: author, clock: clock)
    } else {
      try records.unlink(kind, rows[0], rows[1], author: author, clock: clock)
    }
    return LinkReport(
      codes: try rows.map { try records.reader.codeText(of: $0, in: kind.table) },
      said: isLink ? (isSame ? .same : .notSame) : nil)
  }
}

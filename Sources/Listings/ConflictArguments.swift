import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// What the `conflicts` commands of both programs take, and what they do with it.
package enum ConflictArguments {
  /// `CODE` of `show` and `resolve`.
  package static let code = Argument.positional(
    "code", BilingualText(vi: "mã bản ghi", en: "code of the record"), maximumBytes: 100)

  /// The arguments of `conflicts list`.
  package static let list: [Argument] =
    ListPage.arguments() + [
      .flag(
        "all",
        BilingualText(
          vi: "cả những mục khác nhau được sửa song song (chỉ để biết)",
          en: "also parallel edits of different fields (for information)")),
      .option(
        "since", "DATE",
        BilingualText(
          vi: "với --all: từ ngày nào (mặc định 30 ngày qua)",
          en: "with --all: since which day (default: the last 30 days)")),
    ]

  /// The arguments of `conflicts resolve`.
  package static let resolve: [Argument] = [
    code,
    .positional(
      "field",
      BilingualText(vi: "mục, khi có nhiều chỗ", en: "the field, where several are in conflict"),
      isRequired: false, maximumBytes: 100),
    .option(
      "take", "N", BilingualText(vi: "lấy giá trị thứ N trong danh sách", en: "the value number N"),
      maximumBytes: 40),
    .option("value", "TEXT", BilingualText(vi: "một giá trị khác", en: "another value")),
    .flag(
      "keep",
      BilingualText(
        vi: "giữ bản ghi vừa bị xóa hay hủy vừa được sửa", en: "keep a deleted or voided record")),
    .flag(
      "delete", BilingualText(vi: "xóa bản ghi đó", en: "delete it with what was written beside")),
    .flag(
      "void",
      BilingualText(
        vi: "vẫn hủy bản ghi vừa bị hủy vừa được sửa", en: "it stays voided in spite of the edit")),
    dryRun,
  ]

  /// The arguments of `history`.
  package static let history: [Argument] = [
    code, .option("field", "FIELD", BilingualText(vi: "chỉ một mục", en: "one field only")),
    .option(
      "limit", "N",
      BilingualText(
        vi: "N lần ghi gần nhất (\(ListPage.standardLimit))",
        en: "the last N writes (\(ListPage.standardLimit))"),
      kind: .integer(1...10_000_000)),
  ]

  /// The arguments of `history restore`.
  package static let restore: [Argument] = [
    code,
    .positional(
      "write",
      BilingualText(vi: "số của lần ghi trong “history”", en: "number of the write in “history”"),
      maximumBytes: 40), dryRun,
  ]

  private static let dryRun = Argument.flag(
    "dry-run", BilingualText(vi: "chỉ cho xem, không ghi gì", en: "only show what would happen"))

  /// The conflicts of a store.
  package static func list(
    _ invocation: Invocation, _ records: FieldStore, today: LocalDate, program: String
  ) throws -> ConflictListing {
    let page = ListPage(invocation)
    let since = try invocation.text("since").map { try Format.parseDate($0) }
    return ConflictListing(
      try records.conflictPage(limit: page.limit, offset: page.offset), offset: page.offset,
      parallel: invocation.flag("all")
        ? try records.parallelEdits(since: since ?? today.adding(days: -30)) : nil,
      empty: BilingualText(vi: "Không có chỗ nào ghi khác nhau.", en: "There are no conflicts."),
      program: program)
  }

  /// The conflicts of one record.
  package static func show(
    _ invocation: Invocation, _ records: FieldStore, program: String
  ) throws -> ConflictListing {
    let record = try records.locate(invocation.requiredText("code"))
    return ConflictListing(
      try records.conflictPage(of: record.row, limit: .max), offset: 0, parallel: nil,
      empty: BilingualText(
        vi: "Bản ghi này không có chỗ nào ghi khác nhau.", en: "This record has no conflicts."),
      program: program)
  }

  /// Takes the decision of the line.
  package static func resolve(
    _ invocation: Invocation, _ records: FieldStore, author: RowID?, clock: ClockReading
  ) throws -> SettlementReport {
    let record = try records.locate(invocation.requiredText("code"))
    let isDryRun = invocation.flag("dry-run")
    var decisions: [ConflictDecision] = []
    if let number = invocation.text("take") { decisions.append(.take(number)) }
    if let value = invocation.text("value") { decisions.append(.value(value)) }
    if invocation.flag("keep") { decisions.append(.keep) }
    if invocation.flag("delete") { decisions.append(.delete) }
    if invocation.flag("void") { decisions.append(.void) }
    guard decisions.count < 2 else { throw ConflictError.decisionTwice }
    guard let decision = decisions.first else {
      let kinds = try records.conflictPage(of: record.row, limit: .max).conflicts.map(\.kind)
      if kinds == [.voidedAndEdited] { throw ConflictError.voidDecisionNeeded }
      throw ConflictError.decisionNeeded(
        deletedAndEdited: invocation.text("field") == RecordConflict.deletionName)
    }
    return SettlementReport(
      try records.decide(
        record, field: invocation.text("field"), decision, author: author, clock: clock,
        isDryRun: isDryRun), isDryRun: isDryRun)
  }

  /// The history of one record.
  package static func history(
    _ invocation: Invocation, _ records: FieldStore
  ) throws -> HistoryListing {
    let record = try records.locate(invocation.requiredText("code"))
    return HistoryListing(
      try records.history(of: record, field: invocation.text("field")),
      limit: Int(invocation.integer("limit") ?? Int64(ListPage.standardLimit)))
  }

  /// Puts an earlier value back.
  package static func restore(
    _ invocation: Invocation, _ records: FieldStore, author: RowID?, clock: ClockReading
  ) throws -> SettlementReport {
    let record = try records.locate(invocation.requiredText("code"))
    let isDryRun = invocation.flag("dry-run")
    return SettlementReport(
      try records.restore(
        invocation.requiredText("write"), of: record, author: author, clock: clock,
        isDryRun: isDryRun), isDryRun: isDryRun)
  }
}

import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// `import households FILE`: the same line at a laptop and at the centre.
package enum HouseholdListArguments {
  /// What `--help` says.
  package static let abstract = BilingualText(
    vi: "nhập danh sách hộ, người từ tệp CSV", en: "import households and people from a CSV file")

  /// What the line takes.
  package static let arguments: [Argument] =
    [
      .positional("file", BilingualText(vi: "tệp CSV", en: "the CSV file")),
      .option(
        "place", "HAMLET",
        BilingualText(
          vi: "thôn của những dòng không ghi thôn", en: "the hamlet of lines that name none"),
        maximumBytes: 400),
      .repeatedOption(
        "column", "HEADER=FIELD",
        BilingualText(
          vi: "cột nào là gì: \(fields), hoặc \(ListColumnChoice.ignoring) để bỏ cột",
          en: "what a column holds: \(fields), or \(ListColumnChoice.ignoring) to leave it out"),
        maximumBytes: 400),
      .repeatedOption(
        "new", "LINE",
        BilingualText(
          vi: "dòng này là hộ, người mới dù trông giống",
          en: "the line is new, though it looks alike"),
        kind: .integer(1...10_000_000)),
      .flag(
        "all-new",
        BilingualText(vi: "mọi dòng còn ngờ đều là mới", en: "all lines in doubt are new")),
      .repeatedOption(
        "same", "LINE=CODE",
        BilingualText(vi: "dòng này là bản ghi đã có", en: "the line means a record that is here"),
        maximumBytes: 60),
      .flag("apply", BilingualText(vi: "ghi thật", en: "write it")),
    ] + ListPage.arguments(limit: 20)

  private static let fields = ListColumn.allCases.map(\.rawValue).joined(separator: ", ")

  /// Reads the file and the line.
  ///
  /// - Throws: `HomeError` for a file that cannot be read, `Failure` for options that say nothing.
  package static func bytes(_ invocation: Invocation) throws -> [UInt8] {
    try HomeFolder.readNamed(invocation.requiredText("file"), maximumBytes: CSVTable.byteLimit)
  }

  /// What the line says of the list.
  ///
  /// - Parameter heldScopes: only hamlets whose households these scopes hold; nil for all.
  package static func options(
    _ invocation: Invocation, _ reader: RecordReader, heldScopes: [ScopeID]?
  ) throws -> HouseholdListOptions {
    var options = HouseholdListOptions()
    options.heldScopes = heldScopes
    do {
      options.place = try invocation.text("place").map {
        try reader.findPlace($0, held: heldScopes).id
      }
    } catch let error as FieldError {
      options.placeRefusal = error
    }
    options.columns = try invocation.texts("column").map { text in
      guard let choice = ListColumnChoice(text) else {
        throw unreadable(
          text, vi: "--column cần dạng TÊN=MỤC, MỤC là một trong: \(fields).",
          en: "--column takes HEADER=FIELD, the field one of: \(fields).")
      }
      return choice
    }
    options.newLines = Set(invocation.texts("new").compactMap { Int($0) })
    options.isAllNew = invocation.flag("all-new")
    options.same = try invocation.texts("same").map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let line = Int(parts[0]), line > 0 else {
        throw unreadable(
          text, vi: "--same cần dạng DÒNG=MÃ, như 12=H-00001-1A-7.",
          en: "--same takes LINE=CODE, such as 12=H-00001-1A-7.")
      }
      return (line, parts[1])
    }
    return options
  }

  private static func unreadable(_ text: String, vi: String, en: String) -> Failure {
    Failure(
      "option-unreadable", .userError,
      BilingualText(
        vi: "“\(text)”: \(vi) Chưa nhập gì.", en: "“\(text)”: \(en) Nothing was imported."))
  }

  /// Previews, and writes where the line says so.
  package static func run(
    _ invocation: Invocation, _ bytes: [UInt8], _ records: FieldStore, author: RowID?,
    heldScopes: [ScopeID]?, clock: ClockReading, _ console: Console
  ) throws -> HouseholdListReport {
    let options = try options(invocation, records.reader, heldScopes: heldScopes)
    let plan = try records.previewHouseholdList(bytes, options, clock: clock)
    var result: HouseholdListResult?
    if invocation.flag("apply") {
      let total = plan.householdNumbers.added + plan.peopleNumbers.added
      var progress = console.progress(
        BilingualText(vi: "Đang nhập", en: "Importing"), total: Int64(total))
      result = try records.applyHouseholdList(plan, author: author, clock: clock) {
        progress.advance(to: Int64($0))
      }
      progress.finish()
    }
    return HouseholdListReport(plan: plan, result: result, page: ListPage(invocation, limit: 20))
  }
}

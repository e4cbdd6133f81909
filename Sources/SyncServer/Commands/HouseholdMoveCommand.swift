import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `household move CODE --to PLACE`: a household lives in another hamlet from now on.
struct HouseholdMoveCommand: Command {
  let context: CommandContext

  let name = ["household", "move"]
  let abstract = BilingualText(
    vi: "chuyển một hộ sang thôn khác", en: "move a household to another hamlet")
  let arguments: [Argument] = [
    .positional("code", BilingualText(vi: "mã hộ", en: "code of the household")),
    .option(
      "to", "HAMLET",
      BilingualText(vi: "thôn mới, mã hoặc tên", en: "the new hamlet, code or name"),
      isRequired: true, maximumBytes: 400),
    .flag(
      "dry-run", BilingualText(vi: "chỉ cho xem, không chuyển", en: "only show what would move")),
    .flag("yes", BilingualText(vi: "chuyển thật", en: "move it")),
  ]

  /// What moves, for people.
  private struct Report: Sendable {
    var place: String
    var lines: [(kind: BilingualText, old: String, new: String)]
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let isReal = invocation.flag("yes") && !invocation.flag("dry-run")
    let report = try context.centre(invocation).perform { records, clock in
      try Self.move(invocation, records, isReal: isReal, clock: clock)
    }
    if console.isJSON {
      console.json([
        "dry_run": .bool(!isReal), "to": .text(report.place),
        "records": .array(
          report.lines.map {
            ["code": .text($0.old), "new_code": isReal ? .text($0.new) : .null]
          }),
      ])
    } else {
      Self.say(report, isReal: isReal, console)
    }
    return .done
  }

  private static func move(
    _ invocation: Invocation, _ records: FieldStore, isReal: Bool, clock: ClockReading
  ) throws -> Report {
    let reader = records.reader
    // A code of before an earlier move means the household where it lives now.
    let id = try reader.present(
      reader.resolveOne(invocation.requiredText("code"), as: .household), .household)
    let place = try reader.findPlace(invocation.requiredText("to"))
    let author = try records.coordinator(invocation)
    let copies = try records.moveHousehold(
      id, to: place, author: author, clock: clock, isDryRun: !isReal)
    func code(_ row: RowID, _ table: TableID) throws -> String {
      guard let table = records.store.schema[table] else { return "#\(row.rawValue)" }
      return try reader.codeText(of: row, in: table)
    }
    let lines = try copies.map { copy in
      (
        kind: TableWords.words(of: records.store.schema[copy.table]?.name ?? ""),
        old: try code(copy.original, copy.table),
        new: isReal ? try code(copy.copy, copy.table) : ""
      )
    }
    let table = HouseholdTable.definition
    let own = try code(id, table.id)
    return Report(
      place: place.name ?? place.codeText,
      lines: lines.isEmpty ? [(TableWords.words(of: table.name), own, own)] : lines)
  }

  private static func say(_ report: Report, isReal: Bool, _ console: Console) {
    let language = console.language
    console.table(
      [
        .text(BilingualText(vi: "Bản ghi", en: "Record")),
        .text(BilingualText(vi: "Mã", en: "Code")),
        .text(BilingualText(vi: "Mã ở nơi mới", en: "Code at the new place")),
      ],
      report.lines.map { [$0.kind.text(in: language), $0.old, isReal ? $0.new : "–"] },
      empty: BilingualText(same: ""))
    console.say(
      BilingualText(
        vi: "Lượt thăm và lượt hỗ trợ ở lại nơi đã diễn ra. Máy còn ghi vào mã cũ thì thông tin "
          + "vẫn tới mã mới.",
        en: "Visits and assists stay where they happened. What a laptop still writes to the old "
          + "code reaches the new one."))
    console.say(
      isReal
        ? BilingualText(
          vi: "Đã chuyển tới \(report.place). Các máy biết ở lần gửi nhận tới.",
          en: "Moved to \(report.place). Laptops learn it in their next round.")
        : BilingualText(
          vi: "Mới chỉ xem thử: chưa chuyển gì. Chuyển thật tới \(report.place): thêm --yes",
          en: "This was a preview: nothing moved. To move it to \(report.place) add --yes"))
  }
}

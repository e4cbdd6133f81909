import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// `import undo CODE`: the same line at a laptop and at the centre.
package struct ImportUndoReport: Sendable {
  /// What `--help` says.
  package static let abstract = BilingualText(
    vi: "lấy lại cả một lần nhập danh sách", en: "take a whole import back")
  /// What the line takes.
  package static let arguments: [Argument] = [
    .positional(
      "code",
      BilingualText(vi: "mã một bản ghi của lần nhập", en: "code of any record of the import"),
      maximumBytes: 60),
    .flag("apply", BilingualText(vi: "làm thật", en: "do it")),
  ]

  private let undo: ImportUndo
  private let isDone: Bool

  /// Previews, and takes back where the line says so.
  package static func run(
    _ invocation: Invocation, _ records: FieldStore, author: RowID?, clock: ClockReading,
    _ console: Console
  ) throws -> ImportUndoReport {
    let undo = try records.previewImportUndo(invocation.requiredText("code"))
    let isReal = invocation.flag("apply")
    if isReal {
      var progress = console.progress(
        BilingualText(vi: "Đang lấy lại", en: "Taking back"),
        total: Int64(undo.households.count + undo.residents.count))
      try records.applyImportUndo(undo, author: author, clock: clock) {
        progress.advance(to: Int64($0))
      }
      progress.finish()
    }
    return ImportUndoReport(undo: undo, isDone: isReal)
  }

  /// 2 where something stays.
  package var exitCode: ExitCode { undo.staying.isEmpty ? .done : .needsAttention }

  /// Says it.
  package func write(to console: Console) {
    let language = console.language
    if console.isJSON {
      return console.json([
        "dry_run": .bool(!isDone), "households": .integer(Int64(undo.households.count)),
        "residents": .integer(Int64(undo.residents.count)),
        "staying": .array(
          undo.staying.map { ["code": .text($0.code), "reason": .text($0.reason.rawValue)] }),
      ])
    }
    if !undo.staying.isEmpty {
      console.table(
        [
          .text(BilingualText(vi: "Ở lại", en: "Stays")),
          .text(BilingualText(vi: "Vì", en: "Because it")),
        ],
        undo.staying.map { [$0.code, $0.reason.words.text(in: language)] },
        empty: BilingualText(same: ""))
    }
    let (households, residents) = (undo.households.count, undo.residents.count)
    console.say(
      isDone
        ? BilingualText(
          vi: "Đã hủy \(households) hộ, \(residents) người của lần nhập này; nội dung vẫn đọc được "
            + "cùng lý do.",
          en: "Voided \(counted(households, "household", "households")) and "
            + "\(counted(residents, "person", "people")) of this import; they stay "
            + "readable with the reason.")
        : BilingualText(
          vi: "Mới chỉ xem thử: \(households) hộ, \(residents) người sẽ bị hủy. Làm thật: thêm "
            + "--apply",
          en: "This was a preview: \(counted(households, "household", "households")) and "
            + "\(counted(residents, "person", "people")) would be "
            + "voided. To do it add --apply"))
  }
}

/// `import list`: the imports that this store knows.
package struct ImportListing: Sendable {
  /// What `--help` says.
  package static let abstract = BilingualText(
    vi: "các lần nhập danh sách hộ", en: "the imports of household lists")
  /// What the line takes.
  package static let arguments = ListPage.arguments()

  private let imports: [ImportedList]
  private let page: ListPage

  /// Reads them.
  package init(_ invocation: Invocation, _ reader: RecordReader) throws {
    imports = try reader.importedLists()
    page = ListPage(invocation)
  }

  /// Writes the list.
  package func write(to console: Console) {
    let part = page.part(of: imports)
    part.write(
      to: console,
      Table(
        [
          .text(BilingualText(vi: "Lúc", en: "When")),
          .number(BilingualText(vi: "Hộ", en: "Households")),
          .number(BilingualText(vi: "Người", en: "People")),
          .number(BilingualText(vi: "Còn lại", en: "Standing")),
          .text(BilingualText(vi: "Mã", en: "Code")),
        ],
        part.elements.map { entry in
          [
            Format.dateTime(LocalDateTime(milliseconds: entry.time.rawValue)),
            String(entry.households), String(entry.residents), String(entry.standing), entry.code,
          ]
        },
        empty: BilingualText(
          vi: "Chưa có lần nhập danh sách nào.", en: "No list of households was imported yet.")),
      json: "imports"
    ) { entry in
      [
        "code": .text(entry.code),
        "time": .text(Format.dateTime(LocalDateTime(milliseconds: entry.time.rawValue))),
        "households": .integer(Int64(entry.households)),
        "residents": .integer(Int64(entry.residents)), "standing": .integer(Int64(entry.standing)),
      ]
    }
  }
}

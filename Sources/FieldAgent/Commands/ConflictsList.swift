import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// `conflicts`: fields with two values that nobody has chosen between.
struct ConflictsList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["conflicts"]
  let abstract = Words(
    vi: "những chỗ hai máy ghi khác nhau", en: "fields that two laptops wrote differently")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation)
    let lines = try laptop.store.conflicts().map { try ConflictLine($0, laptop.records.reader) }
    try ConflictsShow.write(
      lines, console,
      empty: Words(vi: "Không có chỗ nào ghi khác nhau.", en: "There are no conflicts."))
    return lines.isEmpty ? .done : .needsAttention
  }
}

/// `conflicts show`: the conflicts of one record.
struct ConflictsShow: LaptopCommand {
  let surroundings: Surroundings
  let name = ["conflicts", "show"]
  let abstract = Words(
    vi: "các giá trị khác nhau của một bản ghi", en: "the conflicts of one record")
  let arguments = [
    Argument.positional("code", Words(vi: "mã bản ghi", en: "code of the record"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation)
    let reader = laptop.records.reader
    let rows: [RowID] =
      switch try reader.resolve(invocation.requiredText("code")) {
      case .one(let row): [row]
      case .several(let rows): rows
      }
    let lines = try laptop.store.conflicts().filter { rows.contains($0.row) }
      .map { try ConflictLine($0, reader) }
    try Self.write(
      lines, console,
      empty: Words(
        vi: "Bản ghi này không có chỗ nào ghi khác nhau.", en: "This record has no conflicts."))
    return lines.isEmpty ? .done : .needsAttention
  }

  /// One line a value, the shown one marked.
  static func write(_ lines: [ConflictLine], _ console: Console, empty: Words) throws {
    let language = console.language.language
    if console.isJSON {
      console.json(.array(try lines.map { try $0.json(language) }))
      return
    }
    let rows = try lines.flatMap { line in
      try line.conflict.values.map { value in
        [
          line.code, line.what.text(in: language), try line.text(value.value, language),
          try line.author(of: value),
          Format.dateTime(LocalDateTime(milliseconds: value.time.rawValue)),
          value.isShown ? "✓" : "",
        ]
      }
    }
    console.table(
      [
        .text(Words(vi: "Mã", en: "Code")), .text(Words(vi: "Chỗ", en: "Field")),
        .text(Words(vi: "Giá trị", en: "Value")), .text(Words(vi: "Người ghi", en: "Written by")),
        .text(Words(vi: "Lúc", en: "When")), .text(Words(vi: "Đang hiện", en: "Shown")),
      ], rows, empty: empty)
    if !rows.isEmpty {
      console.say(
        Words(
          vi: "Không mất giá trị nào; điều phối viên sẽ chọn.",
          en: "No value is lost; the coordinator will choose."))
    }
  }
}

import CommandLine
import FieldWork

/// `conflicts`: fields that two laptops wrote differently and nobody has chosen between.
struct ConflictsCommand: Command {
  let context: CommandContext

  let name = ["conflicts"]
  let abstract = Words(
    vi: "những chỗ hai máy ghi khác nhau", en: "fields that two laptops wrote differently")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let conflicts = try context.centre(invocation).conflicts()
    return Self.write(
      conflicts, console,
      empty: Words(vi: "Không có chỗ nào ghi khác nhau.", en: "There are no conflicts."))
  }

  /// One line a value, the shown one marked.
  static func write(_ conflicts: [RecordConflict], _ console: Console, empty: Words) -> ExitCode {
    let language = console.language.language
    func author(_ choice: RecordConflict.Choice) -> String {
      choice.author ?? "#\(choice.replica.rawValue)"
    }
    let rows = conflicts.flatMap { conflict in
      conflict.choices.map { choice in
        [
          conflict.codeText,
          "\(conflict.recordWords.text(in: language)) · \(conflict.fieldWords.text(in: language))",
          choice.words.text(in: language), author(choice), Format.dateTime(choice.time),
          choice.isShown ? "✓" : "",
        ]
      }
    }
    console.listing(
      Table(
        [
          .text(Words(vi: "Mã", en: "Code")), .text(Words(vi: "Chỗ", en: "Field")),
          .text(Words(vi: "Giá trị", en: "Value")),
          .text(Words(vi: "Người ghi", en: "Written by")), .text(Words(vi: "Lúc", en: "When")),
          .text(Words(vi: "Đang hiện", en: "Shown")),
        ], rows, empty: empty),
      json: .array(
        conflicts.map { conflict in
          [
            "code": .text(conflict.codeText), "id": .text(String(conflict.row.rawValue)),
            "field": .text(conflict.fieldName),
            "values": .array(
              conflict.choices.map { choice in
                [
                  "value": .text(choice.words.text(in: language)),
                  "shown": .bool(choice.isShown), "author": .text(author(choice)),
                  "laptop": .integer(Int64(choice.replica.rawValue)),
                  "time": .text(choice.time.iso),
                ]
              }),
          ]
        }))
    return conflicts.isEmpty ? .done : .needsAttention
  }
}

import CommandLine
import FieldWork
import SyncProtocol

/// Fields with several values that nobody has chosen between, for people and programs.
package struct ConflictListing: Sendable {
  private let conflicts: [RecordConflict]
  private let empty: Words

  /// The argument of `conflicts show`.
  package static let code = Argument.positional(
    "code", Words(vi: "mã bản ghi", en: "code of the record"), maximumBytes: 100)

  /// All conflicts of a store.
  package init(_ conflicts: [RecordConflict]) {
    self.conflicts = conflicts
    empty = Words(vi: "Không có chỗ nào ghi khác nhau.", en: "There are no conflicts.")
  }

  /// The conflicts of the records that a code can mean.
  package init(_ conflicts: [RecordConflict], of code: RecordResolution) {
    let rows: [RowID] =
      switch code {
      case .one(let row): [row]
      case .several(let rows): rows
      }
    self.conflicts = conflicts.filter { rows.contains($0.row) }
    empty = Words(
      vi: "Bản ghi này không có chỗ nào ghi khác nhau.", en: "This record has no conflicts.")
  }

  /// Whether there is nothing to decide.
  package var isEmpty: Bool { conflicts.isEmpty }

  /// Done without conflicts; else somebody has to choose.
  package var exitCode: ExitCode { isEmpty ? .done : .needsAttention }

  /// Writes one line a value, the shown one marked.
  package func write(to console: Console) {
    let language = console.language.language
    console.listing(table(language), json: json(language))
  }

  private func table(_ language: Language) -> Table {
    let rows = conflicts.flatMap { conflict in
      conflict.choices.map { choice in
        [
          conflict.codeText,
          "\(conflict.recordWords.text(in: language)) · \(conflict.fieldWords.text(in: language))",
          choice.words.text(in: language), Self.author(choice), Format.dateTime(choice.time),
          choice.isShown ? "✓" : "",
        ]
      }
    }
    return Table(
      [
        .text(Words(vi: "Mã", en: "Code")), .text(Words(vi: "Chỗ", en: "Field")),
        .text(Words(vi: "Giá trị", en: "Value")), .text(Words(vi: "Người ghi", en: "Written by")),
        .text(Words(vi: "Lúc", en: "When")), .text(Words(vi: "Đang hiện", en: "Shown")),
      ], rows, empty: empty)
  }

  private func json(_ language: Language) -> JSONValue {
    .array(
      conflicts.map { conflict in
        [
          "code": .text(conflict.codeText), "id": .text(String(conflict.row.rawValue)),
          "table": .text(orNull: Schema.current[conflict.table]?.name),
          "field": .text(conflict.fieldName),
          "values": .array(
            conflict.choices.map { choice in
              [
                "value": .text(choice.words.text(in: language)), "shown": .bool(choice.isShown),
                "author": .text(Self.author(choice)),
                "laptop": .integer(Int64(choice.replica.rawValue)),
                "time": .text(choice.time.iso),
              ]
            }),
        ]
      })
  }

  /// Who wrote a value; the laptop's number where the log does not name a member.
  private static func author(_ choice: RecordConflict.Choice) -> String {
    choice.author ?? "#\(choice.replica.rawValue)"
  }
}

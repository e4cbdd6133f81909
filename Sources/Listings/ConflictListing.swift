import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// Fields with several values that nobody has chosen between, and records that were deleted and
/// edited, for people and programs.
package struct ConflictListing: Sendable {
  private let page: RecordConflictPage
  private let offset: Int
  private let parallel: [RecordParallelEdit]?
  private let empty: BilingualText
  private let program: String

  /// - Parameters:
  ///   - offset: how many conflicts stand before the page.
  ///   - parallel: parallel edits of different fields; nil when nobody asked for them.
  ///   - program: the program that takes the decision.
  init(
    _ page: RecordConflictPage, offset: Int, parallel: [RecordParallelEdit]?, empty: BilingualText,
    program: String
  ) {
    self.page = page
    self.offset = offset
    self.parallel = parallel
    self.empty = empty
    self.program = program
  }

  /// Whether there is nothing to decide.
  package var isEmpty: Bool { page.total == 0 }

  /// Done without conflicts; else somebody has to choose.
  package var exitCode: ExitCode { isEmpty ? .done : .needsAttention }

  /// Writes one line a write, the shown value marked, and how to decide.
  package func write(to console: Console) {
    let language = console.language
    guard !console.isJSON else { return console.json(json(language)) }
    console.write(table(language).text(in: console.language))
    if !isEmpty { say(console) }
    if let parallel { console.write(Self.table(parallel, language).text(in: console.language)) }
  }

  private func say(_ console: Console) {
    console.say(
      BilingualText(
        vi: "Tất cả: \(page.total) chỗ. Không mất giá trị nào.",
        en: "In all: \(counted(page.total, "conflict", "conflicts")). No value is lost."))
    if let words = ListPart(page.conflicts, of: page.total, offset: offset).words {
      console.say(words)
    }
    if page.conflicts.contains(where: { $0.kind == .values }) {
      console.say(
        BilingualText(
          vi: "Chọn: \(program) conflicts resolve MÃ MỤC --take N (hoặc --value …)",
          en: "Decide: \(program) conflicts resolve CODE FIELD --take N (or --value …)"))
    }
    if page.conflicts.contains(where: { $0.kind == .deletedAndEdited }) {
      console.say(
        BilingualText(
          vi: "Bản ghi vừa bị xóa vừa được sửa: \(program) conflicts resolve MÃ --keep hoặc "
            + "--delete",
          en: "A record that was deleted and edited: \(program) conflicts resolve CODE --keep or "
            + "--delete"))
    }
    for conflict in page.conflicts where conflict.kind == .voidedAndEdited {
      console.say(Self.words(ofVoided: conflict))
      console.say(
        BilingualText(
          vi: "  Bỏ việc hủy: \(program) conflicts resolve \(conflict.codeText) --keep; "
            + "vẫn hủy: --void",
          en: "  To take the void back: \(program) conflicts resolve \(conflict.codeText) --keep; "
            + "to leave it voided: --void"))
    }
  }

  /// Who voided, and who wrote beside it.
  private static func words(ofVoided conflict: RecordConflict) -> BilingualText {
    func people(_ isVoid: Bool) -> BilingualText {
      var names: [BilingualText] = []
      for writer in conflict.choices.filter({ $0.isDelete == isVoid }).flatMap(\.writers) {
        let name =
          writer.author.map {
            BilingualText(same: "\($0) (") + writer.laptop
              + BilingualText(same: ")")
          } ?? writer.laptop
        if !names.contains(name) { names.append(name) }
      }
      return names.enumerated().reduce(BilingualText(same: "")) {
        $0 + ($1.offset > 0 ? BilingualText(same: ", ") : BilingualText(same: "")) + $1.element
      }
    }
    return conflict.recordWords
      + BilingualText(vi: " \(conflict.codeText): ", en: " \(conflict.codeText): voided by ")
      + people(true) + BilingualText(vi: " đã hủy trong khi ", en: " while ") + people(false)
      + BilingualText(
        vi: " sửa hay ghi thêm mà chưa biết. Không mất gì.",
        en: " edited it or added to it without knowing. Nothing is lost.")
  }

  private func table(_ language: Language) -> Table {
    let rows = page.conflicts.flatMap { conflict in
      conflict.choices.flatMap { choice in
        choice.writers.enumerated().map { index, writer in
          [
            conflict.codeText,
            "\(conflict.recordWords.text(in: language)) · "
              + "\(conflict.fieldWords.text(in: language))",
            index == 0 && conflict.kind == .values ? String(choice.number) : "",
            index == 0 ? Self.words(of: choice, in: conflict, language) : "=",
            writer.author ?? "–", writer.laptop.text(in: language), Format.dateTime(writer.time),
            choice.isShown && index == 0 ? "✓" : "",
            writer.doubt?.words.text(in: language) ?? "",
          ]
        }
      }
    }
    return Table(
      [
        .text(BilingualText(vi: "Mã", en: "Code")), .text(BilingualText(vi: "Mục", en: "Field")),
        .number(BilingualText(vi: "N", en: "N")), .text(BilingualText(vi: "Giá trị", en: "Value")),
        .text(BilingualText(vi: "Người ghi", en: "Written by")),
        .text(BilingualText(vi: "Máy", en: "Laptop")),
        .text(BilingualText(vi: "Lúc", en: "When")),
        .text(BilingualText(vi: "Đang hiện", en: "Shown")),
        .text(BilingualText(vi: "Đồng hồ", en: "Clock")),
      ], rows, empty: empty)
  }

  /// The value; of what was written beside a delete with its field.
  private static func words(
    of choice: RecordConflict.Choice, in conflict: RecordConflict, _ language: Language
  ) -> String {
    let words = choice.words.text(in: language)
    guard conflict.kind != .values, !choice.isDelete else { return words }
    return "\(choice.fieldWords.text(in: language)): \(words)"
  }

  private static func table(_ parallel: [RecordParallelEdit], _ language: Language) -> Table {
    Table(
      [
        .text(BilingualText(vi: "Mã", en: "Code")),
        .text(
          BilingualText(vi: "Sửa song song (chỉ để biết)", en: "Parallel edits (for information)")),
        .text(BilingualText(vi: "Giá trị", en: "Value")),
        .text(BilingualText(vi: "Người ghi", en: "Written by")),
        .text(BilingualText(vi: "Máy", en: "Laptop")), .text(BilingualText(vi: "Lúc", en: "When")),
      ],
      parallel.flatMap { edit in
        edit.writes.map { write in
          [
            edit.codeText,
            "\(edit.recordWords.text(in: language)) · \(write.fieldWords.text(in: language))",
            write.words.text(in: language), write.writer.author ?? "–",
            write.writer.laptop.text(in: language), Format.dateTime(write.writer.time),
          ]
        }
      },
      empty: BilingualText(
        vi: "Không có mục nào được sửa song song.", en: "There are no parallel edits."))
  }

  private func json(_ language: Language) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("total", .integer(Int64(page.total))), .init("offset", .integer(Int64(offset))),
      .init("conflicts", .array(page.conflicts.map { Self.json($0, language) })),
    ]
    if let parallel {
      members.append(
        .init(
          "parallel_edits",
          .array(
            parallel.map { edit in
              [
                "code": .text(edit.codeText),
                "writes": .array(
                  edit.writes.map { write in
                    .object(
                      [
                        .init("field", .text(write.fieldName)),
                        .init("value", .text(write.words.text(in: language))),
                      ] + write.writer.members(language))
                  }),
              ]
            })))
    }
    return .object(members)
  }

  private static func code(of kind: Conflict.Kind) -> String {
    switch kind {
    case .values: "values"
    case .deletedAndEdited: "deleted-and-edited"
    case .voidedAndEdited: "voided-and-edited"
    }
  }

  private static func json(_ conflict: RecordConflict, _ language: Language) -> JSONValue {
    [
      "kind": .text(code(of: conflict.kind)),
      "code": .text(conflict.codeText), "id": .text(String(conflict.row.rawValue)),
      "table": .text(orNull: Schema.current[conflict.table]?.name),
      "field": .text(conflict.fieldName), "time_in_doubt": .bool(conflict.hasDoubtfulTime),
      "values": .array(
        conflict.choices.map { choice in
          .object(
            [
              .init("number", .integer(Int64(choice.number))),
              .init("value", .text(words(of: choice, in: conflict, language))),
              .init("shown", .bool(choice.isShown)), .init("deletes", .bool(choice.isDelete)),
            ] + (choice.writers.first?.members(language) ?? []) + [
              .init(
                "also_by", .array(choice.writers.dropFirst().map { .object($0.members(language)) }))
            ])
        }),
    ]
  }
}

extension RecordWriter {
  /// Who, where and when, with stable keys.
  func members(_ language: Language) -> [JSONValue.Member] {
    [
      .init("write", .text("#\(dot.rawValue)")), .init("author", .text(orNull: author)),
      .init("laptop", .text(laptop.text(in: language))),
      .init("replica", .integer(Int64(replica.rawValue))), .init("time", .text(time.iso)),
      .init("clock", .text(orNull: doubt?.code)),
    ]
  }
}

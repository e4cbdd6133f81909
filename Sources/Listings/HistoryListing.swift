import CommandLine
import FieldWork
import Replica

/// The writes of one record, oldest first, for people and programs.
package struct HistoryListing: Sendable {
  private let history: RecordHistory
  private let entries: ArraySlice<HistoryEntry>

  /// - Parameter limit: only so many of the last writes.
  init(_ history: RecordHistory, limit: Int) {
    self.history = history
    entries = history.entries.suffix(max(0, limit))
  }

  /// Writes one line a field.
  package func write(to console: Console) {
    let language = console.language
    guard !console.isJSON else { return console.json(json(language)) }
    console.write(table(language).text(in: console.language))
    if entries.count < history.entries.count {
      console.say(
        BilingualText(
          vi: "\(entries.count) lần ghi gần nhất trong \(history.entries.count); xem hết bằng "
            + "--limit \(history.entries.count).",
          en: "The last \(entries.count) of \(history.entries.count) writes; see all with "
            + "--limit \(history.entries.count)."))
    }
    for erasure in history.erasures { console.say(Self.words(of: erasure)) }
    if history.isDeleted {
      console.say(BilingualText(vi: "Bản ghi này đã bị xóa.", en: "This record is deleted."))
    }
    if !entries.isEmpty {
      console.say(
        BilingualText(
          vi: "Lấy lại một giá trị: history restore \(history.codeText) N",
          en: "Take a value back: history restore \(history.codeText) N"))
    }
  }

  /// When, and at whose request.
  private static func words(of erasure: ErasureState) -> BilingualText {
    let time = Format.dateTime(LocalDateTime(milliseconds: erasure.ordered.rawValue))
    let reason = erasure.reason.flatMap(ErasureReason.init(rawValue:))?.words
    let asked = erasure.requested.map { Format.date(LocalDate(daysSince1970: Int($0))) }
    return BilingualText(
      vi: "Thông tin cá nhân ở đây đã được xóa lúc \(time)"
        + (reason.map { ": \($0.vietnamese)" } ?? "")
        + (asked.map { ", yêu cầu ngày \($0)" } ?? "") + ". Không lấy lại được.",
      en: "The personal values here were erased at \(time)"
        + (reason.map { ": \($0.english)" } ?? "")
        + (asked.map { ", asked for on \($0)" } ?? "") + ". They cannot be taken back.")
  }

  private func table(_ language: Language) -> Table {
    Table(
      [
        .number(BilingualText(vi: "N", en: "N")), .text(BilingualText(vi: "Lúc", en: "When")),
        .text(BilingualText(vi: "Người ghi", en: "Written by")),
        .text(BilingualText(vi: "Máy", en: "Laptop")),
        .text(BilingualText(vi: "Mục", en: "Field")),
        .text(BilingualText(vi: "Trước", en: "Before")),
        .text(BilingualText(vi: "Sau", en: "After")),
        .text(BilingualText(vi: "Đang hiện", en: "Shown")),
        .text(BilingualText(vi: "Ghi chú", en: "Note")),
      ],
      entries.map { entry in
        [
          String(entry.number), Format.dateTime(entry.writer.time), entry.writer.author ?? "–",
          entry.writer.laptop.text(in: language), entry.fieldWords.text(in: language),
          entry.old?.text(in: language) ?? "", entry.new?.text(in: language) ?? "",
          entry.isShown ? "✓" : "", Self.note(entry, language),
        ]
      },
      empty: BilingualText(
        vi: "Máy này không còn lần ghi nào của bản ghi này.",
        en: "No write of this record is left in this log."))
  }

  /// What is particular about a write.
  private static func note(_ entry: HistoryEntry, _ language: Language) -> String {
    var notes = [entry.kind.words.text(in: language)].filter { !$0.isEmpty }
    if entry.isConcurrent {
      notes.append(language.text("ghi khi chưa thấy giá trị khác", "beside another value"))
    }
    if let doubt = entry.writer.doubt { notes.append(doubt.words.text(in: language)) }
    return notes.joined(separator: "; ")
  }

  private func json(_ language: Language) -> JSONValue {
    [
      "code": .text(history.codeText), "deleted": .bool(history.isDeleted),
      "total": .integer(Int64(history.entries.count)),
      "erasures": .array(
        history.erasures.map { erasure in
          [
            "erased": .text(LocalDateTime(milliseconds: erasure.ordered.rawValue).iso),
            "requested": .text(
              orNull: erasure.requested.map { LocalDate(daysSince1970: Int($0)).iso }),
            "reason": .text(orNull: erasure.reason),
          ]
        }),
      "writes": .array(
        entries.map { entry in
          .object(
            [
              .init("number", .integer(Int64(entry.number))),
              .init("kind", .text(entry.kind.rawValue)), .init("field", .text(entry.fieldName)),
              .init("before", .text(orNull: entry.old?.text(in: language))),
              .init("after", .text(orNull: entry.new?.text(in: language))),
              .init("shown", .bool(entry.isShown)),
              .init("beside_another", .bool(entry.isConcurrent)),
            ] + entry.writer.members(language))
        }),
    ]
  }
}

extension HistoryEntry.Kind {
  /// What people read; nothing for an ordinary change.
  package var words: BilingualText {
    switch self {
    case .created: BilingualText(vi: "ghi mới", en: "created")
    case .changed: BilingualText(same: "")
    case .decided: BilingualText(vi: "quyết định", en: "decision")
    case .added: BilingualText(vi: "thêm", en: "added")
    case .removed: BilingualText(vi: "bớt", en: "removed")
    case .withdrawn: BilingualText(vi: "rút lại", en: "withdrawn")
    case .deleted: BilingualText(vi: "xóa", en: "deleted")
    case .undeleted: BilingualText(vi: "thôi xóa", en: "delete taken back")
    }
  }
}

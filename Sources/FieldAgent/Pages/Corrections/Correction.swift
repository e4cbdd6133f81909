import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// What the forms that change a record have in common: they are filled in from the record when they
/// begin, and only what somebody changed in them is written.
enum Correction {
  /// Writes the changes of a record and ends its draft, in one act; a form in which nothing was
  /// changed ends as well and writes nothing.
  static func save(
    _ draft: PageDraft, of record: RecordHeader, _ request: LaptopRequest,
    named name: (String) -> String = { $0 },
    called label: (String) -> BilingualText? = { _ in nil },
    _ write: (FieldStore) throws -> SavedRecord
  ) throws -> SavedDraft {
    let path = RecordPath.of(record.codeText) ?? TodayPage.path
    do {
      let saved = try SavedDraft.writing(
        draft, request, named: name, called: label, write)
      let name =
        try record.code.map { try request.reader.called(record.id, $0.kind) }
        ?? BilingualText(same: record.codeText)
      return SavedDraft(
        row: saved.id, path: path,
        notice: PageNotice(
          BilingualText(
            vi: "Đã sửa \(name.vietnamese) trên máy này.",
            en: "Changed \(name.english) on this laptop.") + request.notSent,
          warnings: saved.warnings.map(\.words), ways: try request.reader.ways(to: saved.warnings)))
    } catch FieldError.nothingToChange {
      try request.drafts.discard(draft)
      return SavedDraft(
        row: record.id, path: path,
        notice: PageNotice(
          BilingualText(vi: "Không có gì được đổi.", en: "Nothing was changed.")))
    }
  }
}

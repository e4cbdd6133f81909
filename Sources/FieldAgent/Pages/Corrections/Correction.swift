import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// What the forms that change a record have in common: they are filled in from the record when they
/// begin, and only what somebody changed in them is written.
enum Correction {
  /// Begins the change of a record, or goes on with it where something was changed in it already.
  ///
  /// - Parameter fields: the record as it stands, one value for every field of the form.
  static func begin(
    _ kind: PageDraft.Kind, of row: RowID, _ request: LaptopRequest,
    with fields: [(name: String, value: String)]
  ) throws -> HTTPResponse {
    let open = try request.drafts.open(by: request.member).first {
      $0.kind == kind && $0.subject == row
    }
    // One that was only looked at shows the record of then.
    if let open, !open.isChanged { try request.drafts.discard(open) }
    return try DraftPages.begin(kind, about: row, request, with: fields)
  }

  /// Writes the changes of a record and ends its draft, in one act; a form in which nothing was
  /// changed ends as well and writes nothing.
  static func save(
    _ draft: PageDraft, of record: some FieldRecord, _ request: LaptopRequest,
    named name: (String) -> String = { $0 },
    _ write: (FieldStore) throws -> SavedRecord
  ) throws -> SavedDraft {
    let path = RecordPath.of(record.codeText) ?? TodayPage.path
    do {
      let saved = try SavedDraft.writing(draft, request, named: name, write)
      return SavedDraft(
        row: saved.id, path: path,
        notice: PageNotice(
          BilingualText(
            vi: "Đã sửa \(record.codeText) trên máy này. Chưa gửi về trung tâm.",
            en: "Changed \(record.codeText) on this laptop. It is not sent to the centre yet."),
          warnings: saved.warnings.map(\.words)))
    } catch FieldError.nothingToChange {
      try request.drafts.discard(draft)
      return SavedDraft(
        row: record.id, path: path,
        notice: PageNotice(
          BilingualText(vi: "Không có gì được đổi.", en: "Nothing was changed.")))
    }
  }
}

extension PageDraft {
  /// Whether anything was changed since the form was filled in from its record.
  var isChanged: Bool { fields.contains { $0.revision > 1 } }

  /// What somebody changed a field to; nil where it stands as the record had it.
  func changed(_ name: String) -> String? {
    fields.first { $0.name.utf8.elementsEqual(name.utf8) && $0.revision > 1 }?.value
  }
}

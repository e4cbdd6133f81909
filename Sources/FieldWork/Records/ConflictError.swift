import SyncProtocol

/// Why a decision cannot be taken. Codes are stable; nothing was written when one is thrown.
package enum ConflictError: Error, Equatable, Sendable {
  /// No field of the record has the name; the names there are.
  case noSuchField(String, names: [String])
  /// Several things of the record are in conflict, and the line names none; their names.
  case fieldNeeded(names: [String])
  /// Nothing of the record is in conflict.
  case nothingToDecide
  /// The field holds one value: nobody wrote it at the same time, or somebody decided meanwhile.
  case decided(
    field: BilingualText, value: BilingualText, by: BilingualText?, at: LocalDateTime?)
  /// The row is not both deleted and edited, or no longer.
  case notDeletedAndEdited
  /// The list of values has no such number.
  case noSuchValue(typed: String, count: Int)
  /// No write of the history has the number.
  case noSuchWrite(typed: String)
  /// The line does not say what shall hold.
  case decisionNeeded(deletedAndEdited: Bool)
  /// A record that was voided and edited takes another decision than a value.
  case voidDecisionNeeded
  /// The line says it twice.
  case decisionTwice
  /// Only the centre writes the field.
  case centreOnly(field: BilingualText)
  /// The field says what happened when the record was made, and is never written again; or it is a
  /// set, which cannot be in conflict.
  case notRewritable(field: BilingualText)
  /// A value that stands there cannot be read yet: the data came from a backup, or its key has not
  /// come. Whoever decides now decides without having seen it.
  case notReadableYet(field: BilingualText, isLocked: Bool)

  /// The stable code.
  package var code: String {
    switch self {
    case .noSuchField: "no-such-field"
    case .fieldNeeded: "field-needed"
    case .nothingToDecide: "nothing-to-decide"
    case .decided: "conflict-decided"
    case .notDeletedAndEdited: "not-deleted-and-edited"
    case .noSuchValue: "no-such-value"
    case .noSuchWrite: "no-such-write"
    case .decisionNeeded: "decision-needed"
    case .voidDecisionNeeded: "void-decision-needed"
    case .decisionTwice: "decision-twice"
    case .centreOnly: "centre-only"
    case .notRewritable: "not-rewritable"
    case .notReadableYet: "not-readable-yet"
    }
  }

  /// What kind of trouble it is.
  package var category: ErrorCategory {
    switch self {
    case .centreOnly: .notAllowed
    case .notReadableYet: .refusedForSafety
    default: .userError
    }
  }

  /// What is the matter, what is safe and what to do next.
  package var words: BilingualText {
    switch self {
    case .noSuchField(let typed, let names):
      BilingualText(
        vi: "Bản ghi này không có mục “\(typed)”; chưa ghi gì. Các mục: "
          + "\(names.joined(separator: ", ")).",
        en: "This record has no field “\(typed)”; nothing was written. Its fields: "
          + "\(names.joined(separator: ", ")).")
    case .fieldNeeded(let names):
      BilingualText(
        vi: "Bản ghi này có mấy chỗ ghi khác nhau; chưa ghi gì. Hãy nêu một mục: "
          + "\(names.joined(separator: ", ")).",
        en: "Several fields of this record are in conflict; nothing was written. Name one: "
          + "\(names.joined(separator: ", ")).")
    case .nothingToDecide:
      BilingualText(
        vi: "Bản ghi này không có chỗ nào ghi khác nhau, hoặc đã có người quyết định; chưa ghi gì.",
        en: "Nothing of this record is in conflict, or somebody has decided meanwhile; nothing was "
          + "written.")
    case .decided(let field, let value, let author, let time):
      Self.decided(field, value, author, time)
    case .notDeletedAndEdited:
      BilingualText(
        vi: "Bản ghi này không vừa bị xóa vừa được sửa, hoặc đã có người quyết định; chưa ghi gì.",
        en: "This record is not both deleted and edited, or somebody has decided meanwhile; "
          + "nothing was written.")
    case .noSuchValue(let typed, let count):
      BilingualText(
        vi: "Không có giá trị số “\(typed)”; danh sách có \(count). Chưa ghi gì; "
          + "hãy xem lại bằng “conflicts show”.",
        en: "There is no value “\(typed)”; the list has \(count). Nothing was written; look again "
          + "with “conflicts show”.")
    case .noSuchWrite(let typed):
      BilingualText(
        vi: "Lịch sử không có lần ghi “\(typed)”, hoặc lần đó không có giá trị để lấy lại. "
          + "Chưa ghi gì; hãy xem lại bằng “history”.",
        en: "The history has no write “\(typed)”, or that one has no value to take back. Nothing "
          + "was written; look again with “history”.")
    case .decisionNeeded(let deletedAndEdited):
      deletedAndEdited
        ? BilingualText(
          vi: "Hãy chọn --keep (giữ bản ghi) hoặc --delete (xóa); chưa ghi gì.",
          en: "Say --keep (the record stays) or --delete; nothing was written.")
        : BilingualText(
          vi: "Hãy chọn --take N (giá trị thứ N) hoặc --value (giá trị mới); chưa ghi gì.",
          en: "Say --take N (the value with that number) or --value (another); nothing was written."
        )
    case .voidDecisionNeeded:
      BilingualText(
        vi: "Bản ghi vừa bị hủy vừa được sửa: hãy chọn --keep (bỏ việc hủy) hoặc --void (vẫn hủy); "
          + "chưa ghi gì.",
        en: "The record was voided and edited: say --keep (it is no longer voided) or --void (it "
          + "stays voided); nothing was written.")
    case .decisionTwice:
      BilingualText(
        vi: "Chỉ chọn một trong --take, --value, --keep, --delete, --void; chưa ghi gì.",
        en: "Choose one of --take, --value, --keep, --delete, --void; nothing was written.")
    case .centreOnly(let field):
      field
        + BilingualText(
          vi: ": chỉ trung tâm được ghi mục này; chưa ghi gì. Hãy báo điều phối viên.",
          en: ": only the centre writes this field; nothing was written. Tell the coordinator.")
    case .notRewritable(let field):
      field
        + BilingualText(
          vi: ": mục này không ghi lại được theo cách này; chưa ghi gì.",
          en: ": this field cannot be rewritten this way; nothing was written.")
    case .notReadableYet(let field, let isLocked):
      field
        + (isLocked
          ? BilingualText(
            vi: ": dữ liệu lấy từ bản sao lưu nên các giá trị chưa hiện; chưa ghi gì. Hãy để gửi "
              + "nhận xong (ở trung tâm: “keyring unlock”), rồi quyết định.",
            en: ": the data came from a backup and the values are not shown yet; nothing was "
              + "written. Decide when a sync has gone through (at the centre: “keyring unlock”).")
          : BilingualText(
            vi: ": có giá trị chưa đọc được vì khóa chưa về; chưa ghi gì. Hãy gửi nhận rồi xem "
              + "lại; nếu biết chắc giá trị đúng thì gõ bằng --value.",
            en: ": one of the values cannot be read, for its key has not come; nothing was "
              + "written. Sync and look again; if you know what is right, type it with --value."))
    }
  }

  private static func decided(
    _ field: BilingualText, _ value: BilingualText, _ author: BilingualText?, _ time: LocalDateTime?
  ) -> BilingualText {
    let writer = author.map {
      BilingualText(vi: ", do \($0.vietnamese) ghi", en: ", written by \($0.english)")
    }
    let moment = time.map {
      BilingualText(vi: " lúc \(Format.dateTime($0))", en: " at \(Format.dateTime($0))")
    }
    return field
      + BilingualText(
        vi: ": không còn giá trị nào khác nhau; đang là “\(value.vietnamese)”",
        en: ": there is nothing to decide any more; it holds “\(value.english)”")
      + (writer ?? BilingualText(same: "")) + (moment ?? BilingualText(same: ""))
      + BilingualText(
        vi: ". Chưa ghi gì; xem các giá trị trước bằng “history”.",
        en: ". Nothing was written; “history” shows the earlier values.")
  }
}

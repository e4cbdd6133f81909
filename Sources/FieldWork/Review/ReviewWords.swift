import Replica
import SyncProtocol

/// What people read about reviews. Codes of later versions stand for themselves.
package enum ReviewWords {
  /// Why something does not stand.
  package static func reason(_ code: String, detail: String) -> BilingualText {
    switch Objection.Reason(rawValue: code) {
    case .badType:
      BilingualText(
        vi: "giá trị sai kiểu, không đọc được", en: "a value of the wrong type, unreadable")
    case .fieldNotYours:
      BilingualText(
        vi: "mục này chỉ trung tâm, hoặc chỉ lúc tạo bản ghi, mới được ghi",
        en: "only the centre, or only the creation of the record, writes this")
    case .ruleBroken: rule(detail)
    case .doubtfulDate: (DoubtfulSide(rawValue: detail) ?? .late).words
    case .notGranted:
      BilingualText(
        vi: "máy này không được giao vùng dữ liệu đó",
        en: "this laptop was not granted that area")
    case .lateGrant:
      BilingualText(
        vi: "ghi sau khi máy đã trả lại vùng dữ liệu đó",
        en: "written after the laptop had given that area back")
    case .revoked:
      BilingualText(
        vi: "máy đã bị thu hồi hoặc báo mất", en: "the laptop was revoked or declared lost")
    case .declaredLost:
      BilingualText(
        vi: "gói này đã được khai báo mất trước khi tới",
        en: "its batch had been declared lost before it came")
    case .keptAside: keptAside(detail)
    case .rejectedByPerson:
      BilingualText(vi: "điều phối viên không chấp nhận", en: "a coordinator rejected it")
    case .sentBack:
      BilingualText(
        vi: "điều phối viên trả lại để xem lại", en: "a coordinator asks to look at it again")
    case .bundleUndone:
      BilingualText(
        vi: "cả gói mang tay có bản ghi này đã được hoàn tác",
        en: "the whole pack that brought it by hand was undone")
    case nil: BilingualText(same: detail.isEmpty ? code : "\(code): \(detail)")
    }
  }

  private static func keptAside(_ detail: String) -> BilingualText {
    guard detail != Objection.writtenTwice else {
      return BilingualText(
        vi: "máy này ghi lại điều mà trung tâm đã nhận thay và đã có người dùng tiếp; đang tính "
          + "bản của trung tâm",
        en: "the laptop wrote again what the centre had adopted and others went on from; the "
          + "centre's counts")
    }
    return BilingualText(
      vi: "máy #\(detail) đã ghi, trung tâm giữ riêng; có người quyết định nhận vào",
      en: "written on laptop #\(detail), kept aside by the centre, and adopted by a decision")
  }

  private static func rule(_ detail: String) -> BilingualText {
    EntryRule(rawValue: detail)?.words
      ?? BilingualText(
        vi: detail.isEmpty ? "trái quy định" : "trái quy định (\(detail))",
        en: detail.isEmpty ? "a rule is broken" : "a rule is broken (\(detail))")
  }

  /// That a record stands and its author shall look at it again.
  static let sentBack = BilingualText(
    vi: "vẫn được tính; được trả lại để xem lại", en: "it stands, and is sent back to be looked at")
  /// That nobody waits for its author any more.
  static let sentBackWithdrawn = BilingualText(
    vi: "không còn phải xem lại", en: "nothing to look at any more")

  /// What became of it.
  package static func state(_ state: Review.State?) -> BilingualText {
    switch state {
    case .neutralised:
      BilingualText(vi: "tạm không tính, chờ điều phối viên", en: "not counted, waits for a ruling")
    case .admitted: BilingualText(vi: "đã chấp nhận", en: "admitted")
    case .admittedEdited:
      BilingualText(vi: "đã chấp nhận sau khi sửa", en: "admitted with another value")
    case .rejected: BilingualText(vi: "không chấp nhận", en: "rejected")
    case .corrected: BilingualText(vi: "đã được ghi lại đúng", en: "corrected since")
    case nil: BilingualText(vi: "tình trạng của phiên bản mới", en: "a state of a later version")
    }
  }

  /// The stable name of a judged field; nil for a whole operation.
  static func name(of field: FieldID?, in table: TableDefinition?) -> String? {
    switch field {
    case nil: nil
    case .some(.void): "void"
    case .some(.deletes): "deletes"
    case .some(let id): table?[id]?.name ?? "#\(id.rawValue)"
    }
  }

  /// What people call an edit that is judged as a whole.
  static let wholeEdit = BilingualText(vi: "lần sửa", en: "the edit")

  /// What people call a judged field.
  static func label(of field: FieldID?, in table: TableDefinition?) -> BilingualText {
    table.flatMap { table in
      field.flatMap { table[$0] }.map { FieldLabel.words(of: $0, in: table) }
    } ?? name(of: field, in: table).map(FieldLabel.words)
      ?? BilingualText(vi: "toàn bộ", en: "everything")
  }
}

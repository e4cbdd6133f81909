import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// What can be done with any record that has a page: change it, take it back with a reason, take that
/// back, and read who wrote what.
enum RecordActions {
  static let routes =
    ([RecordCode.Kind.household, .resident, .visit, .assist, .submission]
    + RecordForms.ofField.compactMap(\.kind)).flatMap(routes)

  private static func routes(_ kind: RecordCode.Kind) -> [LaptopRoute] {
    guard let folder = RecordPath.folder(kind) else { return [] }
    let record = "\(folder)/:code"
    return [
      LaptopRoute(.post, "\(record)/edit") { try edit(kind, $0) },
      LaptopRoute(.get, "\(record)/void") { try VoidPage(kind, $0).answer() },
      LaptopRoute(.post, "\(record)/void") { try VoidPage(kind, $0).void() },
      LaptopRoute(.post, "\(record)/restore") { try VoidPage(kind, $0).restore() },
      LaptopRoute(.get, "\(record)/history") { try HistoryPage.answer($0) },
    ]
  }

  /// Begins the change of a record.
  private static func edit(
    _ kind: RecordCode.Kind, _ request: LaptopRequest
  ) throws -> HTTPResponse {
    let id = try request.reader.resolveOne(request.parameters["code"], as: kind)
    let code = try request.reader.codeText(of: id)
    // Its page says so, and leads to what it became.
    if PracticeMark.move(of: code, request) != nil, let path = RecordPath.of(code) {
      return .seeOther(path)
    }
    return try DraftPages.beginChange(change(of: kind), of: id, request)
  }

  /// The draft that changes a record of a kind.
  static func change(of kind: RecordCode.Kind) throws -> PageDraft.Kind {
    switch kind {
    case .household: .householdEdit
    case .resident: .residentEdit
    case .visit: .visitEdit
    case .assist: .assistEdit
    case .submission: .submissionEdit
    default: try RecordEntry.change(of: kind)
    }
  }

  /// What stands beside a record that does not count any more.
  static func voidedMark(_ language: Language) -> HTML {
    StateMark.neutral.html(language.text("đã hủy", "voided"))
  }

  /// What stands in the title of a record's page that was voided; empty while it stands.
  static func voidedWords(_ reason: String?) -> BilingualText {
    reason == nil
      ? BilingualText(same: "") : BilingualText(vi: " (đã hủy)", en: " (voided)")
  }

  /// The buttons below a record.
  static func html(
    _ codeText: String, isVoided: Bool, _ request: LaptopRequest
  ) -> HTML {
    guard let path = RecordPath.of(codeText) else { return .empty }
    let language = request.language
    let actions = element("div", ["class": "row-actions"]) {
      if isVoided {
        actionForm(
          "\(path)/restore", BilingualText(vi: "Thôi hủy", en: "Take the void back"), request,
          isQuiet: true)
      } else {
        if PracticeMark.move(of: codeText, request) == nil {
          actionForm("\(path)/edit", BilingualText(vi: "Sửa", en: "Change"), request, isQuiet: true)
        }
        link("\(path)/void", language.text("Hủy vì ghi nhầm…", "Void, it was a mistake…"))
      }
      link("\(path)/history", language.text("Lịch sử", "History"))
    }
    return HTML.group {
      PracticeMark.html(codeText, request)
      RecordWhereabouts.html(codeText, request)
      actions
    }
  }
}

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
        actionForm("\(path)/edit", BilingualText(vi: "Sửa", en: "Change"), request, isQuiet: true)
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

/// Taking a record back: the reason is asked for, and what it does to the counts is said first.
struct VoidPage {
  private let kind: RecordCode.Kind
  private let request: LaptopRequest
  private let id: RowID
  private let codeText: String
  private let path: String

  init(_ kind: RecordCode.Kind, _ request: LaptopRequest) throws {
    self.kind = kind
    self.request = request
    id = try request.reader.resolveOne(request.parameters["code"], as: kind)
    codeText = try request.reader.codeText(of: id)
    path = RecordPath.of(codeText) ?? TodayPage.path
  }

  private var title: BilingualText {
    BilingualText(vi: "Hủy ", en: "Void ") + kind.words + BilingualText(same: " \(codeText)")
  }

  func answer(_ problem: BilingualText? = nil, typed: String = "") throws -> HTTPResponse {
    let effect = try request.laptop.writing { records, clock in
      try records.voidEffect(kind, id, reason: "?", author: request.member, clock: clock)
    }
    let language = request.language
    return try request.page(title, status: problem == nil ? 200 : 422) {
      HTML.group {
        element("p", ["class": "message warn"]) {
          StateMark.attention.html(effect.words.text(in: language))
        }
        element("p") {
          language.text(
            "Bản ghi không mất: vẫn xem được kèm lý do, và có thể thôi hủy.",
            "The record is not lost: it stays readable with the reason, and can be taken back.")
        }
        PageForm(
          action: "\(path)/void", formToken: request.formToken,
          submit: BilingualText(vi: "Hủy bản ghi này", en: "Void this record")
        ).html(language) {
          PageField(
            "reason", FieldLabel.words(of: "void_reason"), value: typed,
            hint: BilingualText(vi: "như: ghi hai lần, nhầm hộ", en: "such as: recorded twice"),
            error: problem, isRequired: true
          ).html(language)
        }
        element("p") { link(path, language.text("Không hủy, quay lại", "Do not void, go back")) }
      }
    }
  }

  func void() throws -> HTTPResponse {
    let reason = request.form["reason"] ?? ""
    do {
      try request.laptop.writing { records, clock in
        try records.void(kind, id, reason: reason, author: request.member, clock: clock)
      }
    } catch FieldError.invalid(let problems) {
      return try answer(
        problems.dropFirst().map(\.kind.words).reduce(problems.first?.kind.words) { all, next in
          all.map { $0 + BilingualText(same: " ") + next }
        }, typed: reason)
    }
    request.memory.say(
      PageNotice(
        BilingualText(
          vi: "Đã hủy \(codeText); vẫn xem được, và có thể thôi hủy ở đây.",
          en: "Voided \(codeText); it stays readable, and can be taken back here.")))
    return .seeOther(path)
  }

  func restore() throws -> HTTPResponse {
    try request.laptop.writing { records, clock in
      try PrintoutBook(records).restore(kind, id, author: request.member, clock: clock)
    }
    request.memory.say(
      PageNotice(
        BilingualText(
          vi: "\(codeText) không còn bị hủy.", en: "\(codeText) is no longer voided.")))
    return .seeOther(path)
  }
}

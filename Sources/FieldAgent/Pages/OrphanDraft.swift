import FieldWork
import Pages
import SyncProtocol
import Web

/// A form that cannot be saved as what it was begun for, because its record was deleted, voided or
/// handed back meanwhile: what was typed is shown, and stays until somebody decides what becomes of it.
struct OrphanDraft {
  /// Why it cannot be saved.
  enum Reason {
    /// The record is not on this laptop any more.
    case gone
    /// The record was voided, for what its author typed; it stands on this page.
    case voided(reason: String?, path: String?)
  }

  static let title = BilingualText(
    vi: "Bản nháp của một bản ghi không còn ở đây", en: "A draft whose record is no longer here")
  private static let voidedTitle = BilingualText(
    vi: "Bản nháp của một bản ghi đã bị hủy", en: "A draft whose record was voided")

  /// Where what was typed is made a new record.
  static let anewPath = "/drafts/:id/anew"

  private let draft: PageDraft
  private let request: LaptopRequest
  private let reason: Reason

  init(_ draft: PageDraft, _ request: LaptopRequest, _ reason: Reason = .gone) {
    self.draft = draft
    self.request = request
    self.reason = reason
  }

  /// The voided record that a draft is about, or that what it is about belongs to, which keeps it from
  /// being saved; nil where all of it stands.
  static func voided(_ draft: PageDraft, _ request: LaptopRequest) throws -> Reason? {
    guard let table = draft.kind.subjectTable, let subject = draft.subject else { return nil }
    var chain = [(table, subject)]
    if draft.kind == .submission,
      let visit = try request.reader.record(Assist.self, subject)?.visit
    {
      chain.append((VisitTable.definition, visit))
    }
    for (table, row) in chain {
      guard let reason = try request.reader.voidReason(table, row) else { continue }
      return .voided(
        reason: reason, path: RecordPath.of(try request.reader.codeText(of: row, in: table)))
    }
    return nil
  }

  func page() throws -> HTTPResponse {
    let language = request.language
    let isVoided = if case .voided = reason { true } else { false }
    return try request.page(
      isVoided ? Self.voidedTitle : Self.title, status: isVoided ? 409 : 404
    ) {
      HTML.group {
        element("p", ["class": "message warn", "role": "alert"]) { words.text(in: language) }
        facts(typed, language)
        if case .voided(let why, let path) = reason {
          facts([(FieldLabel.words(of: "void_reason"), why)], language)
          if DraftAnew.isPossible(draft) {
            actionForm(
              "\(DraftPages.path(draft))/anew",
              BilingualText(vi: "Ghi thành bản ghi mới", en: "Make it a new record"), request)
          }
          if let path {
            element("p") {
              link(path, language.text("Xem bản ghi đã hủy", "Look at the voided record"))
            }
          }
        }
        DraftPages.wayToDiscard(draft, request)
      }
    }
  }

  private var words: BilingualText {
    switch reason {
    case .gone:
      BilingualText(
        vi: "Bản ghi mà biểu mẫu này nói tới đã bị xóa, hoặc máy này không còn giữ địa bàn đó, nên "
          + "không lưu được nữa. Những gì đã gõ vẫn còn ở dưới: chép ra nếu cần, rồi bỏ bản nháp.",
        en: "The record that this form is about was deleted, or this laptop does not hold its area "
          + "any more, so that it cannot be saved. What was typed stands below: copy what is "
          + "needed, then throw the draft away.")
    case .voided:
      BilingualText(
        vi: "Bản ghi mà biểu mẫu này nói tới đã bị hủy, nên chưa lưu gì. Những gì đã gõ được giữ ở "
          + "dưới. Nếu hủy là đúng, hãy bỏ bản nháp",
        en: "The record that this form is about was voided, so nothing was saved. What was typed "
          + "is kept below. If the void is right, throw the draft away")
        + (DraftAnew.isPossible(draft)
          ? BilingualText(
            vi: "; nếu là việc khác, hãy ghi thành bản ghi mới",
            en: "; if this is something else, make it a new record")
          : BilingualText(
            vi: "; nếu là việc khác, hãy xem bản ghi đã hủy: ở đó có nút ghi lại",
            en: "; if this is something else, look at the voided record: a button there records "
              + "it anew"))
        + BilingualText(
          vi: "; nếu hủy nhầm, hãy mở bản ghi đó, bấm “Thôi hủy” rồi quay lại đây.",
          en: "; if it was voided by mistake, open that record, take the void back and come back "
            + "here.")
    }
  }

  /// What somebody typed, and nothing that the form was filled in with from the record: what is not
  /// this laptop's to show any more is not shown by its draft either.
  private var typed: [(label: BilingualText, value: String?)] {
    // Of a record that is gone the form cannot be made any more.
    let form = try? DraftPages.form(draft, request)
    return draft.typedFields.filter { field in
      !Self.internalFields.contains(field.name) && !field.name.hasSuffix("-removed")
    }.map { field in
      (DraftWords.label(of: field.name, in: draft), words(of: field, form))
    }
  }

  private static let internalFields: Set<String> = [
    "assists", RecordEntry.aboutField, AssistRows.erasedField, DraftAnew.voidedField,
  ]

  /// A typed value as people read it; who is chosen by number is named as far as they are here.
  private func words(of field: PageDraft.Field, _ form: (any DraftForm)?) -> String? {
    if let words = DraftWords.choice(field.value, field.name, draft, form, request) {
      return words.text(in: request.language)
    }
    let parts = field.value.split(separator: " ").map { Int64($0).flatMap(RowID.init(rawValue:)) }
    let isChoice = field.name == "with" || field.name == "place" || field.name.hasSuffix("resident")
    guard isChoice, !parts.isEmpty, parts.allSatisfy({ $0 != nil }) else { return field.value }
    return parts.compactMap { row in
      row.flatMap { row in
        switch field.name {
        case "with": try? request.reader.record(Member.self, row)?.fullName
        case "place": try? request.reader.record(Place.self, row)?.name
        default: try? request.reader.record(Resident.self, row)?.fullName
        }
      }
    }.joined(separator: ", ")
  }
}

/// A form that was destroyed because the person or household it was about was erased.
enum ForgottenDraft {
  static let title = BilingualText(
    vi: "Bản nháp đã được xóa theo yêu cầu", en: "This draft was erased on request")

  /// Said also where a page of the form is still open and goes on typing.
  static let words = BilingualText(
    vi: "Thông tin của người hoặc hộ này đã được xóa theo yêu cầu, và những gì đã gõ về họ ở đây "
      + "cũng bị hủy theo; không khôi phục được. Đừng gõ lại. Mọi thứ khác trên máy này vẫn còn "
      + "nguyên, và số liệu đã tính vẫn giữ.",
    en: "What was known of this person or household was erased on request, and what was typed "
      + "about them here was destroyed with it; it cannot come back. Do not type it again. "
      + "Everything else on this laptop is safe, and what was counted stays counted.")

  static func page(_ request: LaptopRequest) throws -> HTTPResponse {
    try request.page(title, status: 410) {
      HTML.group {
        element("p", ["class": "message warn", "role": "alert"]) {
          words.text(in: request.language)
        }
        element("p") { link(TodayPage.path, TodayPage.title.text(in: request.language)) }
      }
    }
  }
}

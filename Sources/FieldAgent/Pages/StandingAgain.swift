import FieldWork
import Listings
import Pages
import SyncProtocol
import Web

/// The choice of somebody whose form makes a new record in place of a voided one, when that void was
/// taken back meanwhile: into the record that stands, or a record of its own.
struct StandingAgain {
  /// Where the choice stands in the form.
  static let part = "standing-again"
  private static let asOwn = "anew-apart"
  private static let back = "anew-back"

  private let draft: PageDraft
  private let request: LaptopRequest
  private let code: RecordCode
  private let row: RowID

  /// Nil where the form is in place of no record, or of one that is voided still or is gone.
  init?(_ draft: PageDraft, _ request: LaptopRequest) throws {
    guard let text = draft[DraftAnew.voidedField], let code = try? RecordCode(parsing: text),
      let row = try? request.reader.resolveOne(text, as: code.kind),
      try request.reader.voidReason(code.kind.table, row) == nil
    else { return nil }
    self.draft = draft
    self.request = request
    self.code = code
    self.row = row
  }

  /// What a button of the choice writes into the form; nil for other buttons.
  static func fields(by action: String) -> [(name: String, value: String)]? {
    action == asOwn ? [(DraftAnew.voidedField, "")] : nil
  }

  /// Leads into the form of the record, where that was chosen.
  static func answer(
    to action: String, _ draft: PageDraft, _ request: LaptopRequest
  ) throws -> HTTPResponse? {
    guard action == back else { return nil }
    return try StandingAgain(draft, request)?.goBack()
  }

  /// What keeps the form from being saved before somebody chose.
  var problems: FormProblems {
    var problems = FormProblems()
    problems.add(Self.part, label: BilingualText(same: code.text), Self.words)
    return problems
  }

  private static let words = BilingualText(
    vi: "bản ghi này đã được thôi hủy; lưu ở đây thì sẽ có hai bản. Hãy chọn ở dưới.",
    en: "the void of this record was taken back; saved here, there would be two. Choose below.")

  func html(_ language: Language) -> HTML {
    element("div", ["class": "message warn", "id": Self.part]) {
      element("p") {
        recordLink(code.text)
        ": " + Self.words.text(in: language)
      }
      element("div", ["class": "row-actions"]) {
        button(
          Self.back,
          BilingualText(
            vi: "Đưa những gì đã gõ vào \(code.text)", en: "Put what was typed into \(code.text)"),
          language)
        button(
          Self.asOwn,
          BilingualText(
            vi: "Đây là việc khác: lưu thành bản ghi riêng",
            en: "This is something else: a record of its own"), language)
      }
    }
  }

  private func button(_ action: String, _ words: BilingualText, _ language: Language) -> HTML {
    element(
      "button", ["type": "submit", "name": "action", "value": action, "class": "quiet"]
    ) { words.text(in: language) }
  }

  /// Puts what was typed into the form that changes the record, beside what is typed there already;
  /// assists go into a form of further assists.
  private func goBack() throws -> HTTPResponse {
    let now = request.clock.wall
    let kind = try RecordActions.change(of: code.kind)
    var random = request.laptop.random
    let open = try request.drafts.begin(
      kind, about: row, by: request.member, at: now, random: &random)
    let form = try DraftPages.form(open, request)
    let recorded = try form.recorded() ?? []
    let filled = try request.drafts.follow(recorded, sets: form.boxes, open, at: now)
    let typed: [(name: String, value: String)] = recorded.compactMap { field in
      draft[field.name].map { (name: field.name, value: standing($0, in: field)) }
    }
    _ = try request.drafts.write(
      typed, to: filled, seen: open.isChanged ? 0 : filled.revision, isWhole: false, at: now)
    let assists = try moveAssists()
    try request.drafts.discard(draft)
    request.memory.say(
      PageNotice(
        BilingualText(
          vi: "Những gì đã gõ đang ở trong biểu mẫu sửa \(code.text); chưa lưu. Xem lại rồi lưu.",
          en: "What was typed stands in the form that changes \(code.text); it is not saved. Look "
            + "at it, then save."),
        warnings: code.kind == .resident ? [Self.numberAgain] : [], ways: assists))
    return .seeOther(DraftPages.path(filled))
  }

  /// What was typed in a field, as the form of the record has it: the form of a new visit has no box
  /// for whoever fills it in.
  private func standing(_ value: String, in field: (name: String, value: String)) -> String {
    guard draft.kind == .visit, field.name == "with" else { return value }
    let here = value.split(separator: " ").map(String.init) + [String(request.member.rawValue)]
    let there = field.value.split(separator: " ").map(String.init)
    let added = Set(here).subtracting(there).sorted()
    return (there.filter(here.contains) + added).joined(separator: " ")
  }

  private static let numberAgain = BilingualText(
    vi: "Số định danh nếu vừa gõ thì hãy gõ lại: máy không giữ nó trong bản nháp.",
    en: "A personal id that was typed has to be typed again: it is not kept in drafts.")

  /// Puts the assists of a visit into a form of their own.
  private func moveAssists() throws -> [(path: String, words: BilingualText)] {
    let rows = AssistRows(draft: draft, request: request, household: draft.subject)
    guard draft.kind == .visit, !rows.numbers.isEmpty else { return [] }
    var random = request.laptop.random
    let form = try request.drafts.begin(
      .assists, about: row, by: request.member, at: request.clock.wall, random: &random
    ) { _ in false }
    let fields = draft.fields.filter {
      $0.name == "assists" || $0.name.hasPrefix("assist-") || $0.name == AssistRows.erasedField
    }.map { (name: $0.name, value: $0.value) }
    _ = try request.drafts.write(fields, to: form, seen: 0, at: request.clock.wall)
    return [
      (
        DraftPages.path(form),
        BilingualText(
          vi: "Lưu cả \(rows.numbers.count) lượt hỗ trợ đã ghi",
          en: "Save the \(counted(rows.numbers.count, "assist", "assists")) too")
      )
    ]
  }
}

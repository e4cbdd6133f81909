import FieldWork
import Pages
import SyncProtocol
import Web

/// The form of a new resident of a household.
struct ResidentForm: DraftForm {
  let draft: PageDraft
  let request: LaptopRequest
  private let household: Household

  let title: BilingualText
  let submit = BilingualText(vi: "Lưu người này", en: "Save this person")
  var back: String { "/households/\(household.codeText)" }

  init(_ draft: PageDraft, _ request: LaptopRequest) throws {
    self.draft = draft
    self.request = request
    guard let subject = draft.subject else { throw FieldError.noSuchRecord("household") }
    household = try request.reader.existing(Household.self, subject)
    title = BilingualText(
      vi: "Thêm người vào hộ \(household.codeText)", en: "Add a person to \(household.codeText)")
  }

  func fields(_ problems: FormProblems, _ language: Language) throws -> HTML {
    HTML.group {
      PageField(
        "full_name", FieldLabel.words(of: "full_name"), value: draft["full_name"] ?? "",
        hint: BilingualText(vi: "họ trước, một chữ cũng được", en: "family name first"),
        error: problems["full_name"], isRequired: true
      ).html(language)
      PageField(
        "birth", BilingualText(vi: "Năm sinh, hoặc ngày sinh", en: "Year or date of birth"),
        .digits, value: draft["birth"] ?? "",
        hint: BilingualText(
          vi: "1950, 3/1950 hoặc 18/03/1950; không biết thì bỏ trống",
          en: "1950, 3/1950 or 18/03/1950; leave it empty when unknown"),
        error: problems["birth_year"]
      ).html(language)
      PageField(
        "sex", FieldLabel.words(of: "sex"),
        .choice(
          [("", BilingualText(vi: "– không ghi –", en: "– not given –"))]
            + Sex.allCases.map { ($0.name, $0.words) }),
        value: draft["sex"] ?? "", error: problems["sex"]
      ).html(language)
      PageField(
        "phone", FieldLabel.words(of: "phone"), .digits, value: draft["phone"] ?? "",
        hint: BilingualText(vi: "cả nhà chung một số cũng được", en: "a family may share one"),
        error: problems["phone"]
      ).html(language)
      PageField(
        "personal_id", FieldLabel.words(of: "id_last4"), .digits, value: "",
        hint: BilingualText(
          vi: "12 số; máy chỉ giữ 4 số cuối, và không giữ trong bản nháp",
          en: "12 digits; only the last 4 stay readable, and none in a draft"),
        error: problems["id_last4"]
      ).html(language)
      PageField(
        "note", FieldLabel.words(of: "note"), .lines, value: draft["note"] ?? "",
        error: problems["note"]
      ).html(language)
    }
  }

  func reshaped(by action: String) -> [(name: String, value: String)] { [] }

  func save() throws -> SavedDraft {
    let typed = ResidentDraft(
      household: household.id, fullName: draft["full_name"], birth: draft["birth"],
      sex: draft["sex"], phone: draft["phone"], personalID: request.form[Self.personalIDField],
      note: draft["note"])
    let saved = try SavedDraft.writing(draft, request) {
      try $0.addResident(typed, author: request.member, clock: request.clock)
    }
    return SavedDraft(
      row: saved.id, path: back,
      notice: PageNotice(
        BilingualText(vi: "Đã lưu \(saved.codeText).", en: "Saved: \(saved.codeText)."),
        warnings: saved.warnings.map(\.words)))
  }

  /// The number itself never reaches a draft: it is hashed when the record is written.
  static let personalIDField = "personal_id"
}

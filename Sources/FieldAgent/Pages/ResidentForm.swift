import FieldWork
import Pages
import SyncProtocol
import Web

/// The form of a new resident of a household, and of changes to one.
struct ResidentForm: DraftForm {
  let draft: PageDraft
  let request: LaptopRequest
  /// The household of a new resident.
  private let household: Household?
  /// The resident who is changed; nil for a new one.
  private let standing: Resident?

  let submit = BilingualText(vi: "Lưu người này", en: "Save this person")
  var onward: [Onward] {
    guard let household else { return [] }
    let another = Onward(
      "person", BilingualText(vi: "Lưu, rồi thêm người nữa", en: "Save, then another person")
    ) { _ in try HouseholdPage.beginResident(of: household.id, at: visit, request) }
    guard let visit else {
      return [
        Onward(
          "visit", BilingualText(vi: "Lưu, rồi ghi lượt thăm", en: "Save, then record a visit")
        ) { _ in try HouseholdPage.beginVisit(to: household.id, request) }, another,
      ]
    }
    return [
      Onward(
        "assist",
        BilingualText(vi: "Lưu, rồi ghi lượt hỗ trợ", en: "Save, then record an assist")
      ) { try MoreAssists.begin(of: visit, for: $0, request) }, another,
    ]
  }

  /// The field of a draft that keeps the visit from which the form was begun.
  static let visitField = "visit"

  /// The visit from which the form was begun and to which it leads back, while it stands.
  private let visit: Visit?

  var back: String {
    standing.map { "/residents/\($0.codeText)" } ?? visit.map { "/visits/\($0.codeText)" }
      ?? household.map { "/households/\($0.codeText)" } ?? FindPage.path
  }
  var title: BilingualText {
    if let standing {
      return BilingualText(
        vi: "Sửa người dân \(standing.codeText)", en: "Change resident \(standing.codeText)")
    }
    let code = household?.codeText ?? ""
    return BilingualText(vi: "Thêm người vào hộ \(code)", en: "Add a person to \(code)")
  }

  var heading: BilingualText {
    if let standing {
      return BilingualText(vi: "Sửa người dân ", en: "Change resident ")
        + BilingualText(same: named(standing.fullName, standing.codeText))
    }
    return BilingualText(vi: "Thêm người vào hộ ", en: "Add a person to ")
      + BilingualText(same: household.map { named($0.name, $0.codeText) } ?? "")
  }

  init(_ draft: PageDraft, _ request: LaptopRequest) throws {
    self.draft = draft
    self.request = request
    guard let subject = draft.subject else { throw FieldError.noSuchRecord("household") }
    let isNew = draft.kind == .resident
    household = isNew ? try request.reader.existing(Household.self, subject) : nil
    standing = isNew ? nil : try request.reader.existing(Resident.self, subject)
    let code = draft[Self.visitField] ?? ""
    let found = code.isEmpty ? nil : try? request.reader.resolveOne(code, as: .visit)
    visit = try found.flatMap { try request.reader.record(Visit.self, $0) }
      .flatMap { $0.voidReason == nil ? $0 : nil }
  }

  /// What the first person of a family begins with: its head's name and telephone.
  static func start(
    _ household: Household, _ request: LaptopRequest
  ) throws -> [(name: String, value: String)] {
    guard household.kind == .family, let name = household.name,
      try request.reader.residents(household: household.id).isEmpty
    else { return [] }
    return [("full_name", name), ("phone", household.phone ?? "")]
  }

  /// The personal id is not kept in a readable form.
  func recorded() -> [(name: String, value: String)]? {
    guard let resident = standing else { return nil }
    return [
      ("full_name", resident.fullName ?? ""), ("birth", resident.birthText ?? ""),
      ("sex", resident.sex?.name ?? ""), ("phone", resident.phone ?? ""),
      ("note", resident.note ?? ""),
    ]
  }

  func words(of field: String, _ value: String) -> BilingualText? {
    field == "sex" ? Sex.words(named: value) : nil
  }

  /// The name in the form of a field of the record: one box takes the whole date of birth.
  private static func formName(_ field: String) -> String {
    switch field {
    case "birth_year", "birth_month", "birth_day": "birth"
    case "id_last4": personalIDField
    default: field
    }
  }

  private static let birthLabel = BilingualText(
    vi: "Năm sinh, hoặc ngày sinh", en: "Year or date of birth")

  /// What the form calls a field, where that is not what it is called elsewhere.
  private static func label(_ field: String) -> BilingualText? {
    formName(field) == "birth" ? birthLabel : nil
  }

  /// Whether the name stands there as the form began with it.
  private var isHead: Bool {
    standing == nil && household?.name != nil && draft["full_name"] == household?.name
      && draft.field("full_name")?.revision == 1
  }

  func fields(_ problems: FormProblems, _ language: Language) throws -> HTML {
    let seenID = try idVersion()
    return element("div", ["class": "field-grid"]) {
      hidden(Self.seenIDField, seenID)
      PageField(
        "full_name", FieldLabel.words(of: "full_name"), value: draft["full_name"] ?? "",
        hint: isHead
          ? BilingualText(
            vi: "điền sẵn tên chủ hộ; người khác thì gõ lại",
            en: "the head of the household; type another name if it is somebody else")
          : BilingualText(vi: "họ trước, một chữ cũng được", en: "family name first"),
        error: problems["full_name"], isRequired: true
      ).html(language)
      PageField(
        "birth", Self.birthLabel,
        .digits, value: draft["birth"] ?? "",
        hint: BilingualText(
          vi: "1950, 3/1950 hoặc 18/03/1950; không biết thì bỏ trống",
          en: "1950, 3/1950 or 18/03/1950; leave it empty when unknown"),
        error: problems["birth"]
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
          en: "12 digits; only the last 4 stay readable, and none in a draft")
          + (standing == nil
            ? BilingualText(same: "")
            : BilingualText(vi: "; bỏ trống: giữ nguyên", en: "; empty: it stays as it is")),
        error: problems[Self.personalIDField]
      ).html(language)
      PageField(
        "note", FieldLabel.words(of: "note"), .lines, value: draft["note"] ?? "",
        error: problems["note"]
      ).html(language)
    }
  }

  func save() throws -> SavedDraft {
    if let standing { return try save(changesOf: standing) }
    let typed = ResidentDraft(
      household: household?.id, fullName: draft["full_name"], birth: draft["birth"],
      sex: draft["sex"], phone: draft["phone"], personalID: request.form[Self.personalIDField],
      note: draft["note"])
    let saved = try SavedDraft.writing(draft, request, named: Self.formName, called: Self.label) {
      try $0.addResident(typed, author: request.member, clock: request.clock)
    }
    let name = named(draft["full_name"], saved.codeText)
    return SavedDraft(
      row: saved.id, path: back,
      notice: PageNotice(
        BilingualText(
          vi: "Đã lưu \(name) trên máy này.",
          en: "Saved on this laptop: \(name).") + request.notSent,
        warnings: saved.warnings.map(\.words),
        ways: try DuplicatePages.ways(after: saved, request)))
  }

  private func save(changesOf resident: Resident) throws -> SavedDraft {
    let number = request.form[Self.personalIDField].flatMap { typed in
      typed.allSatisfy(\.isWhitespace) ? nil : typed
    }
    if number != nil, let seen = request.form[Self.seenIDField], try seen != idVersion() {
      throw idClash(resident)
    }
    let typed = ResidentDraft(
      fullName: draft.changed("full_name"), birth: draft.changed("birth"),
      sex: draft.changed("sex"), phone: draft.changed("phone"), personalID: number,
      note: draft.changed("note"))
    return try Correction.save(
      draft, of: resident.header, request, named: Self.formName, called: Self.label
    ) {
      try $0.editResident(resident.id, typed, author: request.member, clock: request.clock)
    }
  }

  /// Which personal id the record has: changes whenever anybody writes another, and tells nothing of it.
  private func idVersion() throws -> String {
    guard let standing else { return "" }
    let state = try request.laptop.store.openedRow(ResidentTable.definition.id, standing.id)
    return (state?.heads(of: ResidentTable.idHash.id) ?? []).map { String($0.dot.rawValue) }
      .joined(separator: " ")
  }

  /// That another laptop or window gave the person another number since the form was shown. The number
  /// that was typed is not kept, so that whoever insists types it again.
  private func idClash(_ resident: Resident) -> FormProblems {
    let there =
      resident.idLast4.map { BilingualText(vi: "số đuôi \($0)", en: "the number ending in \($0)") }
      ?? BilingualText(vi: "không có số", en: "no number")
    var problems = FormProblems()
    problems.add(
      Self.personalIDField,
      label: BilingualText(vi: "Bản ghi đã được sửa", en: "The record was changed"),
      BilingualText(
        vi: "Sau khi bạn mở biểu mẫu này, máy khác hoặc cửa sổ khác đã ghi \(there.vietnamese); số "
          + "bạn gõ không được giữ. Bỏ trống thì số kia giữ nguyên; nếu số của bạn mới đúng, hãy gõ lại "
          + "rồi lưu.",
        en: "Since this form was opened, another laptop or window wrote \(there.english); what you "
          + "typed was not kept. Leave this empty and theirs stays; if yours is right, type it again "
          + "and save."))
    return problems
  }

  /// What is wrong with a form, with the number that was typed there and has to be typed again: without
  /// a word somebody would save without it.
  static func withTypedNumber(
    _ problems: FormProblems, _ request: LaptopRequest
  ) -> FormProblems {
    guard request.form[personalIDField]?.contains(where: { !$0.isWhitespace }) == true,
      problems[personalIDField] == nil
    else { return problems }
    var all = problems
    all.add(
      personalIDField, label: FieldLabel.words(of: "id_last4"),
      BilingualText(
        vi: "hãy gõ lại số này: máy không giữ nó trong bản nháp.",
        en: "type the number again: it is not kept in drafts."))
    return all
  }

  /// The number itself never reaches a draft: it is hashed when the record is written.
  static let personalIDField = "personal_id"
  /// Which number the record had when the form was shown.
  static let seenIDField = "personal-id-seen"
}

import FieldWork
import Pages
import SyncProtocol
import Web

/// The form of a record of any kind that `RecordForms` describes: a new one, or changes to one.
struct RecordEntry: DraftForm {
  let draft: PageDraft
  let request: LaptopRequest
  let form: RecordForm
  /// The record that is changed; nil for a new one.
  private let standing: FormRecord?

  /// The field of a draft that keeps the code of the record it was begun from.
  static let aboutField = "about"

  init(_ noun: String, _ draft: PageDraft, _ request: LaptopRequest) throws {
    guard let form = RecordForms.ofField.first(where: { $0.noun == noun }) else {
      throw FieldError.noSuchRecord(noun)
    }
    self.draft = draft
    self.request = request
    self.form = form
    if case .recordEdit = draft.kind, let subject = draft.subject {
      standing = try request.reader.formRecord(form, subject)
      guard standing != nil else { throw FieldError.noSuchRecord(form.table.name) }
    } else {
      standing = nil
    }
  }

  var title: BilingualText {
    standing.map {
      BilingualText(vi: "Sửa ", en: "Change ") + form.words
        + BilingualText(same: " \($0.header.codeText)")
    } ?? BilingualText(vi: "Thêm ", en: "Add: ") + form.words
  }
  var submit: BilingualText {
    standing == nil
      ? BilingualText(vi: "Lưu bản ghi", en: "Save the record")
      : BilingualText(vi: "Lưu chỗ đã sửa", en: "Save the changes")
  }
  var back: String {
    standing.flatMap { RecordPath.of($0.header.codeText) }
      ?? draft[Self.aboutField].flatMap(RecordPath.of) ?? RecordListPage.path(form)
  }

  /// What is typed in a field; boxes are one text with blanks between.
  private func typed(_ option: String) -> String { draft[option] ?? "" }

  func fields(_ problems: FormProblems, _ language: Language) throws -> HTML {
    let isOpen = { (field: FormField) in standing == nil || !field.isFixed }
    return try HTML.group {
      if let standing {
        facts(
          try form.fields.filter { !isOpen($0) }.map { field in
            (field.label, try request.reader.words(of: field, in: standing)?.text(in: language))
          }, language)
      }
      if form.fields.contains(where: \.isService) { ServiceBox.list(language) }
      try element("div", ["class": "field-grid"]) {
        for field in form.fields where isOpen(field) {
          try RecordInput(
            field: field, form: form, typed: typed, problem: problems[field.option],
            request: request
          ).html(language)
        }
      }
    }
  }

  func reshaped(by action: String) -> [(name: String, value: String)] {
    (ServiceBox.taken(by: action, form.fields.filter(\.isService).map(\.option))
      ?? RecordInput.taken(by: action, form)).map { [$0] } ?? []
  }

  func save() throws -> SavedDraft {
    if let standing { return try save(changesOf: standing) }
    let saved = try SavedDraft.writing(draft, request, named: option) {
      try $0.add(
        form, Self.formDraft(form, saidBesideCode), author: request.member, clock: request.clock)
    }
    let words = form.words + BilingualText(same: " \(saved.codeText)")
    return SavedDraft(
      row: saved.id,
      path: draft[Self.aboutField].flatMap(RecordPath.of) ?? RecordPath.of(saved.codeText)
        ?? RecordListPage.path(form),
      notice: PageNotice(
        BilingualText(vi: "Đã lưu ", en: "Saved: ") + words
          + BilingualText(
            vi: " trên máy này. Chưa gửi về trung tâm.",
            en: " on this laptop. It is not sent to the centre yet."),
        warnings: saved.warnings.map(\.words)))
  }

  /// What is typed in a field; the code alone with which a text began says nothing yet.
  private func saidBesideCode(_ option: String) -> String {
    let text = typed(option)
    guard let about = draft[Self.aboutField].flatMap({ try? RecordCode(parsing: $0) }),
      let begun = Self.mention(of: about, in: form)[option], begun.hasSuffix(": ")
    else { return text }
    return text.filter { !$0.isWhitespace } == begun.filter { !$0.isWhitespace } ? "" : text
  }

  private func save(changesOf record: FormRecord) throws -> SavedDraft {
    try Correction.save(draft, of: record.header, request, named: option) {
      try $0.edit(
        form, record.header.id, Self.formDraft(form, draft.changed), author: request.member,
        clock: request.clock)
    }
  }

  /// The name in the form of a field of the record.
  private func option(_ name: String) -> String {
    form.fields.first { $0.definition.name == name }?.option ?? name
  }

  private static func formDraft(
    _ form: RecordForm, _ typed: (String) -> String?
  ) -> FormDraft {
    var draft = FormDraft()
    for field in form.fields {
      guard let text = typed(field.option) else { continue }
      if field.isSet {
        draft.lists[field.definition.id] = text.split(separator: " ").map(String.init)
      } else {
        draft.texts[field.definition.id] = text
      }
    }
    return draft
  }
}

// How such a form begins.
extension RecordEntry {
  /// Begins a new record.
  ///
  /// The form that is posted may name the record it is about, whose code goes into the field that
  /// takes it, and may fill in further fields.
  static func begin(_ form: RecordForm, _ request: LaptopRequest) throws -> HTTPResponse {
    let reader = request.reader
    var values: [String: String] = [:]
    for field in form.fields {
      values[field.option] = try reader.typedStandard(of: field, author: request.member)
    }
    var day = try request.knowledge().doubt == nil ? request.knowledge().today : nil
    var subject: RowID?
    if let text = request.form[aboutField], let code = try? RecordCode(parsing: text) {
      let id = try reader.resolveOne(text, as: code.kind)
      subject = id
      values.merge(mention(of: code, in: form)) { $1 }
      if code.kind == .session, let session = try reader.formRecord(RecordForms.session, id),
        let date = session[SessionTable.date]?.value?.integer
      {
        day = LocalDate(daysSince1970: Int(clamping: date))
      }
    }
    for field in form.fields {
      if case .today = field.standard { values[field.option] = day.map(Format.date) }
      if let given = request.form[field.option] { values[field.option] = given }
    }
    return try DraftPages.beginFilled(
      .record(noun: form.noun), about: subject, request,
      with: [(aboutField, request.form[aboutField] ?? "")]
        + form.fields.map { ($0.option, values[$0.option] ?? "") })
  }

  /// Where the code of a record goes: into the field for such records, or at the head of the words
  /// where the form has none.
  private static func mention(of code: RecordCode, in form: RecordForm) -> [String: String] {
    if let field = form.reference(to: code.kind) { return [field.option: code.text] }
    guard let title = form.fields.first(where: { $0.definition.id == form.title.first?.id }),
      case .text = title.rule
    else { return [:] }
    return [title.option: "\(code.text): "]
  }

  /// Begins the change of a record, filled in from it.
  static func beginEdit(
    _ kind: RecordCode.Kind, _ id: RowID, _ request: LaptopRequest
  ) throws -> HTTPResponse {
    guard let form = RecordForms.form(of: kind.table.id),
      let record = try request.reader.formRecord(form, id)
    else { throw FieldError.noSuchRecord(kind.table.name) }
    let values = try form.fields.filter { !$0.isFixed }.map { field in
      (
        field.option,
        field.isSet
          ? try request.reader.typedTexts(of: field, in: record).joined(separator: " ")
          : try request.reader.typedText(of: field, in: record)
      )
    }
    return try DraftPages.beginFilled(
      .recordEdit(noun: form.noun), about: id, request,
      with: values.map { (name: $0.0, value: $0.1) })
  }
}

extension RecordForm {
  /// The field that takes a record of a kind; nil where the form has none.
  func reference(to kind: RecordCode.Kind) -> FormField? {
    fields.first { field in
      if case .record(kind) = field.rule { true } else { false }
    }
  }
}

extension FormField {
  /// Whether it takes the code of a service or procedure.
  fileprivate var isService: Bool { if case .service = rule { true } else { false } }
}

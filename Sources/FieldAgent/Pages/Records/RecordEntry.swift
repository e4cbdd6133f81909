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
    } ?? BilingualText(vi: "Thêm ", en: "Add ") + form.words
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
      if form.fields.contains(where: \.isService) {
        try ServiceBox.list(language, request.reader)
      }
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

  var boxes: Set<String> { Set(form.fields.filter(\.isSet).map(\.option)) }

  func recorded() throws -> [(name: String, value: String)]? {
    guard let standing else { return nil }
    return try form.fields.filter { !$0.isFixed }.map { field in
      (
        field.option,
        field.isSet
          ? try request.reader.typedTexts(of: field, in: standing).joined(separator: " ")
          : try request.reader.typedText(of: field, in: standing)
      )
    }
  }

  func words(of field: String, _ value: String) throws -> BilingualText? {
    guard let field = form.fields.first(where: { $0.option == field }) else { return nil }
    return switch field.rule {
    case .choice(let list): list.parse(value)?.words
    case .choices(let lists, _): lists.values.lazy.compactMap { $0.parse(value)?.words }.first
    case .blockedReason: BlockedReason.words(of: value)
    case .service: try request.reader.serviceName(of: value)
    case .record(let kind):
      try (try? request.reader.resolveOne(value, as: kind)).map {
        try request.reader.described($0.rawValue, kind)
      }
    default: nil
    }
  }

  func reshaped(by action: String) -> [(name: String, value: String)] {
    (ServiceBox.taken(by: action, form.fields.filter(\.isService).map(\.option), request.reader)
      ?? RecordInput.taken(by: action, form)).map { [$0] } ?? []
  }

  func save() throws -> SavedDraft {
    if let standing { return try save(changesOf: standing) }
    let saved = try SavedDraft.writing(draft, request, named: option) {
      try $0.add(
        form, Self.formDraft(form, typed), author: request.member, clock: request.clock)
    }
    let words = form.words + BilingualText(same: " \(saved.codeText)")
    return SavedDraft(
      row: saved.id,
      path: draft[Self.aboutField].flatMap(RecordPath.of) ?? RecordPath.of(saved.codeText)
        ?? RecordListPage.path(form),
      notice: PageNotice(
        BilingualText(vi: "Đã lưu ", en: "Saved: ") + words
          + BilingualText(vi: " trên máy này.", en: " on this laptop.") + request.notSent,
        warnings: saved.warnings.map(\.words)))
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
      if let field = form.reference(to: code.kind) { values[field.option] = code.text }
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
        + form.fields.map { ($0.option, values[$0.option] ?? "") },
      asked: form.fields.map(\.option).filter { request.form[$0] != nil })
  }

  /// The draft that changes a record of a kind.
  static func change(of kind: RecordCode.Kind) throws -> PageDraft.Kind {
    guard let form = RecordForms.form(of: kind.table.id) else {
      throw FieldError.noSuchRecord(kind.table.name)
    }
    return .recordEdit(noun: form.noun)
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

import FieldWork
import Pages
import SyncProtocol
import Web

/// The form of a record of any kind that `CentreForms` has: a new one, or changes to one.
struct RecordFormPages {
  static let aboutName = "about"
  private static let ticketName = "ticket"
  /// How the fields begin that say what stood in the form when it was shown.
  private static let shownPrefix = "was-"

  static let routes = [
    PageRoute(.get, "/new/:noun", access: .coordinator) { try RecordFormPages(new: $0).page() },
    PageRoute(.post, "/new/:noun", access: .coordinator, isNoted: false) {
      try RecordFormPages(new: $0).save()
    },
    PageRoute(.get, "/edit/:code", access: .coordinator, isNoted: true) {
      try RecordFormPages(changing: $0).page()
    },
    PageRoute(.post, "/edit/:code", access: .coordinator, isNoted: false) {
      try RecordFormPages(changing: $0).save()
    },
  ]

  /// Where a new record of a kind is written down.
  static func newPath(_ form: RecordForm) -> String { "/new/\(form.noun)" }

  /// Where a record is changed.
  static func editPath(_ code: String) -> String { "/edit/\(code)" }

  private let request: PageRequest
  private let language: Language
  private let form: RecordForm
  private let reached: ReachedWork
  private let choices: RecordChoices
  /// What a field begins with: what stands there, what the address says, or what is usual.
  private let values: [String: String]
  /// The record that is changed; nil for a new one.
  private let standing: FormRecord?
  /// The code of the record that a new one is about.
  private let about: String?

  private init(new request: PageRequest) throws {
    let noun = request.parameters["noun"]
    guard let form = CentreForms.form(noun) else {
      throw FieldError.noSuchRecord(String(noun.prefix(40)))
    }
    try self.init(request, form, nil)
  }

  private init(changing request: PageRequest) throws {
    let record = try request.formRecord()
    let reached = try request.reached()
    guard try request.centre.read({ try reached.mayWrite(record, $0) }), !record.isVoided else {
      throw AccountError.notAllowed(request.account?.name.text ?? "")
    }
    try self.init(request, record.form, record)
  }

  private init(_ request: PageRequest, _ form: RecordForm, _ standing: FormRecord?) throws {
    self.request = request
    self.form = form
    self.standing = standing
    language = request.language
    let reached = try request.reached()
    self.reached = reached
    let about = request.form[Self.aboutName] ?? request.http.query[Self.aboutName]
    self.about = about.flatMap { try? RecordCode(parsing: $0) }?.text
    let code = self.about
    (choices, values) = try request.centre.read { reader in
      var values: [String: String] = [:]
      for field in CentreForms.fields(of: form) {
        values[field.option] =
          if let standing {
            field.isSet
              ? try reader.typedTexts(of: field, in: standing).joined(separator: "\n")
              : try reader.typedText(of: field, in: standing)
          } else if let given = request.http.query[field.option] {
            String(given.prefix(200))
          } else if let code, field.means(code) {
            code
          } else if case .today = field.standard {
            Format.date(request.today)
          } else {
            try reader.typedStandard(of: field, author: request.account?.rights.member)
          }
      }
      return (
        try RecordChoices(form, reader, reached, at: request.centre.settings.place), values
      )
    }
  }

  private var path: String {
    standing.map { Self.editPath($0.address) } ?? Self.newPath(form)
  }

  private var title: BilingualText {
    standing.map {
      BilingualText(vi: "Sửa ", en: "Change ") + form.words
        + BilingualText(same: " \($0.header.codeText)")
    } ?? BilingualText(vi: "Thêm ", en: "Add ") + form.words
  }

  /// What is typed in a field now.
  private func typed(_ option: String) -> String {
    guard request.showsTyped else { return values[option] ?? "" }
    return request.form.all(option).joined(separator: "\n").withPlainLines
  }

  private func page(
    _ problems: [FieldProblem] = [], problem: BilingualText? = nil
  ) -> HTTPResponse {
    var frame = request.frame(title)
    if request.http.method.changesState { frame.path = path }
    let isWrong = !problems.isEmpty || problem != nil
    return .html(
      frame.page {
        panel {
          PageForm(
            action: path, formToken: request.formToken,
            submit: standing == nil
              ? BilingualText(vi: "Lưu", en: "Save")
              : BilingualText(vi: "Lưu chỗ đã sửa", en: "Save the changes"),
            problem: problem ?? RecordFormWords.problem(problems)
          ).html(language) {
            hidden(Self.ticketName, request.centre.formTickets.issue())
            if let about { hidden(Self.aboutName, about) }
            // What somebody else changes meanwhile stays as they left it.
            if standing != nil {
              for field in asked { hidden(Self.shownPrefix + field.option, shown(field)) }
            }
            element("div", ["class": "field-grid"]) {
              for field in asked {
                RecordBox(
                  field: field, form: form, typed: typed, problem: words(problems, field),
                  choices: choices
                ).html(language)
              }
            }
          }
        }
        if let back {
          element("p") {
            element("a", ["href": back]) { RecordFormWords.back.text(in: language) }
          }
        }
      }, status: isWrong ? 422 : 200)
  }

  /// The fields that can be written: what is given once is given with a new record alone.
  private var asked: [FormField] {
    CentreForms.fields(of: form).filter { standing == nil || !$0.isFixed }
  }

  /// What stood in a field when the form was first shown.
  private func shown(_ field: FormField) -> String {
    request.form[Self.shownPrefix + field.option]?.withPlainLines ?? values[field.option] ?? ""
  }

  private func words(_ problems: [FieldProblem], _ field: FormField) -> BilingualText? {
    problems.first { $0.field == field.definition.name }?.kind.words
  }

  private var back: String? {
    about.flatMap { CentreForms.path(of: $0) } ?? standing.map { CentreForms.path(of: $0) }
      ?? CataloguePages.path(holding: form)
  }

  /// What was typed; of a record that stands only what was changed in the form.
  private var draft: FormDraft {
    var draft = FormDraft()
    for field in asked {
      let text = typed(field.option)
      if field.isSet {
        let parts = RecordBox.parts(text)
        if standing == nil || Set(parts) != Set(RecordBox.parts(shown(field))) {
          draft.lists[field.definition.id] = parts
        }
      } else if standing == nil || text != shown(field) {
        draft.texts[field.definition.id] = text
      }
    }
    return draft
  }

  private func save() throws -> HTTPResponse {
    let actor = try request.actor
    let author = request.account?.rights.member
    guard request.centre.formTickets.use(request.form[Self.ticketName] ?? "") else {
      return page(problem: RecordFormWords.sentTwice)
    }
    do {
      let (code, own, warnings) = try request.centre.change { records, clock in
        let reader = records.reader
        try ServedUnits(request.centre.settings.place, reader).check(form, draft)
        if let id = standing?.header.id {
          guard let now = try reader.formRecord(form, id), try reached.mayWrite(now, reader) else {
            throw BeyondReach()
          }
        }
        let saved =
          try standing.map {
            try records.edit(form, $0.header.id, draft, author: author, clock: clock)
          } ?? records.add(form, draft, author: author, clock: clock)
        // Nor does anybody write where they do not see.
        guard let after = try reader.formRecord(form, saved.id), try reached.mayWrite(after, reader)
        else { throw BeyondReach() }
        let code = after.header.codeText
        try AuditLog(records.store.connection).note(
          AuditEvent(.sent, path, detail: code), by: actor, at: clock.wall)
        return (code, CentreForms.path(of: after), saved.warnings.map(\.words))
      }
      // What a team's laptops may hold does not move with it: that is decided at once.
      let isMovedTeam =
        standing != nil && draft.texts[TeamTable.place.id] != nil
        && form.noun == RecordForms.team.noun
      let next =
        isMovedTeam
        ? TeamAreasPage.path(of: code) : about.flatMap { CentreForms.path(of: $0) } ?? own
      return warnings.isEmpty
        ? .seeOther("\(next)?done=saved") : saved(code, warnings, next)
    } catch FieldError.invalid(let problems) {
      return page(problems)
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return page(problem: PageRequest.words(ofInput: error))
    }
  }

  /// What was saved although something about it is to be doubted.
  private func saved(
    _ code: String, _ warnings: [BilingualText], _ next: String
  ) -> HTTPResponse {
    var frame = request.frame(title)
    frame.isNarrow = true
    return .html(
      frame.page {
        panel {
          element("p", ["class": "message good", "role": "status"]) {
            RecordFormWords.saved(form, code).text(in: language)
          }
          for warning in warnings {
            element("p") { StateMark.attention.html(warning.text(in: language)) }
          }
          element("p") {
            element("a", ["href": next]) { RecordFormWords.onward.text(in: language) }
          }
        }
      })
  }
}

extension FormField {
  /// Whether it takes the record of a code.
  fileprivate func means(_ code: String) -> Bool {
    guard case .record(let kind) = rule else { return false }
    return (try? RecordCode(parsing: code))?.kind == kind
  }
}

extension String {
  /// With the ends of lines that records have; browsers send others.
  fileprivate var withPlainLines: String {
    String(map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }
}

extension PageRequest {
  /// The record that the address names, within reach.
  /// - Throws: `FieldError.notFound`.
  func formRecord(_ name: String = "code") throws -> FormRecord {
    let typed = String(parameters[name].prefix(64))
    let reached = try reached()
    let found = try centre.read { reader -> FormRecord? in
      guard let record = try CentreForms.record(typed, reader),
        try reached.mayShow(record, reader)
      else { return nil }
      return record
    }
    guard let found else { throw FieldError.notFound(typed) }
    return found
  }
}

/// The words of forms of records.
enum RecordFormWords {
  static let back = BilingualText(vi: "Không ghi gì, trở lại", en: "Write nothing, go back")
  static let onward = BilingualText(vi: "Đi tiếp", en: "Go on")
  static let sentTwice = BilingualText(
    vi:
      "Lần bấm này chưa ghi gì: mẫu này đã được gửi một lần hoặc đã cũ. Hãy xem danh sách; chưa có "
      + "thì bấm lưu lần nữa.",
    en: "This press wrote nothing: the form was sent before, or is old. Look at the list; if it is "
      + "not there, save once more.")

  static func problem(_ problems: [FieldProblem]) -> BilingualText? {
    guard !problems.isEmpty else { return nil }
    return problems.reduce(BilingualText(vi: "Chưa lưu gì.", en: "Nothing was saved.")) {
      $0 + BilingualText(same: " ") + $1.words
    }
  }

  static func saved(_ form: RecordForm, _ code: String) -> BilingualText {
    BilingualText(vi: "Đã lưu ", en: "Saved: ") + form.words + BilingualText(same: " \(code).")
  }
}

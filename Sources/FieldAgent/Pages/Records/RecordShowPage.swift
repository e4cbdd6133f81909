import FieldWork
import Pages
import SyncProtocol
import Web

/// A record of any kind that `RecordForms` describes: its fields in words, what can be done with it,
/// and the records that are about it.
struct RecordShowPage {
  static let routes = RecordForms.ofField.map { form in
    LaptopRoute(.get, "\(RecordListPage.path(form))/:code") { request in
      let page = try RecordShowPage(form, request)
      return try request.page(page.title) { try page.content() }
    }
  }

  private let form: RecordForm
  private let request: LaptopRequest
  private let language: Language
  private let record: FormRecord

  private init(_ form: RecordForm, _ request: LaptopRequest) throws {
    self.form = form
    self.request = request
    language = request.language
    let id = try request.reader.resolve(request.parameters["code"], of: form)
    guard let record = try request.reader.formRecord(form, id) else {
      throw FieldError.noSuchRecord(form.table.name)
    }
    self.record = record
  }

  private var title: BilingualText {
    form.words.capitalized + BilingualText(same: " \(record.header.codeText)")
  }

  private func content() throws -> HTML {
    try HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      try panel { try details() }
      RecordActions.html(record.header.codeText, isVoided: record.isVoided, request)
      if form.noun == RecordForms.session.noun { try SessionDesk(record, request).html() }
      if let kind = form.kind {
        try RelatedRecords(kind, record.header, isVoided: record.isVoided, request).html()
      }
      element("p") {
        link(
          RecordListPage.path(form),
          language.text("Xem tất cả: ", "See all: ") + form.words.text(in: language))
      }
    }
  }

  private func details() throws -> HTML {
    var facts: [(label: BilingualText, value: HTML?)] = try form.fields.map { field in
      let words = try request.reader.words(of: field, in: record)
      return (field.label, try words.map { try value(field, $0.text(in: language)) })
    }
    if let field = form.voidReason, let reason = record[field] {
      let words = reason.value?.text ?? reason.inBrackets.text(in: language)
      facts.append((FieldLabel.words(of: field.name), .text(words)))
    }
    return factList(facts, language)
  }

  /// The words of a field, as a link where they name a record that has a page.
  private func value(_ field: FormField, _ words: String) throws -> HTML {
    guard case .record(let kind) = field.rule, RecordPath.folder(kind) != nil,
      let id = record[field.definition]?.value?.integer.flatMap(RowID.init(rawValue:)),
      let path = RecordPath.of(try request.reader.codeText(of: id, in: kind.table))
    else { return .text(words) }
    return link(path, words)
  }
}

import FieldWork
import Pages
import SyncProtocol
import Web

/// Everything of the kinds that forms describe that is about one record, with the ways to add more.
struct RelatedRecords {
  /// The most lines of each table; the rest is one press away.
  private static let listLimit = 8

  private let kind: RecordCode.Kind
  private let record: RecordHeader
  private let isVoided: Bool
  private let request: LaptopRequest
  private var language: Language { request.language }

  init(
    _ kind: RecordCode.Kind, _ record: RecordHeader, isVoided: Bool, _ request: LaptopRequest
  ) {
    self.kind = kind
    self.record = record
    self.isVoided = isVoided
    self.request = request
  }

  private var forms: [(form: RecordForm, field: FormField)] {
    RecordForms.ofField.compactMap { form in form.reference(to: kind).map { (form, $0) } }
  }

  /// The buttons, then one table for each kind of which there is something.
  func html() throws -> HTML {
    let forms = forms
    return try HTML.group {
      if !isVoided, !forms.isEmpty {
        panel(id: "add", language.text("Ghi thêm", "Record more")) {
          element("div", ["class": "row-actions"]) {
            for (form, _) in forms { buttons(form) }
          }
        }
      }
      for (form, field) in forms { try table(form, field) }
    }
  }

  /// One button; of observations one for each thing that can be seen.
  private func buttons(_ form: RecordForm) -> HTML {
    guard form.noun == RecordForms.observation.noun else {
      return RecordTable.addButton(form, about: record.codeText, request)
    }
    return HTML.group {
      for choice in ChoiceList.observationKind.choices {
        RecordTable.addButton(
          form, about: record.codeText, request,
          label: BilingualText(vi: "Ghi ", en: "Record ") + choice.words,
          fields: [("kind", choice.name)])
      }
    }
  }

  private func table(_ form: RecordForm, _ field: FormField) throws -> HTML {
    var filter = FormFilter()
    filter.includesVoided = true
    filter.values = [(field.definition, .integer(record.id.rawValue))]
    let count = try request.reader.formCount(form, filter)
    guard count > 0 else { return .empty }
    let records = try request.reader.formRecords(
      form, filter, page: RecordPage(limit: Self.listLimit))
    return try panel(id: form.plural) {
      try RecordTable(
        form: form, records: records, without: field, caption: form.words.capitalized,
        request: request
      ).html()
      if count > records.count {
        element("p") {
          link(
            "\(RecordListPage.path(form))?about=\(record.codeText)",
            language.text("Xem cả \(count)", "See all \(count)"))
        }
      }
    }
  }
}

import Documents
import FieldWork
import Pages
import Web

/// What the centre keeps for everybody beside the roster, such as targets, indicators, days off and
/// procedures: one list for every kind, from the form that describes it.
struct CataloguePages {
  static let path = "/catalogue"
  private static let pattern = "\(path)/:kept"

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator, handler: index),
      PageRoute(.get, pattern, access: .coordinator) { try CataloguePages($0).page() },
    ]
    + ListFileFormat.routes(of: "\(pattern)/list", access: .coordinator) {
      try CataloguePages($0).file($1)
    }

  /// Where the records of a kind are listed.
  static func path(of form: RecordForm) -> String { "\(path)/\(form.noun)" }

  /// Where a kind is listed that has its list here; nil for others.
  static func path(holding form: RecordForm) -> String? {
    CentreForms.catalogue.contains { $0.noun == form.noun } ? path(of: form) : nil
  }

  // MARK: All kinds

  private static func index(_ request: PageRequest) throws -> HTTPResponse {
    let language = request.language
    let counts = try request.centre.read { reader in
      try CentreForms.catalogue.map { try reader.formCount($0, FormFilter()) }
    }
    return request.page(CatalogueWords.title) {
      panel {
        PageTable(
          CatalogueWords.title,
          columns: [
            .text(CatalogueWords.kind), .number(CatalogueWords.count), .text(CatalogueWords.use),
          ],
          rows: zip(CentreForms.catalogue, counts).map { form, count in
            PageTable.Row([
              element("a", ["href": path(of: form)]) { form.words.capitalized.text(in: language) },
              PageTable.number(count, language),
              .text(CatalogueWords.use(of: form).text(in: language)),
            ])
          }, empty: BilingualText(same: "")
        ).html(language)
      }
    }
  }

  // MARK: One kind

  private let request: PageRequest
  private let form: RecordForm
  private let reached: ReachedWork
  private let rows: [CatalogueRow]

  private init(_ request: PageRequest) throws {
    let noun = request.parameters["kept"]
    guard let form = CentreForms.catalogue.first(where: { $0.noun == noun }) else {
      throw FieldError.notFound(String(noun.prefix(40)))
    }
    self.request = request
    self.form = form
    let reached = try request.reached()
    self.reached = reached
    rows = try request.centre.read { reader in
      var filter = FormFilter()
      filter.includesVoided = true
      return try reader.formRecords(form, filter, page: .all)
        .filter { try reached.mayShow($0, reader) }.map { try CatalogueRow($0, reader) }
    }
  }

  private var path: String { Self.path(of: form) }

  private func page() -> HTTPResponse {
    let list = list
    let choice = list.choice(request.http.query)
    var frame = request.frame(form.words.capitalized)
    frame.lead = CatalogueWords.use(of: form)
    return .html(
      frame.page {
        panel {
          list.html(
            list.part(of: rows, choice), choice, files: ListFileFormat.links(of: "\(path)/list"),
            request.language)
        }
        element("p", ["class": "actions not-printed"]) {
          link(CentreForms.path(adding: form), RecordWays.add(form))
          if reached.isEverything {
            link(
              ImportPages.path + PageQuery.text([("kind", form.noun)]), CatalogueWords.takeIn)
          }
          link(Self.path, CatalogueWords.title)
        }
      })
  }

  private func link(_ path: String, _ words: BilingualText) -> HTML {
    element("a", ["href": path]) { words.text(in: request.language) }
  }

  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    try ListFile(list, format, name: form.plural).answer(request, rows: rows)
  }

  private var list: PageList<CatalogueRow> {
    PageList<CatalogueRow>(
      path, form.words.capitalized, columns: columns, filters: filters, empty: RecordWays.none,
      style: { $0.record.isVoided ? "row-missing" : nil })
  }

  private var columns: [PageList<CatalogueRow>.Column] {
    let language = request.language
    let fields = form.fields.filter(\.isListed)
    let further = form.fields.filter { !$0.isListed }
    func value(_ field: FormField) -> (CatalogueRow) -> SpreadsheetValue {
      { $0.value(field, language) }
    }
    let shown = fields.enumerated().map { place, field in
      PageList<CatalogueRow>.Column(
        field.option, field.label, comesFirst: { $0.comesBefore($1, by: field) },
        cell: { row in
          let words = row.words(field)?.text(in: language) ?? "—"
          // The first column leads to the record.
          guard place == 0 else { return .text(words) }
          return element("a", ["href": CentreForms.path(of: row.record)]) { words }
        }, value: value(field))
    }
    let files = further.map { field in
      PageList<CatalogueRow>.Column(
        field.option, field.label, isOnlyInFiles: true, value: value(field))
    }
    return shown + [
      .init(
        "state", LaptopWords.state,
        cell: { row in
          (row.record.isVoided ? StateMark.missing : .good)
            .html(CatalogueWords.state(row.record).text(in: language))
        }, value: { .text(CatalogueWords.state($0.record).text(in: language)) })
    ] + files
  }

  private var filters: [PageList<CatalogueRow>.Filter] {
    let fields = form.fields
    var filters: [PageList<CatalogueRow>.Filter] = [
      .init("q", CatalogueWords.contains) { row, typed in
        let wanted = SearchFold.base(typed)
        return fields.contains { field in
          SearchFold.base(row.words(field)?.vietnamese ?? "").contains(wanted)
        }
      }
    ]
    if fields.contains(where: { $0.option == "from" }) {
      filters.append(.init(day: "on", CatalogueWords.on) { $0.holds(on: $1) })
    }
    filters.append(
      .init("state", LaptopWords.state, CatalogueWords.states) { row, value in
        row.record.isVoided == (value == CatalogueWords.voidedState)
      })
    return filters
  }
}

/// The words of what the centre keeps for everybody.
enum CatalogueWords {
  static let title = BilingualText(vi: "Danh mục, chỉ tiêu, ngày nghỉ", en: "Catalogue and targets")
  static let kind = BilingualText(vi: "Danh mục", en: "Kind")
  static let count = BilingualText(vi: "Số bản ghi", en: "Records")
  static let use = BilingualText(vi: "Dùng để", en: "What for")
  static let contains = BilingualText(vi: "Có chữ", en: "Contains")
  static let on = BilingualText(vi: "Có hiệu lực ngày", en: "In force on")
  static let takeIn = BilingualText(vi: "Nhập từ tệp CSV", en: "Take in a CSV file")
  static let voidedState = "voided"
  private static let stands = BilingualText(vi: "đang dùng", en: "stands")
  private static let voided = BilingualText(vi: "đã hủy", en: "voided")

  static let states = [(value: "stands", words: stands), (value: voidedState, words: voided)]

  static func state(_ record: FormRecord) -> BilingualText { record.isVoided ? voided : stands }

  /// What a kind is kept for.
  static func use(of form: RecordForm) -> BilingualText {
    switch form.noun {
    case RecordForms.procedureVersion.noun:
      BilingualText(
        vi: "thời hạn, lệ phí, mức độ dịch vụ của một thủ tục từ một ngày",
        en: "the time limit, fee and level of a procedure from a day on")
    case RecordForms.checklistItem.noun:
      BilingualText(
        vi: "giấy tờ mà hồ sơ của một thủ tục phải có", en: "what a dossier of a procedure holds")
    case RecordForms.service.noun:
      BilingualText(
        vi: "việc các tổ giúp mà không phải thủ tục", en: "what teams help with beside procedures")
    case RecordForms.calendarDay.noun:
      BilingualText(
        vi: "ngày nghỉ, ngày làm bù: các hạn tính theo đó", en: "days off and made up: due dates")
    case RecordForms.target.noun:
      BilingualText(vi: "số phải đạt trong một thời gian", en: "what is to be reached, and when")
    case RecordForms.indicatorSet.noun:
      BilingualText(vi: "một ấn bản của bộ chỉ số", en: "an edition of a set of indicators")
    case RecordForms.indicator.noun:
      BilingualText(vi: "một chỉ số và cách tính", en: "an indicator and how it is computed")
    case RecordForms.indicatorValue.noun:
      BilingualText(
        vi: "số liệu do cơ quan công bố, để so với số của trung tâm",
        en: "official figures, beside those of the centre")
    default: form.words
    }
  }
}

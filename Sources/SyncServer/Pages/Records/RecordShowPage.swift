import FieldWork
import Pages
import SyncProtocol
import Web

/// A record of any kind: its fields in words, what can be done with it where `CentreForms` has it, and
/// the records that are about it.
enum RecordShowPage {
  static let path = "/records"

  static let routes = [
    PageRoute(.get, "\(path)/:code", access: .coordinator, isNoted: true, handler: page)
  ]

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    if let kind = (try? RecordCode(parsing: String(request.parameters["code"].prefix(64))))?.kind,
      CentreForms.form(of: kind) == nil
    {
      return try FieldRecordPage(request, kind).page()
    }
    let record = try request.formRecord()
    // Some kinds have a page of their own.
    let own = CentreForms.path(of: record)
    guard own.hasPrefix(path) else { return .seeOther(own) }
    let parts = try RecordParts(record, request)
    let (related, ways) = try request.centre.read { reader in
      (try parts.related(reader), try parts.ways(reader))
    }
    return .html(
      request.frame(parts.title).page {
        parts.notice
        panel { parts.facts }
        ways
        related
        if let list = CataloguePages.path(holding: record.form) {
          element("p") {
            element("a", ["href": list]) {
              record.form.words.capitalized.text(in: request.language)
            }
          }
        }
      })
  }
}

/// What the page of a record has, whatever its kind.
struct RecordParts {
  let record: FormRecord
  let request: PageRequest
  /// Its fields in words.
  let facts: HTML
  private let mayWrite: Bool
  private var language: Language { request.language }

  init(_ record: FormRecord, _ request: PageRequest) throws {
    self.record = record
    self.request = request
    let reached = try request.reached()
    let language = request.language
    (facts, mayWrite) = try request.centre.read { reader in
      (
        try Self.facts(record, reader, language, request.account?.rights),
        try reached.mayWrite(record, reader)
      )
    }
  }

  /// The kind and the code: names stand in the page alone.
  var title: BilingualText {
    record.form.words.capitalized + BilingualText(same: " \(record.code)")
  }

  /// That something was just done with it.
  var notice: HTML {
    guard request.http.query["done"] != nil else { return .empty }
    return element("p", ["class": "message good", "role": "status"]) {
      RecordWays.done.text(in: language)
    }
  }

  private static func facts(
    _ record: FormRecord, _ reader: RecordReader, _ language: Language, _ rights: AccountRights?
  ) throws -> HTML {
    var facts: [(label: BilingualText, value: HTML?)] = try CentreForms.fields(of: record.form)
      .map { field in
        let words = try reader.words(of: field, in: record)?.text(in: language)
        return (field.label, try words.map { try value(field, $0, record, reader) })
      }
    if let field = record.form.voidReason, let reason = record[field] {
      let words = reason.value?.text ?? reason.inBrackets.text(in: language)
      facts.append((FieldLabel.words(of: field.name), .text(words)))
    }
    return factList(facts, language)
  }

  /// The words of a field, as a link where they name a record that has a page.
  private static func value(
    _ field: FormField, _ words: String, _ record: FormRecord, _ reader: RecordReader
  ) throws -> HTML {
    guard case .record(let kind) = field.rule, let id = record.row(field.definition),
      let path = CentreForms.path(of: try reader.codeText(of: id, in: kind.table))
    else { return .text(words) }
    return element("a", ["href": path]) { words }
  }

  /// The ways to change it, to take it back, and to add what is about it.
  func ways(_ reader: RecordReader, further: [PageFrame.Link] = []) throws -> HTML {
    guard mayWrite else { return .empty }
    return element("p", ["class": "actions not-printed"]) {
      for way in further { link(way.path, way.text) }
      if !record.isVoided {
        for (form, _) in about {
          link(CentreForms.path(adding: form, about: record.code), RecordWays.add(form))
        }
        link(RecordFormPages.editPath(record.address), RecordWays.change)
      }
      if record.form.canVoid {
        link(
          RecordVoidPages.path(record.address),
          record.isVoided ? RecordWays.restore : RecordWays.void)
      }
    }
  }

  private func link(_ path: String, _ words: BilingualText) -> HTML {
    element("a", ["href": path]) { words.text(in: language) }
  }

  /// The kinds of records that can be about it, with the field that says so.
  private var about: [(form: RecordForm, field: FormField)] {
    guard let kind = record.form.kind else { return [] }
    return CentreForms.all.compactMap { form in
      guard form.noun != record.form.noun else { return nil }
      return form.fields.first { field in
        if case .record(kind) = field.rule { true } else { false }
      }.map { (form, $0) }
    }
  }

  /// The records that are about it, a table for each kind of which there is something.
  func related(
    _ reader: RecordReader, without left: Set<String> = []
  ) throws -> HTML {
    let reached = try request.reached()
    return try HTML.group {
      for (form, field) in about where !left.contains(form.noun) {
        let records = try list(form, field, reader).filter { try reached.mayShow($0, reader) }
        if !records.isEmpty {
          let part = PartOfPage(form.plural, of: records.count, request)
          try panel(id: form.plural) {
            try RecordTable(
              form: form, records: Array(records[part.range]), without: field, reader: reader
            ).html(language)
            part.html(language)
          }
        }
      }
    }
  }

  private func list(
    _ form: RecordForm, _ field: FormField, _ reader: RecordReader
  ) throws -> [FormRecord] {
    var filter = FormFilter()
    filter.values = [(field.definition, .integer(record.header.id.rawValue))]
    return try reader.formRecords(form, filter, page: .all)
  }
}

/// Records of one kind that stand below the one they are about.
struct RecordTable {
  let form: RecordForm
  let records: [FormRecord]
  /// The field that says the same in every line.
  let without: FormField?
  let reader: RecordReader

  private var columns: [FormField] {
    form.fields.filter { $0.isListed && $0.definition.id != without?.definition.id }
  }

  /// The table in one language.
  func html(_ language: Language) throws -> HTML {
    let columns = columns
    return PageTable(
      form.words.capitalized,
      columns: [.text(RecordWays.code)] + columns.map { .text($0.label) },
      rows: try records.map { record in
        let head = element("a", ["href": CentreForms.path(of: record)]) { record.code }
        return PageTable.Row(
          [head]
            + (try columns.map { field in
              .text(try reader.words(of: field, in: record)?.text(in: language) ?? "—")
            }))
      }, empty: RecordWays.none
    ).html(language)
  }
}

extension FormRecord {
  /// What people call it.
  var code: String { header.codeText }
  /// What stands for it in addresses: its code, or where the kind has none the kind and the row.
  var address: String { form.kind == nil ? "\(form.noun)-\(header.id.rawValue)" : code }
}

/// The words around records.
enum RecordWays {
  static let code = BilingualText(vi: "Mã", en: "Code")
  static let change = BilingualText(vi: "Sửa", en: "Change")
  static let void = BilingualText(vi: "Hủy bản ghi", en: "Void it")
  static let restore = BilingualText(vi: "Lấy lại bản ghi đã hủy", en: "Take the void back")
  static let done = BilingualText(vi: "Đã lưu ở trung tâm.", en: "Saved at the centre.")
  static let none = BilingualText(vi: "Chưa có gì.", en: "There is nothing yet.")
  static let reason = BilingualText(vi: "Vì sao", en: "Why")

  static func add(_ form: RecordForm) -> BilingualText {
    BilingualText(vi: "Thêm ", en: "Add ") + form.words
  }
}

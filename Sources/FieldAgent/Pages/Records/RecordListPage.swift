import FieldWork
import Pages
import SyncProtocol
import Web

/// The records of one kind that are on this laptop, the latest first, voided ones too.
struct RecordListPage {
  static let routes = RecordForms.ofField.flatMap { form in
    [
      LaptopRoute(.get, path(form)) { request in
        let page = try RecordListPage(form, request)
        return try request.page(page.title) { try page.content() }
      },
      LaptopRoute(.post, "\(path(form))/new") { try RecordEntry.begin(form, $0) },
    ]
  }

  /// The list of a kind.
  static func path(_ form: RecordForm) -> String { "/\(form.plural)" }

  /// What the records of a kind are good for.
  static func purpose(_ form: RecordForm) -> BilingualText {
    switch form.kind {
    case .consent:
      BilingualText(
        vi: "Người dân đồng ý hay từ chối điều gì", en: "What residents agreed to or not")
    case .session:
      BilingualText(
        vi: "Ngày thứ Bảy, điểm hỗ trợ, tập huấn, tuyên truyền",
        en: "Saturdays, support points, trainings, disseminations")
    case .tally:
      BilingualText(
        vi: "Đếm người, tờ rơi, bài đăng khi không ghi tên",
        en: "People, leaflets, posts counted where nobody is named")
    case .observation:
      BilingualText(
        vi: "VNeID, chữ ký số, thanh toán, kết nối mạng đã thấy",
        en: "VNeID, signature, cashless payment, connectivity as seen")
    case .feedback:
      BilingualText(
        vi: "Gõ lại phiếu góp ý, câu trả lời", en: "Slips of feedback typed in, and answers")
    case .task: BilingualText(vi: "Việc phải làm và hạn", en: "What is to be done, and by when")
    case .difficulty:
      BilingualText(vi: "Điều gì đang cản trở, đã giải quyết chưa", en: "What stands in the way")
    case .attendance:
      BilingualText(
        vi: "Ai dự buổi, điểm trước và sau", en: "Who was at a session, scores before and after")
    default: BilingualText(same: "")
    }
  }

  private static let pageLength = 50

  private let form: RecordForm
  private let request: LaptopRequest
  private let language: Language
  private let number: Int
  /// The record that all of the list are about; nil for all there are.
  private let about: (code: RecordCode, field: FormField, id: RowID)?

  private init(_ form: RecordForm, _ request: LaptopRequest) throws {
    self.form = form
    self.request = request
    language = request.language
    number = max(1, min(request.http.query["page"].flatMap { Int($0) } ?? 1, 100_000))
    if let text = request.http.query["about"], let code = try? RecordCode(parsing: text),
      let field = form.reference(to: code.kind)
    {
      about = (code, field, try request.reader.resolveOne(text, as: code.kind))
    } else {
      about = nil
    }
  }

  private var title: BilingualText {
    form.words.capitalized
      + (about.map { BilingualText(same: " · \($0.code.text)") } ?? BilingualText(same: ""))
  }

  private func address(_ number: Int) -> String {
    var items: [NamedValues.Item] = []
    if let about { items.append(NamedValues.Item(name: "about", value: about.code.text)) }
    if number > 1 { items.append(NamedValues.Item(name: "page", value: String(number))) }
    let path = Self.path(form)
    return items.isEmpty ? path : "\(path)?\(NamedValues(items).encoded)"
  }

  private func content() throws -> HTML {
    var filter = FormFilter()
    filter.includesVoided = true
    if let about {
      filter.values = [(about.field.definition, .integer(about.id.rawValue))]
    }
    let records = try request.reader.formRecords(
      form, filter,
      page: RecordPage(limit: Self.pageLength + 1, offset: (number - 1) * Self.pageLength))
    return try HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      element("div", ["class": "row-actions"]) {
        RecordTable.addButton(form, about: about?.code.text, request)
        if let about, let path = RecordPath.of(about.code.text) {
          link(path, language.text("‹ Về ", "‹ Back to ") + about.code.text)
        }
      }
      try panel(id: "records") {
        try RecordTable(
          form: form, records: Array(records.prefix(Self.pageLength)), without: about?.field,
          caption: BilingualText(vi: "Mới trước", en: "Latest first"), request: request
        ).html()
      }
      element("p", ["class": "row-actions"]) {
        if number > 1 { link(address(number - 1), language.text("‹ Mới hơn", "‹ Later")) }
        if records.count > Self.pageLength {
          link(address(number + 1), language.text("Cũ hơn ›", "Earlier ›"))
        }
      }
    }
  }
}

/// A table of records of one kind: the fields that lists show, and how each record stands.
struct RecordTable {
  let form: RecordForm
  let records: [FormRecord]
  /// A field that is the same in all of them.
  var without: FormField?
  let caption: BilingualText
  let request: LaptopRequest

  private var fields: [FormField] {
    form.fields.filter { $0.isListed && $0.option != without?.option }
  }

  /// The table; where it is empty it says so.
  func html() throws -> HTML {
    let language = request.language
    return PageTable(
      caption,
      columns: [.text(FieldLabel.words(of: "code"))] + fields.map { .text($0.label) }
        + [.text(BilingualText(vi: "Tình trạng", en: "State"))],
      rows: try records.map { record in
        PageTable.Row(
          [recordLink(record.header.codeText)]
            + (try fields.map { try cell($0, record, language) }) + [state(record, language)])
      },
      empty: BilingualText(
        vi: "Chưa có \(form.words.vietnamese) nào.", en: "Nothing of this kind yet.")
    ).html(language)
  }

  private func cell(
    _ field: FormField, _ record: FormRecord, _ language: Language
  ) throws -> HTML {
    let words = try request.reader.words(of: field, in: record)?.text(in: language) ?? ""
    return .text(Self.shortened(words))
  }

  private func state(_ record: FormRecord, _ language: Language) -> HTML {
    guard let field = form.voidReason, let reason = record[field] else {
      return element("span", ["class": "nowrap"]) {
        StateMark.good.html(language.text("có hiệu lực", "in force"))
      }
    }
    let words = reason.value?.text ?? reason.inBrackets.text(in: language)
    return StateMark.neutral.html(language.text("đã hủy: \(words)", "voided: \(words)"))
  }

  private static func shortened(_ text: String) -> String {
    text.count > 120 ? text.prefix(119) + "…" : text
  }

  /// The button that begins a new record.
  static func addButton(
    _ form: RecordForm, about code: String?, _ request: LaptopRequest,
    label: BilingualText? = nil, fields: [(name: String, value: String)] = []
  ) -> HTML {
    actionForm(
      "\(RecordListPage.path(form))/new",
      label ?? BilingualText(vi: "Thêm ", en: "Add ") + form.words, request, isQuiet: true,
      fields: (code.map { [(RecordEntry.aboutField, $0)] } ?? []) + fields)
  }
}

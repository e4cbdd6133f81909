import CommandLine
import FieldWork
import SyncProtocol

/// Records that forms describe, for programs: what they are and when, and nobody's name.
extension ProgramRoutes {
  /// The kinds that may be asked for: all but members, who are people.
  static let recordForms = (RecordForms.ofCentre + RecordForms.ofField).filter {
    $0.noun != RecordForms.member.noun
  }

  static let records = ProgramRoute(
    path: "/records", access: Access.coordinator.ofTokens,
    summary: BilingualText(
      vi:
        "Bản ghi một loại: đợt ra quân, buổi hỗ trợ, phản ánh, mức VNeID, chỉ tiêu…; không kèm tên "
        + "người, hộ hay lời ghi",
      en: "Records of a kind: campaigns, sessions, feedback, VNeID levels, targets and the like; "
        + "without people, households or what somebody wrote"),
    parameters: [
      .init(
        name: "kind", kind: .words(recordForms.map(\.noun)),
        words: BilingualText(
          vi: "loại bản ghi; không ghi là đợt ra quân", en: "which kinds; campaigns when left out")),
      .init(
        name: "period", kind: .text,
        words: BilingualText(
          vi: "kỳ của ngày trên bản ghi: 2026-11, 2026-Q4; không ghi là tất cả",
          en: "in which the record's day lies: 2026-11, 2026-Q4; all when left out")),
    ] + ProgramPage.parameters,
    answer: ProgramPage.schema(
      "records",
      .object([
        .init("kind", .text, ""), .init("code", .text, "The code that people type, or # and row."),
        .init("voided", .boolean, "Whether somebody voided it."),
        .init(
          "fields",
          .extensible(
            .init(
              members: [],
              words: "What stands in its fields, by the option of its form: stable names, codes, "
                + "days as 2026-11-22, numbers. What is empty is left out.")), ""),
      ]))
  ) { request in
    let kinds =
      (request.query["kind"] ?? RecordForms.campaign.noun).split(separator: ",").map(String.init)
    let forms = recordForms.filter { kinds.contains($0.noun) }
    let reached = try request.reached()
    let page = request.page
    var filter = FormFilter()
    filter.includesVoided = true
    if request.query["period"] != nil { filter.period = try request.period() }
    return try request.centre.read { reader in
      // What everybody's token sees is read page by page.
      if let form = forms.first, forms.count == 1, reached.isEverything {
        let part = try reader.formRecords(
          form, filter, page: RecordPage(limit: page.limit, offset: page.offset))
        return try page.json("records", part, total: try reader.formCount(form, filter)) {
          try json($0, reader)
        }
      }
      let all = try forms.flatMap { form in
        try reader.formRecords(form, filter, page: .all)
          .filter { try reached.mayShow($0, reader) }
      }
      return try page.json("records", of: all) { try json($0, reader) }
    }
  }

  private static func json(
    _ record: FormRecord, _ reader: RecordReader
  ) throws -> JSONValue {
    let members = try record.form.fields.compactMap { field -> JSONValue.Member? in
      guard field.isNobodys(in: record.form) else { return nil }
      return try value(field, record, reader).map { JSONValue.Member(field.key, $0) }
    }
    return [
      "kind": .text(record.form.noun), "code": .text(record.header.codeText),
      "voided": .bool(record.isVoided), "fields": .object(members),
    ]
  }

  private static func value(
    _ field: FormField, _ record: FormRecord, _ reader: RecordReader
  ) throws -> JSONValue? {
    switch field.rule {
    case .number, .money, .aim: return record.number(field.definition).map { .integer($0) }
    case .day, .dayOfEvent: return record.day(field.definition).map { .text($0.iso) }
    case .yesOrNo: return record.number(field.definition).map { .bool($0 != 0) }
    default:
      if field.isSet {
        let texts = try reader.typedTexts(of: field, in: record)
        return texts.isEmpty ? nil : .array(texts.map { .text($0) })
      }
      let text = try reader.typedText(of: field, in: record)
      return text.isEmpty ? nil : .text(text)
    }
  }
}

extension FormField {
  /// Whether what stands in it tells of nobody: no person, no household, and no words that somebody
  /// wrote about one.
  fileprivate func isNobodys(in form: RecordForm) -> Bool {
    switch rule {
    case .phone, .note: false
    // What the centre itself calls something, such as a campaign or a target.
    case .text: form.isOfCentre
    case .record(let kind), .records(let kind):
      ![.household, .resident, .member, .visit, .assist, .submission].contains(kind)
    default: true
    }
  }
}

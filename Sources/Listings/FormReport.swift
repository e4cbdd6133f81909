import CommandLine
import FieldWork
import SyncProtocol

/// A record that a form describes, for people and for programs.
package struct FormReport: Sendable {
  /// The record with stable keys.
  package let json: JSONValue
  /// Its fields in words.
  let lines: [(label: BilingualText, text: BilingualText)]
  /// The cells of a list.
  let cells: [BilingualText]

  /// Reads a record's fields.
  package init(_ record: FormRecord, _ reader: RecordReader) throws {
    json = try record.json(reader)
    var lines = [
      (FieldLabel.words(of: "code"), BilingualText(same: record.header.codeText))
    ]
    var cells = [BilingualText(same: record.header.codeText)]
    for field in record.form.fields {
      let text = try reader.words(of: field, in: record)
      if let text { lines.append((field.label, text)) }
      if field.isListed { cells.append(text ?? BilingualText(same: "")) }
    }
    if let field = record.form.voidReason, let reason = record[field] {
      let text = reason.value?.text.map(BilingualText.init(same:)) ?? reason.inBrackets
      lines.append((FieldLabel.words(of: field.name), text))
      cells.append(BilingualText(vi: "đã hủy: ", en: "voided: ") + text)
    } else {
      let others = try reader.rivals(of: record)
      let remark = others == 0 ? BilingualText(same: "") : Self.words(ofRivals: others)
      cells.append(remark)
      if others > 0 { lines.append((Self.remarks, remark)) }
    }
    self.lines = lines
    self.cells = cells
  }

  /// What stands above remarks.
  static let remarks = BilingualText(vi: "Lưu ý", en: "Remarks")

  private static func words(ofRivals others: Int) -> BilingualText {
    BilingualText(
      vi: "trùng đơn vị và ngày với \(others) phiên bản khác",
      en: "same unit and day as " + counted(others, "other version", "other versions"))
  }

  /// Writes one line a field, or the record for programs.
  package func write(to console: Console) {
    guard !console.isJSON else { return console.json(json) }
    let language = console.language
    for line in lines {
      console.write("\(line.label.text(in: language)): \(line.text.text(in: language))\n")
    }
  }
}

/// A list of records that a form describes.
package struct FormListing: Sendable {
  private let form: RecordForm
  private let part: ListPart<FormReport>

  /// Reads a page of a list.
  package init(
    _ form: RecordForm, _ filter: FormFilter, _ page: ListPage, _ reader: RecordReader
  ) throws {
    self.form = form
    part = page.part(
      try reader.formRecords(form, filter, page: page.records).map { try FormReport($0, reader) },
      of: try reader.formCount(form, filter))
  }

  /// Writes the table, or the list for programs.
  package func write(to console: Console) {
    let language = console.language
    let columns =
      [Table.Column.text(BilingualText(vi: "Mã", en: "Code"))]
      + form.fields.filter(\.isListed).map { .text($0.label) }
      + [.text(FormReport.remarks)]
    part.write(
      to: console,
      Table(
        columns, part.elements.map { $0.cells.map { Self.shortened($0.text(in: language)) } },
        empty: BilingualText(
          vi: "Không có \(form.words.vietnamese) nào.", en: "There is no \(form.words.english).")),
      json: form.plural
    ) { $0.json }
  }

  /// A cell's share of a line.
  private static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}

extension FormRecord {
  /// The record with stable keys: codes for references, ISO dates, names of choices.
  package func json(_ reader: RecordReader) throws -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("code", .text(header.codeText)), .init("id", .text(String(header.id.rawValue))),
      .init(
        "created_at",
        .text(
          orNull: header.createdAt.map { LocalDateTime(milliseconds: $0.rawValue).iso })),
    ]
    // A kind without codes may have a field that people call its code.
    for field in form.fields {
      let value = try json(field, reader)
      if let index = members.firstIndex(where: { $0.key == field.key }) {
        members[index] = .init(field.key, value)
      } else {
        members.append(.init(field.key, value))
      }
    }
    if let field = form.voidReason {
      members.append(
        .init("void_reason", .text(orNull: self[field].flatMap { $0.value?.text ?? $0.standIn })))
    }
    return .object(members)
  }

  private func json(_ field: FormField, _ reader: RecordReader) throws -> JSONValue {
    if field.isSet {
      let elements = elements[field.definition.id] ?? []
      return .array(try elements.map { try json($0, field.rule, reader) })
    }
    guard let opened = self[field.definition] else { return .null }
    guard let value = opened.value else { return .text(orNull: opened.standIn) }
    return try json(value, field.rule, reader)
  }

  private func json(
    _ value: Value, _ rule: FormRule, _ reader: RecordReader
  ) throws -> JSONValue {
    guard let number = value.integer else { return .text(orNull: value.text) }
    switch rule {
    case .choice(let list): return name(number, list)
    case .choices(let lists, let by):
      return name(number, self[by]?.value?.integer.flatMap { lists[$0] })
    case .dayOfEvent, .day: return .text(LocalDate(daysSince1970: Int(number)).iso)
    case .timeOfDay: return .text(Format.time(minuteOfDay: Int(min(max(number, 0), 1_439))))
    case .yesOrNo: return .bool(number != 0)
    case .record(let kind), .records(let kind):
      guard let id = RowID(rawValue: number) else { return .text("#\(number)") }
      return .text(try reader.codeText(of: id, in: kind.table))
    case .row: return .text("#\(number)")
    default: return .integer(number)
    }
  }

  private func name(_ number: Int64, _ list: ChoiceList?) -> JSONValue {
    list?[number].map { .text($0.name) } ?? .integer(number)
  }
}

import Replica
import SQLite
import SyncProtocol

/// A record that a form describes, as the tables show it.
package struct FormRecord: Sendable {
  /// The form.
  package let form: RecordForm
  /// Identity, scope and code.
  package let header: RecordHeader
  private let values: [FieldID: OpenedValue]
  /// The elements of sets.
  package let elements: [FieldID: [Value]]

  init(
    _ form: RecordForm, _ header: RecordHeader, _ values: [FieldID: OpenedValue],
    _ elements: [FieldID: [Value]]
  ) {
    self.form = form
    self.header = header
    self.values = values
    self.elements = elements
  }

  /// What stands in a field; nil where nothing does.
  package subscript(field: FieldDefinition) -> OpenedValue? { values[field.id] }

  /// Whether a person voided it.
  package var isVoided: Bool { form.voidReason.map { values[$0.id] != nil } ?? false }
}

/// Which records a list shall show.
package struct FormFilter: Sendable {
  /// Fields that must hold a value.
  package var values: [(field: FieldDefinition, value: Value)] = []
  /// The days of the form's own date.
  package var period: Period?
  /// Also those that were voided.
  package var includesVoided = false

  /// Everything that stands.
  package init() {}
}

extension RecordReader {
  /// A record; nil when it is not here or was deleted.
  package func formRecord(_ form: RecordForm, _ id: RowID) throws -> FormRecord? {
    try formRecords(form, "rid = ?", [.integer(id.rawValue)], page: .all).first
  }

  /// Records, the latest first.
  package func formRecords(
    _ form: RecordForm, _ filter: FormFilter, page: RecordPage = RecordPage()
  ) throws -> [FormRecord] {
    let conditions = Self.conditions(form, filter)
    return try formRecords(form, conditions.sql, conditions.bindings, page: page)
  }

  /// How many such a list has in all.
  package func formCount(_ form: RecordForm, _ filter: FormFilter) throws -> Int {
    try count(form.table, Self.conditions(form, filter))
  }

  private static func conditions(_ form: RecordForm, _ filter: FormFilter) -> RecordConditions {
    var conditions = RecordConditions()
    for (field, value) in filter.values {
      switch value {
      case .integer(let number): conditions.add("\"\(field.name)\" = ?", .integer(number))
      case .text(let text): conditions.add("\"\(field.name)\" = ?", .text(text))
      default: conditions.add("FALSE")
      }
    }
    if let period = filter.period, let day = form.day {
      conditions.add(
        "\"\(day.name)\" BETWEEN ? AND ?", .integer(Int64(period.from.daysSince1970)),
        .integer(Int64(period.to.daysSince1970)))
    }
    if !filter.includesVoided, form.voidReason != nil { conditions.add("void_reason IS NULL") }
    return conditions
  }

  func formRecords(
    _ form: RecordForm, _ condition: String, _ bindings: [SQLValue], page: RecordPage
  ) throws -> [FormRecord] {
    let columns = form.table.columns
    let opener = ValueOpener(keyring, form.table)
    let order = form.day.map { "\"\($0.name)\" DESC, rid DESC" } ?? "rid"
    let rows = try connection.rows(
      """
      SELECT rid, scope, time\(columns.map { ", \"\($0.name)\"" }.joined())
      FROM "\(form.table.name)" WHERE hidden IS NULL AND (\(condition)) ORDER BY \(order)
      LIMIT \(page.limit) OFFSET \(page.offset)
      """, bindings: bindings
    ) { statement -> (RecordHeader, [FieldID: OpenedValue])? in
      guard let id = RowID(rawValue: try statement.integer(at: 0)) else { return nil }
      var values: [FieldID: OpenedValue] = [:]
      for (index, column) in columns.enumerated() {
        let value = try opener.open(statement, at: index + 3, of: id)
        if value != .value(.unset) { values[column.id] = value }
      }
      let numberField = columns.first { $0.name == "number" }
      let number = numberField.flatMap { values[$0.id]?.value?.integer }
      let code = form.kind.flatMap { kind in
        number.flatMap { RecordCode(kind: kind, replica: id.replica.rawValue, number: $0) }
      }
      let header = RecordHeader(
        id: id,
        scope: ScopeID(rawValue: try statement.optionalInteger(at: 1) ?? 0) ?? .everyone,
        createdAt: try statement.optionalInteger(at: 2).map { Timestamp(rawValue: $0) },
        code: code)
      return (header, values)
    }.compactMap { $0 }
    let sets = form.fields.filter(\.isSet)
    return try rows.map { header, values in
      var elements: [FieldID: [Value]] = [:]
      for set in sets {
        elements[set.definition.id] = try self.elements(
          of: header.id, in: form.table, set.definition)
      }
      return FormRecord(form, header, values, elements)
    }
  }

  /// The distinct elements of a set, ascending.
  func elements(
    of row: RowID, in table: TableDefinition, _ set: FieldDefinition
  ) throws -> [Value] {
    try connection.rows(
      "SELECT DISTINCT value FROM head WHERE row = ? AND table_id = ? AND field = ? ORDER BY value",
      .integer(row.rawValue), .integer(Int64(table.id.rawValue)),
      .integer(Int64(set.id.rawValue))
    ) { Value(try $0.value(at: 0)) }.filter { !$0.isUnset }
  }

  /// Finds the record of a form that a text names: its code, `#` and its row id, or, where the kind
  /// has no code, what its first field holds.
  /// - Throws: `FieldError.notFound`, `.severalRecords` and what `resolveOne` throws.
  package func resolve(_ text: String, of form: RecordForm) throws -> RowID {
    if let kind = form.kind { return try resolveOne(text, as: kind) }
    if text.hasPrefix("#") {
      guard let number = Int64(text.dropFirst()), let id = RowID(rawValue: number),
        try exists(form.table, id)
      else { throw FieldError.notFound(String(text.prefix(64))) }
      return id
    }
    var checker = DraftChecker()
    guard let field = form.fields.first(where: \.isRequired) else {
      throw FieldError.notFound(String(text.prefix(64)))
    }
    if case .row = field.rule { throw FieldError.notFound(String(text.prefix(64))) }
    try FormReading(reader: self, held: nil).read(text, field, &checker)
    guard let value = checker.values.last?.value else {
      throw FieldError.notFound(String(text.prefix(64)))
    }
    var filter = FormFilter()
    filter.values = [(field.definition, value)]
    var found = try formRecords(form, filter, page: .all)
    if found.isEmpty {
      filter.includesVoided = true
      found = try formRecords(form, filter, page: .all)
    }
    guard let first = found.first else { throw FieldError.notFound(String(text.prefix(64))) }
    guard found.count == 1 else {
      throw FieldError.severalRecords(
        code: String(text.prefix(64)),
        try found.map { RecordCandidate($0.header.id, try title(of: $0)) })
    }
    return first.header.id
  }
}

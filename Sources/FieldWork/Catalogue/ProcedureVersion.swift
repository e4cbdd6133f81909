import SQLite
import SyncProtocol

/// A procedure as the centre keeps it from a day on: for the country, a province or a commune.
package struct ProcedureVersion: Hashable, Sendable {
  /// The row.
  package let id: RowID
  /// The commune or province it holds in; nil for the whole country.
  package let unit: String?
  /// The first day; nil for always.
  package let validFrom: LocalDate?
  /// The last day; nil while it lasts.
  package let validTo: LocalDate?
  /// Its name; nil where only other things differ.
  package let name: String?
  /// How much of it is offered online.
  package let serviceLevel: StoredServiceLevel?
  /// The law's limit.
  package let limit: Term?
  /// The shorter limit that the unit promises.
  package let localLimit: Term?
  /// The fee in đồng.
  package let fee: Int64?
  /// The decision that says so.
  package let source: String?

  /// Whether it holds on a day.
  package func isValid(on day: LocalDate) -> Bool {
    validFrom.map { $0 <= day } ?? true && validTo.map { day <= $0 } ?? true
  }

  fileprivate init?(_ row: inout ColumnReader) throws {
    guard let id = try row.reference() else { return nil }
    self.id = id
    unit = try row.text()
    validFrom = try row.date()
    validTo = try row.date()
    name = try row.text()
    serviceLevel = try row.choice()
    limit = try row.term()
    localLimit = try row.term()
    fee = try row.integer()
    source = try row.text()
  }
}

extension ProcedureVersion {
  /// What one standing version alone should have: a procedure, unit and first day.
  struct Place: Hashable {
    let procedure: String?
    let unit: String?
    let from: Int64?

    init(_ value: (FieldDefinition) -> Value) {
      procedure = value(ProcedureVersionTable.procedure).text
      unit = value(ProcedureVersionTable.unit).text
      from = value(ProcedureVersionTable.validFrom).integer
    }
  }

  /// That others are of the same unit from the same day: of two of them one is a slip.
  package static func words(ofRivals others: Int) -> BilingualText {
    BilingualText(
      vi:
        "Thủ tục này đã có \(others) phiên bản khác của cùng đơn vị, bắt đầu cùng ngày: bản ghi sau "
        + "cùng được dùng. Nếu không phải cố ý, hãy hủy bản sai.",
      en: (others == 1
        ? "Another version of this procedure is"
        : "\(others) other versions of this procedure are")
        + " of the same unit from the same day: the one that was recorded last holds. Unless that "
        + "is meant, void the wrong one.")
  }
}

extension RecordReader {
  /// How many standing versions of a procedure are of the same unit from the same day; none for a
  /// record of another kind.
  package func rivals(of record: FormRecord) throws -> Int {
    guard record.form.table.id == ProcedureVersionTable.definition.id else { return 0 }
    return try rivals(of: record.header.id) { record[$0]?.value ?? .unset }
  }

  /// The same for what a version says, or would say.
  func rivals(of id: RowID?, _ value: (FieldDefinition) -> Value) throws -> Int {
    let version = ProcedureVersion.Place(value)
    guard let procedure = version.procedure else { return 0 }
    return try procedureVersions(procedure).count { other in
      other.id != id && other.unit == version.unit
        && other.validFrom.map { Int64($0.daysSince1970) } == version.from
    }
  }

  /// What the centre keeps of a procedure, those that began first before the others.
  package func procedureVersions(_ code: String) throws -> [ProcedureVersion] {
    try connection.rows(
      """
      SELECT rid, unit, valid_from, valid_to, name, service_level, time_limit, time_limit_unit,
        local_limit, local_limit_unit, fee, source
      FROM procedure_version WHERE code = ? AND hidden IS NULL AND void_reason IS NULL
      ORDER BY valid_from, rid
      """, .text(code)
    ) { statement in
      var row = ColumnReader(statement)
      return try ProcedureVersion(&row)
    }.compactMap { $0 }
  }
}

extension ColumnReader {
  /// The next two columns as a number and its unit; nil where either is missing or unknown.
  mutating func term() throws -> Term? {
    let count = try integer().map { Int(clamping: $0) }
    let unit = Term.Unit(stored: try integer())
    return count.flatMap { count in unit.flatMap { Term(count, $0) } }
  }
}

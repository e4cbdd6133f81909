import SyncProtocol

/// A level of government that keeps or supplies figures.
package enum GovernmentLevel: Int64, RecordEnumeration {
  /// A commune.
  case commune = 1
  /// A province.
  case province = 2
  /// The nation.
  case nation = 3

  /// The stable name.
  package var name: String {
    switch self {
    case .commune: "commune"
    case .province: "province"
    case .nation: "nation"
    }
  }

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .commune: BilingualText(vi: "cấp xã", en: "commune")
    case .province: BilingualText(vi: "cấp tỉnh", en: "province")
    case .nation: BilingualText(vi: "trung ương", en: "national")
    }
  }

  init?(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "C"): self = .commune
    case UInt8(ascii: "P"): self = .province
    case UInt8(ascii: "N"): self = .nation
    default: return nil
    }
  }
}

/// The official figure of an indicator for a unit and a period, as somebody supplied it.
package struct OfficialFigure: Hashable, Sendable {
  /// The row.
  package let id: RowID
  /// The commune or province it is about; nil for all that the centre holds.
  package let unit: String?
  /// The figure.
  package let value: RateValue
  /// At which level it was supplied.
  package let level: GovernmentLevel?
  /// Who supplied it.
  package let supplier: String?
  /// The number of the document that says it.
  package let document: String?
  /// The day of that document.
  package let documentDate: LocalDate?

  /// What is missing for somebody to check it, by the words of the fields.
  package var missing: [FieldDefinition] {
    typealias Table = IndicatorValueTable
    return [
      level == nil ? Table.level : nil, supplier == nil ? Table.supplier : nil,
      document == nil ? Table.document : nil, documentDate == nil ? Table.documentDate : nil,
    ].compactMap { $0 }
  }

  /// Who says it, and what is missing to check it.
  package var words: BilingualText {
    func words(_ language: Language) -> String {
      let document = document.map { language.text("văn bản \($0)", "document \($0)") }
      let date = documentDate.map { language.text("ngày ", "of ") + Format.date($0) }
      var parts = [supplier, level?.words.text(in: language)]
      parts.append([document, date].compactMap { $0 }.joined(separator: " "))
      var text = language.text("số liệu chính thức", "official figure")
      let said = parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
      if !said.isEmpty { text += ": \(said)" }
      guard !missing.isEmpty else { return text }
      let lacking = missing.map { FieldLabel.words(of: $0.name).text(in: language) }
      return text + language.text("; thiếu ", "; missing: ") + lacking.joined(separator: ", ")
    }
    return BilingualText(vi: words(.vietnamese), en: words(.english))
  }
}

extension RecordReader {
  /// The official figures of a set that answer a question, by the code of their indicators: those of
  /// exactly its days and of its unit; of several that by the latest document.
  ///
  /// A question that names no unit is about all that the store holds: figures without a unit, those
  /// of its only commune, and for provinces those of one.
  func officialFigures(
    of set: String, _ query: CountQuery, _ level: IndicatorScores.Level
  ) throws -> [String: OfficialFigure] {
    guard query.filters.isEmpty else { return [:] }
    let units: Set<String?>
    switch query.territory?.subject {
    case .unit(let code): units = [code]
    case .hamlet: return [:]
    case nil: units = level == .province ? try provinceOfStore() : try communeOfStore()
    }
    let rows = try connection.rows(
      """
      SELECT code, rid, unit, numerator, denominator, source_level, supplier, document, document_date
      FROM indicator_value
      WHERE set_code = ? AND from_date = ? AND to_date = ? AND code IS NOT NULL
        AND numerator IS NOT NULL AND hidden IS NULL AND void_reason IS NULL
      ORDER BY document_date, rid
      """, .text(set), .integer(Int64(query.period.from.daysSince1970)),
      .integer(Int64(query.period.to.daysSince1970))
    ) { statement -> (String, OfficialFigure)? in
      var row = ColumnReader(statement)
      guard let code = try row.text(), let id = try row.reference() else { return nil }
      let unit = try row.text()
      let numerator = try row.integer() ?? 0
      let figure = OfficialFigure(
        id: id, unit: unit,
        value: RateValue(numerator, of: try row.integer(), unrecorded: 0),
        level: try row.choice(), supplier: try row.text(), document: try row.text(),
        documentDate: try row.date())
      return units.contains(unit) ? (code, figure) : nil
    }
    return Dictionary(rows.compactMap { $0 }) { $1 }
  }

  private func communeOfStore() throws -> Set<String?> {
    let codes = try communeCodes()
    return codes.count == 1 ? [nil, codes[0]] : [nil]
  }

  private func provinceOfStore() throws -> Set<String?> {
    let provinces = Set(try communeCodes().compactMap { UnitReach(of: $0).province })
    return provinces.count == 1 ? [nil, provinces.first] : [nil]
  }

  private func communeCodes() throws -> [String] {
    try connection.rows(
      """
      SELECT DISTINCT commune_code FROM place
      WHERE hidden IS NULL AND valid_to IS NULL AND commune_code IS NOT NULL
      """
    ) { try $0.text(at: 0) }
  }
}

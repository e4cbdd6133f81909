// Official figures of indicators, in scope 0. Numbers are append-only.

/// The official figure of an indicator for a unit and a period, which the teams' log may not know.
public enum IndicatorValueTable {
  /// The code of the set of indicators.
  public static let set = FieldDefinition(1, .centreRegister, "set_code", .text)
  /// The code of the indicator within the set.
  public static let code = FieldDefinition(2, .centreRegister, "code", .text)
  /// National code of the province or commune it is about; unset for all that the centre holds.
  public static let unit = FieldDefinition(3, .centreRegister, "unit", .text)
  /// First day of the period.
  public static let from = FieldDefinition(4, .centreRegister, "from_date", .integer)
  /// Last day of the period.
  public static let to = FieldDefinition(5, .centreRegister, "to_date", .integer)
  /// What was counted.
  public static let numerator = FieldDefinition(6, .centreRegister, "numerator", .integer)
  /// What it is divided by; unset for a number.
  public static let denominator = FieldDefinition(7, .centreRegister, "denominator", .integer)
  /// At which level it was supplied: commune 1, province 2, nation 3.
  public static let level = FieldDefinition(8, .centreRegister, "source_level", .integer)
  /// Who supplied it.
  public static let supplier = FieldDefinition(9, .centreRegister, "supplier", .text)
  /// The number of the document that says it.
  public static let document = FieldDefinition(10, .centreRegister, "document", .text)
  /// The day of that document.
  public static let documentDate = FieldDefinition(
    11, .centreRegister, "document_date", .integer)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(12, .centreRegister, "void_reason", .text)

  /// The table.
  public static let definition = TableDefinition(
    68, "indicator_value",
    [
      set, code, unit, from, to, numerator, denominator, level, supplier, document, documentDate,
      voidReason,
    ])
}

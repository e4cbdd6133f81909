// Targets, indicators and campaigns, in scope 0. Numbers are append-only.

/// What is to be reached, where and until when.
public enum TargetTable {
  /// The code of what is measured.
  public static let measure = FieldDefinition(1, .centreRegister, "measure", .text)
  /// National code of the province or commune it is set for.
  public static let unit = FieldDefinition(2, .centreRegister, "unit", .text)
  /// The hamlet it is set for.
  public static let place = FieldDefinition(3, .centreRegister, "place", .integer)
  /// The team it is set for.
  public static let team = FieldDefinition(4, .centreRegister, "team", .integer)
  /// First day of its period.
  public static let from = FieldDefinition(5, .centreRegister, "from_date", .integer)
  /// Last day of its period.
  public static let to = FieldDefinition(6, .centreRegister, "to_date", .integer)
  /// A number; of a rate, hundredths of a percent.
  public static let value = FieldDefinition(7, .centreRegister, "target_value", .integer)
  /// The decision that says so.
  public static let source = FieldDefinition(8, .centreRegister, "source", .text)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(9, .centreRegister, "void_reason", .text)

  /// The table.
  public static let definition = TableDefinition(
    15, "target",
    [
      measure, unit, place, team, from, to, value, source, voidReason,
    ])
}

/// A set of indicators as it holds from a day on.
public enum IndicatorSetTable {
  /// Its code.
  public static let code = FieldDefinition(1, .centreRegister, "code", .text)
  /// Which edition of the set.
  public static let edition = FieldDefinition(2, .centreRegister, "edition", .text)
  /// First day.
  public static let validFrom = FieldDefinition(3, .centreRegister, "valid_from", .integer)
  /// The decision that says so.
  public static let source = FieldDefinition(4, .centreRegister, "source", .text)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(5, .centreRegister, "void_reason", .text)

  /// The table.
  public static let definition = TableDefinition(
    64, "indicator_set",
    [
      code, edition, validFrom, source, voidReason,
    ])
}

/// One indicator of a set, or a component of one.
public enum IndicatorTable {
  /// The set.
  public static let set = FieldDefinition(1, .centreRegister, "indicator_set", .integer)
  /// Its code within the set.
  public static let code = FieldDefinition(2, .centreRegister, "code", .text)
  /// Its name in Vietnamese.
  public static let name = FieldDefinition(3, .centreRegister, "name", .text)
  /// Its name in English.
  public static let nameEnglish = FieldDefinition(4, .centreRegister, "name_en", .text)
  /// The code of what is counted.
  public static let numerator = FieldDefinition(5, .centreRegister, "numerator", .text)
  /// The code of what it is divided by.
  public static let denominator = FieldDefinition(6, .centreRegister, "denominator", .text)
  /// The rate that earns the maximum score, in hundredths of a percent.
  public static let threshold = FieldDefinition(7, .centreRegister, "threshold", .integer)
  /// The maximum score, in hundredths of a point.
  public static let maximumScore = FieldDefinition(8, .centreRegister, "maximum_score", .integer)
  /// The code of the rule that makes a score of the rate.
  public static let formula = FieldDefinition(9, .centreRegister, "formula", .text)
  /// Its place in the set, from 1.
  public static let position = FieldDefinition(10, .centreRegister, "position", .integer)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(11, .centreRegister, "void_reason", .text)
  /// Who has the official figure.
  public static let source = FieldDefinition(12, .centreRegister, "source", .text)
  /// At which level they have it: commune 1, province 2, nation 3.
  public static let level = FieldDefinition(13, .centreRegister, "source_level", .integer)

  /// The table.
  public static let definition = TableDefinition(
    65, "indicator",
    [
      set, code, name, nameEnglish, numerator, denominator, threshold, maximumScore, formula,
      position, voidReason, source, level,
    ])
}

/// A time in which teams visit many households for one purpose.
public enum CampaignTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// What people call it.
  public static let name = FieldDefinition(2, .centreRegister, "name", .text)
  /// First day.
  public static let from = FieldDefinition(3, .centreRegister, "from_date", .integer)
  /// Last day.
  public static let to = FieldDefinition(4, .centreRegister, "to_date", .integer)
  /// The hamlet, where it is for one only.
  public static let place = FieldDefinition(5, .centreRegister, "place", .integer)
  /// The codes of the procedures and services it is about.
  public static let services = FieldDefinition(6, .set, "services", .text)
  /// The households to visit.
  public static let households = FieldDefinition(7, .set, "households", .integer)
  /// Free text.
  public static let note = FieldDefinition(8, .centreRegister, "note", .text)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(9, .centreRegister, "void_reason", .text)

  /// The table.
  public static let definition = TableDefinition(
    66, "campaign",
    [
      number, name, from, to, place, services, households, note, voidReason,
    ])
}

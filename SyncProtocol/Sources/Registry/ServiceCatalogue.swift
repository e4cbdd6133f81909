// Procedures, what they need, services and working days, in scope 0. Numbers are append-only.

/// A procedure as it is from a day on, nationally or in a unit.
public enum ProcedureVersionTable {
  /// The code of the procedure.
  public static let procedure = FieldDefinition(1, .centreRegister, "code", .text)
  /// National code of the province or commune it holds in; unset for the whole country.
  public static let unit = FieldDefinition(2, .centreRegister, "unit", .text)
  /// First day.
  public static let validFrom = FieldDefinition(3, .centreRegister, "valid_from", .integer)
  /// Last day, unset while it lasts.
  public static let validTo = FieldDefinition(4, .centreRegister, "valid_to", .integer)
  /// Its name.
  public static let name = FieldDefinition(5, .centreRegister, "name", .text)
  /// Its sector.
  public static let sector = FieldDefinition(6, .centreRegister, "sector", .text)
  /// Not online 1, partly online 2, wholly online 3.
  public static let serviceLevel = FieldDefinition(7, .centreRegister, "service_level", .integer)
  /// The time limit of the law.
  public static let limit = FieldDefinition(8, .centreRegister, "time_limit", .integer)
  /// Unit of the limit: hours 1, days 2, working days 3, months 4.
  public static let limitUnit = FieldDefinition(9, .centreRegister, "time_limit_unit", .integer)
  /// The shorter time limit that the unit promises.
  public static let localLimit = FieldDefinition(10, .centreRegister, "local_limit", .integer)
  /// Unit of the local limit, as of the limit.
  public static let localLimitUnit = FieldDefinition(
    11, .centreRegister, "local_limit_unit", .integer)
  /// Fee in dong.
  public static let fee = FieldDefinition(12, .centreRegister, "fee", .integer)
  /// The decision that says so.
  public static let source = FieldDefinition(13, .centreRegister, "source", .text)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(14, .centreRegister, "void_reason", .text)

  /// The table.
  public static let definition = TableDefinition(
    11, "procedure_version",
    [
      procedure, unit, validFrom, validTo, name, sector, serviceLevel, limit, limitUnit,
      localLimit, localLimitUnit, fee, source, voidReason,
    ])
}

/// Something that a dossier of a procedure must hold.
public enum ChecklistItemTable {
  /// The code of the procedure.
  public static let procedure = FieldDefinition(1, .centreRegister, "code", .text)
  /// First day.
  public static let validFrom = FieldDefinition(2, .centreRegister, "valid_from", .integer)
  /// Last day, unset while it lasts.
  public static let validTo = FieldDefinition(3, .centreRegister, "valid_to", .integer)
  /// Its place in the list, from 1.
  public static let position = FieldDefinition(4, .centreRegister, "position", .integer)
  /// What it is, in Vietnamese.
  public static let item = FieldDefinition(5, .centreRegister, "item", .text)
  /// What it is, in English.
  public static let itemEnglish = FieldDefinition(6, .centreRegister, "item_en", .text)
  /// Always needed 1, only in some cases 0.
  public static let needed = FieldDefinition(7, .centreRegister, "needed", .integer)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(8, .centreRegister, "void_reason", .text)

  /// The table.
  public static let definition = TableDefinition(
    12, "checklist_item",
    [
      procedure, validFrom, validTo, position, item, itemEnglish, needed, voidReason,
    ])
}

/// Something that teams help with and that is no procedure.
public enum ServiceTable {
  /// Its code.
  public static let code = FieldDefinition(1, .centreRegister, "code", .text)
  /// Its name in Vietnamese.
  public static let name = FieldDefinition(2, .centreRegister, "name", .text)
  /// Its name in English.
  public static let nameEnglish = FieldDefinition(3, .centreRegister, "name_en", .text)
  /// Its sector.
  public static let sector = FieldDefinition(4, .centreRegister, "sector", .text)
  /// First day.
  public static let validFrom = FieldDefinition(5, .centreRegister, "valid_from", .integer)
  /// Last day, unset while it lasts.
  public static let validTo = FieldDefinition(6, .centreRegister, "valid_to", .integer)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(7, .centreRegister, "void_reason", .text)

  /// The table.
  public static let definition = TableDefinition(
    13, "service",
    [
      code, name, nameEnglish, sector, validFrom, validTo, voidReason,
    ])
}

/// A day on which work differs from what its weekday says.
public enum CalendarDayTable {
  /// The day.
  public static let date = FieldDefinition(1, .centreRegister, "date", .integer)
  /// Holiday 1, extra day off 2, worked Saturday 3, as its weekday says after all 4.
  public static let kind = FieldDefinition(2, .centreRegister, "kind", .integer)
  /// What it is.
  public static let name = FieldDefinition(3, .centreRegister, "name", .text)
  /// The decision that says so.
  public static let source = FieldDefinition(4, .centreRegister, "source", .text)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(5, .centreRegister, "void_reason", .text)
  /// National code of the province or commune it holds in; unset for the whole country.
  public static let unit = FieldDefinition(6, .centreRegister, "unit", .text)

  /// The table.
  public static let definition = TableDefinition(
    14, "calendar_day",
    [
      date, kind, name, source, voidReason, unit,
    ])
}

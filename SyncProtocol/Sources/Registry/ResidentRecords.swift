// What a resident agreed to, and what a member saw of a resident or household. Numbers are append-only.

/// What a resident agreed to, or refused, and how it was asked.
public enum ConsentTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// The resident; unset where the household as a whole was asked.
  public static let resident = FieldDefinition(2, .event, "resident", .integer)
  /// The household, where no resident is named.
  public static let household = FieldDefinition(3, .event, "household", .integer)
  /// Keeping details 1, acting on behalf 2, beneficiary category 3, being contacted 4.
  public static let purpose = FieldDefinition(4, .register, "purpose", .integer)
  /// The version of the wording that was read out.
  public static let wording = FieldDefinition(5, .register, "wording", .text)
  /// Spoken 1, written 2, thumb print 3.
  public static let mode = FieldDefinition(6, .register, "mode", .integer)
  /// The language it was asked in (BCP 47).
  public static let language = FieldDefinition(7, .register, "language", .text)
  /// Yes 1, refused 0: then assists count without a name.
  public static let given = FieldDefinition(8, .register, "given", .integer)
  /// The day it was asked.
  public static let date = FieldDefinition(9, .register, "date", .integer)
  /// Who heard or saw it.
  public static let witness = FieldDefinition(10, .register, "witness", .text, sealed: personal)
  /// Free text.
  public static let note = FieldDefinition(11, .register, "note", .text, sealed: personal)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(
    12, .register, "void_reason", .text, sealed: personal)

  private static let personal = Sealing(.first([.own(resident)], [.own(household)]), .identity)

  /// The table.
  public static let definition = TableDefinition(
    22, "consent",
    [
      number, resident, household, purpose, wording, mode, language, given, date, witness, note,
      voidReason,
    ])
}

/// What a member saw of a resident or household on a day.
public enum ObservationTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// The resident.
  public static let resident = FieldDefinition(2, .event, "resident", .integer)
  /// The household, where no resident is named.
  public static let household = FieldDefinition(3, .event, "household", .integer)
  /// VNeID level 1, digital signature 2, cashless service 3, connectivity 4.
  public static let kind = FieldDefinition(4, .register, "kind", .integer)
  /// What is paid without cash: electricity 1, water 2, school 3, hospital 4, pension 5, social
  /// insurance 6, tax 7, shop QR 8.
  public static let service = FieldDefinition(5, .register, "cashless_service", .integer)
  /// VNeID: none 0, level one 1, level two 2; signature: none 0, issued 1, used 2; cashless: no 0,
  /// yes 1; connectivity: none 0, mobile 1, broadband 2, fibre 3.
  public static let level = FieldDefinition(6, .register, "level", .integer)
  /// The day it was seen.
  public static let date = FieldDefinition(7, .register, "date", .integer)
  /// The member who saw it.
  public static let observedBy = FieldDefinition(8, .register, "observed_by", .integer)
  /// Free text.
  public static let note = FieldDefinition(9, .register, "note", .text, sealed: personal)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(
    10, .register, "void_reason", .text, sealed: personal)

  private static let personal = Sealing(.first([.own(resident)], [.own(household)]), .activity)

  /// The table.
  public static let definition = TableDefinition(
    25, "observation",
    [
      number, resident, household, kind, service, level, date, observedBy, note, voidReason,
    ])
}

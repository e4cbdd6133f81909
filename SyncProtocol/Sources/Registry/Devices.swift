// Laptops as things, in scope 0. Numbers are append-only.

/// A laptop as a thing that somebody answers for.
public enum DeviceTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// What people call it.
  public static let label = FieldDefinition(2, .centreRegister, "label", .text)
  /// The replica that runs on it.
  public static let replica = FieldDefinition(3, .centreRegister, "replica", .integer)
  /// Maker and model.
  public static let model = FieldDefinition(4, .centreRegister, "model", .text)
  /// The year it was made.
  public static let year = FieldDefinition(5, .centreRegister, "model_year", .integer)
  /// The team that uses it.
  public static let team = FieldDefinition(6, .centreRegister, "team", .integer)
  /// First day in use.
  public static let validFrom = FieldDefinition(7, .centreRegister, "valid_from", .integer)
  /// Last day in use, unset while it lasts.
  public static let validTo = FieldDefinition(8, .centreRegister, "valid_to", .integer)
  /// Free text.
  public static let note = FieldDefinition(9, .centreRegister, "note", .text)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(10, .centreRegister, "void_reason", .text)

  /// The table.
  public static let definition = TableDefinition(
    10, "device",
    [
      number, label, replica, model, year, team, validFrom, validTo, note, voidReason,
    ])
}

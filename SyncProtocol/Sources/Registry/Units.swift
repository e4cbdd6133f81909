// The map of units, in scope 0. Numbers are append-only.

/// Which scopes a unit consists of, and when: merging communes changes this and no record.
public enum UnitScopeTable {
  /// The national code of the unit.
  public static let unit = FieldDefinition(1, .centreRegister, "unit", .text)
  /// The scope.
  public static let scope = FieldDefinition(2, .centreRegister, "mapped_scope", .integer)
  /// First day; unset for always.
  public static let validFrom = FieldDefinition(3, .centreRegister, "valid_from", .integer)
  /// Last day; unset while it lasts.
  public static let validTo = FieldDefinition(4, .centreRegister, "valid_to", .integer)

  /// The table.
  public static let definition = TableDefinition(
    5, "unit_scope", [unit, scope, validFrom, validTo])
}

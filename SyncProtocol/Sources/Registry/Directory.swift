// The directory: places and scopes in scope 0, teams and members in the commune's scope.
// Numbers are append-only. Types: dates are days since 1970-01-01; references are row ids.

/// A hamlet or residential group: it has no national code, so its row id is its identity.
public enum PlaceTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// The national code of the commune it lies in.
  public static let communeCode = FieldDefinition(2, .centreRegister, "commune_code", .text)
  /// Its name without the kind.
  public static let name = FieldDefinition(3, .centreRegister, "name", .text)
  /// Hamlet 1, residential group 2, other 3.
  public static let kind = FieldDefinition(4, .centreRegister, "kind", .integer)
  /// The scope that holds its households.
  public static let householdScope = FieldDefinition(
    5, .centreRegister, "household_scope", .integer)
  /// First day it existed under this name.
  public static let validFrom = FieldDefinition(6, .centreRegister, "valid_from", .integer)
  /// Last day, unset while it exists.
  public static let validTo = FieldDefinition(7, .centreRegister, "valid_to", .integer)

  /// The table.
  public static let definition = TableDefinition(
    1, "place",
    [number, communeCode, name, kind, householdScope, validFrom, validTo])
}

/// A scope, opened by the operation that creates this row.
public enum ScopeTable {
  /// Households 1, commune 2, device 3.
  public static let kind = FieldDefinition(1, .event, "kind", .integer)
  /// The national code of the commune it was opened for; unset for a device.
  public static let communeCode = FieldDefinition(2, .centreRegister, "commune_code", .text)
  /// What people call it.
  public static let label = FieldDefinition(3, .centreRegister, "label", .text)

  /// The table.
  public static let definition = TableDefinition(2, "scope", [kind, communeCode, label])
}

/// A community digital-technology team.
public enum TeamTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// Its name.
  public static let name = FieldDefinition(2, .centreRegister, "name", .text)
  /// The hamlet it serves.
  public static let place = FieldDefinition(3, .centreRegister, "place", .integer)
  /// Community digital-technology team 1, Project 06 team 2.
  public static let kind = FieldDefinition(4, .centreRegister, "kind", .integer)
  /// First day; unset for always.
  public static let validFrom = FieldDefinition(5, .centreRegister, "valid_from", .integer)
  /// Last day, unset while it lasts.
  public static let validTo = FieldDefinition(6, .centreRegister, "valid_to", .integer)

  /// The table.
  public static let definition = TableDefinition(
    3, "team", [number, name, place, kind, validFrom, validTo])
}

/// A member of a team.
public enum MemberTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// Full name, family name first.
  public static let fullName = FieldDefinition(2, .centreRegister, "full_name", .text)
  /// The team.
  public static let team = FieldDefinition(3, .centreRegister, "team", .integer)
  /// Role within the team, as the roster says it.
  public static let role = FieldDefinition(4, .centreRegister, "role", .text)
  /// The organisation that sent them.
  public static let organisation = FieldDefinition(5, .centreRegister, "organisation", .text)
  /// Telephone.
  public static let phone = FieldDefinition(6, .centreRegister, "phone", .text)
  /// First day of membership.
  public static let from = FieldDefinition(7, .centreRegister, "from_date", .integer)
  /// Last day of membership, unset while it lasts.
  public static let to = FieldDefinition(8, .centreRegister, "to_date", .integer)

  /// The table.
  public static let definition = TableDefinition(
    4, "member", [number, fullName, team, role, organisation, phone, from, to])
}

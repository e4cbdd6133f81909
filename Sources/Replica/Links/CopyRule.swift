import SyncProtocol

/// What of a row goes along when its household is copied into another scope.
enum CopyRule {
  /// Fields that a copy has of its own.
  static func staysBehind(_ field: FieldID, of table: TableID) -> Bool {
    if field == RowLink.links.id { return true }
    return switch table {
    case HouseholdTable.definition.id:
      field == HouseholdTable.number.id || field == HouseholdTable.place.id
    case ResidentTable.definition.id: field == ResidentTable.number.id
    default: false
    }
  }

  /// The field by which a row of the table belongs to a household and goes along with it.
  static func household(of table: TableID) -> FieldID? {
    table == ResidentTable.definition.id ? ResidentTable.household.id : nil
  }

  /// Copies of rows, and edges, are of these tables.
  static let tables = [HouseholdTable.definition, ResidentTable.definition]
}

import SyncProtocol

/// A table with the kinds of field that the product's own registry does not use yet, so that every
/// kind is simulated.
enum HeadCountTable {
  static let label = FieldDefinition(1, .register, "label", .text)
  static let attendance = FieldDefinition(2, .tally, "attendance", .integer)
  static let topics = FieldDefinition(3, .set, "topics", .text)
  static let photograph = FieldDefinition(4, .register, "photograph", .bytes)

  static let first = TableDefinition(4_000, "head_count", [label, attendance, topics])
  static let definition = TableDefinition(
    4_000, "head_count", [label, attendance, topics, photograph])
}

/// A table that only the last version knows.
enum MeetingTable {
  static let title = FieldDefinition(1, .event, "title", .text)
  static let note = FieldDefinition(2, .register, "note", .text)
  static let attendees = FieldDefinition(3, .set, "attendees", .integer)

  static let definition = TableDefinition(4_001, "meeting", [title, note, attendees])
}

/// What the last version adds to households.
enum LaterHousehold {
  static let colour = FieldDefinition(4_000, .register, "colour", .text)
  static let animals = FieldDefinition(4_001, .tally, "animals", .integer)
  static let crops = FieldDefinition(4_002, .set, "crops", .text)

  static let definition = TableDefinition(
    HouseholdTable.definition.id.rawValue, HouseholdTable.definition.name,
    HouseholdTable.definition.fields + [colour, animals, crops])
}

/// The registries of simulated programs: the product's own and two later ones.
enum SimulationSchema {
  /// Ascending; each knows all that the one before it knows.
  static let versions = [
    Schema.current,
    Schema(
      version: Schema.current.version + 1,
      tables: Schema.current.tables + [HeadCountTable.first]),
    Schema(
      version: Schema.current.version + 2,
      tables: Schema.current.tables.filter { $0.id != LaterHousehold.definition.id }
        + [LaterHousehold.definition, HeadCountTable.definition, MeetingTable.definition]),
  ]

  /// The last.
  static let newest = versions[versions.count - 1]
}

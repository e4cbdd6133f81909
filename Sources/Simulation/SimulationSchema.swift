import SyncProtocol

/// A table with the kinds of field that the product's own registry does not use yet, so that every
/// kind is simulated.
enum HeadCountTable {
  static let label = FieldDefinition(1, .register, "label", .text)
  static let attendance = FieldDefinition(2, .tally, "attendance", .integer)
  static let topics = FieldDefinition(3, .set, "topics", .text)
  static let photograph = FieldDefinition(4, .register, "photograph", .bytes)

  static let definition = TableDefinition(
    4_000, "head_count", [label, attendance, topics, photograph])
}

extension Schema {
  /// The current registry and the simulation's own table.
  static let simulation = Schema(
    version: Schema.current.version,
    tables: Schema.current.tables + [HeadCountTable.definition])
}

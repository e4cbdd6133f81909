// What the centre writes about the log itself, in the scope of what it is about.
// Numbers are append-only.

/// A judgement of the centre on one operation, or on one field of it.
public enum ReviewTable {
  /// Running number, which people type.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// The judged operation.
  public static let dot = FieldDefinition(2, .event, "dot", .integer)
  /// The judged field's wire number; unset for the whole operation.
  public static let field = FieldDefinition(3, .event, "field", .integer)
  /// The table of the row it wrote.
  public static let table = FieldDefinition(4, .event, "table_id", .integer)
  /// The row it wrote.
  public static let row = FieldDefinition(5, .event, "row", .integer)
  /// Why: a stable code.
  public static let reason = FieldDefinition(6, .event, "reason", .text)
  /// Which rule or what was found, as a stable code; never a value that somebody typed.
  public static let detail = FieldDefinition(7, .event, "detail", .text)
  /// The member who wrote the operation; unset where the program did.
  public static let author = FieldDefinition(8, .event, "author", .integer)
  /// Neutralised 1, admitted 2, admitted edited 3, rejection confirmed 4,
  /// corrected 5.
  public static let state = FieldDefinition(9, .centreRegister, "state", .integer)
  /// Who ruled, by the name of their account; unset while nobody has.
  public static let ruledBy = FieldDefinition(10, .centreRegister, "ruled_by", .text)
  /// What they said about it.
  public static let note = FieldDefinition(11, .centreRegister, "note", .text)

  /// The table.
  public static let definition = TableDefinition(
    6, "review",
    [number, dot, field, table, row, reason, detail, author, state, ruledBy, note])
}

/// A batch that nobody has any more, declared lost in its scope.
public enum GapTable {
  /// The replica that closed it.
  public static let replica = FieldDefinition(1, .event, "replica", .integer)
  /// Its place in that replica's chain.
  public static let sequence = FieldDefinition(2, .event, "sequence", .integer)
  /// Its hash.
  public static let hash = FieldDefinition(3, .event, "hash", .bytes)
  /// Who declared it.
  public static let declaredBy = FieldDefinition(4, .event, "declared_by", .text)
  /// What they said about it.
  public static let note = FieldDefinition(5, .event, "note", .text)

  /// The table.
  public static let definition = TableDefinition(
    7, "gap", [replica, sequence, hash, declaredBy, note])
}

extension TableID {
  /// Whether the table is the directory's or the log's own, which the centre alone writes: 1 to 15
  /// and 64 to 127, also where this registry does not know the table.
  public var isOfCentre: Bool { rawValue < 16 || 64..<128 ~= rawValue }
}

// Months that the coordinator closed, in scope 0. Numbers are append-only.

/// That a month was closed: what had been counted by then, which no later arrival changes.
public enum ClosingTable {
  /// The month, such as `2026-10`; `2026-10@14` where months end on the 14th.
  public static let period = FieldDefinition(1, .event, "period", .text)
  /// National code of the unit; unset for all that the centre holds.
  public static let unit = FieldDefinition(2, .event, "unit", .text)
  /// Who closed it, by the name they gave.
  public static let closedBy = FieldDefinition(3, .event, "closed_by", .text)
  /// How many laptops were to report.
  public static let laptops = FieldDefinition(4, .event, "laptops", .integer)
  /// How many of them had.
  public static let reported = FieldDefinition(5, .event, "reported", .integer)
  /// How many conflicts were open.
  public static let conflicts = FieldDefinition(6, .event, "conflicts", .integer)
  /// How many batches waited for others.
  public static let held = FieldDefinition(7, .event, "held", .integer)
  /// How many reviews waited for a ruling.
  public static let reviews = FieldDefinition(8, .event, "reviews", .integer)
  /// What had been counted: lines of text, some in each element.
  public static let figures = FieldDefinition(9, .set, "figures", .text)
  /// What was said about it.
  public static let note = FieldDefinition(10, .event, "note", .text)
  /// Why it was opened again; unset while it stands.
  public static let reopenReason = FieldDefinition(11, .centreRegister, "reopen_reason", .text)
  /// Who opened it again.
  public static let reopenedBy = FieldDefinition(12, .centreRegister, "reopened_by", .text)
  /// How many visits of the month nobody had looked at; unset where nobody had counted them.
  public static let unseen = FieldDefinition(13, .event, "unseen", .integer)
  /// How many pairs of people, households and assists might be one; unset where nobody had looked.
  public static let doubles = FieldDefinition(14, .event, "doubles", .integer)

  /// The table.
  public static let definition = TableDefinition(
    67, "closing",
    [
      period, unit, closedBy, laptops, reported, conflicts, held, reviews, figures, note,
      reopenReason, reopenedBy, unseen, doubles,
    ])
}

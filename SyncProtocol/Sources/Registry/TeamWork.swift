// What a team is to do, and what stands in its way. Numbers are append-only.

/// Something that a member or team is to do.
public enum TaskTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// What is to be done.
  public static let title = FieldDefinition(2, .register, "title", .text, sealed: personal)
  /// The member who is to do it.
  public static let owner = FieldDefinition(3, .register, "owner", .integer)
  /// The team.
  public static let team = FieldDefinition(4, .register, "team", .integer)
  /// The last day for it.
  public static let dueDate = FieldDefinition(5, .register, "due_date", .integer)
  /// From 0 to 100.
  public static let progress = FieldDefinition(6, .register, "progress", .integer)
  /// Open 1, doing 2, done 3, dropped 4.
  public static let status = FieldDefinition(7, .register, "status", .integer)
  /// The difficulty that it is to remove.
  public static let difficulty = FieldDefinition(8, .register, "difficulty", .integer)
  /// Free text.
  public static let note = FieldDefinition(9, .register, "note", .text, sealed: personal)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(
    10, .register, "void_reason", .text, sealed: personal)
  /// The household that it is about.
  public static let household = FieldDefinition(11, .register, "household", .integer)
  /// The resident that it is about.
  public static let resident = FieldDefinition(12, .register, "resident", .integer)

  private static let personal = Sealing(.row, .activity)

  /// The table.
  public static let definition = TableDefinition(
    27, "task",
    [
      number, title, owner, team, dueDate, progress, status, difficulty, note, voidReason,
      household, resident,
    ])
}

/// Something that stands in the way of a team's work.
public enum DifficultyTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// What kind of obstacle: a blocked reason.
  public static let reason = FieldDefinition(2, .register, "blocked_reason", .text)
  /// What it is.
  public static let description = FieldDefinition(
    3, .register, "description", .text, sealed: personal)
  /// The team that met it.
  public static let team = FieldDefinition(4, .register, "team", .integer)
  /// The hamlet where it was met.
  public static let place = FieldDefinition(5, .register, "place", .integer)
  /// The code of the procedure or service it concerns.
  public static let service = FieldDefinition(6, .register, "service", .text)
  /// The day it was met.
  public static let date = FieldDefinition(7, .register, "date", .integer)
  /// Open 1, passed on 2, solved 3.
  public static let status = FieldDefinition(8, .register, "status", .integer)
  /// The day it was solved.
  public static let solvedDate = FieldDefinition(9, .register, "solved_date", .integer)
  /// How it was solved.
  public static let solution = FieldDefinition(10, .register, "solution", .text, sealed: personal)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(
    11, .register, "void_reason", .text, sealed: personal)

  private static let personal = Sealing(.row, .activity)

  /// The table.
  public static let definition = TableDefinition(
    28, "difficulty",
    [
      number, reason, description, team, place, service, date, status, solvedDate, solution,
      voidReason,
    ])
}

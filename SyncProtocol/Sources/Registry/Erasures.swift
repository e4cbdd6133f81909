/// An erasure: the keys of a subject are destroyed, and in the row's scope its values take the
/// erased form. The centre writes one into every scope that holds a value of the subject, and one
/// into scope 0. It takes effect when it is merged and cannot be undone.
public enum ErasureTable {
  /// The row of the resident or household that was erased, or the subject of a household's name.
  public static let subject = FieldDefinition(1, .event, "subject", .integer)
  /// Why: request, consent-withdrawn, retention, mistake, household-erased. Not in scope 0.
  public static let reason = FieldDefinition(2, .event, "reason", .text)
  /// The day it was asked for. Not in scope 0.
  public static let requested = FieldDefinition(3, .event, "requested_date", .integer)
  /// The household whose name the subject is; unset where it is a row. Not in scope 0.
  public static let named = FieldDefinition(4, .event, "named", .integer)

  /// The reason for which a resident is erased who arrived after their household was.
  public static let householdErased = "household-erased"

  /// The table.
  public static let definition = TableDefinition(8, "erasure", [subject, reason, requested, named])
}

extension Operation {
  /// The subject that this operation erases if the centre wrote it; nil for any other operation.
  public var erasedSubject: RowID? {
    guard table == ErasureTable.definition.id else { return nil }
    let write = writes.first { $0.field == ErasureTable.subject.id }
    return write?.value?.integer.flatMap(RowID.init(rawValue:))
  }
}

import SyncProtocol

/// What an operation says, whatever dot it says it under: equal before and after a store has given
/// it a new dot because another operation stands under its own.
///
/// Names of rows and sealed bytes change with the dot and are left out.
struct OperationContent: Hashable {
  private let scope: ScopeID
  private let table: TableID
  private let time: Timestamp
  private let author: RowID?
  private let isCreate: Bool
  private let values: [Written]

  private struct Written: Hashable {
    var field: FieldID
    var replacedCount: Int
    var value: Value?
  }

  init(_ operation: Operation, in scope: ScopeID) {
    self.scope = scope
    table = operation.table
    time = operation.time
    author = operation.author
    isCreate = operation.isCreate
    values = operation.writes.map { write in
      Written(
        field: write.field, replacedCount: write.previous.count,
        value: Self.withoutNames(write.value, of: write.field))
    }
  }

  private static func withoutNames(_ value: Value?, of field: FieldID) -> Value? {
    switch value {
    // The session in a row's name is above 0; no other integer that is written here is as large.
    case .integer(let integer) where integer >= 1 << 19: .unset
    case .bytes where field == .deletes, .sealed, .erased: .unset
    default: value
    }
  }
}

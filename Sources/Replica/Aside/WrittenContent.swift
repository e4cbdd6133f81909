import SyncProtocol

/// What two operations that say the same have in common, whatever dots they stand under: by this
/// they are found, and then compared.
struct WrittenContent: Hashable {
  private let table: TableID
  private let time: Timestamp
  private let author: RowID?
  private let isCreate: Bool
  private let fields: [FieldID]

  init(_ operation: Operation) {
    table = operation.table
    time = operation.time
    author = operation.author
    isCreate = operation.isCreate
    fields = operation.writes.map(\.field)
  }
}

extension Operation {
  /// True when another operation says what this one says, once the names in this one are those of
  /// where the other stands. Sealed bytes change with the name of the row, and what a delete lists
  /// with its dots; of these it counts only that they are there.
  func saysTheSame(as other: Operation) -> Bool {
    guard WrittenContent(self) == WrittenContent(other), isCreate || row == other.row else {
      return false
    }
    return zip(writes, other.writes).allSatisfy { write, other in
      guard write.previous.count == other.previous.count else { return false }
      switch (write.value, other.value) {
      case (.sealed?, .sealed?), (.sealed?, .erased?), (.erased?, .sealed?), (.erased?, .erased?):
        return true
      case (.bytes(let bytes)?, .bytes(let others)?) where write.field == .deletes:
        return bytes.count == others.count
      case (let value, let other): return value == other
      }
    }
  }
}

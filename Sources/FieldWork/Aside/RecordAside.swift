import Replica
import SyncProtocol

/// An operation that the centre keeps aside, as people read it.
package struct RecordAside: Hashable, Sendable {
  /// A field that was written.
  package struct Write: Hashable, Sendable {
    /// The field's stable name.
    package let fieldName: String
    /// What people call the field.
    package let fieldWords: BilingualText
    /// What was written; nil where something was taken away.
    package let valueWords: BilingualText?
  }

  /// What has become of it.
  package enum State: String, Sendable {
    /// Nobody has written it again.
    case waiting
    /// It stands, under its own dot or another.
    case standing
    /// A laptop may not write it, so nobody writes it for one.
    case notAdoptable = "not-adoptable"
  }

  /// What kind of record it is.
  package let recordWords: BilingualText
  /// The record's code, as the laptop that wrote it had it.
  package let codeText: String
  /// Whether it made the record.
  package let isNew: Bool
  /// The member who wrote it; nil where nobody is named.
  package let author: String?
  /// When, by the clock of that laptop.
  package let time: LocalDateTime
  /// What it wrote.
  package let writes: [Write]
  /// What has become of it.
  package let state: State
}

extension FieldStore {
  /// The operations of a batch that is kept aside, in words.
  package func asideEntries(of batch: AsideBatch) throws -> [RecordAside] {
    // Under the names of the rows that it makes, the log has others.
    var codes: [RowID: String] = [:]
    for operation in batch.entries.map(\.operation) where operation.isCreate {
      codes[operation.row] = Self.codeText(ofNew: operation, store.schema[operation.table])
    }
    return try batch.entries.map { entry in
      let operation = entry.operation
      let table = store.schema[operation.table]
      return RecordAside(
        recordWords: table.map { TableWords.words(of: $0.name) }
          ?? BilingualText(same: "#\(operation.table.rawValue)"),
        codeText: try codes[operation.row]
          ?? table.map { try reader.codeText(of: operation.row, in: $0) }
          ?? "#\(operation.row.rawValue)",
        isNew: operation.isCreate,
        author: try operation.author.flatMap { try reader.record(Member.self, $0)?.fullName },
        time: LocalDateTime(milliseconds: operation.time.rawValue),
        writes: try operation.writes.map { try words(of: $0, in: table, codes) },
        state: entry.waits ? .waiting : entry.standing == nil ? .notAdoptable : .standing)
    }
  }

  private func words(
    of write: FieldWrite, in table: TableDefinition?, _ codes: [RowID: String]
  ) throws -> RecordAside.Write {
    let named = write.value?.integer.flatMap(RowID.init(rawValue:)).flatMap { codes[$0] }
    return RecordAside.Write(
      fieldName: ReviewWords.name(of: write.field, in: table) ?? "#\(write.field.rawValue)",
      fieldWords: table.map { label(of: write.field, $0) }
        ?? BilingualText(same: "#\(write.field.rawValue)"),
      valueWords: try named.map { BilingualText(same: $0) }
        ?? write.value.flatMap { value in
          try table.map { try words(of: value, in: write.field, of: $0) }
        })
  }

  private static func codeText(ofNew operation: Operation, _ table: TableDefinition?) -> String {
    let number = operation.writes.first { write in
      table?[write.field]?.name == "number"
    }?.value?.integer
    let kind = RecordCode.Kind.allCases.first { $0.table.id == operation.table }
    let code = number.flatMap { number in
      kind.flatMap {
        RecordCode(kind: $0, replica: operation.row.replica.rawValue, number: number)
      }
    }
    return code?.text ?? "#\(operation.row.rawValue)"
  }
}

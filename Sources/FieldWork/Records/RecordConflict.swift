import Replica
import SyncProtocol

/// A conflict as people see it: which record and field, every value with who wrote it and when.
package struct RecordConflict: Hashable, Sendable {
  /// One of the values.
  package struct Choice: Hashable, Sendable {
    /// The write; names the choice.
    package let dot: Dot
    /// The value in words.
    package let words: BilingualText
    /// When it was written, by its author's clock as far as that was known.
    package let time: LocalDateTime
    /// The member who wrote it; nil when the program did or the log no longer says.
    package let author: String?
    /// The laptop that wrote it.
    package let replica: ReplicaID
    /// Whether it is shown until somebody decides.
    package let isShown: Bool
  }

  /// The row.
  package let row: RowID
  /// Its table.
  package let table: TableID
  /// The field.
  package let field: FieldID
  /// What kind of record it is.
  package let recordWords: BilingualText
  /// The record's code.
  package let codeText: String
  /// The field's label.
  package let fieldWords: BilingualText
  /// The field's stable name.
  package let fieldName: String
  /// The shown value first, then from late to early.
  package let choices: [Choice]
}

extension FieldStore {
  /// The conflicts of this store in words, by record and field.
  package func conflicts() throws -> [RecordConflict] {
    try store.conflicts().compactMap(describe)
  }

  /// Settles a conflict by one of its values, which then replaces all.
  ///
  /// - Throws: `FieldError.noSuchRecord` when the field has no such value any more, because
  ///   somebody settled it meanwhile.
  package func settle(
    _ conflict: RecordConflict, by dot: Dot, author: RowID?, clock: ClockReading
  ) throws {
    try commit(author: author, clock: clock) { act in
      guard let table = store.schema[conflict.table], let field = table[conflict.field],
        let head = try store.row(table.id, conflict.row)?.heads(of: field.id)
          .first(where: { $0.dot == dot })
      else { throw FieldError.noSuchRecord(store.schema[conflict.table]?.name ?? "") }
      try act.resolve(table, conflict.row, field, head.value)
    }
    search.refresh([conflict.row])
  }

  /// Fields of later versions are left to the version that knows them.
  private func describe(_ conflict: Conflict) throws -> RecordConflict? {
    guard let table = store.schema[conflict.table], let field = table[conflict.field] else {
      return nil
    }
    let choices = try conflict.values.map { value in
      RecordConflict.Choice(
        dot: value.dot,
        words: try reader.words(of: value.value, in: field, of: table, row: conflict.row),
        time: LocalDateTime(milliseconds: value.time.rawValue),
        author: try value.author.flatMap { try reader.record(Member.self, $0)?.fullName },
        replica: value.dot.replica, isShown: value.isShown)
    }
    return RecordConflict(
      row: conflict.row, table: table.id, field: field.id,
      recordWords: TableWords.words(of: table.name),
      codeText: try reader.codeText(of: conflict.row, in: table),
      fieldWords: FieldLabel.words(of: field.name), fieldName: field.name, choices: choices)
  }
}

extension RecordReader {
  /// The code of any row, or its id where there is none.
  package func codeText(of id: RowID, in table: TableDefinition) throws -> String {
    guard let kind = RecordCode.Kind.allCases.first(where: { $0.table.id == table.id }) else {
      return "#\(id.rawValue)"
    }
    let number = try connection.row(
      "SELECT number FROM \"\(table.name)\" WHERE rid = ?", .integer(id.rawValue)
    ) { try $0.optionalInteger(at: 0) }
    let code = (number ?? nil).flatMap {
      RecordCode(kind: kind, replica: id.replica.rawValue, number: $0)
    }
    return code?.text ?? "#\(id.rawValue)"
  }
}

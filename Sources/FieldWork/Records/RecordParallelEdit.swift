import Replica
import SyncProtocol

/// Different fields of one record that several laptops wrote without seeing each other, in words.
/// All of them stand: this is for information.
package struct RecordParallelEdit: Sendable, Hashable {
  /// One of the writes.
  package struct Write: Sendable, Hashable {
    /// The field's stable name.
    package let fieldName: String
    /// The field's label.
    package let fieldWords: BilingualText
    /// The value.
    package let words: BilingualText
    /// Who, where and when.
    package let writer: RecordWriter
  }

  /// What kind of record it is.
  package let recordWords: BilingualText
  /// The record's code.
  package let codeText: String
  /// Its scope.
  package let scope: ScopeID
  /// What was written, by field.
  package let writes: [Write]
}

extension FieldStore {
  /// The parallel edits among what has arrived since a day, by record.
  ///
  /// - Parameter edits: those of batches that were read before.
  package func parallelEdits(
    since day: LocalDate, from edits: BatchEdits = BatchEdits()
  ) throws -> [RecordParallelEdit] {
    let since = Timestamp(rawValue: LocalDateTime(day, minuteOfDay: 0).milliseconds)
    let names = WriterNames(self)
    return try store.parallelEdits(since: since, from: edits).compactMap { edit in
      guard let table = store.schema[edit.table] else { return nil }
      return RecordParallelEdit(
        recordWords: TableWords.words(of: table.name),
        codeText: try reader.codeText(of: edit.row, in: table), scope: edit.scope,
        writes: try edit.writes.map { write in
          RecordParallelEdit.Write(
            fieldName: table[write.field]?.name ?? "#\(write.field.rawValue)",
            fieldWords: label(of: write.field, table),
            words: try words(of: write.value, in: write.field, of: table),
            writer: try names.writer(
              write.dot, author: write.author, time: write.time, doubt: write.doubt))
        })
    }
  }
}

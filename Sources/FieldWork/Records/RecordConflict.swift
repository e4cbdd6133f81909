import Replica
import SyncProtocol

/// A conflict as people see it: which record and field, every value with who wrote it and when.
package struct RecordConflict: Hashable, Sendable {
  /// One of the values, with everybody who wrote it.
  package struct Choice: Hashable, Sendable {
    /// Its number in the list, from 1, by which it can be taken.
    package let number: Int
    /// The field that was written: the conflict's, or one that was written beside a delete.
    package let fieldWords: BilingualText
    /// The value in words.
    package let words: BilingualText
    /// Who wrote it; the write that would be shown stands first, equal values of others follow.
    package let writers: [RecordWriter]
    /// Whether it is shown until somebody decides.
    package let isShown: Bool
    /// Whether it is a delete, or the void of a record that was voided and edited.
    package let isDelete: Bool

    /// The write; names the choice.
    package var dot: Dot { writers[0].dot }
  }

  /// What is to be decided.
  package let kind: Conflict.Kind
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
  /// The shown value first, then from late to early; of a deleted row the deletes first.
  package let choices: [Choice]

  /// The name that stands for the deletion of a record where a field is asked for.
  package static let deletionName = "deleted"
  /// The name of what the centre writes to keep a record from everybody.
  static let takenOutName = "taken-out"

  /// Whether the time of one of the writes cannot be right.
  package var hasDoubtfulTime: Bool {
    choices.contains { $0.writers.contains { $0.doubt?.isCertain ?? false } }
  }
}

/// A page of conflicts in words.
package struct RecordConflictPage: Sendable, Hashable {
  /// Those with a time that cannot be right first.
  package let conflicts: [RecordConflict]
  /// How many there are in all; some may be of records that only a later version knows.
  package let total: Int
}

extension FieldStore {
  /// The conflicts of this store in words.
  package func conflicts() throws -> [RecordConflict] {
    try conflictPage(limit: .max).conflicts
  }

  /// A page of the conflicts of this store, or of one row, in words.
  package func conflictPage(
    of row: RowID? = nil, limit: Int, offset: Int = 0
  ) throws -> RecordConflictPage {
    let page = try store.conflictPage(of: row, limit: limit, offset: offset)
    let names = WriterNames(self)
    return RecordConflictPage(
      conflicts: try page.conflicts.compactMap { try describe($0, names) }, total: page.total)
  }

  /// These conflicts in words; those of later versions are left out.
  package func conflicts(_ outlines: [ConflictOutline]) throws -> [RecordConflict] {
    let names = WriterNames(self)
    return try store.conflicts(outlines).compactMap { try describe($0, names) }
  }

  /// Fields of later versions are left to the version that knows them.
  private func describe(_ conflict: Conflict, _ names: WriterNames) throws -> RecordConflict? {
    guard let table = store.schema[conflict.table] else { return nil }
    let name: String
    let words: BilingualText
    switch conflict.kind {
    case .deletedAndEdited:
      name = RecordConflict.deletionName
      words = FieldLabel.words(of: name)
    case .values, .voidedAndEdited:
      guard let field = table[conflict.field] else { return nil }
      name = field.name
      words = FieldLabel.words(of: field, in: table)
    }
    return RecordConflict(
      kind: conflict.kind, row: conflict.row, table: table.id, field: conflict.field,
      recordWords: TableWords.words(of: table.name),
      codeText: try reader.codeText(of: conflict.row, in: table),
      fieldWords: words, fieldName: name,
      choices: try choices(of: conflict, table, names))
  }

  /// Values that are equal are one choice with several writers.
  private func choices(
    of conflict: Conflict, _ table: TableDefinition, _ names: WriterNames
  ) throws -> [RecordConflict.Choice] {
    var groups: [[ConflictValue]] = []
    for value in conflict.values {
      let place = groups.firstIndex { group in
        value.added == nil && group[0].added == nil && group[0].field == value.field
          && (value.field == .deletes || group[0].value == value.value)
      }
      if let place { groups[place].append(value) } else { groups.append([value]) }
    }
    return try groups.enumerated().map { index, group in
      let first = group[0]
      return RecordConflict.Choice(
        number: index + 1,
        fieldWords: first.added.map(words(ofTable:)) ?? label(of: first.field, table),
        words: try first.added.map(words(of:))
          ?? words(of: first.value, in: first.field, of: table),
        writers: try group.map {
          try names.writer($0.dot, author: $0.author, time: $0.time, doubt: $0.doubt)
        },
        isShown: first.isShown,
        isDelete: first.field == .deletes
          || (conflict.kind == .voidedAndEdited && first.field == conflict.field
            && first.added == nil)
      )
    }
  }

  /// The kind of a record that was added beside a void.
  private func words(ofTable added: AddedRecord) -> BilingualText {
    TableWords.words(of: store.schema[added.table]?.name ?? "#\(added.table.rawValue)")
  }

  /// A record that was added beside a void.
  private func words(of added: AddedRecord) throws -> BilingualText {
    let code =
      try store.schema[added.table].map { try reader.codeText(of: added.row, in: $0) }
      ?? "#\(added.row.rawValue)"
    return BilingualText(vi: "mới thêm \(code)", en: "added \(code)")
  }

  /// The label of a field that may be of a later version.
  func label(of field: FieldID, _ table: TableDefinition) -> BilingualText {
    if field == .deletes { return FieldLabel.words(of: RecordConflict.deletionName) }
    if field == .void {
      return BilingualText(vi: "Trung tâm không chấp nhận", en: "Not accepted by the centre")
    }
    return table[field].map { FieldLabel.words(of: $0, in: table) }
      ?? BilingualText(vi: "mục mới (#\(field.rawValue))", en: "new field (#\(field.rawValue))")
  }

  /// A value of a field that may be of a later version, in words.
  func words(
    of value: Value, in field: FieldID, of table: TableDefinition
  ) throws -> BilingualText {
    if field == .deletes { return BilingualText(vi: "đã xóa bản ghi", en: "record deleted") }
    if field == .void, let reason = value.text { return ReviewWords.reason(reason, detail: "") }
    guard let known = table[field] else {
      return BilingualText(vi: "(cần bản mới)", en: "(needs an upgrade)")
    }
    return try reader.words(of: value, in: known, of: table)
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

import FieldWork
import Replica
import SQLite
import SyncProtocol

/// A field with several values that nobody has chosen between, in words.
package struct ConflictReport: Sendable, Hashable {
  /// One of the values.
  package struct Alternative: Sendable, Hashable {
    /// The value as people read it.
    package var text: BilingualText
    /// Whether it is the one shown until somebody decides.
    package var isShown: Bool
    /// Who wrote it; nil when that is not known any more.
    package var author: String?
    /// When, by the clock of the laptop that wrote it.
    package var time: LocalDateTime
    /// On which laptop; nil for the centre itself.
    package var laptop: String?
  }

  /// What kind of record.
  package var kind: BilingualText
  /// The record's code.
  package var code: String
  /// What people call the record, where it has a name.
  package var name: String?
  /// The field.
  package var field: BilingualText
  /// The values, the shown one first.
  package var alternatives: [Alternative]
}

/// The first conflicts of a centre, and how many there are.
package struct ConflictList: Sendable, Hashable {
  /// Conflicts told on the overview: each value is looked up in the log to say who wrote it.
  package static let limit = 3

  /// At most `limit` conflicts.
  package var conflicts: [ConflictReport]
  /// How many there are.
  package var total: Int

  /// A list as given.
  package init(conflicts: [ConflictReport], total: Int) {
    self.conflicts = conflicts
    self.total = total
  }

  /// Looks the conflicts of a store up.
  ///
  /// - Parameter scopes: only records of these; nil for all.
  package static func gather(
    _ store: Store, _ laptops: [LaptopReport], in scopes: [ScopeID]? = nil
  ) throws -> ConflictList {
    let reader = RecordReader(store)
    let words = RecordWords(reader)
    let labels = Dictionary(
      laptops.map { ($0.replica, $0.label) }, uniquingKeysWith: { first, _ in first })
    let held = scopes.map { Set($0) }
    let outlines = try store.conflictOutlines().filter { held?.contains($0.scope) ?? true }
    var list = ConflictList(conflicts: [], total: outlines.count)
    for conflict in try store.conflicts(Array(outlines.prefix(limit))) {
      let table = store.schema[conflict.table]
      let name = Self.fieldName(conflict.field, table)
      let record = try words.name(of: conflict.row, in: table)
      list.conflicts.append(
        ConflictReport(
          kind: words.kind(table), code: record.code, name: record.name,
          field: table.flatMap { table in
            table[conflict.field].map { FieldLabel.words(of: $0, in: table) }
          } ?? FieldLabel.words(of: name),
          alternatives: try conflict.values.map { value in
            ConflictReport.Alternative(
              text: try text(of: value, in: conflict, table, words),
              isShown: value.isShown,
              author: try value.author.flatMap { try reader.record(Member.self, $0)?.fullName },
              time: LocalDateTime(time: value.time), laptop: labels[try store.laptop(of: value.dot)]
            )
          }))
    }
    return list
  }

  /// The stable name of a field; deletes are a field of every table.
  private static func fieldName(_ field: FieldID, _ table: TableDefinition?) -> String {
    field == .deletes
      ? RecordConflict.deletionName : table?[field]?.name ?? "#\(field.rawValue)"
  }

  /// A value; what was written beside a delete with the name of its field.
  private static func text(
    of value: ConflictValue, in conflict: Conflict, _ table: TableDefinition?,
    _ words: RecordWords
  ) throws -> BilingualText {
    guard value.field != .deletes else {
      return BilingualText(vi: "đã xóa bản ghi", en: "record deleted")
    }
    if let added = value.added {
      let child = Schema.current[added.table]
      return words.kind(child) + BilingualText(vi: " mới thêm ", en: " added: ")
        + BilingualText(same: try words.name(of: added.row, in: child).code)
    }
    let name = fieldName(value.field, table)
    let text = try words.text(of: value.value, field: name, in: table)
    guard conflict.kind != .values else { return text }
    return FieldLabel.words(of: name) + BilingualText(same: ": ") + text
  }
}

import Replica
import SyncProtocol

/// One write of one field, as people read it.
package struct HistoryEntry: Sendable, Hashable {
  /// What kind of write it was.
  package enum Kind: String, Sendable, CaseIterable {
    /// The value the record was made with.
    case created
    /// Another value in place of the one before.
    case changed
    /// One value in place of several that had been written beside each other.
    case decided
    /// An element of a set.
    case added
    /// An element less.
    case removed
    /// A value withdrawn, with nothing in its place.
    case withdrawn
    /// The whole record.
    case deleted
    /// A delete taken back.
    case undeleted
  }

  /// Its number in the history, from 1 for the oldest, by which its value can be restored.
  package let number: Int
  /// What kind of write it was.
  package let kind: Kind
  /// The field's stable name.
  package let fieldName: String
  /// The field's label.
  package let fieldWords: BilingualText
  /// What its author saw before; nil where there was nothing.
  package let old: BilingualText?
  /// What it put there; nil where it put nothing.
  package let new: BilingualText?
  /// Who, where and when.
  package let writer: RecordWriter
  /// Whether it stood beside another value that its author had not seen.
  package let isConcurrent: Bool
  /// Whether it is what is shown now.
  package let isShown: Bool
  let field: FieldID
  let value: Value?
}

/// Every write of a record that this store still has, oldest first.
package struct RecordHistory: Sendable, Equatable {
  /// The record's code.
  package let codeText: String
  /// What kind of record it is.
  package let recordWords: BilingualText
  /// Whether the record is deleted now.
  package let isDeleted: Bool
  /// The erasures that took values of it away, the first one first.
  package let erasures: [ErasureState]
  /// The writes, field by field.
  package let entries: [HistoryEntry]
}

extension FieldStore {
  /// The history of a record: who wrote what, when, on which laptop, in place of what.
  ///
  /// - Parameter field: only this field, by name or label; nil for all.
  package func history(
    of record: LocatedRow, field typed: String? = nil
  ) throws -> RecordHistory {
    let only = try typed.map { try field($0, of: record.table).id }
    let names = WriterNames(self)
    var replay = HistoryReplay(RowState(table: record.table.id, row: record.row))
    for logged in try store.history(of: record.row, in: record.scope)
    where logged.operation.table == record.table.id {
      replay.apply(logged)
    }
    let now = try store.row(record.table.id, record.row)
    // By time, as people think; what replaces a value never has an earlier time than that.
    let writes = replay.writes.filter { only == nil || $0.field == only }.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
    let rejection = try rejection(of: record.row, in: record.table)
    let entries = try writes.enumerated().map { index, write in
      HistoryEntry(
        number: index + 1, kind: write.kind,
        fieldName: Self.name(of: write.field, record.table),
        fieldWords: label(of: write.field, record.table),
        old: try write.old.map { try words(of: $0, in: write.field, of: record.table) },
        new: try write.value.map { try words(of: $0, in: write.field, of: record.table) },
        writer: try write.field == .void
          ? names.centre(write.dot, by: rejection, otherwise: write.time)
          : names.writer(write.dot, author: write.author, time: write.time, doubt: write.doubt),
        isConcurrent: write.isConcurrent,
        isShown: Self.shows(write, now), field: write.field, value: write.value)
    }
    return RecordHistory(
      codeText: try reader.codeText(of: record.row, in: record.table),
      recordWords: TableWords.words(of: record.table.name),
      isDeleted: now.map { $0.deletion == .deleted } ?? false,
      erasures: try erasures(reaching: record.row, entries), entries: entries)
  }

  private static func name(of field: FieldID, _ table: TableDefinition) -> String {
    switch field {
    case .deletes: RecordConflict.deletionName
    case .void: RecordConflict.takenOutName
    default: table[field]?.name ?? "#\(field.rawValue)"
    }
  }

  private func erasures(
    reaching row: RowID, _ entries: [HistoryEntry]
  ) throws -> [ErasureState] {
    let subjects = Set([row] + entries.compactMap { $0.value?.sealed?.subject })
    guard try subjects.contains(where: { try reader.keyring.isErased($0) }) else { return [] }
    return try store.erasures().filter { subjects.contains($0.subject) }
  }

  private static func shows(_ write: HistoryReplay.Write, _ state: RowState?) -> Bool {
    guard let state, write.value != nil else { return false }
    if write.field.kind?.hasColumn ?? false { return state.shown(write.field)?.dot == write.dot }
    return state.heads(of: write.field).contains { $0.dot == write.dot }
  }

  /// Puts a value of the history back: a new write in place of everything that stands, which can
  /// be undone the same way.
  ///
  /// - Parameter write: the number in the whole history, or `#` and the id of the write.
  /// - Throws: `ConflictError.noSuchWrite`, `.centreOnly`, `.notRewritable`.
  package func restore(
    _ write: String, of record: LocatedRow, author: RowID?, clock: ClockReading,
    isDryRun: Bool = false
  ) throws -> Settlement {
    let history = try history(of: record)
    let entry = history.entries.first { entry in
      write.hasPrefix("#")
        ? "#\(entry.writer.dot.rawValue)" == write : String(entry.number) == write
    }
    guard let entry, let value = entry.value, let field = record.table[entry.field],
      let words = entry.new
    else { throw ConflictError.noSuchWrite(typed: String(write.prefix(40))) }
    try requireWritable(field, of: record.table)
    let replaced = history.entries.filter { $0.field == entry.field && $0.isShown }
      .compactMap(\.new).filter { $0 != words }
    if !isDryRun {
      try commit(author: author, clock: clock) {
        try $0.resolve(record.table, record.row, field, value)
      }
      search.refresh([record.row])
    }
    return Settlement(
      codeText: history.codeText, recordWords: history.recordWords, fieldName: entry.fieldName,
      fieldWords: entry.fieldWords, value: words, replaced: replaced)
  }
}

/// Applies the writes of a row one after another and notes what each found.
private struct HistoryReplay {
  struct Write {
    var dot: Dot
    var field: FieldID
    var kind: HistoryEntry.Kind
    var value: Value?
    var old: Value?
    var author: RowID?
    var time: Timestamp
    var doubt: TimeDoubt?
    var isConcurrent: Bool
  }

  private(set) var writes: [Write] = []
  private var state: RowState
  /// Everything that was ever a head: an author may have seen what somebody else had replaced.
  private var known: [FieldID: [Dot: Head]] = [:]

  init(_ state: RowState) { self.state = state }

  mutating func apply(_ logged: LoggedOperation) {
    let operation = logged.operation
    state.merge(operation)
    for write in operation.writes {
      let named = write.previous.compactMap { known[write.field]?[$0] }
      if let value = write.value {
        known[write.field, default: [:]][operation.dot] = Head(
          field: write.field, dot: operation.dot, time: operation.time, value: value)
      }
      let hasColumn = write.field.kind?.hasColumn ?? false
      let distinct = Set(named.map(\.value))
      writes.append(
        Write(
          dot: operation.dot, field: write.field,
          kind: kind(
            write, isCreate: operation.isCreate, isFirst: named.isEmpty,
            settles: hasColumn && distinct.count > 1),
          value: write.value, old: named.min { $0.isShownBefore($1) }?.value,
          author: operation.author, time: operation.time, doubt: logged.doubt,
          isConcurrent: hasColumn && write.value != nil && state.isInConflict(write.field)))
    }
  }

  private func kind(
    _ write: FieldWrite, isCreate: Bool, isFirst: Bool, settles: Bool
  ) -> HistoryEntry.Kind {
    if write.field == .deletes { return write.value == nil ? .undeleted : .deleted }
    let isSet = write.field.kind == .set
    guard write.value != nil else { return isSet ? .removed : .withdrawn }
    if isCreate { return .created }
    if isSet { return .added }
    return settles ? .decided : .changed
  }
}

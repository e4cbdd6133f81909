import FieldWork
import Replica
import SyncProtocol

/// A conflict as the list shows it.
struct ConflictLine: Sendable {
  /// What the store knows of it without its log.
  let outline: ConflictOutline
  /// The stable name of its table.
  let kind: String
  /// What kind of record it is.
  let kindWords: BilingualText
  /// What its address calls it; see `ConflictSubject`.
  let slug: String
  /// The field's label.
  let fieldWords: BilingualText
  /// The record's code.
  let code: String
  /// What people call the record; nil where it has no name, or nobody asked.
  var name: String?
  /// The laptops that wrote.
  let laptops: Set<ReplicaID>
  /// Where the record belongs.
  let place: String
  /// The units in which that lies.
  let units: [String]
  /// Its values with who wrote them; nil for lines of other pages of the list.
  var conflict: RecordConflict?
  /// Where it is decided; empty for lines of other pages.
  var address = ""
}

/// The conflicts that somebody's rights reach, in the order of the store.
struct ConflictLines {
  /// Those that this version knows.
  private(set) var lines: [ConflictLine] = []
  /// How many are of records or fields that only a later version knows.
  private(set) var ofLaterVersions = 0
  private let records: FieldStore
  private let words: RecordWords

  /// - Parameter withNames: whether the names of all records are wanted, which costs a look at each.
  init(
    _ records: FieldStore, within reached: ReachedWork, on day: LocalDate, withNames: Bool
  ) throws {
    self.records = records
    words = RecordWords(records.reader)
    let map = try PlaceMap(records.reader)
    let scopes = reached.scopes.map { Set($0) }
    var places: [ScopeID: String] = [:]
    var writers = DotWriters(records.store)
    for outline in try records.store.conflictOutlines()
    where scopes.map({ $0.contains(outline.scope) }) ?? true {
      guard let table = records.store.schema[outline.table],
        let subject = ConflictSubject(outline.kind, outline.field, of: table)
      else {
        ofLaterVersions += 1
        continue
      }
      let place =
        places[outline.scope]
        ?? map.hamlets(of: outline.scope, on: day).map { $0.name ?? $0.codeText }
        .joined(separator: ", ")
      places[outline.scope] = place
      lines.append(
        ConflictLine(
          outline: outline, kind: table.name, kindWords: words.kind(table), slug: subject.slug,
          fieldWords: subject.words,
          code: try records.reader.codeText(of: outline.row, in: table),
          name: withNames ? try words.name(of: outline.row, in: table).name : nil,
          laptops: Set(try outline.dots.map { try writers.laptop(of: $0) }), place: place,
          units: map.units(of: outline.scope, on: day)))
    }
  }

  /// Lines with their values, names and addresses: the log is read for these alone.
  func described(_ lines: [ConflictLine]) throws -> [ConflictLine] {
    try lines.map { line in
      var line = line
      let table = records.store.schema[line.outline.table]
      line.name = try words.name(of: line.outline.row, in: table).name
      line.conflict = try records.conflicts([line.outline]).first
      line.address = try ConflictSubject.address(line.outline.row, line.code, line.slug, records)
      return line
    }
  }
}

/// What is in conflict, as an address names it.
struct ConflictSubject {
  /// The name that stands for a record that was voided and edited.
  private static let voidName = "voided"

  /// `deleted`, `voided`, or the stable name of the field.
  let slug: String
  /// Its label.
  let words: BilingualText
  /// The stable name under which the history has its writes.
  let fieldName: String

  /// Nil for a field of a later version.
  init?(_ kind: Conflict.Kind, _ field: FieldID, of table: TableDefinition) {
    if kind == .deletedAndEdited {
      self.init(RecordConflict.deletionName, of: table)
      return
    }
    guard let name = table[field]?.name else { return nil }
    self.init(kind == .voidedAndEdited ? Self.voidName : name, of: table)
  }

  /// Nil where the table has no such field.
  init?(_ slug: String, of table: TableDefinition) {
    self.slug = slug
    if slug == RecordConflict.deletionName {
      (words, fieldName) = (FieldLabel.words(of: slug), slug)
      return
    }
    let name = slug == Self.voidName ? "void_reason" : slug
    guard let field = table.fields.first(where: { $0.name == name }) else { return nil }
    (words, fieldName) = (FieldLabel.words(of: field, in: table), name)
  }

  /// Whether a conflict of the record is this one.
  func names(_ conflict: RecordConflict, of table: TableDefinition) -> Bool {
    conflict.table == table.id
      && ConflictSubject(conflict.kind, conflict.field, of: table)?.slug == slug
  }

  /// Where a conflict is decided: by the record's code, or by its number where it has no code of its
  /// own.
  static func address(
    _ row: RowID, _ code: String, _ slug: String, _ records: FieldStore
  ) throws -> String {
    let isItsOwn: Bool
    do {
      isItsOwn = try !code.hasPrefix("#") && records.locate(code).row == row
    } catch FieldError.severalRecords {
      isItsOwn = false
    }
    return "\(ConflictPages.path)/\(isItsOwn ? code : String(row.rawValue))/\(slug)"
  }
}

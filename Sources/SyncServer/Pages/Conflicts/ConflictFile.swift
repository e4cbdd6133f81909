import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The record and field that an address names, as they stand at this moment.
struct ConflictFile {
  /// The record.
  let record: LocatedRow
  /// What of it is meant.
  let subject: ConflictSubject
  /// The conflict; nil where there is none, or none any more.
  let conflict: RecordConflict?
  /// The record's code.
  let code: String
  private let name: String?
  private let kind: BilingualText
  private let place: String
  /// What else of the record is in conflict.
  private let others: [(words: BilingualText, address: String)]

  /// Finds it.
  ///
  /// - Throws: `FieldError.notFound`, also for what is outside somebody's reach: whoever may not see a
  ///   record learns nothing of it.
  init(_ request: PageRequest, _ records: FieldStore, _ reached: ReachedWork) throws {
    let typed = request.parameters["record"]
    let record = try records.locate(Int64(typed) == nil ? typed : "#" + typed)
    guard reached.holds(scope: record.scope),
      let subject = ConflictSubject(request.parameters["field"], of: record.table)
    else { throw FieldError.notFound(String(typed.prefix(64))) }
    (self.record, self.subject) = (record, subject)
    let conflicts = try records.conflictPage(of: record.row, limit: .max).conflicts
    conflict = conflicts.first { subject.names($0, of: record.table) }
    let code = try records.reader.codeText(of: record.row, in: record.table)
    self.code = code
    let words = RecordWords(records.reader)
    name = try words.name(of: record.row, in: record.table).name
    kind = words.kind(record.table)
    place = try PlaceMap(records.reader, only: record.scope).hamlets(
      of: record.scope, on: request.today
    )
    .compactMap(\.name).joined(separator: ", ")
    others = try conflicts.compactMap { other in
      guard let slug = ConflictSubject(other.kind, other.field, of: record.table),
        slug.slug != subject.slug
      else { return nil }
      return (slug.words, try ConflictSubject.address(record.row, code, slug.slug, records))
    }
  }

  /// The title of its page: a code names nobody.
  var title: BilingualText {
    BilingualText(vi: "Mâu thuẫn \(code) · ", en: "Conflict \(code) · ") + subject.words
  }

  /// What the log calls it.
  var auditSubject: String { "\(code) \(subject.slug)" }

  func address(_ records: FieldStore) throws -> String {
    try ConflictSubject.address(record.row, code, subject.slug, records)
  }

  /// The writes of the field, oldest first.
  func history(_ records: FieldStore) throws -> [HistoryEntry] {
    try records.history(of: record).entries.filter { $0.fieldName == subject.fieldName }
  }

  /// Which writes of a history are shown: a form that says so replaces nothing that came since.
  static func seen(_ history: [HistoryEntry]) -> String {
    history.filter(\.isShown).map { String($0.writer.dot.rawValue) }.joined(separator: " ")
  }

  /// Record, place, field, and what else of it is to be decided.
  func facts(_ language: Language) -> HTML {
    let record = [CoordinatorWords.capitalised(kind).text(in: language), code, name]
    let links = HTML.group {
      for other in others {
        element("a", ["href": other.address]) { other.words.text(in: language) }
        " "
      }
    }
    return panel {
      factList(
        [
          (ConflictWords.record, .text(record.compactMap(\.self).joined(separator: " · "))),
          (ConflictWords.place, place.isEmpty ? nil : .text(place)),
          (ConflictWords.field, .text(subject.words.text(in: language))),
          (
            BilingualText(vi: "Mâu thuẫn khác", en: "Also in conflict"),
            others.isEmpty ? nil : links
          ),
        ], language)
    }
  }
}

import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// A conflict as people and programs see it.
struct ConflictLine {
  let conflict: Conflict
  let code: String
  let field: String
  private let reader: RecordReader

  init(_ conflict: Conflict, _ reader: RecordReader) throws {
    self.conflict = conflict
    self.reader = reader
    code = try reader.codeText(of: conflict.row)
    field = Schema.current[conflict.table]?[conflict.field]?.name ?? "\(conflict.field.rawValue)"
  }

  private var table: String { Schema.current[conflict.table]?.name ?? "" }

  /// The table's and the field's names for people.
  var what: BilingualText {
    TableWords.words(of: table) + BilingualText(same: " · ") + FieldLabel.words(of: field)
  }

  /// A value as people read it: names of choices and records, dates, else as it is.
  func text(_ value: Value, _ language: Language) throws -> String {
    switch value {
    case .unset: return language.text("(trống)", "(empty)")
    case .text(let text): return text
    case .bytes(let bytes): return language.text("(\(bytes.count) byte)", "(\(bytes.count) bytes)")
    case .integer(let number):
      if let words = choice(number) { return words.text(in: language) }
      if ["date", "return_date", "from_date", "to_date", "valid_from", "valid_to"].contains(field) {
        return Format.date(LocalDate(daysSince1970: Int(clamping: number)))
      }
      if field.hasSuffix("_minute"), field != "start_minute" {
        return Format.dateTime(LocalDateTime(storedMinute: number))
      }
      if ["household", "place", "team", "resident", "visit", "assist"].contains(field),
        let row = RowID(rawValue: number)
      {
        return try reader.codeText(of: row)
      }
      return String(number)
    }
  }

  private func choice(_ number: Int64) -> BilingualText? {
    switch (table, field) {
    case ("household", "kind"): HouseholdKind(rawValue: number)?.words
    case ("resident", "sex"): Sex(rawValue: number)?.words
    case ("visit", "outcome"): VisitOutcome(rawValue: number)?.words
    case ("visit", "date_source"): DateSource(rawValue: number)?.words
    case ("assist", "mode"): AssistMode(rawValue: number)?.words
    case ("assist", "outcome"): AssistOutcome(rawValue: number)?.words
    case ("assist", "evidence_kind"): EvidenceKind(rawValue: number)?.words
    case ("submission", "channel"): SubmissionChannel(rawValue: number)?.words
    default: nil
    }
  }

  /// Who wrote a value; the laptop's number where the log does not name a member.
  func author(of value: ConflictValue) throws -> String {
    if let author = value.author, let name = try reader.record(Member.self, author)?.fullName {
      return name
    }
    return "#\(value.dot.replica.rawValue)"
  }

  /// The conflict with stable keys.
  func json(_ language: Language) throws -> JSONValue {
    [
      "code": .text(code), "id": .text(String(conflict.row.rawValue)), "table": .text(table),
      "field": .text(field),
      "values": .array(
        try conflict.values.map { value in
          [
            "value": .text(try text(value.value, language)), "shown": .bool(value.isShown),
            "author": .text(try author(of: value)),
            "laptop": .integer(Int64(value.dot.replica.rawValue)),
            "time": .text(LocalDateTime(milliseconds: value.time.rawValue).iso),
          ]
        }),
    ]
  }
}

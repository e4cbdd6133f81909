import FieldWork
import Replica
import SQLite
import SyncProtocol

/// Puts records and the values of their fields into words.
struct RecordWords {
  private let reader: RecordReader

  init(_ reader: RecordReader) { self.reader = reader }

  /// The kind of a record.
  func kind(_ table: TableDefinition?) -> BilingualText {
    guard let table else {
      return BilingualText(vi: "bản ghi của phiên bản mới hơn", en: "record of a later version")
    }
    if let kind = RecordCode.Kind.allCases.first(where: { $0.table.id == table.id }) {
      return kind.words
    }
    return table.id == SubmissionEventTable.definition.id
      ? BilingualText(vi: "tin của hồ sơ", en: "news of a dossier")
      : TableWords.words(of: table.name)
  }

  /// A record's code and, where it has one, its name.
  func name(of row: RowID, in table: TableDefinition?) throws -> (code: String, name: String?) {
    switch table?.id {
    case HouseholdTable.definition.id: try named(Household.self, row) { $0.name }
    case ResidentTable.definition.id: try named(Resident.self, row) { $0.fullName }
    case VisitTable.definition.id: try named(Visit.self, row) { $0.date.map(Format.date) }
    case AssistTable.definition.id:
      try named(Assist.self, row) {
        try $0.service.map { try reader.serviceName(of: $0).vietnamese }
      }
    case SubmissionTable.definition.id: try named(Submission.self, row) { $0.dossierCode }
    case TeamTable.definition.id: try named(Team.self, row) { $0.name }
    case MemberTable.definition.id: try named(Member.self, row) { $0.fullName }
    case PlaceTable.definition.id: try named(Place.self, row) { $0.name }
    default: (try table.map { try reader.codeText(of: row, in: $0) } ?? "#\(row.rawValue)", nil)
    }
  }

  private func named<Record: FieldRecord>(
    _ type: Record.Type, _ row: RowID, _ name: (Record) throws -> String?
  ) throws -> (code: String, name: String?) {
    guard let record = try reader.record(type, row) else { return ("#\(row.rawValue)", nil) }
    return (record.codeText, try name(record))
  }

  /// A value as people read it; the hash of a personal id is never written out.
  func text(of value: Value, field: String, in table: TableDefinition?) throws -> BilingualText {
    switch value {
    case .unset: return BilingualText(vi: "(để trống)", en: "(empty)")
    case .sealed: return OpenedValue.keyMissing.inBrackets
    case .erased: return OpenedValue.erased.inBrackets
    case .bytes:
      return field == "id_hash"
        ? BilingualText(vi: "(số định danh, không hiển thị)", en: "(personal id, not shown)")
        : BilingualText(vi: "(dữ liệu)", en: "(data)")
    case .text(let text): return try self.text(text, field)
    case .integer(let number):
      if let target = Self.references[field], let row = RowID(rawValue: number) {
        let record = try name(of: row, in: target)
        let parts = [record.name, record.code].compactMap { $0 }
        return BilingualText(same: parts.joined(separator: " · "))
      }
      return Self.number(number, field, table?.name ?? "")
    }
  }

  private func text(_ text: String, _ field: String) throws -> BilingualText {
    switch field {
    case "service", "procedure": try reader.serviceName(of: text)
    case "blocked_reason": BlockedReason.words(of: text)
    case "id_last4": BilingualText(same: "…\(text)")
    case "residence_unit", "receiving_unit", "competent_unit", "commune_code":
      BilingualText(same: Communes.commune(code: text)?.fullName ?? text)
    default: BilingualText(same: text)
    }
  }

  private static let references: [String: TableDefinition] = [
    "household": HouseholdTable.definition, "place": PlaceTable.definition,
    "visit": VisitTable.definition, "resident": ResidentTable.definition,
    "team": TeamTable.definition, "assist": AssistTable.definition,
    "submission": SubmissionTable.definition, "supersedes": SubmissionEventTable.definition,
  ]

  private static func number(_ number: Int64, _ field: String, _ table: String) -> BilingualText {
    let choice: BilingualText?
    switch (table, field) {
    case ("household", "kind"): choice = HouseholdKind(stored: number)?.words
    case ("place", "kind"): choice = PlaceKind(stored: number)?.words
    case ("resident", "sex"): choice = Sex(stored: number)?.words
    case ("visit", "outcome"): choice = VisitOutcome(stored: number)?.words
    case ("visit", "date_source"): choice = DateSource(stored: number)?.words
    case ("assist", "outcome"): choice = AssistOutcome(stored: number)?.words
    case ("assist", "mode"): choice = AssistMode(stored: number)?.words
    case ("assist", "evidence_kind"): choice = EvidenceKind(stored: number)?.words
    case ("submission", "channel"): choice = SubmissionChannel(stored: number)?.words
    case ("submission", "service_level"): choice = StoredServiceLevel(stored: number)?.words
    case ("submission_event", "status"): choice = SubmissionStatus(stored: number)?.words
    case (_, "alone_now"):
      choice =
        number == 1
        ? BilingualText(vi: "có", en: "yes") : BilingualText(vi: "chưa", en: "no")
    default: choice = plain(number, field)
    }
    return choice ?? BilingualText(same: String(number))
  }

  /// Dates, times and money; nil for plain numbers.
  private static func plain(_ number: Int64, _ field: String) -> BilingualText? {
    switch field {
    case "date", "return_date", "valid_from", "valid_to", "from_date", "to_date":
      BilingualText(same: Format.date(LocalDate(daysSince1970: Int(clamping: number))))
    case "received_minute", "occurred_minute":
      BilingualText(same: Format.dayOrTime(LocalDateTime(storedMinute: number)))
    case "appointment_minute":
      BilingualText(same: Format.dateTime(LocalDateTime(storedMinute: number)))
    case "start_minute" where (0...1439).contains(number):
      BilingualText(same: Format.time(minuteOfDay: Int(number)))
    case "fee", "paid_online":
      BilingualText(
        vi: Format.money(number, .vietnamese), en: Format.money(number, .english))
    default: nil
    }
  }
}

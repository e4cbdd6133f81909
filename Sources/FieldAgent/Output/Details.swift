import CommandLine
import FieldWork
import Listings
import SyncProtocol

/// One record for people, from the same members that `--json` shows.
enum Details {
  /// What the caller says in a sentence of its own, or what says nothing to people.
  private static let saidOtherwise: Set = [
    "id", "place", "deadline", "present_time_limit", "present_appointment",
  ]

  /// Writes one line a member that has a value, in words; tables are left to the caller.
  static func say(
    _ record: JSONValue, _ kind: RecordCode.Kind, _ reader: RecordReader, _ console: Console
  ) throws {
    let language = console.language
    for member in record.objectValue ?? [] where !saidOtherwise.contains(member.key) {
      let text: String
      switch member.value {
      case .text(let value):
        text = try words(of: value, member.key, kind, reader).text(in: language)
      case .integer(let value):
        text =
          ["fee", "paid_online"].contains(member.key)
          ? Format.money(value, language) : String(value)
      case .bool(let value): text = language.text(value ? "có" : "không", value ? "yes" : "no")
      case .array(let values) where member.key == "participants":
        text = try values.compactMap(\.textValue)
          .map { try named($0, .member, reader) }.joined(separator: ", ")
      case .null, .number, .array, .object: continue
      }
      if text.isEmpty { continue }
      console.write("\(FieldLabel.words(of: member.key).text(in: language)): \(text)\n")
    }
  }

  private static func words(
    of value: String, _ key: String, _ kind: RecordCode.Kind, _ reader: RecordReader
  ) throws -> BilingualText {
    if let choice = choice(value, key, kind) { return choice }
    switch key {
    case "date", "return_date":
      return BilingualText(same: LocalDate(iso: value).map(Format.date) ?? value)
    case "created_at", "received", "appointment", "due":
      if let day = LocalDate(iso: value) { return Submission.wordsOfReceipt(onDayAlone: day) }
      return BilingualText(same: LocalDateTime(iso: value).map(Format.dateTime) ?? value)
    case "procedure", "service":
      return try reader.serviceName(of: value)
    case "residence_unit", "receiving_unit", "competent_unit":
      return BilingualText(same: Communes.commune(code: value)?.fullName ?? value)
    case "visit": return BilingualText(same: try named(value, .visit, reader))
    case "blocked_reason": return BlockedReason.words(of: value)
    case "household": return BilingualText(same: try named(value, .household, reader))
    case "resident": return BilingualText(same: try named(value, .resident, reader))
    case "team": return BilingualText(same: try named(value, .team, reader))
    case "time_limit":
      return (try? Term.parse(value)).map {
        BilingualText(vi: $0.label(.vietnamese), en: $0.label(.english))
      } ?? BilingualText(same: value)
    case "procedure_version":
      guard let id = try? reader.resolve(value, of: RecordForms.procedureVersion),
        let version = try reader.formRecord(RecordForms.procedureVersion, id)
      else { return BilingualText(same: value) }
      let source = version[ProcedureVersionTable.source]?.value?.text
      let title = try reader.title(of: version)
      let beside = [value, source].compactMap { $0 }.joined(separator: ", ")
      return BilingualText(
        vi: "\(title.vietnamese) (\(beside))", en: "\(title.english) (\(beside))")
    case "session": return BilingualText(same: try named(value, .session, reader))
    case "campaign": return BilingualText(same: try named(value, .campaign, reader))
    default: return BilingualText(same: value)
    }
  }

  /// The words of an enumeration's stable name; nil for fields that are none.
  private static func choice(
    _ name: String, _ key: String, _ kind: RecordCode.Kind
  ) -> BilingualText? {
    switch (kind, key) {
    case (.household, "kind"): HouseholdKind.parse(name)?.words
    case (.visit, "outcome"): VisitOutcome.parse(name)?.words
    case (.visit, "date_source"): DateSource.parse(name)?.words
    case (.assist, "mode"): AssistMode.parse(name)?.words
    case (.assist, "outcome"): AssistOutcome.parse(name)?.words
    case (.assist, "evidence_kind"): EvidenceKind.parse(name)?.words
    case (.assist, "beneficiary"): ChoiceList.beneficiary.parse(name)?.words
    case (.visit, "channel"): ChoiceList.visitChannel.parse(name)?.words
    case (.submission, "channel"): SubmissionChannel.parse(name)?.words
    case (.submission, "service_level"): StoredServiceLevel.parse(name)?.words
    case (.submission, "limit_basis"): LimitBasis.parse(name)?.words
    case (.submission, "status"): SubmissionStatus.parse(name)?.words
    default: nil
    }
  }

  /// A code with the name of its record, as far as it is here.
  private static func named(
    _ code: String, _ kind: RecordCode.Kind, _ reader: RecordReader
  ) throws -> String {
    guard let id = try? reader.resolveOne(code, as: kind) else { return code }
    let name: String? =
      switch kind {
      case .household: try reader.record(Household.self, id)?.name
      case .resident: try reader.record(Resident.self, id)?.fullName
      case .member: try reader.record(Member.self, id)?.fullName
      case .team: try reader.record(Team.self, id)?.name
      default:
        try RecordForms.form(of: kind.table.id).flatMap { try reader.formRecord($0, id) }
          .map { try reader.title(of: $0).vietnamese }
      }
    return name.map { "\($0) (\(code))" } ?? code
  }
}

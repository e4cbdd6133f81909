import Replica
import SyncProtocol

/// The rules that hold at entry, asked again by the centre of everything that laptops wrote: another
/// program, a defect or a wrong clock may have written what no form would have taken.
///
/// Choices that only a later version knows are left alone when a later version wrote them.
package struct FieldWorkJudge: Judge {
  /// A day before which no team existed: 1 January 2020.
  static let firstDay: Int64 = 18_262
  /// Days after the present in which a date of something done may still be a slip of a clock.
  static let toleratedDays: Int64 = 31
  /// Bytes of the longest free text that a form takes.
  static let textBytes = 8_000

  /// Makes the judge.
  package init() {}

  /// What is wrong with an operation, field by field.
  package func objections(to judged: JudgedOperation) throws -> [Objection] {
    let today = LocalDate(milliseconds: judged.now.rawValue)
    return try judged.operation.writes.compactMap { write in
      guard let field = judged.table[write.field], let value = write.value else { return nil }
      let name = "\(judged.table.name).\(field.name)"
      switch value {
      case .text(let text): return try Self.objection(toText: text, field, name, judged)
      case .integer(let number):
        return Self.objection(toNumber: number, field, name, today, judged)
      case .bytes(let bytes) where name == "resident.id_hash" && bytes.count != 32:
        return field.broken(.personalIDForm)
      case .bytes where field.id == RowLink.links.id:
        let isForm = RowLink(value).map { !$0.kind.isMove } ?? judged.isFromLaterVersion
        return isForm ? nil : field.broken(.unknownChoice)
      default: return nil
      }
    }
  }

  private static func objection(
    toText text: String, _ field: FieldDefinition, _ name: String, _ judged: JudgedOperation
  ) throws -> Objection? {
    guard text.utf8.count <= textBytes else { return field.broken(.textTooLong) }
    if let formField = RecordForms.field(field.id, of: judged.table.id) {
      return try formField.objection(to: text, judged)
    }
    switch name {
    case "assist.evidence", "submission.dossier_code": return nil
    case "resident.id_last4":
      let isForm = text.utf8.count == 4 && text.utf8.allSatisfy { 48...57 ~= $0 }
      return isForm ? nil : field.broken(.personalIDForm)
    case "assist.service":
      return try isService(text, judged) ? nil : field.broken(.unknownService)
    default: return PersonalID.seemsToStand(in: text) ? field.broken(.personalIDInText) : nil
    }
  }

  /// Whether a code may stand for a service: the program knows it, the centre keeps or once kept it,
  /// or a later version may know it.
  static func isService(_ code: String, _ judged: JudgedOperation) throws -> Bool {
    if ServiceNames.canonicalCode(code) != nil || judged.isFromLaterVersion { return true }
    return try judged.isInDirectory(code, ServiceTable.definition, ServiceTable.code)
      || judged.isInDirectory(
        code, ProcedureVersionTable.definition, ProcedureVersionTable.procedure)
  }

  private static func objection(
    toNumber number: Int64, _ field: FieldDefinition, _ name: String, _ today: LocalDate,
    _ judged: JudgedOperation
  ) -> Objection? {
    if let formField = RecordForms.field(field.id, of: judged.table.id) {
      return formField.objection(
        to: number, today: today, isFromLaterVersion: judged.isFromLaterVersion)
    }
    if let days = days(of: number, name) {
      let latest = Int64(today.daysSince1970) + days.tolerated
      guard !(firstDay...latest).contains(days.day) else { return nil }
      let side = days.day < firstDay ? DoubtfulSide.early : .late
      return Objection(field.id, .doubtfulDate, side.rawValue)
    }
    if let isChoice = choice(name) {
      return isChoice(number) || judged.isFromLaterVersion
        ? nil : field.broken(.unknownChoice)
    }
    guard let range = range(name, today), !range.contains(number) else { return nil }
    return field.broken(number < 0 ? .negative : .numberOutOfRange)
  }

  /// How many days ahead a visit may be promised without anybody looking at it.
  static let returnDays = 2 * 365

  /// The day of a date field, and how many days after today it may lie; nil for other fields.
  private static func days(of number: Int64, _ name: String) -> (day: Int64, tolerated: Int64)? {
    switch name {
    case "visit.date", "submission.date": (number, toleratedDays)
    case "visit.return_date": (number, Int64(returnDays))
    case "submission.received_minute", "submission_event.occurred_minute":
      (number / 1_440, toleratedDays)
    case "submission.appointment_minute": (number / 1_440, 10 * 365)
    default: nil
    }
  }

  private static func choice(_ name: String) -> ((Int64) -> Bool)? {
    switch name {
    case "household.kind": { HouseholdKind(rawValue: $0) != nil }
    case "resident.sex": { Sex(rawValue: $0) != nil }
    case "visit.outcome": { VisitOutcome(rawValue: $0) != nil }
    case "visit.date_source": { DateSource(rawValue: $0) != nil }
    case "assist.mode": { AssistMode(rawValue: $0) != nil }
    case "assist.outcome": { AssistOutcome(rawValue: $0) != nil }
    case "assist.evidence_kind": { EvidenceKind(rawValue: $0) != nil }
    case "visit.channel": { ChoiceList.visitChannel[$0] != nil }
    case "assist.beneficiary": { ChoiceList.beneficiary[$0] != nil }
    case "assist.alone_now", "assist.interpreter", "submission.electronic_result":
      { (0...1).contains($0) }
    case "submission.channel": { SubmissionChannel(rawValue: $0) != nil }
    case "submission.service_level": { StoredServiceLevel(rawValue: $0) != nil }
    case "submission.limit_basis": { LimitBasis(rawValue: $0) != nil }
    case "submission_event.status": { SubmissionStatus(rawValue: $0) != nil }
    default: nil
    }
  }

  private static func range(_ name: String, _ today: LocalDate) -> ClosedRange<Int64>? {
    switch name {
    case "visit.minutes", "assist.minutes": 0...1_440
    case "visit.start_minute": 0...1_439
    case "resident.birth_year": 1_900...Int64(max(today.year, 1_900) + 1)
    case "resident.birth_month": 1...12
    case "resident.birth_day": 1...31
    case "submission.fee", "submission.paid_online": 0...1_000_000_000_000
    case "submission.time_limit": 0...100_000
    case "submission.files", "submission.files_digitised": 0...10_000
    default: nil
    }
  }
}

extension FieldDefinition {
  /// The objection to a value of this field that breaks a rule.
  fileprivate func broken(_ rule: EntryRule) -> Objection {
    Objection(id, .ruleBroken, rule.rawValue)
  }
}

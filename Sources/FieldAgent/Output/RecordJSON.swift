import CommandLine
import FieldWork
import SyncProtocol

/// Records as `--json` shows them: stable keys, codes for references, ISO dates, names of choices.
extension FieldRecord {
  /// What every record begins with.
  var headerJSON: [JSONValue.Member] {
    [
      .init("code", .text(codeText)), .init("id", .text(String(id.rawValue))),
      .init("created_at", .text(orNull: header.createdAt.map(Self.iso))),
    ]
  }

  private static func iso(_ time: Timestamp) -> String {
    LocalDateTime(milliseconds: time.rawValue).iso
  }
}

extension RecordReader {
  /// The code of a referenced row, or null.
  func json(_ row: RowID?) throws -> JSONValue {
    .text(orNull: try row.map { try codeText(of: $0) })
  }
}

extension JSONValue {
  /// A small number, or null.
  static func integer(orNull number: Int?) -> JSONValue { .integer(orNull: number.map(Int64.init)) }
}

extension Household {
  /// The household.
  func json(_ reader: RecordReader) throws -> JSONValue {
    .object(
      headerJSON + [
        .init("place", try reader.json(place)),
        .init(
          "hamlet", .text(orNull: try place.flatMap { try reader.record(Place.self, $0)?.name })),
        .init("kind", .text(orNull: kind?.name)), .init("name", .text(orNull: name)),
        .init("address", .text(orNull: address)), .init("phone", .text(orNull: phone)),
        .init("language", .text(orNull: language)), .init("note", .text(orNull: note)),
        .init("void_reason", .text(orNull: voidReason)),
      ])
  }
}

extension Resident {
  /// The resident; of the personal id only its last four digits.
  func json(_ reader: RecordReader) throws -> JSONValue {
    .object(
      headerJSON + [
        .init("household", try reader.json(household)),
        .init("full_name", .text(orNull: fullName)), .init("sort_name", .text(orNull: sortName)),
        .init("birth_year", .integer(orNull: birthYear)),
        .init("birth_month", .integer(orNull: birthMonth)),
        .init("birth_day", .integer(orNull: birthDay)), .init("sex", .text(orNull: sex?.name)),
        .init("phone", .text(orNull: phone)), .init("id_last4", .text(orNull: idLast4)),
        .init("note", .text(orNull: note)), .init("void_reason", .text(orNull: voidReason)),
      ])
  }
}

extension Visit {
  /// The visit with who took part.
  func json(_ reader: RecordReader) throws -> JSONValue {
    .object(
      headerJSON + [
        .init("household", try reader.json(household)),
        .init("date", .text(orNull: date?.iso)),
        .init("date_source", .text(orNull: dateSource?.name)),
        .init("start", .text(orNull: startMinute.map { Format.time(minuteOfDay: $0) })),
        .init("minutes", .integer(orNull: minutes)),
        .init("outcome", .text(orNull: outcome?.name)),
        .init("return_date", .text(orNull: returnDate?.iso)),
        .init("team", try reader.json(team)), .init("note", .text(orNull: note)),
        .init("void_reason", .text(orNull: voidReason)),
        .init(
          "participants", .array(try reader.participants(of: self).map { try reader.json($0) })),
        .init("warnings", .array(warnings.names.map { .text($0) })),
        .init("session", try reader.json(session)), .init("campaign", try reader.json(campaign)),
        .init(
          "channel", .text(orNull: channel.flatMap { ChoiceList.visitChannel[$0]?.name })),
      ])
  }
}

extension Assist {
  /// The assist with what it counts as.
  func json(_ reader: RecordReader) throws -> JSONValue {
    let verdict = try reader.explainCount(of: id).verdict
    return .object(
      headerJSON + [
        .init("visit", try reader.json(visit)), .init("resident", try reader.json(resident)),
        .init("service", .text(orNull: service)), .init("mode", .text(orNull: mode?.name)),
        .init("outcome", .text(orNull: outcome?.name)),
        .init("blocked_reason", .text(orNull: blockedReason)),
        .init("evidence_kind", .text(orNull: evidenceKind?.name)),
        .init("evidence", .text(orNull: evidence)), .init("minutes", .integer(orNull: minutes)),
        .init("alone_now", aloneNow.map { .bool($0) } ?? .null),
        .init("language", .text(orNull: language)),
        .init("interpreter", interpreter.map { .bool($0) } ?? .null),
        .init(
          "beneficiary", .text(orNull: beneficiary.flatMap { ChoiceList.beneficiary[$0]?.name })),
        .init("note", .text(orNull: note)), .init("void_reason", .text(orNull: voidReason)),
        .init("count", .text(verdict.name)),
        .init("count_reason", .text(orNull: verdict.reason?.rawValue)),
        .init(
          "participants", .array(try reader.participants(of: self).map { try reader.json($0) })),
      ])
  }
}

extension Submission {
  /// The dossier, its status and how it stands against its appointment.
  func json(_ records: FieldStore, asOf now: LocalDateTime) throws -> JSONValue {
    let reader = records.reader
    let timeline = try reader.timeline(of: id)
    let deadline = try records.deadline(of: self, asOf: now)
    let difference = try records.promiseDifference(of: self)
    return .object(
      headerJSON + [
        .init("assist", try reader.json(assist)), .init("resident", try reader.json(resident)),
        .init("procedure", .text(orNull: procedure)),
        .init("channel", .text(orNull: channel?.name)),
        .init("service_level", .text(orNull: serviceLevel?.name)),
        .init("portal", .text(orNull: portal)), .init("dossier_code", .text(orNull: dossierCode)),
        .init("residence_unit", .text(orNull: residenceUnit)),
        .init("receiving_unit", .text(orNull: receivingUnit)),
        .init("competent_unit", .text(orNull: competentUnit)),
        .init("received", .text(orNull: received?.isoAsKnown)),
        .init("time_limit", .text(orNull: term?.description)),
        .init("limit_basis", .text(orNull: limitBasis?.name)),
        .init("procedure_version", .text(orNull: procedureVersion.map { "#\($0.rawValue)" })),
        .init("appointment", .text(orNull: appointment?.iso)),
        .init("present_time_limit", .text(orNull: difference?.term?.description)),
        .init("present_appointment", .text(orNull: difference?.appointment?.iso)),
        .init("fee", .integer(orNull: fee)), .init("paid_online", .integer(orNull: paidOnline)),
        .init("note", .text(orNull: note)), .init("void_reason", .text(orNull: voidReason)),
        .init("team", try reader.json(team)), .init("session", try reader.json(session)),
        .init("files", .integer(orNull: files)),
        .init("files_digitised", .integer(orNull: filesDigitised)),
        .init("electronic_result", electronicResult.map { .bool($0) } ?? .null),
        .init("status", .text(orNull: timeline.status?.name)),
        .init("deadline", .text(deadline.name)), .init("due", .text(orNull: deadline.due?.iso)),
        .init(
          "events",
          .array(
            timeline.steps.map { step in
              [
                "id": .text("#\(step.event.id.rawValue)"),
                "status": .text(orNull: step.event.status?.name),
                "occurred": .text(orNull: step.event.occurred?.isoAsKnown),
                "note": .text(orNull: step.event.note), "in_force": .bool(step.isInForce),
                "void_reason": .text(orNull: step.event.voidReason),
              ]
            })),
      ])
  }
}

// What volunteers record, in the scope of the household.
// Numbers are append-only. Types: dates are days since 1970-01-01; times of day are minutes since
// midnight, Viet Nam time; references are row ids; enumerations are listed in SPEC.md.

/// A household, household business, shop or organisation that teams visit.
public enum HouseholdTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// The hamlet; after creation the centre alone moves it.
  public static let place = FieldDefinition(2, .centreRegister, "place", .integer)
  /// Family 1, household business 2, shop 3, organisation 4.
  public static let kind = FieldDefinition(3, .register, "kind", .integer)
  /// The head of the household, or the name over the shop; erased with the person, without the rest.
  public static let name = FieldDefinition(
    4, .register, "name", .text, sealed: Sealing(.apart, .identity))
  /// Address within the hamlet.
  public static let address = FieldDefinition(
    5, .register, "address", .text, sealed: identity)
  /// Telephone, which a whole family may share.
  public static let phone = FieldDefinition(
    6, .register, "phone", .text, sealed: identity)
  /// Language spoken at home (BCP 47).
  public static let language = FieldDefinition(
    7, .register, "language", .text, sealed: identity)
  /// Free text.
  public static let note = FieldDefinition(
    8, .register, "note", .text, sealed: identity)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(
    9, .register, "void_reason", .text, sealed: identity)
  /// When the import began that a later run went on with and made this; unset for all others.
  public static let importTime = FieldDefinition(15, .event, "import_time", .integer)

  private static let identity = Sealing(.row, .identity)

  /// The table.
  public static let definition = TableDefinition(
    16, "household",
    [
      number, place, kind, name, address, phone, language, note, voidReason, RowLink.links,
      importTime,
    ])
}

/// A person of a household.
public enum ResidentTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// The household.
  public static let household = FieldDefinition(2, .register, "household", .integer)
  /// Full name, family name first.
  public static let fullName = FieldDefinition(
    3, .register, "full_name", .text, sealed: identity)
  /// Sort name, where the rule for Vietnamese names is wrong.
  public static let sortName = FieldDefinition(
    4, .register, "sort_name", .text, sealed: identity)
  /// Year of birth.
  public static let birthYear = FieldDefinition(
    5, .register, "birth_year", .integer, sealed: identity)
  /// Month of birth, often unknown.
  public static let birthMonth = FieldDefinition(
    6, .register, "birth_month", .integer, sealed: identity)
  /// Day of birth, often unknown.
  public static let birthDay = FieldDefinition(
    7, .register, "birth_day", .integer, sealed: identity)
  /// Male 1, female 2.
  public static let sex = FieldDefinition(8, .register, "sex", .integer)
  /// Telephone.
  public static let phone = FieldDefinition(
    9, .register, "phone", .text, sealed: identity)
  /// BLAKE2b-256 of the personal id under the installation's key.
  public static let idHash = FieldDefinition(
    10, .register, "id_hash", .bytes, sealed: identity)
  /// The last four digits of the personal id.
  public static let idLast4 = FieldDefinition(
    11, .register, "id_last4", .text, sealed: identity)
  /// Free text.
  public static let note = FieldDefinition(
    12, .register, "note", .text, sealed: identity)
  /// Why a person voided it.
  public static let voidReason = FieldDefinition(
    13, .register, "void_reason", .text, sealed: identity)
  /// When the import began that a later run went on with and made this; unset for all others.
  public static let importTime = FieldDefinition(15, .event, "import_time", .integer)

  private static let identity = Sealing(.row, .identity)

  /// The table.
  public static let definition = TableDefinition(
    17, "resident",
    [
      number, household, fullName, sortName, birthYear, birthMonth, birthDay, sex, phone, idHash,
      idLast4, note, voidReason, RowLink.links, importTime,
    ])
}

/// One attempt at one household on one day.
public enum VisitTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// The household.
  public static let household = FieldDefinition(2, .event, "household", .integer)
  /// The local date: the date under which it counts.
  public static let date = FieldDefinition(3, .register, "date", .integer)
  /// Taken from the clock 1, typed 2.
  public static let dateSource = FieldDefinition(4, .register, "date_source", .integer)
  /// Minutes since midnight when it began.
  public static let startMinute = FieldDefinition(5, .register, "start_minute", .integer)
  /// Minutes it took.
  public static let minutes = FieldDefinition(6, .register, "minutes", .integer)
  /// Met 1, nobody home 2, refused 3, moved away 4, not found 5, come back on 6.
  public static let outcome = FieldDefinition(7, .register, "outcome", .integer)
  /// The date to come back on.
  public static let returnDate = FieldDefinition(8, .register, "return_date", .integer)
  /// The members who took part.
  public static let participants = FieldDefinition(9, .set, "participants", .integer)
  /// The team it counts for: the team of the member who recorded it, on that day.
  public static let team = FieldDefinition(10, .register, "team", .integer)
  /// Free text.
  public static let note = FieldDefinition(
    11, .register, "note", .text, sealed: activity)
  /// Why a person voided it.
  public static let voidReason = FieldDefinition(
    12, .register, "void_reason", .text, sealed: activity)
  /// Warnings that stay on the record, as a sum of bits: date after the day it was written 1,
  /// clock unchecked 2, date more than a year before the day it was written 4.
  public static let warnings = FieldDefinition(13, .register, "warnings", .integer)
  /// The session it was part of.
  public static let session = FieldDefinition(14, .register, "session", .integer)
  /// The campaign it was part of.
  public static let campaign = FieldDefinition(15, .register, "campaign", .integer)
  /// Home 1, desk 2, support point 3, phone 4.
  public static let channel = FieldDefinition(16, .register, "channel", .integer)

  private static let activity = Sealing(.first([.own(household)]), .activity)

  /// The table.
  public static let definition = TableDefinition(
    18, "visit",
    [
      number, household, date, dateSource, startMinute, minutes, outcome, returnDate, participants,
      team, note, voidReason, warnings, session, campaign, channel,
    ])
}

/// One resident, one service, one sitting.
public enum AssistTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// The visit it happened at.
  public static let visit = FieldDefinition(2, .event, "visit", .integer)
  /// The resident who was helped; unset where consent was refused.
  public static let resident = FieldDefinition(3, .register, "resident", .integer)
  /// The code of the procedure or service.
  public static let service = FieldDefinition(4, .register, "service", .text)
  /// Guided 1, demonstrated 2, on behalf 3.
  public static let mode = FieldDefinition(5, .register, "mode", .integer)
  /// Completed 1, submitted 2, blocked 3, advised 4, refused 5.
  public static let outcome = FieldDefinition(6, .register, "outcome", .integer)
  /// Why it was blocked.
  public static let blockedReason = FieldDefinition(7, .register, "blocked_reason", .text)
  /// Dossier code 1, payment receipt 2, spoken confirmation 3.
  public static let evidenceKind = FieldDefinition(8, .register, "evidence_kind", .integer)
  /// The code, the receipt number, or who heard the confirmation.
  public static let evidence = FieldDefinition(
    9, .register, "evidence", .text, sealed: activity)
  /// Minutes it took.
  public static let minutes = FieldDefinition(10, .register, "minutes", .integer)
  /// Can the resident do it alone now: yes 1, no 0.
  public static let aloneNow = FieldDefinition(11, .register, "alone_now", .integer)
  /// The members who took part.
  public static let participants = FieldDefinition(12, .set, "participants", .integer)
  /// Free text.
  public static let note = FieldDefinition(
    13, .register, "note", .text, sealed: activity)
  /// Why a person voided it.
  public static let voidReason = FieldDefinition(
    14, .register, "void_reason", .text, sealed: activity)
  /// The language spoken (BCP 47).
  public static let language = FieldDefinition(15, .register, "language", .text)
  /// Did somebody interpret: yes 1, no 0.
  public static let interpreter = FieldDefinition(16, .register, "interpreter", .integer)
  /// Elderly 1, disabled 2, war invalid 3, poor 4, minority 5, business 6; only with consent.
  public static let beneficiary = FieldDefinition(
    17, .register, "beneficiary", .integer, sealed: activity)

  private static let activity = Sealing(
    .first([.own(resident)], [.own(visit), .of(VisitTable.definition.id, VisitTable.household)]),
    .activity)

  /// The table.
  public static let definition = TableDefinition(
    19, "assist",
    [
      number, visit, resident, service, mode, outcome, blockedReason, evidenceKind, evidence,
      minutes, aloneNow, participants, note, voidReason, language, interpreter, beneficiary,
    ])
}

/// A dossier filed with an authority. Limit, fee and level are copied in as they were that day.
public enum SubmissionTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// The assist it came out of; unset when the resident filed alone.
  public static let assist = FieldDefinition(2, .event, "assist", .integer)
  /// The resident.
  public static let resident = FieldDefinition(3, .register, "resident", .integer)
  /// The code of the procedure.
  public static let procedure = FieldDefinition(4, .register, "procedure", .text)
  /// Direct 1, online 2, public post 3.
  public static let channel = FieldDefinition(5, .register, "channel", .integer)
  /// Not online 1, partly online 2, wholly online 3, as of that day.
  public static let serviceLevel = FieldDefinition(6, .register, "service_level", .integer)
  /// The portal it was filed on.
  public static let portal = FieldDefinition(7, .register, "portal", .text)
  /// The portal's code for the dossier: opaque text of up to 40 characters.
  public static let dossierCode = FieldDefinition(
    8, .register, "dossier_code", .text, sealed: dossier)
  /// National code of the commune the resident lives in.
  public static let residenceUnit = FieldDefinition(9, .register, "residence_unit", .text)
  /// National code of the unit that received the dossier.
  public static let receivingUnit = FieldDefinition(10, .register, "receiving_unit", .text)
  /// National code of the unit that decides.
  public static let competentUnit = FieldDefinition(11, .register, "competent_unit", .text)
  /// Local date and time it was filed, in minutes since 1970-01-01T00:00+07:00; midnight where only
  /// the day is known.
  public static let receivedMinute = FieldDefinition(12, .register, "received_minute", .integer)
  /// The time limit as of that day.
  public static let limit = FieldDefinition(13, .register, "time_limit", .integer)
  /// Unit of the limit: hours 1, days 2, working days 3, months 4.
  public static let limitUnit = FieldDefinition(14, .register, "time_limit_unit", .integer)
  /// The promised appointment, in minutes since 1970-01-01T00:00+07:00.
  public static let appointmentMinute = FieldDefinition(
    15, .register, "appointment_minute", .integer)
  /// Fee in dong as of that day.
  public static let fee = FieldDefinition(16, .register, "fee", .integer)
  /// Paid online, in dong.
  public static let paidOnline = FieldDefinition(17, .register, "paid_online", .integer)
  /// Free text.
  public static let note = FieldDefinition(
    18, .register, "note", .text, sealed: dossier)
  /// Why a person voided it.
  public static let voidReason = FieldDefinition(
    19, .register, "void_reason", .text, sealed: dossier)
  /// The local date it counts under.
  public static let date = FieldDefinition(20, .register, "date", .integer)
  /// The team it counts for.
  public static let team = FieldDefinition(21, .register, "team", .integer)
  /// The session it was filed at.
  public static let session = FieldDefinition(22, .register, "session", .integer)
  /// Component files of the dossier.
  public static let files = FieldDefinition(23, .register, "files", .integer)
  /// Those of them that were digitised.
  public static let filesDigitised = FieldDefinition(24, .register, "files_digitised", .integer)
  /// Was the result issued electronically: yes 1, no 0.
  public static let electronicResult = FieldDefinition(25, .register, "electronic_result", .integer)
  /// The row of `procedure_version` that held that day; unset where the directory had none.
  public static let procedureVersion = FieldDefinition(
    26, .register, "procedure_version", .integer)
  /// Who set the limit: the law 1, the unit 2, whoever typed it 3.
  public static let limitBasis = FieldDefinition(27, .register, "limit_basis", .integer)

  private static let dossier = Sealing(
    .first(
      [.own(resident)], [.own(assist), .of(AssistTable.definition.id, AssistTable.resident)],
      [
        .own(assist), .of(AssistTable.definition.id, AssistTable.visit),
        .of(VisitTable.definition.id, VisitTable.household),
      ]), .dossier)

  /// The table.
  public static let definition = TableDefinition(
    20, "submission",
    [
      number, assist, resident, procedure, channel, serviceLevel, portal, dossierCode,
      residenceUnit, receivingUnit, competentUnit, receivedMinute, limit, limitUnit,
      appointmentMinute, fee, paidOnline, note, voidReason, date, team, session, files,
      filesDigitised, electronicResult, procedureVersion, limitBasis,
    ])
}

/// Something that happened to a dossier; its status is folded from these.
public enum SubmissionEventTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// The submission.
  public static let submission = FieldDefinition(2, .event, "submission", .integer)
  /// The status it brought, 1 to 10 as one-stop systems number them.
  public static let status = FieldDefinition(3, .event, "status", .integer)
  /// When it happened, in minutes since 1970-01-01T00:00+07:00; midnight where only the day is known.
  public static let occurredMinute = FieldDefinition(4, .event, "occurred_minute", .integer)
  /// Free text.
  public static let note = FieldDefinition(
    5, .event, "note", .text, sealed: dossier)
  /// The event that this one supersedes, where a final status was wrong.
  public static let supersedes = FieldDefinition(6, .event, "supersedes", .integer)
  /// Why a person voided it.
  public static let voidReason = FieldDefinition(
    7, .register, "void_reason", .text, sealed: dossier)

  private static let dossier = Sealing(
    .first(
      [.own(submission), .of(SubmissionTable.definition.id, SubmissionTable.resident)],
      [
        .own(submission), .of(SubmissionTable.definition.id, SubmissionTable.assist),
        .of(AssistTable.definition.id, AssistTable.resident),
      ],
      [
        .own(submission), .of(SubmissionTable.definition.id, SubmissionTable.assist),
        .of(AssistTable.definition.id, AssistTable.visit),
        .of(VisitTable.definition.id, VisitTable.household),
      ]), .dossier)

  /// The table.
  public static let definition = TableDefinition(
    21, "submission_event",
    [number, submission, status, occurredMinute, note, supersedes, voidReason])
}

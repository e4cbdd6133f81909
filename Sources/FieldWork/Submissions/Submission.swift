import SyncProtocol

/// A dossier filed with an authority. Limit, fee and level are as they were that day.
package struct Submission: FieldRecord {
  /// The synced table.
  package static let table = SubmissionTable.definition
  /// `S-…`.
  package static let kind: RecordCode.Kind? = .submission
  /// The columns read.
  package static let columns = """
    assist, resident, procedure, channel, service_level, portal, dossier_code, residence_unit,
    receiving_unit, competent_unit, received_minute, time_limit, time_limit_unit,
    appointment_minute, fee, paid_online, note, void_reason, date, team, session, files,
    files_digitised, electronic_result, procedure_version, limit_basis
    """

  /// Identity, scope and code.
  package let header: RecordHeader
  /// The assist it came out of; nil when the resident filed alone.
  package let assist: RowID?
  /// The resident.
  package let resident: RowID?
  /// The code of the procedure.
  package let procedure: String?
  /// How it was handed in.
  package let channel: SubmissionChannel?
  /// What was offered online that day.
  package let serviceLevel: StoredServiceLevel?
  /// The portal it was filed on.
  package let portal: String?
  /// The portal's code: opaque text.
  package let dossierCode: String?
  /// National code of the commune the resident lives in.
  package let residenceUnit: String?
  /// National code of the unit that received it.
  package let receivingUnit: String?
  /// National code of the unit that decides.
  package let competentUnit: String?
  /// When it was filed, local time.
  package let received: LocalDateTime?
  /// The time limit of that day: the law's, or a shorter local one.
  package let term: Term?
  /// The promised appointment; it does not move when a calendar is updated.
  package let appointment: LocalDateTime?
  /// Fee in đồng; nil when not known, which is not 0.
  package let fee: Int64?
  /// Paid online, in đồng.
  package let paidOnline: Int64?
  /// Free text.
  package let note: String?
  /// Why a person voided it; nil while it stands.
  package let voidReason: String?
  /// The local date it counts under.
  package let date: LocalDate?
  /// The team it counts for.
  package let team: RowID?
  /// The session it was filed at.
  package let session: RowID?
  /// Component files of the dossier.
  package let files: Int?
  /// Those of them that were digitised.
  package let filesDigitised: Int?
  /// Whether the result was issued electronically.
  package let electronicResult: Bool?
  /// The version of the procedure that held that day; nil where the directory had none.
  package let procedureVersion: RowID?
  /// Who set the limit; nil where nobody wrote it down.
  package let limitBasis: LimitBasis?

  /// Reads a row.
  package init(_ header: RecordHeader, reading row: inout ColumnReader) throws {
    self.header = header
    assist = try row.reference()
    resident = try row.reference()
    procedure = try row.text()
    channel = try row.choice()
    serviceLevel = try row.choice()
    portal = try row.text()
    dossierCode = try row.text()
    residenceUnit = try row.text()
    receivingUnit = try row.text()
    competentUnit = try row.text()
    received = try row.minute()
    term = try row.term()
    appointment = try row.minute()
    fee = try row.integer()
    paidOnline = try row.integer()
    note = try row.text()
    voidReason = try row.text()
    date = try row.date()
    team = try row.reference()
    session = try row.reference()
    files = try row.number()
    filesDigitised = try row.number()
    electronicResult = try row.integer().map { $0 != 0 }
    procedureVersion = try row.reference()
    limitBasis = try row.choice()
  }

  /// The unit whose terms and working days hold for it: the one that decides, else that received it.
  package var decidingUnit: String? { competentUnit ?? receivingUnit }
}

import SQLite
import SyncProtocol

/// What a typed record code names in this store.
package enum RecordResolution: Hashable, Sendable {
  /// Exactly one row.
  case one(RowID)
  /// A copied store issued the code twice; the person chooses.
  case several([RowID])
}

extension RecordCode.Kind {
  /// The table that holds records of the kind.
  package var table: TableDefinition {
    switch self {
    case .household: HouseholdTable.definition
    case .resident: ResidentTable.definition
    case .visit: VisitTable.definition
    case .assist: AssistTable.definition
    case .submission: SubmissionTable.definition
    case .team: TeamTable.definition
    case .member: MemberTable.definition
    case .place: PlaceTable.definition
    case .consent: ConsentTable.definition
    case .session: SessionTable.definition
    case .tally: TallyTable.definition
    case .observation: ObservationTable.definition
    case .feedback: FeedbackTable.definition
    case .task: TaskTable.definition
    case .difficulty: DifficultyTable.definition
    case .attendance: AttendanceTable.definition
    case .device: DeviceTable.definition
    case .campaign: CampaignTable.definition
    }
  }

  /// What people call the kind.
  package var words: BilingualText {
    switch self {
    case .household: BilingualText(vi: "hộ", en: "household")
    case .resident: BilingualText(vi: "người dân", en: "resident")
    case .visit: BilingualText(vi: "lượt thăm", en: "visit")
    case .assist: BilingualText(vi: "lượt hỗ trợ", en: "assist")
    case .submission: BilingualText(vi: "hồ sơ", en: "dossier")
    case .team: BilingualText(vi: "tổ", en: "team")
    case .member: BilingualText(vi: "thành viên", en: "member")
    case .place: BilingualText(vi: "thôn, tổ dân phố", en: "hamlet")
    case .consent: BilingualText(vi: "sự đồng ý", en: "consent")
    case .session: BilingualText(vi: "buổi phục vụ", en: "service session")
    case .tally: BilingualText(vi: "số đếm", en: "tally")
    case .observation: BilingualText(vi: "ghi nhận", en: "observation")
    case .feedback: BilingualText(vi: "góp ý", en: "feedback")
    case .task: BilingualText(vi: "việc cần làm", en: "task")
    case .difficulty: BilingualText(vi: "khó khăn", en: "difficulty")
    case .attendance: BilingualText(vi: "lượt dự", en: "attendance")
    case .device: BilingualText(vi: "thiết bị", en: "device")
    case .campaign: BilingualText(vi: "đợt cao điểm", en: "campaign")
    }
  }
}

extension RecordReader {
  /// Finds the record that a typed code names.
  ///
  /// A row id after `#`, as `--json` and lists show it, is taken too, which is how a person chooses
  /// between two records with one code.
  /// - Parameter kind: The only kind that will do; nil for any.
  /// - Throws: `FieldError.badCode`, `.otherKind`, `.notFound` or `.hidden`.
  package func resolve(
    _ text: String, as kind: RecordCode.Kind? = nil
  ) throws -> RecordResolution {
    if text.hasPrefix("#"), let kind {
      guard let number = Int64(text.dropFirst()), let id = RowID(rawValue: number),
        try exists(kind.table, id)
      else { throw FieldError.notFound(text) }
      return .one(id)
    }
    let code: RecordCode
    do {
      code = try RecordCode(parsing: text)
    } catch {
      throw FieldError.badCode(typed: String(text.prefix(64)), error)
    }
    if let kind, code.kind != kind {
      throw FieldError.otherKind(typed: code.text, expected: kind)
    }
    let rows = try rows(of: code)
    guard let first = rows.first else {
      throw try holdsHidden(code) ? FieldError.hidden(code.text) : FieldError.notFound(code.text)
    }
    return rows.count == 1 ? .one(first) : .several(rows)
  }

  /// Finds the only record that a typed code names.
  /// - Throws: `FieldError.severalRecords` beside what `resolve` throws.
  package func resolveOne(_ text: String, as kind: RecordCode.Kind) throws -> RowID {
    switch try resolve(text, as: kind) {
    case .one(let id): return id
    case .several(let ids):
      throw FieldError.severalRecords(code: text, try candidates(ids, kind.table))
    }
  }

  /// Every row that carries the code, ascending.
  package func rows(of code: RecordCode) throws -> [RowID] {
    let first = Int64(code.replica) << 39
    return try connection.rows(
      """
      SELECT rid FROM "\(code.kind.table.name)"
      WHERE number = ? AND rid BETWEEN ? AND ? AND hidden IS NULL ORDER BY rid
      """, .integer(code.number), .integer(first), .integer(first + (1 << 39 - 1))
    ) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:))
  }

  /// Whether the row is here and not deleted.
  package func exists(_ table: TableDefinition, _ id: RowID) throws -> Bool {
    try connection.integer(
      "SELECT count(*) FROM \"\(table.name)\" WHERE rid = ? AND hidden IS NULL",
      .integer(id.rawValue)) > 0
  }

  /// Why a person voided a row; nil where it stands, also in tables whose rows cannot be voided.
  package func voidReason(_ table: TableDefinition, _ id: RowID) throws -> String? {
    guard try isVoided(table, id) else { return nil }
    let opener = ValueOpener(keyring, table)
    let reason = try connection.row(
      "SELECT void_reason FROM \"\(table.name)\" WHERE rid = ?", .integer(id.rawValue)
    ) { statement -> String? in
      var row = ColumnReader(statement)
      row.open(with: opener, of: id)
      return try row.text()
    }
    return (reason ?? nil) ?? ""
  }

  /// Whether a person voided a row; never so in tables whose rows cannot be voided.
  func isVoided(_ table: TableDefinition, _ id: RowID) throws -> Bool {
    guard table.fields.contains(where: { $0.name == "void_reason" }) else { return false }
    return try connection.integer(
      "SELECT count(*) FROM \"\(table.name)\" WHERE rid = ? AND void_reason IS NOT NULL",
      .integer(id.rawValue)) > 0
  }
}

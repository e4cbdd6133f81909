import SQLite
import SyncProtocol

/// What was done at one session, as counted from the records that name it.
package struct SessionWork: Sendable, Hashable {
  /// What is counted; raw values stand in addresses.
  package enum Kind: String, CaseIterable, Sendable {
    /// Dossiers that were filed there.
    case dossiers
    /// Visits that were made there.
    case visits
    /// Assists of these visits.
    case assists
    /// Members who attended.
    case attendances
    /// Tallies that were noted.
    case tallies

    /// The table of its records.
    package var table: TableDefinition {
      switch self {
      case .dossiers: SubmissionTable.definition
      case .visits: VisitTable.definition
      case .assists: AssistTable.definition
      case .attendances: AttendanceTable.definition
      case .tallies: TallyTable.definition
      }
    }

    /// Where its records are and which of them count: the same for numbers and for lists. What was
    /// voided is left out. The row that names the session is `s`.
    fileprivate var source: String {
      switch self {
      case .assists:
        """
        FROM visit AS s JOIN assist AS a ON a.visit = s.rid
        WHERE a.hidden IS NULL AND a.void_reason IS NULL AND s.hidden IS NULL
          AND s.void_reason IS NULL
        """
      case .dossiers, .visits, .attendances, .tallies:
        "FROM \"\(table.name)\" AS s WHERE s.hidden IS NULL AND s.void_reason IS NULL"
      }
    }

    /// The row of the record itself.
    fileprivate var row: String { self == .assists ? "a.rid" : "s.rid" }
  }

  private var counts: [Kind: Int] = [:]

  /// Nothing.
  package init() {}

  /// How many records of a kind there are.
  package fileprivate(set) subscript(_ kind: Kind) -> Int {
    get { counts[kind] ?? 0 }
    set { counts[kind] = newValue }
  }
}

extension RecordReader {
  /// What was done at each session.
  package func sessionWork() throws -> [RowID: SessionWork] {
    var work: [RowID: SessionWork] = [:]
    for kind in SessionWork.Kind.allCases {
      let rows = try connection.rows(
        "SELECT s.session, count(*) \(kind.source) AND s.session IS NOT NULL GROUP BY s.session"
      ) { (RowID(rawValue: try $0.integer(at: 0)), Int(try $0.integer(at: 1))) }
      for (session, count) in rows {
        if let session { work[session, default: SessionWork()][kind] = count }
      }
    }
    return work
  }

  /// The records behind one number of a session, in the order in which they were made.
  package func rows(of kind: SessionWork.Kind, at session: RowID) throws -> [RowID] {
    try connection.rows(
      "SELECT \(kind.row) \(kind.source) AND s.session = ? ORDER BY \(kind.row)",
      .integer(session.rawValue)
    ) { RowID(rawValue: try $0.integer(at: 0)) }.compactMap(\.self)
  }

  /// The dossiers that were filed at a session, the latest first.
  package func submissions(session: RowID) throws -> [Submission] {
    var conditions = RecordConditions()
    conditions.add("session = ? AND void_reason IS NULL", .integer(session.rawValue))
    return try records(
      Submission.self, where: conditions.sql, conditions.bindings,
      order: "received_minute DESC, rid DESC", page: .all)
  }
}

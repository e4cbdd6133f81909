import SQLite
import SyncProtocol

/// A kind of record that is counted or measured: where it lies, and which of its rows stand.
package enum CountedKind: CaseIterable, Hashable, Sendable {
  /// The kinds that a count has numbers for; the others are measured by rates alone.
  package static let allCases: [CountedKind] = [.visit, .assist, .submission]

  /// One attempt at one household on one day.
  case visit
  /// One resident, one service, one sitting.
  case assist
  /// A dossier filed.
  case submission
  /// A household of the register.
  case household
  /// A rating or a comment.
  case feedback
  /// A member of a team.
  case member
  /// Something that a team is to do.
  case task

  /// The synced table in which it lies.
  package var table: TableDefinition {
    switch self {
    case .visit: VisitTable.definition
    case .assist: AssistTable.definition
    case .submission: SubmissionTable.definition
    case .household: HouseholdTable.definition
    case .feedback: FeedbackTable.definition
    case .member: MemberTable.definition
    case .task: TaskTable.definition
    }
  }

  /// The tables with the names that expressions of columns use.
  ///
  /// - Parameters:
  ///   - sweeps: assists are read in the order in which they lie, each with its visit, or without
  ///     one where it is not here: where a period holds many of them that is three times as fast
  ///     as asking visit by visit.
  ///   - inOrder: visits and dossiers are read in the order in which they lie, not in that of their days.
  ///   - sorts: the visits of the period `?1`, `?2` are sorted as they lie before their assists are
  ///     asked for: those of neighbours lie in one block, which is then read once and not each day.
  func source(sweeps: Bool, inOrder: Bool = false, sorts: Bool = false) -> String {
    switch self {
    case .visit where inOrder: "visit AS v NOT INDEXED"
    case .visit: "visit AS v"
    case .assist where sweeps: "assist AS a LEFT JOIN visit AS v ON v.rid = a.visit"
    case .assist where sorts:
      // All of it stands in the index of days; without the limit SQLite would leave the order out.
      """
      (SELECT rid, date, team, household, scope, outcome, session, campaign, channel, hidden,
        void_reason FROM visit WHERE date BETWEEN ?1 AND ?2 ORDER BY rid LIMIT -1) AS v
        CROSS JOIN assist AS a ON a.visit = v.rid
      """
    case .assist: "visit AS v CROSS JOIN assist AS a ON a.visit = v.rid"
    case .submission where inOrder: "submission AS s NOT INDEXED"
    case .submission: "submission AS s"
    case .household: "household AS h"
    case .feedback: "feedback AS f"
    case .member: "member AS m"
    case .task: "task AS k"
    }
  }

  /// The row.
  var row: String {
    switch self {
    case .visit: "v.rid"
    case .assist: "a.rid"
    case .submission: "s.rid"
    case .household: "h.rid"
    case .feedback: "f.rid"
    case .member: "m.rid"
    case .task: "k.rid"
    }
  }

  /// The local date under which it counts; nil for what stands in a register.
  var date: String? {
    switch self {
    case .visit, .assist: "v.date"
    case .submission: "s.date"
    case .feedback: "f.date"
    case .household, .member, .task: nil
    }
  }

  /// Which rows are looked at: of assists also voided ones, since their reasons are told.
  var standing: String {
    switch self {
    case .visit: "v.hidden IS NULL AND v.void_reason IS NULL"
    case .assist: "a.hidden IS NULL"
    case .submission:
      "s.hidden IS NULL AND s.void_reason IS NULL AND "
        + Submission.isNotHeldBack(assist: "s.assist")
    case .household: "h.hidden IS NULL AND h.void_reason IS NULL"
    case .feedback: "f.hidden IS NULL AND f.void_reason IS NULL"
    case .member: "m.hidden IS NULL"
    case .task: "k.hidden IS NULL AND k.void_reason IS NULL"
    }
  }

  /// The scope and the household of a row, for territories.
  var place: (scope: String, household: String) {
    switch self {
    case .visit, .assist: ("v.scope", "v.household")
    // Without a resident a dossier lies where it was helped with.
    case .submission:
      (
        "s.scope",
        """
        coalesce((SELECT household FROM resident WHERE rid = s.resident),
          (SELECT v.household FROM assist AS a JOIN visit AS v ON v.rid = a.visit
           WHERE a.rid = s.assist))
        """
      )
    case .household: ("h.scope", "h.rid")
    case .feedback: ("f.scope", "NULL")
    case .member:
      (
        """
        (SELECT p.household_scope FROM team AS t JOIN place AS p ON p.rid = t.place
         WHERE t.rid = m.team)
        """, "NULL"
      )
    case .task:
      (
        """
        (SELECT p.household_scope FROM team AS t JOIN place AS p ON p.rid = t.place
         WHERE t.rid = k.team)
        """, "NULL"
      )
    }
  }
}

/// The conditions of a query on one kind of record, as SQL with its bindings.
struct CountConditions {
  private(set) var sql: String
  private(set) var bindings: [SQLValue]

  /// - Parameter standing: which rows are looked at; nil for those that stand.
  init(_ query: CountQuery, _ kind: CountedKind, standing: String? = nil) {
    sql = standing ?? kind.standing
    bindings = []
    if let date = kind.date {
      sql = "\(date) BETWEEN ?1 AND ?2 AND \(sql)"
      bindings = [
        .integer(Int64(query.period.from.daysSince1970)),
        .integer(Int64(query.period.to.daysSince1970)),
      ]
    }
    if let territory = query.territory {
      sql += " AND " + territory.condition(scope: kind.place.scope, household: kind.place.household)
    }
    for dimension in CountDimension.allCases {
      // What a value stands for is known after reading only.
      guard let wanted = query.filters[dimension], dimension.meaning.isItself,
        let column = dimension.column(of: kind)
      else { continue }
      add(wanted, column, kind)
    }
  }

  private mutating func add(
    _ wanted: Set<CountKey>, _ column: CountColumn, _ kind: CountedKind
  ) {
    var values: [SQLValue] = []
    for key in wanted {
      switch key {
      case .none: break
      case .integer(let number): values.append(.integer(number))
      case .text(let text): values.append(.text(text))
      }
    }
    let list = Array(repeating: "?", count: values.count).joined(separator: ", ")
    let orNone = wanted.contains(.none)
    switch column {
    case .sql, .ofHousehold:
      guard let expression = column.expression else { return }
      sql += " AND (\(expression) IN (\(list))\(orNone ? " OR \(expression) IS NULL" : ""))"
    case .set(let field):
      let elements = Self.elements(of: kind, field)
      sql += " AND (EXISTS (\(elements) AND value IN (\(list)))"
      sql += "\(orNone ? " OR NOT EXISTS (\(elements))" : ""))"
    }
    bindings += values
  }

  private static func elements(of kind: CountedKind, _ field: FieldDefinition) -> String {
    """
    SELECT 1 FROM head WHERE row = \(kind.row) AND table_id = \(kind.table.id.rawValue)
      AND field = \(field.id.rawValue) AND typeof(value) = 'integer'
    """
  }
}

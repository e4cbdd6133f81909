import FieldWork
import Pages
import Replica
import SQLite
import SyncProtocol
import Web

/// Which visits a list of the review asks for, and how they are read: page by page, whatever their
/// number.
struct ReviewQuery {
  /// Days that are looked at when no period is asked for, today included.
  static let standardDays = 7

  /// The days of the visits.
  let period: Period
  let filters: [String: String]
  /// The day whose hamlets are named.
  let today: LocalDate
  private let scopes: [ScopeID]?
  private let standings: ReviewStandings
  private let sheet: FlagSheet
  private let changed: Set<RowID>

  /// - Parameters:
  ///   - filters: as `ListChoice` has them.
  ///   - changed: the visits of the period that were written to since they were found right; asked
  ///     for where the filters tell them from the others.
  init(
    _ period: Period, _ filters: [String: String], within reached: ReachedWork,
    _ standings: ReviewStandings, _ sheet: FlagSheet, today: LocalDate,
    changed: () throws -> Set<RowID>
  ) rethrows {
    self.changed = try Self.state(filters)?.isApproval == true ? changed() : []
    self.today = today
    self.period = period
    self.filters = filters
    self.standings = standings
    self.sheet = sheet
    scopes = reached.scopes
  }

  private static func state(_ filters: [String: String]) -> ReviewState? {
    filters["state"].flatMap(ReviewState.init(rawValue:))
  }

  /// The period that an address asks for.
  static func period(_ filters: [String: String], today: LocalDate) throws -> Period {
    func day(_ name: String) -> LocalDate? {
      filters[name].flatMap { PageList<RowID>.Filter.day($0) }
    }
    let to = day("to") ?? max(today, day("from") ?? today)
    let from = day("from") ?? to.adding(days: 1 - standardDays)
    return try Period(from: min(from, to), to: max(from, to))
  }

  /// The visits of one page of the list, latest first; how many pass the filters, and how many there
  /// are in the period.
  func page(
    _ connection: Connection, limit: Int, offset: Int
  ) throws -> (visits: [RowID], total: Int, all: Int) {
    let chosen = conditions(isFiltered: true)
    let all = conditions(isFiltered: false)
    let visits = try connection.rows(
      """
      SELECT v.rid FROM visit AS v WHERE \(chosen.sql)
      ORDER BY v.date DESC, v.rid DESC LIMIT ? OFFSET ?
      """, bindings: chosen.bindings + [.integer(Int64(limit)), .integer(Int64(offset))]
    ) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:))
    return (visits, try count(connection, chosen), try count(connection, all))
  }

  /// What one press approves.
  struct Unflagged: Sendable {
    /// The visits.
    let visits: [RowID]
    /// How many there are in all.
    let total: Int
    /// Names what a form was made from.
    let seen: String
  }

  /// Unflagged visits among those that pass the filters, of which nobody has said anything.
  func unflagged(_ connection: Connection, limit: Int) throws -> Unflagged {
    // Where nobody looked for flags, nothing is known to be without one.
    guard sheet.visitCount != nil else { return Unflagged(visits: [], total: 0, seen: "") }
    var wanted = conditions(isFiltered: true)
    wanted.add("v.hidden IS NULL")
    wanted.addNew(standings)
    wanted.add("v.rid NOT IN (SELECT value FROM json_each(?))", .text(Self.json(sheet.visits(nil))))
    let visits = try connection.rows(
      "SELECT v.rid FROM visit AS v WHERE \(wanted.sql) ORDER BY v.date, v.rid LIMIT ?",
      bindings: wanted.bindings + [.integer(Int64(limit))]
    ) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:))
    return Unflagged(
      visits: visits, total: try count(connection, wanted), seen: try seen(visits, connection))
  }

  /// Names the visits with how far their scopes have come: whatever arrives there makes it another
  /// one, so that nobody approves what was written after they looked.
  private func seen(_ visits: [RowID], _ connection: Connection) throws -> String {
    let rows = Self.json(visits)
    let scopes = try connection.rows(
      """
      SELECT scope, arrival FROM scope_state WHERE scope IN (
        SELECT DISTINCT scope FROM visit WHERE rid IN (SELECT value FROM json_each(?)))
      ORDER BY scope
      """, .text(rows)
    ) { "\(try $0.integer(at: 0)):\(try $0.integer(at: 1))" }
    let text = rows + scopes.joined(separator: " ")
    return Primitives.standard.hash(Array(text.utf8)).hexadecimal
  }

  private func count(_ connection: Connection, _ conditions: Conditions) throws -> Int {
    let counts = try connection.rows(
      "SELECT count(*) FROM visit AS v WHERE \(conditions.sql)", bindings: conditions.bindings
    ) { try $0.integer(at: 0) }
    return Int(clamping: counts.first ?? 0)
  }

  private func conditions(isFiltered: Bool) -> Conditions {
    var conditions = Conditions()
    conditions.add(
      "v.date BETWEEN ? AND ?", .integer(Int64(period.from.daysSince1970)),
      .integer(Int64(period.to.daysSince1970)))
    // What was rejected is hidden, and stands in its own list all the same.
    conditions.add(
      "(v.hidden IS NULL OR v.rid IN (SELECT value FROM json_each(?)))",
      .text(Self.json(standings.rejected.keys)))
    if let scopes {
      conditions.add(
        "v.scope IN (SELECT value FROM json_each(?))",
        .text("[" + scopes.map { String($0.rawValue) }.joined(separator: ",") + "]"))
    }
    guard isFiltered else { return conditions }
    if let scope = filters["place"].flatMap({ Int64($0) }) {
      conditions.add("v.scope = ?", .integer(scope))
    }
    if let team = filters["team"].flatMap({ Int64($0) }) {
      conditions.add("v.team = ?", .integer(team))
    }
    if let member = filters["member"].flatMap({ Int64($0) }) {
      conditions.add(
        """
        EXISTS (SELECT 1 FROM head WHERE row = v.rid AND table_id = \(VisitTable.definition.id.rawValue)
          AND field = \(VisitTable.participants.id.rawValue) AND value = ?)
        """, .integer(member))
    }
    if let service = filters["service"] {
      conditions.add(
        "EXISTS (SELECT 1 FROM assist AS a WHERE a.visit = v.rid AND a.service = ?)",
        .text(service))
    }
    if let state = Self.state(filters) { add(state, &conditions) }
    if let flag = filters["flag"] {
      let flagged = sheet.visits(FlagKind(rawValue: flag))
      let isNone = flag == Self.unflaggedName
      conditions.add(
        "v.rid \(isNone ? "NOT " : "")IN (SELECT value FROM json_each(?))",
        .text(Self.json(flagged)))
    }
    return conditions
  }

  /// How the filter names visits without any flag, and those with one or more.
  static let unflaggedName = "none"
  static let anyFlagName = "any"

  private func add(_ state: ReviewState, _ conditions: inout Conditions) {
    func only(_ visits: some Sequence<RowID>) {
      conditions.add("v.rid IN (SELECT value FROM json_each(?))", .text(Self.json(visits)))
    }
    switch state {
    case .new: conditions.addNew(standings)
    case .voided: conditions.addNew(standings, isVoided: true)
    case .sentBack: only(sentBack { !$0.isMended })
    case .mended: only(sentBack(\.isMended))
    case .rejected: only(standings.rejected.keys)
    case .changed:
      only(changed)
      conditions.addUnsaid(standings)
    case .approved:
      conditions.add("EXISTS (SELECT 1 FROM visit_approval WHERE visit = v.rid)")
      conditions.add("v.rid NOT IN (SELECT value FROM json_each(?))", .text(Self.json(changed)))
      conditions.addUnsaid(standings)
    }
  }

  /// Those that are sent back and not rejected since, which says more.
  private func sentBack(_ isWanted: (SentBackVisit) -> Bool) -> [RowID] {
    standings.sentBack.values.filter(isWanted).map(\.visit)
      .filter { standings.rejected[$0] == nil }
  }

  static func json(_ rows: some Sequence<RowID>) -> String {
    "[" + rows.map { String($0.rawValue) }.joined(separator: ",") + "]"
  }

  private struct Conditions {
    var sql = "TRUE"
    var bindings: [SQLValue] = []

    mutating func add(_ condition: String, _ values: SQLValue...) {
      sql += " AND \(condition)"
      bindings += values
    }

    mutating func addNew(_ standings: ReviewStandings, isVoided: Bool = false) {
      add("v.void_reason IS \(isVoided ? "NOT " : "")NULL")
      add("NOT EXISTS (SELECT 1 FROM visit_approval WHERE visit = v.rid)")
      addUnsaid(standings)
    }

    /// That nobody sent it back or rejected it.
    mutating func addUnsaid(_ standings: ReviewStandings) {
      let said = Array(standings.sentBack.keys) + Array(standings.rejected.keys)
      add("v.rid NOT IN (SELECT value FROM json_each(?))", .text(ReviewQuery.json(said)))
    }
  }
}

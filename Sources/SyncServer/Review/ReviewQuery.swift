import FieldWork
import Replica
import SQLite
import SyncProtocol

/// Which visits a list of the review asks for, and how they are read: page by page, whatever their
/// number.
struct ReviewQuery {
  /// What comes first.
  enum Order: Sendable {
    case latestArrival, earliestArrival, latestDay, earliestDay

    fileprivate var sql: String {
      switch self {
      case .latestArrival: "a.arrived DESC, a.visit DESC"
      case .earliestArrival: "a.arrived, a.visit"
      case .latestDay: "v.date DESC, v.rid DESC"
      case .earliestDay: "v.date, v.rid"
      }
    }
  }

  /// What is asked for.
  let wish: ReviewWish
  /// The day whose hamlets are named, and after which days lie in the future.
  let today: LocalDate
  /// The scopes within reach; nil for all.
  let scopes: [ScopeID]?
  private let standings: ReviewStandings
  /// What is known of flags.
  let flags: FlagFinding
  private let changed: Set<RowID>

  /// - Parameters:
  ///   - flags: those of the days that the wish names.
  ///   - changed: the visits that were written to since they were found right.
  init(
    _ wish: ReviewWish, within reached: ReachedWork, _ standings: ReviewStandings,
    _ flags: FlagFinding, today: LocalDate, changed: Set<RowID>
  ) {
    self.wish = wish
    self.today = today
    self.standings = standings
    self.flags = flags
    self.changed = changed
    scopes = reached.scopes
  }

  /// The visits that came back mended.
  init(mendedWithin reached: ReachedWork, _ records: FieldStore) throws {
    let day = LocalDate(daysSince1970: 0)
    self.init(
      ReviewWish(["state": ReviewState.mended.rawValue], now: LocalDateTime(day, minuteOfDay: 0)),
      within: reached, try ReviewStandings(records), .looking, today: day, changed: [])
  }

  /// The visits of one page of the list.
  func visits(
    _ connection: Connection, _ order: Order, limit: Int, offset: Int
  ) throws -> [RowID] {
    let chosen = conditions(beside: .arrival)
    // The tables in the order in which their indexes give what comes first.
    let tables =
      switch order {
      case .latestArrival, .earliestArrival:
        "visit_arrival AS a CROSS JOIN visit AS v ON v.rid = a.visit"
      case .latestDay, .earliestDay: "visit AS v CROSS JOIN visit_arrival AS a ON a.visit = v.rid"
      }
    return try connection.rows(
      "SELECT v.rid FROM \(tables) WHERE \(chosen.sql) ORDER BY \(order.sql) LIMIT ? OFFSET ?",
      bindings: chosen.bindings + [.integer(Int64(limit)), .integer(Int64(offset))]
    ) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:))
  }

  /// How many visits a list has, and how many it does not have and why.
  struct Counts: Sendable, Equatable {
    /// Those that pass every filter.
    var total = 0
    /// Those that would in any state.
    var inAnyState = 0
    /// Those that would on any day or none.
    var onAnyDay = 0
    /// Of these, those without a day.
    var undated = 0
    /// Of these, those dated after today.
    var later = 0
    /// Those that one press approves, or a few.
    var unflagged = 0
    /// All within reach.
    var all = 0
  }

  /// Counts them, in one pass over whatever passes the other filters.
  func counts(_ connection: Connection) throws -> Counts {
    let (others, states, days) = (
      others(beside: .nothing), states(beside: .nothing), days(beside: .nothing)
    )
    var looked = ReviewConditions(.nothing)
    if !flags.isLooking { looked = lookedThrough(beside: .nothing) } else { looked.add("FALSE") }
    let counted = try connection.rows(
      // What is asked several times is worked out once: the bound keeps SQLite from writing the
      // conditions into each sum.
      """
      SELECT coalesce(sum(state AND day), 0), coalesce(sum(day), 0), coalesce(sum(state), 0),
        coalesce(sum(state AND date IS NULL), 0), coalesce(sum(state AND date > ?), 0), count(*),
        coalesce(sum(state AND day AND looked), 0)
      FROM (SELECT v.date AS date, (\(states.sql)) AS state, (coalesce(\(days.sql), 0)) AS day,
          (coalesce(\(looked.sql), 0)) AS looked
        FROM visit AS v WHERE \(others.sql) LIMIT -1)
      """,
      bindings: [.integer(Int64(today.daysSince1970))] + states.bindings + days.bindings
        + looked.bindings + others.bindings
    ) { row in try (0..<7).map { Int(clamping: try row.integer(at: $0)) } }
    guard let found = counted.first else { return Counts() }
    return Counts(
      total: found[0], inAnyState: found[1], onAnyDay: found[2], undated: found[3],
      later: found[4], unflagged: found[6] - (try countFlagged(connection)),
      all: wish.hasOthers ? try countAll(connection) : found[5])
  }

  /// The flagged ones of those that were looked through, which are few.
  private func countFlagged(_ connection: Connection) throws -> Int {
    let flagged = flags.visits(nil)
    guard !flags.isLooking, !flagged.isEmpty else { return 0 }
    var wanted = conditions(beside: .nothing)
    wanted.add(lookedThrough(beside: .nothing))
    return Int(
      clamping: try connection.rows(
        """
        SELECT count(*) FROM json_each(?) AS j CROSS JOIN visit AS v ON v.rid = j.value
        WHERE \(wanted.sql)
        """,
        bindings: [.text(ReviewConditions.json(flagged))] + wanted.bindings
      ) { try $0.integer(at: 0) }.first ?? 0)
  }

  private func countAll(_ connection: Connection) throws -> Int {
    let all = reachable(beside: .nothing)
    return Int(
      clamping: try connection.rows(
        "SELECT count(*) FROM visit AS v WHERE \(all.sql)", bindings: all.bindings
      ) { try $0.integer(at: 0) }.first ?? 0)
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
  func unflagged(_ connection: Connection, limit: Int, of total: Int) throws -> Unflagged {
    var wanted = conditions(beside: .arrival)
    wanted.add(unflagged(beside: .arrival))
    let visits = try connection.rows(
      """
      SELECT v.rid FROM visit AS v CROSS JOIN visit_arrival AS a ON a.visit = v.rid
      WHERE \(wanted.sql) ORDER BY v.date, v.rid LIMIT ?
      """, bindings: wanted.bindings + [.integer(Int64(limit))]
    ) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:))
    return Unflagged(visits: visits, total: total, seen: try seen(visits, connection))
  }

  /// Names the visits with how far their scopes have come: whatever arrives there makes it another
  /// one, so that nobody approves what was written after they looked.
  private func seen(_ visits: [RowID], _ connection: Connection) throws -> String {
    let rows = ReviewConditions.json(visits)
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

  // The conditions, part by part.

  private func conditions(beside: ReviewConditions.Beside) -> ReviewConditions {
    var conditions = others(beside: beside)
    conditions.add(days(beside: beside))
    conditions.add(states(beside: beside))
    return conditions
  }

  /// What is within reach and can be seen.
  private func reachable(beside: ReviewConditions.Beside) -> ReviewConditions {
    var conditions = ReviewConditions(beside)
    // What was rejected is hidden, and stands in its own list all the same.
    var rejected = ReviewConditions(beside)
    rejected.add(standings.rejected.keys)
    var shown = ReviewConditions(beside)
    shown.add("v.hidden IS NULL")
    conditions.addEither(shown, rejected)
    if let scopes {
      conditions.add("v.scope IN \(ReviewConditions.list)", ReviewConditions.list(of: scopes))
    }
    return conditions
  }

  /// Every filter but those of states and days.
  private func others(beside: ReviewConditions.Beside) -> ReviewConditions {
    var conditions = reachable(beside: beside)
    let filters = wish.filters
    if let start = wish.arrived {
      conditions.addArrival("arrived >= ?", .integer(start.time.rawValue))
    }
    if let laptop = wish.laptop {
      let first = Int64(laptop.rawValue) << 39
      conditions.add("v.rid BETWEEN ? AND ?", .integer(first), .integer(first + (1 << 39 - 1)))
    }
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
        "EXISTS (SELECT 1 FROM assist AS s WHERE s.visit = v.rid AND s.service = ?)",
        .text(service))
    }
    if let flag = filters["flag"] {
      let flagged = flags.visits(FlagKind(rawValue: flag))
      let isNone = flag == Self.unflaggedName
      if isNone { conditions.addNone(of: flagged) } else { conditions.add(flagged) }
    }
    return conditions
  }

  /// How the filter names visits without any flag, and those with one or more.
  static let unflaggedName = "none"
  static let anyFlagName = "any"

  private func days(beside: ReviewConditions.Beside) -> ReviewConditions {
    var conditions = ReviewConditions(beside)
    if let from = wish.days.from {
      conditions.add("v.date >= ?", .integer(Int64(from.daysSince1970)))
    }
    if let to = wish.days.to {
      conditions.add("v.date <= ?", .integer(Int64(to.daysSince1970)))
    }
    switch wish.dating {
    case nil: break
    case .undated: conditions.add("v.date IS NULL")
    case .later: conditions.add("v.date > ?", .integer(Int64(today.daysSince1970)))
    }
    return conditions
  }

  private func states(beside: ReviewConditions.Beside) -> ReviewConditions {
    switch wish.states {
    case .all: ReviewConditions(beside)
    case .waiting: waiting(beside: beside)
    case .only(let state): conditions(of: state, beside: beside)
    }
  }

  /// What nobody looked at, what came back mended, and what changed since it was found right.
  private func waiting(beside: ReviewConditions.Beside) -> ReviewConditions {
    var conditions = ReviewConditions(beside)
    var new = ReviewConditions(beside)
    new.addNew(standings)
    var again = ReviewConditions(beside)
    let said = changed.filter { standings.sentBack[$0] == nil && standings.rejected[$0] == nil }
    again.add(sentBack(\.isMended) + said)
    switch beside {
    case .arrival:
      // Word by word as in the index of those that wait, so that it serves.
      conditions.addArrival("approval <> 1")
    case .nothing:
      // Most are new, of which no more is asked: a condition costs a search for each visit.
      again.addArrival("approval <> 1", orNot: "approval = 1")
    }
    conditions.addEither(new, again)
    return conditions
  }

  private func conditions(
    of state: ReviewState, beside: ReviewConditions.Beside
  ) -> ReviewConditions {
    var conditions = ReviewConditions(beside)
    switch state {
    case .new: conditions.addNew(standings)
    case .voided: conditions.addNew(standings, isVoided: true)
    case .sentBack: conditions.add(sentBack { !$0.isMended })
    case .mended: conditions.add(sentBack(\.isMended))
    case .rejected: conditions.add(standings.rejected.keys)
    case .changed:
      conditions.add(changed)
      conditions.addUnsaid(standings)
    case .approved:
      conditions.addArrival("approval <> 0")
      conditions.addNone(of: changed)
      conditions.addUnsaid(standings)
    }
    return conditions
  }

  /// Those that are sent back and not rejected since, which says more.
  private func sentBack(_ isWanted: (SentBackVisit) -> Bool) -> [RowID] {
    standings.sentBack.values.filter(isWanted).map(\.visit)
      .filter { standings.rejected[$0] == nil }
  }

  /// What one press approves, among whatever passes the filters.
  private func unflagged(beside: ReviewConditions.Beside) -> ReviewConditions {
    var conditions = lookedThrough(beside: beside)
    conditions.addNone(of: flags.visits(nil))
    return conditions
  }

  /// What nobody said anything of, among the visits that were looked through for flags. Of nothing
  /// else is it known to be without one: nothing undated, nothing outside the days that were looked
  /// at, nothing where something came since.
  private func lookedThrough(beside: ReviewConditions.Beside) -> ReviewConditions {
    var conditions = ReviewConditions(beside)
    guard let sheet = flags.sheet else {
      conditions.add("FALSE")
      return conditions
    }
    conditions.add("v.hidden IS NULL")
    if !flags.moved.isEmpty {
      conditions.add(
        "v.scope NOT IN \(ReviewConditions.list)", ReviewConditions.list(of: flags.moved))
    }
    conditions.add(
      "v.date BETWEEN ? AND ?", .integer(Int64(sheet.period.from.daysSince1970)),
      .integer(Int64(sheet.period.to.daysSince1970)))
    conditions.addNew(standings)
    return conditions
  }
}

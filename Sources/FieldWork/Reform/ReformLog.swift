import Replica
import SQLite
import SyncProtocol

/// A reform that was carried out here.
package struct AppliedReform: Hashable, Sendable {
  /// Its number, by which it is taken back.
  package let number: Int64
  /// The first day of the new state.
  package let day: LocalDate
  /// When it was carried out.
  package let appliedAt: Timestamp
  /// When it was taken back; nil while it stands.
  package let undoneAt: Timestamp?
  /// How many units changed.
  package let units: Int
  /// How many hamlets changed.
  package let hamlets: Int
}

/// The centre's own tables about reforms. Steps are append-only.
enum ReformSchema {
  static let migrations = [
    Migration(
      identifier: "0001 reforms",
      sql: """
        CREATE TABLE reform (
          id INTEGER PRIMARY KEY, day INTEGER NOT NULL, applied_at INTEGER NOT NULL,
          undone_at INTEGER, units INTEGER NOT NULL, hamlets INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE reform_step (
          reform INTEGER NOT NULL, kind INTEGER NOT NULL, row INTEGER NOT NULL,
          before INTEGER, after INTEGER, PRIMARY KEY (reform, kind, row)
        ) STRICT, WITHOUT ROWID;
        """)
  ]
}

extension FieldStore {
  /// The reforms carried out here, oldest first.
  package func reforms() throws -> [AppliedReform] {
    try prepareReforms()
    return try store.connection.rows(
      "SELECT id, day, applied_at, undone_at, units, hamlets FROM reform ORDER BY id"
    ) { statement in
      AppliedReform(
        number: try statement.integer(at: 0),
        day: LocalDate(daysSince1970: Int(clamping: try statement.integer(at: 1))),
        appliedAt: Timestamp(rawValue: try statement.integer(at: 2)),
        undoneAt: try statement.optionalInteger(at: 3).map { Timestamp(rawValue: $0) },
        units: Int(clamping: try statement.integer(at: 4)),
        hamlets: Int(clamping: try statement.integer(at: 5)))
    }
  }

  /// Takes a reform back by later operations, also after laptops have heard of it; with `isDryRun`
  /// only says what laptops would gain and lose.
  ///
  /// - Throws: `FieldError.noSuchReform`, `.reformUndone`; `.reformBuiltUpon` where a later change
  ///   rests on it and has to be taken back first.
  package func undoReform(
    _ number: Int64, isDryRun: Bool, clock: ClockReading
  ) throws -> [GrantChange] {
    guard store.identity.role == .centre else { throw FieldError.notTheCentre }
    let all = try reforms()
    guard let reform = all.first(where: { $0.number == number }) else {
      throw FieldError.noSuchReform(number)
    }
    guard reform.undoneAt == nil else { throw FieldError.reformUndone(number) }
    let trace = try trace(of: reform)
    let later = try reformsStanding(upon: reform, among: all)
    guard later.isEmpty, try store.stepsBuiltUpon(trace).isEmpty else {
      throw FieldError.reformBuiltUpon(number, by: later)
    }
    let changes = try store.connection.transaction(.immediate) {
      let changes = try store.undoReform(trace, isDryRun: isDryRun, clock: clock)
      if !isDryRun {
        try store.connection.execute(
          "UPDATE reform SET undone_at = ? WHERE id = ?", .integer(clock.wall.rawValue),
          .integer(number))
      }
      return changes
    }
    search.invalidate()
    return changes
  }

  /// The later reforms that have to be taken back before this one, newest first: those that touched
  /// the same units or scopes, and those that stand upon these in turn.
  private func reformsStanding(
    upon reform: AppliedReform, among all: [AppliedReform]
  ) throws -> [Int64] {
    var reaches = [try store.reach(of: try trace(of: reform))]
    var numbers: [Int64] = []
    for later in all where later.number > reform.number && later.undoneAt == nil {
      let reach = try store.reach(of: try trace(of: later))
      guard reaches.contains(where: reach.meets) else { continue }
      reaches.append(reach)
      numbers.append(later.number)
    }
    return numbers.reversed()
  }

  /// Keeps the trace of a reform under a new number.
  func keep(_ trace: ReformTrace, of plan: ReformPlan, clock: ClockReading) throws -> Int64 {
    let connection = store.connection
    let number = try connection.integer("SELECT coalesce(max(id), 0) + 1 FROM reform")
    try connection.execute(
      "INSERT INTO reform (id, day, applied_at, units, hamlets) VALUES (?, ?, ?, ?, ?)",
      .integer(number), .integer(trace.day), .integer(clock.wall.rawValue),
      .integer(Int64(plan.units.count)), .integer(Int64(plan.hamlets.count)))
    for step in trace.steps {
      try connection.execute(
        "INSERT INTO reform_step (reform, kind, row, before, after) VALUES (?, ?, ?, ?, ?)",
        .integer(number), .integer(step.kind.rawValue), .integer(step.row),
        SQLValue(step.before), SQLValue(step.after))
    }
    return number
  }

  private func trace(of reform: AppliedReform) throws -> ReformTrace {
    let steps = try store.connection.rows(
      "SELECT kind, row, before, after FROM reform_step WHERE reform = ? ORDER BY kind, row",
      .integer(reform.number)
    ) { statement -> ReformTrace.Step? in
      guard let kind = ReformTrace.Kind(rawValue: try statement.integer(at: 0)) else { return nil }
      return ReformTrace.Step(
        kind, try statement.integer(at: 1), before: try statement.optionalInteger(at: 2),
        after: try statement.optionalInteger(at: 3))
    }
    return ReformTrace(
      day: Int64(reform.day.daysSince1970), steps: steps.compactMap { $0 })
  }

  /// Makes the tables, before a transaction that needs them.
  func prepareReforms() throws {
    try store.prepareLocalTables(owner: "reform", ReformSchema.migrations)
  }
}

import FieldWork

/// The blocked assists of teams by why they were blocked, in two steps: first how many of a team's
/// assists were blocked, beside those that were not; then their reasons. What is small is hidden among
/// the reasons, so that a team's own number is told wherever enough people stand behind it.
struct BlockedGrid: Sendable {
  /// The teams that have assists.
  let rows: [CountKey]
  /// All assists of each.
  let recorded: [SuppressedNumber]
  /// The blocked ones of all teams.
  let total: SuppressedNumber
  /// Teams and reasons; a team's total is its blocked assists.
  private let reasons: SuppressedGrid

  /// How many of the rarest reasons are tried to be told in sums alone.
  private static let tries = [0, 1, 2, 3, 5, 8, 12]
  private static let blocked = CountKey.text("blocked")
  private static let notBlocked = CountKey.text("not-blocked")

  /// The reasons, in the order of the count.
  var columns: [CountKey] { reasons.columns }
  /// How often each was given.
  var columnTotals: [SuppressedNumber] { total == .hidden ? [] : reasons.columnTotals }

  /// The blocked assists of a team.
  func blocked(of team: CountKey) -> SuppressedNumber {
    rows.firstIndex(of: team).map { blocked(ofRow: $0) } ?? .shown(0)
  }

  /// The same by the place of its row.
  func blocked(ofRow row: Int) -> SuppressedNumber {
    total == .hidden ? .hidden : reasons.rowTotals[row]
  }

  /// How often a reason was given to a team.
  func number(_ team: CountKey, _ reason: CountKey) -> SuppressedNumber {
    total == .hidden ? .hidden : reasons.number(team, reason)
  }

  /// The reasons of a team, in the order of `columns`.
  func numbers(ofRow row: Int) -> [SuppressedNumber] {
    total == .hidden ? columns.map { _ in .hidden } : reasons.numbers(ofRow: row)
  }

  /// What the reasons that are not told are together; 0 where there is none, or their sum is not told.
  static func rest(of whole: SuppressedNumber, beside parts: [SuppressedNumber]) -> Int {
    guard case .shown(let whole) = whole else { return 0 }
    return max(0, whole - parts.reduce(0) { $0 + ($1.least ?? 0) })
  }

  init(
    _ period: Period, _ grids: TrainerGrids, threshold: Int = SuppressedCount.standardThreshold
  ) throws {
    let counts = try grids.reader.counts(
      grids.reached.query(period, by: []),
      by: [
        [.team], [.isBlocked], [.isBlocked, .team], [.isBlocked, .blockedReason],
        [.isBlocked, .team, .blockedReason],
      ])
    func groups(_ division: Int, isBlocked: Bool) -> [Count.Group] {
      counts[division].groups.filter { $0.keys[0] == .integer(isBlocked ? 1 : 0) }
    }
    func numbers(isBlocked: Bool) -> CountNumbers {
      groups(1, isBlocked: isBlocked).first?.numbers ?? CountNumbers()
    }
    let ofTeams = groups(2, isBlocked: true)
    var first = SuppressedGrid.Hiding()
    // The table of outcomes hides the blocked ones; then nothing tells of them.
    let outcomes = TrainerReport.outcomes(
      try grids.counts(period, by: [[.outcome]])[0], threshold: threshold)
    if TrainerReport.blocked(in: outcomes) == .hidden { first.columns = [Self.blocked] }
    let whole = SuppressedGrid(
      rows: SuppressedGrid.Line.lines(of: counts[0]),
      columns: [
        .init(Self.blocked, numbers(isBlocked: true)),
        .init(Self.notBlocked, numbers(isBlocked: false)),
      ],
      cells: ofTeams.map { ($0.keys[1], Self.blocked, $0.numbers) }
        + groups(2, isBlocked: false).map { ($0.keys[1], Self.notBlocked, $0.numbers) },
      total: counts[0].total, threshold: threshold, hiding: first)
    rows = whole.rows
    recorded = whole.rowTotals
    total = whole.columnTotals[0]
    var hiding = SuppressedGrid.Hiding()
    hiding.rows = Set(
      whole.rows.filter { whole.number($0, Self.blocked) == .hidden })
    let found = Dictionary(
      ofTeams.map { ($0.keys[1], $0.numbers) }, uniquingKeysWith: { first, _ in first })
    let columns = groups(3, isBlocked: true).map {
      SuppressedGrid.Line($0.keys[1], $0.numbers)
    }
    let cells = groups(4, isBlocked: true).map { ($0.keys[1], $0.keys[2], $0.numbers) }
    let rarest = columns.sorted {
      $0.numbers.standingAssists < $1.numbers.standingAssists
    }.map(\.key)
    func grid(without count: Int) -> SuppressedGrid {
      hiding.cellsOfColumns = Set(rarest.prefix(count))
      return SuppressedGrid(
        rows: whole.rows.map { .init($0, found[$0] ?? CountNumbers()) }, columns: columns,
        cells: cells, total: numbers(isBlocked: true), threshold: threshold, hiding: hiding)
    }
    /// How many assists have a reason that is told of their team.
    func told(_ grid: SuppressedGrid) -> Int {
      grid.rows.indices.reduce(0) { sum, row in
        sum + grid.numbers(ofRow: row).reduce(0) { $0 + ($1.least ?? 0) }
      }
    }
    var best = grid(without: 0)
    for count in Self.tries.dropFirst() where count + 2 <= columns.count {
      let other = grid(without: count)
      if told(other) > told(best) { best = other }
    }
    reasons = best
  }
}

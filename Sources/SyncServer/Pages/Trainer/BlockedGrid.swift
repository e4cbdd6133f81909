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
  private let reasons: TrainerGrid
  private let whole: TrainerGrid

  static let divisions: [[CountDimension]] = [
    [.team], [.outcome], [.isBlocked], [.isBlocked, .team], [.isBlocked, .blockedReason],
    [.isBlocked, .team, .blockedReason],
  ]

  /// How many of the rarest reasons are tried to be told in sums alone.
  private static let tries = [0, 1, 2, 3, 5, 8, 12]
  private static let blocked = CountKey.text("blocked")
  private static let notBlocked = CountKey.text("not-blocked")

  /// The reasons, in the order of the count.
  var columns: [CountKey] { reasons.columns }
  /// How often each was given.
  var columnTotals: [SuppressedNumber] { told(reasons.columnTotals) }

  /// The blocked assists of a team.
  func blocked(of team: CountKey) -> SuppressedNumber { told([reasons.rowTotal(team)])[0] }

  /// The same by the place of its row.
  func blocked(ofRow row: Int) -> SuppressedNumber { told([reasons.rowTotals[row]])[0] }

  /// How often a reason was given to a team.
  func number(_ team: CountKey, _ reason: CountKey) -> SuppressedNumber {
    told([reasons.number(team, reason)])[0]
  }

  /// The reasons of a team, in the order of `columns`.
  func numbers(ofRow row: Int) -> [SuppressedNumber] { told(reasons.numbers(ofRow: row)) }

  /// Where nothing is told of all blocked assists, nothing is told of a part of them.
  private func told(_ numbers: [SuppressedNumber]) -> [SuppressedNumber] {
    total == .hidden ? numbers.map { _ in .hidden } : numbers
  }

  /// What the reasons that are not told are together; 0 where there is none, or their sum is not told.
  static func rest(of whole: SuppressedNumber, beside parts: [SuppressedNumber]) -> Int {
    guard case .shown(let whole) = whole else { return 0 }
    return max(0, whole - parts.reduce(0) { $0 + ($1.isShown ? $1.least ?? 0 : 0) })
  }

  /// - Parameter counts: divided by `divisions`.
  init(_ counts: DividedCounts, threshold: Int = SuppressedCount.standardThreshold) {
    func groups(_ division: Int, isBlocked: Bool) -> [Count.Group] {
      counts.groups[division].filter { $0.keys[0] == .integer(isBlocked ? 1 : 0) }
    }
    func numbers(isBlocked: Bool) -> CountNumbers {
      groups(2, isBlocked: isBlocked).first?.numbers ?? CountNumbers()
    }
    let months = counts.months.map {
      (period: $0.period, grid: BlockedGrid($0, threshold: threshold))
    }
    let period = counts.period
    let ofTeams = groups(3, isBlocked: true)
    // What the table of outcomes says of the blocked ones is said here.
    let told = TrainerReport.blocked(in: TrainerReport.outcomes(counts, 1, threshold: threshold))
    var first = SuppressedGrid.Hiding()
    total = told
    if told == .hidden { first.columns = [Self.blocked] }
    let whole = TrainerGrid(
      TrainerGrid.Counts(
        rows: counts.groups[0].map { .init($0.keys[0], $0.numbers) },
        columns: [
          .init(Self.blocked, numbers(isBlocked: true)),
          .init(Self.notBlocked, numbers(isBlocked: false)),
        ],
        cells: ofTeams.map { ($0.keys[1], Self.blocked, $0.numbers) }
          + groups(3, isBlocked: false).map { ($0.keys[1], Self.notBlocked, $0.numbers) },
        total: counts.total),
      of: period, total: TrainerTable(counts).whole(.recorded),
      months: months.map { ($0.period, $0.grid.whole) }, hiding: first, threshold: threshold)
    self.whole = whole
    rows = whole.rows
    recorded = whole.rowTotals
    var hiding = SuppressedGrid.Hiding()
    hiding.rows = Set(
      whole.rows.filter { row in
        switch whole.number(row, Self.blocked) {
        case .hidden, .atLeast, .none: true
        case .shown, .between: false
        }
      })
    let found = Dictionary(
      ofTeams.map { ($0.keys[1], $0.numbers) }, uniquingKeysWith: { first, _ in first })
    let reasons = TrainerGrid.Counts(
      rows: whole.rows.map { .init($0, found[$0] ?? CountNumbers()) },
      columns: groups(4, isBlocked: true).map { .init($0.keys[1], $0.numbers) },
      cells: groups(5, isBlocked: true).map { ($0.keys[1], $0.keys[2], $0.numbers) },
      total: numbers(isBlocked: true))
    let rarest = reasons.columns.sorted {
      $0.numbers.standingAssists < $1.numbers.standingAssists
    }.map(\.key)
    func grid(without count: Int) -> TrainerGrid {
      hiding.cellsOfColumns = Set(rarest.prefix(count))
      return TrainerGrid(
        reasons, of: period, total: told, months: months.map { ($0.period, $0.grid.reasons) },
        hiding: hiding, threshold: threshold)
    }
    /// How many assists have a reason that is told of their team.
    func assists(_ grid: TrainerGrid) -> Int {
      grid.rows.indices.reduce(0) { sum, row in
        sum + grid.numbers(ofRow: row).reduce(0) { $0 + ($1.least ?? 0) }
      }
    }
    var best = grid(without: 0)
    // What is hidden of a longer period follows from its months.
    for count in Self.tries.dropFirst() where months.isEmpty && count + 2 <= rarest.count {
      let other = grid(without: count)
      if assists(other) > assists(best) { best = other }
    }
    self.reasons = best
  }
}

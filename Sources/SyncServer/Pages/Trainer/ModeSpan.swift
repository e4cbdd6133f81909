import FieldWork

/// How residents were helped in a period, and what they can do alone since, of one reading.
struct ModeSpan: Sendable {
  /// The assists of teams by mode; the order of the columns is that of `AssistMode`, then the others.
  let modes: TrainerGrid
  /// The assists by whether the resident can do it alone next time.
  let alone: TrainerTable

  static let divisions: [[CountDimension]] = [[.team], [.mode], [.team, .mode], [.aloneNow]]

  /// - Parameter counts: divided by `divisions`.
  init(_ counts: DividedCounts) {
    modes = Self.grid(counts)
    alone = TrainerTable(counts, 3)
  }

  private static func grid(_ counts: DividedCounts) -> TrainerGrid {
    func lines(_ groups: [Count.Group]) -> [SuppressedGrid.Line] {
      groups.map { SuppressedGrid.Line($0.keys[0], $0.numbers) }
    }
    return TrainerGrid(
      TrainerGrid.Counts(
        rows: lines(counts.groups[0]), columns: lines(counts.groups[1]),
        cells: counts.groups[2].map { ($0.keys[0], $0.keys[1], $0.numbers) }, total: counts.total),
      of: counts.period, total: TrainerTable(counts).whole(.recorded),
      months: counts.months.map { ($0.period, grid($0)) })
  }
}

import FieldWork

/// What was counted of periods that somebody looked at: several pages show numbers of the same ones.
final class GridShelf: Sendable {
  /// A period as somebody sees it.
  struct Question: Hashable {
    let period: Period
    let unit: String?
    let day: LocalDate
  }

  /// What they are made of.
  let counted: CountShelf
  let modes = Shelf<Question, ModeSpan>(maximumCount: 32)
  let reasons = Shelf<Question, BlockedGrid>(maximumCount: 8)

  init(_ counted: CountShelf = CountShelf()) { self.counted = counted }
}

/// The numbers that trainers' pages have in common, of what is within somebody's reach.
struct TrainerGrids {
  let reader: RecordReader
  let reached: ReachedWork
  let today: LocalDate
  let shelf: GridShelf

  /// The assists of teams by mode, of each of some periods.
  func modes(_ periods: [Period]) throws -> [TrainerGrid] { try spans(periods).map(\.modes) }

  /// The assists by whether residents can do it alone next time, of each of some periods.
  func alone(_ periods: [Period]) throws -> [TrainerTable] { try spans(periods).map(\.alone) }

  private func spans(_ periods: [Period]) throws -> [ModeSpan] {
    try shelf.modes.values(for: periods.map(question), reader) {
      try divided($0.map(\.period), by: ModeSpan.divisions).map { ModeSpan($0) }
    }
  }

  /// The assists of teams by why they were blocked.
  func reasons(_ period: Period) throws -> BlockedGrid {
    try shelf.reasons.value(for: question(period), reader) {
      BlockedGrid(try divided([period], by: BlockedGrid.divisions)[0])
    }
  }

  /// A period divided one way, as its table tells it.
  func table(_ period: Period, by division: [CountDimension]) throws -> TrainerTable {
    TrainerTable(try divided([period], by: [division])[0], 0)
  }

  /// A period divided one way after another; those that nobody looked at yet are of one reading.
  func counts(_ period: Period, by divisions: [[CountDimension]]) throws -> [Count] {
    try shelf.counted.counts(reached.query(period, by: []), by: divisions, reader)
  }

  private func question(_ period: Period) -> GridShelf.Question {
    GridShelf.Question(period: period, unit: reached.unit, day: today)
  }
}

extension PageRequest {
  /// Reads the grids of teams within reach, all in one transaction.
  func trainerGrids<Result: Sendable>(
    within reached: ReachedWork, _ body: (TrainerGrids) throws -> Result
  ) throws -> Result {
    try centre.read { reader in
      try body(
        TrainerGrids(reader: reader, reached: reached, today: today, shelf: centre.gridShelf))
    }
  }

  /// Which laptops a period's numbers cover, by the names of their teams alone.
  func trainerCoverage(of period: Period, within reached: ReachedWork) throws -> Coverage {
    try centre.inspect { records in
      try TrainerReport.coverage(
        of: period, today: today, LaptopReport.gather(records.store),
        CentreShortfall(records.store), within: reached
      ).awaiting(
        records.awaitedRulings(in: period, where: reached.holds(scope:)), isTold: false)
    }
  }
}

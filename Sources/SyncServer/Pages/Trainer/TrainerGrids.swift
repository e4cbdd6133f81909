import FieldWork

/// What a trainer's grid divides the assists of teams by.
enum TrainerDivision: Hashable, Sendable {
  /// How residents were helped.
  case mode
  /// Why help was blocked; what was not stands in one column more.
  case reason
}

/// The grids of periods that somebody looked at: several pages show rows of the same ones.
final class GridShelf: Sendable {
  struct Question: Hashable {
    let division: TrainerDivision
    let period: Period
    let unit: String?
    let day: LocalDate
  }

  private let shelf = Shelf<Question, SuppressedGrid>(maximumCount: 32)

  func grid(
    _ question: Question, _ reader: RecordReader, _ make: () throws -> SuppressedGrid
  ) throws -> SuppressedGrid {
    try shelf.value(for: question, reader, make)
  }
}

/// The grids of teams within somebody's reach.
struct TrainerGrids {
  let reader: RecordReader
  let reached: ReachedWork
  let today: LocalDate
  let shelf: GridShelf

  /// The assists of teams by mode.
  func modes(_ period: Period) throws -> SuppressedGrid {
    try kept(.mode, period) {
      try SuppressedGrid.teamsByMode(period, reader, within: reached)
    }
  }

  /// The assists of teams by why they were blocked.
  func reasons(_ period: Period) throws -> SuppressedGrid {
    try kept(.reason, period) {
      try SuppressedGrid.teamsByReason(period, reader, within: reached)
    }
  }

  private func kept(
    _ division: TrainerDivision, _ period: Period, _ make: () throws -> SuppressedGrid
  ) throws -> SuppressedGrid {
    try shelf.grid(
      GridShelf.Question(
        division: division, period: period, unit: reached.unit, day: today), reader, make)
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
        CentreShortfall(records.store), within: reached)
    }
  }
}

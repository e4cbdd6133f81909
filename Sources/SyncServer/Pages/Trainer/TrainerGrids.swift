import FieldWork

/// What a trainer's grid divides the assists of teams by.
enum TrainerDivision: Hashable, Sendable {
  /// How residents were helped.
  case mode
  /// Why help was blocked; what was not stands in one column more.
  case reason
}

/// What was counted of periods that somebody looked at: several pages show numbers of the same ones.
final class GridShelf: Sendable {
  struct Division: Hashable {
    let dimensions: [CountDimension]
    let period: Period
    let unit: String?
    let day: LocalDate
  }

  struct Question: Hashable {
    let division: TrainerDivision
    let period: Period
    let unit: String?
    let day: LocalDate
  }

  private let shelf = Shelf<Question, SuppressedGrid>(maximumCount: 32)
  private let divisions = Shelf<Division, Count>(maximumCount: 48)

  func counts(
    _ asked: [Division], _ reader: RecordReader, _ make: (_ missing: [Division]) throws -> [Count]
  ) throws -> [Count] {
    try divisions.values(for: asked, reader, make)
  }

  func grids(
    _ questions: [Question], _ reader: RecordReader,
    _ make: (_ missing: [Period]) throws -> [SuppressedGrid]
  ) throws -> [SuppressedGrid] {
    try shelf.values(for: questions, reader) { try make($0.map(\.period)) }
  }
}

/// The numbers that trainers' pages have in common, of what is within somebody's reach.
struct TrainerGrids {
  let reader: RecordReader
  let reached: ReachedWork
  let today: LocalDate
  let shelf: GridShelf

  /// The assists of teams by mode, of each of some periods.
  func modes(_ periods: [Period]) throws -> [SuppressedGrid] {
    try kept(.mode, periods) {
      try SuppressedGrid.teamsByMode($0, reader, within: reached)
    }
  }

  /// The assists of teams by why they were blocked.
  func reasons(_ period: Period) throws -> SuppressedGrid {
    try kept(.reason, [period]) { missing in
      try missing.map { try SuppressedGrid.teamsByReason($0, reader, within: reached) }
    }[0]
  }

  /// A period divided one way after another; those that nobody looked at yet are of one reading.
  func counts(_ period: Period, by divisions: [[CountDimension]]) throws -> [Count] {
    try shelf.counts(
      divisions.map {
        GridShelf.Division(dimensions: $0, period: period, unit: reached.unit, day: today)
      }, reader
    ) { missing in
      try reader.counts(reached.query(period, by: []), by: missing.map(\.dimensions))
    }
  }

  private func kept(
    _ division: TrainerDivision, _ periods: [Period],
    _ make: (_ missing: [Period]) throws -> [SuppressedGrid]
  ) throws -> [SuppressedGrid] {
    let questions = periods.map { period in
      GridShelf.Question(division: division, period: period, unit: reached.unit, day: today)
    }
    return try shelf.grids(questions, reader, make)
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

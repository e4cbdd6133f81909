import FieldWork
import SyncProtocol

/// A row of the trainer's tables: its number may be hidden.
package struct TrainerRow: Sendable, Hashable {
  /// Where the group stands along the dimension of its table; nil for several that are told together.
  package var key: CountKey?
  /// What the group is called; never a person.
  package var label: BilingualText
  /// Assists that stand, whatever came of them.
  package var assists: SuppressedNumber
}

/// A team in the trainer's table.
package struct TrainerTeam: Sendable, Hashable {
  /// Its name.
  package var label: BilingualText
  /// Assists that stand.
  package var assists: SuppressedNumber
  /// The same of the period before.
  package var previous: SuppressedNumber
  /// Its laptops that have reported, and all of them.
  package var reportedLaptops: Int
  /// All its laptops.
  package var laptops: Int
  /// Nothing is known of it; see `TeamNumbers.isUnknown`.
  package var isUnknown: Bool
  /// The team; nil for groups without one.
  package var row: RowID?
}

/// Everything on the trainer's page: no person, no laptop's name, no small group.
///
/// Each table divides the same assists once and shows one number a group, so that no two columns
/// can be subtracted from each other; groups are hidden until those hidden are together at least
/// the threshold.
package struct TrainerReport: Sendable {
  /// Services listed at most.
  package static let serviceLimit = 100

  /// The period.
  package var period: Period
  /// When it was counted.
  package var asOf: LocalDateTime
  /// Which laptops it covers, by the names of their teams.
  package var coverage: Coverage
  /// Attempts at households.
  package var visits: SuppressedNumber
  /// Assists that stand.
  package var assists: SuppressedNumber
  /// Distinct residents with an assist that counts.
  package var residents: SuppressedNumber
  /// The same at most: more where it is disputed who is the same person.
  package var residentsAtMost: SuppressedNumber
  /// Dossiers filed.
  package var submissions: SuppressedNumber
  /// Assists by team.
  package var teams: [TrainerTeam]
  /// The period of the same length before, with which teams are compared.
  package var previousPeriod: Period
  /// Assists that stood in it.
  package var previousAssists: SuppressedNumber
  /// Assists by procedure or service.
  package var services: [TrainerRow]
  /// Assists by mode.
  package var modes: [TrainerRow]
  /// Assists by outcome.
  package var outcomes: [TrainerRow]
  /// Blocked assists altogether.
  package var blocked: SuppressedNumber
  /// Blocked assists by reason; empty when `blocked` is hidden.
  package var blockedReasons: [TrainerRow]
}

extension TrainerReport {
  /// Counts a period for eyes that may see no person.
  static func gather(
    _ period: Period, now: LocalDateTime, _ laptops: [LaptopReport],
    _ shortfall: CentreShortfall, _ reader: RecordReader,
    within reached: ReachedWork = .everything, shelf: GridShelf = GridShelf(),
    threshold: Int = SuppressedCount.standardThreshold
  ) throws -> TrainerReport {
    let coverage = coverage(
      of: period, today: now.date, laptops, shortfall, within: reached)
    let grids = TrainerGrids(reader: reader, reached: reached, today: now.date, shelf: shelf)
    let divisions: [[CountDimension]] = [[.team], [.service], [.mode], [.outcome]]
    // What the reasons are made of is read along.
    let counts = try grids.divided(
      [period], by: divisions + BlockedGrid.divisions.filter { !divisions.contains($0) })[0]
    let byTeam = TrainerTable(counts, 0, threshold: threshold)
    let before = TrainerTable(
      try grids.divided([period.previous], by: [[.team]])[0], 0, threshold: threshold)
    func rows(_ table: TrainerTable, _ dimension: CountDimension) throws -> [TrainerRow] {
      try Self.rows(table.groups, dimension, reader)
    }
    let outcomes = outcomes(counts, 3, threshold: threshold)
    return TrainerReport(
      period: period, asOf: now, coverage: coverage, visits: byTeam.whole(.visits),
      assists: byTeam.whole(.recorded), residents: byTeam.whole(.residents),
      residentsAtMost: byTeam.residentsAtMost, submissions: byTeam.whole(.submissions),
      teams: try teams(counts, byTeam, before, coverage, reader, reached),
      previousPeriod: period.previous, previousAssists: before.whole(.recorded),
      services: Array(
        try rows(TrainerTable(counts, 1, threshold: threshold), .service).prefix(serviceLimit)),
      modes: try rows(TrainerTable(counts, 2, threshold: threshold), .mode),
      outcomes: try rows(outcomes, .outcome), blocked: blocked(in: outcomes),
      blockedReasons: try reasons(grids.reasons(period), reader))
  }

  /// The outcomes. That help was blocked is what a trainer asks first: it is hidden for the sake of
  /// another outcome only where nothing else is left.
  ///
  /// - Parameter place: of the division by outcome.
  static func outcomes(
    _ counts: DividedCounts, _ place: Int, threshold: Int = SuppressedCount.standardThreshold
  ) -> TrainerTable {
    TrainerTable(
      counts, place, keeping: [[.choice(AssistOutcome.blocked)]], threshold: threshold)
  }

  /// The blocked assists among all.
  static func blocked(in outcomes: TrainerTable) -> SuppressedNumber {
    outcomes.assists([.choice(AssistOutcome.blocked)])
  }

  /// Why help was blocked: the reasons that are told from many to few, and all others as one.
  static func reasons(_ grid: BlockedGrid, _ reader: RecordReader) throws -> [TrainerRow] {
    let told = try zip(grid.columns, grid.columnTotals).enumerated().compactMap {
      place, reason -> (Int, Int, TrainerRow)? in
      guard let count = reason.1.least, count > 0 else { return nil }
      return (
        -count, place,
        TrainerRow(
          key: reason.0, label: try reader.label(of: reason.0, along: .blockedReason),
          assists: reason.1)
      )
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    let rest = BlockedGrid.rest(of: grid.total, beside: grid.columnTotals)
    return rest == 0
      ? told : told + [TrainerRow(label: TrainerWords.otherReasons, assists: .shown(rest))]
  }

  /// Shown groups from many to few; hidden ones after them in an order that tells nothing.
  private static func rows(
    _ groups: [TrainerTable.Group], _ dimension: CountDimension, _ reader: RecordReader
  ) throws -> [TrainerRow] {
    let standing = groups.filter { $0.assists != .shown(0) }
    let ordered = standing.enumerated().sorted {
      (-TrainerCells.order($0.element.assists), $0.offset)
        < (-TrainerCells.order($1.element.assists), $1.offset)
    }
    return try ordered.map { _, group in
      TrainerRow(
        key: group.keys[0], label: try reader.label(of: group.keys[0], along: dimension),
        assists: group.assists)
    }
  }

  private static func teams(
    _ counts: DividedCounts, _ now: TrainerTable, _ before: TrainerTable, _ coverage: Coverage,
    _ reader: RecordReader, _ reached: ReachedWork
  ) throws -> [TrainerTeam] {
    func told(_ table: TrainerTable) -> [CountKey: SuppressedNumber] {
      Dictionary(
        table.groups.map { ($0.keys[0], $0.assists) }, uniquingKeysWith: { first, _ in first })
    }
    let (assists, previous) = (told(now), told(before))
    return try CoordinatorReport.keyedTeams(
      counts.groups[0], coverage, reader, within: reached
    ).map { key, team in
      TrainerTeam(
        label: team.label, assists: assists[key] ?? .shown(0),
        previous: previous[key] ?? .shown(0), reportedLaptops: team.reportedLaptops,
        laptops: team.laptops, isUnknown: team.isUnknown, row: key.row)
    }
  }

  /// Which laptops a period's numbers cover, none of them by its own name.
  static func coverage(
    of period: Period, today: LocalDate, _ laptops: [LaptopReport], _ shortfall: CentreShortfall,
    within reached: ReachedWork
  ) -> Coverage {
    Coverage(of: period, today: today, anonymous(laptops.filter(reached.covers)), shortfall)
  }

  /// Laptops by team and number: labels are often a person's name.
  private static func anonymous(_ laptops: [LaptopReport]) -> [LaptopReport] {
    var numbers: [RowID?: Int] = [:]
    return laptops.map { laptop in
      var laptop = laptop
      numbers[laptop.team, default: 0] += 1
      laptop.label = "\(laptop.teamName ?? "—") #\(numbers[laptop.team] ?? 1)"
      laptop.holder = nil
      return laptop.telling(of: [])
    }
  }
}

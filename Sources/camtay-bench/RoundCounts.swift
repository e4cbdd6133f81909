/// What one round costs in syncs of the disk and bytes, counted through SQLite's file system.
struct RoundCounts {
  private static let visits = 20
  private var pair: CountedPair

  /// - Parameter count: how many scopes the laptop has.
  init(_ folder: BenchmarkFolder, scopes count: Int = 1) throws {
    pair = try CountedPair(folder, "round", scopes: count)
  }

  /// A round that brings everything up to date, one that hands over a day, one with nothing to say.
  mutating func figures() throws -> Figures {
    var figures = Figures()
    _ = try round()
    let syncs = pair.laptopFiles.counts.syncs
    for number in 0..<Self.visits { try pair.record(number) }
    figures.add(
      "act.syncs", Double(pair.laptopFiles.counts.syncs - syncs) / Double(Self.visits))
    let day = try round()
    figures.add("round.day_syncs_laptop", day.laptopSyncs)
    figures.add("round.day_syncs_centre", day.centreSyncs)
    figures.add("round.day_bytes", day.bytes)
    let idle = try round()
    figures.add("round.idle_syncs_laptop", idle.laptopSyncs)
    figures.add("round.idle_syncs_centre", idle.centreSyncs)
    figures.add("round.idle_bytes", idle.bytes)
    figures.add("round.idle_statements_centre", idle.centreStatements)
    return figures
  }

  /// The bytes of a round with nothing to say, one trip there and back, once every scope is up to
  /// date.
  mutating func idleBytes() throws -> Double {
    try pair.record(0)
    for _ in 0..<3 { _ = try round() }
    let idle = try round()
    precondition(!idle.hasMore, "an idle round is one trip")
    return idle.bytes
  }

  private struct Cost {
    var laptopSyncs: Double
    var centreSyncs: Double
    var bytes: Double
    var centreStatements: Double
    var hasMore: Bool
  }

  private mutating func round() throws -> Cost {
    let before = (pair.laptopFiles.counts.syncs, pair.centreFiles.counts.syncs)
    let steps = pair.centre.connection.counters.steps
    let (bytes, outcome) = try pair.exchange()
    return Cost(
      laptopSyncs: Double(pair.laptopFiles.counts.syncs - before.0),
      centreSyncs: Double(pair.centreFiles.counts.syncs - before.1),
      bytes: Double(bytes), centreStatements: Double(pair.centre.connection.counters.steps - steps),
      hasMore: outcome.hasMore)
  }
}

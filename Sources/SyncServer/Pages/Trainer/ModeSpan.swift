import FieldWork

/// How residents were helped in a period, and what they can do alone since, of one reading.
struct ModeSpan: Sendable {
  /// The assists of teams by mode; the order of the columns is that of `AssistMode`, then the others.
  let modes: SuppressedGrid
  /// The assists by whether the resident can do it alone next time.
  let alone: SuppressedCount

  private static let divisions: [[CountDimension]] = [
    [], [.team], [.mode], [.team, .mode], [.aloneNow],
  ]

  private init(
    _ groups: [[Count.Group]], total: CountNumbers, threshold: Int
  ) {
    func lines(_ groups: [Count.Group]) -> [SuppressedGrid.Line] {
      groups.map { SuppressedGrid.Line($0.keys[0], $0.numbers) }
    }
    modes = SuppressedGrid(
      rows: lines(groups[1]), columns: lines(groups[2]),
      cells: groups[3].map { ($0.keys[0], $0.keys[1], $0.numbers) }, total: total,
      threshold: threshold)
    alone = SuppressedCount(groups: groups[4], total: total, threshold: threshold)
  }

  /// Those of each of some periods.
  static func read(
    _ periods: [Period], _ reader: RecordReader, within reached: ReachedWork,
    threshold: Int = SuppressedCount.standardThreshold
  ) throws -> [ModeSpan] {
    guard periods.count > 1, let whole = wholeSpan(periods),
      let span = CountDimension.spans(of: periods[0].kind)
    else {
      return try periods.map { period in
        let counts = try reader.counts(reached.query(period, by: []), by: divisions)
        return ModeSpan(counts.map(\.groups), total: counts[0].total, threshold: threshold)
      }
    }
    // The records of all of them are read once.
    let counts = try reader.counts(
      reached.query(whole, by: []), by: divisions.map { [span] + $0 }
    ).map { Dictionary(grouping: $0.groups) { $0.keys[0] } }
    return periods.map { period in
      let groups = counts.map { $0[.date(period.from)] ?? [] }
      return ModeSpan(
        groups.map { groups in
          groups.map { Count.Group(keys: Array($0.keys.dropFirst()), numbers: $0.numbers) }
        }, total: groups[0].first?.numbers ?? CountNumbers(), threshold: threshold)
    }
  }

  /// The days from the first of some periods to the last; nil where they are not spans of one kind, as
  /// the calendar has them.
  private static func wholeSpan(_ periods: [Period]) -> Period? {
    let kind = periods.first?.kind
    guard periods.allSatisfy({ $0.kind == kind && Period($0.kind, holding: $0.from) == $0 }),
      let first = periods.map(\.from).min(), let last = periods.map(\.to).max()
    else { return nil }
    return try? Period(from: first, to: last)
  }
}

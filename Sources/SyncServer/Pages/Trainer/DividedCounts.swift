import FieldWork

/// What was counted of a period, divided in some ways, and the same of each of its months where it has
/// several: what they hide, the period must not give away.
struct DividedCounts: Sendable {
  let period: Period
  let total: CountNumbers
  /// By division, in the order in which they were asked for.
  let groups: [[Count.Group]]
  /// The earliest first.
  let months: [DividedCounts]

  /// Whether nothing was recorded in it.
  var isEmpty: Bool {
    total.standingAssists == 0 && total.visits ?? 0 == 0 && total.submissions ?? 0 == 0
  }
}

extension TrainerGrids {
  /// Counts each of some periods, divided in some ways; spans of one kind are read once.
  func divided(
    _ periods: [Period], by divisions: [[CountDimension]]
  ) throws -> [DividedCounts] {
    let all = [[]] + divisions
    guard periods.count > 1, let whole = Self.wholeSpan(periods),
      let span = CountDimension.spans(of: periods[0].kind)
    else { return try periods.map { try divided($0, by: all) } }
    let hasMonths = periods[0].hasMonths
    let counts = try counts(
      whole, by: all.map { [span] + $0 } + (hasMonths ? all.map { [.month] + $0 } : []))
    let bySpan = Self.parts(counts.prefix(all.count))
    let byMonth = Self.parts(counts.dropFirst(all.count))
    return periods.map { period in
      Self.part(period, bySpan, months: period.months.map { Self.part($0, byMonth) })
    }
  }

  private func divided(
    _ period: Period, by all: [[CountDimension]]
  ) throws -> DividedCounts {
    let counts = try counts(
      period, by: all + (period.hasMonths ? all.map { [.month] + $0 } : []))
    let byMonth = Self.parts(counts.dropFirst(all.count))
    return DividedCounts(
      period: period, total: counts[0].total,
      groups: counts[1..<all.count].map(\.groups),
      months: period.months.map { Self.part($0, byMonth) })
  }

  /// Groups by the span in which they are, for each division.
  private static func parts(_ counts: ArraySlice<Count>) -> [[CountKey: [Count.Group]]] {
    counts.map { Dictionary(grouping: $0.groups) { $0.keys[0] } }
  }

  private static func part(
    _ period: Period, _ parts: [[CountKey: [Count.Group]]], months: [DividedCounts] = []
  ) -> DividedCounts {
    let groups = parts.map { part in
      (part[.date(period.from)] ?? []).map {
        Count.Group(keys: Array($0.keys.dropFirst()), numbers: $0.numbers)
      }
    }
    var nothing = CountNumbers()
    (nothing.visits, nothing.submissions) = (0, 0)
    return DividedCounts(
      period: period, total: groups[0].first?.numbers ?? nothing, groups: Array(groups.dropFirst()),
      months: months)
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

/// What a period must hide of groups for the sake of its months.
struct HiddenInMonths<Key: Hashable> {
  private var covers: [Key: MonthCover] = [:]
  private let period: Period
  private let threshold: Int

  /// - Parameter months: each with the groups that it hides, and how many people these are.
  init(_ period: Period, _ months: [(month: Period, hidden: [Key: Int])], threshold: Int) {
    self.period = period
    self.threshold = threshold
    for (month, hidden) in months {
      for (key, people) in hidden {
        covers[key, default: MonthCover(threshold: threshold)].hide(month, of: people)
      }
    }
  }

  /// The groups that are hidden whatever their size.
  var untold: Set<Key> { Set(covers.filter { !$0.value.tells(period) }.keys) }

  /// How many people of each group its months do not tell of.
  var unknown: [Key: Int] { covers.mapValues { $0.people(in: period) } }
}

extension SuppressedNumber {
  /// The number as a period tells it: of a week in bands, since weeks lie across the edges of months; of
  /// several months at least what those tell, where it is hidden itself.
  func told(in period: Period, months: some Sequence<SuppressedNumber>) -> SuppressedNumber {
    if period.kind == .week { return inBands }
    guard self == .hidden else { return self }
    let least = months.reduce(0) { $0 + ($1.least ?? 0) }
    return least > 0 ? .atLeast(least) : .hidden
  }

  /// Whether it is told as one number.
  var isShown: Bool { if case .shown = self { true } else { false } }
}

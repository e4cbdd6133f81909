import FieldWork
import Listings
import Pages
import SyncProtocol

/// A group of a report.
struct ReportRow: Sendable {
  /// Where it stands, one key for each dimension.
  let keys: [CountKey]
  /// The same in words.
  let labels: [BilingualText]
  /// Its numbers.
  let numbers: CountNumbers
  /// Whether nothing is known of it, because nobody who could tell has reported: this is not 0.
  let isUnknown: Bool
}

/// What is only asked for, in words.
struct ReportFilter: Sendable {
  /// Along which dimension.
  let dimension: CountDimension
  /// What people call it.
  let words: BilingualText
}

/// A report: the numbers of a question with all that must be known about them.
struct CountReport: Sendable {
  /// When it was counted.
  let asOf: LocalDateTime
  /// Which laptops it covers.
  let coverage: Coverage
  /// The numbers.
  let count: Count
  /// Its groups.
  let rows: [ReportRow]
  /// What alone was asked for.
  let filters: [ReportFilter]
  /// What waits for a ruling, and is in no number; nil for whoever clears nothing.
  let awaited: AwaitedRulings?
  /// What is left out because nobody can tell in which unit it lies.
  let undecided: [BilingualText]
  /// That its month is closed, and what came late to closed months.
  let closing: [BilingualText]
  /// Assists in no period; nil for whoever does not see the whole centre.
  let undatedAssists: Int?

  /// Counts, as far as somebody's rights reach.
  ///
  /// Inspected before it is counted, so that the coverage never claims more than the count has.
  static func gather(
    _ question: ReportQuestion, _ centre: Centre, now: LocalDateTime, within reached: ReachedWork
  ) throws -> CountReport {
    try gather(question, dividedBy: [], centre, now: now, within: reached) { _, _, _ in }.report
  }

  /// The same with the numbers of the period divided in further ways, all of one reading.
  ///
  /// - Parameter further: what is made of the divisions, in the order in which they are asked for.
  static func gather<Further: Sendable>(
    _ question: ReportQuestion, dividedBy divisions: [CountDimension], _ centre: Centre,
    now: LocalDateTime, within reached: ReachedWork,
    _ further: (RecordReader, CountQuery, ArraySlice<Count>) throws -> Further
  ) throws -> (report: CountReport, further: Further) {
    let period = question.choice.period
    let coverage = try centre.inspect { records in
      try Coverage(
        of: period, today: now.date,
        LaptopReport.gather(records.store).filter(reached.covers), CentreShortfall(records.store)
      ).awaiting(
        records.awaitedRulings(in: period, where: reached.holds(scope:)),
        isTold: reached.clearsRecords)
    }
    return try centre.read { reader in
      try question.checkUnits(reader, within: reached)
      let query = question.query(within: reached)
      let counts = try centre.countShelf.counts(
        query, by: [query.dimensions] + divisions.map { [$0] }, reader)
      let count = counts[0]
      let labels = CountLabels(reader, query.frame)
      let report = CountReport(
        asOf: now, coverage: coverage, count: count,
        rows: try rows(question, count, coverage, labels, reader, within: reached),
        filters: try question.filters.map { filter in
          ReportFilter(
            dimension: filter.dimension,
            words: try words(of: filter.key, along: filter.dimension, labels, in: count))
        },
        awaited: coverage.awaited, undecided: query.territory?.undecidedLines ?? [],
        closing: reached.clearsRecords ? try ClosedMonths(beside: query, reader).words : [],
        undatedAssists: reached.isEverything ? count.undatedAssists : nil)
      return (report, try further(reader, query, counts.dropFirst()))
    }
  }

  private static func rows(
    _ question: ReportQuestion, _ count: Count, _ coverage: Coverage, _ labels: CountLabels,
    _ reader: RecordReader, within reached: ReachedWork
  ) throws -> [ReportRow] {
    // Teams that did nothing, and those that nobody has heard of, have a line of their own.
    if question.dimensions == [.team], question.filters.isEmpty {
      return try CoordinatorReport.keyedTeams(count.groups, coverage, reader, within: reached).map {
        ReportRow(
          keys: [$0.key], labels: [$0.team.label], numbers: $0.team.numbers,
          isUnknown: $0.team.isUnknown)
      }
    }
    return try count.groups.map { group in
      ReportRow(
        keys: group.keys,
        labels: try zip(group.keys, question.dimensions).map {
          try labels.words(of: $0, along: $1)
        }, numbers: group.numbers, isUnknown: false)
    }
  }

  /// A record that is in no number here is not named: an address may ask for any.
  static func words(
    of key: CountKey, along dimension: CountDimension, _ labels: CountLabels, in count: Count
  ) throws -> BilingualText {
    let isHere = CountedNumber.ofGroups.contains { ($0.value(of: count.total) ?? 0) > 0 }
    if dimension.namesRecords, !isHere, let row = key.row {
      return BilingualText(same: "#\(row.rawValue)")
    }
    return try labels.words(of: key, along: dimension)
  }
}

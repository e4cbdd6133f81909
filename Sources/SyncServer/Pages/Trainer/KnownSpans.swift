import FieldWork
import SyncProtocol

/// Of which spans anything is known. Where nothing was recorded, a span before the first record and
/// one after the last report are unknown, which is not 0.
struct KnownSpans: Sendable {
  /// Why nothing is known of a span.
  enum Gap: Sendable {
    /// Nobody had recorded anything yet.
    case noRecord
    /// No laptop has reported of it.
    case noReport
  }

  /// The day of the first record; nil where the spans themselves tell.
  private let first: LocalDate?
  /// The last day of which laptops have reported, by team.
  private let reported: [RowID?: LocalDate]

  /// - Parameter team: the one that the spans are of; nil for all within reach.
  init(
    of team: RowID? = nil, _ laptops: [LaptopReport], _ reader: RecordReader,
    within reached: ReachedWork
  ) throws {
    first = try team != nil || reached.isEverything ? reader.firstStandingVisitDay(of: team) : nil
    reported = laptops.filter { reached.covers($0) && $0.setback == nil }.reduce(into: [:]) {
      days, laptop in
      guard let day = laptop.reportedThrough?.date else { return }
      days[laptop.team] = max(days[laptop.team] ?? day, day)
    }
  }

  /// What is missing of spans, the earliest first; nil where something is known.
  ///
  /// - Parameters:
  ///   - spans: each with whether nothing was recorded in it.
  ///   - team: the one that they are of; nil for all.
  func gaps(_ spans: [(span: Period, isEmpty: Bool)], of team: RowID? = nil) -> [Gap?] {
    let last = team.map { reported[$0] } ?? reported.values.max()
    var isKnown = false
    return spans.map { span, isEmpty in
      isKnown = isKnown || !isEmpty || first.map { $0 <= span.to } ?? false
      guard isEmpty else { return nil }
      guard isKnown else { return .noRecord }
      return last.map { $0 < span.from } ?? true ? .noReport : nil
    }
  }

  /// The same of one span.
  func gap(_ span: Period, isEmpty: Bool, of team: RowID? = nil) -> Gap? {
    gaps([(span, isEmpty)], of: team).first.flatMap(\.self)
  }
}

extension TrainerWords {
  /// What a reader must know about a span; nil for nothing.
  static func note(_ gap: KnownSpans.Gap?, isRunning: Bool) -> BilingualText? {
    switch gap {
    case .noRecord: BilingualText(vi: "chưa có bản ghi nào", en: "no record yet, which is not 0")
    case .noReport:
      BilingualText(vi: "chưa máy nào gửi số liệu", en: "no laptop has reported, which is not 0")
    case nil:
      isRunning ? BilingualText(vi: "chưa hết kỳ", en: "not over") : nil
    }
  }
}

extension PageRequest {
  /// Which spans anything is known of.
  func knownSpans(of team: RowID? = nil, within reached: ReachedWork) throws -> KnownSpans {
    try centre.inspect { records in
      try KnownSpans(
        of: team, LaptopReport.gather(records.store), records.reader, within: reached)
    }
  }
}

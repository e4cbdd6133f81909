import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// What came in of one laptop since a time, and what of it somebody still has to clear.
struct InboxLine: Sendable {
  /// The laptop.
  let standing: LaptopStanding
  /// What came in of it, by whatever way.
  let came: HandOver
  /// Operations of it that came since then and are merged.
  let merged: Int64
  /// Operations of it that wait for missing batches, whenever they came.
  let held: Int64
  /// What it wrote that waits for a ruling.
  let reviews: Int
  /// Visits recorded there that were sent back and written to since: they are to be looked at again.
  let mended: Int
  /// Conflicts in which it wrote a value.
  let conflicts: Int
  /// Whether it had a round of its own since then.
  let hasReported: Bool

  /// Whether somebody has to clear something of it.
  var isToClear: Bool {
    held > 0 || reviews > 0 || mended > 0 || conflicts > 0 || came.asideBatches > 0
      || came.refusedBatches > 0
  }

  /// Whether anything new came in of it.
  var hasNews: Bool { came.newBatches > 0 }

  /// The laptops within reach: first those of which something is to be cleared, then those that
  /// reported, then those that did not; each by label.
  static func gather(
    _ records: FieldStore, since start: Timestamp, within reached: ReachedWork
  ) throws -> [InboxLine] {
    let store = records.store
    let came = try store.handOvers(since: start)
    let waiting = try store.waitingOperations(since: start)
    var writers = DotWriters(store)
    let reviews = try openReviews(store, reached)
    let mended = try mendedVisits(records, reached)
    let conflicts = try openConflicts(store, reached, &writers)
    let lines = try LaptopStanding.gather(store).filter { reached.holds($0.report) }.map { laptop in
      let replica = laptop.report.replica
      let came = came[replica] ?? HandOver()
      return InboxLine(
        standing: laptop, came: came,
        merged: max(0, came.newOperations - (waiting[replica]?.late ?? 0)),
        held: waiting[replica]?.all ?? 0, reviews: reviews[replica] ?? 0,
        mended: mended[replica] ?? 0, conflicts: conflicts[replica] ?? 0,
        hasReported: laptop.report.lastRound.map { $0 >= LocalDateTime(time: start) } ?? false)
    }
    // By label within each.
    return (0...3).flatMap { place in lines.filter { $0.place == place } }
  }

  /// Its place in the list.
  private var place: Int {
    if isToClear { return 0 }
    if hasReported || hasNews { return 1 }
    return standing.report.fate == nil ? 2 : 3
  }

  private static func openReviews(
    _ store: Store, _ reached: ReachedWork
  ) throws -> [ReplicaID: Int] {
    var counts: [ReplicaID: Int] = [:]
    for found in try store.openReviewCounts() where reached.holds(scope: found.scope) {
      counts[found.laptop, default: 0] += found.count
    }
    return counts
  }

  /// As the list of the review has them.
  private static func mendedVisits(
    _ records: FieldStore, _ reached: ReachedWork
  ) throws -> [ReplicaID: Int] {
    let query = try ReviewQuery(mendedWithin: reached, records)
    let visits = try query.visits(
      records.store.connection, .latestArrival, limit: .max, offset: 0)
    return Dictionary(visits.map { ($0.replica, 1) }, uniquingKeysWith: +)
  }

  private static func openConflicts(
    _ store: Store, _ reached: ReachedWork, _ writers: inout DotWriters
  ) throws -> [ReplicaID: Int] {
    var counts: [ReplicaID: Int] = [:]
    for outline in try store.conflictOutlines() where reached.holds(scope: outline.scope) {
      let laptops = Set(try outline.dots.map { try writers.laptop(of: $0) })
      for laptop in laptops { counts[laptop, default: 0] += 1 }
    }
    return counts
  }
}

/// How a laptop stands in the inbox, as the list filters by it; raw values stand in addresses.
enum InboxState: String, CaseIterable, Sendable {
  /// Somebody has to clear something of it.
  case toClear = "clear"
  /// It reported since then.
  case reported
  /// It did not.
  case missing
  /// Something new came in of it.
  case news
  /// Something of it waits for what is missing.
  case held
  /// Something of it waits for a ruling.
  case review
  /// A visit of it came back mended.
  case mended
  /// A value of it is in conflict.
  case conflict

  func holds(_ line: InboxLine) -> Bool {
    switch self {
    case .toClear: line.isToClear
    case .reported: line.hasReported
    case .missing: !line.hasReported
    case .news: line.hasNews
    case .held: line.held > 0
    case .review: line.reviews > 0
    case .mended: line.mended > 0
    case .conflict: line.conflicts > 0
    }
  }
}

/// Since when the inbox tells what came in: a whole hour, as the centre keeps it.
struct InboxStart: Sendable {
  /// The hour's beginning.
  let time: Timestamp

  /// The last 24 hours, unless a day or an hour is asked for; an hour alone is its latest one.
  init(day: LocalDate?, hour: Int?, now: LocalDateTime) {
    let local: LocalDateTime
    switch (day, hour) {
    case (nil, nil):
      local = LocalDateTime(now.date.adding(days: -1), minuteOfDay: now.minuteOfDay / 60 * 60)
    case (nil, let hour?):
      let day = hour * 60 > now.minuteOfDay ? now.date.adding(days: -1) : now.date
      local = LocalDateTime(day, minuteOfDay: hour * 60)
    case (let day?, let hour): local = LocalDateTime(day, minuteOfDay: (hour ?? 0) * 60)
    }
    time = Timestamp(rawValue: local.milliseconds)
  }

  /// What an address asks for; the last 24 hours where it asks for nothing.
  init(_ query: NamedValues, now: LocalDateTime) {
    var filters: [String: String] = [:]
    for name in ["since", "hour"] { filters[name] = query[name] }
    self = InboxStart(filters, now: now) ?? InboxStart(day: nil, hour: nil, now: now)
  }

  /// What the filters of a list ask for; nil where they ask for no time.
  init?(_ filters: [String: String], now: LocalDateTime) {
    let day = filters["since"].flatMap { PageList<InboxLine>.Filter.day($0) }
    let hour = filters["hour"].flatMap { Int($0) }.flatMap { (0...23).contains($0) ? $0 : nil }
    guard day != nil || hour != nil else { return nil }
    self.init(day: day, hour: hour, now: now)
  }

  /// The filters that ask for it, for an address.
  var query: String {
    let local = LocalDateTime(time: time)
    return "since=\(local.date.iso)&hour=\(local.minuteOfDay / 60)"
  }

  /// In words.
  var words: BilingualText { BilingualText(same: Format.dateTime(LocalDateTime(time: time))) }
}

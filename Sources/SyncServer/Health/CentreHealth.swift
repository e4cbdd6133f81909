import FieldWork
import Listings
import Replica
import SyncProtocol

/// How the centre itself stands: what `status` says, what monitors watch, and what has to be done by
/// a day.
struct CentreHealth: Sendable {
  /// An erasure that some laptop has yet to carry out.
  struct Erasure: Sendable {
    /// The code of who is erased.
    let code: String
    /// The day it was asked for.
    let asked: LocalDate
    /// The day by which it must have been answered: two working days.
    let answerBy: LocalDate
    /// The day by which it must be done everywhere: fifteen working days.
    let doneBy: LocalDate
    /// Laptops that have not confirmed, by label.
    let outstanding: [String]
    /// Laptops of which nobody can tell.
    let doubtful: [String]
  }

  /// Drills that the page shows.
  static let shownDrills = 10
  /// Working days in which an erasure is answered, and in which it is done.
  static let erasureDays = (answer: 2, done: 15)

  let status: CentreStatus
  let metrics: CentreMetrics
  let concerns: [CentreConcern]
  /// Times when the centre's own rows were wrong, and were mended.
  let ownIncidents: Int64
  /// Batches of laptops that were taken in within the last hour, and within the last day.
  let taken: (hour: Int64, day: Int64)
  let clock: CentreClock
  /// The version of the registry of synced tables that this program writes.
  let schemaVersion: UInt64
  /// Laptops that know an older one.
  let olderLaptops: [String]
  let erasures: [Erasure]
  /// The last time that the store was checked by a page or a command; nil for never.
  let lastCheck: AuditEntry?
  /// The last restore drills, the latest first.
  let drills: [RestoreDrill]
}

extension Centre {
  /// How the centre itself stands, from one function for pages and commands; its numbers are of what
  /// is within reach.
  func health(within reached: ReachedWork = .everything) throws -> CentreHealth {
    let wall = surroundings.clock().wall
    let version = try inspect { $0.store.schema.version }
    let fates = try laptopFates()
    let older = try laptops().filter { peer in
      fates[peer.replica] == nil
        && peer.schemaVersion.map { UInt64(clamping: $0) < version } ?? false
    }
    return CentreHealth(
      status: try status(), metrics: try CentreMetrics(self, within: reached),
      concerns: try concerns(),
      ownIncidents: Int64(try inspect { try $0.store.incidentCount() }),
      taken: (try taken(since: wall, minus: 3_600_000), try taken(since: wall, minus: 86_400_000)),
      clock: try clockCheck(), schemaVersion: version, olderLaptops: older.map(\.label),
      erasures: try waitingErasures(), lastCheck: try lastStoreCheck(),
      drills: try drills(limit: CentreHealth.shownDrills))
  }

  private func taken(since wall: Timestamp, minus milliseconds: Int64) throws -> Int64 {
    try read { reader in
      try reader.connection.integer(
        "SELECT count(*) FROM batch WHERE replica > 255 AND received > ?",
        .integer(wall.rawValue - milliseconds))
    }
  }

  /// The erasures that some laptop has yet to carry out, the earliest first.
  private func waitingErasures() throws -> [CentreHealth.Erasure] {
    let place = settings.place.code
    return try inspect { records in
      let calendar = try records.reader.calendars().calendar(of: place)
      return try ErasureProgress.all(records.store).filter(\.progress.needsAttention)
        .map { state, progress in
          let asked =
            state.requested.map { LocalDate(daysSince1970: Int(clamping: $0)) }
            ?? LocalDateTime(time: state.ordered).date
          return CentreHealth.Erasure(
            code: try records.subject(of: state).code, asked: asked,
            answerBy: calendar.day(CentreHealth.erasureDays.answer, after: asked),
            doneBy: calendar.day(CentreHealth.erasureDays.done, after: asked),
            outstanding: progress.labels(.outstanding),
            doubtful: progress.labels(.doubtful(.copied)))
        }.sorted { ($0.asked, $0.code) < ($1.asked, $1.code) }
    }
  }
}

extension WorkingCalendar {
  /// The day so many working days after another one.
  func day(_ count: Int, after first: LocalDate) -> LocalDate {
    (0..<count).reduce(first) { day, _ in workingDay(onOrAfter: day.adding(days: 1)) }
  }
}

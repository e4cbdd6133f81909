import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// How the centre stands in numbers that a monitor watches: no number in it is anybody's.
struct CentreMetrics: Sendable {
  let place: String
  let placeName: String
  /// Laptops of which something is expected.
  let laptops: Int
  /// Of them, those that have ever handed everything over.
  let reported: Int
  /// Of them, those that have not for more than `LaptopStanding.silentDays`, or never.
  let silent: Int
  /// What `status` and the page about the centre's health tell too.
  let counts: CentreCounts

  /// Reads those of what is within reach.
  init(_ centre: Centre, within reached: ReachedWork = .everything) throws {
    let today = LocalDateTime(time: centre.surroundings.clock().wall).date
    let awaited = try centre.inspect { try LaptopStanding.gather($0.store) }
      .filter { $0.report.fate == nil && reached.holds($0.report) }
    place = centre.settings.place.code
    placeName = centre.settings.place.name
    laptops = awaited.count
    reported = awaited.count { $0.report.reportedThrough != nil }
    silent = awaited.count {
      !$0.states(on: today).isDisjoint(with: [.silent, .neverReported])
    }
    counts = try CentreCounts(centre, within: reached)
  }

  /// With stable keys.
  var json: JSONValue {
    [
      "place": .text(place), "place_name": .text(placeName),
      "laptops": .integer(Int64(laptops)), "laptops_reported": .integer(Int64(reported)),
      "laptops_silent": .integer(Int64(silent)), "held_batches": .integer(counts.heldBatches),
      "open_reviews": .integer(counts.openReviews), "conflicts": .integer(counts.conflicts),
      "refusals": .integer(orNull: counts.refusals),
      "merged_batches": .integer(orNull: counts.mergedBatches),
      "last_backup": .text(orNull: counts.lastBackup.map { LocalDateTime(time: $0).iso }),
      "free_disk_bytes": .integer(orNull: counts.freeDiskBytes),
    ]
  }

  /// What stands in `json`.
  static let schema = AnswerSchema.object([
    .init("place", .text, "The national code of the centre's place."),
    .init("place_name", .text, ""),
    .init("laptops", .integer, "Laptops of which something is expected."),
    .init("laptops_reported", .integer, "Those that have ever handed everything over."),
    .init("laptops_silent", .integer, "Those that have not for more than 7 days, or never."),
    .init("held_batches", .integer, "Batches that wait for something missing."),
    .init("open_reviews", .integer, "Writes that await a ruling."),
    .init("conflicts", .integer, "Fields with several values."),
    .init(
      "refusals", .optional(.integer), "Batches that were refused; null for a part of the centre."),
    .init(
      "merged_batches", .optional(.integer),
      "Since the beginning; null for a part of the centre."),
    .init("last_backup", .optional(.minute), "The last one off this machine that was verified."),
    .init("free_disk_bytes", .optional(.integer), ""),
  ])

  /// The text that Prometheus reads (exposition format 0.0.4).
  ///
  /// - Parameter queue: rounds that wait to be merged, and their bytes; nil for a part of the centre.
  func prometheusText(queue: (rounds: Int, bytes: Int)?) -> String {
    let gauges: [(name: String, help: String, value: Int64?)] = [
      ("camtay_laptops", "Laptops of which something is expected", Int64(laptops)),
      ("camtay_laptops_reported", "Laptops that have ever reported in full", Int64(reported)),
      (
        "camtay_laptops_silent",
        "Laptops without a report for over \(LaptopStanding.silentDays) days, or ever",
        Int64(silent)
      ),
      ("camtay_held_batches", "Batches that wait for something missing", counts.heldBatches),
      ("camtay_open_reviews", "Writes that await a ruling", counts.openReviews),
      ("camtay_conflicts", "Fields with several values", counts.conflicts),
      (
        "camtay_round_queue_rounds", "Rounds that wait to be merged", queue.map { Int64($0.rounds) }
      ),
      (
        "camtay_round_queue_bytes", "Bytes of rounds that wait to be merged",
        queue.map { Int64($0.bytes) }
      ),
      (
        "camtay_last_backup_timestamp_seconds",
        "When the last backup off this machine was verified",
        counts.lastBackup.map { $0.rawValue / 1000 }
      ),
      ("camtay_free_disk_bytes", "Bytes free on the disk of the store", counts.freeDiskBytes),
    ]
    let counters: [(name: String, help: String, value: Int64?)] = [
      (
        "camtay_merged_batches_total", "Batches merged; its rate is the merge rate",
        counts.mergedBatches
      ),
      ("camtay_refusals_total", "Batches refused", counts.refusals),
    ]
    // A number that is not known has no line: 0 would be a lie.
    let lines = [("gauge", gauges), ("counter", counters)].flatMap { type, metrics in
      metrics.compactMap { metric in
        metric.value.map { Self.lines(metric.name, type, metric.help, $0) }
      }
    }
    return lines.joined()
  }

  private static func lines(
    _ name: String, _ type: String, _ help: String, _ value: Int64
  ) -> String {
    "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n\(name) \(value)\n"
  }
}

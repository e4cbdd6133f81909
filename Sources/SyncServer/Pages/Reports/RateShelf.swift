import FieldWork
import Foundation
import SyncProtocol
import Web

/// Rates that were counted already, for as long as nothing is recorded: those of a province take
/// seconds, and their lists are opened page by page.
final class RateShelf: Sendable {
  /// What was asked.
  struct Asked: Hashable, Sendable {
    let rates: [String]
    let query: CountQuery
    let division: CountDimension?
    /// Whether somebody asks who sees the whole centre: of one unit they are told of parts beyond it.
    let isWhole: Bool
    /// The laptops of which something is expected, and those that have reported.
    let laptops: [ReplicaID]
    let reported: [String]
    /// When, in steps of `RateShelf.minutes`: what is overdue changes with the hour.
    let minutes: Int
  }

  /// What was counted is shown for so many minutes.
  static let minutes = 10

  private let shelf = Shelf<Asked, RateCount.Counted>(maximumCount: 8)

  func value(
    for asked: Asked, _ reader: RecordReader, _ make: () throws -> RateCount.Counted
  ) throws -> RateCount.Counted {
    try shelf.value(for: asked, reader, make)
  }

  /// Begins to count those of the month before anybody asks, where it takes long.
  func prepare(_ reader: RecordReader, of centre: Centre) throws {
    guard try reader.hasMoreVisits(than: FlagShelf.foundAtOnce) else { return }
    Thread.detachNewThread {
      let now = LocalDateTime(time: centre.surroundings.clock().wall)
      _ = try? centre.beside {
        try RateCount(
          Rate.all,
          RateQuestion(
            NamedValues(), ofUnit: nil, centre.settings, today: now.date, within: .everything),
          centre, now: now, within: .everything)
      }
    }
  }
}

import FieldWork
import Replica
import Synchronization
import SyncProtocol

/// The flags of periods that somebody looked at, for as long as nothing comes in: a campaign's week
/// takes seconds to look through, and its lists are opened page by page.
final class FlagShelf: Sendable {
  private static let maximumCount = 4

  private struct Kept {
    let stamp: Int64
    let sheet: FlagSheet
  }

  private let kept = Mutex<[Kept]>([])

  /// The flags of a period.
  func sheet(_ period: Period, _ reader: RecordReader) throws -> FlagSheet {
    // Whatever is written at the centre, or comes to it, is a batch of its log.
    let stamp = try reader.connection.integer("SELECT coalesce(max(position), 0) FROM batch")
    if let known = kept.withLock({ $0.first { $0.stamp == stamp && $0.sheet.period == period } }) {
      return known.sheet
    }
    let sheet = try reader.flagSheet(period)
    kept.withLock { kept in
      kept.removeAll { $0.stamp != stamp }
      if kept.count >= Self.maximumCount { kept.removeFirst() }
      kept.append(Kept(stamp: stamp, sheet: sheet))
    }
    return sheet
  }
}

extension Centre {
  /// The flags of a period.
  func flags(_ period: Period) throws -> FlagSheet {
    try read { try flagShelf.sheet(period, $0) }
  }
}

import FieldWork
import Replica
import Synchronization
import SyncProtocol

/// Pairs that were looked for already, for as long as nothing comes in: comparing a commune's register
/// takes a second, and its list is opened page by page.
final class DuplicateShelf: Sendable {
  private static let maximumCount = 8
  /// More residents than this are looked through commune by commune: 120 MB of memory.
  static let residentLimit = 400_000

  private struct Kept {
    let stamp: Int64
    let kind: DuplicateKind
    let unit: String?
    let day: LocalDate
    let open: OpenDuplicates
  }

  private let kept = Mutex<[Kept]>([])

  /// The pairs of a commune, or of the whole centre; nil where that is too much at once.
  func pairs(
    _ kind: DuplicateKind, inUnit unit: String?, on day: LocalDate, _ reader: RecordReader
  ) throws -> OpenDuplicates? {
    // Whatever is written at the centre, or comes to it, is a batch of its log.
    let stamp = try reader.connection.integer("SELECT coalesce(max(position), 0) FROM batch")
    let known = kept.withLock {
      $0.first { $0.stamp == stamp && $0.kind == kind && $0.unit == unit && $0.day == day }
    }
    if let known { return known.open }
    guard try unit != nil || reader.residentCount() <= Self.residentLimit else { return nil }
    let open =
      switch kind {
      case .resident: try reader.openDuplicates(inUnit: unit)
      case .household: try reader.openDuplicateHouseholds(inUnit: unit, on: day)
      }
    kept.withLock { kept in
      kept.removeAll { $0.stamp != stamp }
      if kept.count >= Self.maximumCount { kept.removeFirst() }
      kept.append(Kept(stamp: stamp, kind: kind, unit: unit, day: day, open: open))
    }
    return open
  }
}

/// What may be recorded twice; raw values stand in addresses.
enum DuplicateKind: String, CaseIterable, Sendable {
  case resident
  case household

  /// The kind of their codes.
  var record: RecordCode.Kind {
    switch self {
    case .resident: .resident
    case .household: .household
    }
  }

  /// What people call them.
  var words: BilingualText {
    switch self {
    case .resident: BilingualText(vi: "người dân", en: "residents")
    case .household: BilingualText(vi: "hộ", en: "households")
    }
  }
}

import FieldWork
import Replica
import SyncProtocol

/// One laptop with all that the centre knows of how it stands, and whether somebody should look.
package struct LaptopStanding: Sendable {
  /// Days of silence after which somebody should ask.
  static let silentDays = 7
  /// What a clock may be off without a word.
  static let clockToleranceMilliseconds: Int64 = 2 * 60_000

  /// What is known of it in every report.
  package private(set) var report: LaptopReport
  /// When it was enrolled.
  let enrolled: LocalDateTime
  /// Bytes free on its disk in its last round; nil when it never came.
  let freeDiskBytes: Int64?
  /// Whether its data are known to have been copied or put back.
  let isCopied: Bool
  /// Batches that it closed and that are missing here while others wait for them.
  let missing: [Hold]
  /// Missing batches of others that its own wait for.
  let awaited: [Hold]
  /// Numbers of its packs that never came though a later one did.
  let skippedPacks: [UInt64]

  /// Every enrolled laptop, by label.
  package static func gather(_ store: Store) throws -> [LaptopStanding] {
    let reports = try LaptopReport.gather(store, withSettled: true)
    let peers = Dictionary(
      try store.peers().map { ($0.replica, $0) }, uniquingKeysWith: { first, _ in first })
    let copied = try store.copiedLaptops()
    let holds = try store.holds()
    let skipped = try CourierBook(store).skipped()
    return reports.compactMap { report in
      peers[report.replica].map { peer in
        LaptopStanding(
          report: report, enrolled: LocalDateTime(time: peer.enrolled),
          freeDiskBytes: peer.freeDiskBytes,
          isCopied: copied.contains(report.replica) && report.fate == nil,
          missing: holds.filter { $0.missing.replica == report.replica },
          awaited: holds.filter {
            $0.missing.replica != report.replica && $0.waiting.contains(report.replica)
          }, skippedPacks: skipped[report.replica] ?? [])
      }
    }
  }

  /// The same for somebody who may know of these laptops alone.
  func telling(of labels: Set<String>) -> LaptopStanding {
    var standing = self
    standing.report = report.telling(of: labels)
    return standing
  }

  /// Days since it last had nothing left to hand over; nil when it never had.
  func daysSilent(on today: LocalDate) -> Int? {
    report.reportedThrough.map { max(0, $0.date.days(until: today)) }
  }

  /// Milliseconds its clock is off; nil where that is unknown or within what a clock may be off.
  var wrongClock: Int64? {
    report.clockOffsetMilliseconds.flatMap {
      $0.magnitude > Self.clockToleranceMilliseconds.magnitude ? $0 : nil
    }
  }

  /// Everything that can be said of it.
  func states(on today: LocalDate) -> Set<LaptopState> {
    var states: Set<LaptopState> = []
    switch report.fate {
    case .lost(_, let isStillHeard):
      states.insert(.lost)
      if isStillHeard { states.insert(.needsSomebody) }
    case .replaced:
      states.insert(.replaced)
      if !(report.fate?.isSettled ?? false) { states.insert(.needsSomebody) }
    case nil:
      if report.reportedThrough == nil { states.insert(.neverReported) }
      if let days = daysSilent(on: today), days > Self.silentDays { states.insert(.silent) }
      if wrongClock != nil { states.insert(.wrongClock) }
      if report.setback != nil || isCopied { states.insert(.needsSomebody) }
    }
    if !states.isDisjoint(with: [.neverReported, .silent]) { states.insert(.unheard) }
    if !missing.isEmpty || !awaited.isEmpty { states.insert(.gap) }
    if !states.isDisjoint(with: [.neverReported, .silent, .wrongClock, .gap]) {
      states.insert(.needsSomebody)
    }
    return states
  }

  /// Whether somebody should look at it.
  func needsSomebody(on today: LocalDate) -> Bool { states(on: today).contains(.needsSomebody) }
}

/// How a laptop stands, as lists filter by it; raw values stand in addresses.
enum LaptopState: String, CaseIterable, Sendable {
  /// Somebody should look at it, for whatever reason.
  case needsSomebody = "attention"
  /// It has never handed over everything.
  case neverReported = "never"
  /// Nothing for more than a week.
  case silent
  /// One or the other of these: nothing is heard of it.
  case unheard
  /// Its clock is more than two minutes off.
  case wrongClock = "clock"
  /// Something of it is missing here, or waits for what is missing.
  case gap
  /// It was declared lost.
  case lost
  /// Another took its place.
  case replaced
}

/// Makes repeated wrong tries slow: some are free, then each failure doubles the wait.
///
/// Kept in memory: a restart forgives. Bounded in size, so that tries from many addresses cannot
/// fill the memory. Callers keep it behind a `Mutex` and hand in a clock that never jumps.
package struct AttemptLimiter: Sendable {
  private struct Entry {
    var failures: Int
    var lastMilliseconds: Int64
    var notBeforeMilliseconds: Int64
  }

  private static let firstWaitMilliseconds: Int64 = 1_000
  private static let longestWaitMilliseconds: Int64 = 15 * 60_000
  /// Silence after which failures are forgotten.
  private static let memoryMilliseconds: Int64 = 3_600_000

  private let freeFailures: Int
  private let maximumCount: Int
  private var entries: [String: Entry] = [:]

  /// - Parameters:
  ///   - freeFailures: failures before the first wait.
  ///   - maximumCount: how many keys are remembered.
  package init(freeFailures: Int, maximumCount: Int = 10_000) {
    self.freeFailures = freeFailures
    self.maximumCount = max(1, maximumCount)
  }

  /// Milliseconds until the key may try again; 0 when it may now.
  package func wait(_ key: String, now: Int64) -> Int64 {
    guard let entry = entries[key] else { return 0 }
    return max(0, entry.notBeforeMilliseconds - now)
  }

  /// Notes a failure.
  package mutating func fail(_ key: String, now: Int64) {
    if entries[key] == nil, entries.count >= maximumCount { makeRoom(now) }
    var entry =
      entries[key] ?? Entry(failures: 0, lastMilliseconds: now, notBeforeMilliseconds: 0)
    if now - entry.lastMilliseconds > Self.memoryMilliseconds { entry.failures = 0 }
    entry.failures += 1
    entry.lastMilliseconds = now
    let counted = entry.failures - freeFailures
    if counted > 0 {
      let wait = Self.firstWaitMilliseconds << Int64(min(counted - 1, 20))
      entry.notBeforeMilliseconds = now + min(wait, Self.longestWaitMilliseconds)
    }
    entries[key] = entry
  }

  /// Forgets the failures of a key that succeeded.
  package mutating func succeed(_ key: String) { entries.removeValue(forKey: key) }

  private mutating func makeRoom(_ now: Int64) {
    entries = entries.filter { now - $0.value.lastMilliseconds <= Self.memoryMilliseconds }
    while entries.count >= maximumCount {
      let oldest = entries.min {
        ($0.value.lastMilliseconds, $0.key) < ($1.value.lastMilliseconds, $1.key)
      }
      guard let oldest else { return }
      entries.removeValue(forKey: oldest.key)
    }
  }
}

/// Bounds how often something is done under a key within a span of time, such as forms of one address.
///
/// Kept in memory: a restart forgives. Bounded in size, so that many keys cannot fill the memory.
/// Callers keep it behind a `Mutex` and hand in a clock that never jumps.
package struct RateWindow: Sendable {
  private struct Entry {
    var begun: Int64
    var count: Int
  }

  private let limit: Int
  private let spanMilliseconds: Int64
  private let maximumKeys: Int
  private var entries: [String: Entry] = [:]

  /// - Parameters:
  ///   - limit: how often within a span.
  ///   - spanMilliseconds: how long a span is, from the first time in it.
  ///   - maximumKeys: how many keys are remembered; beyond them nobody new is let in until a span ends.
  package init(limit: Int, spanMilliseconds: Int64, maximumKeys: Int = 10_000) {
    self.limit = max(1, limit)
    self.spanMilliseconds = max(1, spanMilliseconds)
    self.maximumKeys = max(1, maximumKeys)
  }

  /// Counts one more under a key: milliseconds to wait where that is too often, which then counts
  /// nothing; 0 where it is not.
  package mutating func take(_ key: String, now: Int64) -> Int64 {
    if let entry = entries[key], now - entry.begun < spanMilliseconds {
      guard entry.count < limit else { return entry.begun + spanMilliseconds - now }
      entries[key]?.count += 1
      return 0
    }
    if entries[key] == nil, entries.count >= maximumKeys {
      entries = entries.filter { now - $0.value.begun < spanMilliseconds }
      guard entries.count < maximumKeys else {
        let oldest = entries.values.map(\.begun).min() ?? now
        return max(1, oldest + spanMilliseconds - now)
      }
    }
    entries[key] = Entry(begun: now, count: 1)
    return 0
  }
}

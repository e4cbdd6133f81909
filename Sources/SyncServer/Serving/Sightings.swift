import Replica
import Synchronization
import Web

/// Who saw which page a moment ago, so that a page that is opened again and again stands in the log
/// once in a while and not a hundred times.
final class Sightings: Sendable {
  /// A page seen again within this time is the same sight.
  private static let spanMilliseconds: Int64 = 10 * 60_000
  private static let maximumCount = 10_000

  private let last = Mutex<[String: Int64]>([:])

  /// Whether the log shall keep this request: every form, and a page that was not seen just now.
  func isNews(_ account: AccountName, _ request: HTTPRequest, at clock: ClockReading) -> Bool {
    guard !request.method.changesState else { return true }
    let now = clock.monotonicMilliseconds
    return last.withLock { last in
      let key = "\(account.text) \(request.path)"
      if let before = last[key], now - before < Self.spanMilliseconds { return false }
      if last.count >= Self.maximumCount { last.removeAll() }
      last[key] = now
      return true
    }
  }
}

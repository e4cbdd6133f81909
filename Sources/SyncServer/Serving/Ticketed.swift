import FieldWork
import Replica
import Synchronization

/// What waits in memory between two requests for whoever made it, under a ticket: ten minutes, and of
/// too many the latest.
final class Ticketed<Value: Sendable>: Sendable {
  private static var milliseconds: Int64 { 600_000 }

  private struct Kept {
    let account: String
    let value: Value
    let until: Int64
  }

  private let maximumCount: Int
  private let surroundings: Surroundings
  private let state = Mutex<[String: Kept]>([:])

  init(_ surroundings: Surroundings, atMost maximumCount: Int) {
    self.surroundings = surroundings
    self.maximumCount = maximumCount
  }

  /// Keeps a value for an account; returns its ticket.
  func keep(_ value: Value, for account: String) -> String {
    let ticket = FormTickets.draw(surroundings)
    let now = surroundings.clock().monotonicMilliseconds
    state.withLock { kept in
      kept = kept.filter { $0.value.until > now }
      if kept.count >= maximumCount,
        let oldest = kept.min(by: { $0.value.until < $1.value.until })
      {
        kept[oldest.key] = nil
      }
      kept[ticket] = Kept(account: account, value: value, until: now + Self.milliseconds)
    }
    return ticket
  }

  /// What waits; nil for others than whoever made it, and when its time is over.
  func value(_ ticket: String, of account: String) -> Value? {
    let now = surroundings.clock().monotonicMilliseconds
    return state.withLock { kept in
      guard let found = kept[ticket], found.account == account, found.until > now else {
        return nil
      }
      return found.value
    }
  }
}

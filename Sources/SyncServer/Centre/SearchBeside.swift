import FieldWork
import Foundation
import Synchronization
import SyncProtocol

/// What takes too long to be looked for while somebody waits: a thread of its own looks, and until it
/// has what came since, pages show what it found before and say of when that is.
final class SearchBeside<Value: Sendable>: Sendable {
  /// What a search found.
  struct Found: Sendable {
    /// The findings.
    let value: Value
    /// When they were looked for.
    let at: Timestamp
    /// Whether nothing was recorded since.
    let isCurrent: Bool
  }

  private struct Finding {
    let value: Value
    let mark: WorkMark
    let at: Timestamp
  }

  private struct State {
    var last: Finding?
    /// When the last search began; nil before the first.
    var began: Timestamp?
    var isGoingOn = false
    /// Whether the last search could not be finished.
    var hasFailed = false
  }

  private let restMilliseconds: Int64
  private let state = Mutex(State())

  /// - Parameter restMilliseconds: so long after one search has begun no other begins: laptops may
  ///   sync every second.
  init(restMilliseconds: Int64) { self.restMilliseconds = restMilliseconds }

  /// Then a page finds out by itself, and says why not.
  var hasFailed: Bool { state.withLock(\.hasFailed) }

  /// Lets the next question begin a search again.
  func forgetFailure() { state.withLock { $0.hasFailed = false } }

  /// When what is shown was looked for, in milliseconds; 0 before the first search has ended.
  var lastFound: Int64 { state.withLock { $0.last?.at.rawValue ?? 0 } }

  /// What the last search found, nil before the first has ended; begins another one where something
  /// was recorded since.
  ///
  /// - Parameter find: runs on a thread and in a transaction of its own.
  func found(
    _ reader: RecordReader, of centre: Centre,
    _ find: @escaping @Sendable (RecordReader) throws -> Value
  ) throws -> Found? {
    let mark = try WorkMark(reader)
    let now = centre.surroundings.clock().wall
    let (last, begins) = state.withLock { state -> (Finding?, Bool) in
      // A clock that was set back keeps no search away.
      let isResting =
        state.began.map { (0..<restMilliseconds).contains(now.rawValue - $0.rawValue) } ?? false
      let begins = !state.isGoingOn && state.last?.mark != mark && !isResting
      if begins {
        state.isGoingOn = true
        state.began = now
      }
      return (state.last, begins)
    }
    if begins { begin(find, at: now, centre) }
    return last.map { Found(value: $0.value, at: $0.at, isCurrent: $0.mark == mark) }
  }

  private func begin(
    _ find: @escaping @Sendable (RecordReader) throws -> Value, at now: Timestamp,
    _ centre: Centre
  ) {
    Thread.detachNewThread { [self] in
      let found = try? centre.beside {
        try centre.read { reader in
          Finding(value: try find(reader), mark: try WorkMark(reader), at: now)
        }
      }
      state.withLock { state in
        state.isGoingOn = false
        state.hasFailed = found == nil
        if let found { state.last = found }
      }
    }
  }
}

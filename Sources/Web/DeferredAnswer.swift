import CMicroHTTPD
import Synchronization

/// An answer that is given later, from any thread, while its connection waits and holds no thread.
///
/// The first `send` counts, later ones do nothing. One that is dropped without an answer answers 500,
/// so that no connection waits for ever.
package final class DeferredAnswer: Sendable {
  private let slot: AnswerSlot

  init(_ slot: AnswerSlot) { self.slot = slot }

  deinit { slot.put(.plain(500)) }

  /// Gives the answer.
  package func send(_ response: HTTPResponse) { slot.put(response) }
}

/// Where a deferred answer is put and its connection finds it.
final class AnswerSlot: @unchecked Sendable {
  private enum State {
    /// The handler has not returned yet, or a late answer is not awaited.
    case open
    /// The connection is suspended until there is an answer.
    case suspended
    case answered(HTTPResponse)
    case taken
  }

  // The pointer is libmicrohttpd's; it may be resumed from any thread, and the connection lives
  // while it is suspended.
  private let connection: OpaquePointer
  private let state = Mutex(State.open)

  init(of connection: OpaquePointer) { self.connection = connection }

  func put(_ response: HTTPResponse) {
    let isSuspended = state.withLock { state in
      switch state {
      case .open:
        state = .answered(response)
        return false
      case .suspended:
        state = .answered(response)
        return true
      case .answered, .taken: return false
      }
    }
    if isSuspended { MHD_resume_connection(connection) }
  }

  /// The answer if it is there already; otherwise suspends the connection, on its own thread.
  func takeOrSuspend() -> HTTPResponse? {
    state.withLock { state in
      switch state {
      case .answered(let response):
        state = .taken
        return response
      case .open:
        MHD_suspend_connection(connection)
        state = .suspended
        return nil
      case .suspended, .taken: return nil
      }
    }
  }
}

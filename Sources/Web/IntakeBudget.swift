import Synchronization

/// The bytes of requests and answers that a server holds in memory at one time.
///
/// A body is admitted before its first byte is read, by the length it announces; when all budget is
/// taken, or the share of its sender's address, the sender is told to come back. An answer is always
/// counted and never refused: the work behind it is done, so the sum can pass the limit by one answer
/// for each that is being made.
final class IntakeBudget: Sendable {
  /// What became of a body that asks to be read.
  enum Admission {
    case admitted
    /// All of the budget is taken.
    case full
    /// The address has announced its share already.
    case shareTaken
  }

  private struct State {
    var held = 0
    // Bodies whose requests are not over, also those that have come whole, by their address.
    var announced: [IPAddress: Int] = [:]
    var refusals = 0
  }

  private let limit: Int
  private let limitPerSource: Int
  private let state = Mutex(State())

  /// - Parameter limitPerSource: bytes of bodies from one address; nil for all of the limit.
  init(limit: Int, limitPerSource: Int? = nil) {
    self.limit = limit
    self.limitPerSource = min(limit, limitPerSource ?? limit)
  }

  /// Bytes held now.
  var heldBytes: Int { state.withLock { $0.held } }

  /// Takes the bytes of a body; nothing is taken when they do not fit beside what is held.
  ///
  /// A body that fits the limit at all is admitted when nothing else is held.
  func admit(_ byteCount: Int, from source: IPAddress) -> Admission {
    state.withLock { state in
      guard state.held == 0 || byteCount <= limit - state.held else { return .full }
      let own = state.announced[source] ?? 0
      guard own == 0 || byteCount <= limitPerSource - own else { return .shareTaken }
      state.held += byteCount
      if byteCount > 0 { state.announced[source] = own + byteCount }
      return .admitted
    }
  }

  /// Counts bytes that are there whether or not they fit.
  func hold(_ byteCount: Int) { state.withLock { $0.held += byteCount } }

  /// Gives bytes back.
  ///
  /// - Parameters:
  ///   - body: how many of them were admitted for a body.
  ///   - source: where that came from.
  func release(_ byteCount: Int, body: Int, from source: IPAddress) {
    state.withLock { state in
      state.held -= byteCount
      guard body > 0 else { return }
      let left = (state.announced[source] ?? 0) - body
      state.announced[source] = left > 0 ? left : nil
    }
  }

  /// Seconds after which a refused sender shall come back: from `shortest` to twice that, each time
  /// another, so that those who were refused together do not return together.
  func retrySeconds(shortest: Int) -> Int {
    state.withLock { state in
      defer { state.refusals += 1 }
      return shortest + state.refusals % (shortest + 1)
    }
  }
}

import Synchronization

/// The bytes of requests and answers that a server holds in memory at one time.
///
/// A body is admitted before its first byte is read, by the length it announces; when all budget is
/// taken its sender is told to come back. An answer is always counted and never refused: the work
/// behind it is done, so the sum can pass the limit by one answer for each that is being made.
final class IntakeBudget: Sendable {
  private let limit: Int
  private let held = Atomic(0)
  private let refusals = Atomic(0)

  init(limit: Int) { self.limit = limit }

  /// Bytes held now.
  var heldBytes: Int { held.load(ordering: .relaxed) }

  /// Takes the bytes of a body; false, with nothing taken, when they do not fit beside what is held.
  ///
  /// A body that fits the limit at all is admitted when nothing else is held.
  func admit(_ byteCount: Int) -> Bool {
    var before = held.load(ordering: .relaxed)
    while true {
      guard before == 0 || byteCount <= limit - before else { return false }
      let (exchanged, original) = held.compareExchange(
        expected: before, desired: before + byteCount, ordering: .relaxed)
      if exchanged { return true }
      before = original
    }
  }

  /// Counts bytes that are there whether or not they fit.
  func hold(_ byteCount: Int) { held.add(byteCount, ordering: .relaxed) }

  /// Gives bytes back.
  func release(_ byteCount: Int) { held.subtract(byteCount, ordering: .relaxed) }

  /// Seconds after which a refused sender shall come back: from `shortest` to twice that, each time
  /// another, so that those who were refused together do not return together.
  func retrySeconds(shortest: Int) -> Int {
    shortest + refusals.add(1, ordering: .relaxed).oldValue % (shortest + 1)
  }
}

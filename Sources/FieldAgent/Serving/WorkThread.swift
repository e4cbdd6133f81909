import Synchronization
import Web

/// A thread beside the pages that does one work again and again, from the start of the program to its
/// end.
final class WorkThread: Sendable {
  private let work = Mutex<RepeatedWork?>(nil)

  /// Begins; where the system gives no thread, nothing is ever done.
  func start(everyMilliseconds pause: Int, _ body: @escaping @Sendable () -> Void) {
    let work = RepeatedWork(everyMilliseconds: pause, body)
    guard work.start() else { return }
    self.work.withLock { $0 = work }
  }

  /// Asks for the work at once.
  func nudge() { work.withLock { $0 }?.nudge() }

  /// Begins it no more.
  func stop() { work.withLock { $0 }?.stop() }
}

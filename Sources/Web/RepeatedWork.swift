import Glibc
import Synchronization

/// Work that a thread of its own does again and again: after every pause, and whenever it is asked.
///
/// Names no clock: the pause is a wait that can be woken.
package final class RepeatedWork: Sendable {
  /// What the thread holds, so that the owner may go away while it works.
  private final class Loop: Sendable {
    let pauseMilliseconds: Int
    let body: @Sendable () -> Void
    let timer = WakeableTimer()
    let isStopped = Mutex(false)

    init(_ pauseMilliseconds: Int, _ body: @escaping @Sendable () -> Void) {
      self.pauseMilliseconds = pauseMilliseconds
      self.body = body
    }

    func run() {
      while !isStopped.withLock({ $0 }) {
        body()
        if timer.wait(milliseconds: pauseMilliseconds) { timer.forget() }
      }
    }
  }

  private let loop: Loop
  private let thread = Mutex<pthread_t?>(nil)

  /// Prepares the work; `body` is called on the thread alone.
  package init(everyMilliseconds pause: Int, _ body: @escaping @Sendable () -> Void) {
    loop = Loop(pause, body)
  }

  /// Begins; false where the system gives no thread.
  package func start() -> Bool {
    thread.withLock { thread in
      guard thread == nil else { return true }
      var made = pthread_t()
      let context = Unmanaged.passRetained(loop)
      let code = pthread_create(
        &made, nil,
        { context in
          guard let context else { return nil }
          Unmanaged<Loop>.fromOpaque(context).takeRetainedValue().run()
          return nil
        }, context.toOpaque())
      guard code == 0 else {
        context.release()
        return false
      }
      thread = made
      return true
    }
  }

  /// Asks for the work at once; while it is under way, for once more after it.
  package func nudge() { loop.timer.wake() }

  /// Ends after the work that is under way, and waits for that.
  package func stop() {
    loop.isStopped.withLock { $0 = true }
    loop.timer.wake()
    let made = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    if let made { pthread_join(made, nil) }
  }
}

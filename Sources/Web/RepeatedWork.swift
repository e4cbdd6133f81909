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
  private let isStarted = Mutex(false)

  /// Prepares the work; `body` is called on the thread alone.
  package init(everyMilliseconds pause: Int, _ body: @escaping @Sendable () -> Void) {
    loop = Loop(pause, body)
  }

  deinit { stop() }

  /// Begins; false where the system gives no thread.
  package func start() -> Bool {
    isStarted.withLock { isStarted in
      guard !isStarted else { return true }
      var thread = pthread_t()
      let context = Unmanaged.passRetained(loop)
      let code = pthread_create(
        &thread, nil,
        { context in
          guard let context else { return nil }
          Unmanaged<Loop>.fromOpaque(context).takeRetainedValue().run()
          return nil
        }, context.toOpaque())
      guard code == 0 else {
        context.release()
        return false
      }
      pthread_detach(thread)
      isStarted = true
      return true
    }
  }

  /// Asks for the work at once; while it is under way, for once more after it.
  package func nudge() { loop.timer.wake() }

  /// Ends after the work that is under way, without waiting for that: it may wait for a network.
  package func stop() {
    loop.isStopped.withLock { $0 = true }
    loop.timer.wake()
  }
}

import Glibc

/// How a program that serves learns that it shall end.
package struct StopSignal: Sendable {
  /// Begins to listen for the signal; called before any thread is started.
  package let prepare: @Sendable () -> Void
  /// Returns once the signal has come.
  package let wait: @Sendable () -> Void

  /// Gathers the two.
  package init(prepare: @escaping @Sendable () -> Void, wait: @escaping @Sendable () -> Void) {
    self.prepare = prepare
    self.wait = wait
  }

  /// Ctrl-C and the system's request to end.
  package static let process = StopSignal(
    prepare: {
      // Threads that are started later inherit the mask, so that only `wait` gets the signals.
      var signals = stopSignals
      pthread_sigmask(SIG_BLOCK, &signals, nil)
    },
    wait: {
      var signals = stopSignals
      var received: Int32 = 0
      while sigwait(&signals, &received) != 0 {}
    })

  private static var stopSignals: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    return signals
  }
}

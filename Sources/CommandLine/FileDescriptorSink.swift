import Glibc

/// Writes to an open file descriptor and survives readers that go away.
package struct FileDescriptorSink: Sendable {
  private let descriptor: Int32

  /// Uses an open descriptor, which stays the caller's to close.
  package init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Writes all bytes, or says why that was not possible.
  package func write(_ bytes: [UInt8]) -> ConsoleOutput.Outcome {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return errno == EPIPE ? .closed : .failed
      }
    }
    return .written
  }

  /// Lets a write to a pipe without reader return an error instead of ending the process.
  ///
  /// Called once by each program before its first output; sockets profit as well.
  package static func ignoreBrokenPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }
}

extension ConsoleOutput {
  /// The streams of the process.
  ///
  /// - Parameters:
  ///   - errorIsTerminal: Whether standard error is a terminal, as the program found out.
  ///   - passwords: Who can be asked for a password, as the program found out.
  package static func process(
    errorIsTerminal: Bool, passwords: PasswordTerminal? = nil
  ) -> ConsoleOutput {
    ConsoleOutput(
      standardOutput: FileDescriptorSink(STDOUT_FILENO).write,
      standardError: FileDescriptorSink(STDERR_FILENO).write,
      errorIsTerminal: errorIsTerminal, passwords: passwords)
  }
}

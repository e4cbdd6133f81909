import Glibc

/// A person at a terminal who can be asked for a password.
///
/// Tests give functions; a program at a terminal gives `process`.
package struct PasswordTerminal: Sendable {
  /// Shows the prompt, reads one line that does not appear; nil when the person gave up.
  package let ask: @Sendable (_ prompt: String) -> String?
  /// Waits so many milliseconds, which makes guessing slow.
  package let pause: @Sendable (_ milliseconds: Int) -> Void

  /// Gathers the two.
  package init(
    ask: @escaping @Sendable (_ prompt: String) -> String?,
    pause: @escaping @Sendable (_ milliseconds: Int) -> Void
  ) {
    self.ask = ask
    self.pause = pause
  }

  /// The terminal on standard input, with prompts on standard error.
  package static let process = PasswordTerminal(
    ask: { prompt in HiddenLine.read(prompt, from: STDIN_FILENO, prompts: STDERR_FILENO) },
    pause: { usleep(UInt32(clamping: $0 * 1_000)) })
}

/// Reads a line from a terminal that shows nothing of it.
///
/// The terminal hands over every key, also Ctrl-C, so that it is always as before when the line ends
/// or the process is interrupted.
package enum HiddenLine {
  /// The most bytes of a line; what follows is dropped.
  package static let maximumBytes = 1_024

  /// What has been typed so far.
  package struct Typing {
    /// The bytes of the letters that stand.
    package private(set) var bytes: [UInt8] = []

    /// Nothing was typed yet.
    package init() {}

    /// What a key means for the line.
    package enum Step: Equatable {
      /// The line goes on.
      case goOn
      /// The line is whole.
      case done
      /// The input ended.
      case givenUp
      /// Ctrl-C was typed.
      case interrupted
    }

    /// Takes a byte of a key.
    package mutating func take(_ byte: UInt8) -> Step {
      switch byte {
      case 0x0A, 0x0D: return .done
      case 0x03: return .interrupted
      // The end of input counts on an empty line only, as terminals do it.
      case 0x04: return bytes.isEmpty ? .givenUp : .goOn
      case 0x08, 0x7F: eraseCharacter()
      case 0x15: bytes = []
      case 0..<0x20: break
      default: if bytes.count < HiddenLine.maximumBytes { bytes.append(byte) }
      }
      return .goOn
    }

    /// Vietnamese keyboards correct a letter by erasing it: all bytes of a letter go at once.
    private mutating func eraseCharacter() {
      while let last = bytes.popLast(), last & 0b1100_0000 == 0b1000_0000 {}
    }
  }

  /// Reads a line; nil when the person gave up. Ctrl-C ends the process as it always does.
  ///
  /// - Parameters:
  ///   - input: the terminal that is typed on.
  ///   - output: where the prompt is shown.
  package static func read(
    _ prompt: String, from input: Int32, prompts output: Int32
  ) -> String? {
    let sink = FileDescriptorSink(output)
    _ = sink.write(Array(prompt.utf8))
    var usual = termios()
    guard tcgetattr(input, &usual) == 0 else { return nil }
    var silent = usual
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    // What was typed ahead would have been shown, so it is no password.
    guard tcsetattr(input, TCSAFLUSH, &silent) == 0 else { return nil }
    var typing = Typing()
    let step = readKeys(into: &typing, from: input)
    tcsetattr(input, TCSAFLUSH, &usual)
    _ = sink.write([0x0A])
    if step == .interrupted { raise(SIGINT) }
    return step == .done ? String(decoding: typing.bytes, as: UTF8.self) : nil
  }

  private static func readKeys(into typing: inout Typing, from input: Int32) -> Typing.Step {
    while true {
      var byte: UInt8 = 0
      let count = Glibc.read(input, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return .givenUp }
      let step = typing.take(byte)
      if step != .goOn { return step }
    }
  }
}

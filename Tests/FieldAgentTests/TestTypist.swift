import CommandLine
import Synchronization

/// Somebody at a terminal who types what a test says, in this order, and then gives up.
final class TestTypist: Sendable {
  private let state: Mutex<(lines: [String], prompts: [String], milliseconds: Int)>

  init(lines: [String]) { state = Mutex((lines, [], 0)) }

  convenience init(_ lines: String...) { self.init(lines: lines) }

  /// What was asked.
  var prompts: [String] { state.withLock { $0.prompts } }
  /// How long the program made the person wait.
  var waited: Int { state.withLock { $0.milliseconds } }

  var terminal: PasswordTerminal {
    PasswordTerminal(
      ask: { prompt in
        self.state.withLock { state in
          state.prompts.append(prompt)
          return state.lines.isEmpty ? nil : state.lines.removeFirst()
        }
      },
      pause: { milliseconds in self.state.withLock { $0.milliseconds += milliseconds } })
  }
}

/// Why a command could not do what was asked, ready to be told to a person.
package struct Failure: Error, Sendable, Equatable {
  /// The stable name of the reason.
  package let code: String
  /// The exit code of the program.
  package let exitCode: ExitCode
  /// What happened, what is safe, and what to do next.
  package let words: BilingualText

  /// Composes a failure.
  package init(code: String, exitCode: ExitCode, words: BilingualText) {
    self.code = code
    self.exitCode = exitCode
    self.words = words
  }
}

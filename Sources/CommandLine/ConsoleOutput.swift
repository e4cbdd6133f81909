/// Where a console writes: two streams of bytes, and whether a person watches them.
///
/// Tests give functions that collect; the programs give `FileDescriptorSink`s.
package struct ConsoleOutput: Sendable {
  /// What became of a write.
  package enum Outcome: Sendable, Equatable {
    /// All bytes were taken.
    case written
    /// The reader has gone away, as `head` does; no reason to complain.
    case closed
    /// The bytes could not be stored, for instance on a full disk.
    case failed
  }

  /// Writes bytes to one stream.
  package typealias Write = @Sendable ([UInt8]) -> Outcome

  /// Takes results.
  package let standardOutput: Write
  /// Takes messages and progress.
  package let standardError: Write
  /// Whether messages go to a terminal; progress is shown only then.
  package let errorIsTerminal: Bool
  /// Who can be asked for a password; nil where nobody sits at a terminal.
  package let passwords: PasswordTerminal?

  /// Makes an output from two functions.
  package init(
    standardOutput: @escaping Write, standardError: @escaping Write, errorIsTerminal: Bool,
    passwords: PasswordTerminal? = nil
  ) {
    self.standardOutput = standardOutput
    self.standardError = standardError
    self.errorIsTerminal = errorIsTerminal
    self.passwords = passwords
  }
}

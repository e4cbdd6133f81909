/// One thing a program can do, such as `household add`; one file and one value each.
package protocol Command: Sendable {
  /// The words that call it, noun first: `["household", "add"]` or `["sync"]`; one or two words.
  var name: [String] { get }
  /// What it does, in one line for the list of commands.
  var abstract: BilingualText { get }
  /// Everything it accepts besides the options that every command has.
  var arguments: [Argument] { get }

  /// Does the work.
  ///
  /// The invocation was checked against `arguments` before, so that a person learns all problems at
  /// once and nothing has been written when one is found.
  /// - Throws: `Failure`, `UsageError`, or an error that the command set's `describe` understands.
  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode
}

extension Command {
  /// The words that call it, as a person types them.
  package var title: String { name.joined(separator: " ") }
}

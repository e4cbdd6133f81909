import FieldWork

/// An error of the centre that a person is told in words.
package protocol CentreProblem: Error {
  /// The stable code, for `--json`.
  var code: String { get }
  /// What kind of trouble it is.
  var category: ErrorCategory { get }
  /// What happened, what is safe and what to do next.
  var words: BilingualText { get }
}

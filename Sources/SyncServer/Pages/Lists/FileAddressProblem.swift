import FieldWork

/// What is wrong with the address of a file: nothing was taken out.
struct FileAddressProblem: CentreProblem {
  /// What people read.
  let words: BilingualText

  /// The stable code.
  var code: String { "file-address" }
  /// What kind of trouble it is.
  var category: ErrorCategory { .userError }
}

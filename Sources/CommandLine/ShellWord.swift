/// Writes a text as one word of a command that a person pastes into a shell.
///
/// Quotation marks of prose hold nothing together there: a label with a space in it would reach the
/// program as two words.
package enum ShellWord {
  /// The text between `'` and `'`, where a shell reads every character as itself; a `'` in it ends
  /// the quotation, stands escaped, and begins it again.
  package static func quoted(_ text: String) -> String {
    var word = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" {
        word += "'\\''"
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    return word + "'"
  }
}

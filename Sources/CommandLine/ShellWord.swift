/// Writes a text as one word of a command that a person pastes into a shell.
///
/// Quotation marks of prose hold nothing together there: a label with a space in it would reach the
/// program as two words.
package enum ShellWord {
  /// A command with one word of its own and options, each with its value or none.
  ///
  /// A word that begins with `-` would be read as an option: as a value it is joined to its option
  /// by `=`, and the command's own word then stands last, behind `--`.
  package static func command(
    _ start: String, _ word: String, _ options: (name: String, value: String?)...
  ) -> String {
    let options = options.map { option in
      guard let value = option.value else { return "--\(option.name)" }
      return self.option(option.name, value)
    }
    let words =
      word.hasPrefix("-") ? options + ["--", quoted(word)] : [quoted(word)] + options
    return ([start] + words).joined(separator: " ")
  }

  /// An option with its value.
  package static func option(_ name: String, _ value: String) -> String {
    "--\(name)\(value.hasPrefix("-") ? "=" : " ")\(quoted(value))"
  }

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

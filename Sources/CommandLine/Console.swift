import Synchronization

/// What a command speaks through: results, tables, JSON, progress and failures.
///
/// A reader that goes away is remembered, and what follows is dropped; a failing disk is remembered
/// too and becomes the program's exit code.
package final class Console: Sendable {
  /// The language of the person.
  package let language: Language
  /// Whether `--json` asked for output for programs.
  package let isJSON: Bool
  private let output: ConsoleOutput
  private let state = Mutex(ConsoleOutput.Outcome.written)

  /// Makes a console for one run of one command.
  package init(output: ConsoleOutput, language: Language, isJSON: Bool = false) {
    self.output = output
    self.language = language
    self.isJSON = isJSON
  }

  /// What became of the output so far; `written` unless a write was refused.
  package var outcome: ConsoleOutput.Outcome { state.withLock { $0 } }

  /// Writes one line of result.
  package func say(_ words: BilingualText) {
    write(words.text(in: language) + "\n")
  }

  /// Writes text to standard output exactly as given.
  package func write(_ text: String) {
    state.withLock { outcome in
      guard outcome == .written else { return }
      outcome = output.standardOutput(Array(text.utf8))
    }
  }

  /// Writes one line to standard error: a warning or a hint that is no part of the result.
  package func note(_ words: BilingualText) {
    writeError(words.text(in: language) + "\n")
  }

  /// Writes a table, or its empty line.
  package func table(_ columns: [Table.Column], _ rows: [[String]], empty: BilingualText) {
    write(Table(columns, rows, empty: empty).text(in: language))
  }

  /// Writes a JSON value over several lines.
  package func json(_ value: JSONValue) {
    write(value.indentedText + "\n")
  }

  /// Writes a listing: JSON when `--json` asked for it, the table otherwise.
  package func listing(_ table: @autoclosure () -> Table, json value: @autoclosure () -> JSONValue)
  {
    if isJSON { json(value()) } else { write(table().text(in: language)) }
  }

  /// Whether somebody sits at a terminal and can be asked for a password.
  package var canAskPassword: Bool { output.passwords != nil }

  /// Asks for a password, which is not shown; nil without a terminal or when the person gave up.
  package func askPassword(_ words: BilingualText) -> String? {
    output.passwords?.ask(words.text(in: language) + " ")
  }

  /// Waits before a password is asked for again; no longer than it takes without a terminal.
  package func pauseBeforePassword(milliseconds: Int) { output.passwords?.pause(milliseconds) }

  /// Begins to show how far long work has come; shows nothing in a pipe and under `--json`.
  package func progress(_ label: BilingualText, total: Int64) -> ProgressLine {
    let text = label.text(in: language)
    guard output.errorIsTerminal, !isJSON else {
      return ProgressLine(label: text, total: total, show: nil)
    }
    return ProgressLine(label: text, total: total) { self.writeError($0) }
  }

  /// Reports a failure: text for people, under `--json` one line of JSON, both on standard error.
  package func fail(_ failure: Failure) {
    guard isJSON else {
      writeError(failure.words.text(in: language) + "\n")
      return
    }
    let report: JSONValue = [
      "error": [
        "code": .text(failure.code), "exit": .integer(Int64(failure.exitCode.rawValue)),
        "message": .text(failure.words.text(in: language)),
      ]
    ]
    writeError(report.compactText + "\n")
  }

  private func writeError(_ text: String) {
    // Nobody is left to tell when standard error itself is gone.
    _ = output.standardError(Array(text.utf8))
  }
}

/// One thing that is wrong with what a person typed.
package enum UsageProblem: Error, Sendable, Equatable {
  /// No command has this name; the suggestions are the nearest ones.
  case unknownCommand(String, suggestions: [String])
  /// A noun was typed without one of its verbs.
  case missingVerb(noun: String, verbs: [String])
  /// No option has this name; the suggestion is the nearest one.
  case unknownOption(String, suggestion: String?)
  /// An option needs a value and none follows.
  case missingValue(argument: String, placeholder: String)
  /// A flag was given a value with `=`.
  case unexpectedValue(argument: String)
  /// An option that counts once was given again.
  case repeated(argument: String)
  /// A required argument is absent.
  case missing(argument: String, help: BilingualText)
  /// More words than the command takes.
  case unexpectedWord(String)
  /// A value is longer than its limit.
  case tooLong(argument: String, maximumBytes: Int)
  /// A value is no whole number or out of range.
  case notAnInteger(argument: String, value: String, range: ClosedRange<Int64>)
  /// A value is none of the accepted words.
  case notAChoice(argument: String, value: String, choices: [String])
  /// A value was refused for the given reason.
  case invalidValue(argument: String, value: String, reason: BilingualText)
  /// The argument at this position, counted from 1, is not valid UTF-8.
  case notUTF8(position: Int)
  /// More arguments than a line may have.
  case tooManyArguments(maximum: Int)

  /// The stable name of the problem, for `--json` and for scripts.
  package var code: String {
    switch self {
    case .unknownCommand: "unknown-command"
    case .missingVerb: "missing-verb"
    case .unknownOption: "unknown-option"
    case .missingValue: "missing-value"
    case .unexpectedValue: "unexpected-value"
    case .repeated: "repeated-option"
    case .missing: "missing-argument"
    case .unexpectedWord: "unexpected-word"
    case .tooLong: "too-long"
    case .notAnInteger: "not-an-integer"
    case .notAChoice: "not-a-choice"
    case .invalidValue: "invalid-value"
    case .notUTF8: "not-utf8"
    case .tooManyArguments: "too-many-arguments"
    }
  }
}

/// All problems of one command line, found together so that a person corrects them in one go.
package struct UsageError: Error, Sendable, Equatable {
  /// The problems in the order of the line, then the absent arguments; never empty.
  package let problems: [UsageProblem]

  /// Gathers the problems; a command may throw its own ones as well.
  package init(_ problems: [UsageProblem]) {
    precondition(!problems.isEmpty, "a usage error names at least one problem")
    self.problems = problems
  }
}

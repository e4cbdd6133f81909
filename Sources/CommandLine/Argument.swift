/// The declaration of one argument: what it is called, what it takes, and how it is explained.
///
/// Declared once, it serves the parser, the checks and the help, which therefore cannot disagree.
package struct Argument: Sendable {
  /// Where on the line the argument stands and how often.
  package enum Form: Sendable {
    /// A word by its position; `repeats` lets the last one take all the words that remain.
    case positional(repeats: Bool)
    /// `--name VALUE` or `--name=VALUE`; `repeats` allows it more than once.
    case option(repeats: Bool)
    /// `--name` alone.
    case flag
  }

  /// What values are accepted.
  package enum Kind: Sendable {
    /// Any text within the length limit.
    case text
    /// A whole number within the range.
    case integer(ClosedRange<Int64>)
    /// One of these words, exactly.
    case choice([String])
    /// Text for which the function returns no complaint; the complaint says what is wrong.
    case checked(@Sendable (String) -> BilingualText?)
  }

  /// The name without dashes, in ASCII lower case with hyphens.
  package let name: String
  /// Position and repetition.
  package let form: Form
  /// The accepted values; meaningless for a flag.
  package let kind: Kind
  /// The word that stands for the value in help, such as `CODE`.
  package let placeholder: String
  /// Whether the command cannot run without it.
  package let isRequired: Bool
  /// The longest accepted value in UTF-8 bytes.
  package let maximumBytes: Int
  /// One line of help.
  package let help: BilingualText

  /// The longest value unless a declaration says otherwise, in UTF-8 bytes.
  package static let defaultMaximumBytes = 4096

  /// Declares a word by its position; positions follow the order of declaration.
  package static func positional(
    _ name: String, _ help: BilingualText, kind: Kind = .text, isRequired: Bool = true,
    repeats: Bool = false, maximumBytes: Int = defaultMaximumBytes
  ) -> Argument {
    Argument(
      name: name, form: .positional(repeats: repeats), kind: kind, placeholder: name.uppercased(),
      isRequired: isRequired, maximumBytes: maximumBytes, help: help)
  }

  /// Declares `--name PLACEHOLDER`, given at most once.
  package static func option(
    _ name: String, _ placeholder: String, _ help: BilingualText, kind: Kind = .text,
    isRequired: Bool = false, maximumBytes: Int = defaultMaximumBytes
  ) -> Argument {
    Argument(
      name: name, form: .option(repeats: false), kind: kind, placeholder: placeholder,
      isRequired: isRequired, maximumBytes: maximumBytes, help: help)
  }

  /// Declares `--name PLACEHOLDER`, which may be given several times and keeps its order.
  package static func repeatedOption(
    _ name: String, _ placeholder: String, _ help: BilingualText, kind: Kind = .text,
    isRequired: Bool = false, maximumBytes: Int = defaultMaximumBytes
  ) -> Argument {
    Argument(
      name: name, form: .option(repeats: true), kind: kind, placeholder: placeholder,
      isRequired: isRequired, maximumBytes: maximumBytes, help: help)
  }

  /// Declares `--name` without a value.
  package static func flag(_ name: String, _ help: BilingualText) -> Argument {
    Argument(
      name: name, form: .flag, kind: .text, placeholder: "", isRequired: false,
      maximumBytes: 0, help: help)
  }

  var isPositional: Bool {
    if case .positional = form { true } else { false }
  }

  var isFlag: Bool {
    if case .flag = form { true } else { false }
  }

  var repeats: Bool {
    switch form {
    case .positional(let repeats), .option(let repeats): repeats
    case .flag: false
    }
  }

  /// How the argument is written in messages and help: `--name` or `NAME`.
  var spelling: String { isPositional ? placeholder : "--\(name)" }

  /// Finds what is wrong with a value, if anything.
  func problem(with value: String) -> UsageProblem? {
    guard value.utf8.count <= maximumBytes else {
      return .tooLong(argument: spelling, maximumBytes: maximumBytes)
    }
    switch kind {
    case .text:
      return nil
    case .integer(let range):
      guard let number = Int64(value), range.contains(number) else {
        return .notAnInteger(argument: spelling, value: value, range: range)
      }
      return nil
    case .choice(let words):
      let known = words.contains { $0.utf8.elementsEqual(value.utf8) }
      return known ? nil : .notAChoice(argument: spelling, value: value, choices: words)
    case .checked(let check):
      return check(value).map { .invalidValue(argument: spelling, value: value, reason: $0) }
    }
  }
}

/// A checked command line: every value is of the declared kind and every required one is there.
package struct Invocation: Sendable {
  /// The command's name.
  package let command: [String]
  /// The folder of `--home`, if given.
  package let home: String?
  /// The member of `--as`, if given.
  package let member: String?
  /// The language of `--lang` or the locale.
  package let language: Language
  /// Whether `--json` was given.
  package let isJSON: Bool
  private let declared: [String: Argument]
  private let values: [String: [String]]

  init(
    command: [String], globals: GlobalOptions, declared: [Argument], values: [String: [String]]
  ) {
    self.command = command
    home = globals.home
    member = globals.member
    language = globals.language
    isJSON = globals.isJSON
    self.declared = Dictionary(uniqueKeysWithValues: declared.map { ($0.name, $0) })
    self.values = values
  }

  /// The value of an argument, if given; an empty text was given on purpose, as in `--phone=`.
  package func text(_ name: String) -> String? {
    checkDeclared(name)
    return values[name]?.first
  }

  /// The value of an argument that is declared as required.
  package func requiredText(_ name: String) -> String {
    guard let value = text(name) else {
      preconditionFailure("\(name) is read as required but not declared so")
    }
    return value
  }

  /// All values of a repeated argument in their order.
  package func texts(_ name: String) -> [String] {
    checkDeclared(name)
    return values[name] ?? []
  }

  /// The number of an argument that is declared as an integer, if given.
  package func integer(_ name: String) -> Int64? {
    guard let value = text(name) else { return nil }
    guard let number = Int64(value) else {
      preconditionFailure("\(name) is read as an integer but not declared so")
    }
    return number
  }

  /// The number of an argument that is declared as an integer and as required.
  package func requiredInteger(_ name: String) -> Int64 {
    guard let number = integer(name) else {
      preconditionFailure("\(name) is read as required but not declared so")
    }
    return number
  }

  /// Whether a flag was given.
  package func flag(_ name: String) -> Bool {
    checkDeclared(name)
    return values[name] != nil
  }

  private func checkDeclared(_ name: String) {
    precondition(declared[name] != nil, "\(command) reads \(name) without declaring it")
  }
}

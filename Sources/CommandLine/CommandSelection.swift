/// Finds which command a line names, and what remains of the line for it.
struct CommandSelection {
  /// The words that chose the command, as far as they were understood.
  private(set) var name: [String] = []
  /// Everything else in its order: options, their values, and words.
  private(set) var rest: [String] = []
  private let commands: [any Command]
  private let common: [Argument]

  init(_ words: [String], commands: [any Command], common: [Argument]) {
    self.commands = commands
    self.common = common
    var index = 0
    while index < words.count, name.count < 2 {
      let word = words[index]
      if ArgumentParser.looksLikeOption(word) {
        // Options that every command has may stand before and between its words.
        let (optionName, attached) = ArgumentParser.split(word)
        guard let known = common.first(where: { $0.name == optionName }) else {
          break
        }
        let length = known.isFlag || attached != nil ? 1 : 2
        rest += words[index..<min(index + length, words.count)]
        index += length
      } else if name.isEmpty || commands.contains(where: { $0.name == name + [word] }) {
        name.append(word)
        index += 1
      } else {
        break
      }
    }
    rest += words[min(index, words.count)...]
  }

  /// Whether the line asks for help in words.
  var isHelp: Bool { name.first == "help" }

  /// Whether the line asks for the version and the program has no such command of its own.
  var isVersion: Bool { name == ["version"] && !commands.contains { $0.name == ["version"] } }

  /// The command, or nothing when the line asks for the help of the program or of a noun.
  mutating func command() throws(UsageError) -> (any Command)? {
    if let exact = commands.first(where: { $0.name == name }) { return exact }
    guard let noun = name.first else {
      var parser = ArgumentParser(common)
      parser.parse(rest)
      if !parser.problems.isEmpty { throw UsageError(parser.problems) }
      return nil
    }
    let verbs = commands.filter { $0.name.first == noun && $0.name.count == 2 }
      .map { $0.name[1] }
    let next = rest.first { !ArgumentParser.looksLikeOption($0) }
    let isNextWord = next != nil && rest.first == next
    if verbs.isEmpty {
      // The word after a mistyped noun helps to guess, if a command ends with it.
      let verb = commands.contains { $0.name.count == 2 && $0.name[1] == next } ? next : nil
      throw UsageError([Self.unknown([noun] + [verb].compactMap { $0 }, among: commands)])
    }
    if rest.contains("--help") { return nil }
    if isNextWord, let next {
      throw UsageError([Self.unknown([noun, next], among: commands)])
    }
    throw UsageError([.missingVerb(noun: noun, verbs: verbs)])
  }

  /// The problem of words that name no command, with the commands they resemble.
  static func unknown(_ words: [String], among commands: [any Command]) -> UsageProblem {
    let names = commands.map(\.title)
    var nouns: [String] = []
    for command in commands where !nouns.contains(command.name[0]) { nouns.append(command.name[0]) }
    let typed = words.joined(separator: " ")
    var suggestions = Spelling.nearest(to: typed, among: names, limit: 3)
    if suggestions.isEmpty { suggestions = Spelling.nearest(to: typed, among: nouns, limit: 3) }
    return .unknownCommand(typed, suggestions: suggestions)
  }
}

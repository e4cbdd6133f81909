/// A program's commands, and everything between its arguments and its exit code.
package struct CommandSet: Sendable {
  /// The name of the program, as typed.
  package let program: String
  /// The version, as printed by `version`.
  package let version: String
  /// What the program is for, in one line.
  package let abstract: BilingualText
  /// The commands in the order of the help.
  package let commands: [any Command]
  /// What every command accepts, in the order of the help.
  let commonArguments: [Argument]
  private let describe: @Sendable (any Error) -> Failure?

  /// Gathers a program's commands.
  ///
  /// - Parameters:
  ///   - options: What every command of this program accepts besides the options that every program
  ///     has.
  ///   - describe: Turns an error that a command threw into words and an exit code; nothing when it
  ///     does not know the error.
  package init(
    program: String, version: String, abstract: BilingualText, commands: [any Command],
    options: [Argument] = [],
    describe: @escaping @Sendable (any Error) -> Failure? = { _ in nil }
  ) {
    let names = commands.map(\.title)
    precondition(Set(names).count == names.count, "two commands have one name")
    let commonArguments = options + GlobalOptions.arguments
    for command in commands {
      let declared = command.arguments + commonArguments
      precondition(
        Set(declared.map(\.name)).count == declared.count, "\(command.title) repeats an argument")
    }
    self.program = program
    self.version = version
    self.abstract = abstract
    self.commands = commands
    self.commonArguments = commonArguments
    self.describe = describe
  }

  /// Runs the command that the arguments name and returns the program's exit code.
  ///
  /// Never throws: every failure has been told to the person when this returns.
  /// - Parameters:
  ///   - arguments: The bytes of each argument, without the program's name.
  ///   - locale: The first non-empty one of LC_ALL, LC_MESSAGES and LANG.
  ///   - output: Where to write.
  package func run(_ arguments: [[UInt8]], locale: String?, output: ConsoleOutput) -> ExitCode {
    let console: Console
    var code: ExitCode
    do {
      let words = try ProgramArguments.texts(arguments)
      let early = earlyOptions(words, locale: locale)
      console = Console(output: output, language: early.language, isJSON: early.isJSON)
      code = run(words, locale: locale, console)
    } catch {
      // What can be read of the line still says how its complaint is wanted.
      let readable = arguments.prefix(ProgramArguments.maximumCount).compactMap {
        String(validating: $0, as: UTF8.self)
      }
      let early = earlyOptions(readable, locale: locale)
      console = Console(output: output, language: early.language, isJSON: early.isJSON)
      code = report(error, commandName: [], console)
    }
    if console.outcome == .failed {
      console.fail(Self.outputFailure)
      if code == .done { code = .diskOrStick }
    }
    return code
  }

  /// Runs the command that the words name; for callers that have text already.
  package func run(_ words: [String], locale: String?, output: ConsoleOutput) -> ExitCode {
    run(words.map { Array($0.utf8) }, locale: locale, output: output)
  }

  private func run(_ words: [String], locale: String?, _ console: Console) -> ExitCode {
    var selection = CommandSelection(words, commands: commands, common: commonArguments)
    if selection.isHelp {
      return help(selection.rest, console)
    }
    if selection.isVersion {
      console.listing(
        Table([.text(BilingualText(same: program))], [[version]], empty: BilingualText(same: "")),
        json: ["program": .text(program), "version": .text(version)])
      return .done
    }
    do {
      guard let command = try selection.command() else {
        return help(selection.name, console)
      }
      var parser = ArgumentParser(command.arguments + commonArguments)
      parser.parse(selection.rest)
      let globals = GlobalOptions(values: parser.values, locale: locale)
      if globals.isHelp {
        console.write(helpText(for: command, in: console.language))
        return .done
      }
      parser.requireAll()
      if !parser.problems.isEmpty { throw UsageError(parser.problems) }
      let invocation = Invocation(
        command: command.name, globals: globals,
        declared: command.arguments + commonArguments, values: parser.values)
      return try command.run(invocation, console)
    } catch {
      return report(error, commandName: selection.name, console)
    }
  }

  private func help(_ rest: [String], _ console: Console) -> ExitCode {
    // Options that every command has may stand beside the topic, with their values.
    let words = Argument.positional(
      "topic", BilingualText(same: ""), isRequired: false, repeats: true)
    var parser = ArgumentParser([words] + commonArguments)
    parser.parse(rest)
    let topic = parser.values["topic"] ?? []
    if topic.isEmpty {
      console.write(helpText(in: console.language))
      return .done
    }
    let matching = commands.filter { $0.name.starts(with: topic) }
    if let exact = matching.first(where: { $0.name == topic }) {
      console.write(helpText(for: exact, in: console.language))
      let others = matching.filter { $0.name != topic }
      if !others.isEmpty {
        console.write("\n" + helpText(listing: others, in: console.language))
      }
      return .done
    }
    guard matching.isEmpty else {
      console.write(helpText(listing: matching, in: console.language))
      return .done
    }
    let problem = CommandSelection.unknown(topic, among: commands)
    return report(UsageError([problem]), commandName: [], console)
  }

  private func report(_ error: any Error, commandName: [String], _ console: Console) -> ExitCode {
    let failure: Failure
    if let usage = error as? UsageError {
      failure = usageFailure(usage, commandName: commandName)
    } else if let known = error as? Failure {
      failure = known
    } else {
      failure = describe(error) ?? Self.unknownFailure(error)
    }
    console.fail(failure)
    return failure.exitCode
  }

  /// The language and form of output, which even the first complaint must respect.
  private func earlyOptions(_ words: [String], locale: String?) -> GlobalOptions {
    var parser = ArgumentParser(commonArguments)
    parser.parse(words)
    return GlobalOptions(values: parser.values, locale: locale)
  }
}

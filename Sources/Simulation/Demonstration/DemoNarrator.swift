import CommandLine

/// Tells the play to whoever watches: headings, what happens, and what a person sees.
struct DemoNarrator: Sendable {
  let console: Console

  /// A new scene.
  func heading(_ words: BilingualText) {
    console.write("\n== \(words.text(in: console.language))\n")
  }

  /// What happens.
  func say(_ words: BilingualText) { console.say(words) }

  /// A command as it is typed, and what it prints.
  func show(_ program: DemoProgram, _ arguments: [String]) -> DemoProgram.Outcome {
    console.write("$ \(program.line(arguments))\n")
    let outcome = program.run(arguments)
    for text in [outcome.output, outcome.errors] where !text.isEmpty {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for line in lines.last == "" ? lines.dropLast() : lines { console.write("  \(line)\n") }
    }
    return outcome
  }

  /// The same for a command that must succeed.
  func showSuccess(_ program: DemoProgram, _ arguments: [String]) throws {
    let outcome = show(program, arguments)
    guard outcome.exitCode == .done || outcome.exitCode == .needsAttention else {
      throw DemoProgram.Failure(
        line: program.line(arguments), output: outcome.output + outcome.errors)
    }
  }
}

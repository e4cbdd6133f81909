import CommandLine
import FieldWork

/// `conflicts list`, also `conflicts` alone: what several people wrote without seeing each other.
package struct ConflictsListCommand: Command {
  let workplace: any Workplace
  /// The words that call it: it has two names.
  package let name: [String]
  /// What it does.
  package let abstract = BilingualText(
    vi: "những chỗ hai máy ghi khác nhau", en: "fields that two laptops wrote differently")
  /// Which part of the list.
  package let arguments = ConflictArguments.list

  /// The command at a laptop or at the centre, under one of its names.
  package init(at workplace: any Workplace, name: [String]) {
    self.workplace = workplace
    self.name = name
  }

  /// Lists the conflicts.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let listing = try workplace.inspect(invocation, console) { records, today in
      try ConflictArguments.list(
        invocation, records, today: today, program: workplace.program)
    }
    listing.write(to: console)
    return listing.exitCode
  }
}

/// `conflicts show CODE`: the conflicts of one record.
package struct ConflictsShowCommand: Command {
  let workplace: any Workplace
  /// The words that call it.
  package let name = ["conflicts", "show"]
  /// What it does.
  package let abstract = BilingualText(
    vi: "các giá trị khác nhau của một bản ghi", en: "the conflicts of one record")
  /// The record.
  package let arguments = [ConflictArguments.code]

  /// The command at a laptop or at the centre.
  package init(at workplace: any Workplace) { self.workplace = workplace }

  /// Shows the values that stand beside each other.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let listing = try workplace.inspect(invocation, console) { records, _ in
      try ConflictArguments.show(invocation, records, program: workplace.program)
    }
    listing.write(to: console)
    return listing.exitCode
  }
}

/// `conflicts resolve CODE [FIELD]`: a decision, which every replica learns of.
package struct ConflictsResolveCommand: Command {
  let workplace: any Workplace
  /// The words that call it.
  package let name = ["conflicts", "resolve"]
  /// What it does.
  package let abstract = BilingualText(vi: "chọn giá trị đúng", en: "decide which value holds")
  /// The field and the decision.
  package let arguments = ConflictArguments.resolve

  /// The command at a laptop or at the centre.
  package init(at workplace: any Workplace) { self.workplace = workplace }

  /// Takes the decision.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try workplace.change(invocation, console) { records, author, clock in
      try ConflictArguments.resolve(invocation, records, author: author, clock: clock)
    }.write(to: console)
    return .done
  }
}

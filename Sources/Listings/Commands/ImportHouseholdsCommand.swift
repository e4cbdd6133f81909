import CommandLine
import FieldWork
import Replica

/// `import households FILE`: a preview, and with `--apply` the records.
package struct ImportHouseholdsCommand: Command {
  let workplace: any Workplace
  /// The words that call it.
  package let name = ["import", "households"]
  /// What it does.
  package let abstract = HouseholdListArguments.abstract
  /// The file, and how to read it.
  package let arguments = HouseholdListArguments.arguments

  /// The command at a laptop or at the centre.
  package init(at workplace: any Workplace) { self.workplace = workplace }

  /// Reads the file, and writes what it says where the line wants that.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let bytes = try HouseholdListArguments.bytes(invocation)
    let report = try workplace.perform(invocation, console) { records, author, clock in
      if let refusal = try ReadableNames.refusal(records.store) {
        throw Failure("names-locked", .refusedForSafety, refusal)
      }
      if let missing = try ReadableNames.missing(records.store) { console.note(missing) }
      let isLaptop = records.store.identity.role == .laptop
      return try HouseholdListArguments.run(
        invocation, bytes, records, author: author,
        heldScopes: isLaptop ? records.store.grantedScopes() : nil, clock: clock, console)
    }
    report.write(to: console)
    return report.exitCode
  }
}

/// `import undo CODE`.
package struct ImportUndoCommand: Command {
  let workplace: any Workplace
  /// The words that call it.
  package let name = ["import", "undo"]
  /// What it does.
  package let abstract = ImportUndoReport.abstract
  /// The import.
  package let arguments = ImportUndoReport.arguments

  /// The command at a laptop or at the centre.
  package init(at workplace: any Workplace) { self.workplace = workplace }

  /// Takes an import back.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let report = try workplace.perform(invocation, console) { records, author, clock in
      try ImportUndoReport.run(invocation, records, author: author, clock: clock, console)
    }
    report.write(to: console)
    return report.exitCode
  }
}

/// `import list`.
package struct ImportListCommand: Command {
  let workplace: any Workplace
  /// The words that call it.
  package let name = ["import", "list"]
  /// What it does.
  package let abstract = ImportListing.abstract
  /// Which part of the list.
  package let arguments = ImportListing.arguments

  /// The command at a laptop or at the centre.
  package init(at workplace: any Workplace) { self.workplace = workplace }

  /// Lists the imports.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try workplace.read(invocation, console) { reader, _ in try ImportListing(invocation, reader) }
      .write(to: console)
    return .done
  }
}

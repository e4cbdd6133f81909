import CommandLine
import FieldWork
import Listings
import Replica

/// `import households FILE` at the centre: a preview, and with `--apply` the records.
struct ImportHouseholdsCommand: Command {
  let context: CommandContext
  let name = ["import", "households"]
  let abstract = HouseholdListArguments.abstract
  let arguments = HouseholdListArguments.arguments

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let bytes = try HouseholdListArguments.bytes(invocation)
    let report = try context.centre(invocation).perform { records, clock in
      try HouseholdListArguments.run(
        invocation, bytes, records, author: records.coordinator(invocation), heldScopes: nil,
        clock: clock, console)
    }
    report.write(to: console)
    return report.exitCode
  }
}

/// `import undo CODE` at the centre.
struct ImportUndoCommand: Command {
  let context: CommandContext
  let name = ["import", "undo"]
  let abstract = ImportUndoReport.abstract
  let arguments = ImportUndoReport.arguments

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let report = try context.centre(invocation).perform { records, clock in
      try ImportUndoReport.run(
        invocation, records, author: records.coordinator(invocation), clock: clock, console)
    }
    report.write(to: console)
    return report.exitCode
  }
}

/// `import list` at the centre.
struct ImportListCommand: Command {
  let context: CommandContext
  let name = ["import", "list"]
  let abstract = ImportListing.abstract
  let arguments = ImportListing.arguments

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let listing = try context.centre(invocation).read { try ImportListing(invocation, $0) }
    listing.write(to: console)
    return .done
  }
}

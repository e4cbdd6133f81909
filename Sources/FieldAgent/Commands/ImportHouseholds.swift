import CommandLine
import FieldWork
import Listings
import Replica

/// `import households FILE`: a preview, and with `--apply` the records.
struct ImportHouseholds: LaptopCommand {
  let surroundings: Surroundings
  let name = ["import", "households"]
  let abstract = HouseholdListArguments.abstract
  let arguments = HouseholdListArguments.arguments

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let bytes = try HouseholdListArguments.bytes(invocation)
    let recording = try Recording(self, invocation, console)
    let scopes = try recording.laptop.store.grantedScopes()
    let report = try recording.laptop.writing { records, clock in
      try HouseholdListArguments.run(
        invocation, bytes, records, author: recording.author, heldScopes: scopes, clock: clock,
        console)
    }
    report.write(to: console)
    return report.exitCode
  }
}

/// `import undo CODE`.
struct ImportUndoCommand: LaptopCommand {
  let surroundings: Surroundings
  let name = ["import", "undo"]
  let abstract = ImportUndoReport.abstract
  let arguments = ImportUndoReport.arguments

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let recording = try Recording(self, invocation, console)
    let report = try recording.laptop.writing { records, clock in
      try ImportUndoReport.run(
        invocation, records, author: recording.author, clock: clock, console)
    }
    report.write(to: console)
    return report.exitCode
  }
}

/// `import list`.
struct ImportList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["import", "list"]
  let abstract = ImportListing.abstract
  let arguments = ImportListing.arguments

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let records = try laptopToRead(invocation, console).records
    try ImportListing(invocation, records.reader).write(to: console)
    return .done
  }
}

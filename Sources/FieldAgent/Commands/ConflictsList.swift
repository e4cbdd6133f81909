import CommandLine
import FieldWork
import Listings
import Replica

/// `conflicts list`, also `conflicts` alone: what several people wrote without seeing each other.
struct ConflictsList: LaptopCommand {
  let surroundings: Surroundings
  let name: [String]
  let abstract = BilingualText(
    vi: "những chỗ hai máy ghi khác nhau", en: "fields that two laptops wrote differently")
  let arguments = ConflictArguments.list

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let listing = try ConflictArguments.list(
      invocation, laptop.records, today: laptop.today(), program: FieldAgent.program)
    listing.write(to: console)
    return listing.exitCode
  }
}

/// `conflicts show CODE`: the conflicts of one record.
struct ConflictsShow: LaptopCommand {
  let surroundings: Surroundings
  let name = ["conflicts", "show"]
  let abstract = BilingualText(
    vi: "các giá trị khác nhau của một bản ghi", en: "the conflicts of one record")
  let arguments = [ConflictArguments.code]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let listing = try ConflictArguments.show(
      invocation, laptopToRead(invocation, console).records, program: FieldAgent.program)
    listing.write(to: console)
    return listing.exitCode
  }
}

/// `conflicts resolve CODE [FIELD]`: a decision, which every replica learns of.
struct ConflictsResolve: LaptopCommand {
  let surroundings: Surroundings
  let name = ["conflicts", "resolve"]
  let abstract = BilingualText(vi: "chọn giá trị đúng", en: "decide which value holds")
  let arguments = ConflictArguments.resolve

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let recording = try Recording(self, invocation, console)
    let report = try recording.laptop.writing { records, clock in
      try ConflictArguments.resolve(
        invocation, records, author: recording.author, clock: clock)
    }
    report.write(to: console)
    return .done
  }
}

import CommandLine
import FieldWork
import Listings
import Replica

/// `history CODE`: every write of a record.
struct History: LaptopCommand {
  let surroundings: Surroundings
  let name = ["history"]
  let abstract = BilingualText(
    vi: "ai đã ghi gì vào một bản ghi, lúc nào, trên máy nào",
    en: "who wrote what in a record, when, on which laptop")
  let arguments = ConflictArguments.history

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try ConflictArguments.history(invocation, laptopToRead(invocation, console).records)
      .write(to: console)
    return .done
  }
}

/// `history restore CODE WRITE`: an earlier value holds again.
struct HistoryRestore: LaptopCommand {
  let surroundings: Surroundings
  let name = ["history", "restore"]
  let abstract = BilingualText(vi: "lấy lại một giá trị trước đó", en: "take an earlier value back")
  let arguments = ConflictArguments.restore

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let recording = try Recording(self, invocation, console)
    let report = try recording.laptop.writing { records, clock in
      try ConflictArguments.restore(
        invocation, records, author: recording.author, clock: clock)
    }
    report.write(to: console)
    return .done
  }
}

import CommandLine
import FieldWork
import Listings
import Replica

/// `conflicts`: fields with two values that nobody has chosen between.
struct ConflictsList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["conflicts"]
  let abstract = Words(
    vi: "những chỗ hai máy ghi khác nhau", en: "fields that two laptops wrote differently")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    ConflictsShow.write(
      ConflictListing(try laptop(invocation).records.conflicts()), console)
  }
}

/// `conflicts show`: the conflicts of one record.
struct ConflictsShow: LaptopCommand {
  let surroundings: Surroundings
  let name = ["conflicts", "show"]
  let abstract = Words(
    vi: "các giá trị khác nhau của một bản ghi", en: "the conflicts of one record")
  let arguments = [ConflictListing.code]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let records = try laptop(invocation).records
    let code = try records.reader.resolve(invocation.requiredText("code"))
    return Self.write(ConflictListing(try records.conflicts(), of: code), console)
  }

  /// Writes the listing, and who will choose.
  static func write(_ listing: ConflictListing, _ console: Console) -> ExitCode {
    listing.write(to: console)
    if !listing.isEmpty, !console.isJSON {
      console.say(
        Words(
          vi: "Không mất giá trị nào; điều phối viên sẽ chọn.",
          en: "No value is lost; the coordinator will choose."))
    }
    return listing.exitCode
  }
}

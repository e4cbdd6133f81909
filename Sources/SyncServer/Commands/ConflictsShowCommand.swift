import CommandLine
import FieldWork
import Listings

/// `conflicts show CODE`: the conflicts of one record.
struct ConflictsShowCommand: Command {
  let context: CommandContext

  let name = ["conflicts", "show"]
  let abstract = Words(
    vi: "các giá trị khác nhau của một bản ghi", en: "the conflicts of one record")
  let arguments = [ConflictListing.code]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let text = invocation.requiredText("code")
    let code = try centre.read { try $0.resolve(text) }
    let listing = ConflictListing(try centre.conflicts(), of: code)
    listing.write(to: console)
    return listing.exitCode
  }
}

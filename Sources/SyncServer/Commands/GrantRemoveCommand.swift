import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `grant remove`: ends a rule; what nothing else grants is handed back.
struct GrantRemoveCommand: Command {
  let context: CommandContext

  let name = ["grant", "remove"]
  let abstract = BilingualText(vi: "thôi cho giữ", en: "end a grant")
  let arguments: [Argument] = [
    .positional(
      "number", BilingualText(vi: "số trong “grant list”", en: "number in “grant list”"),
      kind: .integer(1...Int64.max)),
    GrantChanges.dryRun,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let number = invocation.requiredInteger("number")
    guard try centre.grantRules().rules.contains(where: { $0.id == number }) else {
      throw Failure(
        code: "grant-unknown", exitCode: .userError,
        words: BilingualText(
          vi: "Không có quyền số \(number). Xem: camtay-server grant list",
          en: "There is no grant \(number). See: camtay-server grant list"))
    }
    let isDryRun = invocation.flag("dry-run")
    func end(_ store: Store, _ clock: ClockReading) throws -> [GrantChange] {
      try store.endGrant(number, at: clock.wall)
    }
    let (preview, emptied) = try centre.previewGrants(end)
    let hamlets = try centre.inspect { try $0.reader.scopes(of: .households) }
    // The area of a team matters where households are held.
    let check = UnitChangeCheck(
      withoutLaptop: emptied.filter { hamlets.contains($0.scope) },
      hamletCodes: try centre.hamletCodes())
    let changes = isDryRun ? preview : try centre.changeGrants(isDryRun: false, end)
    return GrantChanges.answer(changes, check, isDryRun: isDryRun, console)
  }
}

import CommandLine
import Listings
import Replica

/// `restore`: puts a backup back in the place of this laptop's store.
struct Restore: LaptopCommand {
  let surroundings: Surroundings
  let name = ["restore"]
  let abstract = BilingualText(
    vi: "phục hồi dữ liệu của máy từ bản sao lưu", en: "restore this laptop from a backup")
  let arguments = RestoreArguments.all

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let home = try home(invocation)
    let path = invocation.requiredText("file")
    var progress = console.progress(BilingualText(vi: "Đang kiểm tra", en: "Verifying"), total: 100)
    defer { progress.finish() }
    if invocation.flag("dry-run") {
      var random = surroundings.generator()
      let check = try RestoreCheck(path, into: home, random: &random) {
        progress.advance(to: $0)
      }
      progress.finish()
      check.write(to: console)
      return check.exitCode
    }
    let outcome = try LaptopRestore.restore(
      path, into: home, keyFile: invocation.text("keys"), force: invocation.flag("force"),
      acceptsDamage: invocation.flag("accept-damage"), surroundings: surroundings,
      unlock: { try Unlocking(self, invocation, console).storeKey(of: $0) },
      progress: { progress.advance(to: $0) })
    progress.finish()
    let report = RestoreReport(
      of: path, madeAt: outcome.madeAt, now: surroundings.clock().wall,
      accepted: outcome.accepted, oldStore: outcome.oldStore)
    if console.isJSON {
      let own: JSONValue = [
        "home": .text(home.path), "operations": .integer(outcome.operations),
      ]
      console.json(.object((own.objectValue ?? []) + report.members))
      return report.exitCode
    }
    console.say(
      BilingualText(
        vi: "Đã phục hồi dữ liệu ở \(home.path) (\(outcome.operations) thao tác của máy này). "
          + "Hãy chạy “camtay sync”: những gì đã gửi sau bản sao lưu sẽ về lại máy, và tên, số điện "
          + "thoại mới hiện lại.",
        en:
          "Restored the data in \(home.path) (\(counted(outcome.operations, "operation", "operations")) of this laptop). "
          + "Run “camtay sync”: what was handed over after the backup comes back, and names and "
          + "telephone numbers are shown again."))
    report.sayBackup(to: console)
    report.sayRest(to: console)
    return report.exitCode
  }
}

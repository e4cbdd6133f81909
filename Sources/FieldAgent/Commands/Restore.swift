import CommandLine
import Listings
import Replica

/// `restore`: puts a backup back in the place of this laptop's store.
struct Restore: LaptopCommand {
  let surroundings: Surroundings
  let name = ["restore"]
  let abstract = Words(
    vi: "phục hồi dữ liệu của máy từ bản sao lưu", en: "restore this laptop from a backup")
  let arguments = RestoreArguments.all

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let home = try home(invocation)
    if invocation.flag("dry-run") {
      let check = try RestoreCheck(invocation.requiredText("file"), into: home)
      check.write(to: console)
      return check.exitCode
    }
    let outcome = try LaptopRestore.restore(
      invocation.requiredText("file"), into: home, keyFile: invocation.text("keys"),
      force: invocation.flag("force"), surroundings: surroundings)
    if console.isJSON {
      console.json([
        "home": .text(home.path), "operations": .integer(outcome.operations),
        "old_store": .text(orNull: outcome.oldStore),
      ])
      return .done
    }
    console.say(
      Words(
        vi: "Đã phục hồi dữ liệu ở \(home.path) (\(outcome.operations) thao tác của máy này). "
          + "Hãy chạy “camtay sync”: những gì đã gửi sau bản sao lưu sẽ về lại máy, và tên, số điện "
          + "thoại mới hiện lại.",
        en:
          "Restored the data in \(home.path) (\(counted(outcome.operations, "operation", "operations")) of this laptop). "
          + "Run “camtay sync”: what was handed over after the backup comes back, and names and "
          + "telephone numbers are shown again."))
    if let old = outcome.oldStore {
      console.say(Words(vi: "Dữ liệu cũ còn ở \(old).", en: "The old data are kept in \(old)."))
    }
    return .done
  }
}

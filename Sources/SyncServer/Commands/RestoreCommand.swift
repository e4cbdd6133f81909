import CommandLine
import Listings
import Replica

/// `restore FILE`: puts a backup back; the centre begins another life.
struct RestoreCommand: Command {
  let context: CommandContext

  let name = ["restore"]
  let abstract = Words(
    vi: "phục hồi trung tâm từ bản sao lưu", en: "restore the centre from a backup")
  let arguments = RestoreArguments.all

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let home = try context.home(invocation)
    let path = invocation.requiredText("file")
    if invocation.flag("dry-run") {
      let check = try RestoreCheck(path, into: home)
      check.write(to: console)
      return check.exitCode
    }
    let outcome = try CentreRestore.restore(
      path, into: home, keyFile: invocation.text("keys"), force: invocation.flag("force"),
      surroundings: context.surroundings)
    if console.isJSON {
      console.json([
        "home": .text(home.path), "epoch": .integer(Int64(outcome.epoch)),
        "batches": .integer(outcome.batches), "old_store": .text(orNull: outcome.oldStore),
      ])
      return .done
    }
    console.say(
      Words(
        vi: "Đã phục hồi trung tâm ở \(home.path) (\(outcome.batches) gói, lần mở thứ "
          + "\(outcome.epoch)). Chạy “camtay-server serve”: máy của các tổ tự gửi lại mọi thứ mới "
          + "hơn bản sao lưu. Máy ghi danh sau bản sao lưu cần được giao lại tổ. Thông tin cá nhân "
          + "khoá lại đến khi mọi máy đã gửi nhận: “camtay-server keyring unlock” cho biết còn chờ "
          + "ai.",
        en:
          "Restored the centre in \(home.path) (\(counted(outcome.batches, "batch", "batches")), epoch "
          + "\(outcome.epoch)). Run “camtay-server serve”: the laptops bring back by themselves "
          + "whatever is newer. Laptops that were enrolled after the backup need their team again. "
          + "Personal values are locked until every laptop has synced: “camtay-server keyring "
          + "unlock” tells who is awaited.")
    )
    if let old = outcome.oldStore {
      console.say(
        Words(vi: "Dữ liệu cũ còn ở \(old).", en: "The old data are kept in \(old)."))
    }
    return .done
  }
}

import CommandLine
import Listings
import Replica

/// `restore FILE`: puts a backup back; the centre begins another life.
struct RestoreCommand: Command {
  let context: CommandContext

  let name = ["restore"]
  let abstract = BilingualText(
    vi: "phục hồi trung tâm từ bản sao lưu", en: "restore the centre from a backup")
  let arguments = RestoreArguments.all

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let home = try context.home(invocation)
    let path = invocation.requiredText("file")
    var progress = console.progress(BilingualText(vi: "Đang kiểm tra", en: "Verifying"), total: 100)
    defer { progress.finish() }
    if invocation.flag("dry-run") {
      var random = context.surroundings.generator()
      let check = try RestoreCheck(path, into: home, random: &random) {
        progress.advance(to: $0)
      }
      progress.finish()
      check.write(to: console)
      return check.exitCode
    }
    let outcome = try CentreRestore.restore(
      path, into: home, keyFile: invocation.text("keys"), force: invocation.flag("force"),
      acceptsDamage: invocation.flag("accept-damage"), surroundings: context.surroundings
    ) { progress.advance(to: $0) }
    progress.finish()
    let report = RestoreReport(
      of: path, madeAt: outcome.madeAt, now: context.surroundings.clock().wall,
      accepted: outcome.accepted, oldStore: outcome.oldStore)
    if console.isJSON {
      let own: JSONValue = [
        "home": .text(home.path), "epoch": .integer(Int64(outcome.epoch)),
        "batches": .integer(outcome.batches),
      ]
      console.json(.object((own.objectValue ?? []) + report.members))
      return report.exitCode
    }
    console.say(
      BilingualText(
        vi: "Đã phục hồi trung tâm ở \(home.path) (\(outcome.batches) gói, lần mở thứ "
          + "\(outcome.epoch)). Chạy “camtay-server serve”: máy của các tổ tự gửi lại mọi thứ mới "
          + "hơn bản sao lưu. Máy ghi danh sau bản sao lưu cần được giao lại tổ. Thông tin cá nhân "
          + "khóa lại đến khi mọi máy đã gửi nhận: “camtay-server keyring unlock” cho biết còn chờ "
          + "ai.",
        en:
          "Restored the centre in \(home.path) (\(counted(outcome.batches, "batch", "batches")), epoch "
          + "\(outcome.epoch)). Run “camtay-server serve”: the laptops bring back by themselves "
          + "whatever is newer. Laptops that were enrolled after the backup need their team again. "
          + "Personal values are locked until every laptop has synced: “camtay-server keyring "
          + "unlock” tells who is awaited.")
    )
    report.sayBackup(to: console)
    report.sayRest(to: console)
    return report.exitCode
  }
}

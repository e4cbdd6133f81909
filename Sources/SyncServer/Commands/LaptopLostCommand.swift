import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `laptop lost`: ends all grants of a laptop that is gone.
struct LaptopLostCommand: Command {
  let context: CommandContext

  let name = ["laptop", "lost"]
  let abstract = BilingualText(vi: "báo mất máy", en: "declare a laptop lost")
  let arguments: [Argument] = [
    .positional(
      "laptop", BilingualText(vi: "tên hoặc số máy", en: "label or number"), maximumBytes: 400),
    GrantChanges.dryRun,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let laptop = try GrantChanges.laptop(invocation.requiredText("laptop"), in: centre)
    let isDryRun = invocation.flag("dry-run")
    let changes = try centre.declareLost(laptop.replica, isDryRun: isDryRun)
    if !isDryRun, !console.isJSON {
      console.say(
        BilingualText(
          vi: "Đã báo mất “\(laptop.label)”. Những gì máy đã gửi vẫn còn; gói nào đến sau sẽ được "
            + "gộp và chờ điều phối viên xem. Máy mới cần mã ghi danh mới. Nếu tìm thấy máy: "
            + "camtay-server laptop found \(ShellWord.quoted(laptop.label)) --by TÊN",
          en: "“\(laptop.label)” is declared lost. What it sent is safe; what turns up later is "
            + "merged and waits for a coordinator's look. A new laptop needs a new code. Should it "
            + "be found: camtay-server laptop found \(ShellWord.quoted(laptop.label)) --by NAME"))
    }
    return GrantChanges.answer(changes, isDryRun: isDryRun, console)
  }
}

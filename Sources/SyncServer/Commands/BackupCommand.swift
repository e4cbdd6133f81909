import CommandLine
import Replica

/// `backup DIR`: copies store and keys into a folder that `--home` can open, also while serving.
struct BackupCommand: Command {
  let context: CommandContext

  let name = ["backup"]
  let abstract = Words(
    vi: "sao lưu trung tâm sang thư mục khác", en: "copy the centre to another folder")
  let arguments: [Argument] = [
    .positional("dir", Words(vi: "thư mục nhận bản sao lưu", en: "folder for the backup"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let target = HomeFolder(path: invocation.requiredText("dir"))
    var progress = console.progress(Words(vi: "Đang chép", en: "Copying"), total: 100)
    defer { progress.finish() }
    try centre.backup(to: target) { progress.advance(to: Int64($0)) }
    progress.finish()
    if console.isJSON {
      console.json(["backup": .text(target.path)])
      return .done
    }
    console.say(
      Words(
        vi: "Đã sao lưu vào \(target.path), đã đọc lại và kiểm tra. "
          + "Trong đó có mọi khóa của trung tâm: hãy cất nơi an toàn.",
        en: "Backed up to \(target.path), read back and checked. "
          + "It holds all keys of the centre: keep it in a safe place."))
    return .done
  }
}

import CommandLine
import Replica

/// `backup`: copies store, keys and configuration into a folder that `--home` can open.
struct Backup: LaptopCommand {
  let surroundings: Surroundings
  let name = ["backup"]
  let abstract = Words(vi: "sao lưu dữ liệu sang thư mục khác", en: "copy the data to a folder")
  let arguments: [Argument] = [
    .positional("dir", Words(vi: "thư mục nhận bản sao lưu", en: "folder for the backup"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation)
    let target = HomeFolder(path: invocation.requiredText("dir"))
    if target.hasStore { throw AgentError.backupExists(path: target.path) }
    try target.create()
    for name in LaptopKeys.fileNames + [LaptopConfiguration.fileName] {
      if let content = try laptop.home.read(name) { try target.write(name, content) }
    }
    // The store comes last: a folder that has one is a whole backup.
    var progress = console.progress(Words(vi: "Đang chép", en: "Copying"), total: 100)
    defer { progress.finish() }
    try Store.backup(laptop.store.connection, to: target.storePath) { step in
      let done = step.totalPages - step.remainingPages
      progress.advance(to: Int64(100 * done / max(1, step.totalPages)))
    }
    progress.finish()
    let operations = try laptop.store.handOverStatus().written
    if console.isJSON {
      console.json(["backup": .text(target.path), "operations": .integer(operations)])
    } else {
      console.say(
        Words(
          vi: "Đã sao lưu vào \(target.path) (\(operations) thao tác của máy này), "
            + "đã đọc lại và kiểm tra. Trong đó có cả khóa: hãy cất nơi an toàn.",
          en: "Backed up to \(target.path) (\(operations) operations of this laptop), "
            + "read back and checked. It holds the keys as well: keep it in a safe place."))
    }
    return .done
  }
}

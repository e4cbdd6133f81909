import CommandLine
import Listings
import Replica

/// `backup FILE`: copies the store into one file and reads it back, also while serving.
struct BackupCommand: Command {
  let context: CommandContext

  let name = ["backup"]
  let abstract = BilingualText(
    vi: "sao lưu dữ liệu của trung tâm vào một tệp và kiểm tra lại",
    en: "copy the centre's data into a file and check the copy")
  let arguments: [Argument] = [
    .positional("file", BilingualText(vi: "tệp nhận bản sao lưu", en: "file for the backup")),
    .option(
      "with-keys", "FILE",
      BilingualText(
        vi: "ghi thêm các khóa vào tệp này (quyền 0600)",
        en: "write the keys into this other file as well (mode 0600)")),
    .flag(
      "off-machine",
      BilingualText(
        vi: "tôi sẽ cất bản này ở nơi khác máy này",
        en: "I keep this copy away from this machine")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let path = invocation.requiredText("file")
    let keyFile = invocation.text("with-keys")
    var progress = console.progress(BilingualText(vi: "Đang chép", en: "Copying"), total: 100)
    defer { progress.finish() }
    let backup = try centre.backup(
      to: path, keyFile: keyFile, isOffMachine: invocation.flag("off-machine")
    ) { progress.advance(to: Int64($0)) }
    progress.finish()
    if console.isJSON {
      console.json(json(backup, path, keyFile))
    } else {
      say(backup, path, keyFile, console)
    }
    return .done
  }

  private func json(_ backup: CentreBackup, _ path: String, _ keyFile: String?) -> JSONValue {
    [
      "backup": .text(path), "keys": .text(orNull: keyFile),
      "keyring": .text(orNull: keyFile.map(KeyringBackup.path(besideKeys:))),
      "batches": .integer(Int64(backup.report.batchCount)),
      "durable": .bool(backup.isOffMachine),
      "scopes": .array(
        backup.report.cursors.map {
          [
            "scope": .text(String($0.scope.rawValue)), "epoch": .integer(Int64($0.epoch)),
            "arrival": .integer(Int64(clamping: $0.arrival)),
          ]
        }),
    ]
  }

  private func say(
    _ backup: CentreBackup, _ path: String, _ keyFile: String?, _ console: Console
  ) {
    console.say(
      BilingualText(
        vi: "Đã sao lưu vào \(path): \(backup.report.batchCount) gói, đã đọc lại; chữ ký, chuỗi và "
          + "mã kiểm đều khớp.",
        en:
          "Backed up to \(path): \(counted(backup.report.batchCount, "batch", "batches")), read back; signatures, "
          + "chains and digests agree."))
    if let keyFile {
      console.say(
        BilingualText(
          vi: "Khóa nằm ở \(keyFile): ai có tệp này là có trung tâm. Hãy cất riêng, nơi khóa kín. "
            + "Khóa của thông tin cá nhân nằm ở \(KeyringBackup.path(besideKeys: keyFile)): chỉ dùng "
            + "được 15 ngày, sau đó phải hủy.",
          en: "The keys are in \(keyFile): whoever has it has the centre. Keep it apart, locked. "
            + "The keys of personal values are in \(KeyringBackup.path(besideKeys: keyFile)): it is "
            + "valid for 15 days and must be destroyed then."))
    } else {
      console.say(
        BilingualText(
          vi: "Bản này không chứa khóa. Phải cất riêng thư mục keys/ của trung tâm "
            + "(hoặc chạy với --with-keys TỆP); thiếu khóa thì không phục hồi được.",
          en: "It holds no keys. The centre's folder keys/ must be kept as well, apart from it (or "
            + "run with --with-keys FILE); without keys nothing can be restored."))
    }
    if !backup.isOffMachine {
      console.note(
        BilingualText(
          vi: "Tệp này cùng ổ đĩa với dữ liệu: mất máy là mất cả hai. Hãy chép ra ổ khác, hoặc "
            + "chạy lại với --off-machine nếu bạn cất nó nơi khác.",
          en: "This file lies on the same device as the data: losing the machine loses both. Write "
            + "it to another device, or say --off-machine if you carry it elsewhere."))
    }
  }
}

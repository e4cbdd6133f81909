import CommandLine
import Listings
import Replica

/// `backup`: copies the store into one file and reads it back.
struct Backup: LaptopCommand {
  let surroundings: Surroundings
  let name = ["backup"]
  let abstract = BilingualText(
    vi: "sao lưu dữ liệu của máy vào một tệp và kiểm tra lại",
    en: "copy this laptop's data into a file and check the copy")
  let arguments: [Argument] = [
    .positional("file", BilingualText(vi: "tệp nhận bản sao lưu", en: "file for the backup")),
    .option(
      "with-keys", "FILE",
      BilingualText(
        vi: "ghi thêm khóa và cấu hình vào tệp này (quyền 0600)",
        en: "write keys and configuration into this other file as well (mode 0600)")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    let path = invocation.requiredText("file")
    let keyFile = invocation.text("with-keys")
    let keyringFile = keyFile.map(KeyringBackup.path(besideKeys:))
    for output in [path, keyFile, keyringFile].compactMap(\.self) where HomeFolder.exists(output) {
      throw AgentError.backupExists(path: output)
    }
    var progress = console.progress(BilingualText(vi: "Đang chép", en: "Copying"), total: 100)
    defer { progress.finish() }
    var random = laptop.random
    let report = try laptop.store.backup(
      to: path, at: laptop.clock().wall, random: &random
    ) { step in
      let done = step.totalPages - step.remainingPages
      progress.advance(to: Int64(100 * done / max(1, step.totalPages)))
    }
    if let keyFile {
      let names = try LaptopKeys(laptop.home).fileNames() + [LaptopConfiguration.fileName]
      try HomeFolder.write(path: keyFile, KeyBundle(of: laptop.home, names: names).encoded)
    }
    if let keyringFile {
      try KeyringBackup.make(
        of: laptop.store.keyring, to: keyringFile, at: laptop.clock().wall)
    }
    progress.finish()
    let operations = try laptop.store.handOverStatus().written
    if console.isJSON {
      console.json([
        "backup": .text(path), "keys": .text(orNull: keyFile),
        "keyring": .text(orNull: keyringFile),
        "batches": .integer(Int64(report.batchCount)), "operations": .integer(operations),
      ])
      return .done
    }
    console.say(
      BilingualText(
        vi: "Đã sao lưu vào \(path) (\(operations) thao tác của máy này), đã đọc lại và kiểm tra.",
        en:
          "Backed up to \(path) (\(counted(operations, "operation", "operations")) of this laptop), read back and "
          + "checked."))
    console.say(
      keyFile.map {
        BilingualText(
          vi: "Khóa và cấu hình nằm ở \($0), khóa của thông tin cá nhân ở "
            + "\(KeyringBackup.path(besideKeys: $0)): hãy cất riêng, nơi khóa kín. Tệp sau chỉ dùng "
            + "được 15 ngày, sau đó phải hủy.",
          en: "Keys and configuration are in \($0), the keys of personal values in "
            + "\(KeyringBackup.path(besideKeys: $0)): keep both apart from the data, locked. The "
            + "second is valid for 15 days and must be destroyed then.")
      }
        ?? BilingualText(
          vi: "Bản này không chứa khóa: hãy cất riêng thư mục keys/ và config.json, hoặc chạy với "
            + "--with-keys TỆP.",
          en: "It holds no keys: keep the folder keys/ and config.json apart from it, or run with "
            + "--with-keys FILE."))
    return .done
  }
}

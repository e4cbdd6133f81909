import CommandLine
import Replica

/// `keyring unlock`: shows personal values again after a restore, before every laptop was heard.
struct KeyringUnlockCommand: Command {
  let context: CommandContext

  let name = ["keyring", "unlock"]
  let abstract = Words(
    vi: "mở khoá thông tin cá nhân sau khi phục hồi",
    en: "show personal values again after a restore")
  let arguments: [Argument] = [
    .flag(
      "yes",
      Words(
        vi: "mở khoá ngay, dù còn máy chưa gửi nhận",
        en: "unlock now, although laptops are still awaited"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let wasLocked = try centre.inspect { try $0.store.showsNoSealedValues() }
    let awaited = try centre.inspect { try $0.store.awaitedPeers().map(\.label) }
    let unlocks = wasLocked && invocation.flag("yes")
    if unlocks { try centre.inspect { try $0.store.unlockSealedValues() } }
    let isLocked = wasLocked && !unlocks
    if console.isJSON {
      console.json([
        "locked": .bool(isLocked), "awaited": .array(awaited.map { .text($0) }),
      ])
    } else {
      console.say(Self.words(isLocked: isLocked, awaited, unlocked: unlocks))
    }
    return isLocked ? .needsAttention : .done
  }

  private static func words(isLocked: Bool, _ awaited: [String], unlocked: Bool) -> Words {
    if isLocked {
      let labels = awaited.joined(separator: ", ")
      return Words(
        vi: "Thông tin cá nhân đang khoá: người đã được xoá có thể còn trong bản sao lưu. Tự mở "
          + "khi mọi máy đã gửi nhận. Còn chờ: \(labels). Mở ngay và chịu trách nhiệm: thêm --yes",
        en: "Personal values are locked: people who were erased may still be in the backup. They "
          + "unlock when every laptop has synced. Awaited: \(labels). To unlock now and answer for "
          + "it add --yes")
    }
    return unlocked
      ? Words(
        vi: "Đã mở khoá thông tin cá nhân. Hãy xem lại: camtay-server erase list",
        en: "Personal values are shown again. Look through: camtay-server erase list")
      : Words(
        vi: "Thông tin cá nhân không bị khoá; không có gì thay đổi.",
        en: "Personal values are not locked; nothing was changed.")
  }
}

import CommandLine
import Replica

/// `keyring unlock`: shows personal values again after a restore, before every laptop was heard.
struct KeyringUnlockCommand: Command {
  let context: CommandContext

  let name = ["keyring", "unlock"]
  let abstract = BilingualText(
    vi: "mở khóa thông tin cá nhân sau khi phục hồi",
    en: "show personal values again after a restore")
  let arguments: [Argument] = [
    .flag(
      "yes",
      BilingualText(
        vi: "mở khóa ngay, dù còn máy chưa gửi nhận",
        en: "unlock now, although laptops are still awaited"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let found = try centre.inspect { try SealedValuesLock($0.store) }
    let unlocks = found?.isLocked ?? false && invocation.flag("yes")
    if unlocks { try centre.perform { records, _ in try records.store.unlockSealedValues() } }
    let lock = try centre.inspect { try SealedValuesLock($0.store) }
    if console.isJSON {
      console.json([
        "locked": .bool(lock?.isLocked ?? false),
        "awaited": .array((lock?.awaited ?? []).map { .text($0) }),
        "not_awaited": .array((lock?.silent ?? []).map { .text($0.label) }),
      ])
    } else {
      if unlocks || lock == nil { console.say(Self.words(unlocked: unlocks)) }
      if let lock { console.say(lock.words) }
    }
    return lock != nil && !unlocks ? .needsAttention : .done
  }

  private static func words(unlocked: Bool) -> BilingualText {
    unlocked
      ? BilingualText(
        vi: "Đã mở khóa thông tin cá nhân. Hãy xem lại: camtay-server erase list",
        en: "Personal values are shown again. Look through: camtay-server erase list")
      : BilingualText(
        vi: "Thông tin cá nhân không bị khóa; không có gì thay đổi.",
        en: "Personal values are not locked; nothing was changed.")
  }
}

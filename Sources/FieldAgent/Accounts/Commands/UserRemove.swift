import CommandLine
import FieldWork
import Replica

/// `user remove`: somebody's password opens this laptop no more.
struct UserRemove: LaptopCommand {
  let surroundings: Surroundings
  let name = ["user", "remove"]
  let abstract = BilingualText(
    vi: "bỏ một người mở máy này", en: "remove somebody who can unlock this laptop")
  let arguments = [
    Argument.positional(
      "user", BilingualText(vi: "mã hoặc tên", en: "code or name"), repeats: true),
    Argument.flag(
      "without-password",
      BilingualText(
        vi: "bỏ cả tài khoản cuối cùng: máy mở không cần mật khẩu",
        en: "also the last one: the laptop then opens without a password")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let unlocking = Unlocking(self, invocation, console)
    let accounts = try unlocking.accounts()
    let all = try accounts.all()
    guard !all.isEmpty else { throw AccountError.noAccounts }
    let typed = invocation.texts("user").joined(separator: " ")
    guard let account = try accounts.find(typed) else { throw AccountError.unknown(name: typed) }
    let isLast = all.count == 1
    guard !isLast || invocation.flag("without-password") else {
      throw AccountError.lastAccount(name: account.name)
    }
    let key = try unlocking.open(accounts).key
    if isLast { try accounts.removeAll(key: key) } else { try accounts.remove(account.member) }
    if console.isJSON {
      console.json(["name": .text(account.name), "opens_without_password": .bool(isLast)])
      return .done
    }
    console.say(
      BilingualText(
        vi: "\(account.name) không còn mở được máy này.",
        en: "\(account.name) can no longer unlock this laptop."))
    if isLast {
      console.note(
        BilingualText(
          vi: "Máy này giờ mở không cần mật khẩu: ai cầm máy cũng xem được dữ liệu của người dân.",
          en: "This laptop now opens without a password: anybody who holds it sees residents' data."
        ))
    }
    return .done
  }
}

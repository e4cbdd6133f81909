import CommandLine
import FieldWork
import Replica

/// `user password`: sets another password for whoever unlocks with the present one.
struct UserPassword: LaptopCommand {
  let surroundings: Surroundings
  let name = ["user", "password"]
  let abstract = BilingualText(vi: "đổi mật khẩu mở máy", en: "change a password to unlock")
  let arguments = [Unlocking.newOption]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let unlocking = Unlocking(self, invocation, console)
    let accounts = try unlocking.accounts()
    guard try !accounts.all().isEmpty else { throw AccountError.noAccounts }
    // Whoever opens with another's password must not be given a new one of his own.
    if let name = invocation.member, try accounts.find(name) == nil {
      throw AccountError.unknown(name: name)
    }
    let (account, key) = try unlocking.open(accounts)
    let password = try unlocking.newPassword(of: account.name)
    try accounts.setPassword(account.member, to: password, key: key)
    if console.isJSON {
      console.json(["name": .text(account.name)])
    } else {
      console.say(
        BilingualText(
          vi: "Đã đổi mật khẩu của \(account.name). Tệp khóa sao lưu trước đây vẫn mở bằng mật "
            + "khẩu cũ: hãy chạy “camtay backup --with-keys” lại rồi hủy tệp cũ.",
          en: "The password of \(account.name) was changed. Key files of earlier backups still "
            + "open by the old one: run “camtay backup --with-keys” anew and destroy them."))
    }
    return .done
  }
}

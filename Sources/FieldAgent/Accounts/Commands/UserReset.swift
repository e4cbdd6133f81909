import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// `user reset`: the way back for who has forgotten the password, by a code of the centre.
struct UserReset: LaptopCommand {
  let surroundings: Surroundings
  let name = ["user", "reset"]
  let abstract = BilingualText(
    vi: "đặt mật khẩu mới bằng mã của điều phối viên",
    en: "set a new password by a code of the coordinator")
  let arguments = [
    Argument.option(
      "code", "CODE",
      BilingualText(
        vi: "mã mà điều phối viên đọc; bỏ trống thì máy cho biết phải đọc gì",
        en: "code that the coordinator read out; without it the laptop says what to read"),
      maximumBytes: 200),
    Unlocking.newOption,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let unlocking = Unlocking(self, invocation, console)
    let accounts = try unlocking.accounts()
    let request = try accounts.resetRequest()
    guard let code = invocation.text("code") else {
      show(request, console)
      return .done
    }
    if let name = invocation.member, try accounts.find(name) == nil {
      throw AccountError.unknown(name: name)
    }
    let account = try unlocking.account(of: accounts)
    // Before somebody thinks of a password in vain.
    try accounts.check(resetCode: code)
    let password = try unlocking.newPassword(of: account.name)
    _ = try accounts.reset(account.member, code: code, password: password)
    if console.isJSON {
      console.json(["name": .text(account.name)])
    } else {
      console.say(
        BilingualText(
          vi: "\(account.name) có mật khẩu mới. Mã vừa dùng không dùng lại được; lần đặt lại này "
            + "được ghi ở “camtay user list” và ở trung tâm.",
          en: "\(account.name) has a new password. The code cannot be used again; this reset "
            + "stands in “camtay user list” and at the centre."))
    }
    return .done
  }

  private func show(_ request: LocalAccounts.ResetRequest, _ console: Console) {
    if console.isJSON {
      console.json(["challenge": .text(request.challenge), "day": .text(request.day.iso)])
      return
    }
    // Two groups at a time can be held in mind; the whole line can be copied into a message.
    let groups = request.challenge.split(separator: "-")
    let lines = stride(from: 0, to: groups.count, by: 2).map {
      "  \($0 / 2 + 1)  " + groups[$0..<min($0 + 2, groups.count)].joined(separator: " ")
    }
    console.say(
      BilingualText(
        vi: "Gọi điều phối viên, nói tên và ngày \(Format.date(request.day)), rồi đọc từng dòng "
          + "(hoặc gửi tin nhắn dòng cuối):",
        en: "Call the coordinator, give your name and the day \(Format.date(request.day)), then "
          + "read line by line (or send the last line as a message):"))
    console.write(lines.joined(separator: "\n") + "\n")
    console.write(request.challenge + "\n")
    console.say(
      BilingualText(
        vi: "Điều phối viên đọc lại một mã 5 nhóm. Khi đó chạy: camtay user reset --code MÃ"
          + "\nMã chỉ dùng được một lần, trên máy này, trong ngày. Dữ liệu vẫn còn nguyên.",
        en: "The coordinator reads out a code of 5 groups. Then run: "
          + "camtay user reset --code CODE\n"
          + "It serves once, on this laptop, on that day. Your data are still there."))
  }
}

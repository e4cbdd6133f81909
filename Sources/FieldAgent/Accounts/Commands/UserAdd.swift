import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `user add`: lets a member unlock this laptop with a password.
struct UserAdd: LaptopCommand {
  let surroundings: Surroundings
  let name = ["user", "add"]
  let abstract = BilingualText(
    vi: "thêm người mở máy này bằng mật khẩu", en: "let a member unlock this laptop by password")
  let arguments = [
    Argument.positional(
      "member",
      BilingualText(
        vi: "mã hoặc tên; bỏ trống là người ghi mặc định",
        en: "code or name; the default member without one"), isRequired: false, repeats: true),
    Unlocking.newOption,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let unlocking = Unlocking(self, invocation, console)
    let accounts = try unlocking.accounts()
    let isFirst = try accounts.all().isEmpty
    // The home is let go before somebody thinks about a password.
    let (member, key) = try found(invocation, console)
    let name = member.fullName ?? member.codeText
    if let there = try accounts.all().first(where: { $0.member == member.id }) {
      throw AccountError.alreadyThere(name: there.name)
    }
    let password = try unlocking.newPassword(of: name)
    try accounts.add(
      member.id, name: name, code: member.codeText, password: password, key: key)
    if console.isJSON {
      console.json([
        "member": .text(member.codeText), "name": .text(name), "is_first": .bool(isFirst),
      ])
      return .done
    }
    console.say(
      BilingualText(
        vi: "\(name) (\(member.codeText)) mở được máy này bằng mật khẩu.",
        en: "\(name) (\(member.codeText)) can unlock this laptop with the password."))
    if isFirst {
      console.say(
        BilingualText(
          vi: "Từ giờ máy chỉ mở bằng mật khẩu. Tệp khóa sao lưu trước đây vẫn mở không cần mật "
            + "khẩu: hãy chạy “camtay backup --with-keys” lại rồi hủy tệp cũ. Quên mật khẩu thì "
            + "điều phối viên đọc cho một mã: camtay user reset",
          en: "From now on the laptop opens by password only. Key files of earlier backups still "
            + "open without one: run “camtay backup --with-keys” anew and destroy them. For a "
            + "forgotten password the coordinator reads out a code: camtay user reset"))
    }
    return .done
  }

  private func found(
    _ invocation: Invocation, _ console: Console
  ) throws -> (Member, StoreKey) {
    let laptop = try laptop(invocation, console)
    let typed = invocation.texts("member").joined(separator: " ")
    let reader = laptop.records.reader
    if !typed.isEmpty { return (try reader.findMember(typed), laptop.storeKey) }
    let id = try laptop.member(named: invocation.member)
    guard let member = try reader.record(Member.self, id) else { throw FieldError.memberNeeded }
    return (member, laptop.storeKey)
  }
}

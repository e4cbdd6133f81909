import CommandLine

/// `init --place CODE`: makes a centre.
struct InitCommand: Command {
  let context: CommandContext

  let name = ["init"]
  let abstract = BilingualText(
    vi: "tạo trung tâm cho một xã hoặc một tỉnh",
    en: "make the centre of a commune or a province")
  let arguments: [Argument] = [
    .option(
      "place", "CODE",
      BilingualText(
        vi: "mã xã (5 chữ số) hoặc mã tỉnh (2 chữ số)",
        en: "code of a commune (5 digits) or a province (2 digits)"),
      isRequired: true, maximumBytes: 200),
    .repeatedOption(
      "host", "NAME",
      BilingualText(
        vi: "tên máy hoặc địa chỉ mà trình duyệt sẽ dùng, ghi vào chứng thư",
        en: "host name or address that browsers will use, for the certificate"),
      maximumBytes: 253),
    .option(
      "coordinator", "NAME",
      BilingualText(
        vi: "tên tài khoản của điều phối viên đầu tiên (coordinator)",
        en: "account name of the first coordinator (coordinator)"), maximumBytes: 100),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let home = try context.home(invocation)
    let name = invocation.text("coordinator") ?? "coordinator"
    let made = try CentreSetup.make(
      home, place: invocation.requiredText("place"), hosts: invocation.texts("host"),
      coordinator: name, surroundings: context.surroundings)
    if console.isJSON {
      console.json([
        "home": .text(home.path), "place": .text(made.settings.place.code),
        "place_name": .text(made.settings.place.name),
        "account": .text(try AccountName(name).text), "password": .text(made.password),
      ])
      return .done
    }
    let option = invocation.home.map { " --home \($0)" } ?? ""
    console.say(
      BilingualText(
        vi: """
          Đã tạo trung tâm cho \(made.settings.place.name) ở \(home.path)
          Điều phối viên: \(try AccountName(name).text)
          Mật khẩu (chỉ hiện một lần này, hãy ghi lại): \(made.password)
          Tiếp theo:
            camtay-server import hamlets.csv members.csv\(option)
            camtay-server enroll-code --team MÃ\(option)
            camtay-server serve\(option)
          """,
        en: """
          Made the centre of \(made.settings.place.name) in \(home.path)
          Coordinator: \(try AccountName(name).text)
          Password (shown this once, write it down): \(made.password)
          Next:
            camtay-server import hamlets.csv members.csv\(option)
            camtay-server enroll-code --team CODE\(option)
            camtay-server serve\(option)
          """))
    return .done
  }
}

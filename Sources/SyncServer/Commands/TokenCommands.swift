import CommandLine
import FieldWork

/// `token add NAME --role ROLE`: lets a program read numbers.
struct TokenAddCommand: Command {
  let context: CommandContext

  let name = ["token", "add"]
  let abstract = BilingualText(
    vi: "cấp mã truy cập cho một phần mềm (chỉ đọc)", en: "make a token for a program (read-only)")
  let arguments: [Argument] = [TokenListCommand.nameArgument] + AccountArguments.rights

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let name = try AccountName(invocation.requiredText("name"))
    let centre = try context.centre(invocation)
    let rights = try AccountArguments.rights(invocation, centre, on: context.today)
    let token = try centre.addToken(name.text, rights, by: try CommandGuard.actor(invocation))
    if console.isJSON {
      console.json([
        "program": .text(name.text), "roles": .array(rights.roles.map { .text($0.rawValue) }),
        "token": .text(token),
      ])
    } else {
      console.say(TokenWords.once(name.text))
      console.write(token + "\n")
    }
    return .done
  }
}

/// `token list`: which programs may read what.
struct TokenListCommand: Command {
  static let nameArgument = Argument.positional(
    "name", BilingualText(vi: "tên phần mềm", en: "the program's name"), maximumBytes: 100)

  let context: CommandContext

  let name = ["token", "list"]
  let abstract = BilingualText(vi: "các mã truy cập của phần mềm", en: "list the programs' tokens")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let tokens = try RightsList(try centre.tokens(), TokenWords.name, centre)
    let language = console.language
    console.listing(
      Table(
        tokens.tableColumns + [.text(TokenWords.used), .text(AccountWords.state)],
        tokens.holders.map { token in
          tokens.cells(token, language) + [
            token.used.map { Format.dateTime(LocalDateTime(time: $0)) }
              ?? TokenWords.never.text(in: language),
            (token.isOpen ? TokenWords.open : TokenWords.shut).text(in: language),
          ]
        }, empty: TokenWords.none),
      json: .array(
        tokens.holders.map { token in
          .object(
            RightsList.json(token, name: "program") + [
              .init("used", .text(orNull: token.used.map { LocalDateTime(time: $0).iso })),
              .init("closed", .text(orNull: token.closed.map { LocalDateTime(time: $0).iso })),
            ])
        }))
    return .done
  }
}

/// `token close NAME`: its next question is refused.
struct TokenCloseCommand: Command {
  let context: CommandContext

  let name = ["token", "close"]
  let abstract = BilingualText(
    vi: "đóng mã truy cập; không mở lại được", en: "close a token for good")
  let arguments: [Argument] = [TokenListCommand.nameArgument]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let name = invocation.requiredText("name")
    try context.centre(invocation).closeToken(name, by: try CommandGuard.actor(invocation))
    console.say(
      BilingualText(
        vi: "Đã đóng mã truy cập “\(name)”; câu hỏi sau của phần mềm này bị từ chối.",
        en: "The token “\(name)” is closed; the program is refused from its next question on."))
    return .done
  }
}

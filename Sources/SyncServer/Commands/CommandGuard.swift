import CommandLine
import FieldWork
import Replica

/// A command behind the same rule of who may do what as the pages.
///
/// Without `--account` it is whoever keeps the machine, who could read the files anyway. With it the
/// account's password is asked for, its role decides, and the log carries its name.
struct CommandGuard: Command {
  /// The options of every command of the centre.
  static let options: [Argument] = [
    .option(
      "account", "NAME",
      BilingualText(
        vi: "làm dưới tên và quyền của tài khoản này; hỏi mật khẩu",
        en: "work under this account's name and rights; asks for its password"),
      maximumBytes: 100),
    .option(
      "account-password-file", "FILE",
      BilingualText(
        vi: "tệp có mật khẩu của tài khoản ở dòng đầu, khi không gõ được",
        en: "file with the account's password in its first line, where none can be typed")),
  ]

  private let command: any Command
  /// Who may run it.
  let access: Access
  private let isNoted: Bool
  private let context: CommandContext

  /// - Parameter isNoted: whether the log keeps that it was run.
  init(_ command: any Command, _ access: Access, isNoted: Bool, _ context: CommandContext) {
    self.command = command
    self.access = access
    self.isNoted = isNoted
    self.context = context
  }

  var name: [String] { command.name }
  var abstract: BilingualText { command.abstract }
  var arguments: [Argument] { command.arguments }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    if let name = invocation.text("account"), access != .anyone {
      try check(try AccountName(name), invocation, console)
    }
    // Whoever keeps the machine reads the files anyway; what somebody with an account looks at is
    // noted.
    if isNoted || (access == .coordinator && invocation.text("account") != nil) {
      try context.centre(invocation).note(
        AuditEvent(.commandRun, command.title), by: try Self.actor(invocation))
    }
    return try command.run(invocation, console)
  }

  /// Who acts, for the log.
  /// - Throws: `AccountError.badName`.
  static func actor(_ invocation: Invocation) throws -> AuditActor {
    try invocation.text("account").map { .account(try AccountName($0)) } ?? .keeper
  }

  /// - Throws: `AccountError.wrongSignIn`, `.notOpen`, `.passwordNotChosen`, `.notAllowed`,
  ///   `.reachTooSmall`.
  private func check(
    _ name: AccountName, _ invocation: Invocation, _ console: Console
  ) throws {
    let centre = try context.centre(invocation)
    let password = try password(of: name, invocation, console)
    let account: Account
    do {
      account = try centre.prove(name, password: password)
    } catch AccountError.wrongSignIn {
      console.pauseBeforePassword(milliseconds: 1_000)
      throw AccountError.wrongSignIn
    }
    guard !account.mustChoosePassword else { throw AccountError.passwordNotChosen(name.text) }
    guard let reach = access.reach(of: account.rights) else {
      throw AccountError.notAllowed(name.text)
    }
    // Commands show the whole centre; pages know how to show a part of it.
    guard reach == .everything else { throw AccountError.reachTooSmall(name.text) }
  }

  private func password(
    of name: AccountName, _ invocation: Invocation, _ console: Console
  ) throws -> String {
    if let path = invocation.text("account-password-file") {
      return try HomeFolder.firstLine(of: path)
    }
    let words = BilingualText(vi: "Mật khẩu của \(name.text):", en: "Password of \(name.text):")
    guard let typed = console.askPassword(words) else { throw AccountError.wrongSignIn }
    return typed
  }
}

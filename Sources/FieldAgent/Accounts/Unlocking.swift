import CommandLine
import FieldWork
import Glibc
import Replica
import SyncProtocol

/// How a command line gets through the accounts of a laptop: by a password that is typed or read
/// from a file. A laptop without accounts asks nothing.
struct Unlocking {
  /// Names the file whose first line is the password.
  static let option = Argument.option(
    "password-file", "FILE",
    BilingualText(
      vi: "tệp có mật khẩu ở dòng đầu, khi không gõ được",
      en: "file with the password in its first line, where none can be typed"))
  /// Names the file whose first line is the password to set.
  static let newOption = Argument.option(
    "new-password-file", "FILE",
    BilingualText(
      vi: "tệp có mật khẩu mới ở dòng đầu", en: "file with the new password in its first line"))
  /// Names such a file where the line does not.
  static let variable = "CAMTAY_PASSWORD_FILE"

  /// How often a password may be typed before the command gives up.
  private static let tries = 3
  private static let pauseMilliseconds = 1_000

  private let holder: any LaptopHolder
  private let invocation: Invocation
  private let console: Console

  init(_ holder: some LaptopHolder, _ invocation: Invocation, _ console: Console) {
    self.holder = holder
    self.invocation = invocation
    self.console = console
  }

  /// The accounts of the home that the line means.
  func accounts() throws -> LocalAccounts {
    LocalAccounts(try holder.home(invocation), holder.surroundings)
  }

  /// What opens the records; nil on a laptop without accounts.
  /// - Throws: as `open`.
  func storeKey() throws -> StoreKey? { try storeKey(of: try accounts()) }

  /// What opens the records that these accounts guard; nil where there are none.
  /// - Throws: as `open`.
  func storeKey(of accounts: LocalAccounts) throws -> StoreKey? {
    try accounts.all().isEmpty ? nil : try open(accounts).key
  }

  /// Unlocks with the account of `--as`, else with the one of the default member, else with the only
  /// one: whoever has no account works on a laptop that another member of the team opens.
  ///
  /// - Throws: `AgentError.locked` where no password can be had, `AccountError.wrongPassword`,
  ///   `.severalAccounts`.
  func open(_ accounts: LocalAccounts) throws -> (account: LocalAccount, key: StoreKey) {
    let account = try account(of: accounts)
    if let password = try passwordOfFile() {
      do {
        return (account, try accounts.unlock(account.member, password: password))
      } catch AccountError.wrongPassword {
        usleep(UInt32(Self.pauseMilliseconds * 1_000))
        throw AccountError.wrongPassword
      }
    }
    guard console.canAskPassword else {
      throw AgentError.locked(names: try accounts.all().map(\.name))
    }
    return (account, try typed(account, accounts))
  }

  /// A new password: of the file, or typed twice.
  /// - Throws: `AccountError.newPasswordNeeded`, `.notRepeated`, `.tooShort`, `.tooLong`.
  func newPassword(of name: String) throws -> String {
    let password: String
    if let path = invocation.text(Self.newOption.name) {
      password = try HomeFolder.firstLine(of: path)
    } else {
      let least = AccountPassword.minimumCharacters
      let words = BilingualText(
        vi: "Mật khẩu mới của \(name) (ít nhất \(least) ký tự):",
        en: "New password of \(name) (at least \(least) characters):")
      guard let typed = console.askPassword(words) else {
        throw AccountError.newPasswordNeeded
      }
      _ = try AccountPassword(choosing: typed)
      let again = console.askPassword(BilingualText(vi: "Gõ lại lần nữa:", en: "Once more:"))
      guard again == typed else { throw AccountError.notRepeated }
      password = typed
    }
    _ = try AccountPassword(choosing: password)
    return password
  }

  /// Whose account the line means, as `open` tells.
  func account(of accounts: LocalAccounts) throws -> LocalAccount {
    let all = try accounts.all()
    if let name = invocation.member, let account = try accounts.find(name) { return account }
    let standard = try LaptopConfiguration.read(from: try holder.home(invocation))?.member
    if let account = all.first(where: { $0.member == standard }) { return account }
    guard let only = all.first, all.count == 1 else {
      throw AccountError.severalAccounts(names: all.map(\.name))
    }
    return only
  }

  private func typed(_ account: LocalAccount, _ accounts: LocalAccounts) throws -> StoreKey {
    for attempt in 1...Self.tries {
      let words = BilingualText(
        vi: "Mật khẩu của \(account.name):", en: "Password of \(account.name):")
      guard let password = console.askPassword(words) else { break }
      do {
        return try accounts.unlock(account.member, password: password)
      } catch AccountError.wrongPassword {
        console.pauseBeforePassword(milliseconds: attempt * Self.pauseMilliseconds)
        guard attempt < Self.tries else { throw AccountError.wrongPassword }
        console.note(
          BilingualText(
            vi: "Mật khẩu không đúng. Hãy gõ lại.", en: "The password is wrong. Type it again."))
      }
    }
    throw AgentError.locked(names: try accounts.all().map(\.name))
  }

  private func passwordOfFile() throws -> String? {
    let path =
      invocation.text(Self.option.name)
      ?? holder.surroundings.environment(Self.variable).flatMap { $0.isEmpty ? nil : $0 }
    return try path.map { try HomeFolder.firstLine(of: $0) }
  }
}

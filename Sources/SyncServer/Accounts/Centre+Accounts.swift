import Cryptography
import SyncProtocol

extension Centre {
  /// Adds an account and returns its password, which is kept nowhere; whoever gets it chooses
  /// another one first.
  /// - Throws: `AccountError.exists`, `.badName`.
  package func addAccount(
    _ name: String, _ rights: AccountRights, by actor: AuditActor
  ) throws -> String {
    let name = try AccountName(name)
    let (password, stored) = try madePassword()
    try administer { store, clock in
      try AccountBook(store.connection).add(name, rights, stored, at: clock.wall)
      try AuditLog(store.connection).note(
        AuditEvent(.accountAdded, name.text, detail: rights.detail), by: actor, at: clock.wall)
    }
    return password
  }

  /// Gives an account a new password and returns it; its sign-ins are over, and it is unlocked.
  /// - Throws: `AccountError.unknown`, `.badName`.
  package func renewPassword(of name: String, by actor: AuditActor) throws -> String {
    let name = try AccountName(name)
    let (password, stored) = try madePassword()
    try change(name, .passwordRenewed, by: actor) { try $0.setPassword(stored, of: name, at: $1) }
    return password
  }

  /// Sets the password that a person chose; all their sign-ins are over.
  ///
  /// - Throws: `AccountError.wrongPassword`, `.samePassword`, `.notRepeated`, `.weakPassword`,
  ///   `.passwordHoldsName`, `.longPassword`.
  package func choosePassword(
    _ password: String, again: String, of name: AccountName, present: String
  ) throws {
    let known = try read { try AccountBook($0.connection).find(name) }
    guard Password.verify(present, against: known?.password) else {
      throw AccountError.wrongPassword
    }
    // What was handed out is known to whoever made it.
    guard !Password.verify(password, against: known?.password) else {
      throw AccountError.samePassword
    }
    try choosePassword(password, again: again, of: name)
  }

  /// Sets the password that somebody chose who has proved before who they are.
  package func choosePassword(_ password: String, again: String, of name: AccountName) throws {
    guard password.utf8.elementsEqual(again.utf8) else { throw AccountError.notRepeated }
    var random = surroundings.generator()
    let stored = AccountBook.StoredPassword(
      digest: try Password.digest(
        choosing: password, of: name, cost: passwordCost, using: &random), mustChange: false)
    try change(name, .passwordChosen, by: .account(name)) {
      try $0.setPassword(stored, of: name, at: $1)
    }
  }

  /// Gives an account other rights; they hold from its next request.
  /// - Throws: `AccountError.unknown`, `.lastAdministrator`.
  package func setRights(
    _ rights: AccountRights, of name: AccountName, by actor: AuditActor
  ) throws {
    try change(name, .rightsChanged, detail: rights.detail, by: actor) { book, _ in
      try book.setRights(rights, of: name)
    }
  }

  /// Closes an account, or opens it again; what it did stays in the log.
  /// - Throws: `AccountError.unknown`, `.lastAdministrator`.
  package func setClosed(_ isClosed: Bool, of name: AccountName, by actor: AuditActor) throws {
    try change(name, isClosed ? .accountClosed : .accountOpened, by: actor) { book, time in
      try book.setClosed(isClosed ? time : nil, of: name)
    }
  }

  /// Lets an account try again that wrong passwords locked.
  /// - Throws: `AccountError.unknown`.
  package func unlockAccount(_ name: AccountName, by actor: AuditActor) throws {
    try change(name, .accountUnlocked, by: actor) { book, _ in
      try book.forgetFailures(of: name)
    }
  }

  /// All accounts, by name.
  package func accounts() throws -> [Account] {
    try read { try AccountBook($0.connection).all() }
  }

  /// The account of a name.
  /// - Throws: `AccountError.unknown`, `.badName`.
  package func account(_ name: String) throws -> Account {
    let name = try AccountName(name)
    guard let found = try read({ try AccountBook($0.connection).find(name) }) else {
      throw AccountError.unknown(name.text)
    }
    return found.account
  }

  /// The account of whoever types its password. Wrong tries are noted, and the right one forgets them.
  ///
  /// - Throws: `AccountError.wrongSignIn`; to whoever has the password, `.notOpen`.
  func prove(_ name: AccountName?, password: String) throws -> Account {
    let known = try name.flatMap { name in try read { try AccountBook($0.connection).find(name) } }
    // Without an account it takes as long.
    guard Password.verify(password, against: known?.password), let known else {
      if let known { try noteWrongTry(at: known.account.name) }
      throw AccountError.wrongSignIn
    }
    let account = known.account
    guard account.isOpen else { throw AccountError.notOpen(account.name.text) }
    if known.failures > 0 {
      try administer { store, _ in
        try AccountBook(store.connection).forgetFailures(of: account.name)
      }
    }
    return account
  }

  /// Notes a wrong password; the log keeps the one that locks the account.
  func noteWrongTry(at name: AccountName) throws {
    try administer { store, clock in
      let book = AccountBook(store.connection)
      let wasLocked = try book.find(name)?.account.locked != nil
      try book.noteFailure(of: name, at: clock.wall)
      guard !wasLocked, try book.find(name)?.account.locked != nil else { return }
      try AuditLog(store.connection).note(
        AuditEvent(.accountLocked, name.text), by: .account(name), at: clock.wall)
    }
  }

  private var passwordCost: PasswordHash.Cost { surroundings.passwordCost(Password.cost) }

  private func madePassword() throws -> (String, AccountBook.StoredPassword) {
    var random = surroundings.generator()
    let password = Password.generate(using: &random)
    return (
      password,
      AccountBook.StoredPassword(
        digest: try Password.digest(made: password, cost: passwordCost, using: &random),
        mustChange: true)
    )
  }

  /// Changes an account and notes it in the log, in one transaction.
  private func change(
    _ name: AccountName, _ act: AuditEvent.Act, detail: String = "", by actor: AuditActor,
    _ body: (AccountBook, Timestamp) throws -> Void
  ) throws {
    try administer { store, clock in
      try body(AccountBook(store.connection), clock.wall)
      try AuditLog(store.connection).note(
        AuditEvent(act, name.text, detail: detail), by: actor, at: clock.wall)
    }
  }
}

extension AccountRights {
  /// The rights as the log keeps them: stable, whatever the language.
  var detail: String {
    var parts = ["roles=" + roles.map(\.rawValue).joined(separator: ",")]
    if let unit { parts.append("unit=\(unit)") }
    if let team { parts.append("team=\(team.rawValue)") }
    if let member { parts.append("member=\(member.rawValue)") }
    return parts.joined(separator: " ")
  }
}

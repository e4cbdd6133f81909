extension Centre {
  /// Adds an account and returns its password, which is kept nowhere.
  /// - Throws: `CentreError.accountExists`, `.badAccountName`.
  package func addAccount(_ name: String, role: Account.Role) throws -> String {
    let name = try AccountName(name)
    var random = surroundings.generator()
    let password = Password.generate(using: &random)
    let hash = try Password.hash(password, using: &random)
    try administer { store, clock in
      try AccountBook(store.connection).add(name, role: role, passwordHash: hash, at: clock.wall)
    }
    return password
  }

  /// Gives an account a new password and returns it; its sign-ins are over.
  /// - Throws: `CentreError.unknownAccount`, `.badAccountName`.
  package func renewPassword(of name: String) throws -> String {
    let name = try AccountName(name)
    var random = surroundings.generator()
    let password = Password.generate(using: &random)
    let hash = try Password.hash(password, using: &random)
    try administer { store, clock in
      try AccountBook(store.connection).setPassword(hash, of: name, at: clock.wall)
    }
    return password
  }

  /// All accounts, by name.
  package func accounts() throws -> [Account] {
    try read { try AccountBook($0.connection).all() }
  }
}

import Replica

extension Centre {
  /// Makes a token for a program and returns it; it is kept nowhere.
  /// - Throws: `TokenError.exists`, `AccountError.badName`.
  package func addToken(
    _ name: String, _ rights: AccountRights, by actor: AuditActor
  ) throws -> String {
    let name = try AccountName(name)
    var random = surroundings.generator()
    let token = ProgramToken.generate(using: &random)
    try administer { store, clock in
      try TokenBook(store.connection).add(name, rights, token, at: clock.wall)
      try AuditLog(store.connection).note(
        AuditEvent(.tokenMade, name.text, detail: rights.detail), by: actor, at: clock.wall)
    }
    return token
  }

  /// Closes a token for good: its next question is refused.
  /// - Throws: `TokenError.unknown`, `AccountError.badName`.
  package func closeToken(_ name: String, by actor: AuditActor) throws {
    let name = try AccountName(name)
    try administer { store, clock in
      try TokenBook(store.connection).close(name, at: clock.wall)
      try AuditLog(store.connection).note(
        AuditEvent(.tokenClosed, name.text), by: actor, at: clock.wall)
    }
  }

  /// All tokens, by name.
  package func tokens() throws -> [ProgramToken] {
    try read { try TokenBook($0.connection).all() }
  }

  /// The token that a program shows; nil when there is none or it is closed.
  func token(shown text: String) throws -> ProgramToken? {
    guard text.hasPrefix(ProgramToken.prefix), text.utf8.count < 100 else { return nil }
    guard let token = try read({ try TokenBook($0.connection).find(shown: text) }) else {
      return nil
    }
    let now = surroundings.clock().wall
    if TokenBook.isNews(now, after: token.used) {
      try administer { store, _ in
        try TokenBook(store.connection).noteUse(of: token.name, at: now)
      }
    }
    return token
  }
}

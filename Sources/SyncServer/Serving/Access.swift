/// Who may use a route or a command; one guard decides for all of them.
package enum Access: Sendable, Equatable {
  /// Everybody with a browser: signing in, the stylesheet.
  case anyone
  /// Laptops and monitors, which prove by signature or code what they need to.
  case program
  /// People whose account has one of these roles.
  case roles([Role])
  /// Programs whose token has one of these roles.
  case tokens([Role])

  /// Numbers and laptops within one's reach.
  package static let overview = Access.roles([.coordinator, .teamLead, .volunteer])
  /// What coordinators alone see and do.
  package static let coordinator = Access.roles([.coordinator])
  /// Trainers; coordinators may see what trainers see.
  package static let trainer = Access.roles([.trainer, .coordinator])
  /// Accounts.
  package static let administrator = Access.roles([.administrator])
  /// The log.
  package static let auditor = Access.roles([.auditor])
  /// What the centre itself needs, whoever of those who keep it running asks.
  package static let keeping = Access.roles([.administrator, .coordinator])
  /// Whoever has an account.
  package static let signedIn = Access.roles(Role.allCases)

  /// Whether somebody with these rights, or nobody, may use it.
  package func allows(_ rights: AccountRights?) -> Bool {
    guard needed != nil else { return true }
    return rights.flatMap { reach(of: $0) } != nil
  }

  /// The roles of which one is needed; nil where none is.
  var needed: [Role]? {
    switch self {
    case .roles(let roles), .tokens(let roles): roles
    case .anyone, .program: nil
    }
  }

  /// The same for programs.
  package var ofTokens: Access { needed.map { .tokens($0) } ?? self }

  /// Over whose work somebody with these rights may use it; nil when they may not at all.
  package func reach(of rights: AccountRights) -> AccountRights.Reach? {
    needed.flatMap(rights.reach)
  }
}

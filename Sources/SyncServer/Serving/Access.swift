/// Who may use a route or a command; one guard decides for all of them.
package enum Access: Sendable, Equatable {
  /// Everybody with a browser: signing in, the stylesheet.
  case anyone
  /// Laptops and monitors, which prove by signature or code what they need to.
  case program
  /// People whose account has one of these roles.
  case roles([Role])

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
    guard case .roles = self else { return true }
    return rights.flatMap { reach(of: $0) } != nil
  }

  /// Over whose work somebody with these rights may use it; nil when they may not at all.
  package func reach(of rights: AccountRights) -> AccountRights.Reach? {
    guard case .roles(let roles) = self else { return nil }
    return rights.reach(as: roles)
  }
}

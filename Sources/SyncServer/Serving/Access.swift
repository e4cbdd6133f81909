/// Who may use a route; one guard decides for all of them.
package enum Access: Sendable, Equatable {
  /// Everybody with a browser: signing in, the stylesheet.
  case anyone
  /// Laptops and monitors, which prove by signature or code what they need to.
  case program
  /// Signed-in people with one of these roles.
  case roles([Account.Role])

  /// Coordinators.
  package static let coordinator = Access.roles([.coordinator])
  /// Trainers; coordinators may see what trainers see.
  package static let trainer = Access.roles([.trainer, .coordinator])
  /// Whoever has an account.
  package static let signedIn = Access.roles(Account.Role.allCases)

  /// Whether somebody with this role, or nobody, may use it.
  func allows(_ role: Account.Role?) -> Bool {
    switch self {
    case .anyone, .program: true
    case .roles(let roles): role.map(roles.contains) ?? false
    }
  }
}

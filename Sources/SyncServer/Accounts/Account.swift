import SyncProtocol

/// Somebody who may sign in to the centre's pages.
package struct Account: Sendable, Equatable {
  /// The name that is typed.
  package let name: AccountName
  /// What they may do, and over whose work.
  package let rights: AccountRights
  /// When the account was made.
  package let created: Timestamp
  /// When its password was set; sign-ins from before are over.
  package let changed: Timestamp
  /// Whether somebody else knows its password, so that the person chooses another one first.
  package let mustChoosePassword: Bool
  /// When it was closed; nil while it is open.
  package let closed: Timestamp?
  /// When wrong tries locked it; nil while they have not.
  package let locked: Timestamp?

  /// Whether it may sign in.
  package var isOpen: Bool { closed == nil && locked == nil }
  /// Whether it has this role.
  package func has(_ role: Role) -> Bool { rights.roles.contains(role) }
}

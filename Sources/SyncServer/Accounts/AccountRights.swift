import SyncProtocol

/// What an account may do, and over whose work.
package struct AccountRights: Sendable, Equatable {
  /// Over whose work a role stretches.
  package enum Reach: Sendable, Equatable {
    /// Everything that the centre holds.
    case everything
    /// The territory of a unit, by its national code.
    case unit(String)
    /// The work of a team.
    case team(RowID)
    /// The work of a member.
    case member(RowID)
  }

  /// The roles, in the order of `Role.allCases`.
  package let roles: [Role]
  /// The unit that coordinators and trainers are kept to; nil for the whole centre.
  package let unit: String?
  /// The team of a team lead.
  package let team: RowID?
  /// The member who this is, so that rulings carry a name.
  package let member: RowID?

  /// Gathers rights.
  ///
  /// - Throws: `AccountError.noRole`, `.roleNeedsTeam`, `.roleNeedsMember`, `.roleHoldsEverywhere`
  ///   where a role lacks what it is about.
  package init(
    _ roles: some Sequence<Role>, unit: String? = nil, team: RowID? = nil, member: RowID? = nil
  ) throws(AccountError) {
    let wanted = Set(roles)
    guard !wanted.isEmpty else { throw .noRole }
    if wanted.contains(.teamLead), team == nil { throw .roleNeedsTeam }
    if wanted.contains(.volunteer), member == nil { throw .roleNeedsMember }
    // Accounts and the log are the whole centre's: a unit would promise what is not kept.
    if unit != nil, let role = [Role.administrator, .auditor].first(where: wanted.contains) {
      throw .roleHoldsEverywhere(role)
    }
    self.roles = Role.allCases.filter(wanted.contains)
    self.unit = unit
    self.team = team
    self.member = member
  }

  /// The widest reach that one of these roles gives; nil when the account has none of them.
  package func reach(as wanted: [Role]) -> Reach? {
    let held = roles.filter(wanted.contains)
    let overUnits: Set<Role> = [.coordinator, .trainer, .auditor, .administrator]
    if held.contains(where: overUnits.contains) { return unit.map(Reach.unit) ?? .everything }
    if held.contains(.teamLead), let team { return .team(team) }
    if held.contains(.volunteer), let member { return .member(member) }
    return nil
  }
}

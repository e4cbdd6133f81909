import FieldWork
import Replica

extension RecordReader {
  /// The rights that somebody typed: a unit's code, a team and a member by code or name.
  ///
  /// - Throws: `AccountError`, `FieldError` or `RecordCodeError` where something that is named is not
  ///   known.
  func accountRights(
    roles: [String], unit: String, team: String, member: String, on day: LocalDate
  ) throws -> AccountRights {
    if !unit.isEmpty { _ = try territory(ofUnit: unit, on: day) }
    return try AccountRights(
      roles.compactMap(Role.init(rawValue:)), unit: unit.isEmpty ? nil : unit,
      team: team.isEmpty ? nil : try findTeam(team),
      member: member.isEmpty ? nil : try findMember(member).id)
  }

  /// What rights are about, in words: the roles and over whose work they hold.
  func words(of rights: AccountRights) throws -> BilingualText {
    var parts: [BilingualText] = []
    if let unit = rights.unit {
      let name = try PlaceMap(self).name(of: unit, on: .latest) ?? unit
      parts.append(BilingualText(same: "\(name) (\(unit))"))
    } else if rights.reach(as: [.coordinator, .trainer]) == .everything {
      parts.append(BilingualText(vi: "cả trung tâm", en: "the whole centre"))
    }
    if let team = rights.team {
      parts.append(BilingualText(same: try record(Team.self, team)?.name ?? "#\(team.rawValue)"))
    }
    if let member = rights.member {
      let name = try record(Member.self, member)?.fullName ?? "#\(member.rawValue)"
      parts.append(BilingualText(same: name))
    }
    return parts.reduce(BilingualText(same: "")) { left, right in
      left.vietnamese.isEmpty ? right : left + BilingualText(same: " · ") + right
    }
  }
}

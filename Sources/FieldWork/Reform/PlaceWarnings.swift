import SyncProtocol

/// What a person should look at again because a place or team did not exist on the day. Warnings
/// only: papers are late, names are mixed up, and what was seen is recorded all the same.
extension RecordReader {
  /// The unit in which a hamlet lay on a day; that of its row where nothing else is known.
  package func commune(of place: RowID, on day: LocalDate) throws -> String? {
    guard let place = try record(Place.self, place) else { return nil }
    guard let scope = place.householdScope else { return place.communeCode }
    return try PlaceMap(self, only: scope).unit(of: place, on: day) ?? place.communeCode
  }

  /// About a hamlet, its unit and the team that worked there on a day.
  func placeWarnings(place: RowID?, team: RowID?, on day: LocalDate?) throws -> [RecordWarning] {
    guard let day else { return [] }
    var warnings: [RecordWarning] = []
    if let place = try place.flatMap({ try record(Place.self, $0) }),
      let scope = place.householdScope
    {
      let map = try PlaceMap(self, only: scope)
      // A hamlet that got another name since is known by both; before its first day it is a slip.
      if let from = place.validFrom, day < from, !place.isWithdrawn {
        let name = place.name ?? place.codeText
        warnings.append(.hamletNotThen(name, day, then: map.hamlet(place, on: day)?.name))
      }
      let first = map.entries(of: scope).compactMap(\.validFrom).min()
      let isAlways = map.entries(of: scope).contains { $0.validFrom == nil }
      if let first, day < first, !isAlways, let code = map.units(of: scope, on: first).first {
        warnings.append(.unitNotThen(map.name(of: code, on: first) ?? code, day))
      }
    }
    guard let team = try team.flatMap({ try record(Team.self, $0) }) else { return warnings }
    if let began = try firstDay(of: team), day < began {
      warnings.append(.beforeTeam(day, began: began))
    }
    if let ended = team.validTo, ended < day { warnings.append(.afterTeam(day, ended: ended)) }
    return warnings
  }

  /// The first day of a team by the directory; where that does not say, of its first member, and nil
  /// where any member's is not known.
  private func firstDay(of team: Team) throws -> LocalDate? {
    if let first = team.validFrom { return first }
    let days = try connection.rows(
      "SELECT from_date FROM member WHERE team = ? AND hidden IS NULL", .integer(team.id.rawValue)
    ) { try $0.optionalInteger(at: 0) }
    guard !days.isEmpty, !days.contains(nil) else { return nil }
    return days.compactMap { $0 }.min().map { LocalDate(daysSince1970: Int(clamping: $0)) }
  }

  /// About the units that a dossier names.
  func unitWarnings(of checker: DraftChecker, on day: LocalDate?) throws -> [RecordWarning] {
    guard let day else { return [] }
    let fields = [
      SubmissionTable.residenceUnit, SubmissionTable.receivingUnit, SubmissionTable.competentUnit,
    ]
    var codes: [String] = []
    for field in fields {
      if let code = checker.result(field).text, !codes.contains(code) { codes.append(code) }
    }
    return codes.compactMap { code in
      let units = PlaceLineage.units(code: code)
      guard !units.isEmpty, !units.contains(where: { $0.isValid(on: day) }) else { return nil }
      return .unitNotThen(
        [code, units.last?.fullName].compactMap { $0 }.joined(separator: " "), day)
    }
  }
}

import FieldWork
import Replica
import SyncProtocol

/// A team with what the centre knows of it: where it works, who is in it, with which laptops, and what
/// it lacks.
struct TeamStanding: Sendable {
  /// How a team stands on a day; raw values stand in addresses.
  enum State: String, CaseIterable, Sendable {
    /// It works.
    case here
    /// Its first day is still to come.
    case awaited
    /// Its last day is behind.
    case ended
  }

  /// What a team lacks; raw values stand in addresses.
  enum Lack: String, CaseIterable, Sendable {
    /// Nobody is in it.
    case members
    /// No laptop is its own.
    case laptop
    /// None of its laptops has reported within a week.
    case report
    /// A laptop of it may not hold the households of its hamlet.
    case area
  }

  let team: Team
  /// Its hamlet as it is called on the day.
  let hamlet: Place?
  /// The national code of its unit on the day.
  let unit: String?
  /// Households of its hamlet.
  let households: Int
  /// Members who are in it on the day.
  let members: Int
  /// Its laptops that are neither lost nor replaced.
  let laptops: [LaptopStanding]
  /// Those of them that may not hold the households of its hamlet.
  let laptopsWithoutArea: [LaptopStanding]

  /// What people call it.
  var name: String { team.name ?? team.codeText }

  /// When the last of its laptops had handed over everything; nil when none ever had.
  var reportedThrough: LocalDateTime? {
    laptops.compactMap(\.report.reportedThrough).max()
  }

  /// How it stands on a day.
  func state(on day: LocalDate) -> State {
    if let from = team.validFrom, from > day { return .awaited }
    if let to = team.validTo, to < day { return .ended }
    return .here
  }

  /// What it lacks on a day.
  func lacks(on day: LocalDate) -> Set<Lack> {
    guard state(on: day) == .here else { return [] }
    var lacks: Set<Lack> = []
    if members == 0 { lacks.insert(.members) }
    if laptops.isEmpty {
      lacks.insert(.laptop)
    } else if laptops.allSatisfy({ $0.states(on: day).contains(.unheard) }) {
      lacks.insert(.report)
    }
    if !laptopsWithoutArea.isEmpty { lacks.insert(.area) }
    return lacks
  }

  /// The teams within reach, by name, and what their units are called.
  static func gather(
    _ centre: Centre, within reached: ReachedWork, on day: LocalDate
  ) throws -> (teams: [TeamStanding], units: [String: String]) {
    let laptops = Dictionary(
      grouping: try centre.inspect { try LaptopStanding.gather($0.store) }
        .filter { $0.report.fate == nil }, by: \.report.team)
    return try centre.read { reader in
      let map = try PlaceMap(reader)
      let members = Dictionary(
        grouping: try reader.members().filter { member in
          member.to.map { $0 >= day } ?? true
        }, by: \.team)
      let households = try reader.householdCounts()
      let held = try reader.heldScopes()
      var units: [String: String] = [:]
      let teams = try reader.teams().filter { reached.holds(team: $0.id) }.map { team in
        let place = team.place.flatMap(map.place)
        let unit = place.flatMap { map.unit(of: $0, on: day) } ?? place?.communeCode
        if let unit, units[unit] == nil { units[unit] = map.name(of: unit, on: day) ?? unit }
        let own = laptops[team.id] ?? []
        return TeamStanding(
          team: team, hamlet: place.flatMap { map.hamlet($0, on: day) } ?? place, unit: unit,
          households: place.flatMap { households[$0.id] } ?? 0,
          members: members[team.id]?.count ?? 0, laptops: own,
          laptopsWithoutArea: own.filter { laptop in
            place?.householdScope.map { !(held[laptop.report.replica]?.contains($0) ?? false) }
              ?? false
          })
      }
      return (teams, units)
    }
  }
}

import FieldWork
import Replica
import SyncProtocol

/// A member of a team with what the centre knows of how they work.
struct PersonStanding: Sendable {
  /// How somebody stands on a day; raw values stand in addresses.
  enum State: String, CaseIterable, Sendable {
    /// They belong to their team.
    case here
    /// Their first day is still to come.
    case awaited
    /// Their last day is behind.
    case left
  }

  /// What somebody lacks; raw values stand in addresses.
  enum Lack: String, CaseIterable, Sendable {
    /// No laptop was given to them.
    case laptop
    /// No account is theirs.
    case account
    /// They learned at no training of the year.
    case training
    /// No visit of the last thirty days has them.
    case visit
  }

  /// Days after which a member without a visit is asked about.
  static let quietDays = 30

  let member: Member
  let team: Team?
  /// The hamlet of their team as it is called on the day.
  let hamlet: Place?
  /// The national code of their unit on the day.
  let unit: String?
  /// Laptops that were given to them and that are neither lost nor replaced.
  let laptops: [LaptopReport]
  /// Names of accounts that are theirs.
  let accounts: [String]
  /// The day of their last visit.
  let lastVisit: LocalDate?
  /// The last day on which they learned at a training.
  let trained: LocalDate?

  /// How they stand on a day.
  func state(on day: LocalDate) -> State {
    if let from = member.from, from > day { return .awaited }
    if let to = member.to, to < day { return .left }
    return .here
  }

  /// What they lack on a day.
  func lacks(on day: LocalDate) -> Set<Lack> {
    guard state(on: day) == .here else { return [] }
    var lacks: Set<Lack> = []
    if laptops.isEmpty { lacks.insert(.laptop) }
    if accounts.isEmpty { lacks.insert(.account) }
    if trained.map({ $0.components.year != day.components.year }) ?? true {
      lacks.insert(.training)
    }
    if lastVisit.map({ $0.days(until: day) > Self.quietDays }) ?? true { lacks.insert(.visit) }
    return lacks
  }

  /// The members within reach, as lists of people are sorted, and what their units are called.
  static func gather(
    _ centre: Centre, within reached: ReachedWork, on day: LocalDate
  ) throws -> (people: [PersonStanding], units: [String: String]) {
    let laptops = Dictionary(
      grouping: try centre.inspect { try LaptopReport.gather($0.store) }.filter { $0.fate == nil },
      by: \.member)
    let accounts = Dictionary(
      grouping: try centre.accounts().filter { $0.closed == nil }, by: \.rights.member)
    return try centre.read { reader in
      let map = try PlaceMap(reader)
      let teams = Dictionary(
        try reader.teams().map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
      let visits = try centre.lastVisitShelf.value(for: day, reader) {
        try reader.lastVisits(asOf: day)
      }
      let trained = try reader.trainedMembers(in: Period(from: .earliest, to: day))
      var units: [String: String] = [:]
      let people = try reader.members().filter { reached.holds(team: $0.team, member: $0.id) }
        .map { member in
          let team = member.team.flatMap { teams[$0] }
          let place = team?.place.flatMap(map.place)
          let unit = place.flatMap { map.unit(of: $0, on: day) }
          if let unit, units[unit] == nil { units[unit] = map.name(of: unit, on: day) ?? unit }
          return PersonStanding(
            member: member, team: team, hamlet: place.flatMap { map.hamlet($0, on: day) } ?? place,
            unit: unit, laptops: laptops[member.id] ?? [],
            accounts: (accounts[member.id] ?? []).map(\.name.text), lastVisit: visits[member.id],
            trained: trained[member.id]?.last)
        }
      return (people, units)
    }
  }
}

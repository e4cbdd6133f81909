import FieldWork
import Pages
import Replica
import SyncProtocol

/// A commune or ward of the centre on a day: what lies in it, and how its laptops stand today.
struct UnitStanding: Sendable {
  /// The national code.
  let code: String
  /// What people call it on the day.
  let name: String
  /// Where it lies, for units of today; nil for earlier ones, of which no coordinates are on file.
  let commune: Commune?
  /// Its hamlets on the day, by name.
  let hamlets: [Hamlet]
  /// Teams whose hamlet lies in it.
  let teams: [Team]
  /// Laptops of these teams of which something is expected.
  let laptops: [LaptopStanding]

  /// A hamlet with what it has.
  struct Hamlet: Sendable {
    let place: Place
    /// All its rows: several that a reform made one stand together.
    let rows: [RowID]
    let households: Int
    let teams: [String]
  }

  /// Households in all its hamlets.
  var households: Int { hamlets.reduce(0) { $0 + $1.households } }

  /// Laptops that have been silent for more than a week, or never came.
  func silent(on today: LocalDate) -> Int {
    laptops.count { $0.states(on: today).contains(.unheard) }
  }

  /// How it stands, in one word.
  func state(on today: LocalDate) -> State {
    if laptops.isEmpty { return .noLaptop }
    let silent = silent(on: today)
    if silent == 0 { return .reports }
    return silent == laptops.count ? .silent : .partlySilent
  }

  /// How a unit stands; raw values stand in addresses.
  enum State: String, CaseIterable, Sendable {
    /// No laptop belongs to its teams.
    case noLaptop = "no-laptop"
    /// All its laptops have reported within a week.
    case reports
    /// Some have not.
    case partlySilent = "partly"
    /// None has.
    case silent
  }

  /// The units within reach on a day, by name, and how many scopes of split units lie in none.
  static func gather(
    _ reader: RecordReader, _ laptops: [LaptopStanding], within reached: ReachedWork,
    on day: LocalDate
  ) throws -> (units: [UnitStanding], undecided: Int) {
    let map = try PlaceMap(reader)
    let counts = try reader.householdCounts()
    let teams = try reader.teams()
    var teamsByHamlet: [RowID: [Team]] = [:]
    var teamsByUnit: [String: [Team]] = [:]
    for team in teams {
      guard let own = team.place.flatMap(map.place) else { continue }
      if let hamlet = map.hamlet(own, on: day) {
        teamsByHamlet[hamlet.id, default: []].append(team)
      }
      if let unit = map.unit(of: own, on: day) { teamsByUnit[unit, default: []].append(team) }
    }
    var households: [RowID: Int] = [:]
    for (row, count) in counts {
      guard let place = map.place(row), let hamlet = map.hamlet(place, on: day) else { continue }
      households[hamlet.id, default: 0] += count
    }
    let hamlets = Dictionary(
      grouping: map.places.filter { $0.isValid(on: day) }, by: { map.unit(of: $0, on: day) })
    let laptopsByTeam = Dictionary(
      grouping: laptops.filter { !($0.report.fate?.isSilent ?? false) }, by: \.report.team)
    let codes = Set(map.entries.filter { $0.isValid(on: day) }.map(\.unit)).filter { code in
      reached.holdsAny(of: map.scopes(of: code, on: day), of: code)
    }
    let units = codes.map { code in
      let own = teamsByUnit[code] ?? []
      return UnitStanding(
        code: code, name: map.name(of: code, on: day) ?? code,
        commune: Communes.commune(code: code).flatMap { day >= Commune.validFrom ? $0 : nil },
        hamlets: whole(hamlets[code] ?? []).map { rows in
          Hamlet(
            place: rows[0], rows: rows.map(\.id),
            households: rows.reduce(0) { $0 + (households[$1.id] ?? 0) },
            teams: rows.flatMap { teamsByHamlet[$0.id] ?? [] }.compactMap(\.name))
        }, teams: own, laptops: own.flatMap { laptopsByTeam[$0.id] ?? [] })
    }
    let keyed = units.map { (VietnameseCollation.sortKey($0.name), $0) }
    return (
      keyed.sorted {
        $0.0 == $1.0 ? $0.1.code < $1.1.code : $0.0.lexicographicallyPrecedes($1.0)
      }.map(\.1), map.undecidedScopes(on: day).filter { reached.holds(scope: $0) }.count
    )
  }

  /// Hamlets by name, each with its rows: several that a reform made one stand together.
  private static func whole(_ places: [Place]) -> [[Place]] {
    let keyed = places.map { (VietnameseCollation.sortKey($0.name ?? ""), $0) }
    let sorted = keyed.sorted {
      $0.0 == $1.0 ? $0.1.id < $1.1.id : $0.0.lexicographicallyPrecedes($1.0)
    }.map(\.1)
    return sorted.reduce(into: []) { whole, place in
      let twin = whole.firstIndex { rows in
        place.validFrom != nil && rows[0].validFrom == place.validFrom
          && (rows[0].name ?? "").utf8.elementsEqual((place.name ?? "").utf8)
      }
      if let twin { whole[twin].append(place) } else { whole.append([place]) }
    }
  }

  /// The households behind its number, hamlet by hamlet.
  func householdRows(
    _ reader: RecordReader, on day: LocalDate
  ) throws -> [(hamlet: Hamlet, row: RowID)] {
    let map = try PlaceMap(reader)
    var found: [RowID: [RowID]] = [:]
    for (place, rows) in try reader.householdRows() {
      guard let hamlet = map.place(place).flatMap({ map.hamlet($0, on: day) }) else { continue }
      found[hamlet.id, default: []] += rows
    }
    return hamlets.flatMap { hamlet in
      hamlet.rows.flatMap { found[$0] ?? [] }.sorted().map { (hamlet, $0) }
    }
  }
}

extension PageRequest {
  /// The unit that the address names, within reach, and the day whose borders are meant.
  /// - Throws: `FieldError.unknownUnit`.
  func unitStanding() throws -> (unit: UnitStanding, day: LocalDate) {
    let code = parameters["unit"]
    let day = http.query["on"].flatMap(PageList<UnitStanding>.Filter.day) ?? today
    let reached = try reached()
    let laptops = try centre.inspect { try LaptopStanding.gather($0.store) }
      .filter { reached.holds($0.report) }
    let units = try centre.read { reader in
      try UnitStanding.gather(reader, laptops, within: reached, on: day).units
    }
    guard let unit = units.first(where: { $0.code.utf8.elementsEqual(code.utf8) }) else {
      throw FieldError.unknownUnit(String(code.prefix(40)))
    }
    return (unit, day)
  }
}

import FieldWork
import SyncProtocol

/// Which residents of the register with their VNeID are meant; raw values stand in addresses.
///
/// The same decides what a number counts and whom its list names.
enum IdentityPart: String, CaseIterable, Sendable {
  /// Residents of age.
  case adults
  /// Of them those with level 2.
  case level2
  /// Of them those who are not known to have level 2.
  case missing
  /// With level 1 alone.
  case level1
  /// Asked, and without any.
  case without
  /// Never asked.
  case notAsked = "not-asked"
  /// Residents without a year of birth, who are in none of the others.
  case ageUnknown = "age"

  /// Whether a resident is one of them.
  func holds(_ standing: IdentityStanding) -> Bool {
    guard let isAdult = standing.isAdult else { return self == .ageUnknown }
    guard isAdult else { return false }
    return switch self {
    case .adults: true
    case .level2: !standing.isMissing
    case .missing: standing.isMissing
    case .level1: standing.isMissing && standing.level == 1
    case .without: standing.isMissing && standing.level.map { $0 != 1 } ?? false
    case .notAsked: standing.level == nil
    case .ageUnknown: false
    }
  }
}

/// How many adults of a hamlet are not known to have VNeID level 2.
struct IdentityGap: Sendable {
  /// The hamlet; nil for households without one.
  let place: Place?
  /// Its commune on the day.
  let commune: String
  private var counts: [IdentityPart: Int] = [:]

  private init(place: Place?, commune: String) {
    self.place = place
    self.commune = commune
  }

  /// How many there are of a part.
  func count(_ part: IdentityPart) -> Int { counts[part] ?? 0 }

  private mutating func add(_ standing: IdentityStanding) {
    for part in IdentityPart.allCases where part.holds(standing) {
      counts[part, default: 0] += 1
    }
  }

  /// By hamlet as of a day, those with most people missing first.
  static func gather(
    _ query: CountQuery, _ reader: RecordReader, on day: LocalDate
  ) throws -> [IdentityGap] {
    let map = try PlaceMap(reader)
    var gaps: [RowID?: IdentityGap] = [:]
    for standing in try reader.identityStandings(query, by: day) {
      let place = map.hamlet(of: standing, on: day)
      var gap =
        gaps[place?.id]
        ?? IdentityGap(place: place, commune: map.commune(of: place, on: day))
      gap.add(standing)
      gaps[place?.id] = gap
    }
    return gaps.values.sorted { left, right in
      let missing = (left.count(.missing), right.count(.missing))
      return missing.0 == missing.1 ? left.order < right.order : missing.0 > missing.1
    }
  }

  private var order: (NaturalOrder, Int64) {
    (NaturalOrder(place?.name ?? ""), place?.id.rawValue ?? 0)
  }
}

extension PlaceMap {
  /// The hamlet of a resident as it is on a day; nil where their household has none.
  func hamlet(of standing: IdentityStanding, on day: LocalDate) -> Place? {
    standing.place.flatMap(place).map { hamlet($0, on: day) ?? $0 }
  }

  /// What the commune of a hamlet is called on a day; a dash where there is none.
  func commune(of place: Place?, on day: LocalDate) -> String {
    place.flatMap { unit(of: $0, on: day) }.map { name(of: $0, on: day) ?? $0 } ?? "—"
  }
}

/// Somebody who is not known to have VNeID level 2, by name.
struct IdentityMissing: Sendable {
  let resident: Resident
  let household: Household?
  let level: Int64?

  /// Those of a hamlet in walking order, and how many are not named.
  static func gather(
    in place: Place, _ query: CountQuery, _ reader: RecordReader, on day: LocalDate
  ) throws -> (named: [IdentityMissing], withheld: Int) {
    let withheld = try WithheldNames(reader)
    let map = try PlaceMap(reader)
    var hidden = 0
    var named: [IdentityMissing] = []
    for standing in try reader.identityStandings(query, by: day) where standing.isMissing {
      guard map.hamlet(of: standing, on: day)?.id == place.id else { continue }
      guard try !withheld.withholds(resident: standing.row, of: standing.household),
        let resident = try reader.record(Resident.self, standing.row)
      else {
        hidden += 1
        continue
      }
      named.append(
        IdentityMissing(
          resident: resident, household: try reader.record(Household.self, standing.household),
          level: standing.level))
    }
    return (named.sorted { $0.order < $1.order }, hidden)
  }

  private var order: (Int, NaturalOrder, NaturalOrder, RowID) {
    let address = household?.address ?? ""
    return (
      address.isEmpty ? 1 : 0, NaturalOrder(address), NaturalOrder(household?.name ?? ""),
      resident.id
    )
  }
}

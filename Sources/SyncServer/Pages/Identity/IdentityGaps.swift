import FieldWork
import SyncProtocol

/// How many adults of a hamlet are not known to have VNeID level 2.
struct IdentityGap: Sendable {
  /// The hamlet; nil for households without one.
  let place: Place?
  /// Its commune on the day.
  let commune: String
  /// Residents of age.
  var adults = 0
  /// Of them those with level 2.
  var level2 = 0
  /// With level 1 alone.
  var level1 = 0
  /// Asked, and without any.
  var without = 0
  /// Never asked.
  var notAsked = 0
  /// Residents without a year of birth, who are in none of the others.
  var ageUnknown = 0

  var missing: Int { adults - level2 }

  mutating func add(_ standing: IdentityStanding) {
    guard let isAdult = standing.isAdult else {
      ageUnknown += 1
      return
    }
    guard isAdult else { return }
    adults += 1
    switch standing.level {
    case nil: notAsked += 1
    case .some(IdentityStanding.wanted...): level2 += 1
    case .some(1): level1 += 1
    default: without += 1
    }
  }

  /// By hamlet as of a day, those with most people missing first.
  static func gather(
    _ query: CountQuery, _ reader: RecordReader, on day: LocalDate
  ) throws -> [IdentityGap] {
    let map = try PlaceMap(reader)
    var gaps: [RowID?: IdentityGap] = [:]
    for standing in try reader.identityStandings(query, by: day) {
      let place = standing.place.flatMap(map.place).map { map.hamlet($0, on: day) ?? $0 }
      let code = place.flatMap { map.unit(of: $0, on: day) }
      var gap =
        gaps[place?.id]
        ?? IdentityGap(
          place: place, commune: code.map { map.name(of: $0, on: day) ?? $0 } ?? "—")
      gap.add(standing)
      gaps[place?.id] = gap
    }
    return gaps.values.sorted { left, right in
      if left.missing != right.missing { return left.missing > right.missing }
      return left.order < right.order
    }
  }

  private var order: (NaturalOrder, Int64) {
    (NaturalOrder(place?.name ?? ""), place?.id.rawValue ?? 0)
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
      let at = standing.place.flatMap(map.place).map { map.hamlet($0, on: day) ?? $0 }
      guard at?.id == place.id else { continue }
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

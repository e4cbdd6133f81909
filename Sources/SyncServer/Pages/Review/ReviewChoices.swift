import FieldWork
import Pages
import SyncProtocol

/// What the filters of the review can be set to, within reach.
struct ReviewChoices: Sendable {
  typealias Choice = (value: String, words: BilingualText)

  private(set) var places: [Choice] = []
  private(set) var teams: [Choice] = []
  private(set) var members: [Choice] = []
  private(set) var laptops: [Choice] = []

  /// None: for reading an address.
  init() {}

  init(_ records: FieldStore, _ reached: ReachedWork, _ today: LocalDate) throws {
    let reader = records.reader
    func sorted(_ choices: [Choice]) -> [Choice] {
      choices.map { (key: SearchFold.base($0.words.vietnamese), choice: $0) }
        .sorted { ($0.key, $0.choice.value) < ($1.key, $1.choice.value) }.map(\.choice)
    }
    var seen: Set<ScopeID> = []
    let map = try PlaceMap(reader)
    let reachedPlaces = map.places.filter { place in
      guard let scope = place.householdScope, reached.holds(place), place.isValid(on: today)
      else { return false }
      return seen.insert(scope).inserted
    }
    let names = Self.names(of: reachedPlaces, map, today)
    places = sorted(
      zip(reachedPlaces, names).map { place, name in
        ("\(place.householdScope?.rawValue ?? 0)", BilingualText(same: name))
      })
    teams = sorted(
      try reader.teams().filter { reached.holds(team: $0.id) }.map {
        ("\($0.id.rawValue)", BilingualText(same: $0.name ?? $0.codeText))
      })
    members = sorted(
      try reader.members().filter { reached.holds(team: $0.team) }.map {
        ("\($0.id.rawValue)", BilingualText(same: $0.fullName ?? $0.codeText))
      })
    laptops = sorted(
      try records.store.peers().filter { reached.holds(team: $0.team, member: $0.member) }.map {
        ("\($0.replica.rawValue)", BilingualText(same: $0.label))
      })
  }

  /// What hamlets are called beside each other: names repeat, so one that does has its unit, and where
  /// that is not enough its code.
  private static func names(
    of places: [Place], _ map: PlaceMap, _ today: LocalDate
  ) -> [String] {
    func counts(_ names: [String]) -> [String: Int] {
      Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    }
    let short = places.map { $0.name ?? $0.codeText }
    let shortCounts = counts(short)
    var unitNames: [String: String] = [:]
    let long = zip(places, short).map { place, name in
      guard shortCounts[name] != 1, let unit = map.unit(of: place, on: today) else { return name }
      let unitName = unitNames[unit] ?? map.name(of: unit, on: today) ?? unit
      unitNames[unit] = unitName
      return "\(name), \(unitName)"
    }
    let longCounts = counts(long)
    return places.indices.map { index in
      if shortCounts[short[index]] == 1 { return short[index] }
      return longCounts[long[index]] == 1
        ? long[index] : "\(long[index]) (\(places[index].codeText))"
    }
  }
}

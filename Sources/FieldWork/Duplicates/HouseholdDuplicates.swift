import SQLite
import SyncProtocol

/// A household on record that may be the one that is about to be recorded.
package struct HouseholdCandidate: Sendable {
  /// The record.
  package let household: Household
  /// The hamlet's name.
  package let hamlet: String?
  /// The latest visit to it.
  package let lastVisit: LocalDate?
  /// How likely, and why.
  package let score: DuplicateScore
}

/// What of a household is compared when duplicates are looked for.
struct HouseholdProfile: Sendable {
  var row: RowID?
  var place: RowID?
  var name: PersonName?
  /// In base letters.
  var address: String?
  var phone: String?

  /// Reads what is compared from text as people wrote it.
  init(row: RowID? = nil, place: RowID?, name: String?, address: String?, phone: String?) {
    self.row = row
    self.place = place
    self.name = name.flatMap(PersonName.init)
    self.address = address.map(SearchFold.base).flatMap { $0.isEmpty ? nil : $0 }
    self.phone = phone
  }
}

extension DuplicateScore {
  /// Compares two households; nil when they are certainly two: of other hamlets, or of other names.
  init?(_ one: HouseholdProfile, _ other: HouseholdProfile, nameHalfBits: (PersonName) -> Int) {
    guard let place = one.place, place == other.place, let name = one.name,
      let otherName = other.name, let agreement = name.agreement(with: otherName)
    else { return nil }
    var found: [(reason: DuplicateReason, halfBits: Int)] = [
      (.name(agreement, bearers: 1), max(nameHalfBits(name) - agreement.discount, 2))
    ]
    if let phone = one.phone, let otherPhone = other.phone {
      found.append(phone == otherPhone ? (.samePhone, 24) : (.otherPhone, -2))
    }
    if let address = one.address, let otherAddress = other.address {
      found.append(address == otherAddress ? (.sameAddress, 8) : (.otherAddress, -2))
    }
    // One in eight households of a hamlet is looked for when it is there already.
    self.init(found, against: 8)
  }
}

extension RecordReader {
  /// Every standing household of hamlets; of all when `places` is nil.
  func householdProfiles(of places: Set<RowID>? = nil) throws -> [HouseholdProfile] {
    var conditions = RecordConditions()
    conditions.add("void_reason IS NULL")
    conditions.addStillHere(HouseholdTable.definition)
    let opener = ValueOpener(keyring, HouseholdTable.definition)
    let current = try currentPlaces()
    var profiles: [HouseholdProfile] = []
    try connection.withStatement(
      """
      SELECT rid, place, name, address, phone FROM household
      WHERE hidden IS NULL AND (\(conditions.sql)) ORDER BY rid
      """
    ) { statement in
      try statement.bind(all: conditions.bindings)
      while try statement.step() {
        guard let row = RowID(rawValue: try statement.integer(at: 0)),
          let then = try statement.optionalInteger(at: 1).flatMap(RowID.init(rawValue:)),
          case let place = current[then] ?? then, places?.contains(place) ?? true
        else { continue }
        func text(_ index: Int) throws -> String? {
          guard !statement.isNull(at: index) else { return nil }
          return try opener.open(statement, at: index, of: row).value?.text
        }
        profiles.append(
          HouseholdProfile(
            row: row, place: place, name: try text(2), address: try text(3), phone: try text(4)))
      }
    }
    return profiles
  }
}

/// The households of some hamlets, ready for comparing.
struct HouseholdRegister {
  let profiles: [HouseholdProfile]
  private var byPlace: [RowID: [Int]] = [:]

  init(_ profiles: [HouseholdProfile]) {
    self.profiles = profiles
    for (index, profile) in profiles.enumerated() {
      if let place = profile.place { byPlace[place, default: []].append(index) }
    }
  }

  /// Who of the same hamlet may be a household, the likeliest first.
  func candidates(for household: HouseholdProfile) -> [DuplicateSearch.Match] {
    guard let place = household.place, let neighbours = byPlace[place] else { return [] }
    let found = neighbours.compactMap { index -> DuplicateSearch.Match? in
      let score = DuplicateScore(household, profiles[index]) { name in
        let bearers = neighbours.count { profiles[$0].name?.unordered == name.unordered }
        return RegisterFrequencies.logarithm(max(neighbours.count, 128) / max(bearers, 1))
      }
      return score.flatMap { $0.isCandidate ? .init(place: index, score: $0) : nil }
    }
    return found.sorted { ($1.score.halfBits, $0.place) < ($0.score.halfBits, $1.place) }
  }
}

extension FieldStore {
  /// Which households may already be that of a draft, before anything is written; empty as well when
  /// the draft has problems, which the add itself will tell.
  package func duplicateHouseholds(for draft: HouseholdDraft) throws -> [HouseholdCandidate] {
    guard let place = try draft.place.map({ try reader.currentPlaces()[$0] ?? $0 }) else {
      return []
    }
    var checker = DraftChecker()
    draft.check(&checker)
    guard checker.problems.isEmpty else { return [] }
    let profile = HouseholdProfile(
      place: place, name: checker.result(HouseholdTable.name).text,
      address: checker.result(HouseholdTable.address).text,
      phone: checker.result(HouseholdTable.phone).text)
    let register = HouseholdRegister(try reader.householdProfiles(of: [place]))
    return try register.candidates(for: profile).prefix(20).compactMap { match in
      try register.profiles[match.place].row.flatMap {
        try reader.candidate(household: $0, score: match.score)
      }
    }
  }
}

extension RecordReader {
  /// A household as people see it when they are asked whether it is the one they mean.
  func candidate(household row: RowID, score: DuplicateScore) throws -> HouseholdCandidate? {
    guard let household = try record(Household.self, row) else { return nil }
    return HouseholdCandidate(
      household: household,
      hamlet: try household.place.flatMap { try record(Place.self, $0)?.name },
      lastVisit: try lastVisit(to: row), score: score)
  }
}

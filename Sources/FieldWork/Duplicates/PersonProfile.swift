import SQLite
import SyncProtocol

/// What of a resident is compared when duplicates are looked for; it never leaves memory.
package struct PersonProfile: Sendable {
  /// The row; nil for somebody who is not recorded yet.
  package var row: RowID?
  /// The household.
  package var household: RowID?
  /// The hamlet of the household.
  package var place: RowID?
  /// The name, folded; nil when there is none that can be read.
  package var name: PersonName?
  /// The keyed hash of the personal id.
  package var idHash: [UInt8]?
  /// Year of birth.
  package var birthYear: Int?
  /// Month of birth.
  package var birthMonth: Int?
  /// Day of birth.
  package var birthDay: Int?
  /// Sex.
  package var sex: Sex?
  /// Canonical telephone number.
  package var phone: String?

  /// Somebody of whom nothing is known yet.
  package init() {}
}

extension RecordReader {
  /// Every standing resident of this store, by row; those that the centre moved away stand for
  /// themselves only at their new place.
  ///
  /// Some 300 bytes of memory each.
  /// - Parameter unit: only those of the scopes that a commune has now; nil for all.
  package func personProfiles(inUnit unit: String? = nil) throws -> [PersonProfile] {
    var conditions = RecordConditions()
    if let unit {
      conditions.add(
        """
        scope IN (SELECT mapped_scope FROM unit_scope
          WHERE unit = ? AND valid_to IS NULL AND hidden IS NULL)
        """, .text(unit))
    }
    let places = try householdPlaces()
    return try keyring.reading { try personProfiles(conditions, places: places) }
  }

  /// The standing residents of one household; without its hamlet.
  func personProfiles(ofHousehold household: RowID) throws -> [PersonProfile] {
    var conditions = RecordConditions()
    conditions.add("household = ?", .integer(household.rawValue))
    return try personProfiles(conditions, places: [:])
  }

  private func personProfiles(
    _ wanted: RecordConditions, places: [RowID: RowID]
  ) throws -> [PersonProfile] {
    var conditions = wanted
    conditions.add("void_reason IS NULL")
    conditions.addStillHere(ResidentTable.definition)
    let opener = ValueOpener(keyring, ResidentTable.definition)
    var profiles: [PersonProfile] = []
    try connection.withStatement(
      """
      SELECT rid, household, sex, full_name, birth_year, birth_month, birth_day, phone, id_hash
      FROM resident WHERE hidden IS NULL AND (\(conditions.sql)) ORDER BY rid
      """
    ) { statement in
      try statement.bind(all: conditions.bindings)
      while try statement.step() {
        guard let row = RowID(rawValue: try statement.integer(at: 0)) else { continue }
        // What cannot be opened agrees with nobody.
        func opened(_ index: Int) throws -> Value? {
          guard !statement.isNull(at: index) else { return nil }
          return try opener.open(statement, at: index, of: row).value
        }
        func number(_ index: Int) throws -> Int? { try opened(index)?.integer.map { Int($0) } }
        var profile = PersonProfile()
        profile.row = row
        profile.household = try statement.optionalInteger(at: 1).flatMap(RowID.init(rawValue:))
        profile.place = profile.household.flatMap { places[$0] }
        profile.sex = Sex(stored: try statement.optionalInteger(at: 2))
        profile.name = try opened(3)?.text.flatMap(PersonName.init)
        profile.birthYear = try number(4)
        if profile.birthYear != nil {
          profile.birthMonth = try number(5)
          profile.birthDay = try number(6)
        }
        profile.phone = try opened(7)?.text
        profile.idHash = try opened(8)?.bytes
        profiles.append(profile)
      }
    }
    return profiles
  }

  /// How many residents stand in this store; those that moved are counted where they live on.
  package func residentCount() throws -> Int {
    try count(ResidentTable.definition, Self.standingResidents)
  }

  /// Whether so many do: without looking at each where there are few rows, or many more.
  package func hasMoreResidents(than count: Int) throws -> Bool {
    guard try connection.integer("SELECT count(*) FROM resident") > count else { return false }
    let conditions = Self.standingResidents
    let standing = try connection.row(
      """
      SELECT count(*) FROM (
        SELECT 1 FROM resident WHERE hidden IS NULL AND \(conditions.sql) LIMIT ?)
      """, bindings: conditions.bindings + [.integer(Int64(count) + 1)]
    ) { try $0.integer(at: 0) }
    return standing ?? 0 > count
  }

  private static var standingResidents: RecordConditions {
    var conditions = RecordConditions()
    conditions.add("void_reason IS NULL")
    conditions.addStillHere(ResidentTable.definition)
    return conditions
  }

  private func householdPlaces() throws -> [RowID: RowID] {
    let current = try currentPlaces()
    var places: [RowID: RowID] = [:]
    try connection.withStatement("SELECT rid, place FROM household WHERE place IS NOT NULL") {
      statement in
      while try statement.step() {
        if let row = RowID(rawValue: try statement.integer(at: 0)),
          let place = RowID(rawValue: try statement.integer(at: 1))
        {
          places[row] = current[place] ?? place
        }
      }
    }
    return places
  }
}

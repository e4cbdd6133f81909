import Replica
import SQLite
import SyncProtocol

extension FieldStore {
  /// Adds a household in the scope of its hamlet.
  ///
  /// Households of the same hamlet with the same name come back as a warning.
  /// - Throws: `FieldError.invalid`, `.placeWithoutScope`, `.placeNotHeld`.
  package func addHousehold(
    _ draft: HouseholdDraft, author: RowID?, clock: ClockReading
  ) throws -> SavedRecord {
    var saved = try commit(author: author, clock: clock) { try createHousehold(draft, $0) }
    let twins = try reader.householdsLike(saved.id)
    if !twins.isEmpty { saved.warnings.append(.possibleDuplicates(twins)) }
    search.refresh([saved.id])
    return saved
  }

  /// Checks a draft and writes it as a new household.
  ///
  /// - Parameter importTime: when the import began of which this is a later run.
  func createHousehold(
    _ draft: HouseholdDraft, importTime: Timestamp? = nil, _ act: Act
  ) throws -> SavedRecord {
    var checker = DraftChecker()
    try checker.reference(
      draft.place, HouseholdTable.place, PlaceTable.definition, in: reader, required: true)
    draft.check(&checker)
    let place = try draft.place.flatMap { try reader.record(Place.self, $0) }
    let refusal = try place.flatMap(refusal)
    // Alone it is no slip of typing; beside others it is told with them.
    if let refusal, checker.problems.isEmpty { throw refusal }
    if let refusal { checker.complain(HouseholdTable.place, .reference(refusal)) }
    try checker.finish()
    guard let scope = place?.householdScope else { throw FieldError.placeWithoutScope }
    if let importTime { checker.set(HouseholdTable.importTime, .integer(importTime.rawValue)) }
    return try create(.household, in: scope, checker.fields, act)
  }

  /// Why no household can be added in a hamlet; nil where it can.
  private func refusal(of place: Place) throws -> FieldError? {
    guard let scope = place.householdScope else { return .placeWithoutScope }
    let isHeld = try store.identity.role != .laptop || store.grantedScopes().contains(scope)
    return isHeld ? nil : try notHeld(scope)
  }

  /// Why this laptop may not write in a scope: it is being handed back, or never was granted.
  func notHeld(_ scope: ScopeID) throws -> FieldError {
    let isLeaving = try store.scopesBeingHandedBack().contains { $0.scope == scope }
    return isLeaving ? .placeLeaving : .placeNotHeld
  }

  /// Changes fields of a household; the hamlet stays, for only the centre moves a household.
  package func editHousehold(
    _ id: RowID, _ draft: HouseholdDraft, author: RowID?, clock: ClockReading
  ) throws -> SavedRecord {
    let saved = try commit(author: author, clock: clock) { act in
      var checker = DraftChecker(current: try state(.household, id))
      draft.check(&checker)
      try checker.finish()
      let household = try reader.existing(Household.self, id)
      guard household.voidReason == nil else { throw FieldError.voided("household") }
      try checker.requireChange()
      try act.write(HouseholdTable.definition, id, checker.fields)
      return SavedRecord(id: id, code: household.header.code, warnings: [])
    }
    search.refresh([id] + (try reader.residents(household: id, includingMoved: true).map(\.id)))
    return saved
  }
}

extension RecordReader {
  /// Households, by hamlet and code.
  package func households(
    place: RowID? = nil, includingVoided: Bool = false, includingMoved: Bool = false,
    page: RecordPage = RecordPage()
  ) throws -> [Household] {
    let conditions = try householdConditions(place, includingVoided, includingMoved)
    return try records(
      Household.self, where: conditions.sql, conditions.bindings, order: "place, rid", page: page)
  }

  /// How many households such a list has in all.
  package func householdCount(
    place: RowID? = nil, includingVoided: Bool = false, includingMoved: Bool = false
  ) throws -> Int {
    try count(
      HouseholdTable.definition,
      householdConditions(place, includingVoided, includingMoved))
  }

  /// How many standing households each hamlet has, by its row; those without a hamlet are left out.
  package func householdCounts() throws -> [RowID: Int] {
    let conditions = try householdConditions(nil, false, false)
    let counts = try connection.rows(
      """
      SELECT place, count(*) FROM household
      WHERE hidden IS NULL AND place IS NOT NULL AND \(conditions.sql) GROUP BY place
      """, bindings: conditions.bindings
    ) { (RowID(rawValue: try $0.integer(at: 0)), Int(try $0.integer(at: 1))) }
    return Dictionary(
      counts.compactMap { row, count in row.map { ($0, count) } }, uniquingKeysWith: { $0 + $1 })
  }

  /// The standing households of each hamlet, by its row: those that `householdCounts` counts.
  package func householdRows() throws -> [RowID: [RowID]] {
    let conditions = try householdConditions(nil, false, false)
    let rows = try connection.rows(
      """
      SELECT place, rid FROM household
      WHERE hidden IS NULL AND place IS NOT NULL AND \(conditions.sql) ORDER BY rid
      """, bindings: conditions.bindings
    ) { (RowID(rawValue: try $0.integer(at: 0)), RowID(rawValue: try $0.integer(at: 1))) }
    var found: [RowID: [RowID]] = [:]
    for case (let place?, let row?) in rows { found[place, default: []].append(row) }
    return found
  }

  private func householdConditions(
    _ place: RowID?, _ includingVoided: Bool, _ includingMoved: Bool
  ) throws -> RecordConditions {
    var conditions = RecordConditions()
    if let place {
      let rows = try placeRows(of: place).map { String($0.rawValue) }
      conditions.add("place IN (\(rows.joined(separator: ",")))")
    }
    if !includingVoided { conditions.add("void_reason IS NULL") }
    if !includingMoved { conditions.addStillHere(HouseholdTable.definition) }
    return conditions
  }

  /// Other standing households of the same hamlet whose name reads the same without marks.
  package func householdsLike(_ id: RowID) throws -> [RowID] {
    guard let household = try record(Household.self, id), let name = household.name,
      let place = household.place
    else { return [] }
    let folded = SearchFold.base(name)
    return try households(place: place, page: .all)
      .filter { $0.id != id && $0.name.map(SearchFold.base) == folded }.map(\.id)
  }

  /// The date of the latest visit to a household; nil when there was none.
  ///
  /// - Parameter today: leaves out what is dated later by mistake; nil leaves nothing out.
  package func lastVisit(
    to household: RowID, asOf today: LocalDate? = nil
  ) throws -> LocalDate? {
    let day = try connection.row(
      """
      SELECT max(date) FROM visit
      WHERE household = ? AND hidden IS NULL AND void_reason IS NULL AND date <= ?
      """, .integer(household.rawValue), .integer(today.map(Self.lastDay) ?? .max)
    ) { try $0.optionalInteger(at: 0) }
    return (day ?? nil).map { LocalDate(daysSince1970: Int($0)) }
  }
}

import Replica
import SQLite
import SyncProtocol

extension FieldStore {
  /// Adds a resident in the scope of the household.
  ///
  /// Residents anywhere in this store with the same personal id, or the same name and year of
  /// birth, come back as a warning, never as a block.
  package func addResident(
    _ draft: ResidentDraft, author: RowID?, clock: ClockReading
  ) throws -> SavedRecord {
    let today = try knowledge(of: clock).today
    var saved = try commit(author: author, clock: clock) {
      try createResident(draft, today: today, $0)
    }
    let twins = try reader.residentsLike(saved.id)
    if !twins.isEmpty { saved.warnings.append(.possibleDuplicates(twins)) }
    search.refresh([saved.id])
    return saved
  }

  /// Checks a draft and writes it as a new resident.
  func createResident(
    _ draft: ResidentDraft, today: LocalDate, importTime: Timestamp? = nil, _ act: Act
  ) throws -> SavedRecord {
    var checker = DraftChecker()
    try checker.reference(
      draft.household, ResidentTable.household, HouseholdTable.definition, in: reader,
      required: true, mayBeVoided: true)
    let number = draft.check(&checker, today: today)
    try checker.finish()
    if let number { checker.set(ResidentTable.idHash, .bytes(try hash(number))) }
    guard let id = draft.household else { throw FieldError.noSuchRecord("household") }
    let household = try reader.existing(Household.self, id)
    guard household.voidReason == nil else { throw FieldError.voided("household") }
    // The centre would erase whoever is recorded for it.
    guard try !store.isErased(id) else { throw ReplicaError.subjectErased(id) }
    if let importTime { checker.set(ResidentTable.importTime, .integer(importTime.rawValue)) }
    var saved = try create(.resident, in: household.scope, checker.fields, act)
    saved.warnings = doubts(about: number, in: checker)
    return saved
  }

  /// Changes fields of a resident; a household that is given must be in the same scope, because a
  /// row never changes its scope.
  package func editResident(
    _ id: RowID, _ draft: ResidentDraft, author: RowID?, clock: ClockReading
  ) throws -> SavedRecord {
    let today = try knowledge(of: clock).today
    var saved = try commit(author: author, clock: clock) { act in
      var checker = DraftChecker(current: try state(.resident, id))
      try checker.reference(
        draft.household, ResidentTable.household, HouseholdTable.definition, in: reader)
      let number = draft.check(&checker, today: today)
      try checker.finish()
      if let number { checker.set(ResidentTable.idHash, .bytes(try hash(number))) }
      let resident = try reader.existing(Resident.self, id)
      guard resident.voidReason == nil else { throw FieldError.voided("resident") }
      try checker.requireChange()
      if let household = draft.household, try store.isErased(household) {
        throw ReplicaError.subjectErased(household)
      }
      try act.write(ResidentTable.definition, id, checker.fields)
      return SavedRecord(
        id: id, code: resident.header.code, warnings: doubts(about: number, in: checker))
    }
    let twins = try reader.residentsLike(id)
    if !twins.isEmpty { saved.warnings.append(.possibleDuplicates(twins)) }
    search.refresh([id])
    return saved
  }
}

/// By what two rows may be one person. It is compared in memory: sealed values have no equality
/// that SQL could see.
private struct PersonFacts {
  let id: RowID
  let idHash: Value?
  let fullName: Value?
  let birthYear: Value?

  init?(_ row: Statement, _ opener: ValueOpener) throws {
    guard let id = RowID(rawValue: try row.integer(at: 0)) else { return nil }
    func value(at index: Int) throws -> Value? {
      guard !row.isNull(at: index) else { return nil }
      return try opener.open(row, at: index, of: id).value
    }
    self.id = id
    idHash = try value(at: 1)
    fullName = try value(at: 2)
    birthYear = try value(at: 3)
  }

  func isLike(_ other: PersonFacts) -> Bool {
    if let idHash, idHash == other.idHash { return true }
    guard let fullName, let birthYear else { return false }
    return fullName == other.fullName && birthYear == other.birthYear
  }
}

extension RecordReader {
  /// Residents, sorted as lists of people are: by given name, then family name.
  ///
  /// - Parameter includingMoved: also the rows of people who live on elsewhere, under another code.
  package func residents(
    household: RowID? = nil, includingVoided: Bool = false, includingMoved: Bool = false,
    page: RecordPage = RecordPage()
  ) throws -> [Resident] {
    var conditions = RecordConditions()
    if let household { conditions.add("household = ?", .integer(household.rawValue)) }
    if !includingVoided { conditions.add("void_reason IS NULL") }
    if !includingMoved { conditions.addStillHere(ResidentTable.definition) }
    let residents = try records(
      Resident.self, where: conditions.sql, conditions.bindings, order: "rid", page: page)
    let keyed = residents.map {
      (PersonNameOrder.sortKey(fullName: $0.fullName ?? "", sortName: $0.sortName), $0)
    }
    return keyed.sorted {
      $0.0 == $1.0 ? $0.1.id < $1.1.id : $0.0.lexicographicallyPrecedes($1.0)
    }.map(\.1)
  }

  /// Who lives in a household as a family knows itself: whoever bears its name first, the others as
  /// they were entered.
  package func people(of household: RowID, includingMoved: Bool = false) throws -> [Resident] {
    let people = try residents(household: household, includingMoved: includingMoved, page: .all)
      .sorted { $0.id < $1.id }
    guard let name = try record(Household.self, household)?.name else { return people }
    let head = SearchFold.words(name).map(\.base)
    guard
      let first = people.firstIndex(where: {
        SearchFold.words($0.fullName ?? "").map(\.base) == head
      })
    else { return people }
    return [people[first]] + people[..<first] + people[(first + 1)...]
  }

  /// Other standing residents with the same personal id, or the same name and year of birth, of whom
  /// nobody has said yet whether they are the same person.
  package func residentsLike(_ id: RowID) throws -> [RowID] {
    let opener = ValueOpener(keyring, ResidentTable.definition)
    guard
      let one = try connection.row(
        "SELECT rid, id_hash, full_name, birth_year FROM resident WHERE rid = ?",
        .integer(id.rawValue), map: { try PersonFacts($0, opener) }) ?? nil
    else { return [] }
    let people = try persons(.resident)
    let settled = Set(try links(of: id, .resident).map(\.other))
    return try connection.rows(
      """
      SELECT rid, id_hash, full_name, birth_year FROM resident
      WHERE rid <> ? AND hidden IS NULL AND void_reason IS NULL ORDER BY rid
      """, .integer(id.rawValue)
    ) { try PersonFacts($0, opener) }.compactMap { $0 }.filter(one.isLike).map(\.id)
      .filter { !settled.contains($0) && people.canonical($0) != people.canonical(id) }
  }
}

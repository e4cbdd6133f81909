import Replica
import SyncProtocol

/// A resident who may be somebody else in the register, as people see it.
package struct DuplicateCandidate: Sendable {
  /// The record.
  package let resident: Resident
  /// The head of the household.
  package let householdName: String?
  /// The hamlet's name.
  package let hamlet: String?
  /// The latest visit to the household.
  package let lastVisit: LocalDate?
  /// Counted assists that name this record.
  package let countedAssists: Int
}

/// Two residents who may be one person.
package struct DuplicatePair: Sendable {
  /// The older row and the other one.
  package let one: DuplicateCandidate, other: DuplicateCandidate
  /// How likely, and why.
  package let score: DuplicateScore
  /// By how many distinct residents all that is recorded here would count less if they were joined.
  package let fewerResidents: Int
}

extension RecordReader {
  /// The pairs of this store that may be one person, the likeliest first, without those of whom
  /// somebody has said already whether they are.
  ///
  /// - Parameter unit: only residents of the scopes that a commune has now; nil for all.
  /// - Returns: the wanted part of the list and how many there are in all.
  package func duplicateResidents(
    inUnit unit: String? = nil, limit: Int = 200, offset: Int = 0
  ) throws -> (pairs: [DuplicatePair], total: Int) {
    let open = try openDuplicates(inUnit: unit)
    return (try duplicateResidents(of: open, limit: limit, offset: offset), open.count)
  }

  /// A part of the pairs, each as people see it.
  package func duplicateResidents(
    of open: OpenDuplicates, limit: Int, offset: Int
  ) throws -> [DuplicatePair] {
    let shown = open.pairs.dropFirst(offset).prefix(limit)
    let counted = try countedAssists(
      of: Set(shown.flatMap { open.persons.rows(of: $0.one) + open.persons.rows(of: $0.other) }))
    return try shown.compactMap { pair in
      let (one, other, score) = (pair.one, pair.other, pair.score)
      guard let left = try candidate(one, counted), let right = try candidate(other, counted)
      else { return nil as DuplicatePair? }
      let isCounted = [one, other].allSatisfy { row in
        open.persons.rows(of: row).contains { counted[$0] != nil }
      }
      return DuplicatePair(
        one: left, other: right, score: score, fewerResidents: isCounted ? 1 : 0)
    }
  }

  /// How many assists that count name each of some residents; those of none are left out.
  private func countedAssists(of residents: Set<RowID>) throws -> [RowID: Int] {
    var numbers: [RowID: Int] = [:]
    try connection.withStatement(
      """
      SELECT \(AssistFacts.columns)
      FROM assist AS a LEFT JOIN visit AS v ON v.rid = a.visit
      WHERE a.hidden IS NULL AND a.resident = ?
      """
    ) { statement in
      for resident in residents {
        statement.reset()
        try statement.bind(resident.rawValue, at: 1)
        while try statement.step() {
          var row = ColumnReader(statement)
          if try AssistFacts(reading: &row).verdict == .counted {
            numbers[resident, default: 0] += 1
          }
        }
      }
    }
    return numbers
  }

  /// What speaks for and against two residents being one person, with the weights of the register;
  /// nil where neither name nor id agrees.
  package func duplicateScore(_ one: RowID, _ other: RowID) throws -> DuplicateScore? {
    let profiles = try personProfiles()
    guard let first = profiles.first(where: { $0.row == one }),
      let second = profiles.first(where: { $0.row == other })
    else { return nil }
    return DuplicateScore(first, second, in: RegisterFrequencies(profiles))
  }

  /// Who else in the register may be this resident, the likeliest first, without those of whom
  /// somebody has said already whether they are.
  package func duplicates(
    of row: RowID
  ) throws -> [(candidate: DuplicateCandidate, score: DuplicateScore)] {
    let search = DuplicateSearch(try personProfiles())
    guard let profile = search.profiles.first(where: { $0.row == row }) else { return [] }
    let persons = try persons(.resident)
    let settled = Set(try links(of: row, .resident).map(\.other))
    return try search.candidates(for: profile).compactMap { match in
      guard let other = search.profiles[match.place].row, !settled.contains(other),
        persons.canonical(other) != persons.canonical(row), let found = try candidate(other)
      else { return nil }
      return (found, match.score)
    }
  }

  /// A resident as somebody sees them who tells same-name people apart; nil when they are not here.
  package func candidate(
    _ row: RowID, _ counted: [RowID: Int] = [:]
  ) throws -> DuplicateCandidate? {
    guard let resident = try record(Resident.self, row) else { return nil }
    let household = try resident.household.flatMap { try record(Household.self, $0) }
    return DuplicateCandidate(
      resident: resident, householdName: household?.name,
      hamlet: try household?.place.flatMap { try record(Place.self, $0)?.name },
      lastVisit: try household.flatMap { try lastVisit(to: $0.id) },
      countedAssists: counted[row] ?? 0)
  }
}

extension FieldStore {
  /// Who may already be the person of a draft, before anything is written; empty as well when the
  /// draft has problems, which the add itself will tell.
  package func duplicateCandidates(
    for draft: ResidentDraft, clock: ClockReading
  ) throws -> [(candidate: DuplicateCandidate, score: DuplicateScore)] {
    guard let profile = try profile(of: draft, clock: clock) else { return [] }
    let search = DuplicateSearch(try reader.personProfiles())
    return try search.candidates(for: profile).compactMap { match in
      guard let row = search.profiles[match.place].row, let candidate = try reader.candidate(row)
      else { return nil }
      return (candidate, match.score)
    }
  }

  /// What a draft says of a person; nil when it cannot be recorded as it stands.
  func profile(of draft: ResidentDraft, clock: ClockReading) throws -> PersonProfile? {
    var checker = DraftChecker()
    let number = draft.check(&checker, today: try knowledge(of: clock).today)
    guard checker.problems.isEmpty else { return nil }
    var profile = PersonProfile()
    profile.household = draft.household
    profile.place = try draft.household.flatMap { try reader.record(Household.self, $0)?.place }
    profile.name = checker.result(ResidentTable.fullName).text.flatMap(PersonName.init)
    func read(_ field: FieldDefinition) -> Int? { checker.result(field).integer.map { Int($0) } }
    profile.birthYear = read(ResidentTable.birthYear)
    profile.birthMonth = read(ResidentTable.birthMonth)
    profile.birthDay = read(ResidentTable.birthDay)
    profile.sex = Sex(stored: checker.result(ResidentTable.sex).integer)
    profile.phone = checker.result(ResidentTable.phone).text
    if let number { profile.idHash = try hash(number) }
    return profile
  }
}

import SyncProtocol

/// Finds which households and people of a list are on record, and of which somebody must decide.
struct HouseholdListMatcher {
  private let reader: RecordReader
  private let options: HouseholdListOptions
  private(set) var plan: HouseholdListPlan
  /// Lines of decisions that were needed.
  private var usedLines: Set<Int> = []
  private var sameByLine: [Int: [(code: String, kind: RecordCode.Kind, row: RowID)]] = [:]

  init(_ plan: HouseholdListPlan, _ reader: RecordReader, _ options: HouseholdListOptions) {
    self.plan = plan
    self.reader = reader
    self.options = options
  }

  /// Candidates that are shown of a line.
  private static let candidateLimit = 5

  /// Matches everything.
  mutating func match() throws {
    for (line, code) in options.same {
      let kind: RecordCode.Kind = code.uppercased().hasPrefix("H") ? .household : .resident
      sameByLine[line, default: []].append((code, kind, try reader.resolveOne(code, as: kind)))
    }
    try matchHouseholds()
    try matchPeople()
    for line in options.newLines.union(sameByLine.keys).sorted() where !usedLines.contains(line) {
      plan.problems.append(ListProblem(line, .nothingToDecide))
    }
    plan.problems.sort { $0.line < $1.line }
  }

  private func isNew(_ line: Int) -> Bool { options.isAllNew || options.newLines.contains(line) }

  private mutating func matchHouseholds() throws {
    let places = Set(plan.households.compactMap(\.draft.place))
    let register = HouseholdRegister(try reader.householdProfiles(of: places))
    var earlier = EarlierHouseholds()
    var claimed: Set<RowID> = []
    var open:
      [(
        index: Int, matches: [DuplicateSearch.Match], above: [HouseholdListPlan.Candidate]
      )] = []
    for index in plan.households.indices {
      let household = plan.households[index]
      guard case .add = household.action else { continue }
      let profile = HouseholdProfile(
        place: household.draft.place, name: household.draft.name,
        address: household.draft.address,
        phone: household.draft.phone.flatMap { try? PhoneNumber($0).canonical })
      let above = earlier.find(profile, line: household.line)
      if let row = try sameRecord(household.line, .household) {
        usedLines.insert(household.line)
        let found = try reader.record(Household.self, row)
        let isRight = found?.place == household.draft.place && found?.voidReason == nil
        if isRight {
          claimed.insert(row)
          plan.households[index].action = .keep(row)
        } else {
          complain(household.line, .household)
        }
        continue
      }
      let matches = register.candidates(for: profile)
      guard !matches.isEmpty || !above.isEmpty else { continue }
      if options.newLines.contains(household.line) {
        usedLines.insert(household.line)
        continue
      }
      // What is certainly on record is in no doubt, whatever is said of those who are.
      if let row = try certain(household, profile, matches, register, claimed) {
        claimed.insert(row)
        plan.households[index].action = .keep(row)
        continue
      }
      if !options.isAllNew { open.append((index, matches, above)) }
    }
    for (index, matches, above) in open {
      // Another line's record is judged as that line is, for the list itself says that they are two;
      // so an import that was cut off goes on as if it had not been.
      let others = matches.filter { match in
        register.profiles[match.place].row.map { !claimed.contains($0) } ?? true
      }
      guard !others.isEmpty || !above.isEmpty else { continue }
      plan.households[index].action = .doubt(
        try others.prefix(Self.candidateLimit).compactMap { match in
          try register.profiles[match.place].row.flatMap {
            try reader.candidate(household: $0, score: match.score).map { .household($0) }
          }
        } + above)
    }
  }

  /// A household that stands as the list has it, of which no line further up is the record; where
  /// people are listed, one of them lives there.
  private func certain(
    _ household: HouseholdListPlan.Household, _ profile: HouseholdProfile,
    _ matches: [DuplicateSearch.Match], _ register: HouseholdRegister, _ claimed: Set<RowID>
  ) throws -> RowID? {
    for match in matches {
      let other = register.profiles[match.place]
      guard let row = other.row, !claimed.contains(row), let name = profile.name,
        let otherName = other.name, name.agreement(with: otherName) == .same,
        other.address == profile.address, profile.phone == nil || other.phone == profile.phone
      else { continue }
      guard !household.people.isEmpty else { return row }
      let residents = try profiles(of: row)
      let isKnown = household.people.contains { person in
        residents.contains { Self.isSame(person.profile, $0) }
      }
      if isKnown || residents.isEmpty { return row }
    }
    return nil
  }

  private func profiles(of household: RowID) throws -> [PersonProfile] {
    try reader.personProfiles(ofHousehold: household)
  }

  /// Whether two records of one household say the same of a person.
  private static func isSame(_ one: PersonProfile, _ other: PersonProfile) -> Bool {
    guard let name = one.name, let otherName = other.name,
      name.agreement(with: otherName) == .same, one.birthYear == other.birthYear,
      one.birthMonth == other.birthMonth, one.birthDay == other.birthDay
    else { return false }
    return one.idHash == nil || other.idHash == nil || one.idHash == other.idHash
  }

  private mutating func matchPeople() throws {
    var listed: [(household: Int, person: Int)] = []
    for (index, household) in plan.households.enumerated() where !household.holdsPeopleBack {
      var residents: [PersonProfile] = []
      if case .keep(let row) = household.action { residents = try profiles(of: row) }
      try decide(index)
      claim(residents, for: index)
      for place in household.people.indices {
        guard case .add = plan.households[index].people[place].action,
          !isRuled(household.people[place].line)
        else { continue }
        plan.households[index].people[place].profile.place = household.draft.place
        plan.households[index].people[place].profile.household = Self.household(index, household)
        listed.append((index, place))
      }
    }
    try compare(listed)
  }

  /// People of a household of whom the line says who they are.
  private mutating func decide(_ index: Int) throws {
    for (place, person) in plan.households[index].people.enumerated() {
      guard case .add = person.action, let row = try sameRecord(person.line, .resident) else {
        continue
      }
      usedLines.insert(person.line)
      if try reader.existing(Resident.self, row).voidReason == nil {
        plan.households[index].people[place].action = .keep(row)
      } else {
        complain(person.line, .resident)
      }
    }
  }

  /// Lets each person of a household be one of those who live there, and nobody be two of the list:
  /// of two who say the same the second is asked about again each time, until somebody rules. Who
  /// has the same personal id goes first.
  private mutating func claim(_ residents: [PersonProfile], for index: Int) {
    var claimed: Set<RowID> = []
    for needsID in [true, false] {
      for (place, person) in plan.households[index].people.enumerated() {
        if case .keep(let row) = person.action, !needsID { claimed.insert(row) }
        guard case .add = person.action, !isRuled(person.line) else { continue }
        let known = residents.first { resident in
          guard let row = resident.row, !claimed.contains(row) else { return false }
          if needsID, person.profile.idHash == nil || person.profile.idHash != resident.idHash {
            return false
          }
          return Self.isSame(person.profile, resident)
        }
        guard let row = known?.row else { continue }
        claimed.insert(row)
        plan.households[index].people[place].action = .keep(row)
      }
    }
  }

  /// A household that is not on record yet is told from others by a row that no store has.
  private static func household(
    _ index: Int, _ household: HouseholdListPlan.Household
  ) -> RowID? {
    if case .keep(let row) = household.action { return row }
    return RowID(rawValue: .max - Int64(index))
  }

  /// One search over the register and the list together: each pair that touches the list is a doubt
  /// about its later line.
  private mutating func compare(_ listed: [(household: Int, person: Int)]) throws {
    guard !listed.isEmpty else { return }
    let register = try reader.personProfiles()
    let search = DuplicateSearch(
      register + listed.map { plan.households[$0.household].people[$0.person].profile })
    var doubts: [Int: [HouseholdListPlan.Candidate]] = [:]
    for pair in search.pairs() where pair.second >= register.count {
      let place = pair.second - register.count
      guard doubts[place, default: []].count < Self.candidateLimit else { continue }
      if pair.first < register.count {
        guard let row = register[pair.first].row, let found = try reader.candidate(row) else {
          continue
        }
        doubts[place, default: []].append(.resident(found, pair.score))
      } else {
        let other = listed[pair.first - register.count]
        let line = plan.households[other.household].people[other.person].line
        doubts[place, default: []].append(.line(line, pair.score))
      }
    }
    for (place, candidates) in doubts {
      let (household, person) = listed[place]
      let line = plan.households[household].people[person].line
      if options.newLines.contains(line) { usedLines.insert(line) }
      if isNew(line) { continue }
      plan.households[household].people[person].action = .doubt(candidates)
    }
  }

  private func sameRecord(_ line: Int, _ kind: RecordCode.Kind) throws -> RowID? {
    sameByLine[line]?.first { $0.kind == kind }?.row
  }

  /// Whether the line says which resident it means.
  private func isRuled(_ line: Int) -> Bool {
    sameByLine[line]?.contains { $0.kind == .resident } ?? false
  }

  private mutating func complain(_ line: Int, _ kind: RecordCode.Kind) {
    let code = sameByLine[line]?.first { $0.kind == kind }?.code ?? ""
    plan.problems.append(ListProblem(line, .wrongRecord(code)))
  }
}

/// Households further up in the file, by hamlet and name.
private struct EarlierHouseholds {
  private struct Key: Hashable {
    let place: RowID
    let name: UInt64
  }

  private var lines: [Key: [(line: Int, profile: HouseholdProfile)]] = [:]

  /// Those of which nothing differs from a household, which is remembered for later ones. A list
  /// that gives two addresses or telephones says itself that they are two.
  mutating func find(
    _ profile: HouseholdProfile, line: Int
  ) -> [HouseholdListPlan.Candidate] {
    guard let place = profile.place, let name = profile.name else { return [] }
    let key = Key(place: place, name: name.unordered)
    defer { lines[key, default: []].append((line, profile)) }
    return lines[key, default: []].compactMap { other in
      let score = DuplicateScore(profile, other.profile) { _ in RegisterFrequencies.logarithm(128) }
      guard let score, score.isCandidate, !score.reasons.contains(where: \.isAgainst) else {
        return nil
      }
      return .line(other.line, score)
    }
  }
}

import SyncProtocol

/// Makes households and people of a list's lines; every problem is collected.
struct HouseholdListReader {
  private let table: ListTable
  private let options: HouseholdListOptions
  private let today: LocalDate
  private let reader: RecordReader
  private let hash: (PersonalID) throws -> [UInt8]
  private let columns: Set<ListColumn>
  private(set) var households: [HouseholdListPlan.Household] = []
  private(set) var problems: [ListProblem] = []
  private var places: [String: Result<Place, ListRefusal>] = [:]
  private var householdsByNumber: [String: Int] = [:]
  private var lastHead: String?
  private var lastHamlet: String?

  init(
    _ table: ListTable, _ options: HouseholdListOptions, today: LocalDate, _ reader: RecordReader,
    hash: @escaping (PersonalID) throws -> [UInt8]
  ) {
    self.table = table
    self.options = options
    self.today = today
    self.reader = reader
    self.hash = hash
    columns = table.columns
    problems = table.problems
  }

  /// Whether rows name people beside the head.
  private var namesPeople: Bool { columns.contains(.name) }

  /// Reads all lines.
  mutating func read() throws {
    let line = table.lines.first?.number ?? 1
    if options.place == nil, options.placeRefusal == nil, !columns.contains(.hamlet) {
      problems.append(ListProblem(line, .hamletMissing))
    }
    if columns.isDisjoint(with: [.head, .household, .relation]) {
      problems.append(ListProblem(line, .householdMissing))
    }
    guard !problems.contains(where: \.concernsAll) else { return }
    for line in table.lines { try take(line) }
    for index in households.indices where !households[index].people.isEmpty { name(index) }
    try checkHouseholds()
  }

  private mutating func take(_ line: ListTable.Line) throws {
    var isReadable = true
    for column in [ListColumn.hamlet, .head, .name, .address]
    where line[column]?.contains(where: { $0 == "?" || $0 == "\u{FFFD}" }) ?? false {
      problems.append(ListProblem(line.number, .lettersLost(column)))
      isReadable = false
    }
    guard let index = try household(of: line) else {
      problems.append(ListProblem(line.number, .noHouseholdYet))
      return
    }
    if !isReadable, households[index].line == line.number { households[index].action = .leaveOut }
    guard var person = draft(of: line) else { return }
    person.phone = person.phone.map(Self.withLeadingZero)
    person.personalID = person.personalID.map(Self.wholeID)
    var checked = try check(person, line)
    if !isReadable { checked.action = .leaveOut }
    if line[.relation].map({ SearchFold.base($0) == "chu ho" || SearchFold.base($0) == "head" })
      ?? false
    {
      households[index].people.insert(checked, at: 0)
    } else {
      households[index].people.append(checked)
    }
  }

  /// The household that a line belongs to; a new one where the line begins it.
  private mutating func household(of line: ListTable.Line) throws -> Int? {
    let hamlet = line[.hamlet] ?? lastHamlet
    defer { lastHamlet = hamlet }
    if let number = line[.household], namesPeople {
      let key = SearchFold.base(hamlet ?? "") + "/" + number
      if let index = householdsByNumber[key] { return index }
      householdsByNumber[key] = households.count
      return try begin(line, hamlet)
    }
    if let head = line[.head] {
      let key = [hamlet ?? "", head, line[.address] ?? ""].map(SearchFold.exact)
        .joined(separator: "/")
      if namesPeople, key == lastHead { return households.indices.last }
      lastHead = key
      return try begin(line, hamlet)
    }
    let isHead = line[.relation].map { SearchFold.base($0) == "chu ho" } ?? false
    if isHead, columns.isDisjoint(with: [.head, .household]) { return try begin(line, hamlet) }
    return households.indices.last
  }

  private mutating func begin(_ line: ListTable.Line, _ hamlet: String?) throws -> Int {
    var draft = HouseholdDraft(
      kind: line[.kind], name: line[.head], address: line[.address], language: line[.language])
    if !namesPeople {
      draft.phone = line[.phone].map(Self.withLeadingZero)
      draft.note = line[.note]
    }
    var household = HouseholdListPlan.Household(
      line: line.number, hamlet: nil, draft: draft, action: .add)
    switch try place(hamlet) {
    case .success(let place):
      household.draft.place = place.id
      household.hamlet = place.name
    case .failure(let refusal):
      // What is wrong with the hamlet of all lines is told once.
      if options.placeRefusal == nil || hamlet != nil {
        problems.append(ListProblem(line.number, refusal.kind))
      }
      household.action = .leaveOut
    }
    households.append(household)
    return households.count - 1
  }

  private mutating func place(_ typed: String?) throws -> Result<Place, ListRefusal> {
    let key = typed ?? ""
    if let known = places[key] { return known }
    let found: Result<Place, ListRefusal>
    do {
      let place: Place
      if let typed {
        place = try reader.findPlace(typed, held: options.heldScopes)
      } else if let given = options.place {
        place = try reader.existing(Place.self, given)
      } else {
        throw ListRefusal(kind: .field(FieldProblem(HouseholdTable.place.name, .missing)))
      }
      guard place.householdScope != nil else { throw FieldError.placeWithoutScope }
      found = .success(place)
    } catch let refusal as ListRefusal {
      found = .failure(refusal)
    } catch let error as FieldError {
      found = .failure(ListRefusal(kind: .place(error)))
    }
    places[key] = found
    return found
  }

  /// The person of a line; nil when it names none.
  private func draft(of line: ListTable.Line) -> ResidentDraft? {
    if namesPeople {
      let hasMore = [ListColumn.birth, .sex, .id, .phone].contains { line[$0] != nil }
      guard line[.name] != nil || hasMore else { return nil }
      return ResidentDraft(
        fullName: line[.name], birth: line[.birth], sex: line[.sex], phone: line[.phone],
        personalID: line[.id], note: line[.note])
    }
    guard [ListColumn.birth, .sex, .id].contains(where: { line[$0] != nil }) else { return nil }
    return ResidentDraft(
      fullName: line[.head], birth: line[.birth], sex: line[.sex], personalID: line[.id])
  }

  /// Where no column holds the head, the first person is it: the one of the relation, else that of
  /// the first line.
  private mutating func name(_ index: Int) {
    if households[index].draft.name == nil {
      households[index].draft.name = households[index].people[0].draft.fullName
    }
  }

  private mutating func check(
    _ draft: ResidentDraft, _ line: ListTable.Line
  ) throws -> HouseholdListPlan.Person {
    var checker = DraftChecker()
    let number = draft.check(&checker, today: today)
    for problem in checker.problems { problems.append(ListProblem(line.number, .field(problem))) }
    var profile = PersonProfile()
    func read(_ field: FieldDefinition) -> Int? { checker.result(field).integer.map { Int($0) } }
    profile.name = checker.result(ResidentTable.fullName).text.flatMap(PersonName.init)
    profile.birthYear = read(ResidentTable.birthYear)
    profile.birthMonth = read(ResidentTable.birthMonth)
    profile.birthDay = read(ResidentTable.birthDay)
    profile.sex = Sex(stored: checker.result(ResidentTable.sex).integer)
    profile.phone = checker.result(ResidentTable.phone).text
    if let number { profile.idHash = try hash(number) }
    return HouseholdListPlan.Person(
      line: line.number, draft: draft, action: checker.problems.isEmpty ? .add : .leaveOut,
      profile: profile)
  }

  private mutating func checkHouseholds() throws {
    for index in households.indices {
      var checker = DraftChecker()
      households[index].draft.check(&checker)
      guard !checker.problems.isEmpty else { continue }
      households[index].action = .leaveOut
      let line = households[index].line
      // A name that its person has already been told about is not told twice.
      let known = Set(problems.filter { $0.line == line }.map(\.code))
      for problem in checker.problems where !known.contains(problem.code) {
        problems.append(ListProblem(line, .field(problem)))
      }
    }
  }

  /// Spreadsheets eat the leading zero of a telephone number, and keep an apostrophe before text.
  private static func withLeadingZero(_ typed: String) -> String {
    let bare = typed.hasPrefix("'") ? String(typed.dropFirst()) : typed
    return isNumber(bare, digits: 9) ? "0" + bare : bare
  }

  private static func wholeID(_ typed: String) -> String {
    let bare = typed.hasPrefix("'") ? String(typed.dropFirst()) : typed
    return isNumber(bare, digits: 11) ? "0" + bare : bare
  }

  private static func isNumber(_ text: String, digits: Int) -> Bool {
    text.utf8.count == digits && text.utf8.allSatisfy { 48...57 ~= $0 }
  }
}

/// Why a hamlet cannot be taken.
private struct ListRefusal: Error {
  let kind: ListProblem.Kind
}

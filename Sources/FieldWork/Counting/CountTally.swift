import SyncProtocol

/// Adds up judged assists, visits and dossiers, in total and by group.
struct CountTally {
  /// The running numbers of a group.
  private struct Cell {
    var numbers = CountNumbers()
    var residents: Set<CountedPerson> = []
    /// Who it may be that makes several of one, where that is disputed.
    var disputed: Set<CountedPerson> = []
    var involved: Set<CountedPerson> = []

    mutating func add(_ verdict: CountVerdict, resident: Resident?) {
      if verdict.isVoided {
        numbers.voidedAssists += 1
      } else if let resident {
        involved.insert(resident.person)
      } else {
        numbers.unnamedAssists += 1
      }
      switch verdict {
      case .counted:
        numbers.countedAssists += 1
        guard let resident else {
          numbers.anonymousAssists += 1
          return
        }
        residents.insert(resident.person)
        if let apart = resident.apart { disputed.insert(apart) }
      case .provisional: numbers.provisionalAssists += 1
      case .notCounted: numbers.otherAssists += 1
      }
    }

    func finish(hasVisits: Bool, hasSubmissions: Bool) -> CountNumbers {
      var numbers = numbers
      numbers.residents = residents.count
      let disputedPersons = residents.count { $0.isDisputed }
      numbers.residentsAtMost = residents.count - disputedPersons + disputed.count
      numbers.involvedResidents = involved.count
      numbers.visits = hasVisits ? numbers.visits ?? 0 : nil
      numbers.submissions = hasSubmissions ? numbers.submissions ?? 0 : nil
      return numbers
    }
  }

  private typealias Resident = (person: CountedPerson, apart: CountedPerson?)

  private let query: CountQuery
  private let persons: Persons
  private let dividesVisits: Bool
  private let dividesSubmissions: Bool
  private var total = Cell()
  private var cells: [[CountKey]: Cell] = [:]
  private var reasons: [CountReason: Int] = [:]

  init(_ query: CountQuery, _ persons: Persons) {
    self.query = query
    self.persons = persons
    dividesVisits = query.dimensions.allSatisfy(\.dividesVisits)
    dividesSubmissions =
      query.member == nil && query.dimensions.allSatisfy(\.dividesSubmissions)
  }

  mutating func add(_ row: CountedAssistRow, members: [RowID]) {
    let verdict = row.facts.verdict
    let resident = row.resident.map(resident)
    total.add(verdict, resident: resident)
    switch verdict {
    case .counted: break
    case .provisional(let reason), .notCounted(let reason): reasons[reason, default: 0] += 1
    }
    guard !query.dimensions.isEmpty else { return }
    let keys = keys(members: members) { dimension in
      switch dimension {
      case .team: .row(row.team)
      case .member: .row(nil)
      case .service: .code(row.service)
      case .mode: .mode(row.mode)
      case .outcome: .outcome(row.facts.outcome)
      case .blockedReason: .code(row.blockedReason)
      case .day, .week, .month: .date(Self.start(of: dimension, row.date))
      }
    }
    for key in keys { cells[key, default: Cell()].add(verdict, resident: resident) }
  }

  /// Whom a row stands for; `apart` is set where that is disputed.
  private func resident(_ row: Int64) -> Resident {
    guard !persons.isEmpty, let id = RowID(rawValue: row) else {
      return (CountedPerson(row: row, isDisputed: false), nil)
    }
    let name = persons.canonical(id)
    guard persons.isContradicted(name) else {
      return (CountedPerson(row: name.rawValue, isDisputed: false), nil)
    }
    return (
      CountedPerson(row: name.rawValue, isDisputed: true),
      CountedPerson(row: persons.certain(id).rawValue, isDisputed: true)
    )
  }

  mutating func addVisit(date: LocalDate, team: RowID?, members: [RowID]) {
    total.numbers.visits = (total.numbers.visits ?? 0) + 1
    guard dividesVisits, !query.dimensions.isEmpty else { return }
    let keys = keys(members: members) { dimension in
      dimension == .team ? .row(team) : .date(Self.start(of: dimension, date))
    }
    for key in keys {
      cells[key, default: Cell()].numbers.visits =
        (cells[key]?.numbers.visits ?? 0) + 1
    }
  }

  mutating func addSubmission(date: LocalDate, team: RowID?, procedure: String?) {
    total.numbers.submissions = (total.numbers.submissions ?? 0) + 1
    guard dividesSubmissions, !query.dimensions.isEmpty else { return }
    let key = query.dimensions.map { dimension -> CountKey in
      switch dimension {
      case .team: .row(team)
      case .service: .code(procedure)
      default: .date(Self.start(of: dimension, date))
      }
    }
    cells[key, default: Cell()].numbers.submissions =
      (cells[key]?.numbers.submissions ?? 0) + 1
  }

  /// The groups that something belongs to: one, or one for each member who took part.
  private func keys(
    members: [RowID], _ key: (CountDimension) -> CountKey
  ) -> [[CountKey]] {
    guard let place = query.dimensions.firstIndex(of: .member) else {
      return [query.dimensions.map(key)]
    }
    let fixed = query.dimensions.map { $0 == .member ? CountKey.row(nil) : key($0) }
    let credited = query.member.map { [$0] } ?? members
    guard !credited.isEmpty else { return [fixed] }
    return credited.map { member in
      var keys = fixed
      keys[place] = .row(member)
      return keys
    }
  }

  private static func start(of dimension: CountDimension, _ date: LocalDate) -> LocalDate {
    switch dimension {
    case .week: date.adding(days: 1 - date.weekday)
    case .month: date.adding(days: 1 - date.day)
    default: date
    }
  }

  func finish(undatedAssists: Int) -> Count {
    let groups = cells.map { keys, cell in
      Count.Group(
        keys: keys,
        numbers: cell.finish(hasVisits: dividesVisits, hasSubmissions: dividesSubmissions))
    }
    return Count(
      query: query,
      total: total.finish(hasVisits: true, hasSubmissions: query.member == nil),
      groups: groups.sorted { Self.precedes($0.keys, $1.keys) },
      reasons: CountReason.allCases.compactMap { reason in
        reasons[reason].map { Count.ReasonCount(reason: reason, assists: $0) }
      },
      undatedAssists: undatedAssists)
  }

  private static func precedes(_ left: [CountKey], _ right: [CountKey]) -> Bool {
    for (left, right) in zip(left, right) {
      let (left, right) = (left.order, right.order)
      if left.0 != right.0 { return left.0 < right.0 }
      if left.1 != right.1 { return left.1 < right.1 }
      if !left.2.utf8.elementsEqual(right.2.utf8) {
        return left.2.utf8.lexicographicallyPrecedes(right.2.utf8)
      }
    }
    return false
  }
}

/// Somebody who is counted once.
private struct CountedPerson: Hashable {
  /// The row that names them.
  var row: Int64
  /// Whether somebody says that they are several.
  var isDisputed: Bool
}

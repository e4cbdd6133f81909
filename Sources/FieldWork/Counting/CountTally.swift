import SyncProtocol

/// Adds up judged assists, visits and dossiers, in total and by group of one division or of several.
struct CountTally {
  /// The groups of a division met so far.
  private struct Division {
    var groups: CountGroups
    /// By group, where its numbers stand among those of all divisions.
    var cells: [Int] = []
  }

  private var divisions: [Division]
  private var total = CountNumbers()
  private var numbers: [CountNumbers] = []
  private var reasons: [CountReason: Int] = [:]
  private var residents: CountedResidents

  /// - Parameter depths: of each division, how many dimensions it has.
  init(_ persons: Persons, depths: [Int]) {
    divisions = depths.map { Division(groups: CountGroups(depth: $0)) }
    residents = CountedResidents(persons)
  }

  /// A record that is being counted.
  enum Entry {
    /// A visit or a dossier.
    case plain(CountedKind)
    /// An assist as the rule judges it, with its resident.
    case assist(CountVerdict, isNamed: Bool, CountedResidents.Person?)
  }

  /// Adds an assist to the total.
  mutating func add(_ verdict: CountVerdict, resident: Int64?) -> Entry {
    switch verdict {
    case .counted: break
    case .provisional(let reason), .notCounted(let reason): reasons[reason, default: 0] += 1
    }
    let person = verdict.isVoided ? nil : resident.map { residents.person(of: $0) }
    total.add(verdict, isNamed: resident != nil)
    if let person { residents.add(person, isCounted: verdict == .counted, to: 0) }
    return .assist(verdict, isNamed: resident != nil, person)
  }

  /// Adds visits or dossiers to the total.
  @discardableResult mutating func add(_ kind: CountedKind, times: Int) -> Entry {
    total.add(kind, times: times)
    return .plain(kind)
  }

  /// Adds a record, which is in the total, to the group of a path of a division.
  mutating func add(_ entry: Entry, to path: [Int32], of division: Int) {
    let group = divisions[division].groups.group(of: path)
    if group == divisions[division].cells.count {
      divisions[division].cells.append(numbers.count)
      numbers.append(CountNumbers())
    }
    let cell = divisions[division].cells[group]
    switch entry {
    case .plain(let kind): numbers[cell].add(kind, times: 1)
    case .assist(let verdict, let isNamed, let person):
      numbers[cell].add(verdict, isNamed: isNamed)
      if let person { residents.add(person, isCounted: verdict == .counted, to: cell + 1) }
    }
  }

  /// The counts of the divisions, each with its axes; what a question does not ask about is nil, which
  /// is not 0.
  func finish(
    _ queries: [(query: CountQuery, axes: [CountAxis])], undatedAssists: Int
  ) -> [Count] {
    let sizes = residents.sizes(cells: numbers.count + 1)
    let reasons = CountReason.allCases.compactMap { reason in
      self.reasons[reason].map { Count.ReasonCount(reason: reason, assists: $0) }
    }
    return zip(divisions, queries).map { division, asked in
      let (query, axes) = asked
      let groups = division.cells.enumerated().map { group, cell in
        Count.Group(
          keys: zip(division.groups.path(of: group), axes).map { $1.keys[Int($0)] },
          numbers: numbers[cell].finished(sizes[cell + 1]) { query.divides($0) })
      }
      return Count(
        query: query, total: total.finished(sizes[0]) { query.asks(about: $0) },
        groups: groups.sorted { Self.precedes($0.keys, $1.keys) }, reasons: reasons,
        undatedAssists: undatedAssists)
    }
  }

  private static func precedes(_ left: [CountKey], _ right: [CountKey]) -> Bool {
    for (left, right) in zip(left, right) {
      if let isFirst = CountKey.precedes(left, right) { return isFirst }
    }
    return false
  }
}

extension CountNumbers {
  fileprivate mutating func add(_ verdict: CountVerdict, isNamed: Bool) {
    if verdict.isVoided {
      voidedAssists += 1
    } else if !isNamed {
      unnamedAssists += 1
    }
    switch verdict {
    case .counted:
      countedAssists += 1
      if !isNamed { anonymousAssists += 1 }
    case .provisional: provisionalAssists += 1
    case .notCounted: otherAssists += 1
    }
  }

  fileprivate mutating func add(_ kind: CountedKind, times: Int) {
    switch kind {
    case .visit: visits = (visits ?? 0) + times
    case .submission: submissions = (submissions ?? 0) + times
    case .assist, .household, .feedback, .member, .task: break
    }
  }

  fileprivate func finished(
    _ residents: CountedResidents.Size, _ has: (CountedKind) -> Bool
  ) -> CountNumbers {
    var numbers = self
    numbers.residents = residents.counted
    numbers.residentsAtMost = residents.countedAtMost
    numbers.involvedResidents = residents.involved
    numbers.visits = has(.visit) ? visits ?? 0 : nil
    numbers.submissions = has(.submission) ? submissions ?? 0 : nil
    return numbers
  }
}

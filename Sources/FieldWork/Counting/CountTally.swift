import SyncProtocol

/// Adds up judged assists, visits and dossiers, in total and by group.
struct CountTally {
  /// The groups met so far.
  private var groups: CountGroups
  private var total = CountNumbers()
  private var numbers: [CountNumbers] = []
  private var reasons: [CountReason: Int] = [:]
  private var residents: CountedResidents

  init(_ persons: Persons, depth: Int) {
    groups = CountGroups(depth: depth)
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

  /// Adds a record, which is in the total, to the group of a path.
  mutating func add(_ entry: Entry, to path: [Int32]) {
    let group = groups.group(of: path)
    if group == numbers.count { numbers.append(CountNumbers()) }
    switch entry {
    case .plain(let kind): numbers[group].add(kind, times: 1)
    case .assist(let verdict, let isNamed, let person):
      numbers[group].add(verdict, isNamed: isNamed)
      if let person { residents.add(person, isCounted: verdict == .counted, to: group + 1) }
    }
  }

  /// The count; what a question does not ask about is nil, which is not 0.
  func finish(_ query: CountQuery, _ axes: [CountAxis], undatedAssists: Int) -> Count {
    let sizes = residents.sizes(cells: numbers.count + 1)
    let groups = numbers.indices.map { group in
      Count.Group(
        keys: zip(self.groups.path(of: group), axes).map { $1.keys[Int($0)] },
        numbers: numbers[group].finished(sizes[group + 1]) { query.divides($0) })
    }
    return Count(
      query: query, total: total.finished(sizes[0]) { query.asks(about: $0) },
      groups: groups.sorted { Self.precedes($0.keys, $1.keys) },
      reasons: CountReason.allCases.compactMap { reason in
        reasons[reason].map { Count.ReasonCount(reason: reason, assists: $0) }
      },
      undatedAssists: undatedAssists)
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

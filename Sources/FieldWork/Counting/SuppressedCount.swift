/// A number that may be too small to show.
package enum SuppressedNumber: Hashable, Sendable {
  /// As it is.
  case shown(Int)
  /// Hidden, because the group is small or would give a small one away.
  case hidden
  /// A part of it is told, and the rest is hidden.
  case atLeast(Int)
  /// Between which two numbers it lies: exact ones would give away what others hide.
  case between(Int, Int)
  /// There is no such number for the group, which is not 0.
  case none

  /// The number in digits, or what stands in its place.
  package func text(in language: Language) -> String {
    func digits(_ number: Int) -> String { Format.integer(Int64(number), language) }
    return switch self {
    case .shown(let number): digits(number)
    case .atLeast(let number): "≥ \(digits(number))"
    case .between(let low, let high): "\(digits(low))–\(digits(high))"
    case .hidden: "·"
    case .none: "—"
    }
  }

  /// As much as is told of it; nil where nothing is.
  package var least: Int? {
    switch self {
    case .shown(let number), .atLeast(let number), .between(let number, _): number
    case .hidden, .none: nil
    }
  }

  /// What some numbers are together: a part of it where one of them is not told.
  package static func sum(of numbers: some Sequence<SuppressedNumber>) -> SuppressedNumber {
    var (sum, isWhole) = (0, true)
    for number in numbers {
      if case .shown = number {} else { isWhole = false }
      sum += number.least ?? 0
    }
    return isWhole ? .shown(sum) : sum > 0 ? .atLeast(sum) : .hidden
  }
}

/// A count for eyes that may see no small groups: the trainer's and the public's.
package struct SuppressedCount: Hashable, Sendable {
  /// The numbers of a group; nil where they are hidden.
  package struct Group: Hashable, Sendable {
    /// Where it stands.
    package let keys: [CountKey]
    /// Whether its numbers are hidden.
    package let isHidden: Bool
    private let numbers: CountNumbers

    init(_ group: Count.Group, isHidden: Bool) {
      keys = group.keys
      self.isHidden = isHidden
      // What is hidden is not even kept.
      numbers = isHidden ? CountNumbers() : group.numbers
    }

    private func number(_ value: Int?) -> SuppressedNumber {
      isHidden ? .hidden : value.map { .shown($0) } ?? .none
    }

    /// One of its numbers.
    package func number(_ number: CountedNumber) -> SuppressedNumber {
      self.number(number.value(of: numbers))
    }

    /// All assists that nobody voided.
    package var standingAssists: SuppressedNumber { number(.recorded) }
    /// Distinct residents with a counted assist, at most, where it is disputed who is the same person.
    package var residentsAtMost: SuppressedNumber { number(numbers.residentsAtMost) }
  }

  /// Groups below this are hidden unless another number is configured.
  package static let standardThreshold = 5

  /// The whole period.
  package let total: Group
  /// The groups, in the order of the count.
  package let groups: [Group]

  /// Hides every group of fewer residents, or fewer assists of unnamed ones, than the threshold.
  package init(_ count: Count, threshold: Int = standardThreshold) {
    self.init(groups: count.groups, total: count.total, threshold: threshold)
  }

  /// Hides the small ones of some groups that together make up `total`.
  ///
  /// A group without anything shows its zeros. What is hidden could be told by subtraction from the
  /// total when it is one group, or when all of it together is still few people: the smallest shown
  /// groups are then hidden with it.
  package init(
    groups: [Count.Group], total: CountNumbers, threshold: Int = standardThreshold
  ) {
    let hidden = Self.hidden(groups.map { Self.size(of: $0.numbers) }, threshold: threshold)
    self.total = Group(
      Count.Group(keys: [], numbers: total),
      isHidden: (1..<threshold).contains(Self.size(of: total)))
    self.groups = groups.indices.map { Group(groups[$0], isHidden: hidden.contains($0)) }
  }

  /// The places of groups that are hidden: the small ones, and the smallest others until nobody finds
  /// one by subtraction.
  ///
  /// - Parameters:
  ///   - hiding: places that are hidden whatever stands there.
  ///   - keeping: places that are hidden for the sake of others after all else.
  package static func hidden(
    _ sizes: [Int], threshold: Int = standardThreshold, hiding: Set<Int> = [],
    keeping: Set<Int> = []
  ) -> Set<Int> {
    var hidden = hiding.union(sizes.indices.filter { sizes[$0] > 0 && sizes[$0] < threshold })
    func order(_ place: Int) -> (Int, Int, Int) {
      (keeping.contains(place) ? 1 : 0, sizes[place], place)
    }
    var shown = sizes.indices.filter { sizes[$0] >= threshold && !hidden.contains($0) }
      .sorted { order($0) < order($1) }[...]
    while !hidden.isEmpty,
      hidden.count == 1 || hidden.reduce(0, { $0 + sizes[$1] }) < threshold,
      let smallest = shown.popFirst()
    {
      hidden.insert(smallest)
    }
    return hidden
  }

  /// A number of the whole period; hidden where it is small by itself, such as dossiers of many people.
  package func whole(
    _ number: CountedNumber, threshold: Int = standardThreshold
  ) -> SuppressedNumber {
    let told = total.number(number)
    if case .shown(let value) = told, (1..<threshold).contains(value) { return .hidden }
    return told
  }

  /// How many people a group is about: residents with an assist that stands; without any such
  /// assist its visits or dossiers.
  package static func size(of numbers: CountNumbers) -> Int {
    if numbers.standingAssists > 0 {
      return min(numbers.standingAssists, numbers.involvedResidents + numbers.unnamedAssists)
    }
    return max(numbers.visits ?? 0, numbers.submissions ?? 0)
  }
}

/// A number that may be too small to show.
package enum SuppressedNumber: Hashable, Sendable {
  /// As it is.
  case shown(Int)
  /// Hidden, because the group is small or would give a small one away.
  case hidden
  /// There is no such number for the group, which is not 0.
  case none

  /// The number in digits, or what stands in its place.
  package func text(in language: Language) -> String {
    switch self {
    case .shown(let number): Format.integer(Int64(number), language)
    case .hidden: "·"
    case .none: "—"
    }
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

    /// Attempts at households.
    package var visits: SuppressedNumber { number(numbers.visits) }
    /// Assists that count.
    package var countedAssists: SuppressedNumber { number(numbers.countedAssists) }
    /// Assists that would count once something is mended.
    package var provisionalAssists: SuppressedNumber { number(numbers.provisionalAssists) }
    /// All assists.
    package var assists: SuppressedNumber { number(numbers.assists) }
    /// Distinct residents with a counted assist.
    package var residents: SuppressedNumber { number(numbers.residents) }
    /// Dossiers filed.
    package var submissions: SuppressedNumber { number(numbers.submissions) }
  }

  /// Groups below this are hidden unless another number is configured.
  package static let standardThreshold = 5

  /// The whole period.
  package let total: Group
  /// The groups, in the order of the count.
  package let groups: [Group]

  /// Hides every group of fewer residents, or fewer assists of unnamed ones, than the threshold.
  ///
  /// A group without anything shows its zeros. When exactly one group is hidden, it could be told
  /// by subtraction from the total: the smallest shown one is hidden with it.
  package init(_ count: Count, threshold: Int = standardThreshold) {
    let isSmall = { (numbers: CountNumbers) -> Bool in
      let size = Self.size(of: numbers)
      return size > 0 && size < threshold
    }
    var hidden = Set(count.groups.indices.filter { isSmall(count.groups[$0].numbers) })
    if hidden.count == 1 {
      let candidates = count.groups.indices.filter {
        !hidden.contains($0) && Self.size(of: count.groups[$0].numbers) > 0
      }
      let smallest = candidates.min {
        (Self.size(of: count.groups[$0].numbers), $0)
          < (Self.size(of: count.groups[$1].numbers), $1)
      }
      if let smallest { hidden.insert(smallest) }
    }
    total = Group(
      Count.Group(keys: [], numbers: count.total), isHidden: isSmall(count.total))
    groups = count.groups.indices.map {
      Group(count.groups[$0], isHidden: hidden.contains($0))
    }
  }

  /// How many people a group is about: residents with an assist; without any of them its assists,
  /// visits or dossiers.
  private static func size(of numbers: CountNumbers) -> Int {
    if numbers.assists > 0 {
      return min(numbers.assists, numbers.involvedResidents + numbers.anonymousAssists)
    }
    return max(numbers.visits ?? 0, numbers.submissions ?? 0)
  }
}

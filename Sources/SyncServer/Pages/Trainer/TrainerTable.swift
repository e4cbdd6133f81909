import FieldWork

/// The numbers of a period divided one way, as a trainer is told them.
struct TrainerTable: Sendable {
  /// A group with its assists.
  struct Group: Sendable {
    let keys: [CountKey]
    let assists: SuppressedNumber
  }

  /// In the order of the count.
  let groups: [Group]
  /// Distinct residents at most, where it is disputed who is the same person.
  let residentsAtMost: SuppressedNumber
  private let numbers: [CountedNumber: SuppressedNumber]
  /// How many people are behind what is hidden.
  private let hidden: [[CountKey]: Int]
  private let hiddenNumbers: [CountedNumber: Int]

  /// The assists of a group; 0 where there is no such one.
  func assists(_ keys: [CountKey]) -> SuppressedNumber {
    groups.first { $0.keys == keys }?.assists ?? .shown(0)
  }

  /// A number of the whole period.
  func whole(_ number: CountedNumber) -> SuppressedNumber { numbers[number] ?? .hidden }

  /// - Parameters:
  ///   - place: of the division; nil for the whole period alone.
  ///   - keeping: groups that are hidden for the sake of others only where nothing else is left.
  init(
    _ counts: DividedCounts, _ place: Int? = nil, keeping: Set<[CountKey]> = [],
    threshold: Int = SuppressedCount.standardThreshold
  ) {
    let period = counts.period
    let months = counts.months.map { month in
      (
        period: month.period,
        table: TrainerTable(month, place, keeping: keeping, threshold: threshold)
      )
    }
    let groups = place.map { counts.groups[$0] } ?? []
    let inMonths = HiddenInMonths(
      period, months.map { ($0.period, $0.table.hidden) }, threshold: threshold)
    let (untold, unknown) = (inMonths.untold, inMonths.unknown)
    let sizes = groups.map { group in
      let size = SuppressedCount.size(of: group.numbers)
      return months.isEmpty ? size : min(size, unknown[group.keys] ?? 0)
    }
    func places(_ keys: Set<[CountKey]>) -> Set<Int> {
      Set(groups.indices.filter { keys.contains(groups[$0].keys) })
    }
    let isHidden = SuppressedCount.hidden(
      sizes, threshold: threshold, hiding: places(untold), keeping: places(keeping))
    var parts: [[CountKey]: [SuppressedNumber]] = [:]
    for month in months {
      for group in month.table.groups { parts[group.keys, default: []].append(group.assists) }
    }
    self.groups = groups.indices.map { index in
      let group = groups[index]
      let own: SuppressedNumber =
        isHidden.contains(index) ? .hidden : .shown(group.numbers.standingAssists)
      return Group(
        keys: group.keys, assists: own.told(in: period, months: parts[group.keys] ?? []))
    }
    hidden = Dictionary(
      isHidden.map { (groups[$0].keys, max(1, SuppressedCount.size(of: groups[$0].numbers))) },
      uniquingKeysWith: max)

    let total = SuppressedCount(groups: [], total: counts.total, threshold: threshold)
    let wholes = HiddenInMonths(
      period, months.map { ($0.period, $0.table.hiddenNumbers) }, threshold: threshold
    ).untold
    var (numbers, hiddenNumbers) =
      ([CountedNumber: SuppressedNumber](), [CountedNumber: Int]())
    for number in TrainerQuestion.numbers {
      let own = total.whole(number, threshold: threshold)
      if own == .hidden { hiddenNumbers[number] = number.value(of: counts.total) ?? 0 }
      let isResidents = number == .residents && period.hasMonths
      numbers[number] =
        isResidents
        ? own.inSteps
        : (wholes.contains(number) ? .hidden : own).told(
          in: period, months: months.map { $0.table.whole(number) })
    }
    self.numbers = numbers
    self.hiddenNumbers = hiddenNumbers
    let most = total.total.residentsAtMost
    residentsAtMost =
      period.hasMonths ? most.inSteps : most.told(in: period, months: EmptyCollection())
  }
}

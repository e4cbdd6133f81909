/// In which longer periods a number may be told whose own in some months is hidden.
///
/// Months are the finest periods of which exact numbers are told. A longer one gives the hidden months
/// away when they are few: taken from it, the others that are told leave them. So it is told only where
/// whatever is left over, of it and of shorter ones in it that are told, is nothing or several months
/// of together enough people.
package struct MonthCover: Sendable {
  private let threshold: Int
  private var sizes: [LocalDate: Int] = [:]

  /// Nothing is hidden yet.
  package init(threshold: Int = SuppressedCount.standardThreshold) { self.threshold = threshold }

  /// Adds a month in which the number is hidden, of so many people.
  package mutating func hide(_ month: Period, of people: Int) { sizes[month.from] = people }

  /// How many people its hidden months of a period are about.
  package func people(in period: Period) -> Int {
    sizes.reduce(0) { $0 + (period.contains($1.key) ? $1.value : 0) }
  }

  /// Whether the number of a period may be told.
  package func tells(_ period: Period) -> Bool {
    let hidden = Set(sizes.keys.filter(period.contains))
    guard !hidden.isEmpty else { return true }
    let parts = period.shorterPeriods.filter { part in
      hidden.contains(where: part.contains) && tells(part)
    }
    return isSafe(hidden, beside: parts[...])
  }

  /// Whether enough is left, whichever of the parts are taken away that do not overlap.
  private func isSafe(_ rest: Set<LocalDate>, beside parts: ArraySlice<Period>) -> Bool {
    let people = rest.reduce(0) { $0 + (sizes[$1] ?? 0) }
    guard rest.isEmpty || rest.count > 1 && people >= threshold else { return false }
    return parts.indices.allSatisfy { place in
      let part = parts[place]
      return isSafe(
        rest.filter { !part.contains($0) },
        beside: parts[(place + 1)...].filter { $0.to < part.from || part.to < $0.from }[...])
    }
  }
}

extension Period {
  /// Whether it is made of several months of the calendar.
  package var hasMonths: Bool {
    switch kind {
    case .quarter, .halfYear, .nineMonths, .year: cutOff == nil
    case .day, .week, .month, .custom: false
    }
  }

  /// The months that it has, the earliest first; none where it is not made of several.
  package var months: [Period] {
    guard hasMonths else { return [] }
    return spans(of: .month)
  }

  /// Reporting periods of several months within it, the shortest first.
  fileprivate var shorterPeriods: [Period] {
    guard hasMonths else { return [] }
    return [Kind.quarter, .halfYear, .nineMonths].flatMap(spans).filter {
      $0.count < count && contains($0.from) && contains($0.to)
    }
  }

  private func spans(of kind: Kind) -> [Period] {
    var spans: [Period] = []
    var day = from
    while day <= to, let span = Period(kind, holding: day) {
      spans.append(span)
      day = span.to.adding(days: 1)
    }
    return spans
  }
}

extension SuppressedNumber {
  /// A number in a span of numbers that is wide enough for nobody to take it from an exact one: weeks lie
  /// across the edges of months, so that a day of few people would be left.
  package var inBands: SuppressedNumber {
    guard case .shown(let number) = self, number > 0 else { return self }
    var low = SuppressedCount.standardThreshold
    guard number >= low else { return .hidden }
    // 5–9, 10–19, 20–49, 50–99, 100–199 and so on.
    var next = low * 2
    while number >= next {
      low = next
      let (doubled, overflow) = low.multipliedReportingOverflow(by: 5)
      guard !overflow else { return .atLeast(low) }
      next = Self.first(of: low) == 2 ? doubled / 2 : low * 2
    }
    return .between(low, next - 1)
  }

  /// A number to the next five below: of people who are told apart it is not the sum of those of months,
  /// and an exact one beside theirs would tell of the few who came in others.
  package var inSteps: SuppressedNumber {
    guard case .shown(let number) = self, number > 0 else { return self }
    let step = SuppressedCount.standardThreshold
    return number < step ? .hidden : .between(number / step * step, number / step * step + step - 1)
  }

  /// The first digit.
  private static func first(of number: Int) -> Int {
    var number = number
    while number >= 10 { number /= 10 }
    return number
  }
}

/// How a target stands against the days that are over, for eyes that may see no small groups: parts
/// of the target in coarse steps and no number, so that nothing can be subtracted from another page.
package struct TargetPace: Hashable, Sendable {
  /// How it goes.
  package enum Standing: String, Hashable, Sendable, CaseIterable {
    /// The target is reached.
    case reached
    /// As much as the days that are over would ask, or more.
    case onPace = "on-pace"
    /// Less than that.
    case behind
    /// Nobody here can tell.
    case unknown
  }

  /// Hundredths of what was to be reached; of a share, the share itself. Nil where it is unknown, or
  /// too little to be told.
  package let percent: Int?
  /// Whether too few people stand behind it to tell how much, or its days could be subtracted from
  /// those of another one.
  package let isSmall: Bool
  /// Of a number, the percent that the days that are over would ask; a share asks for all of it on
  /// every day.
  package let asked: Int?
  /// Days that are over, today among them.
  package let days: Int
  /// All days.
  package let ofDays: Int
  /// How it goes.
  package let standing: Standing

  /// The coarsest step of a percentage that is told.
  private static let step = 5
  /// A target below this is too small for steps that hide single people.
  private static let leastTarget: Int64 = 25
  /// A share of fewer is not told.
  private static let leastWhole: Int64 = 10

  /// How a target stands.
  package init(_ target: TargetProgress, threshold: Int = SuppressedCount.standardThreshold) {
    let period = target.period
    ofDays = period.count
    days = min(ofDays, max(0, period.from.days(until: target.asOf.date) + 1))
    guard let value = target.result.value, let isReached = target.isReached else {
      (percent, isSmall, asked, standing) = (nil, false, nil, .unknown)
      return
    }
    if let ratio = value.ratio {
      isSmall = ratio.denominator < Self.leastWhole || !period.isWhole
      percent = isSmall ? nil : Self.stepped(ratio.hundredthsOfPercent / 100, by: Self.step)
      asked = nil
      standing = isReached ? .reached : .behind
      return
    }
    // Of what shall be little, such as a backlog, the days that are over ask nothing of their own.
    let isBetterLow = Rate(named: target.measure)?.isBetterLow ?? false
    let askedShare = days * 100 / max(1, ofDays)
    asked = isBetterLow ? nil : askedShare
    let isFew = value.numerator > 0 && value.numerator < Int64(threshold)
    isSmall = isFew || target.target < Self.leastTarget || !period.isWhole
    let exact = Ratio(max(0, value.numerator), of: target.target)?.hundredthsOfPercent
    let people = Ratio(Int64(threshold) * 100, of: target.target).map(Self.roundedUp) ?? Self.step
    percent =
      isSmall ? nil : exact.map { Self.stepped($0 / 100, by: max(Self.step, people)) }
    let isOnPace = !isBetterLow && (exact ?? 0) >= Int64(askedShare) * 100
    standing = isReached ? .reached : isOnPace ? .onPace : .behind
  }

  /// The nearest step.
  private static func stepped(_ percent: Int64, by step: Int) -> Int {
    let step = Int64(max(1, step))
    return Int(clamping: (percent + step / 2) / step * step)
  }

  private static func roundedUp(_ ratio: Ratio) -> Int {
    Int(clamping: (ratio.numerator + ratio.denominator - 1) / ratio.denominator)
  }
}

/// Between what bounds the share of a whole lies when a part of it was drawn by chance: Wilson's
/// interval at 95 %, which holds for small samples and for shares near 0 and 1.
package struct ShareInterval: Hashable, Sendable {
  /// Below this many the share itself is worth little.
  package static let leastSample = 10

  /// The share of the sample, in hundredths of a percent.
  package let share: Int64
  /// The lower bound, in hundredths of a percent.
  package let lower: Int64
  /// The upper bound, in hundredths of a percent.
  package let upper: Int64
  /// Whether the sample is large enough to say something.
  package let isEnough: Bool

  /// The interval of some of a sample; nil for an empty one.
  package init?(_ part: Int, of sample: Int) {
    guard sample > 0, (0...sample).contains(part) else { return nil }
    // The 97.5th percentile of the normal distribution.
    let z = 1.959_963_984_540_054
    let n = Double(sample)
    let p = Double(part) / n
    let middle = p + z * z / (2 * n)
    let reach = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 10_000 / (1 + z * z / n)
    share = Int64((p * 10_000).rounded())
    lower = max(0, Int64(((middle - reach) * scale).rounded()))
    upper = min(10_000, Int64(((middle + reach) * scale).rounded()))
    isEnough = sample >= Self.leastSample
  }
}

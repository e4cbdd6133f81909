/// One line on a terminal that says how far long work has come.
package struct ProgressLine {
  private let label: String
  private let total: Int64
  private let show: ((String) -> Void)?
  private var shownPercent: Int64 = -1

  init(label: String, total: Int64, show: ((String) -> Void)?) {
    self.label = label
    self.total = max(total, 0)
    self.show = show
  }

  /// Says that `count` of the total are done; writes only when the percentage has changed.
  package mutating func advance(to count: Int64) {
    guard let show else { return }
    let done = min(max(count, 0), total)
    // Doubles are exact enough for a percentage and cannot overflow.
    let percent = total == 0 ? 100 : Int64(Double(done) / Double(total) * 100)
    guard percent != shownPercent else { return }
    shownPercent = percent
    show("\r\(label) \(percent) % (\(done)/\(total))\u{1B}[K")
  }

  /// Takes the line away.
  package mutating func finish() {
    guard let show, shownPercent >= 0 else { return }
    shownPercent = -1
    show("\r\u{1B}[K")
  }
}

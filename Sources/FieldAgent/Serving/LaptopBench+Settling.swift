import Replica

// What follows when something came from the centre, by network or by stick.
extension LaptopBench {
  /// Drops what the log needs no longer, and lets practice forget whoever the centre erased.
  ///
  /// - Parameter laptop: the same home, opened a second time beside the pages.
  func settle(_ laptop: Laptop) throws {
    _ = try laptop.store.compactIfWorthwhile(atLeast: Compact.worthwhileBytes)
    guard try PracticeHome.owesErasures(laptop) else { return }
    // Where it is in use, it follows when it is used next.
    try laptop.releasingHome { _ = try? practise { _ in true } }
  }
}

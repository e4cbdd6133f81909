extension Measure {
  /// What teams did, counted as `count` does.
  static let work: [Measure] = [
    Measure("visits", vi: "lượt thăm", en: "visits", .visit { _ in 1 }),
    Measure(
      "visits-met", vi: "lượt thăm gặp được người", en: "visits that met somebody",
      .visit { $0.outcome.map { count($0 == .met) } }),
    Measure(
      "assists", vi: "lượt hỗ trợ được tính", en: "counted assists",
      .assist { count($0.isCounted) }),
  ]
}

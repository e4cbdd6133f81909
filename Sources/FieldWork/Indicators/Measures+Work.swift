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
    Measure(
      "households-listed", vi: "hộ trong danh sách của đợt cao điểm",
      en: "households listed for the campaign", .listed { _ in 1 }),
    Measure(
      "households-listed-visited", vi: "hộ trong danh sách đã được thăm",
      en: "households of the list that were visited", .listed { count($0.isVisited) }),
    Measure("tasks-open", vi: "việc chưa xong", en: "open tasks", .task { count($0.isOpen) }),
    Measure(
      "tasks-overdue", vi: "việc quá hạn", en: "overdue tasks", .task { count($0.isOverdue) }),
  ]
}

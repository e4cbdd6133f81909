extension Measure {
  /// What teams, assists and feedback tell.
  static let teams: [Measure] = [
    Measure(
      "assists-tried", vi: "lượt hỗ trợ làm thủ tục", en: "assists that were to get something done",
      .assist { facts in
        facts.outcome.map { count($0 != .advised && $0 != .refused) }
      }),
    Measure(
      "assists-successful", vi: "lượt hỗ trợ làm được", en: "assists that got it done",
      .assist { facts in facts.outcome.map { count($0 == .completed || $0 == .submitted) } }),
    Measure(
      "feedback-rated", vi: "lượt đánh giá", en: "ratings", .feedback { count($0.rating != nil) }),
    Measure(
      "feedback-liked", vi: "lượt hài lòng", en: "ratings of 4 and 5",
      .feedback { $0.rating.map { count($0 >= FeedbackFacts.likedFrom) } }),
    Measure(
      "feedback-disliked", vi: "lượt không hài lòng", en: "ratings of 1 and 2",
      .feedback { $0.rating.map { count($0 <= FeedbackFacts.dislikedUpTo) } }),
    Measure(
      "feedback-to-answer", vi: "phản ánh cần trả lời", en: "feedback that wants an answer",
      .feedback { count($0.wantsAnswer) }),
    Measure(
      "feedback-in-time", vi: "phản ánh trả lời đúng hạn hoặc còn hạn",
      en: "feedback answered in time or running in time", .feedback { $0.isInTime.map(count) }),
    Measure("members", vi: "thành viên các tổ", en: "members of teams", .member { _ in 1 }),
    Measure(
      "members-trained", vi: "thành viên đã được tập huấn", en: "members trained",
      .member { count($0.isTrained) }),
    Measure(
      "members-tested", vi: "thành viên có điểm trước và sau",
      en: "members with scores before and after", .member { count($0.scores != nil) }),
    Measure(
      "score-before", vi: "điểm trước tập huấn", en: "scores before training",
      .member { $0.scores.map(\.before) ?? 0 }),
    Measure(
      "score-after", vi: "điểm sau tập huấn", en: "scores after training",
      .member { $0.scores.map(\.after) ?? 0 }),
    Measure("groups", vi: "thôn, tổ dân phố", en: "hamlets and groups", .group { _ in 1 }),
    Measure(
      "groups-with-team", vi: "thôn, tổ dân phố có tổ", en: "hamlets and groups with a team",
      .group { count($0.hasTeam) }),
    Measure(
      "groups-with-project-06-team", vi: "thôn, tổ dân phố có tổ Đề án 06",
      en: "hamlets and groups with a Project 06 team", .group { $0.hasProjectTeam.map(count) }),
  ]
}

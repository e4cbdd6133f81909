import CommandLine
import FieldWork
import SyncProtocol

/// What residents said and what they still lack, for programs: numbers and states, and nobody's words
/// or name.
extension ProgramRoutes {
  static let feedback = ProgramRoute.list(
    "/feedback", .coordinator,
    BilingualText(
      vi: "Đánh giá, phản ánh: điểm, hạn trả lời và tình trạng; không kèm lời ghi",
      en: "Ratings and feedback: when an answer is due and how it stands; without the words"),
    "feedback",
    parameters: [
      .init(
        name: "period", kind: .text,
        words: BilingualText(
          vi: "kỳ nhận phản ánh; không ghi là tất cả",
          en: "in which it was given; all when left out")),
      ProgramRoute.stateParameter(FeedbackFacts.State.allCases.map(\.rawValue)),
    ],
    [
      .text("code", "The code that people type.") { $0.codeText },
      .text("state", "overdue, open, late, in-time, or bare for a rating that wants no answer.") {
        $0.state.rawValue
      },
      .day("received") { $0.received },
      .numberOrNull("rating", "1 to 5.") { $0.rating },
      .textOrNull("channel", "A stable name.") { line in
        line.channel.flatMap { ChoiceList.feedbackChannel[$0]?.name }
      },
      .textOrNull("about", "The letter of the kind of record that it is about.") {
        $0.subject?.kind.letter
      },
      .yesOrNo("wants_answer") { $0.wantsAnswer },
      .day("due", "The last day for an answer.") { $0.wantsAnswer ? $0.due : nil },
      .day("answered") { $0.answered },
    ] as [AnswerFields<FeedbackFacts>.Field]
  ) { request, reached in
    let period =
      try request.query["period"] == nil
      ? Period(from: .earliest, to: .latest) : request.period()
    return try request.centre.read { reader in
      FeedbackPages.ordered(
        try reader.feedback(reached.query(period, by: []), asOf: request.now))
    }.filter { request.asksFor(state: $0.state.rawValue) }
  }

  static let identity = ProgramRoute.list(
    "/vneid", .coordinator,
    BilingualText(
      vi: "Người lớn đã có và còn thiếu VNeID mức 2, theo thôn",
      en: "Adults with and without VNeID level 2, by hamlet"),
    "hamlets",
    parameters: [
      .init(
        name: CountDimension.unit.key, kind: .text,
        words: BilingualText(vi: "chỉ một xã, theo mã", en: "one commune only, by its code"))
    ],
    [
      .textOrNull("hamlet", "Its code; null for households without one.") { $0.place?.codeText },
      .textOrNull("name") { $0.place?.name }, .text("commune", "Its name.") { $0.commune },
      .number("adults", "Residents of age.") { $0.count(.adults) },
      .number("level2", "Of these, those with level 2.") { $0.count(.level2) },
      .number("missing", "Those without it: the next three together.") { $0.count(.missing) },
      .number("level1", "With level 1 alone.") { $0.count(.level1) },
      .number("without", "Asked, and without any.") { $0.count(.without) },
      .number("not_asked", "Never asked.") { $0.count(.notAsked) },
      .number("age_unknown", "Without a year of birth; in none of the others.") {
        $0.count(.ageUnknown)
      },
    ] as [AnswerFields<IdentityGap>.Field]
  ) { request, reached in
    let unit = try request.unit(within: reached) ?? ""
    let gaps = try request.centre.read {
      reader in
      try IdentityQuestion.query(ofUnit: unit, reader, on: request.today, within: reached).map {
        try IdentityGap.gather($0, reader, on: request.today)
      }
    }
    guard let gaps else { throw IdentityGapProblem.tooMany }
    return gaps
  }
}

/// Why the gaps of VNeID were not counted.
private enum IdentityGapProblem: CentreProblem {
  /// The whole centre has too many households for one answer.
  case tooMany

  var code: String { "too-many-households" }
  var category: ErrorCategory { .userError }
  var words: BilingualText { IdentityWords.chooseUnit }
}

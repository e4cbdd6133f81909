import CommandLine
import FieldWork
import SyncProtocol

/// What came in and what somebody has to clear, for programs: the inbox, the visits of the review and
/// the pairs that may be one; codes and states, nobody's name and nothing that somebody wrote.
extension ProgramRoutes {
  static let clearing: [ProgramRoute] = [inbox, visits, duplicates, assistDuplicates]

  private static let sinceParameters: [ProgramRoute.Parameter] = [
    .init(
      name: "since", kind: .day,
      words: BilingualText(vi: "vào từ ngày này", en: "what came in since this day")),
    .init(
      name: "hour", kind: .integer(0...23),
      words: BilingualText(vi: "và từ giờ này", en: "and since this hour of it")),
  ]

  // The inbox.

  private static let inboxFields = AnswerFields<InboxLine>([
    .number("replica", "The laptop's number.") { Int($0.standing.report.replica.rawValue) },
    .text("label", "Its name.") { $0.standing.report.label },
    .textOrNull("team", "Its team's name.") { $0.standing.report.teamName },
    .minute("last_round") { $0.standing.report.lastRound },
    .yesOrNo("reported", "Whether it had a round of its own since then.") { $0.hasReported },
    .number("new_operations") { Int(clamping: $0.came.newOperations) },
    .number("merged_operations", "Of those that came since then.") { Int(clamping: $0.merged) },
    .number("known_batches", "That were here already.") { Int(clamping: $0.came.knownBatches) },
    .number("aside_batches", "That contradict what is here.") {
      Int(clamping: $0.came.asideBatches)
    },
    .number("refused_batches") { Int(clamping: $0.came.refusedBatches) },
    .number("held_operations", "That wait for missing batches, whenever they came.") {
      Int(clamping: $0.held)
    },
    .number("reviews", "What waits for a ruling.") { $0.reviews },
    .number("mended", "Visits that came back mended.") { $0.mended },
    .number("conflicts", "In which it wrote a value.") { $0.conflicts },
    .yesOrNo("to_clear", "Whether somebody has to clear something of it.") { $0.isToClear },
  ])

  private static let inbox = ProgramRoute(
    path: "/inbox", access: Access.coordinator.ofTokens,
    summary: BilingualText(
      vi: "Những gì đã vào trung tâm, theo từng máy, và việc còn phải xử lý",
      en: "What came in, laptop by laptop, and what is to be cleared"),
    parameters: sinceParameters + ProgramPage.parameters,
    answer: ProgramPage.schema(
      "laptops", inboxFields.schema,
      after: [.init("since", .minute, "The last 24 hours where nothing was asked for.")])
  ) { request in
    let start = InboxStart(request.query, now: request.now)
    let reached = try request.reached()
    let lines = try request.centre.inspect {
      try InboxLine.gather($0, since: start.time, within: reached)
    }
    return try request.page.json(
      "laptops", of: lines, after: [.init("since", .text(LocalDateTime(time: start.time).iso))]
    ) { try inboxFields.json($0, request.language) }
  }

  // The visits of the review.

  private static let flagSchema = AnswerSchema.object([
    .init("kind", .text, "The rule."),
    .init("number", .optional(.integer), "What the rule found: minutes, visits, copies, percent."),
  ])

  private static let visitFields = AnswerFields<ReviewLine>([
    .text("code", "The visit's code.") { $0.code },
    .text("state", "new, sent-back, mended, approved, changed, rejected or voided.") {
      $0.standing.state.rawValue
    },
    .init("flags", .list(flagSchema), "What a rule found; it advises and proves nothing.") {
      line, _ in
      .array(
        line.flags.map {
          [
            "kind": .text($0.kind.rawValue),
            "number": .integer(orNull: $0.number.map { Int64($0) }),
          ]
        })
    },
    .minute("arrived", "When it came in, or last something written to it.") { $0.arrived },
    .number("laptop", "The number of the laptop that recorded it.") {
      Int($0.visit.replica.rawValue)
    },
    .day("date", "The day of the visit.") { $0.date },
    .text("hamlet", "The name of its hamlet.") { $0.hamlet },
    .textOrNull("outcome", "A stable name.") { $0.outcome?.name },
    .number("counted_assists") { $0.counted }, .number("assists") { $0.assists },
  ])

  /// The filters of the page's list that programs have too.
  private static let visitFilters = [
    "state", "flag", "from", "to", "dated", "laptop", "team", "service", "since", "hour",
  ]

  private static let visits = ProgramRoute(
    path: "/visits", access: Access.coordinator.ofTokens,
    summary: BilingualText(
      vi: "Lượt thăm để xem xét, với tình trạng và cờ; không kèm hộ, người hay lời ghi",
      en: "The visits of the review with their states and flags; without households, people or "
        + "what somebody wrote"),
    parameters: [
      .init(
        name: "state",
        kind: .oneOf([ReviewWish.allStatesName] + ReviewState.allCases.map(\.rawValue)),
        words: BilingualText(
          vi: "tình trạng; không ghi là những gì chờ xem", en: "what awaits a look when left out")),
      .init(
        name: "flag",
        kind: .oneOf(
          [ReviewQuery.anyFlagName, ReviewQuery.unflaggedName] + FlagKind.allCases.map(\.rawValue)),
        words: BilingualText(vi: "cờ", en: "which flag")),
      .init(name: "from", kind: .day, words: BilingualText(vi: "thăm từ ngày", en: "first day")),
      .init(name: "to", kind: .day, words: BilingualText(vi: "thăm đến ngày", en: "last day")),
      .init(
        name: "dated", kind: .oneOf(ReviewWish.Dating.allCases.map(\.rawValue)),
        words: BilingualText(vi: "ngày thăm khác thường", en: "an unusual day")),
      .init(
        name: "laptop", kind: .integer(1...Int64(UInt32.max)),
        words: BilingualText(vi: "số của máy đã ghi", en: "the number of the laptop")),
      .init(
        name: "team", kind: .integer(1...Int64.max),
        words: BilingualText(vi: "số dòng của tổ (/teams: id)", en: "the id of a team (/teams)")),
      .init(
        name: "service", kind: .text,
        words: BilingualText(vi: "mã thủ tục, dịch vụ", en: "the code of a service")),
    ] + sinceParameters + ProgramPage.parameters,
    answer: ProgramPage.schema(
      "visits", visitFields.schema,
      after: [
        .init(
          "flags_known", .boolean,
          "False while all visits are looked through for flags, for the first time.")
      ])
  ) { request in
    let reached = try request.reached()
    if let team = request.query["team"].flatMap({ Int64($0) }),
      !reached.holds(team: RowID(rawValue: team))
    {
      throw ProgramProblem.beyondReach("team")
    }
    var filters: [String: String] = [:]
    for name in visitFilters { filters[name] = request.query[name] }
    let page = request.page
    return try request.centre.inspect { records in
      let found = try ReviewPages.find(
        filters, request.centre, records, reached, now: request.now)
      let counts = try request.centre.reviewShelf.counts(found.query, records)
      let rows = try found.query.visits(
        records.store.connection, .latestArrival, limit: page.limit, offset: page.offset)
      return try page.json(
        "visits", found.lines(rows[...], records), total: counts.total,
        after: [.init("flags_known", .bool(!found.flags.isLooking))]
      ) { try visitFields.json($0, request.language) }
    }
  }

  // The pairs.

  /// Two records with their codes.
  private struct CodedPair: Sendable {
    let line: DuplicateLine
    let codes: [String]
  }

  private static let pairFields = AnswerFields<CodedPair>([
    .text("kind", "resident or household.") { $0.line.kind.rawValue },
    .names("codes", "The codes of the two.") { $0.codes },
    .numberOrNull("score", "From 0 to 100; null where somebody has said already.") { pair in
      pair.line.score.map { Int64($0.points) }
    },
    .names("reasons", "Stable names of what speaks for and against.") { pair in
      pair.line.score?.reasons.map(\.code) ?? []
    },
    .textOrNull("said", "same or not-same; null while nothing was.") { pair in
      pair.line.isSame.map { ($0 ? DuplicateSearch.Said.same : .notSame).rawValue }
    },
  ])

  private static let duplicates = ProgramRoute(
    path: "/duplicates", access: Access.coordinator.ofTokens,
    summary: BilingualText(
      vi: "Những cặp người, hộ có thể là một, chắc nhất trước; chỉ kèm mã bản ghi",
      en: "Residents and households that may be recorded twice, the likeliest first; codes alone"),
    parameters: [
      .init(
        name: "kind", kind: .oneOf(DuplicateKind.allCases.map(\.rawValue)),
        words: BilingualText(vi: "loại; không ghi là cả hai", en: "both when left out")),
      .init(
        name: "said", kind: .oneOf(DuplicateSearch.Said.allCases.map(\.rawValue)),
        words: BilingualText(
          vi: "điều đã nói; không ghi là những cặp chưa ai nói",
          en: "what was said of them; those of which nothing was when left out")),
      .init(
        name: CountDimension.unit.key, kind: .text,
        words: BilingualText(vi: "chỉ một xã, theo mã", en: "one commune only, by its code")),
    ] + ProgramPage.parameters,
    answer: ProgramPage.schema(
      "pairs", pairFields.schema,
      after: [
        .init(
          "as_of", .optional(.minute), "When they were looked for; null where nothing came since.")
      ])
  ) { request in
    let reached = try request.reached()
    let query = request.query
    let search = DuplicateSearch(
      query["kind"].flatMap(DuplicateKind.init(rawValue:)), said: query["said"],
      unit: try request.unit(within: reached))
    return try request.centre.read { reader in
      let (lines, asOf) = try search.all(
        request.centre, reader, on: request.today, within: reached)
      return try request.page.json(
        "pairs", of: lines,
        after: [.init("as_of", .text(orNull: asOf.map { LocalDateTime(time: $0).iso }))]
      ) { line in
        let codes = try [line.one, line.other].map {
          try reader.codeText(of: $0, in: line.kind.record.table)
        }
        return try pairFields.json(CodedPair(line: line, codes: codes), request.language)
      }
    }
  }

  private static let assistDuplicates = ProgramRoute.list(
    "/assist-duplicates", .coordinator,
    BilingualText(
      vi: "Những cặp lượt hỗ trợ có thể ghi trùng; chỉ kèm mã bản ghi",
      en: "Assists that may be written down twice; codes alone"),
    "pairs",
    parameters: [
      .init(
        name: "said",
        kind: .oneOf([AssistRuling.Kind.one.rawValue, AssistRuling.Kind.two.rawValue]),
        words: BilingualText(
          vi: "điều đã nói; không ghi là những cặp chưa ai nói",
          en: "what was said of them; those of which nothing was when left out"))
    ],
    [
      .names("codes", "The codes of the two.") { $0.codes },
      .init("days", .list(.optional(.day)), "Their days.") { line, _ in
        .array(line.days.map { .text(orNull: $0?.iso) })
      },
      .number("score", "From 0 to 100; 0 where somebody has said already.") { $0.points },
      .names("reasons", "Stable names of what speaks for and against.") { line in
        line.reasons.map(\.code)
      },
      .textOrNull("resident", "The resident's code.") { $0.resident },
      .name("service") { $0.service },
      .textOrNull("said", "one or two; null while nothing was.") { $0.ruling?.kind.rawValue },
    ] as [AnswerFields<AssistPairLine>.Field]
  ) { request, reached in
    try request.centre.read { reader in
      try AssistPairPages.all(request.query["said"], request.centre, reader, within: reached)
        .map { try $0.named(reader) }
    }
  }
}

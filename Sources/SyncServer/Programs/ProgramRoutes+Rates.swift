import CommandLine
import FieldWork
import Listings
import SyncProtocol
import Web

/// Trends and rates, for programs.
extension ProgramRoutes {
  private static let unitParameter = ProgramRoute.Parameter(
    name: CountDimension.unit.key, kind: .text,
    words: BilingualText(vi: "chỉ một xã, theo mã", en: "one commune only, by its code"))

  // Rates.

  private static let rateFields = AnswerFields<RatePart>([
    .text("key", "The stable name of the rate.") { $0.rate.key },
    .name("name") { $0.rate.words },
    .name("definition", "What is divided by what.") { $0.rate.definition },
    .textOrNull("part", "The commune's code or the row of the hamlet or team; null for the whole.")
    {
      line in line.part.flatMap(\.text)
    },
    .name("part_name") { $0.part?.words },
    .numberOrNull("laptops", "Of the part.") { line in line.part.map { Int64($0.laptops) } },
    .numberOrNull("laptops_reported", "Of these, through the period.") { line in
      line.part.map { Int64($0.reported) }
    },
    .numberOrNull("numerator", "Null where it is unknown, which is not 0.") {
      $0.line.result.value?.numerator
    },
    .numberOrNull("denominator", "Null also for what is a number and no rate.") {
      $0.line.result.value?.denominator
    },
    .numberOrNull("unrecorded", "Records in neither, for lack of what decides.") { line in
      line.line.result.value.map { Int64($0.unrecorded) }
    },
    .numberOrNull("hundredths", "Hundredths of a percent, or of the number.") { line in
      line.line.result.value?.ratio.map {
        line.line.isShare ? $0.hundredthsOfPercent : $0.hundredths()
      }
    },
    .yesOrNo("is_percentage") { $0.line.isShare },
    .textOrNull("unknown", "Why it is unknown; a stable name.") { line in
      if case .unknown(let why) = line.line.result { why.name } else { nil }
    },
  ])

  static let rates = ProgramRoute(
    path: "/rates", access: Access.overview.ofTokens,
    summary: BilingualText(
      vi: "Các tỷ lệ của một kỳ, cả kỳ hoặc theo xã, thôn, tổ; chưa biết là null, không phải 0",
      en: "The rates of a period, of the whole or by commune, hamlet or team; unknown is null, "
        + "which is not 0"),
    parameters: periodParameters + [
      unitParameter,
      .init(
        name: RateQuestion.divisionName, kind: .oneOf(RateQuestion.divisions.map(\.key)),
        words: BilingualText(vi: "chia theo", en: "divided by")),
      .init(
        name: RatePartsPage.rateName, kind: .words(Rate.all.map(\.key)),
        words: BilingualText(vi: "những tỷ lệ nào; không ghi là tất cả", en: "all when left out")),
    ] + ProgramPage.parameters,
    answer: ProgramPage.schema(
      "rates", rateFields.schema,
      after: spanMembers + [
        .init("undivided", .list(.text), "Rates that are not told apart like this."),
        .init("coverage", CoverageListing.schema, "Which laptops the numbers cover."),
      ])
  ) { request in
    let reached = try request.reached()
    let question = RateQuestion(
      try request.pageQuery(), ofUnit: try request.unit(within: reached),
      request.centre.settings, today: request.today, within: reached)
    let asked = request.query[RatePartsPage.rateName].map {
      $0.split(separator: ",").map(String.init)
    }
    let count = try RateCount(
      asked.map { names in Rate.all.filter { names.contains($0.key) } } ?? Rate.all, question,
      request.centre, now: request.now, within: reached)
    let coverage = try CoverageListing(count.coverage, request.centre)
    return try request.page.json(
      "rates", of: count.lines,
      after: spanMembers(question.choice.period, count.asOf) + [
        .init("undivided", .array(count.undivided.map { .text($0.key) })),
        .init("coverage", coverage.json),
      ]
    ) { try rateFields.json($0, request.language) }
  }

  private static let spanMembers: [AnswerSchema.Member] = [
    .init("period", .text, ""), .init("from", .day, ""), .init("to", .day, ""),
    .init("as_of", .minute, "When it was counted, or the period's end."),
  ]

  private static func spanMembers(_ period: Period, _ asOf: LocalDateTime) -> [JSONValue.Member] {
    [
      .init("period", .text(period.description)), .init("from", .text(period.from.iso)),
      .init("to", .text(period.to.iso)), .init("as_of", .text(asOf.iso)),
    ]
  }

  // Trends.

  private static let spanFields = AnswerFields<Trend.Line>([
    .text("span", "2026-11, 2026-W47 or 2026-Q4.") { $0.span.description },
    .day("from") { $0.span.from }, .day("to") { $0.span.to },
    .numberOrNull("value", "Null where nothing is known of it, which is not 0.") { line in
      line.value.map { Int64($0) }
    },
    .yesOrNo("running", "Whether it is not over.") { $0.isRunning },
    .yesOrNo("partial", "Whether the period holds a part of it alone.") { $0.isPart },
    .init("mergers", .list(.day), "Days on which borders changed within it.") { line, _ in
      .array(line.reforms.map { .text($0.iso) })
    },
  ])

  private static let groupSchema = AnswerSchema.object([
    .init("key", .optional(.text), "A row, a code or a stable name; null for none recorded."),
    .init("name", .text, ""),
    .init(
      "values",
      .list(.object([.init("span", .text, ""), .init("value", .optional(.integer), "")])),
      "The latest \(TrendGroups.maximumSpans) spans at most."),
  ])

  static let trends = ProgramRoute(
    path: "/trends", access: Access.overview.ofTokens,
    summary: BilingualText(
      vi: "Một con số theo tuần, tháng hoặc quý, theo địa giới hôm nay cho mọi kỳ",
      en: "A number over weeks, months or quarters, within the borders of today all along"),
    parameters: periodParameters + [
      unitParameter,
      .init(
        name: Trend.numberName, kind: .oneOf(CountedNumber.ofGroups.map(\.rawValue)),
        words: BilingualText(vi: "số nào; không ghi là lượt thăm", en: "visits when left out")),
      .init(
        name: Trend.stepName, kind: .oneOf(SpanStep.allCases.map(\.rawValue)),
        words: BilingualText(vi: "không ghi là tháng", en: "a month when left out")),
      .init(
        name: Trend.divisionName,
        kind: .oneOf(CountDimension.allCases.filter { !$0.isSpan }.map(\.key)),
        words: BilingualText(vi: "chia theo", en: "divided by")),
    ] + ProgramPage.parameters,
    answer: ProgramPage.schema(
      "groups", groupSchema,
      after: spanMembers + [
        .init("number", .text, "Which number it is."), .init("step", .text, ""),
        .init("borders", .day, "Within whose borders it was counted."),
        .init("unit", .optional(.text), "The unit that alone is asked for."),
        .init(
          "former_unit", .optional(.text),
          "The name of the unit that was asked for, where it has become part of this one."),
        .init("cut", .boolean, "Whether more spans were asked for than are answered."),
        .init("spans", .list(spanFields.schema), "The earliest first, undivided."),
        .init("coverage", CoverageListing.schema, "Which laptops the numbers cover."),
      ])
  ) { request in
    let reached = try request.reached()
    let query = try request.pageQuery()
    let asked = try request.unit(within: reached)
    let laptops = try request.centre.inspect { try LaptopReport.gather($0.store) }
    let trend = try request.centre.read {
      try Trend(
        query, ofUnit: asked, $0, today: request.today, within: reached, laptops: laptops)
    }
    let period = trend.question.choice.period
    // Looked at before it is counted, so that the coverage never claims more than the count has.
    let coverage = try coverage(of: period, reached, request)
    let counted = request.centre.countShelf
    return try request.centre.read { reader in
      let spans = try trend.lines(reader, counted).map { try spanFields.json($0, request.language) }
      let groups = try trend.division.map { try trend.groups($0, reader, counted) }
      return request.page.json(
        "groups", of: groups?.lines ?? [],
        after: spanMembers(period, request.now) + [
          .init("number", .text(trend.number.rawValue)), .init("step", .text(trend.step.rawValue)),
          .init("borders", .text(request.today.iso)), .init("unit", .text(orNull: trend.unit)),
          .init("former_unit", .text(orNull: trend.former?.name)),
          .init("cut", .bool(trend.isCut)), .init("spans", .array(spans)),
          .init("coverage", coverage.json),
        ]
      ) { line in
        let values = zip(groups?.spans ?? [], line.values).map { span, value -> JSONValue in
          [
            "span": .text(span.description),
            "value": .integer(orNull: value.map { Int64($0) }),
          ]
        }
        return [
          "key": .text(orNull: trend.division.flatMap { line.key.text(along: $0) }),
          "name": .text(line.label.text(in: request.language)), "values": .array(values),
        ]
      }
    }
  }
}

extension ProgramRequest {
  /// The query as the address of a page has it, whose period is one.
  /// - Throws: `InputProblem`.
  fileprivate func pageQuery() throws -> NamedValues {
    let names = ["period", "from", "to"]
    guard query.items.contains(where: { names.contains($0.name) }) else { return query }
    let period = NamedValues.Item(name: "period", value: try period().description)
    return NamedValues(query.items.filter { !names.contains($0.name) } + [period])
  }
}

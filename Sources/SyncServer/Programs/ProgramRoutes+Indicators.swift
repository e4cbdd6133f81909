import CommandLine
import FieldWork
import Listings

/// The components of the set of indicators, for programs.
extension ProgramRoutes {
  private static let level = ProgramRoute.Parameter(
    name: "level", kind: .oneOf(IndicatorScores.Level.allCases.map(\.rawValue)),
    words: BilingualText(
      vi: "cấp được chấm; không ghi là xã", en: "who is scored; a commune when left out"))

  static let indicators = ProgramRoute(
    path: "/indicators", access: Access.overview.ofTokens,
    summary: BilingualText(
      vi: "Các thành phần của bộ chỉ số với điểm; điều tổ không biết là null, không phải 0",
      en: "The components of the set of indicators with their scores; what teams cannot know is "
        + "null, which is not 0"),
    parameters: periodParameters + [level], answer: indicatorSchema
  ) { request in
    let period = try request.period()
    let reached = try request.reached()
    let asked = request.query["level"] ?? IndicatorScores.Level.commune.rawValue
    guard let level = IndicatorScores.Level(rawValue: asked) else {
      throw ProgramProblem.parameter(
        "level", IndicatorScores.Level.allCases.map(\.rawValue).joined(separator: ", "))
    }
    // Looked at before it is counted, so that the coverage never claims more than the scores have.
    let coverage = try coverage(of: period, reached, request)
    return try request.centre.read { reader in
      let book = MeasureBook(reached.query(period, by: []), reader, now: request.now)
      let set = try reader.indicatorSet(IndicatorSet.shipped.code, on: book.asOf.date)
      let counted = try IndicatorScores(set, level, book)
      let scores = coverage.coverage.isSilent ? counted.unheard : counted
      let lines = scores.items.compactMap { item -> IndicatorScores.Line? in
        if case .line(let line) = item { line } else { nil }
      }
      return [
        "period": .text(period.description), "from": .text(period.from.iso),
        "to": .text(period.to.iso), "as_of": .text(book.asOf.iso), "set": .text(set.code),
        "edition": .text(set.edition), "level": .text(level.rawValue),
        "score_hundredths": .integer(scores.score),
        "known_maximum_hundredths": .integer(scores.knownMaximum),
        "maximum_hundredths": .integer(scores.maximum),
        "indicators": .array(lines.map { json($0, request.language) }),
        "coverage": coverage.json,
      ]
    }
  }

  private static func json(_ line: IndicatorScores.Line, _ language: Language) -> JSONValue {
    let value = line.result.value
    return [
      "code": .text(line.indicator.code),
      "name": .text(line.indicator.words.text(in: language)),
      "numerator": .integer(orNull: value?.numerator),
      "denominator": .integer(orNull: value?.denominator),
      "unrecorded": .integer(orNull: value.map { Int64($0.unrecorded) }),
      "score_hundredths": .integer(orNull: line.score),
      "maximum_hundredths": .integer(orNull: line.indicator.maximum),
      "threshold_hundredths": .integer(orNull: line.indicator.threshold),
      "is_official": .bool(line.isOfficial), "note": .text(line.note(language)),
    ]
  }

  private static let indicatorSchema: AnswerSchema = {
    let number = AnswerSchema.optional(.integer)
    return .object([
      .init("period", .text, ""), .init("from", .day, ""), .init("to", .day, ""),
      .init("as_of", .minute, "When it was counted."),
      .init("set", .text, "The code of the set."), .init("edition", .text, ""),
      .init("level", .text, "Who is scored."),
      .init("score_hundredths", .integer, "Hundredths of a point, of what is known."),
      .init("known_maximum_hundredths", .integer, "What could be had of what is known."),
      .init("maximum_hundredths", .integer, "What could be had in all."),
      .init(
        "indicators",
        .list(
          .object([
            .init("code", .text, ""), .init("name", .text, ""),
            .init("numerator", number, "Null where it is unknown, which is not 0."),
            .init("denominator", number, "Null also for what is a number and no rate."),
            .init("unrecorded", number, "Records in neither, for lack of what decides."),
            .init("score_hundredths", number, "Null where it is unknown or not scored."),
            .init("maximum_hundredths", number, ""),
            .init("threshold_hundredths", number, "Hundredths of a percent."),
            .init("is_official", .boolean, "Whether an office supplied the figure."),
            .init("note", .text, "Why it is unknown, or whose the figure is."),
          ])), "In the order of the set."),
      .init("coverage", CoverageListing.schema, "Which laptops the numbers cover."),
    ])
  }()
}

import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// Everything that programs may read; each answer is made by the query that a page or command makes.
enum ProgramRoutes {
  /// Before every path; a change that breaks programs gets another number.
  static let prefix = "/api/v1"

  static let all: [ProgramRoute] =
    numbers + [trends, rates, indicators, months] + lists + clearing + work + [feedback, identity]
    + [records]

  static let numbers: [ProgramRoute] = [
    ProgramRoute(
      path: "/count", access: Access.overview.ofTokens,
      summary: BilingualText(
        vi: "Số liệu của một kỳ: lượt thăm, người được giúp, lượt hỗ trợ, hồ sơ",
        en: "The numbers of a period: visits, residents, assists, dossiers"),
      parameters: periodParameters + [
        .init(
          name: "by", kind: .words(CountDimension.allCases.map(\.key)),
          words: BilingualText(vi: "chia theo", en: "divided by"))
      ] + filterParameters,
      answer: countSchema
    ) { request in
      let period = try request.period()
      let reached = try request.reached()
      // Looked at before it is counted, so that the coverage never claims more than the count has.
      let coverage = try coverage(of: period, reached, request)
      let count = try request.centre.read { reader in
        let by = try CountDimension.parse(list: request.query["by"] ?? "").orThrow("by")
        var filters: [CountDimension: Set<CountKey>] = [:]
        let frame = CountQuery(period).frame
        for dimension in filterDimensions {
          let typed = request.query.all(dimension.key)
          guard !typed.isEmpty else { continue }
          filters[dimension] = Set(
            try typed.map {
              let key = try reader.countKey($0, along: dimension, frame)
              guard try reached.mayHold(key, along: dimension, reader) else {
                throw ProgramProblem.beyondReach(dimension.key)
              }
              return key
            })
        }
        return try LabelledCount(
          reached.query(period, by: by, keeping: filters), reader, request.language)
      }
      return count.json(with: [
        .init("as_of", .text(request.now.iso)), .init("coverage", coverage.json),
      ])
    },
    ProgramRoute(
      path: "/coverage", access: Access.overview.ofTokens,
      summary: BilingualText(
        vi: "Số liệu của một kỳ đã gồm những máy nào", en: "Which laptops a period's numbers cover"),
      parameters: periodParameters, answer: CoverageListing.schema
    ) { request in
      try coverage(of: request.period(), request.reached(), request).json
    },
    ProgramRoute(
      path: "/training", access: Access.trainer.ofTokens,
      summary: BilingualText(
        vi: "Số liệu cho tập huấn, nhóm nhỏ được giấu (null)",
        en: "The trainer's numbers; small groups are hidden (null)"),
      parameters: [wholePeriod], answer: TrainerReport.schema
    ) { request in
      // Whole periods only: two that differ by a day would tell what happened on that day.
      let period = try request.period()
      guard period.isWhole else {
        throw ProgramProblem.parameter("period", "2026-11, 2026-W47, 2026-Q4, 2026-H1, 2026")
      }
      let (laptops, shortfall) = try request.centre.inspect {
        (try LaptopReport.gather($0.store), try CentreShortfall($0.store))
      }
      let reached = try request.reached()
      return try request.centre.read { reader in
        try TrainerReport.gather(
          period, now: request.now, laptops, shortfall, reader, within: reached,
          shelf: request.centre.gridShelf
        ).json(request.language)
      }
    },
  ]

  static func coverage(
    of period: Period, _ reached: ReachedWork, _ request: ProgramRequest
  ) throws -> CoverageListing {
    let coverage = try request.centre.inspect { records in
      try Coverage(
        of: period, today: request.today,
        LaptopReport.gather(records.store).filter(reached.covers), CentreShortfall(records.store)
      ).awaiting(
        records.awaitedRulings(in: period, where: reached.holds(scope:)),
        isTold: reached.clearsRecords)
    }
    return try CoverageListing(coverage, request.centre)
  }

  private static let wholePeriod = ProgramRoute.Parameter(
    name: "period", kind: .text,
    words: BilingualText(
      vi: "kỳ: 2026-11, 2026-W47, 2026-Q4, 2026-H1, 2026; không ghi là tháng này",
      en: "2026-11, 2026-W47, 2026-Q4, 2026-H1, 2026; this month when left out"))

  static let periodParameters: [ProgramRoute.Parameter] = [
    wholePeriod,
    .init(name: "from", kind: .day, words: BilingualText(vi: "từ ngày", en: "first day")),
    .init(name: "to", kind: .day, words: BilingualText(vi: "đến ngày", en: "last day")),
  ]

  /// What can be asked for alone: all but spans of time, which the period says.
  private static let filterDimensions = CountDimension.allCases.filter { !$0.isSpan }

  private static let filterParameters = filterDimensions.map { dimension in
    ProgramRoute.Parameter(
      name: dimension.key, kind: .text,
      words: BilingualText(vi: "chỉ: ", en: "only: ") + dimension.words, isRepeated: true)
  }

  /// What stands wherever there are numbers.
  static let numberMembers: [AnswerSchema.Member] = [
    .init("visits", .optional(.integer), "Null where the grouping makes it meaningless."),
    .init("residents", .integer, "Distinct residents, at least."),
    .init(
      "residents_at_most", .integer, "More than residents where it is disputed who is the same."),
    .init("counted_assists", .integer, ""), .init("provisional_assists", .integer, ""),
    .init("other_assists", .integer, "That do not count."),
    .init("anonymous_assists", .integer, "Whose resident refused to be recorded."),
    .init("submissions", .optional(.integer), "Dossiers filed."),
  ]

  private static let countSchema = AnswerSchema.object([
    .init("period", .text, ""), .init("from", .day, ""), .init("to", .day, ""),
    .init("total", .object(numberMembers), ""),
    .init(
      "groups",
      .list(
        .extensible(
          .init(
            members: numberMembers,
            words: "Also the key and the name of each dimension, such as team and team_name."))), ""
    ),
    .init(
      "reasons",
      .list(
        .object([.init("reason", .text, ""), .init("assists", .integer, "")])),
      "Why assists do not count, or not yet."),
    .init(
      "undated_assists", .optional(.integer),
      "In no period; null where less than everything was asked for."),
    .init("as_of", .minute, "When it was counted."),
    .init("coverage", CoverageListing.schema, "Which laptops the numbers cover."),
    .init(
      "filters", .extensible(.init(members: [], words: "The texts that were asked for.")), "",
      isOptional: true),
    .init(
      "territory", .extensible(.init(members: [], words: "Within which borders it was counted.")),
      "",
      isOptional: true),
  ])
}

/// What is wrong with a question of a program.
enum ProgramProblem: CentreProblem, Equatable {
  /// No such parameter here.
  case unknownParameter(String, known: [String])
  /// A parameter's value cannot be read; what it takes.
  case parameter(String, BilingualText)
  /// A parameter asks for what its token may not see.
  case beyondReach(String)

  /// A parameter that takes what reads the same in every language.
  static func parameter(_ name: String, _ takes: String) -> ProgramProblem {
    .parameter(name, BilingualText(same: takes))
  }

  /// The stable code.
  var code: String {
    switch self {
    case .unknownParameter: "parameter-unknown"
    case .parameter: "parameter-invalid"
    case .beyondReach: "parameter-beyond-reach"
    }
  }

  /// What kind of trouble it is.
  var category: ErrorCategory { if case .beyondReach = self { .notAllowed } else { .userError } }

  /// What happened and what to do next.
  var words: BilingualText {
    switch self {
    case .unknownParameter(let name, let known):
      BilingualText(
        vi: "Không có tham số “\(name)” ở đây; có: \(known.joined(separator: ", ")).",
        en: "There is no parameter “\(name)” here; there are: \(known.joined(separator: ", ")).")
    case .parameter(let name, let takes):
      BilingualText(
        vi: "Tham số “\(name)” không đọc được; cần: \(takes.vietnamese).",
        en: "The parameter “\(name)” cannot be read; it takes: \(takes.english).")
    case .beyondReach(let name):
      BilingualText(
        vi: "Mã truy cập này không được xem phần mà tham số “\(name)” hỏi; đó không phải là số 0. "
          + "Hãy nhờ quản trị viên cấp mã có phạm vi ấy.",
        en: "This token may not see what the parameter “\(name)” asks for, which does not mean 0. "
          + "Ask the administrator for a token that reaches it.")
    }
  }
}

extension Optional {
  /// The value of a parameter that was checked; throws where it cannot be read after all.
  fileprivate func orThrow(_ name: String) throws -> Wrapped {
    guard let self else { throw ProgramProblem.parameter(name, name) }
    return self
  }
}

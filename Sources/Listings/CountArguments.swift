import CommandLine
import FieldWork

/// The options that name a period.
package enum PeriodArguments {
  /// `--period`.
  package static let period = Argument.option(
    "period", "PERIOD",
    BilingualText(
      vi: "kỳ: 2026-11, 2026-W47, 2026-Q4, today, week, month…",
      en: "2026-11, 2026-W47, 2026-Q4, today, week, month…"))

  /// `--period`, `--from` and `--to`.
  package static let list: [Argument] = [
    period, .option("from", "DATE", BilingualText(vi: "từ ngày", en: "first day")),
    .option("to", "DATE", BilingualText(vi: "đến ngày", en: "last day")),
  ]

  /// The period of `--period` alone; nil without it.
  /// - Throws: `InputProblem`.
  package static func periodIfGiven(_ invocation: Invocation, today: LocalDate) throws -> Period? {
    try invocation.text("period").map { try Period.parse($0, today: today) }
  }

  /// The period of the line; this month, when none is named.
  /// - Throws: `InputProblem`.
  package static func period(_ invocation: Invocation, today: LocalDate) throws -> Period {
    if let period = try periodIfGiven(invocation, today: today) { return period }
    let from = try invocation.text("from").map { try Format.parseDate($0) }
    let to = try invocation.text("to").map { try Format.parseDate($0) }
    if from == nil, to == nil { return try Period.parse("month", today: today) }
    return try Period(from: from ?? .earliest, to: to ?? max(today, from ?? today))
  }
}

/// The options of `count`.
package enum CountArguments {
  /// All of them, the period's first.
  package static let list: [Argument] =
    PeriodArguments.list + [
      .option(
        "by", "LIST",
        BilingualText(
          vi: "chia theo: \(CountDimension.allCases.map(\.rawValue).joined(separator: ", "))",
          en: "any of \(CountDimension.allCases.map(\.rawValue).joined(separator: ", "))"),
        kind: .checked { text in
          CountDimension.parse(list: text) == nil
            ? BilingualText(
              vi: "có cách chia không rõ hoặc lặp lại", en: "unknown or repeated name")
            : nil
        }),
      .option("member", "MEMBER", BilingualText(vi: "chỉ người này", en: "only this member")),
      .option("team", "CODE", BilingualText(vi: "chỉ tổ này (mã)", en: "only this team (code)")),
    ] + TerritoryArguments.list + [
      .option(
        "explain", "CODE",
        BilingualText(
          vi: "vì sao lượt hỗ trợ này được tính hay không", en: "why an assist counts or not"))
    ]

  /// The question of the line about a period.
  /// - Throws: `FieldError`, `RecordCodeError` where a team or a member is not known.
  package static func query(
    _ invocation: Invocation, _ period: Period, _ reader: RecordReader
  ) throws -> CountQuery {
    CountQuery(
      period, by: invocation.text("by").flatMap(CountDimension.parse) ?? [],
      team: try invocation.text("team").map { try reader.resolveOne($0, as: .team) },
      member: try invocation.text("member").map { try reader.findMember($0).id },
      territory: try TerritoryArguments.territory(invocation, period, reader))
  }
}

import CommandLine
import FieldWork

/// The options that name a period.
package enum PeriodArguments {
  /// `--period`.
  package static let period = Argument.option(
    "period", "PERIOD",
    BilingualText(
      vi: "kỳ: 2026-11, 2026-W47, 2026-Q4, 2026-H1, 2026-9M, 2026, today, week, month…",
      en: "2026-11, 2026-W47, 2026-Q4, 2026-H1, 2026-9M, 2026, today, week, month…"))

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
  package static func period(
    _ invocation: Invocation, today: LocalDate, cutOff: Int? = nil
  ) throws -> Period {
    let suffix = cutOff.map { "@\($0)" } ?? ""
    if let text = invocation.text("period") {
      return try Period.parse(text + suffix, today: today)
    }
    let from = try invocation.text("from").map { try Format.parseDate($0) }
    let to = try invocation.text("to").map { try Format.parseDate($0) }
    if from == nil, to == nil { return try Period.parse("month" + suffix, today: today) }
    return try Period(from: from ?? .earliest, to: to ?? max(today, from ?? today))
  }
}

/// The options of `count`.
package enum CountArguments {
  /// Which days, which records: the options of everything that counts.
  package static let restricting: [Argument] =
    PeriodArguments.list + [
      .option(
        "cut-off", "DAY",
        BilingualText(
          vi: "tháng báo cáo chốt vào ngày này (14: từ 15 tháng trước đến 14)",
          en: "reporting months end on this day (14: from the 15th of the month before)"),
        kind: .integer(Int64(Period.cutOffDays.lowerBound)...Int64(Period.cutOffDays.upperBound)))
    ]
    + filters.map { dimension in
      .repeatedOption(
        dimension.key, "VALUE",
        BilingualText(
          vi: "chỉ \(dimension.words.vietnamese) này; none: không ghi",
          en: "only this \(dimension.words.english); none: not recorded"))
    } + TerritoryArguments.place

  /// All of `count`, the period's first.
  package static let list: [Argument] =
    restricting + [
      TerritoryArguments.yearBefore,
      .option(
        "by", "LIST",
        BilingualText(
          vi: "chia theo: \(CountDimension.allCases.map(\.key).joined(separator: ", "))",
          en: "any of \(CountDimension.allCases.map(\.key).joined(separator: ", "))"),
        kind: .checked { text in
          CountDimension.parse(list: text) == nil
            ? BilingualText(
              vi: "có cách chia không rõ hoặc lặp lại", en: "unknown or repeated name")
            : nil
        }),
      .option(
        "values", "NAME",
        BilingualText(
          vi: "có thể lọc theo những giá trị nào của một cách chia",
          en: "which values of one of these names can be asked for"),
        kind: .checked { text in
          CountDimension(named: text).map(\.isSpan) ?? true
            ? BilingualText(vi: "không rõ tên này", en: "unknown name") : nil
        }),
      .option(
        "explain", "CODE",
        BilingualText(
          vi: "vì sao lượt hỗ trợ này được tính hay không", en: "why an assist counts or not")),
    ]

  /// What can be filtered by: all but spans of time, which the period says, and units, whose option
  /// asks for their territory.
  private static let filters = CountDimension.allCases.filter { !$0.isSpan && $0 != .unit }

  /// The period of the line.
  /// - Throws: `InputProblem`.
  package static func period(_ invocation: Invocation, today: LocalDate) throws -> Period {
    try PeriodArguments.period(
      invocation, today: today, cutOff: invocation.integer("cut-off").map { Int($0) })
  }

  /// The question of the line about a period.
  /// - Throws: `FieldError`, `RecordCodeError` where something that is named is not known.
  package static func query(
    _ invocation: Invocation, _ period: Period, _ reader: RecordReader
  ) throws -> CountQuery {
    let dimensions = invocation.text("by").flatMap(CountDimension.parse) ?? []
    return try query(invocation, CountQuery(period, by: dimensions), reader)
  }

  /// The same for what is not divided: only the options of `restricting` are read.
  package static func undividedQuery(
    _ invocation: Invocation, _ period: Period, _ reader: RecordReader
  ) throws -> CountQuery {
    try query(invocation, CountQuery(period), reader)
  }

  private static func query(
    _ invocation: Invocation, _ plain: CountQuery, _ reader: RecordReader
  ) throws -> CountQuery {
    var query = plain
    query.placesOn = try invocation.text("as-of").map { try Format.parseDate($0) }
    query.territory = try TerritoryArguments.territory(invocation, query, reader)
    for dimension in filters {
      let typed = invocation.texts(dimension.key)
      guard !typed.isEmpty else { continue }
      query.filters[dimension] = Set(
        try typed.map { try reader.countKey($0, along: dimension, query.frame) })
    }
    return query
  }
}

import CommandLine
import FieldWork

/// A count with the names of its groups, for people and programs.
package struct LabelledCount: Sendable {
  private let count: Count
  /// For each group the names of its keys.
  private let labels: [[String]]
  /// What was asked for alone, with its names.
  private let filters: [Filter]
  /// The same question about the year before, on the same territory; nil when nobody asked.
  private let yearBefore: Count?

  /// Counts, and looks the names up.
  ///
  /// - Parameter comparesYears: counts the same days of the year before as well.
  package init(
    _ query: CountQuery, _ reader: RecordReader, _ language: Language, comparesYears: Bool = false
  ) throws {
    count = try reader.count(query)
    var before = query
    before.period = query.period.yearBefore
    before.dimensions = []
    before.placesOn = query.frame.places
    yearBefore = comparesYears ? try reader.count(before) : nil
    let names = CountLabels(reader, query.frame)
    labels = try count.groups.map { group in
      try zip(group.keys, query.dimensions).map {
        try names.words(of: $0, along: $1).text(in: language)
      }
    }
    filters = try CountDimension.allCases.compactMap { dimension in
      guard let keys = query.filters[dimension] else { return nil }
      return Filter(
        dimension: dimension,
        texts: keys.compactMap { $0.text(along: dimension) }.sorted()
          + (keys.contains(.none) ? ["none"] : []),
        words: try keys.map { try names.words(of: $0, along: dimension).text(in: language) }
          .sorted())
    }
  }

  /// Assists in no period; nil where less than everything was asked for, since they have no place.
  private var undated: Int? {
    count.query.territory == nil && count.query.filters.isEmpty ? count.undatedAssists : nil
  }

  private struct Filter: Sendable {
    let dimension: CountDimension
    let texts: [String]
    let words: [String]
  }

  private static let columns: [Table.Column] = [
    .number(BilingualText(vi: "Lượt thăm", en: "Visits")),
    .number(BilingualText(vi: "Người được giúp", en: "Residents")),
    .number(BilingualText(vi: "Lượt được tính", en: "Counted")),
    .number(BilingualText(vi: "Tạm tính", en: "Provisional")),
    .number(BilingualText(vi: "Không tính", en: "Not counted")),
    .number(BilingualText(vi: "Hồ sơ", en: "Dossiers")),
  ]

  /// Writes the period, what must be known before its numbers, the numbers with their total, and
  /// why assists are missing from them.
  ///
  /// - Parameter preface: what a reader must know first; nothing on a laptop.
  package func say(_ console: Console, preface: [BilingualText] = []) {
    let language = console.language
    let dimensions = count.query.dimensions
    console.write(count.query.period.label(language) + "\n")
    for words in preface { console.say(words) }
    if let territory = count.query.territory {
      for words in territory.lines { console.say(words) }
    }
    for filter in filters {
      console.write(
        "\(filter.dimension.words.text(in: language)): \(filter.words.joined(separator: ", "))\n")
    }
    let total = dimensions.isEmpty ? [] : [language.text("Cộng", "Total")]
    let blanks = Array(repeating: "", count: max(0, dimensions.count - 1))
    console.table(
      dimensions.map { .text($0.words) } + Self.columns,
      zip(count.groups, labels).map { $1 + $0.numbers.cells }
        + [total + blanks + count.total.cells],
      empty: BilingualText(same: ""))
    if let yearBefore {
      console.write(yearBefore.query.period.label(language) + "\n")
      console.table(Self.columns, [yearBefore.total.cells], empty: BilingualText(same: ""))
    }
    Self.say(count.reasons, console)
    if count.total.residentsAtMost > count.total.residents {
      console.say(
        BilingualText(
          vi: "Số người là một khoảng: có người vừa được ghi là một, vừa được ghi là hai người.",
          en: "Residents are a range: some are said to be one person and to be two. See resident "
            + "show."))
    }
    if let undated, undated > 0 {
      console.say(
        BilingualText(
          vi: "\(undated) lượt hỗ trợ chưa thuộc kỳ nào vì chưa rõ ngày thăm.",
          en: "In no period, for the day of the visit is not known here: "
            + "\(counted(undated, "assist", "assists"))."))
    }
  }

  private static func say(_ reasons: [Count.ReasonCount], _ console: Console) {
    for reason in reasons {
      console.say(
        BilingualText(
          vi: "\(reason.assists) lượt: \(reason.reason.words.vietnamese)",
          en: "\(counted(reason.assists, "assist", "assists")): \(reason.reason.words.english)"))
    }
  }

  /// Writes one line of numbers and why assists are missing from them.
  package static func say(
    _ numbers: CountNumbers, reasons: [Count.ReasonCount], _ console: Console
  ) {
    console.table(columns, [numbers.cells], empty: BilingualText(same: ""))
    say(reasons, console)
  }

  /// Numbers with stable keys.
  package static func json(_ numbers: CountNumbers) -> JSONValue { .object(numbers.members) }

  /// The count with stable keys.
  ///
  /// - Parameter status: how complete the numbers are, as the program that counted knows it.
  package func json(with status: [JSONValue.Member]) -> JSONValue {
    let groups: [JSONValue] = zip(count.groups, labels).map { group, names in
      let keys = zip(zip(group.keys, names), count.query.dimensions).flatMap { pair, dimension in
        [
          JSONValue.Member(dimension.key, .text(orNull: pair.0.text(along: dimension))),
          JSONValue.Member("\(dimension.key)_name", .text(pair.1)),
        ]
      }
      return .object(keys + group.numbers.members)
    }
    let further = [
      filters.isEmpty
        ? nil
        : JSONValue.Member(
          "filters",
          .object(
            filters.map {
              JSONValue.Member($0.dimension.key, .array($0.texts.map { .text($0) }))
            })),
      count.query.territory.map { JSONValue.Member("territory", $0.json) },
      yearBefore.map { before in
        JSONValue.Member(
          "year_before",
          .object(
            [
              .init("from", .text(before.query.period.from.iso)),
              .init("to", .text(before.query.period.to.iso)),
            ] + before.total.members))
      },
    ].compactMap { $0 }
    return .object(
      [
        .init("period", .text(count.query.period.description)),
        .init("from", .text(count.query.period.from.iso)),
        .init("to", .text(count.query.period.to.iso)),
        .init("total", .object(count.total.members)), .init("groups", .array(groups)),
        .init(
          "reasons",
          .array(
            count.reasons.map {
              ["reason": .text($0.reason.rawValue), "assists": .integer(Int64($0.assists))]
            })),
        .init("undated_assists", undated.map { .integer(Int64($0)) } ?? .null),
      ] + status + further)
  }
}

extension CountNumbers {
  /// The numbers in the order of the columns; a dash where the grouping makes one meaningless.
  fileprivate var cells: [String] {
    [
      visits.map(String.init) ?? "–", residentsText, String(countedAssists),
      String(provisionalAssists), String(otherAssists), submissions.map(String.init) ?? "–",
    ]
  }

  /// How many persons; a range where it is disputed who is the same.
  private var residentsText: String {
    residentsAtMost > residents ? "\(residents)–\(residentsAtMost)" : String(residents)
  }

  /// The numbers with stable keys.
  fileprivate var members: [JSONValue.Member] {
    [
      .init("visits", .integer(orNull: visits.map(Int64.init))),
      .init("residents", .integer(Int64(residents))),
      .init("residents_at_most", .integer(Int64(residentsAtMost))),
      .init("counted_assists", .integer(Int64(countedAssists))),
      .init("provisional_assists", .integer(Int64(provisionalAssists))),
      .init("other_assists", .integer(Int64(otherAssists))),
      .init("anonymous_assists", .integer(Int64(anonymousAssists))),
      .init("submissions", .integer(orNull: submissions.map(Int64.init))),
    ]
  }
}

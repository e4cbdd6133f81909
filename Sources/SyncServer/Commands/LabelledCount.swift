import CommandLine
import FieldWork

/// A count with the names of its groups, for a terminal or for programs.
struct LabelledCount: Sendable {
  let count: Count
  /// For each group the names of its keys.
  let labels: [[String]]

  private static let columns: [Table.Column] = [
    .number(Words(vi: "Lượt thăm", en: "Visits")),
    .number(Words(vi: "Người được giúp", en: "Residents")),
    .number(Words(vi: "Lượt được tính", en: "Counted")),
    .number(Words(vi: "Tạm tính", en: "Provisional")),
    .number(Words(vi: "Không tính", en: "Not counted")),
    .number(Words(vi: "Hồ sơ", en: "Submissions")),
  ]

  /// Coverage first: a number without it says nothing.
  func say(_ coverage: Coverage, _ console: Console) {
    let language = console.language.language
    let dimensions = count.query.dimensions
    console.write(count.query.period.label(language) + "\n")
    console.write(coverage.words.text(in: language) + "\n")
    if !coverage.missing.isEmpty {
      let names = coverage.missing.map(\.label).joined(separator: ", ")
      console.say(Words(vi: "Chưa gửi: \(names)", en: "Not reported: \(names)"))
    }
    let total = dimensions.isEmpty ? [] : [language.text("Cộng", "Total")]
    let blanks = Array(repeating: "", count: max(0, dimensions.count - 1))
    console.table(
      dimensions.map { .text(Words($0.words)) } + Self.columns,
      zip(count.groups, labels).map { $1 + Self.cells($0.numbers) }
        + [total + blanks + Self.cells(count.total)],
      empty: Words(same: ""))
    for reason in count.reasons {
      console.say(
        Words(
          vi: "\(reason.assists) lượt: \(reason.reason.words.vietnamese)",
          en: "\(reason.assists) assists: \(reason.reason.words.english)"))
    }
    if count.undatedAssists > 0 {
      console.say(
        Words(
          vi: "\(count.undatedAssists) lượt hỗ trợ chưa thuộc kỳ nào vì chưa rõ ngày thăm.",
          en: "\(count.undatedAssists) assists are in no period: the day of their visit is "
            + "not known here."))
    }
  }

  private static func cells(_ numbers: CountNumbers) -> [String] {
    [
      numbers.visits.map(String.init) ?? "–", String(numbers.residents),
      String(numbers.countedAssists), String(numbers.provisionalAssists),
      String(numbers.otherAssists), numbers.submissions.map(String.init) ?? "–",
    ]
  }

  /// The same keys as the laptop's `count --json`, with the coverage.
  func json(_ coverage: Coverage) -> JSONValue {
    let groups: [JSONValue] = zip(count.groups, labels).map { group, names in
      let keys = zip(zip(group.keys, names), count.query.dimensions).flatMap { pair, dimension in
        [
          JSONValue.Member(dimension.rawValue, .text(orNull: pair.0.text)),
          JSONValue.Member("\(dimension.rawValue)_name", .text(pair.1)),
        ]
      }
      return .object(keys + Self.members(group.numbers))
    }
    return [
      "period": .text(count.query.period.description), "from": .text(count.query.period.from.iso),
      "to": .text(count.query.period.to.iso), "total": .object(Self.members(count.total)),
      "groups": .array(groups),
      "reasons": .array(
        count.reasons.map {
          ["reason": .text($0.reason.rawValue), "assists": .integer(Int64($0.assists))]
        }),
      "undated_assists": .integer(Int64(count.undatedAssists)),
      "coverage": [
        "laptops": .integer(Int64(coverage.laptops.count)),
        "reported": .integer(Int64(coverage.reported.count)),
        "through": .text(coverage.through.iso),
        "missing": .array(coverage.missing.map { .text($0.label) }),
      ],
    ]
  }

  private static func members(_ numbers: CountNumbers) -> [JSONValue.Member] {
    [
      JSONValue.Member("visits", .integer(orNull: numbers.visits.map(Int64.init))),
      JSONValue.Member("residents", .integer(Int64(numbers.residents))),
      JSONValue.Member("counted_assists", .integer(Int64(numbers.countedAssists))),
      JSONValue.Member("provisional_assists", .integer(Int64(numbers.provisionalAssists))),
      JSONValue.Member("other_assists", .integer(Int64(numbers.otherAssists))),
      JSONValue.Member("anonymous_assists", .integer(Int64(numbers.anonymousAssists))),
      JSONValue.Member("submissions", .integer(orNull: numbers.submissions.map(Int64.init))),
    ]
  }
}

import CommandLine
import FieldWork

/// The numbers of one group of a count, by the names that `count --json` gives them.
package struct DistrictNumbers: Sendable, Hashable {
  /// Number by name; nil for one that the group cannot have, which is not 0.
  package var byName: [String: Int?]

  /// The names, in the order in which they are written.
  package static let names = [
    "visits", "residents", "residents_at_most", "counted_assists", "provisional_assists",
    "other_assists", "anonymous_assists", "submissions",
  ]

  /// As it is written.
  package var json: JSONValue {
    .object(
      Self.names.map { name in
        JSONValue.Member(name, .integer(orNull: (byName[name] ?? nil).map(Int64.init)))
      })
  }

  /// Reads what was written, or what a program answered.
  package init(_ json: JSONValue?) {
    byName = Dictionary(
      Self.names.map { ($0, json?[$0]?.integerValue.map { Int($0) }) },
      uniquingKeysWith: { first, _ in first })
  }

  init(byName: [String: Int?]) { self.byName = byName }
}

/// A question to the centre's `count`, and the answer that is due.
package struct DistrictQuestion: Sendable, Hashable {
  /// The words behind `camtay-server`.
  package var arguments: [String]
  /// The dimensions of the groups.
  package var dimensions: [String] = []
  /// The whole.
  package var total: DistrictNumbers
  /// The groups by what stands for them: a code or a name for each dimension, empty for "not
  /// recorded".
  package var groups: [[String]: DistrictNumbers] = [:]
  /// How many assists do not count, or not yet, by reason; nil where nobody asks.
  package var reasons: [String: Int]?
  /// Assists in no period; nil where nobody asks.
  package var undatedAssists: Int?
  /// The labels of laptops that have not reported, ascending; nil where nobody asks.
  package var missing: [String]?
  /// Which member of the answer holds the total.
  package var totalKey = "total"

  /// As it is written, in an order that is always the same.
  package var json: JSONValue {
    let keys = groups.keys.sorted { $0.joined(separator: "\n") < $1.joined(separator: "\n") }
    return .object([
      .init("arguments", .array(arguments.map { .text($0) })),
      .init("dimensions", .array(dimensions.map { .text($0) })),
      .init("total_key", .text(totalKey)), .init("total", total.json),
      .init(
        "groups",
        .array(
          keys.map { key in
            .object([
              .init("keys", .array(key.map { .text($0) })),
              .init("numbers", groups[key]?.json ?? .null),
            ])
          })),
      .init(
        "reasons",
        reasons.map { reasons in
          .object(
            reasons.keys.sorted().map { .init($0, .integer(Int64(reasons[$0] ?? 0))) })
        } ?? .null),
      .init("undated_assists", .integer(orNull: undatedAssists.map(Int64.init))),
      .init("missing", missing.map { .array($0.map { .text($0) }) } ?? .null),
    ])
  }

  init(_ arguments: [String], total: DistrictNumbers) {
    self.arguments = arguments
    self.total = total
  }

  /// Reads a question that was written.
  package init(reading json: JSONValue) {
    func texts(_ json: JSONValue?) -> [String] {
      (json?.arrayValue ?? []).map { $0.textValue ?? "" }
    }
    arguments = texts(json["arguments"])
    dimensions = texts(json["dimensions"])
    total = DistrictNumbers(json["total"])
    totalKey = json["total_key"]?.textValue ?? "total"
    for group in json["groups"]?.arrayValue ?? [] {
      groups[texts(group["keys"])] = DistrictNumbers(group["numbers"])
    }
    reasons = json["reasons"]?.objectValue.map { members in
      Dictionary(
        members.map { ($0.key, Int($0.value.integerValue ?? 0)) },
        uniquingKeysWith: { first, _ in first })
    }
    undatedAssists = json["undated_assists"]?.integerValue.map { Int($0) }
    missing = json["missing"]?.arrayValue.map { $0.compactMap(\.textValue) }
  }
}

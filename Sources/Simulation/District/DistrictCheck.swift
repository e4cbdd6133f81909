import CommandLine
import Replica
import SyncServer

/// Compares what the centre of a built district counts with what is expected, number by number.
package struct DistrictCheck {
  /// A number that is not what it should be.
  package struct Difference: Sendable, Hashable {
    /// The words behind `camtay-server`, and where in the answer the number stands.
    package let place: String
    /// What should stand there.
    package let expected: String
    /// What does.
    package let counted: String
  }

  /// How many numbers were compared.
  package private(set) var compared = 0
  /// Those that differ.
  package private(set) var differences: [Difference] = []
  private let program: DemoProgram

  /// Asks the centre of a folder.
  package init(
    _ expectation: DistrictExpectation, in folder: String, surroundings: Surroundings
  ) throws {
    program = DistrictBuilder.centreProgram(folder, surroundings, .english)
    for question in expectation.questions { try check(question) }
    for listing in expectation.listings { try check(listing) }
    let conflicts = try program.json(["conflicts", "list", "--limit", "1"])["total"]
    compare("conflicts list: total", expectation.conflicts, conflicts?.integerValue)
    try checkTwins(expectation.openTwins)
  }

  private mutating func check(_ question: DistrictQuestion) throws {
    let line = question.arguments.joined(separator: " ")
    let answer = try program.json(question.arguments)
    compare(
      "\(line): \(question.totalKey)", question.total, DistrictNumbers(answer[question.totalKey]))
    if let undated = question.undatedAssists {
      compare("\(line): undated_assists", undated, answer["undated_assists"]?.integerValue)
    }
    if let missing = question.missing {
      let silent = answer["coverage"]?["missing"]?.arrayValue?.compactMap(\.textValue).sorted()
      compared += 1
      if silent != missing {
        differences.append(
          Difference(
            place: "\(line): coverage missing", expected: missing.joined(separator: " "),
            counted: silent?.joined(separator: " ") ?? "null"))
      }
    }
    if let expected = question.reasons {
      var counted: [String: Int64] = [:]
      for reason in answer["reasons"]?.arrayValue ?? [] {
        counted[reason["reason"]?.textValue ?? ""] = reason["assists"]?.integerValue
      }
      for reason in Set(expected.keys).union(counted.keys).sorted() {
        compare("\(line): \(reason)", expected[reason] ?? 0, counted[reason] ?? 0)
      }
    }
    guard !question.dimensions.isEmpty else { return }
    var counted: [[String]: DistrictNumbers] = [:]
    for group in answer["groups"]?.arrayValue ?? [] {
      counted[question.dimensions.map { Self.key(of: group, along: $0) }] = DistrictNumbers(group)
    }
    let keys = Set(question.groups.keys).union(counted.keys)
    for key in keys.sorted(by: { $0.joined(separator: "\n") < $1.joined(separator: "\n") }) {
      let place = "\(line): \(key.joined(separator: ", "))"
      guard let expected = question.groups[key], let number = counted[key] else {
        compared += 1
        differences.append(
          Difference(
            place: place, expected: question.groups[key] == nil ? "–" : "+",
            counted: counted[key] == nil ? "–" : "+"))
        continue
      }
      compare(place, expected, number)
    }
  }

  private mutating func check(_ listing: DistrictListing) throws {
    let answer = try program.json([listing.noun, "list", "--limit", "10000000"])
    compare("\(listing.noun) list: total", listing.total, answer["total"]?.integerValue)
    let counted = listing.groups(in: answer)
    for key in Set(listing.groups.keys).union(counted.keys).sorted() {
      compare(
        "\(listing.noun) list: \(key)", listing.groups[key] ?? 0, counted[key].map(Int64.init) ?? 0)
    }
  }

  /// Places, teams, members and campaigns are told by name, everything else by its code.
  private static func key(of group: JSONValue, along dimension: String) -> String {
    guard let code = group[dimension]?.textValue else { return "" }
    let name = group["\(dimension)_name"]?.textValue ?? code
    switch dimension {
    case "hamlet", "team", "member": return name
    // A campaign's code stands before its name.
    case "campaign": return String(name.drop { $0 != " " }.dropFirst())
    default: return code
    }
  }

  private mutating func compare(
    _ place: String, _ expected: DistrictNumbers, _ counted: DistrictNumbers
  ) {
    for name in DistrictNumbers.names {
      compare(
        "\(place): \(name)", expected.byName[name] ?? nil,
        (counted.byName[name] ?? nil).map(Int64.init))
    }
  }

  private mutating func compare(_ place: String, _ expected: Int?, _ counted: Int64?) {
    compared += 1
    guard expected.map(Int64.init) != counted else { return }
    func text(_ number: Int64?) -> String { number.map { String($0) } ?? "null" }
    differences.append(
      Difference(
        place: place, expected: text(expected.map(Int64.init)), counted: text(counted)))
  }

  /// Every open second record has to be among the pairs that the centre lists; strangers with one
  /// name may be as well.
  private mutating func checkTwins(_ names: [String]) throws {
    let pairs = try program.json(["resident", "duplicates", "--limit", "10000"])
    var listed: [String: Int] = [:]
    for pair in pairs["pairs"]?.arrayValue ?? [] {
      let text = pair.compactText
      for name in Set(names) where text.contains(name) { listed[name, default: 0] += 1 }
    }
    for (name, twins) in Dictionary(grouping: names, by: { $0 }).sorted(by: { $0.key < $1.key }) {
      compared += 1
      let found = listed[name] ?? 0
      guard found < twins.count else { continue }
      differences.append(
        Difference(
          place: "resident duplicates: \(name)", expected: String(twins.count),
          counted: String(found)))
    }
  }
}

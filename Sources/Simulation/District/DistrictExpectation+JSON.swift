import CommandLine

extension DistrictExpectation {
  /// As it is written: the same bytes for the same plan.
  package var json: JSONValue {
    func numbers(_ numbers: [String: Int]) -> JSONValue {
      .object(numbers.keys.sorted().map { .init($0, .integer(Int64(numbers[$0] ?? 0))) })
    }
    return .object(
      [.init("format", .text(Self.format))]
        + heading.keys.sorted().map { .init($0, .text(heading[$0] ?? "")) }
        + [
          .init("troubles", numbers(troubles)), .init("conflicts", .integer(Int64(conflicts))),
          .init("open_twins", .array(openTwins.map { .text($0) })),
          .init("questions", .array(questions.map(\.json))),
          .init("listings", .array(listings.map(\.json))),
        ])
  }

  /// Reads what was written; nil for another form.
  package init?(reading json: JSONValue) {
    guard json["format"]?.textValue == Self.format, let questions = json["questions"]?.arrayValue
    else { return nil }
    heading = Dictionary(
      ["place", "seed", "laptops", "days", "from", "to"].map { ($0, json[$0]?.textValue ?? "") },
      uniquingKeysWith: { first, _ in first })
    troubles = Dictionary(
      (json["troubles"]?.objectValue ?? []).map { ($0.key, Int($0.value.integerValue ?? 0)) },
      uniquingKeysWith: { first, _ in first })
    conflicts = Int(json["conflicts"]?.integerValue ?? 0)
    openTwins = (json["open_twins"]?.arrayValue ?? []).compactMap(\.textValue)
    self.questions = questions.map { DistrictQuestion(reading: $0) }
    listings = (json["listings"]?.arrayValue ?? []).map { DistrictListing(reading: $0) }
  }
}

import CommandLine
import FieldWork

extension TrainerReport {
  /// With stable keys; hidden numbers are null.
  func json(_ language: Language) -> JSONValue {
    func rows(_ rows: [TrainerRow]) -> JSONValue {
      .array(
        rows.map { row in
          ["name": .text(row.label.text(in: language)), "assists": Self.json(row.assists)]
        })
    }
    return [
      "period": .text(period.description), "from": .text(period.from.iso),
      "to": .text(period.to.iso), "as_of": .text(asOf.iso),
      "laptops": .integer(Int64(coverage.laptops.count)),
      "laptops_reported": .integer(Int64(coverage.reported.count)),
      "visits": Self.json(visits), "assists": Self.json(assists),
      "residents": Self.json(residents),
      "residents_at_most": residents == .hidden ? .null : Self.json(residentsAtMost),
      "submissions": Self.json(submissions),
      "teams": .array(
        teams.map { team in
          [
            "name": .text(team.label.text(in: language)), "assists": Self.json(team.assists),
            "laptops": .integer(Int64(team.laptops)),
            "laptops_reported": .integer(Int64(team.reportedLaptops)),
          ]
        }),
      "services": rows(services), "modes": rows(modes), "outcomes": rows(outcomes),
      "blocked": Self.json(blocked), "blocked_reasons": rows(blockedReasons),
    ]
  }

  private static func json(_ number: SuppressedNumber) -> JSONValue {
    if case .shown(let value) = number { .integer(Int64(value)) } else { .null }
  }

  /// What stands in `json`.
  static let schema: AnswerSchema = {
    let number = AnswerSchema.optional(.integer)
    let rows = AnswerSchema.list(
      .object([.init("name", .text, ""), .init("assists", number, "")]))
    return .object([
      .init("period", .text, ""), .init("from", .day, ""), .init("to", .day, ""),
      .init("as_of", .minute, "When it was counted."),
      .init("laptops", .integer, ""), .init("laptops_reported", .integer, ""),
      .init("visits", number, "Null where the number is small, as everywhere here."),
      .init("assists", number, "Assists that stand, whatever came of them."),
      .init("residents", number, ""),
      .init("residents_at_most", number, "More where it is disputed who is the same person."),
      .init("submissions", number, ""),
      .init(
        "teams",
        .list(
          .object([
            .init("name", .text, ""), .init("assists", number, ""),
            .init("laptops", .integer, ""), .init("laptops_reported", .integer, ""),
          ])), ""),
      .init("services", rows, "At most the first hundred."), .init("modes", rows, ""),
      .init("outcomes", rows, ""), .init("blocked", number, "Blocked assists altogether."),
      .init("blocked_reasons", rows, "Empty where the number of blocked ones is hidden."),
    ])
  }()
}

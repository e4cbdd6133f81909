import CommandLine
import FieldWork

extension TrainerReport {
  /// With stable keys; numbers that are hidden, or told in part or in bands, are null.
  func json(_ language: Language) -> JSONValue {
    func rows(_ rows: [TrainerRow]) -> JSONValue {
      .array(
        rows.map { row in
          [
            "name": .text(row.label.text(in: language)), "assists": Self.json(row.assists),
            "assists_at_least": Self.json(least: row.assists),
          ]
        })
    }
    let median = TeamComparison(self)
    return [
      "period": .text(period.description), "from": .text(period.from.iso),
      "to": .text(period.to.iso), "as_of": .text(asOf.iso),
      "laptops": .integer(Int64(coverage.laptops.count)),
      "laptops_reported": .integer(Int64(coverage.reported.count)),
      "visits": Self.json(visits), "assists": Self.json(assists),
      "residents": Self.json(residents),
      "residents_at_most": residents.isShown ? Self.json(residentsAtMost) : .null,
      "submissions": Self.json(submissions),
      "previous_period": .text(previousPeriod.description),
      "previous_assists": Self.json(previousAssists),
      "median_assists_doubled": median.medianHalves.map { .integer(Int64($0)) } ?? .null,
      "median_teams": .integer(Int64(median.medianTeams)),
      "teams": .array(
        teams.map { team in
          [
            "name": .text(team.label.text(in: language)), "assists": Self.json(team.assists),
            "assists_at_least": Self.json(least: team.assists),
            "previous_assists": Self.json(team.previous),
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

  private static func json(least number: SuppressedNumber) -> JSONValue {
    number.least.map { .integer(Int64($0)) } ?? .null
  }

  /// What stands in `json`.
  static let schema: AnswerSchema = {
    let number = AnswerSchema.optional(.integer)
    let least = AnswerSchema.Member(
      "assists_at_least", number, "As many as are told; of weeks the lower end of a band.")
    let rows = AnswerSchema.list(
      .object([.init("name", .text, ""), .init("assists", number, ""), least]))
    return .object([
      .init("period", .text, ""), .init("from", .day, ""), .init("to", .day, ""),
      .init("as_of", .minute, "When it was counted."),
      .init("laptops", .integer, ""), .init("laptops_reported", .integer, ""),
      .init(
        "visits", number,
        "Null where the number is small or gives a small one away, as everywhere here; of weeks "
          + "all are, since they are told in bands."),
      .init("assists", number, "Assists that stand, whatever came of them."),
      .init("residents", number, ""),
      .init("residents_at_most", number, "More where it is disputed who is the same person."),
      .init("submissions", number, ""),
      .init("previous_period", .text, "The period before, as long as this one."),
      .init("previous_assists", number, "Assists of the period before."),
      .init(
        "median_assists_doubled", number,
        "Twice the middle of the teams' shown assists, which may lie between two of them."),
      .init("median_teams", .integer, "The teams that it is the middle of."),
      .init(
        "teams",
        .list(
          .object([
            .init("name", .text, ""), .init("assists", number, ""), least,
            .init("previous_assists", number, ""), .init("laptops", .integer, ""),
            .init("laptops_reported", .integer, ""),
          ])), ""),
      .init("services", rows, "At most the first hundred."), .init("modes", rows, ""),
      .init("outcomes", rows, ""), .init("blocked", number, "Blocked assists altogether."),
      .init("blocked_reasons", rows, "Empty where the number of blocked ones is hidden."),
    ])
  }()
}

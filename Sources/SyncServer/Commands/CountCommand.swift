import CommandLine
import FieldWork
import Listings
import Replica

/// `count`: the numbers of a period over everything that laptops have handed over, by the same
/// function and with the same options as on a laptop.
struct CountCommand: Command {
  let context: CommandContext

  let name = ["count"]
  let abstract = BilingualText(vi: "số liệu của một kỳ", en: "the numbers of a period")
  let arguments = CountArguments.list

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let language = console.language
    if let code = invocation.text("explain") {
      try centre.read { try ExplainedAssist(code: code, $0) }.write(to: console)
      return .done
    }
    let period = try CountArguments.period(invocation, today: context.today)
    if let values = try centre.read({ try CountValuesListing(invocation, period, $0) }) {
      values.write(to: console)
      return .done
    }
    let (count, closed) = try centre.read { reader in
      let query = try CountArguments.query(invocation, period, reader)
      return (
        try LabelledCount(
          query, reader, language, comparesYears: TerritoryArguments.comparesYears(invocation)),
        try ClosedMonths(beside: query, reader)
      )
    }
    let coverage = try Self.completeness(of: period, centre, today: context.today)
    if console.isJSON {
      console.json(
        count.json(
          with: coverage.members + [
            .init("closing", closed.closingJSON),
            .init("adjustments", closed.adjustmentsJSON),
          ]))
    } else {
      // Coverage first: a number without it says nothing.
      count.say(console, preface: coverage.lines)
      for words in closed.words { console.say(words) }
    }
    return .done
  }

  /// Which laptops a period's numbers cover, and what they are without.
  static func completeness(
    of period: Period, _ centre: Centre, today: LocalDate
  ) throws -> Completeness {
    let coverage = try CoverageListing(centre.coverage(of: period, today: today), centre)
    return Completeness(
      [coverage.coverage.words] + coverage.missing, .init("coverage", coverage.json),
      awaited: try centre.inspect { try $0.awaitedRulings(in: period) },
      command: "camtay-server review list", isSilent: coverage.coverage.isSilent)
  }
}

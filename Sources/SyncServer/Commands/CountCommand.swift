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
          with: coverage.member, .init("closing", closed.closingJSON),
          .init("adjustments", closed.adjustmentsJSON)))
    } else {
      // Coverage first: a number without it says nothing.
      count.say(console, preface: coverage.lines)
      for words in closed.words { console.say(words) }
    }
    return .done
  }

  /// Which laptops a period's numbers cover.
  static func completeness(
    of period: Period, _ centre: Centre, today: LocalDate
  ) throws -> Completeness {
    let coverage = try centre.coverage(of: period, today: today)
    return Completeness(
      words(coverage, try names(centre)), .init("coverage", json(coverage)))
  }

  /// What became of laptops, by what they are called.
  private static func names(_ centre: Centre) throws -> [String: LaptopFate] {
    let fates = try centre.laptopFates()
    return Dictionary(
      try centre.laptops().compactMap { laptop in fates[laptop.replica].map { (laptop.label, $0) }
      },
      uniquingKeysWith: { first, _ in first })
  }

  private static func words(_ coverage: Coverage, _ fates: [String: LaptopFate]) -> [BilingualText]
  {
    guard !coverage.missing.isEmpty else { return [coverage.words] }
    func names(_ language: Language) -> String {
      coverage.missing.map { LaptopFate.name($0.label, fates[$0.label], language) }
        .joined(separator: ", ")
    }
    return [
      coverage.words,
      BilingualText(vi: "Chưa gửi: \(names(.vietnamese))", en: "Not reported: \(names(.english))"),
    ]
  }

  private static func json(_ coverage: Coverage) -> JSONValue {
    [
      "laptops": .integer(Int64(coverage.laptops.count)),
      "reported": .integer(Int64(coverage.reported.count)),
      "through": .text(coverage.through.iso),
      "missing": .array(coverage.missing.map { .text($0.label) }),
    ]
  }
}

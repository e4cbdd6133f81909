import CommandLine
import FieldWork
import Listings
import Replica

/// `count`: the numbers of a period over everything that laptops have handed over, by the same
/// function and with the same options as on a laptop.
struct CountCommand: Command {
  let context: CommandContext

  let name = ["count"]
  let abstract = Words(vi: "số liệu của một kỳ", en: "the numbers of a period")
  let arguments = CountArguments.list

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let language = console.language.language
    if let code = invocation.text("explain") {
      try centre.read { try ExplainedAssist(code: code, $0) }.write(to: console)
      return .done
    }
    let period = try PeriodArguments.period(invocation, today: context.today)
    let count = try centre.read { reader in
      try LabelledCount(CountArguments.query(invocation, period, reader), reader, language)
    }
    let coverage = try centre.coverage(of: period, today: context.today)
    if console.isJSON {
      console.json(count.json(with: .init("coverage", Self.json(coverage))))
    } else {
      // Coverage first: a number without it says nothing.
      count.say(console, preface: Self.words(coverage))
    }
    return .done
  }

  private static func words(_ coverage: Coverage) -> [Words] {
    guard !coverage.missing.isEmpty else { return [Words(coverage.words)] }
    let names = coverage.missing.map(\.label).joined(separator: ", ")
    return [Words(coverage.words), Words(vi: "Chưa gửi: \(names)", en: "Not reported: \(names)")]
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

import CommandLine
import FieldWork
import Listings
import Replica

/// `count`: the numbers of a period as this laptop knows them, by the centre's own function.
struct CountCommand: LaptopCommand {
  let surroundings: Surroundings
  let name = ["count"]
  let abstract = BilingualText(vi: "số liệu của một kỳ", en: "the numbers of a period")
  let arguments = CountArguments.list

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let reader = laptop.records.reader
    if let code = invocation.text("explain") {
      try ExplainedAssist(code: code, reader).write(to: console)
      return .done
    }
    let period = try CountArguments.period(invocation, today: laptop.today())
    if let values = try CountValuesListing(invocation, period, reader) {
      values.write(to: console)
      return .done
    }
    let count = try LabelledCount(
      try CountArguments.query(invocation, period, reader), reader, console.language,
      comparesYears: TerritoryArguments.comparesYears(invocation))
    let standing = try laptop.standing()
    let words =
      BilingualText(
        vi: "Theo dữ liệu trên máy này. Số người chỉ tính trong các địa bàn máy này giữ. ",
        en: "By the data on this laptop. Residents are counted over the areas it holds. ")
      + standing.handOverWords()
    let completeness = Completeness(
      [words], .init("hand_over", standing.status.json),
      awaited: try laptop.records.awaitedRulings(in: period),
      command: "camtay review list --everybody")
    if console.isJSON {
      console.json(count.json(with: completeness.members))
      return .done
    }
    count.say(console)
    for words in completeness.lines { console.say(words) }
    return .done
  }
}

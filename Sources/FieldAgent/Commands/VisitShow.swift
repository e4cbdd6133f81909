import CommandLine
import FieldWork
import Listings
import Replica

/// `visit show`: the visit and what help was given.
struct VisitShow: LaptopCommand {
  let surroundings: Surroundings
  let name = ["visit", "show"]
  let abstract = BilingualText(vi: "xem một lượt thăm", en: "show a visit with its assists")
  let arguments = [
    Argument.positional("code", BilingualText(vi: "mã lượt thăm", en: "code of the visit"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let reader = try laptopToRead(invocation, console).records.reader
    let id = try reader.resolveOne(invocation.requiredText("code"), as: .visit)
    let visit = try reader.existing(Visit.self, id)
    let assists = try reader.assists(visit: id, includingVoided: true, page: .all)
    guard !console.isJSON else {
      let members = try visit.json(reader).objectValue ?? []
      let json = try assists.map { try $0.json(reader) }
      console.json(.object(members + [.init("assists", .array(json))]))
      return .done
    }
    try Details.say(try visit.json(reader), .visit, reader, console)
    let language = console.language
    console.write(try AssistList.table(assists, reader, language).text(in: console.language))
    return .done
  }
}

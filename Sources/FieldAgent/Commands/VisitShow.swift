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
    if visit.date == nil, visit.voidReason == nil {
      console.say(
        BilingualText(
          vi: "Không có ngày: trung tâm không nhận ngày đã ghi (“camtay review list”), nên lượt "
            + "này và "
            + "các lượt hỗ trợ của nó không nằm trong tháng nào. Ghi ngày đúng: camtay visit edit "
            + "\(visit.codeText) --date DD/MM/YYYY",
          en: "It has no date: the centre did not accept the one that was written (“camtay review "
            + "list”), so the visit and its assists are in no month. Write the right one: camtay "
            + "visit edit \(visit.codeText) --date DD/MM/YYYY"))
    }
    let language = console.language
    console.write(try AssistList.table(assists, reader, language).text(in: console.language))
    return .done
  }
}

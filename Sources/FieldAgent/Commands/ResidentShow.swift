import CommandLine
import FieldWork
import Replica

/// `resident show`: a resident, and which records are the same person.
struct ResidentShow: LaptopCommand {
  let surroundings: Surroundings
  let name = ["resident", "show"]
  let abstract = BilingualText(vi: "xem một người dân", en: "show a resident")
  let arguments = [
    Argument.positional("code", BilingualText(vi: "mã người dân", en: "code of the resident"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let reader = try laptopToRead(invocation, console).records.reader
    let id = try reader.resolveOne(invocation.requiredText("code"), as: .resident)
    let record = try reader.existing(Resident.self, id).json(reader)
    let links = try LinkLines(of: id, .resident, reader)
    if console.isJSON {
      console.json(.object((record.objectValue ?? []) + [links.json]))
    } else {
      try Details.say(record, .resident, reader, console)
      links.say(console)
    }
    return .done
  }
}

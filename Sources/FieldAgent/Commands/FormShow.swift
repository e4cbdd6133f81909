import CommandLine
import FieldWork
import Listings
import Replica

/// `session show` and the like.
struct FormShow: LaptopCommand {
  let surroundings: Surroundings
  let form: RecordForm

  var name: [String] { [form.noun, "show"] }
  var abstract: BilingualText {
    BilingualText(vi: "xem \(form.words.vietnamese)", en: "show: \(form.words.english)")
  }
  var arguments: [Argument] { [FormArguments.record(form)] }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let reader = try laptopToRead(invocation, console).records.reader
    let id = try reader.resolve(invocation.requiredText("record"), of: form)
    guard let record = try reader.formRecord(form, id) else {
      throw FieldError.noSuchRecord(form.table.name)
    }
    try FormReport(record, reader).write(to: console)
    return .done
  }
}

/// `session list` and the like.
struct FormList: LaptopCommand {
  let surroundings: Surroundings
  let form: RecordForm

  var name: [String] { [form.noun, "list"] }
  var abstract: BilingualText {
    BilingualText(vi: "danh sách: \(form.words.vietnamese)", en: "list: \(form.words.english)")
  }
  var arguments: [Argument] { FormArguments.list(form) }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let reader = laptop.records.reader
    let filter = try FormArguments.filter(invocation, form, reader, today: laptop.today())
    try FormListing(form, filter, ListPage(invocation), reader).write(to: console)
    return .done
  }
}

extension FieldAgent {
  /// The commands of every kind that a form describes: what is recorded in the field can be written,
  /// what the centre keeps can be looked up.
  static func formCommands(_ surroundings: Surroundings) -> [any Command] {
    RecordForms.ofField.flatMap { form -> [any Command] in
      [
        FormAdd(surroundings: surroundings, form: form),
        FormEdit(surroundings: surroundings, form: form),
        FormVoid(surroundings: surroundings, form: form),
        FormList(surroundings: surroundings, form: form),
        FormShow(surroundings: surroundings, form: form),
      ]
    }
      + RecordForms.ofCentre.filter(\.canAdd).flatMap { form -> [any Command] in
        [
          FormList(surroundings: surroundings, form: form),
          FormShow(surroundings: surroundings, form: form),
        ]
      }
  }
}

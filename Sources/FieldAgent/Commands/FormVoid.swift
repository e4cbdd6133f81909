import CommandLine
import FieldWork
import Listings
import Replica

/// `session void` and the like: takes a record back, or takes that back with `--undo`.
struct FormVoid: LaptopCommand {
  let surroundings: Surroundings
  let form: RecordForm

  var name: [String] { [form.noun, "void"] }
  var abstract: BilingualText { VoidArguments.abstract(form.words) }
  var arguments: [Argument] { [FormArguments.record(form)] + VoidArguments.list }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let recording = try Recording(self, invocation, console)
    let reader = recording.laptop.records.reader
    let id = try reader.resolve(invocation.requiredText("record"), of: form)
    let reason = try VoidArguments.reason(invocation)
    try recording.written { records, author, clock in
      if let reason {
        try records.void(form, id, reason: reason, author: author, clock: clock)
      } else {
        try records.restore(form, id, author: author, clock: clock)
      }
    }
    VoidArguments.answer(
      code: try reader.codeText(of: id, in: form.table), id: id.rawValue, form.words,
      isUndone: reason == nil, console)
    return .done
  }
}

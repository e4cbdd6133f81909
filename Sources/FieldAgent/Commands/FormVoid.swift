import CommandLine
import FieldWork
import Listings
import Replica

/// `session void` and the like: takes a record back, or takes that back with `--undo`; `--dry-run` says
/// first whether a count changes.
struct FormVoid: LaptopCommand {
  let surroundings: Surroundings
  let form: RecordForm

  var name: [String] { [form.noun, "void"] }
  var abstract: BilingualText { VoidArguments.abstract(form.words) }
  var arguments: [Argument] {
    [FormArguments.record(form)] + VoidArguments.list + [VoidArguments.dryRun]
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let recording = try Recording(self, invocation, console)
    let reader = recording.laptop.records.reader
    let id = try reader.resolve(invocation.requiredText("record"), of: form)
    let reason = try VoidArguments.reason(invocation)
    let isDryRun = invocation.flag("dry-run")
    let effect = try recording.written { records, author, clock -> VoidEffect? in
      if isDryRun {
        return try records.voidEffect(
          form, id, reason: reason.map { $0.isEmpty ? "?" : $0 }, author: author, clock: clock)
      }
      if let reason {
        try records.void(form, id, reason: reason, author: author, clock: clock)
      } else {
        try records.restore(form, id, author: author, clock: clock)
      }
      return nil
    }
    VoidArguments.answer(
      code: try reader.codeText(of: id, in: form.table), id: id.rawValue, form.words,
      isUndone: reason == nil, effect: effect, isDryRun: isDryRun, console)
    return .done
  }
}

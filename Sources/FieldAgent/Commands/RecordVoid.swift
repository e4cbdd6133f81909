import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `household void`, `visit void` and the like: takes a record back; it stays readable with the
/// reason until `--undo` takes that back too. What it does to the counts is said, with `--dry-run`
/// before anything is written.
struct RecordVoid: LaptopCommand {
  let surroundings: Surroundings
  let kind: RecordCode.Kind

  var name: [String] { [kind.table.name, "void"] }
  var abstract: BilingualText { VoidArguments.abstract(kind.words) }
  let arguments: [Argument] =
    [.positional("code", BilingualText(vi: "mã bản ghi", en: "code of the record"))]
    + VoidArguments.list + [VoidArguments.dryRun]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let recording = try Recording(self, invocation, console)
    let reader = recording.laptop.records.reader
    let id = try reader.resolveOne(invocation.requiredText("code"), as: kind)
    let reason = try VoidArguments.reason(invocation)
    let isDryRun = invocation.flag("dry-run")
    let effect = try recording.written { records, author, clock in
      if isDryRun {
        let effect = try records.voidEffect(
          kind, id, reason: reason.map { $0.isEmpty ? "?" : $0 }, author: author, clock: clock)
        if reason == nil, kind == .visit { try PrintoutBook(records).formerLine(of: id) }
        return effect
      }
      let before = try records.numbersOfAllTime()
      if let reason {
        try records.void(kind, id, reason: reason, author: author, clock: clock)
      } else {
        try PrintoutBook(records).restore(kind, id, author: author, clock: clock)
      }
      return VoidEffect(
        before: before, after: try records.numbersOfAllTime(),
        standing: try records.standing(under: kind, id))
    }
    VoidArguments.answer(
      code: try reader.codeText(of: id), id: id.rawValue, kind.words, isUndone: reason == nil,
      effect: effect, isDryRun: isDryRun, console)
    return .done
  }
}

import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `visit void`, `assist void`, `submission void`: takes a record back; it stays readable with the
/// reason and counts no more, until `--undo` takes that back too.
struct RecordVoid: LaptopCommand {
  let surroundings: Surroundings
  let kind: RecordCode.Kind

  var name: [String] { [kind.table.name, "void"] }
  var abstract: BilingualText { VoidArguments.abstract(kind.words) }
  let arguments: [Argument] =
    [.positional("code", BilingualText(vi: "mã bản ghi", en: "code of the record"))]
    + VoidArguments.list

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let recording = try Recording(self, invocation, console)
    let reader = recording.laptop.records.reader
    let id = try reader.resolveOne(invocation.requiredText("code"), as: kind)
    let reason = try VoidArguments.reason(invocation)
    try recording.written { records, author, clock in
      if let reason {
        try records.void(kind, id, reason: reason, author: author, clock: clock)
      } else {
        try records.restore(kind, id, author: author, clock: clock)
      }
    }
    VoidArguments.answer(
      code: try reader.codeText(of: id), id: id.rawValue, kind.words, isUndone: reason == nil,
      console)
    return .done
  }
}

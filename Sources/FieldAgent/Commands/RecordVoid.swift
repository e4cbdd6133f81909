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
  var arguments: [Argument] {
    [.positional("code", BilingualText(vi: "mã bản ghi", en: "code of the record"))]
      + VoidArguments.list + [VoidArguments.dryRun]
      + (kind == .visit || kind == .assist ? Self.dossiers : [])
  }

  /// What is to become of the dossiers of a visit or an assist.
  private static let dossiers: [Argument] = [
    .repeatedOption(
      "keep-dossier", "CODE",
      BilingualText(
        vi: "giữ hồ sơ này vì đã nộp thật (all: mọi hồ sơ); hồ sơ đã có tin thì vốn được giữ",
        en: "keep this dossier, it was really filed (all: every one); one with news is kept anyway"
      )),
    .repeatedOption(
      "void-dossier", "CODE",
      BilingualText(
        vi: "hủy cùng hồ sơ này (all: mọi hồ sơ) dù đã có tin",
        en: "void this dossier too (all: every one), also where there is news of it")),
  ]

  private func choice(_ invocation: Invocation, _ id: RowID, _ reader: RecordReader) throws
    -> DossierChoice
  {
    guard kind == .visit || kind == .assist else { return DossierChoice() }
    let dossiers = Set(try reader.dossiers(helpedBy: kind, id).map(\.submission.id))
    func rows(_ option: String) throws -> Set<RowID> {
      var rows: Set<RowID> = []
      for text in invocation.texts(option) {
        guard text != "all" else {
          rows.formUnion(dossiers)
          continue
        }
        let row = try reader.resolveOne(text, as: .submission)
        guard dossiers.contains(row) else { throw VoidArguments.notItsDossier(text) }
        rows.insert(row)
      }
      return rows
    }
    let choice = DossierChoice(voided: try rows("void-dossier"), kept: try rows("keep-dossier"))
    guard choice.voided.isDisjoint(with: choice.kept) else { throw VoidArguments.dossierBothWays }
    return choice
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let recording = try Recording(self, invocation, console)
    let reader = recording.laptop.records.reader
    let id = try reader.resolveOne(invocation.requiredText("code"), as: kind)
    let reason = try VoidArguments.reason(invocation)
    let isDryRun = invocation.flag("dry-run")
    let choice = try choice(invocation, id, reader)
    let effect = try recording.written { records, author, clock in
      if isDryRun {
        let effect = try records.voidEffect(
          kind, id, reason: reason.map { $0.isEmpty ? "?" : $0 }, choice: choice, author: author,
          clock: clock)
        if reason == nil, kind == .visit { try PrintoutBook(records).formerLine(of: id) }
        return effect
      }
      return try records.voiding(
        kind, id, reason: reason, choice: choice, author: author, clock: clock
      ) {
        try PrintoutBook(records).restore(kind, id, author: author, clock: clock)
      }
    }
    VoidArguments.answer(
      code: try reader.codeText(of: id), id: id.rawValue, kind.words, isUndone: reason == nil,
      effect: effect, isDryRun: isDryRun, console)
    return .done
  }
}

import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `reform apply FILE`: what units and hamlets became; shows what would happen, and does it with
/// `--yes`.
struct ReformApplyCommand: Command {
  let context: CommandContext

  let name = ["reform", "apply"]
  let abstract = BilingualText(
    vi: "sáp nhập, chia tách, đổi tên xã và thôn theo tệp CSV",
    en: "merge, split and rename units and hamlets by a CSV file")
  let arguments: [Argument] = [
    .positional(
      "file",
      BilingualText(
        vi: "cột old_code, new_code, valid_from, và nếu cần old_hamlet, new_hamlet, extent",
        en: "columns old_code, new_code, valid_from; as needed old_hamlet, new_hamlet, extent")),
    .flag("dry-run", BilingualText(vi: "chỉ cho xem (mặc định)", en: "only show it (the default)")),
    .flag("yes", BilingualText(vi: "làm thật", en: "do it")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let isReal = invocation.flag("yes") && !invocation.flag("dry-run")
    let path = invocation.requiredText("file")
    let bytes = try HomeFolder.readNamed(path, maximumBytes: CSVTable.byteLimit)
    let report = try context.centre(invocation).perform { records, clock in
      if isReal {
        let (plan, number) = try records.applyReform(bytes, clock: clock)
        return try ReformReport(plan, number: number, isReal: true, records)
      }
      let plan = try records.previewReform(bytes, clock: clock)
      return try ReformReport(plan, number: nil, isReal: false, records)
    }
    report.write(to: console)
    return .done
  }
}

/// `reform draft`: the reform of 1 July 2025 for the units of this centre, as a file to check.
struct ReformDraftCommand: Command {
  let context: CommandContext

  let name = ["reform", "draft"]
  let abstract = BilingualText(
    vi: "in sẵn tệp sắp xếp ngày 01/07/2025 cho các xã ở đây",
    en: "print the reform of 1 July 2025 for the units here, to check and apply")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let text = try context.centre(invocation).read { try $0.draftOfNationalReform() }
    if console.isJSON { console.json(["file": .text(text)]) } else { console.write(text) }
    return .done
  }
}

/// `reform list`: the reforms carried out here.
struct ReformListCommand: Command {
  let context: CommandContext

  let name = ["reform", "list"]
  let abstract = BilingualText(vi: "các lần sắp xếp đã làm", en: "the reforms carried out here")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let reforms = try context.centre(invocation).perform { records, _ in try records.reforms() }
    func moment(_ time: Timestamp) -> String {
      Format.dateTime(LocalDateTime(milliseconds: time.rawValue))
    }
    console.listing(
      Table(
        [
          .number(BilingualText(vi: "Số", en: "Number")),
          .text(BilingualText(vi: "Từ ngày", en: "From")),
          .number(BilingualText(vi: "Xã", en: "Units")),
          .number(BilingualText(vi: "Thôn", en: "Hamlets")),
          .text(BilingualText(vi: "Làm lúc", en: "Carried out")),
          .text(BilingualText(vi: "Hủy lúc", en: "Taken back")),
        ],
        reforms.map {
          [
            String($0.number), Format.date($0.day), String($0.units), String($0.hamlets),
            moment($0.appliedAt), $0.undoneAt.map(moment) ?? "–",
          ]
        }, empty: BilingualText(vi: "Chưa có lần nào.", en: "There was none.")),
      json: .array(
        reforms.map {
          [
            "number": .integer($0.number), "from": .text($0.day.iso),
            "units": .integer(Int64($0.units)), "hamlets": .integer(Int64($0.hamlets)),
            "applied_at": .integer($0.appliedAt.rawValue),
            "undone_at": .integer(orNull: $0.undoneAt?.rawValue),
          ]
        }))
    return .done
  }
}

/// `reform undo NUMBER`: takes a reform back by later operations, with `--yes`.
struct ReformUndoCommand: Command {
  let context: CommandContext

  let name = ["reform", "undo"]
  let abstract = BilingualText(vi: "hủy một lần sắp xếp", en: "take a reform back")
  let arguments: [Argument] = [
    .positional(
      "number", BilingualText(vi: "số, như trong reform list", en: "its number, as in reform list"),
      kind: .integer(1...1_000_000_000)),
    .flag("dry-run", BilingualText(vi: "chỉ cho xem (mặc định)", en: "only show it (the default)")),
    .flag("yes", BilingualText(vi: "hủy thật", en: "do it")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let isReal = invocation.flag("yes") && !invocation.flag("dry-run")
    let number = invocation.requiredInteger("number")
    let grants = try context.centre(invocation).perform { records, clock in
      try ReformReport.named(
        try records.undoReform(number, isDryRun: !isReal, clock: clock), records)
    }
    let exit = GrantChanges.answer(grants, isDryRun: !isReal, console)
    if !isReal, !console.isJSON {
      console.say(BilingualText(vi: "Hủy thật: thêm --yes", en: "To take it back add --yes"))
    }
    return exit
  }
}

/// `reform undecided`: hamlets of split units of which nobody has said where they went.
struct ReformUndecidedCommand: Command {
  let context: CommandContext

  let name = ["reform", "undecided"]
  let abstract = BilingualText(
    vi: "các thôn chưa rõ thuộc xã nào sau khi chia tách",
    en: "hamlets of split units that lie in no unit yet")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    // Also of reforms that take effect later.
    let day = LocalDate.latest
    let lines = try context.centre(invocation).read { reader in
      let map = try PlaceMap(reader)
      return map.undecidedScopes(on: day).map { ReformReport.UndecidedScope($0, map) }
    }
    console.listing(
      ReformReport.table(of: lines), json: .array(lines.map(\.json)))
    if !lines.isEmpty {
      console.note(
        BilingualText(
          vi: "Xếp vào xã: unit assign MÃ --scope SỐ --from NGÀY",
          en: "To put one under a unit: unit assign CODE --scope NUMBER --from DATE"))
    }
    return .done
  }
}

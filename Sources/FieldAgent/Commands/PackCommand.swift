import CommandLine
import FieldWork
import Listings
import Replica

/// `pack --to DIR`: writes what the centre has not confirmed onto a stick.
struct PackCommand: LaptopCommand {
  let surroundings: Surroundings
  let name = ["pack"]
  let abstract = BilingualText(
    vi: "ghi dữ liệu chưa gửi ra USB để người khác mang về trung tâm",
    en: "write what was not handed over onto a stick, to be carried to the centre")
  let arguments: [Argument] = [
    .option(
      "to", "DIR", BilingualText(vi: "thư mục của USB", en: "the folder of the stick"),
      isRequired: true, maximumBytes: 4_096),
    .flag(
      "dry-run", BilingualText(vi: "chỉ cho xem, không ghi gì", en: "only show what would happen")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    guard let turn = try SyncTurn(laptop.home) else { throw SyncCommand.underWay }
    defer { withExtendedLifetime(turn) {} }
    let path = invocation.requiredText("to")
    let isDryRun = invocation.flag("dry-run")
    if isDryRun {
      return try preview(laptop, path, console)
    }
    let packing = try StickPacking(laptop, to: path, isDryRun: false)
    var progress = console.progress(
      BilingualText(vi: "Đang ghi ra USB", en: "Writing to the stick"),
      total: Int64(packing.outlook.expectedBytes))
    defer { progress.finish() }
    let result = try packing.run { progress.advance(to: Int64($0)) }
    progress.finish()
    tell(result, console)
    return result.round.isLocked ? .needsAttention : .done
  }

  private func preview(_ laptop: Laptop, _ path: String, _ console: Console) throws -> ExitCode {
    let outlook: StickPacking.Outlook
    do {
      outlook = try StickPacking(laptop, to: path, isDryRun: true).outlook
    } catch StickProblem.noBundles {
      // The folder is made when something is written.
      let facts = StickFacts(freeBytes: nil, fileSystem: nil, isReadOnly: false)
      outlook = StickPacking.Outlook(
        path: path, facts: facts, isOwnDisk: false,
        records: try laptop.standing().unsentRecords,
        expectedBytes: try laptop.store.expectedPackBytes())
    }
    if console.isJSON {
      console.json(.object([.init("dry_run", .bool(true))] + Self.members(outlook)))
      return .done
    }
    let records = outlook.records
    let kilobytes = (outlook.expectedBytes + 999) / 1_000
    console.say(
      BilingualText(
        vi: "Sẽ ghi \(records) bản ghi, khoảng \(kilobytes) kB, vào \(outlook.path). Mới chỉ xem "
          + "thử: chưa ghi gì.",
        en: "\(counted(records, "record", "records")), about \(kilobytes) kB, would be written to "
          + "\(outlook.path). This was a preview: nothing was written."))
    return .done
  }

  private static func members(_ outlook: StickPacking.Outlook) -> [JSONValue.Member] {
    [
      .init("folder", .text(outlook.path)), .init("records", .integer(Int64(outlook.records))),
      .init("file_system", .text(orNull: outlook.facts.fileSystem)),
      .init(
        "free_bytes", .integer(orNull: outlook.facts.freeBytes.map { Int64(clamping: $0) })),
      .init("own_disk", .bool(outlook.isOwnDisk)),
      .init("expected_bytes", .integer(Int64(outlook.expectedBytes))),
      .init("cleaned_files", .integer(Int64(outlook.cleanedFiles))),
    ]
  }

  private func tell(_ result: StickPacking.Result, _ console: Console) {
    let (outlook, round) = (result.outlook, result.round)
    if console.isJSON {
      console.json(
        .object(
          [.init("dry_run", .bool(false)), .init("pack", .integer(Int64(clamping: round.number)))]
            + Self.members(outlook) + [
              .init("batches", .integer(Int64(round.batches))),
              .init("operations", .integer(round.operations)),
              .init("bytes", .integer(Int64(result.written.byteCount))),
              .init("files", .array(result.written.files.map { .text($0) })),
              .init("locked", .bool(round.isLocked)),
            ]))
      return
    }
    if outlook.cleanedFiles > 0 { console.note(PackWords.cleaned(outlook.cleanedFiles)) }
    console.say(PackWords.written(round, records: outlook.records))
    console.say(PackWords.readBack(result.written, in: outlook.path))
    if outlook.isOwnDisk {
      console.note(PackWords.ownDisk)
    } else {
      console.say(PackWords.removable)
    }
    if round.isLocked { console.note(PackWords.locked(on: .commands)) }
  }
}

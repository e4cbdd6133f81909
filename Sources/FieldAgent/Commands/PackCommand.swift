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
    if outlook.cleanedFiles > 0 {
      console.note(
        BilingualText(
          vi: "Đã dọn \(outlook.cleanedFiles) tệp ghi dở của lần trước trên USB.",
          en: "\(counted(outlook.cleanedFiles, "half-written file", "half-written files")) of an "
            + "earlier try taken off the stick."))
    }
    console.say(Self.written(round, records: outlook.records))
    console.say(
      BilingualText(
        vi: "Đã đọc lại và so khớp \(result.written.files.count) tệp "
          + "(\((result.written.byteCount + 999) / 1_000) kB) trong \(outlook.path).",
        en: "\(counted(result.written.files.count, "file", "files")) "
          + "(\((result.written.byteCount + 999) / 1_000) kB) in \(outlook.path), read back and "
          + "compared."))
    if outlook.isOwnDisk {
      console.note(
        BilingualText(
          vi:
            "Thư mục này nằm trên chính ổ đĩa của máy, không phải USB. Hãy chép nó sang USB, hoặc chỉ thư mục của USB.",
          en:
            "This folder is on the laptop's own disk and not on a stick. Copy it to one, or name the stick's folder."
        ))
    } else {
      console.say(
        BilingualText(vi: "Có thể rút USB.", en: "You can remove the stick."))
    }
    if round.isLocked {
      console.note(
        BilingualText(
          vi: "Máy này vừa được phục hồi nên chỉ hỏi trung tâm, chưa nộp bản ghi nào. Hãy mang gói "
            + "trả lời về, chạy “camtay unpack”, rồi ghi lại.",
          en: "This laptop was restored: it only asks the centre and hands no record over yet. "
            + "Bring the return, run “camtay unpack”, and pack again."))
    }
  }

  private static func written(_ round: PackedRound, records: Int) -> BilingualText {
    guard round.batches > 0 else {
      return BilingualText(
        vi: "Không có gì mới để nộp; đã ghi báo cáo (gói số \(round.number)) để trung tâm biết máy "
          + "này vẫn hoạt động.",
        en: "There is nothing new to hand over; a report was written (pack number "
          + "\(round.number)), so that the centre hears of this laptop.")
    }
    return BilingualText(
      vi:
        "Đã ghi \(records) bản ghi (\(round.operations) thao tác, gói số \(round.number)) ra USB. "
        + "Chúng vẫn ở trong máy đến khi trung tâm xác nhận.",
      en: "\(counted(records, "record", "records")) written "
        + "(\(counted(round.operations, "operation", "operations")), pack number "
        + "\(round.number)). They stay on this laptop until the centre confirms them.")
  }
}

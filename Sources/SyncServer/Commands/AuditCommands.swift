import CommandLine
import FieldWork
import Listings

/// `audit list`: who saw, exported and changed what, the latest first.
struct AuditListCommand: Command {
  let context: CommandContext

  let name = ["audit", "list"]
  let abstract = BilingualText(
    vi: "ai đã xem, xuất, sửa gì ở trung tâm", en: "who saw, exported, changed what at the centre")
  let arguments: [Argument] =
    [
      .option("by", "ACCOUNT", AuditWords.who, maximumBytes: 100),
      .option(
        "act", "ACT", AuditWords.what, kind: .choice(AuditEvent.Act.allCases.map(\.rawValue))),
    ] + ListPage.arguments()

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    var wanted = AuditLog.Wanted()
    wanted.account = invocation.text("by")
    wanted.act = invocation.text("act")
    let page = ListPage(invocation)
    let found = try context.centre(invocation).read { reader in
      try AuditLog(reader.connection).entries(wanted, limit: page.limit, offset: page.offset)
    }
    let language = console.language
    page.part(found.entries, of: found.total).write(
      to: console,
      Table(
        [
          .number(AuditWords.number), .text(AuditWords.when), .text(AuditWords.who),
          .text(AuditWords.what), .text(AuditWords.subject), .text(AuditWords.detail),
        ],
        found.entries.map { entry in
          [
            String(entry.number), Format.dateTime(LocalDateTime(time: entry.at)),
            entry.account ?? AuditWords.keeper.text(in: language),
            entry.words.text(in: language), entry.subject, entry.detail,
          ]
        }, empty: AuditWords.empty), json: "entries"
    ) { entry in
      [
        "number": .integer(entry.number), "at": .text(LocalDateTime(time: entry.at).iso),
        "account": .text(orNull: entry.account), "act": .text(entry.act),
        "subject": .text(entry.subject), "detail": .text(entry.detail),
      ]
    }
    return .done
  }
}

/// `audit verify`: whether every line of the log follows from the one before.
struct AuditVerifyCommand: Command {
  let context: CommandContext

  let name = ["audit", "verify"]
  let abstract = BilingualText(
    vi: "kiểm tra nhật ký còn nguyên vẹn", en: "check that the log is whole")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let verdict = try context.centre(invocation).read { try AuditLog($0.connection).verify() }
    if console.isJSON {
      switch verdict {
      case .whole(let lines, _):
        console.json([
          "whole": true, "lines": .integer(lines), "head": .text(AuditWords.headText(verdict)),
        ])
      case .broken(let number): console.json(["whole": false, "broken_at": .integer(number)])
      }
    } else {
      console.say(AuditWords.words(of: verdict))
    }
    if case .whole = verdict { return .done }
    return .damagedInput
  }
}

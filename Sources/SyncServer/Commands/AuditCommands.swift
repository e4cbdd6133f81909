import CommandLine
import FieldWork
import Listings
import SyncProtocol

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
        }, empty: AuditWords.empty), json: "entries", \.json)
    return .done
  }
}

/// `audit verify`: whether every line of the log follows from the one before.
struct AuditVerifyCommand: Command {
  let context: CommandContext

  let name = ["audit", "verify"]
  let abstract = BilingualText(
    vi: "kiểm tra nhật ký còn nguyên vẹn", en: "check that the log is whole")
  let arguments: [Argument] = [
    .option(
      "head", "HASH",
      BilingualText(
        vi: "mã cuối chuỗi đã ghi lại trước đây (trong tệp xuất, hoặc của lệnh này): kiểm tra nó "
          + "vẫn còn trong nhật ký",
        en: "the head of the chain as noted before (in an export, or by this command): checks that "
          + "the log still holds it"),
      kind: .checked { text in
        Hexadecimal.decode(text)?.count == 32
          ? nil : BilingualText(vi: "cần 64 chữ số hexa", en: "64 hexadecimal digits are needed")
      })
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let noted = invocation.text("head").flatMap { Hexadecimal.decode($0) }
    let (verdict, line) = try context.centre(invocation).read { reader in
      let log = AuditLog(reader.connection)
      return (try log.verify(), try noted.map { try log.line(withHash: $0) })
    }
    if case .some(nil) = line { throw Self.headIsGone }
    if console.isJSON {
      switch verdict {
      case .whole(let lines, _):
        console.json([
          "whole": true, "lines": .integer(lines), "head": .text(AuditWords.headText(verdict)),
          "noted_at": (line ?? nil).map { .integer($0) } ?? .null,
        ])
      case .broken(let number): console.json(["whole": false, "broken_at": .integer(number)])
      }
    } else {
      console.say(AuditWords.words(of: verdict))
      if case .whole = verdict {
        console.say(AuditWords.keep(AuditWords.headText(verdict)))
      }
    }
    if case .whole = verdict { return .done }
    return .damagedInput
  }

  private static let headIsGone = Failure(
    code: "audit-head-gone", exitCode: .damagedInput,
    words: BilingualText(
      vi: "Không dòng nào của nhật ký có mã này: nhật ký đã bị cắt hoặc viết lại sau khi mã được "
        + "ghi. Hãy giữ nguyên kho và so với bản sao lưu.",
      en: "No line of the log has this hash: it was cut or written anew since the hash was noted. "
        + "Leave the store as it is and compare it with a backup."))
}

extension AuditEntry {
  /// With stable keys.
  var json: JSONValue {
    [
      "number": .integer(number), "at": .text(LocalDateTime(time: at).iso),
      "account": .text(orNull: account), "act": .text(act), "subject": .text(subject),
      "detail": .text(detail),
    ]
  }

  /// What stands in `json`.
  static let schema = AnswerSchema.object([
    .init("number", .integer, "1, 2, 3, without gaps."), .init("at", .minute, ""),
    .init("account", .optional(.text), "Null for whoever keeps the machine."),
    .init("act", .text, "What was done."), .init("subject", .text, "To what."),
    .init("detail", .text, ""),
  ])
}

import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `flags`: which visits of a period are worth a second look, and why.
struct FlagsCommand: Command {
  let context: CommandContext

  let name = ["flags"]
  let abstract = BilingualText(
    vi: "lượt thăm nên xem lại, kèm lý do; không đổi số liệu nào",
    en: "visits worth a second look, with the reasons; no number changes")
  let arguments: [Argument] =
    [
      .option("from", "DATE", ReviewPageWords.from, maximumBytes: 40),
      .option("to", "DATE", ReviewPageWords.to, maximumBytes: 40),
      .option(
        "kind", "FLAG", BilingualText(vi: "chỉ một loại cờ", en: "flags of one kind"),
        kind: .choice(FlagKind.allCases.map(\.rawValue))),
    ] + ListPage.arguments()

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let page = ListPage(invocation)
    let wish = ReviewWish(try ReviewWish.typedDays(["from", "to"], invocation), now: context.now)
    let centre = try context.centre(invocation)
    let (sheet, days) = try centre.read {
      let days = try wish.flagged($0, today: context.today)
      return (try centre.flagShelf.sheet(days, $0), days)
    }
    let kind = invocation.text("kind").flatMap(FlagKind.init(rawValue:))
    let all = sheet.visits(kind, of: days).flatMap { visit in
      (sheet.flags[visit] ?? []).filter { kind == nil || $0.kind == kind }
    }
    let part = page.part(of: all)
    let codes = try centre.read { reader in
      try part.elements.map { try reader.codeText(of: $0.visit, in: VisitTable.definition) }
    }
    let shown = Array(zip(part.elements, codes))
    ListPart(shown, of: part.total, offset: part.offset).write(
      to: console,
      Table(
        [
          .text(ReviewPageWords.visit), .text(FlagPages.flag),
          .text(BilingualText(vi: "Vì sao", en: "Why")),
        ],
        shown.map { flag, code in
          [
            code, FlagPages.words(flag).text(in: console.language),
            flag.kind.reason.text(in: console.language),
          ]
        },
        empty: BilingualText(
          vi: "Không lượt thăm nào trong kỳ này có cờ.", en: "No visit of this period is flagged.")),
      json: "flags"
    ) { flag, code in
      [
        "visit": .text(code), "kind": .text(flag.kind.rawValue),
        "number": .integer(orNull: flag.number.map(Int64.init)),
        "why": .text(flag.kind.reason.text(in: console.language)),
        "look_at": .text(flag.kind.advice.text(in: console.language)),
      ]
    }
    return .done
  }
}

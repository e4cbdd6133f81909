import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `assist duplicates`: which assists may be written down twice, as the page lists them.
struct AssistDuplicatesCommand: Command {
  let context: CommandContext

  let name = ["assist", "duplicates"]
  let abstract = BilingualText(
    vi: "những lượt hỗ trợ có thể bị ghi hai lần, kèm lý do",
    en: "assists that may be written down twice, with the reasons")
  let arguments = ListPage.arguments(limit: 50)

  private struct Line: Sendable {
    let pair: AssistPair
    let codes: [String]
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let page = ListPage(invocation, limit: 50)
    let centre = try context.centre(invocation)
    let (lines, total) = try centre.read { reader in
      let open = try centre.assistPairShelf.all(reader, within: .everything)
      let part = page.part(of: open)
      return (
        try part.elements.map { pair in
          Line(
            pair: pair,
            codes: try [pair.one.row, pair.other.row].map {
              try reader.codeText(of: $0, in: AssistTable.definition)
            })
        }, part.total
      )
    }
    let language = console.language
    page.part(lines, of: total).write(
      to: console,
      Table(
        [
          .number(DuplicateWords.score), .text(DuplicateWords.one), .text(DuplicateWords.other),
          .text(DuplicateWords.reasons),
        ],
        lines.map { line in
          [String(line.pair.points)] + line.codes
            + [line.pair.reasons.map { $0.words.text(in: language) }.joined(separator: "; ")]
        }, empty: AssistPairWords.none), json: "pairs"
    ) { line in
      [
        "score": .integer(Int64(line.pair.points)), "one": .text(line.codes[0]),
        "other": .text(line.codes[1]),
        "reasons": .array(line.pair.reasons.map { .text($0.code) }),
      ]
    }
    guard !console.isJSON, !lines.isEmpty else { return .done }
    console.say(
      BilingualText(
        vi: "Cùng một lượt: assist link MÃ_GIỮ MÃ_HỦY. Hai lượt khác nhau: assist link MÃ MÃ "
          + "--not-same, cặp đó không hiện lại. Lấy lại: assist unlink MÃ MÃ. Chưa có gì bị thay "
          + "đổi.",
        en: "One assist: assist link KEPT VOIDED. Two assists: assist link CODE CODE --not-same, "
          + "and "
          + "the pair is not shown again. To take it back: assist unlink CODE CODE. Nothing was "
          + "changed."))
    return .done
  }
}

/// `assist link` and `assist unlink`: what the page of two assists does.
struct AssistPairCommand: Command {
  let context: CommandContext
  let isLink: Bool

  var name: [String] { ["assist", isLink ? "link" : "unlink"] }
  var abstract: BilingualText {
    isLink
      ? BilingualText(
        vi: "nói hai lượt hỗ trợ là một: giữ lượt thứ nhất, hủy lượt thứ hai; hoặc là hai",
        en: "say that two assists are one: keep the first, void the second; or that they are two")
      : BilingualText(
        vi: "thôi điều đã nói về hai lượt hỗ trợ", en: "take back what was said of two assists")
  }
  var arguments: [Argument] {
    [
      .positional("one", BilingualText(vi: "mã lượt thứ nhất", en: "code of the first")),
      .positional("other", BilingualText(vi: "mã lượt thứ hai", en: "code of the second")),
    ]
      + (isLink
        ? [.flag("not-same", BilingualText(vi: "là hai lượt", en: "they are two"))] : [])
      + [ReviewArguments.dryRun]
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let isDryRun = invocation.flag("dry-run")
    let actor = try CommandGuard.actor(invocation)
    let language = console.language
    let (codes, effect) = try context.centre(invocation).change { records, clock in
      let rows = try ["one", "other"].map {
        try records.reader.resolveOne(invocation.requiredText($0), as: .assist)
      }
      guard rows[0] != rows[1] else { throw FieldError.linkToItself }
      let couple = AssistCouple(rows[0], rows[1])
      let standing = try AssistRulingBook(records.store.connection).standing()[couple]
      let act: AssistPairAct =
        isLink ? invocation.flag("not-same") ? .apart : .keep(rows[0]) : .undo
      if case .keep = act, standing != nil { throw FieldError.nothingToChange }
      let effect = try act.effect(on: couple, standing, records, in: language, clock)
      if !isDryRun {
        let member = try records.coordinator(invocation)
        try act.perform(on: couple, records, in: language, member: member, actor, clock)
      }
      return (
        try rows.map { try records.reader.codeText(of: $0, in: AssistTable.definition) },
        AssistPairWords.words(of: effect)
      )
    }
    guard !console.isJSON else {
      console.json([
        "dry_run": .bool(isDryRun), "assists": .array(codes.map { .text($0) }),
        "effect": .text(effect.text(in: language)),
      ])
      return .done
    }
    let head =
      isDryRun
      ? BilingualText(vi: "Chỉ xem, chưa ghi gì", en: "A preview, nothing was written")
      : BilingualText(vi: "Đã ghi", en: "Done")
    console.say(
      head + BilingualText(same: ": \(codes.joined(separator: " – ")). ") + effect)
    return .done
  }
}

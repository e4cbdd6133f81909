import CommandLine
import FieldWork
import Listings

/// `household duplicates`: which households may be recorded twice, as the page lists them.
struct HouseholdDuplicatesCommand: Command {
  let context: CommandContext

  let name = ["household", "duplicates"]
  let abstract = BilingualText(
    vi: "những hộ có thể bị ghi hai lần, kèm lý do",
    en: "households that may be recorded twice, with the reasons")
  let arguments =
    DuplicateListing.arguments + [
      .option(
        "unit", "CODE",
        BilingualText(vi: "chỉ một xã, theo mã", en: "one commune only, by its code"),
        maximumBytes: 20)
    ]

  private struct Line: Sendable {
    let score: DuplicateScore
    let names: [DuplicateName]
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let unit = try invocation.text("unit").map { try GrantChanges.unit($0) }
    let page = ListPage(invocation, limit: 50)
    let centre = try context.centre(invocation)
    let found = try centre.read { reader -> (lines: [Line], total: Int)? in
      let open = try centre.duplicateShelf.pairs(
        .household, inUnit: unit, on: context.today, reader)
      guard let open else { return nil }
      let part = page.part(of: open.pairs)
      let lines = try part.elements.map { pair in
        Line(
          score: pair.score,
          names: try [pair.one, pair.other].map { try DuplicateName($0, .household, reader) })
      }
      return (lines, part.total)
    }
    guard let found else {
      throw Failure(
        code: "too-many-residents", exitCode: .userError,
        words: BilingualText(
          vi: "Ở đây có quá nhiều hộ để so cùng lúc; hãy xem từng xã: thêm --unit MÃ_XÃ.",
          en: "There are too many households here to compare at once; look commune by commune: add "
            + "--unit CODE."))
    }
    let language = console.language
    page.part(found.lines, of: found.total).write(
      to: console,
      Table(
        [
          .number(DuplicateWords.score), .text(DuplicateWords.one), .text(DuplicateWords.other),
          .text(DuplicateWords.reasons),
        ],
        found.lines.map { line in
          [String(line.score.points)] + line.names.map(\.line)
            + [line.score.words(in: language)]
        }, empty: DuplicateWords.none), json: "pairs"
    ) { line in
      .object(
        [.init("score", .integer(Int64(line.score.points)))]
          + zip(["one", "other"], line.names).map { .init($0, $1.json) }
          + [.init("reasons", line.score.json(in: language))])
    }
    guard !console.isJSON, !found.lines.isEmpty else { return .done }
    console.say(
      BilingualText(
        vi: "Cùng một hộ: household link MÃ MÃ. Hai hộ khác nhau: household link MÃ MÃ --not-same, "
          + "cặp đó không hiện lại. Lấy lại: household unlink MÃ MÃ. Chưa có gì bị thay đổi.",
        en: "One household: household link CODE CODE. Two households: household link CODE CODE "
          + "--not-same, and the pair is not shown again. To take it back: household unlink CODE "
          + "CODE. Nothing was changed."))
    return .done
  }
}

extension DuplicateName {
  /// In one line.
  fileprivate var line: String {
    [name, code, detail].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// With stable keys.
  fileprivate var json: JSONValue {
    ["code": .text(code), "name": .text(orNull: name), "detail": .text(detail)]
  }
}

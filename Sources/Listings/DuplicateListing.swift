import CommandLine
import FieldWork
import SyncProtocol

/// `resident duplicates`: the same list at a laptop and at the centre.
package struct DuplicateListing: Sendable {
  private let pairs: [DuplicatePair]
  private let total: Int
  private let page: ListPage

  /// What the line takes.
  package static let arguments = ListPage.arguments(limit: 50)
  /// What `--help` says.
  package static let abstract = BilingualText(
    vi: "những người có thể bị ghi hai lần, kèm lý do",
    en: "residents who may be recorded twice, with the reasons")

  /// More residents than this are looked through commune by commune: 120 MB of memory.
  private static let residentLimit = 400_000

  /// Looks through all residents that a store holds, or those of one commune.
  package init(_ invocation: Invocation, _ reader: RecordReader, unit: String? = nil) throws {
    page = ListPage(invocation, limit: 50)
    if unit == nil {
      let count = try reader.residentCount()
      guard count <= Self.residentLimit else {
        throw Failure(
          "too-many-residents", .userError,
          BilingualText(
            vi: "Ở đây có \(count) người; hãy xem từng xã: thêm --unit MÃ_XÃ.",
            en: "There are \(count) residents here; look commune by commune: add --unit CODE."))
      }
    }
    (pairs, total) = try reader.duplicateResidents(
      inUnit: unit, limit: page.limit, offset: page.offset)
  }

  /// Writes the list.
  package func write(to console: Console) {
    let language = console.language
    page.part(pairs, of: total).write(
      to: console,
      Table(
        [
          .number(BilingualText(vi: "Điểm", en: "Score")),
          .text(BilingualText(vi: "Người thứ nhất", en: "One")),
          .text(BilingualText(vi: "Người thứ hai", en: "Other")),
          .text(BilingualText(vi: "Lý do", en: "Reasons")),
          .text(BilingualText(vi: "Nếu là một", en: "If they are one")),
        ],
        pairs.map { pair in
          [
            String(pair.score.points), pair.one.line(in: language), pair.other.line(in: language),
            pair.score.words(in: language), Self.effect(of: pair).text(in: language),
          ]
        },
        empty: BilingualText(
          vi: "Không thấy ai bị ghi hai lần trong dữ liệu máy này đang giữ.",
          en: "Nobody seems to be recorded twice among the data held here.")),
      json: "pairs"
    ) { pair in
      [
        "score": .integer(Int64(pair.score.points)), "one": pair.one.json, "other": pair.other.json,
        "reasons": pair.score.json(in: language),
        "fewer_residents": .integer(Int64(pair.fewerResidents)),
      ]
    }
    guard !console.isJSON, !pairs.isEmpty else { return }
    console.say(
      BilingualText(
        vi: "Cùng một người: resident link MÃ MÃ (thêm --dry-run để xem số đếm đổi ra sao). Hai "
          + "người khác nhau: resident link MÃ MÃ --not-same, cặp đó không hiện lại. Lấy lại: "
          + "resident unlink MÃ MÃ. Chưa có gì bị thay đổi.",
        en: "One person: resident link CODE CODE (add --dry-run to see how the counts change). Two "
          + "people: resident link CODE CODE --not-same, and the pair is not shown again. To take "
          + "it back: resident unlink CODE CODE. Nothing was changed."))
  }

  private static func effect(of pair: DuplicatePair) -> BilingualText {
    pair.fewerResidents == 0
      ? BilingualText(vi: "số đếm không đổi", en: "no count changes")
      : BilingualText(
        vi: "bớt \(pair.fewerResidents) người; lượt hỗ trợ giữ nguyên",
        en: "\(pair.fewerResidents) resident fewer; assists stay")
  }
}

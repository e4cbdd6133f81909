import CommandLine
import FieldWork
import Listings

/// `place find TEXT…`: communes and provinces by name or code, today's and those of before.
struct PlaceFindCommand: Command {
  let context: CommandContext

  let name = ["place", "find"]
  let abstract = BilingualText(
    vi: "tìm mã xã, kể cả theo tên cũ", en: "find a commune's code, also by its old name")
  let arguments: [Argument] =
    [
      .positional(
        "text",
        BilingualText(vi: "tên hoặc mã, không cần dấu", en: "name or code, marks not needed"),
        repeats: true, maximumBytes: 200)
    ] + ListPage.arguments(limit: ListPage.searchLimit)

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let text = invocation.texts("text").joined(separator: " ")
    let part = ListPage(invocation, limit: ListPage.searchLimit)
      .part(of: PlaceSearch.find(text, limit: .max).flatMap { Self.lines($0.match) })
    let language = console.language
    part.write(
      to: console,
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")), .text(BilingualText(vi: "Nơi", en: "Place")),
          .text(BilingualText(vi: "Tên cũ", en: "Formerly")),
        ], part.elements.map { [$0.commune.code, $0.name, $0.former?.text(in: language) ?? ""] },
        empty: BilingualText(
          vi: "Không tìm thấy xã nào tên như vậy.", en: "No commune is called anything like it.")),
      json: "places"
    ) {
      [
        "code": .text($0.commune.code), "name": .text($0.commune.fullName),
        "province": .text($0.commune.provinceCode),
        "former": .text(orNull: $0.former?.text(in: language)),
      ]
    }
    return part.total == 0 ? .userError : .done
  }

  private struct Line {
    let commune: Commune
    let former: BilingualText?

    var name: String {
      let province = Provinces.province(code: commune.provinceCode)?.name
      return [commune.fullName, province].compactMap(\.self).joined(separator: ", ")
    }
  }

  private static func lines(_ match: PlaceSearch.Match) -> [Line] {
    switch match {
    case .current(let commune): [Line(commune: commune, former: nil)]
    case .former(let former, let became):
      became.map {
        Line(
          commune: $0,
          former: BilingualText(same: "\(former.fullName), \(former.district) (\(former.code))"))
      }
    case .earlier(let unit, let became):
      became.map { Line(commune: $0, former: BilingualText(same: "\(unit.fullName)")) }
    }
  }
}

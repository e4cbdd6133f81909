import CommandLine
import FieldWork

/// `place find TEXT…`: communes of today and of before, with or without marks; needs no home.
package struct PlaceFindCommand: Command {
  /// The words that call it.
  package let name = ["place", "find"]
  /// What it does.
  package let abstract = BilingualText(
    vi: "tra cứu xã, phường, cả tên cũ", en: "look up communes, former ones too")
  /// What is looked for, and which part of the answer.
  package let arguments: [Argument] =
    [
      .positional(
        "query", BilingualText(vi: "tên hoặc mã", en: "name or code"), repeats: true,
        maximumBytes: 200)
    ] + ListPage.arguments(limit: ListPage.searchLimit)

  /// The command; it asks the list that is compiled in.
  package init() {}

  /// Lists what matches, the best first.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let hits = PlaceSearch.find(
      invocation.texts("query").joined(separator: " "), limit: .max)
    let part = ListPage(invocation, limit: ListPage.searchLimit).part(of: hits)
    let lines = part.elements.map { Line($0.match) }
    part.write(
      to: console,
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")), .text(BilingualText(vi: "Tên", en: "Name")),
          .text(BilingualText(vi: "Tỉnh, thành phố", en: "Province")),
          .text(BilingualText(vi: "Nay là", en: "Now")),
        ],
        lines.map { line in
          let now = line.became.map { "\($0.fullName) (\($0.code))" }.joined(separator: "; ")
          return [line.code, line.name, line.province, now]
        },
        empty: BilingualText(vi: "Không có xã, phường nào khớp.", en: "No commune matches.")),
      json: "places"
    ) { hit in
      let line = Line(hit.match)
      return [
        "code": .text(line.code), "name": .text(line.name),
        "province": .text(line.province), "current": .bool(line.became.isEmpty),
        "level": .text("\(hit.level)"),
        "became": .array(
          line.became.map { ["code": .text($0.code), "name": .text($0.fullName)] }),
      ]
    }
    return .done
  }

  private struct Line {
    let code: String
    let name: String
    let province: String
    var became: [Commune] = []

    init(_ match: PlaceSearch.Match) {
      switch match {
      case .current(let commune):
        code = commune.code
        name = commune.fullName
        province = Provinces.province(code: commune.provinceCode)?.name ?? ""
      case .former(let former, let became):
        code = former.code
        name = "\(former.fullName), \(former.district)"
        province = Provinces.formerProvince(code: former.provinceCode)?.name ?? ""
        self.became = became
      case .earlier(let unit, let became):
        code = unit.code
        name = "\(unit.fullName), \(unit.district)"
        province = unit.province
        self.became = became
      }
    }
  }
}

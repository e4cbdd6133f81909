import CommandLine
import FieldWork
import Listings
import Replica

/// `place find`: communes of today and of before, with or without marks; needs no home.
struct PlaceFind: Command {
  let name = ["place", "find"]
  let abstract = BilingualText(
    vi: "tra cứu xã, phường, cả tên cũ", en: "look up communes, former ones too")
  let arguments: [Argument] =
    [
      .positional(
        "query", BilingualText(vi: "tên hoặc mã", en: "name or code"), repeats: true)
    ] + ListPage.arguments(limit: ListPage.searchLimit)

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
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

/// `place list`: the hamlets whose households this laptop holds.
struct PlaceList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["place", "list"]
  let abstract = BilingualText(vi: "các thôn của máy này", en: "the hamlets of this laptop")
  let arguments = [
    Argument.flag(
      "all", BilingualText(vi: "cả thôn của máy khác", en: "those of other laptops too"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let held = try laptop.store.grantedScopes()
    let today = try laptop.today()
    let map = try PlaceMap(laptop.records.reader)
    let places = try laptop.records.reader.places().filter { place in
      place.isValid(on: today)
        && (invocation.flag("all") || place.householdScope.map(held.contains) ?? false)
    }
    func unit(_ place: Place) -> String? { map.unit(of: place, on: today) ?? place.communeCode }
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")),
          .text(BilingualText(vi: "Thôn", en: "Hamlet")),
          .text(BilingualText(vi: "Xã, phường", en: "Commune")),
        ],
        places.map { place in
          let commune = unit(place).map { map.name(of: $0, on: today) ?? $0 }
          return [place.codeText, place.name ?? "", commune ?? ""]
        },
        empty: BilingualText(
          vi: "Danh sách thôn chưa về máy này; hãy chạy “camtay sync” khi có mạng.",
          en: "Hamlets have not arrived here yet; run “camtay sync” with a network.")),
      json: .array(
        places.map {
          [
            "code": .text($0.codeText), "id": .text(String($0.id.rawValue)),
            "name": .text(orNull: $0.name), "kind": .text(orNull: $0.kind?.name),
            "commune": .text(orNull: unit($0)),
          ]
        }))
    return .done
  }
}

import CommandLine
import FieldWork
import Listings
import Replica

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

import CommandLine
import FieldWork
import Listings
import Replica

/// `household list`.
struct HouseholdList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["household", "list"]
  let abstract = BilingualText(vi: "danh sách hộ", en: "list households")
  let arguments: [Argument] =
    [
      .option("place", "HAMLET", BilingualText(vi: "chỉ thôn này", en: "only this hamlet")),
      .flag("voided", BilingualText(vi: "kể cả hộ đã hủy", en: "voided ones too")),
      .flag("moved", BilingualText(vi: "kể cả hộ đã chuyển đi", en: "those that moved away too")),
    ] + ListPage.arguments()

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let reader = try laptopToRead(invocation, console).records.reader
    let place = try invocation.text("place").map { try reader.findPlace($0).id }
    let page = ListPage(invocation)
    let isVoidedToo = invocation.flag("voided")
    let isMovedToo = invocation.flag("moved")
    let part = page.part(
      try reader.households(
        place: place, includingVoided: isVoidedToo, includingMoved: isMovedToo,
        page: page.records),
      of: try reader.householdCount(
        place: place, includingVoided: isVoidedToo, includingMoved: isMovedToo))
    let voided =
      part.elements.isEmpty && !isVoidedToo
      ? try reader.householdCount(place: place, includingVoided: true, includingMoved: isMovedToo)
      : 0
    let moved =
      part.elements.isEmpty && !isMovedToo
      ? try reader.householdCount(place: place, includingMoved: true) : 0
    let lines = try part.elements.map { household in
      (household, try household.place.flatMap { try reader.record(Place.self, $0)?.name })
    }
    try part.write(
      to: console,
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")), .text(BilingualText(vi: "Tên", en: "Name")),
          .text(BilingualText(vi: "Thôn", en: "Hamlet")),
          .text(BilingualText(vi: "Địa chỉ", en: "Address")),
          .text(BilingualText(vi: "Điện thoại", en: "Telephone")),
        ],
        lines.map { [$0.codeText, $0.name ?? "", $1 ?? "", $0.address ?? "", $0.phone ?? ""] },
        empty: moved > 0
          ? BilingualText(
            vi: "Không còn hộ nào; \(moved) hộ đã chuyển đi, xem bằng --moved.",
            en: "No household is here now; \(moved) moved away, see --moved.")
          : voided > 0
            ? BilingualText(
              vi: "Không còn hộ nào; \(voided) hộ đã hủy, xem bằng --voided.",
              en: "No household stands here; \(counted(voided, "is", "are")) voided, see --voided.")
            : place == nil
              ? BilingualText(
                vi: "Chưa có hộ nào trên máy này.", en: "No household is on this laptop yet.")
              : BilingualText(
                vi: "Thôn này chưa có hộ nào trên máy này.",
                en: "No household of this hamlet is on this laptop yet.")),
      json: "households"
    ) { try $0.json(reader) }
    return .done
  }
}

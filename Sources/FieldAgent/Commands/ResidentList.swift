import CommandLine
import FieldWork
import Listings
import Replica

/// `resident list`: by given name, as lists of people are sorted.
struct ResidentList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["resident", "list"]
  let abstract = BilingualText(vi: "danh sách người dân", en: "list residents")
  let arguments: [Argument] =
    [
      .option("household", "CODE", BilingualText(vi: "chỉ hộ này", en: "only this household")),
      .flag("voided", BilingualText(vi: "kể cả người đã hủy", en: "voided ones too")),
      .flag("moved", BilingualText(vi: "kể cả người đã chuyển đi", en: "those who moved away too")),
    ] + ListPage.arguments()

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let reader = try laptopToRead(invocation, console).records.reader
    let household = try invocation.text("household").map {
      try reader.resolveOne($0, as: .household)
    }
    let isVoidedToo = invocation.flag("voided")
    let isMovedToo = invocation.flag("moved")
    let part = ListPage(invocation).part(
      of: try reader.residents(
        household: household, includingVoided: isVoidedToo, includingMoved: isMovedToo, page: .all))
    let moved =
      part.elements.isEmpty && !isMovedToo
      ? try reader.residents(household: household, includingMoved: true, page: .all).count : 0
    let lines = try part.elements.map { resident in
      (resident, try resident.household.flatMap { try reader.record(Household.self, $0)?.name })
    }
    try part.write(
      to: console,
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")),
          .text(BilingualText(vi: "Họ và tên", en: "Full name")),
          .text(BilingualText(vi: "Năm sinh", en: "Born")),
          .text(BilingualText(vi: "Hộ", en: "Household")),
          .text(BilingualText(vi: "Điện thoại", en: "Telephone")),
        ],
        lines.map {
          [
            $0.codeText, $0.fullName ?? "", $0.birthYear.map(String.init) ?? "", $1 ?? "",
            $0.phone ?? "",
          ]
        },
        empty: moved > 0
          ? BilingualText(
            vi: "Không còn ai; \(moved) người đã chuyển đi, xem bằng --moved.",
            en: "Nobody is here now; \(moved) moved away, see --moved.")
          : BilingualText(
            vi: "Chưa có người dân nào trên máy này.", en: "No resident is on this laptop yet.")),
      json: "residents"
    ) { try $0.json(reader) }
    return .done
  }
}

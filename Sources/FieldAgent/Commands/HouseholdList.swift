import CommandLine
import FieldWork
import Replica

/// `household list`.
struct HouseholdList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["household", "list"]
  let abstract = Words(vi: "danh sách hộ", en: "list households")
  let arguments: [Argument] = [
    .option("place", "HAMLET", Words(vi: "chỉ thôn này", en: "only this hamlet")),
    .flag("voided", Words(vi: "kể cả hộ đã hủy", en: "voided ones too")),
    .flag("moved", Words(vi: "kể cả hộ đã chuyển đi", en: "those that moved away too")),
    ListArguments.limit, ListArguments.offset,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let reader = try laptop(invocation).records.reader
    let place = try invocation.text("place").map { try reader.findPlace($0).id }
    let households = try reader.households(
      place: place, includingVoided: invocation.flag("voided"),
      includingMoved: invocation.flag("moved"), page: ListArguments.page(invocation))
    let lines = try households.map { household in
      (household, try household.place.flatMap { try reader.record(Place.self, $0)?.name })
    }
    let json = try households.map { try $0.json(reader) }
    console.listing(
      Table(
        [
          .text(Words(vi: "Mã", en: "Code")), .text(Words(vi: "Tên", en: "Name")),
          .text(Words(vi: "Thôn", en: "Hamlet")), .text(Words(vi: "Địa chỉ", en: "Address")),
          .text(Words(vi: "Điện thoại", en: "Telephone")),
        ],
        lines.map { [$0.codeText, $0.name ?? "", $1 ?? "", $0.address ?? "", $0.phone ?? ""] },
        empty: Words(
          vi: "Chưa có hộ nào trên máy này.", en: "No household is on this laptop yet.")),
      json: .array(json))
    return .done
  }
}

/// The options of every list.
enum ListArguments {
  static let limit = Argument.option(
    "limit", "N", Words(vi: "nhiều nhất N dòng (200)", en: "at most N lines (200)"),
    kind: .integer(1...1_000_000))
  static let offset = Argument.option(
    "offset", "N", Words(vi: "bỏ qua N dòng đầu", en: "skip the first N lines"),
    kind: .integer(0...1_000_000))

  static func page(_ invocation: Invocation) -> RecordPage {
    RecordPage(
      limit: Int(invocation.integer("limit") ?? 200),
      offset: Int(invocation.integer("offset") ?? 0))
  }
}

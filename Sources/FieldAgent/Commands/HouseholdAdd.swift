import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// What can be typed about a household, the same for `add` and `edit`.
enum HouseholdArguments {
  static let fields: [Argument] = [
    .option(
      "name", "TEXT", BilingualText(vi: "tên chủ hộ hoặc cửa hàng", en: "head, or name of the shop")
    ),
    .option(
      "kind", "KIND",
      BilingualText(
        vi: "loại: \(HouseholdKind.names.joined(separator: ", "))",
        en: "one of \(HouseholdKind.names.joined(separator: ", "))")),
    .option(
      "address", "TEXT", BilingualText(vi: "địa chỉ trong thôn", en: "address within the hamlet")),
    .option("phone", "NUMBER", BilingualText(vi: "điện thoại", en: "telephone")),
    .option(
      "language", "TAG", BilingualText(vi: "tiếng nói trong nhà", en: "language spoken at home")),
    .option("note", "TEXT", BilingualText(vi: "ghi chú", en: "note")),
  ]

  static func draft(_ invocation: Invocation, place: RowID?) -> HouseholdDraft {
    HouseholdDraft(
      place: place, kind: invocation.text("kind"), name: invocation.text("name"),
      address: invocation.text("address"), phone: invocation.text("phone"),
      language: invocation.text("language"), note: invocation.text("note"))
  }
}

/// `household add`.
struct HouseholdAdd: LaptopCommand {
  let surroundings: Surroundings
  let name = ["household", "add"]
  let abstract = BilingualText(vi: "thêm một hộ", en: "add a household")
  let arguments =
    [
      Argument.option(
        "place", "HAMLET", BilingualText(vi: "thôn: mã hoặc tên", en: "hamlet: its code or name"))
    ] + HouseholdArguments.fields + [
      .flag(
        "new",
        BilingualText(
          vi: "là hộ mới, dù trông giống hộ đã có",
          en: "a new household, though one like it is on record"))
    ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    var recording = try Recording(self, invocation, console)
    let place = try recording.place(invocation.text("place"))
    let draft = HouseholdArguments.draft(invocation, place: place)
    if !invocation.flag("new") {
      let found = try recording.laptop.records.duplicateHouseholds(for: draft)
      guard found.isEmpty else {
        CandidateListing(found).write(to: console)
        return .needsAttention
      }
    }
    return try recording.save(.household) { try $0.addHousehold(draft, author: $1, clock: $2) }
  }
}

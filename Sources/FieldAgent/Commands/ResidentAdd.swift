import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// What can be typed about a resident, the same for `add` and `edit`.
enum ResidentArguments {
  static let fields: [Argument] = [
    .option("household", "CODE", BilingualText(vi: "mã hộ", en: "code of the household")),
    .option("name", "TEXT", BilingualText(vi: "họ và tên", en: "full name, family name first")),
    .option("sort-name", "TEXT", BilingualText(vi: "tên để xếp thứ tự", en: "name to sort by")),
    .option(
      "birth", "DATE",
      BilingualText(vi: "năm sinh, hoặc 3/1950, 18/03/1950", en: "year, or 3/1950, 18/03/1950")),
    .option("sex", "SEX", BilingualText(vi: "nam hoặc nữ", en: "male or female")),
    .option("phone", "NUMBER", BilingualText(vi: "điện thoại", en: "telephone")),
    .option(
      "id", "NUMBER",
      BilingualText(
        vi: "số định danh 12 số; chỉ giữ 4 số cuối và mã băm",
        en: "personal id, 12 digits; only a hash and the last 4 are kept")),
    .option("note", "TEXT", BilingualText(vi: "ghi chú", en: "note")),
  ]

  static func draft(_ invocation: Invocation, household: RowID?) -> ResidentDraft {
    ResidentDraft(
      household: household, fullName: invocation.text("name"),
      sortName: invocation.text("sort-name"), birth: invocation.text("birth"),
      sex: invocation.text("sex"), phone: invocation.text("phone"),
      personalID: invocation.text("id"), note: invocation.text("note"))
  }
}

/// `resident add`.
struct ResidentAdd: LaptopCommand {
  let surroundings: Surroundings
  let name = ["resident", "add"]
  let abstract = BilingualText(vi: "thêm một người dân vào hộ", en: "add a resident to a household")
  let arguments =
    ResidentArguments.fields + [
      .flag(
        "new",
        BilingualText(
          vi: "là người mới, dù trông giống người đã có",
          en: "somebody new, though people like this are on record"))
    ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    var recording = try Recording(self, invocation, console)
    let household = try recording.reference(invocation.text("household"), .household)
    let draft = ResidentArguments.draft(invocation, household: household)
    if !invocation.flag("new") {
      let found = try recording.laptop.records.duplicateCandidates(
        for: draft, clock: recording.laptop.clock())
      guard found.isEmpty else {
        CandidateListing(found).write(to: console)
        return .needsAttention
      }
    }
    return try recording.save(.resident) { try $0.addResident(draft, author: $1, clock: $2) }
  }
}

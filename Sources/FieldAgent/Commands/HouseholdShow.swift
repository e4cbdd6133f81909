import CommandLine
import FieldWork
import Replica

/// `household show`: the household, its residents and its visits.
struct HouseholdShow: LaptopCommand {
  let surroundings: Surroundings
  let name = ["household", "show"]
  let abstract = BilingualText(
    vi: "xem một hộ, người trong hộ và các lượt thăm", en: "show a household with its visits")
  let arguments = [
    Argument.positional("code", BilingualText(vi: "mã hộ", en: "code of the household"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let reader = try laptopToRead(invocation, console).records.reader
    let asked = try reader.resolveOne(invocation.requiredText("code"), as: .household)
    let moved = try reader.moved(asked, .household)
    // Where the household lives on, if that is here.
    let id = try reader.present(asked, .household)
    let household = try reader.existing(Household.self, id)
    // Who went to a place that is not held here is shown as last known here.
    let residents = try reader.people(of: id, includingMoved: moved?.code == nil)
    // Visits stay where they happened.
    let earlier = try reader.earlierRows(of: id, .household).flatMap {
      try reader.visits(household: $0, includingVoided: true, page: .all)
    }
    let visits =
      try reader.visits(household: id, includingVoided: true, page: .all) + earlier
    let links = try LinkLines(of: id, .household, reader)
    guard !console.isJSON else {
      let members = try household.json(reader).objectValue ?? []
      console.json(
        .object(
          members + [
            links.json,
            .init(
              "asked", .text(try reader.codeText(of: asked, in: RecordCode.Kind.household.table))),
            .init("residents", .array(try residents.map { try $0.json(reader) })),
            .init("visits", .array(try visits.map { try $0.json(reader) })),
          ]))
      return .done
    }
    if id != asked {
      let old = try reader.codeText(of: asked, in: RecordCode.Kind.household.table)
      console.say(
        BilingualText(
          vi: "\(old) đã chuyển đi. Đây là hộ đó ở nơi mới: \(household.codeText).",
          en: "\(old) has moved. This is the household at its new place: \(household.codeText)."))
    }
    try Details.say(try household.json(reader), .household, reader, console)
    links.say(console)
    console.table(
      [
        .text(BilingualText(vi: "Mã", en: "Code")),
        .text(BilingualText(vi: "Họ và tên", en: "Name")),
        .text(BilingualText(vi: "Năm sinh", en: "Born")),
        .text(BilingualText(vi: "Điện thoại", en: "Telephone")),
        .text(BilingualText(vi: "Số cuối", en: "Id ends")),
      ],
      residents.map {
        [
          $0.codeText, $0.fullName ?? "", $0.birthYear.map(String.init) ?? "", $0.phone ?? "",
          $0.idLast4 ?? "",
        ]
      }, empty: BilingualText(vi: "Chưa ghi ai trong hộ.", en: "No resident is recorded."))
    console.table(
      VisitList.columns, try visits.map { try VisitList.row($0, reader, console.language) },
      empty: BilingualText(vi: "Chưa có lượt thăm nào.", en: "No visit is recorded."))
    return .done
  }
}

import CommandLine
import FieldWork
import Listings
import Replica

/// `assist list`.
struct AssistList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["assist", "list"]
  let abstract = BilingualText(vi: "danh sách lượt hỗ trợ", en: "list assists")
  let arguments: [Argument] =
    [
      .option("visit", "CODE", BilingualText(vi: "chỉ lượt thăm này", en: "only this visit")),
      .option("resident", "CODE", BilingualText(vi: "chỉ người này", en: "only this resident")),
      PeriodArguments.period,
      .flag("voided", BilingualText(vi: "kể cả lượt đã hủy", en: "voided ones too")),
    ] + ListPage.arguments()

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let reader = laptop.records.reader
    let assists = try reader.assists(
      visit: try invocation.text("visit").map { try reader.resolveOne($0, as: .visit) },
      resident: try invocation.text("resident").map { try reader.resolveOne($0, as: .resident) },
      in: try PeriodArguments.periodIfGiven(invocation, today: laptop.today()),
      includingVoided: invocation.flag("voided"), page: .all)
    let part = ListPage(invocation).part(of: assists)
    try part.write(
      to: console, try Self.table(part.elements, reader, console.language), json: "assists"
    ) { try $0.json(reader) }
    return .done
  }

  /// A table of assists.
  static func table(
    _ assists: [Assist], _ reader: RecordReader, _ language: Language
  ) throws -> Table {
    Table(
      [
        .text(BilingualText(vi: "Mã", en: "Code")),
        .text(BilingualText(vi: "Người dân", en: "Resident")),
        .text(BilingualText(vi: "Việc", en: "Service")),
        .text(BilingualText(vi: "Cách", en: "Mode")),
        .text(BilingualText(vi: "Kết quả", en: "Outcome")),
        .text(BilingualText(vi: "Tính", en: "Count")),
      ],
      try assists.map { assist in
        [
          assist.codeText,
          try assist.resident.flatMap { try reader.record(Resident.self, $0)?.fullName } ?? "",
          try reader.serviceName(of: assist.service ?? "").text(in: language).shortened(to: 60),
          assist.mode?.words.text(in: language) ?? "",
          assist.outcome?.words.text(in: language) ?? "",
          try reader.explainCount(of: assist.id).verdict.words.text(in: language),
        ]
      }, empty: BilingualText(vi: "Chưa ghi lượt hỗ trợ nào.", en: "No assist is recorded."))
  }
}

/// `assist show`.
struct AssistShow: LaptopCommand {
  let surroundings: Surroundings
  let name = ["assist", "show"]
  let abstract = BilingualText(vi: "xem một lượt hỗ trợ", en: "show an assist")
  let arguments = [
    Argument.positional("code", BilingualText(vi: "mã lượt hỗ trợ", en: "code of the assist"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let reader = try laptopToRead(invocation, console).records.reader
    let id = try reader.resolveOne(invocation.requiredText("code"), as: .assist)
    let record = try reader.existing(Assist.self, id).json(reader)
    guard !console.isJSON else {
      console.json(record)
      return .done
    }
    try Details.say(record, .assist, reader, console)
    return .done
  }
}

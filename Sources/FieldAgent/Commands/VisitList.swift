import CommandLine
import FieldWork
import Listings
import Replica

/// `visit list`.
struct VisitList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["visit", "list"]
  let abstract = BilingualText(vi: "danh sách lượt thăm", en: "list visits")
  let arguments: [Argument] =
    [
      .option("household", "CODE", BilingualText(vi: "chỉ hộ này", en: "only this household")),
      .option("member", "MEMBER", BilingualText(vi: "chỉ người này", en: "only this member")),
      PeriodArguments.period,
      .flag("voided", BilingualText(vi: "kể cả lượt đã hủy", en: "voided ones too")),
    ] + ListPage.arguments()

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let reader = laptop.records.reader
    let page = ListPage(invocation)
    let household = try invocation.text("household").map {
      try reader.resolveOne($0, as: .household)
    }
    let member = try invocation.text("member").map { try reader.findMember($0).id }
    let period = try PeriodArguments.periodIfGiven(invocation, today: laptop.today())
    let isVoidedToo = invocation.flag("voided")
    let part = page.part(
      try reader.visits(
        household: household, member: member, in: period, includingVoided: isVoidedToo,
        page: page.records),
      of: try reader.visitCount(
        household: household, member: member, in: period, includingVoided: isVoidedToo))
    try part.write(
      to: console,
      Table(
        Self.columns, try part.elements.map { try Self.row($0, reader, console.language) },
        empty: BilingualText(vi: "Không có lượt thăm nào.", en: "There is no such visit.")),
      json: "visits"
    ) { try $0.json(reader) }
    return .done
  }

  static let columns: [Table.Column] = [
    .text(BilingualText(vi: "Mã", en: "Code")), .text(BilingualText(vi: "Ngày", en: "Date")),
    .text(BilingualText(vi: "Hộ", en: "Household")),
    .text(BilingualText(vi: "Kết quả", en: "Outcome")),
    .text(BilingualText(vi: "Lưu ý", en: "Remarks")),
  ]

  /// One line of a table of visits.
  static func row(
    _ visit: Visit, _ reader: RecordReader, _ language: Language
  ) throws -> [String] {
    let household = try visit.household.flatMap { try reader.record(Household.self, $0) }
    var remarks = visit.warnings.words
    if let reason = visit.voidReason {
      remarks.insert(BilingualText(vi: "đã hủy: \(reason)", en: "voided: \(reason)"), at: 0)
    }
    return [
      visit.codeText, visit.date.map(Format.date) ?? "", household?.name ?? "",
      visit.outcome?.words.text(in: language) ?? "",
      remarks.map { $0.text(in: language) }.joined(separator: "; "),
    ]
  }
}

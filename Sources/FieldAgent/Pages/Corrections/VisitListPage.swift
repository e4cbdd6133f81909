import FieldWork
import Pages
import SyncProtocol
import Web

/// The visits that are on this laptop, latest first, voided ones too: the way to what has to be
/// corrected.
struct VisitListPage {
  static let path = "/visits"
  static let title = BilingualText(vi: "Các lượt thăm", en: "Visits")

  static let routes = [
    LaptopRoute(.get, path) { request in
      let page = try VisitListPage(request)
      return try request.page(title) { try page.content() }
    }
  ]

  private static let pageLength = 50

  private let request: LaptopRequest
  private let language: Language
  private let number: Int
  private let member: RowID?

  private init(_ request: LaptopRequest) throws {
    self.request = request
    language = request.language
    number = Pager.number(in: request.http.query)
    member = request.http.query["whose"] == "all" ? nil : request.member
  }

  private func address(_ number: Int, all: Bool? = nil) -> String {
    var items: [NamedValues.Item] = []
    if all ?? (member == nil) { items.append(NamedValues.Item(name: "whose", value: "all")) }
    if number > 1 { items.append(NamedValues.Item(name: Pager.name, value: String(number))) }
    return items.isEmpty ? Self.path : "\(Self.path)?\(NamedValues(items).encoded)"
  }

  private func content() throws -> HTML {
    let visits = try request.reader.visits(
      member: member, includingVoided: true,
      page: RecordPage(limit: Self.pageLength + 1, offset: (number - 1) * Self.pageLength))
    return try HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      element("p") {
        member == nil
          ? link(address(1, all: false), language.text("Chỉ của tôi", "Only mine"))
          : link(
            address(1, all: true), language.text("Mọi người trên máy này", "Everybody's here"))
      }
      try panel(id: "visits") { try table(visits).html(language) }
      Pager(number: number, length: Self.pageLength, hasNext: visits.count > Self.pageLength)
        .html(language) { address($0) }
    }
  }

  private func table(_ visits: [Visit]) throws -> PageTable {
    PageTable(
      BilingualText(vi: "Mới trước", en: "Latest first"),
      columns: [
        .text(FieldLabel.words(of: "date")), .text(FieldLabel.words(of: "household")),
        .text(FieldLabel.words(of: "outcome")), .text(VisitWork.label),
        .text(FieldLabel.words(of: "code")),
        .text(BilingualText(vi: "Lưu ý", en: "Remarks")),
      ],
      rows: try visits.prefix(Self.pageLength).map { visit in
        let household = try visit.household.flatMap {
          try request.reader.record(Household.self, $0)
        }
        return PageTable.Row([
          PageTable.cell(
            visit.date.map(Format.date) ?? "—",
            detail: visit.startMinute.map { Format.time(minuteOfDay: $0) }),
          household.map { link("/households/\($0.codeText)", $0.name ?? $0.codeText) }
            ?? .text("—"),
          .text(visit.outcome?.words.text(in: language) ?? ""),
          try VisitWork(visit, request).html(),
          recordLink(visit.codeText),
          remarks(visit),
        ])
      },
      empty: BilingualText(
        vi: "Chưa có lượt thăm nào. Tìm một hộ để ghi lượt thăm đầu tiên.",
        en: "No visit yet. Find a household to record the first."))
  }

  private func remarks(_ visit: Visit) -> HTML {
    if let reason = visit.voidReason {
      return StateMark.neutral.html(language.text("đã hủy: \(reason)", "voided: \(reason)"))
    }
    guard visit.date == nil || visit.warnings.contains(.dateInFuture) else { return .text("") }
    return StateMark.attention.html(
      visit.date == nil
        ? language.text("không có ngày", "no date")
        : language.text("ngày ở tương lai", "date in the future"))
  }
}

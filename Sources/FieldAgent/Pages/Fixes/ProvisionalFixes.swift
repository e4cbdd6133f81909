import FieldWork
import Listings
import Pages
import SyncProtocol
import Web

/// What one has recorded lately that does not count yet: which assists, what each lacks, where to add
/// it.
struct ProvisionalFixes {
  /// The most on the page; the numbers list the rest.
  private static let listLimit = 20

  private let request: LaptopRequest
  private let language: Language

  init(_ request: LaptopRequest) {
    self.request = request
    language = request.language
  }

  /// The panel, about this month and the last; nil where all of it counts.
  func html() throws -> HTML? {
    let today = try request.knowledge().today
    let month = Period(.month, holding: today)
    let last = month.flatMap { Period(.month, holding: $0.from.adding(days: -1)) }
    guard let from = last?.from, let period = try? Period(from: from, to: month?.to ?? today) else {
      return nil
    }
    let query = CountQuery(period, by: [], where: [.member: [.row(request.member)]])
    let count = try request.reader.count(query).total.provisionalAssists
    guard count > 0 else { return nil }
    let assists = try NumberRecords(
      request.reader, period: period, member: request.member, service: nil
    ).assists(limit: Self.listLimit) { if case .provisional = $0 { true } else { false } }
    return try panel(
      id: "provisional", language.text("Tạm tính: chưa vào số", "Provisional: not counted yet"),
      lead: language.text(
        "\(count) lượt hỗ trợ của bạn từ \(Format.date(from)) chưa vào số vì còn thiếu điều ghi bên "
          + "cạnh. Mở từng lượt, bấm “Sửa”, ghi phần còn thiếu; không cần gửi lại từ đầu.",
        "Not counted yet: \(counted(count, "assist", "assists")) of yours since "
          + "\(Format.date(from)). What each lacks stands beside it. Open it, press “Change” and add "
          + "that; nothing has to be recorded again.")
    ) {
      PageTable(
        BilingualText(vi: "Còn thiếu gì", en: "What is missing"),
        columns: [
          .text(FieldLabel.words(of: "assist")), .text(FieldLabel.words(of: "service")),
          .text(BilingualText(vi: "Tính", en: "Counts")),
        ],
        rows: try assists.map { assist, verdict in
          PageTable.Row([
            try request.reader.namedLink(assist.id, .assist, language),
            .text(
              (try assist.service.map { try request.reader.serviceName(of: $0).text(in: language) }
                ?? "")
                .shortened(to: 80)),
            verdict.mark.html(verdict.words.text(in: language)),
          ])
        },
        empty: BilingualText(same: ""),
        note: count > assists.count
          ? BilingualText(
            vi: "Chỉ hiện \(assists.count) lượt mới nhất.",
            en: "The latest \(assists.count) are shown.") : nil
      ).html(language)
      element("p") {
        link(
          NumbersPage.path,
          language.text("Xem mọi lượt trong Số của tôi", "See all of them in My numbers"))
      }
    }
  }
}

import FieldWork
import Pages
import SyncProtocol
import Web

/// Procedures and services by words or code, without a network.
struct GuidePage {
  static let path = "/guide"
  static let title = BilingualText(vi: "Tra cứu", en: "Guides")

  static let routes =
    [
      LaptopRoute(.get, path) { request in
        let page = GuidePage(request)
        return try request.page(title) { try page.content() }
      }
    ] + ServiceBox.routes + ProcedurePage.routes + SlipPage.routes

  private static let listLimit = 40

  private let request: LaptopRequest
  private let language: Language
  /// Words of a procedure, no person's: they may stand in an address.
  private let query: String

  private init(_ request: LaptopRequest) {
    self.request = request
    language = request.language
    query = String((request.http.query["query"] ?? "").prefix(200))
  }

  /// The page of a procedure or service.
  static func path(_ code: String) -> String { "\(path)/\(code)" }

  private func content() throws -> HTML {
    let isAsked = !query.allSatisfy(\.isWhitespace)
    return try HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      search
      try panel(id: "found") { try table(isAsked).html(language) }
    }
  }

  private var search: HTML {
    element("form", ["class": "search", "method": "get", "action": Self.path, "role": "search"]) {
      element("label", ["for": "query"]) {
        language.text(
          "Vài chữ của thủ tục hoặc dịch vụ, hoặc mã",
          "Words of the procedure or service, or its code")
      }
      element("div", ["class": "search-row"]) {
        element(
          "input",
          [
            "id": "query", "name": "query", "type": "search", "value": query,
            "autocomplete": "off", "autofocus": query.isEmpty ? "" : nil,
            "aria-describedby": "query-hint",
          ])
        element("button", ["type": "submit"]) { language.text("Tra cứu", "Look up") }
      }
      element("span", ["class": "field-hint", "id": "query-hint"]) {
        language.text(
          "Không cần mạng. Có dấu, không dấu hay Telex đều được.",
          "No network needed. With or without marks, or in Telex.")
      }
    }
  }

  private func table(_ isAsked: Bool) throws -> PageTable {
    let book = try request.reader.serviceBook()
    let found =
      isAsked
      ? try request.reader.serviceCode(query).flatMap(book.entry).map { [$0] } ?? book.find(query)
      : Procedures.metMostOften.compactMap { book.entry(of: $0.code) }
    let today = try request.knowledge().today
    let unit = try request.laptop.records.ownUnits(on: today).first?.code
    return PageTable(
      isAsked
        ? BilingualText(vi: "Thủ tục, dịch vụ tìm thấy", en: "What matches")
        : BilingualText(vi: "Hay gặp nhất", en: "Met most often"),
      columns: [
        .text(BilingualText(vi: "Thủ tục, dịch vụ", en: "Procedure or service")),
        .text(FieldLabel.words(of: "code")),
        .text(FieldLabel.words(of: "time_limit")),
        .number(BilingualText(vi: "Giấy tờ", en: "Papers")),
      ],
      rows: try found.prefix(Self.listLimit).map { entry in
        let procedure =
          entry.isProcedure
          ? try request.reader.procedure(entry.code, of: unit, on: today) : nil
        return PageTable.Row([
          link(Self.path(entry.code), entry.name.text(in: language).shortened(to: 160)),
          .text(entry.code), .text(procedure?.limit?.term.label(language) ?? "—"),
          PageTable.number(
            entry.isProcedure ? Procedures.procedure(code: entry.code)?.documentCount : nil,
            language),
        ])
      },
      empty: BilingualText(
        vi: "Không có thủ tục, dịch vụ nào khớp; hãy thử ít chữ hơn.",
        en: "No procedure or service matches; try fewer words."),
      note: found.count > Self.listLimit
        ? BilingualText(
          vi: "Còn nữa: gõ thêm chữ để thu hẹp.", en: "There are more: type more to narrow it.")
        : nil)
  }
}

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

  /// The page of a procedure.
  static func path(_ procedure: Procedure) -> String { "\(path)/\(procedure.code)" }

  private func content() throws -> HTML {
    let isAsked = !query.allSatisfy(\.isWhitespace)
    return HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      search
      panel(id: "found") { table(isAsked).html(language) }
    }
  }

  private var search: HTML {
    element("form", ["class": "search", "method": "get", "action": Self.path, "role": "search"]) {
      element("label", ["for": "query"]) {
        language.text("Vài chữ của thủ tục, hoặc mã", "Words of the procedure, or its code")
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

  private func table(_ isAsked: Bool) -> PageTable {
    let found =
      isAsked
      ? Procedures.procedure(code: query).map { [$0] }
        ?? Procedures.find(query, limit: Self.listLimit + 1)
      : Procedures.metMostOften
    return PageTable(
      isAsked
        ? BilingualText(vi: "Thủ tục tìm thấy", en: "Procedures that match")
        : BilingualText(vi: "Hay gặp nhất", en: "Met most often"),
      columns: [
        .text(FieldLabel.words(of: "procedure")), .text(FieldLabel.words(of: "code")),
        .text(FieldLabel.words(of: "time_limit")),
        .number(BilingualText(vi: "Giấy tờ", en: "Papers")),
      ],
      rows: found.prefix(Self.listLimit).map { procedure in
        PageTable.Row([
          link(Self.path(procedure), procedure.name(language).shortened(to: 160)),
          .text(procedure.code), .text(procedure.term?.label(language) ?? "—"),
          PageTable.number(procedure.documentCount, language),
        ])
      },
      empty: BilingualText(
        vi: "Không có thủ tục nào khớp; hãy thử ít chữ hơn.",
        en: "No procedure matches; try fewer words."),
      note: found.count > Self.listLimit
        ? BilingualText(
          vi: "Còn nữa: gõ thêm chữ để thu hẹp.", en: "There are more: type more to narrow it.")
        : nil)
  }
}

import FieldWork
import Listings
import Pages
import SyncProtocol
import Web

/// One box for whoever is looked for; what is found, and only then the way to add somebody.
///
/// What is typed travels in the body of a form and is kept in memory: a name has no place in an
/// address or in the browser's history.
enum FindPage {
  static let path = "/find"
  static let title = BilingualText(vi: "Tìm hộ", en: "Find")
  /// What was found for what was last looked for; from the menu the page begins anew.
  static let resultsPath = "\(path)?\(resultsName)=1"
  private static let resultsName = "results"
  private static let limit = 30

  static let routes = [
    LaptopRoute(.get, path, handler: show),
    LaptopRoute(.post, path) { request in
      request.memory.query = String((request.form["query"] ?? "").prefix(400))
      return .seeOther(resultsPath)
    },
  ]

  private static func show(_ request: LaptopRequest) throws -> HTTPResponse {
    if request.http.query[resultsName] == nil { request.memory.query = "" }
    let query = request.memory.query
    let language = request.language
    return try request.page(title) {
      try HTML.group {
        if let notice = request.memory.takeNotice() { notice.html(language) }
        try DeskLine.html(request)
        searchForm(query, request)
        if !query.allSatisfy(\.isWhitespace) { try results(query, request) }
      }
    }
  }

  static func searchForm(
    _ query: String, _ request: LaptopRequest, isFocused: Bool = true
  ) -> HTML {
    element("form", ["class": "search", "method": "post", "action": path, "role": "search"]) {
      PageFrame.tokenField(request.formToken)
      element("label", ["for": "query"]) {
        request.language.text(
          "Tên, số điện thoại, 4 số cuối giấy tờ, địa chỉ, mã, mã hồ sơ hoặc số biên lai",
          "Name, telephone, last 4 digits of the id, address, code, dossier code or receipt")
      }
      element("div", ["class": "search-row"]) {
        element(
          "input",
          [
            "id": "query", "name": "query", "type": "search", "value": query,
            "autocomplete": "off", "autofocus": isFocused && query.isEmpty ? "" : nil,
            "aria-describedby": "query-hint",
          ])
        element("button", ["type": "submit"]) { request.language.text("Tìm", "Find") }
      }
      element("span", ["class": "field-hint", "id": "query-hint"]) {
        request.language.text(
          "Gõ có dấu, không dấu hay Telex đều được.",
          "With or without marks, or in Telex.")
      }
      busyLine(
        query.isEmpty
          ? BilingualText(
            vi: "Lần tìm đầu tiên sau khi mở khóa có thể mất vài giây.",
            en: "The first search after unlocking may take some seconds.")
          : BilingualText(same: ""),
        BilingualText(vi: "Đang tìm trên máy này…", en: "Searching on this laptop…"),
        request.language)
    }
  }

  /// The way to a record about nobody whose code was typed, such as a session or a team.
  private static func record(named query: String, _ request: LaptopRequest) throws -> HTML {
    guard let code = try? RecordCode(parsing: query), RecordPath.of(code.text) != nil,
      try !request.reader.rows(of: code).isEmpty || RejectedVisitPage(query, request) != nil
    else { return .empty }
    return element("p", ["class": "message"]) {
      request.language.text("Mã này là của: ", "This code names: ")
      kindWords(of: code.text).text(in: request.language) + " "
      recordLink(code.text)
    }
  }

  private static func kindWords(of codeText: String) -> BilingualText {
    (try? RecordCode(parsing: codeText))?.kind.words ?? BilingualText(same: "")
  }

  /// What residents call a dossier by; nil where it has no such code, and of other records.
  private static func dossierCode(
    of codeText: String, _ request: LaptopRequest
  ) throws -> String? {
    guard (try? RecordCode(parsing: codeText))?.kind == .submission else { return nil }
    let id = try request.reader.resolveOne(codeText, as: .submission)
    return try request.reader.record(Submission.self, id)?.dossierCode
  }

  private static func results(_ query: String, _ request: LaptopRequest) throws -> HTML {
    let language = request.language
    let found = try request.laptop.find(query, limit: limit)
    let rows = try found.lines.map { line -> PageTable.Row in
      let name: HTML
      let kind: String
      switch line.found {
      case .household(let household):
        name = link("/households/\(household.codeText)", household.name ?? household.codeText)
        kind = language.text("hộ", "household")
      case .resident(let resident):
        name = link("/residents/\(resident.codeText)", resident.fullName ?? resident.codeText)
        kind = language.text("người", "person")
      }
      return PageTable.Row([
        try HTML.group {
          name
          if let through = line.through {
            try element("span", ["class": "detail"]) {
              (BilingualText(vi: "theo ", en: "by ") + Self.kindWords(of: through)
                + BilingualText(same: " ")).text(in: language)
              recordLink(through, calling: try dossierCode(of: through, request))
            }
          }
        }, .text(kind), .text(line.birthYear.map(String.init) ?? ""),
        .text(line.householdName ?? ""), .text(line.hamlet ?? ""), .text(line.address ?? ""),
        .text(line.lastVisit.map(Format.date) ?? language.text("chưa thăm", "never")),
      ])
    }
    let named = try rows.isEmpty ? record(named: query, request) : .empty
    return panel(id: "found") {
      named
      if let note = found.note {
        element("p", ["class": "message"]) { note.text(in: language) }
      }
      PageTable(
        BilingualText(
          vi: "Tìm thấy \(found.total)", en: counted(found.total, "record", "records") + " found"),
        columns: [
          .text(BilingualText(vi: "Tên", en: "Name")), .text(BilingualText(vi: "Là", en: "Kind")),
          .text(BilingualText(vi: "Sinh", en: "Born")),
          .text(BilingualText(vi: "Chủ hộ", en: "Household")),
          .text(BilingualText(vi: "Thôn", en: "Hamlet")),
          .text(BilingualText(vi: "Địa chỉ", en: "Address")),
          .text(BilingualText(vi: "Thăm gần nhất", en: "Last visit")),
        ], rows: rows,
        empty: BilingualText(
          vi: "Không có ai khớp trên máy này. Hãy thử ít chữ hơn, hoặc thêm hộ mới ở dưới.",
          en: "Nobody on this laptop matches. Try fewer words, or add a household below."),
        note: found.total > limit
          ? BilingualText(
            vi: "Chỉ hiện \(limit) kết quả đầu; hãy gõ thêm để thu hẹp.",
            en: "The first \(limit) are shown; type more to narrow it.") : nil
      ).html(language)
      actionForm(
        HouseholdPage.newPath,
        rows.isEmpty
          ? BilingualText(vi: "Thêm hộ mới", en: "Add a household")
          : BilingualText(
            vi: "Không có ở đây: thêm hộ mới", en: "None of these: add a household"),
        request, isQuiet: true)
    }
  }
}

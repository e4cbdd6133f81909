import FieldWork
import Pages
import SyncProtocol
import Web

/// One box for the code of any record, or a part of it, that leads to the record's page.
enum FindPage {
  static let path = "/find"
  private static let name = "q"
  /// Records that are listed at most.
  private static let limit = 50

  static let routes = [PageRoute(.get, path, access: .coordinator) { try page($0) }]

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let language = request.language
    let typed = String((request.http.query[name] ?? "").prefix(60))
    let reached = try request.reached()
    let found =
      typed.isEmpty
      ? []
      : try request.centre.read { reader in
        try reader.records(codedLike: typed, limit: limit + 1, where: reached.holds(scope:))
      }
    // Whole codes are of one record, but for two stores that went by one number.
    if found.count == 1, let own = found.first.flatMap({ CentreForms.path(of: $0.codeText) }) {
      return .seeOther(own)
    }
    return .html(
      request.frame(FindWords.title).page {
        box(language, typed)
        if !typed.isEmpty {
          panel(id: "found") {
            PageTable(
              FindWords.found, columns: [.text(RecordWays.code), .text(FindWords.kind)],
              rows: found.prefix(limit).map { match in
                PageTable.Row([
                  CentreForms.link(match.codeText),
                  .text(TableWords.words(of: match.kind.table.name).text(in: language)),
                ])
              }, empty: FindWords.nothing,
              note: found.count > limit ? FindWords.further(limit) : nil
            ).html(language)
          }
        }
      })
  }

  /// The box, for pages where coordinators begin.
  static func box(_ language: Language, _ typed: String = "") -> HTML {
    element("form", ["method": "get", "action": path, "class": "filters wide"]) {
      PageField(name, FindWords.field, value: typed, hint: FindWords.hint).html(language)
      element("button", ["type": "submit", "class": "quiet"]) { FindWords.open.text(in: language) }
    }
  }

  /// The way back to the box.
  static func back(_ language: Language) -> HTML {
    element("p", ["class": "not-printed"]) {
      element("a", ["href": path]) { FindWords.another.text(in: language) }
    }
  }
}

/// The words of looking for a code.
enum FindWords {
  static let title = BilingualText(vi: "Tìm theo mã", en: "Find by code")
  static let field = BilingualText(vi: "Mã bản ghi", en: "Code of a record")
  static let hint = BilingualText(
    vi: "cả mã hay một phần, có hay không có gạch; ví dụ V-2H9K5-1-X, 2h9k5 1",
    en: "the whole code or a part, with or without hyphens; such as V-2H9K5-1-X, 2h9k5 1")
  static let open = BilingualText(vi: "Mở bản ghi", en: "Open the record")
  static let found = BilingualText(vi: "Bản ghi có mã ấy", en: "Records with that code")
  static let kind = BilingualText(vi: "Là gì", en: "What it is")
  static let nothing = BilingualText(
    vi: "Không có bản ghi nào mang mã ấy trong phạm vi của bạn.",
    en: "No record within your reach has that code.")
  static let another = BilingualText(vi: "‹ Tìm mã khác", en: "‹ Find another code")
  static let meaning = BilingualText(
    vi: "gõ mã trên giấy hay trong danh sách để mở đúng bản ghi",
    en: "type a code from paper or a list to open its record")

  static func further(_ limit: Int) -> BilingualText {
    BilingualText(
      vi: "Chỉ nêu \(limit) bản ghi đầu; hãy gõ thêm ký tự.",
      en: "Only the first \(limit); type more characters.")
  }
}

import FieldWork
import Pages
import Web

/// What programs may ask, for people: made of the same routes as the document for programmers.
enum ProgramDocumentPage {
  static let path = "/api"
  static let title = BilingualText(vi: "Giao diện cho phần mềm", en: "The interface for programs")

  static let routes = [PageRoute(.get, path, access: .anyone, handler: page)]

  private static let lead = BilingualText(
    vi: "Chỉ đọc, trả lời bằng JSON. Mỗi câu hỏi mang “Authorization: Bearer MÃ”; quản trị tài "
      + "khoản cấp mã. Số liệu không kèm tên người dân.",
    en: "Read-only, answered in JSON. Every question carries “Authorization: Bearer TOKEN”; an "
      + "administrator makes tokens. No resident's name is in any answer.")

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let language = request.language
    var frame = request.frame(title)
    frame.lead = lead
    return .html(
      frame.page {
        panel {
          element("p") {
            element("a", ["href": ProgramDesk.documentPath]) {
              language.text("Tài liệu OpenAPI 3.1 (JSON)", "OpenAPI 3.1 document (JSON)")
            }
          }
          element("p") {
            element("code", ["class": "long"]) {
              "curl -H \"Authorization: Bearer camtay_…\" "
                + "\"https://…\(ProgramRoutes.prefix)/count?period=month&by=team\""
            }
          }
        }
        for route in ProgramRoutes.all {
          panel(ProgramRoutes.prefix + route.path, lead: route.summary.text(in: language)) {
            element("p") { roles(route.access, language) }
            parameters(route, language)
          }
        }
        panel(
          ProgramDesk.metricsPath,
          lead: language.text(
            "Số đo của trung tâm cho Prometheus", "The centre's metrics for Prometheus")
        ) { element("p") { roles(Access.keeping.ofTokens, language) } }
      })
  }

  private static func roles(_ access: Access, _ language: Language) -> String {
    language.text("Vai trò: ", "Roles: ")
      + (access.needed ?? []).map { $0.words.text(in: language) }.joined(separator: ", ")
  }

  private static func parameters(_ route: ProgramRoute, _ language: Language) -> HTML {
    PageTable(
      BilingualText(vi: "Tham số của \(route.path)", en: "Parameters of \(route.path)"),
      columns: [
        .text(BilingualText(vi: "Tên", en: "Name")),
        .text(BilingualText(vi: "Ý nghĩa", en: "Meaning")),
      ],
      rows: (route.parameters + [.language]).map { parameter in
        PageTable.Row([
          element("code") { parameter.name }, .text(parameter.words.text(in: language)),
        ])
      }, empty: BilingualText(same: "")
    ).html(language)
  }
}

import Documents
import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// Every time the centre's own rows were wrong, and were mended: for whoever looks after the software.
enum IncidentPage {
  static let path = "/incidents"
  static let title = BilingualText(vi: "Sự cố dữ liệu đã sửa", en: "Incidents that were mended")

  static let routes =
    [PageRoute(.get, path, access: .keeping, handler: page)]
    + ListFileFormat.routes(of: path, access: .keeping, handler: file)

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let incidents = try incidents(request)
    let list = list(request.language)
    let choice = list.choice(request.http.query)
    var frame = request.frame(title)
    frame.lead = IncidentWords.lead
    return .html(
      frame.page {
        panel {
          list.html(
            list.part(of: incidents, choice), choice, files: ListFileFormat.links(of: path),
            request.language)
        }
        element("p") {
          element("a", ["href": HealthPage.path]) {
            HealthWords.title.text(in: request.language)
          }
        }
      })
  }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    try ListFile(list(request.language), format, name: "su-co").answer(
      request, rows: incidents(request))
  }

  /// The latest first.
  private static func incidents(_ request: PageRequest) throws -> [Incident] {
    try request.centre.inspect { try $0.store.incidents() }.reversed()
  }

  private static func list(_ language: Language) -> PageList<Incident> {
    PageList<Incident>(
      path, title,
      columns: [
        .init("at", IncidentWords.at, orderedBy: { $0.at.rawValue }) {
          .minute(LocalDateTime(time: $0.at).minutesSince1970)
        },
        .init("scope", IncidentWords.scope, orderedBy: { $0.scope.rawValue }) {
          .text(String($0.scope.rawValue))
        },
        .init("kind", IncidentWords.what, orderedBy: { $0.kind.rawValue }) {
          .text($0.kind.words.text(in: language))
        },
        .init("leaves", IncidentWords.leaves, orderedBy: \.leafCount) {
          .integer(Int64($0.leafCount))
        },
        .init("rows", IncidentWords.rows, orderedBy: \.rowsChanged) {
          .integer(Int64($0.rowsChanged))
        },
        .init("software", LaptopWords.version) { .text($0.software) },
      ],
      filters: [
        .init(
          "kind", IncidentWords.what, Incident.Kind.allCases.map { ($0.rawValue, $0.words) }
        ) { $0.kind.rawValue == $1 }
      ], empty: IncidentWords.none)
  }
}

/// The words of incidents.
private enum IncidentWords {
  static let lead = BilingualText(
    vi: "Mỗi dòng là một lỗi của chương trình hoặc của đĩa. Đừng xóa gì; hãy gửi danh sách này cho "
      + "người phụ trách phần mềm.",
    en: "Each line is a defect of the program or of the disk. Delete nothing; send this list to "
      + "whoever looks after the software.")
  static let at = BilingualText(vi: "Lúc", en: "When")
  static let scope = BilingualText(vi: "Vùng", en: "Scope")
  static let what = BilingualText(vi: "Việc", en: "What")
  static let leaves = BilingualText(vi: "Nhánh", en: "Leaves")
  static let rows = BilingualText(vi: "Dòng", en: "Rows")
  static let none = BilingualText(vi: "Chưa có sự cố nào.", en: "There are no incidents.")
}

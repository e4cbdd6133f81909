import FieldWork
import Pages
import Web

/// A page that is one list, with the same rows as a file: the frame that such pages have in common.
struct ListScreen<Row> {
  private let title: BilingualText
  private let list: PageList<Row>
  private let rows: [Row]
  private let lead: BilingualText?
  private let actions: HTML
  private let further: HTML

  /// - Parameters:
  ///   - lead: what is left out for whoever looks.
  ///   - actions: what can be done, above the list.
  ///   - further: where else to go, below it.
  init(
    _ title: BilingualText, _ list: PageList<Row>, _ rows: [Row], lead: BilingualText? = nil,
    actions: HTML = .empty, further: HTML = .empty
  ) {
    self.title = title
    self.list = list
    self.rows = rows
    self.lead = lead
    self.actions = actions
    self.further = further
  }

  /// The routes of a page and of its files.
  ///
  /// - Parameters:
  ///   - name: of the files, without their ending.
  ///   - screen: gathers the list that a request may see.
  static func routes(
    _ path: String, access: Access, isNoted: Bool? = nil, isLive: Bool = false, file name: String,
    _ screen: @escaping @Sendable (PageRequest) throws -> ListScreen
  ) -> [PageRoute] {
    [
      PageRoute(.get, path, access: access, isNoted: isNoted, isLive: isLive) { request in
        try screen(request).page(request)
      }
    ]
      + ListFileFormat.routes(of: path, access: access) { request, format in
        let screen = try screen(request)
        return try ListFile(screen.list, format, name: name).answer(request, rows: screen.rows)
      }
  }

  private func page(_ request: PageRequest) -> HTTPResponse {
    let choice = list.choice(request.http.query)
    var frame = request.frame(title)
    frame.lead = lead
    return .html(
      frame.page {
        actions
        panel {
          list.html(
            list.part(of: rows, choice), choice, files: ListFileFormat.links(of: list.path),
            request.language)
        }
        further
      })
  }
}

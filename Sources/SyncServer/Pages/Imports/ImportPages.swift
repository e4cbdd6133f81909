import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// Lists are taken in from files: what they would write is shown first, a button writes it, and an
/// import of households or of the roster can be taken back as a whole.
enum ImportPages {
  static let path = "/imports"
  private static let previewPath = "\(path)/preview"
  /// Bytes of a form with two files.
  private static let formBytes = 2 * DirectoryFiles.maximumBytes + (1 << 20)

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator, isNoted: true) { try page($0, nil) },
      PageRoute(
        .post, previewPath, access: .coordinator, bodyLimit: formBytes, isNoted: false,
        handler: preview),
      PageRoute(.post, path, access: .coordinator, handler: apply),
    ] + ListFileFormat.routes(of: path, access: .coordinator, handler: file)
    // Before the imports of households, one of which it would be taken for.
    + RosterUndoPage.routes + ImportUndoPage.routes

  // MARK: The list of imports, and the form

  private static func page(
    _ request: PageRequest, _ refusal: ImportRefusal?
  ) throws -> HTTPResponse {
    let language = request.language
    let reached = try request.reached()
    let imports = try Self.imports(request, reached)
    let list = list(language)
    let choice = list.choice(request.http.query)
    var frame = request.frame(ImportWords.title)
    frame.lead = ImportWords.lead
    frame.path = path
    return .html(
      frame.page {
        panel(ImportWords.newOne.text(in: language)) {
          upload(request, refusal, reached).html(language) { fields(request, reached) }
          refused(refusal, language)
        }
        panel(id: "imports") {
          list.html(
            list.part(of: imports, choice), choice, note: ImportWords.catalogueStays,
            files: ListFileFormat.links(of: path), language)
        }
      }, status: refusal == nil ? 200 : 422)
  }

  private static func upload(
    _ request: PageRequest, _ refusal: ImportRefusal?, _ reached: ReachedWork
  ) -> PageForm {
    var form = PageForm(
      action: previewPath, formToken: request.formToken, submit: ReformWords.show,
      problem: refusal.flatMap { refusal in
        BilingualText(
          vi: refusal.lines(.vietnamese).first ?? "", en: refusal.lines(.english).first ?? "")
      })
    form.carriesFile = true
    return form
  }

  /// What is wrong, line by line, below the first sentence of it.
  private static func refused(_ refusal: ImportRefusal?, _ language: Language) -> HTML {
    let lines = refusal?.lines(language).dropFirst() ?? []
    guard !lines.isEmpty else { return .empty }
    return element("ul") {
      for line in lines { element("li") { line } }
    }
  }

  private static func fields(_ request: PageRequest, _ reached: ReachedWork) -> HTML {
    let language = request.language
    func typed(_ name: String) -> String {
      String((request.form[name] ?? request.http.query[name] ?? "").prefix(2_000))
    }
    let kinds = ImportKind.all.filter { kind in
      if case .records = kind { reached.isEverything } else { true }
    }
    return HTML.group {
      element("div", ["class": "field-grid"]) {
        PageField(
          "kind", ImportWords.kind, .choice(kinds.map { ($0.value, $0.words) }),
          value: typed("kind"), isRequired: true
        ).html(language)
        PageField("file", ReformWords.file, .file, isRequired: true).html(language)
        PageField("file-2", ImportWords.second, .file, hint: ImportWords.secondHint)
          .html(language)
        PageField("place", ImportWords.place, value: typed("place"), hint: ImportWords.placeHint)
          .html(language)
        PageField(
          "columns", ImportWords.columns, .lines, value: typed("columns"),
          hint: ImportWords.columnsHint
        ).html(language)
      }
      element("details") {
        element("summary") { ImportWords.whichColumns.text(in: language) }
        facts(kinds.map { ($0.words, $0.columns) }, language)
      }
    }
  }

  /// An import of the list.
  private struct Line: Sendable {
    let code: String
    let path: String
    let time: Timestamp
    let kind: ImportKind
    let contents: BilingualText
    let records: Int
    let standing: Int
  }

  /// The imports within reach, the latest first.
  private static func imports(
    _ request: PageRequest, _ reached: ReachedWork
  ) throws -> [Line] {
    try request.centre.inspect { records in
      let households = try records.reader.importedLists().filter { list in
        try reached.isEverything || reached.holds(scope: records.locate(list.code).scope)
      }.map { list in
        Line(
          code: list.code, path: ImportUndoPage.path(of: list.code), time: list.time,
          kind: .households, contents: ImportWords.contents(list),
          records: list.households + list.residents, standing: list.standing)
      }
      // A roster may be of several communes.
      let rosters = try reached.isEverything ? records.reader.importedRosters() : []
      return
        (households
        + rosters.map { roster in
          Line(
            code: RosterUndoPage.code(of: roster.number),
            path: RosterUndoPage.path(of: roster.number), time: roster.time, kind: .roster,
            contents: ImportWords.contents(roster),
            records: roster.hamlets + roster.teams + roster.members, standing: roster.standing)
        }).enumerated().sorted {
          ($1.element.time.rawValue, $0.offset) < ($0.element.time.rawValue, $1.offset)
        }.map(\.element)
    }
  }

  private static func list(_ language: Language) -> PageList<Line> {
    PageList<Line>(
      path, ImportWords.done,
      columns: [
        .init(
          "code", ImportWords.code, orderedBy: \.code,
          cell: { line in element("a", ["href": line.path]) { line.code } },
          value: { .text($0.code) }),
        .init("at", ImportWords.at, orderedBy: { $0.time.rawValue }) {
          .minute(LocalDateTime(time: $0.time).minutesSince1970)
        },
        .init("kind", ImportWords.holds) { .text($0.kind.words.text(in: language)) },
        .init("contents", ImportWords.made) { .text($0.contents.text(in: language)) },
        .init("records", ImportWords.records, orderedBy: \.records) {
          .integer(Int64($0.records))
        },
        .init("standing", ImportWords.standing, orderedBy: \.standing) {
          .integer(Int64($0.standing))
        },
      ],
      filters: [
        .init("q", ImportWords.code) { line, typed in line.code.hasPrefix(typed.uppercased()) },
        .init(
          "list", ImportWords.holds,
          [ImportKind.roster, .households].map { ($0.value, $0.words) }
        ) { $0.kind.value == $1 },
      ], empty: ImportWords.none)
  }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    let imports = try imports(request, request.reached())
    return try ListFile(list(request.language), format, name: "lan-nhap").answer(
      request, rows: imports)
  }

  // MARK: What a file would write, and writing it

  private static func preview(_ request: PageRequest) throws -> HTTPResponse {
    guard let job = try ImportJob(request) else {
      return try page(request, ImportRefusal(ImportWords.noFile))
    }
    do {
      let plan = try job.preview(request.centre, on: request.today)
      return .html(
        frame(request, ImportWords.previewTitle).page {
          ImportPreview(job: job, plan: plan, request: request).html
        })
    } catch {
      guard let refusal = ImportRefusal(of: error) else { throw error }
      return try page(request, refusal)
    }
  }

  private static func apply(_ request: PageRequest) throws -> HTTPResponse {
    guard let job = try ImportJob(request) else {
      return try page(request, ImportRefusal(ImportWords.noFile))
    }
    // Lines that somebody called new would be written twice.
    guard request.centre.formTickets.use(request.form["ticket"] ?? "") else {
      return try page(request, ImportRefusal(ImportWords.sentTwice))
    }
    do {
      let (plan, code) = try job.apply(request.centre, author: request.account?.rights.member)
      let language = request.language
      return .html(
        frame(request, ImportWords.title).page {
          panel {
            element("p", ["class": "message good", "role": "status"]) {
              ImportWords.written.text(in: language)
            }
            for line in ImportWords.lines(plan) { element("p") { line.text(in: language) } }
            element("p", ["class": "actions"]) {
              if let code {
                element("a", ["href": ImportUndoPage.path(of: code)]) {
                  ImportWords.takeBack.text(in: language)
                }
              }
              element("a", ["href": path]) { ImportWords.another.text(in: language) }
            }
          }
        })
    } catch {
      guard let refusal = ImportRefusal(of: error) else { throw error }
      return try page(request, refusal)
    }
  }

  private static func frame(_ request: PageRequest, _ title: BilingualText) -> PageFrame {
    var frame = request.frame(title)
    frame.path = path
    return frame
  }
}

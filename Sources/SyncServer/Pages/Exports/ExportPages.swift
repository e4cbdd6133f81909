import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// Files with names, for a purpose that the log keeps and the file carries: as lists, and for mail
/// merge.
enum ExportPages {
  static let path = "/exports"
  /// How the form names letters for mail merge.
  private static let mergeName = "merge"

  static let routes = [
    PageRoute(.get, path, access: .coordinator) { try form($0, problem: nil) },
    // What is taken out is noted with what for, before anybody has the file.
    PageRoute(.post, path, access: .coordinator, isNoted: false, handler: take),
  ]

  /// Where a list of a hamlet is asked for.
  static func address(of kind: ExportKind, in place: String) -> String {
    let items = [
      NamedValues.Item(name: "list", value: kind.rawValue),
      NamedValues.Item(name: "place", value: place),
    ]
    return "\(path)?\(NamedValues(items).encoded)"
  }

  private static func form(
    _ request: PageRequest, problem: BilingualText?
  ) throws -> HTTPResponse {
    let language = request.language
    func value(_ name: String) -> String {
      String((request.form[name] ?? request.http.query[name] ?? "").prefix(400))
    }
    var frame = request.frame(ExportWords.title)
    frame.isNarrow = true
    frame.lead = try request.reached().words
    if request.http.method.changesState { frame.path = path }
    let reached = try request.reached()
    let homeless = try request.centre.read {
      try ExportArea.homeless($0, reached, limit: ExportWords.homelessCodes)
    }
    return .html(
      frame.page {
        panel(lead: ExportWords.lead.text(in: language)) {
          PageForm(
            action: path, formToken: request.formToken, submit: ExportWords.make, problem: problem
          ).html(language) {
            PageField(
              "list", ExportWords.what,
              .choice(ExportKind.allCases.map { (value: $0.rawValue, words: $0.words) }),
              value: value("list"), isRequired: true
            ).html(language)
            PageField(
              "place", ExportWords.place, value: value("place"), hint: ExportWords.placeHint
            ).html(language)
            PageField(
              "purpose", ExportWords.purpose, value: value("purpose"),
              hint: ExportWords.purposeHint, isRequired: true
            ).html(language)
            PageField(
              "format", ExportWords.format,
              .choice([
                (value: ListFileFormat.xlsx.rawValue, words: BilingualText(same: "Excel (XLSX)")),
                (value: ListFileFormat.csv.rawValue, words: BilingualText(same: "CSV")),
                (value: mergeName, words: ExportWords.merge),
              ]), value: value("format"), isRequired: true
            ).html(language)
          }
          if homeless.count > 0 {
            element("p", ["class": "message warn"]) {
              ExportWords.homeless(homeless.count).text(in: language)
            }
            element("p") {
              for (place, code) in homeless.codes.enumerated() {
                if place > 0 { HTML.text(", ") }
                element("a", ["href": HouseholdMovePage.address(of: code)]) { code }
              }
              if homeless.count > homeless.codes.count { HTML.text(" …") }
            }
          }
        }
      }, status: problem == nil ? 200 : 422)
  }

  private static func take(_ request: PageRequest) throws -> HTTPResponse {
    guard let kind = request.form["list"].flatMap(ExportKind.init(rawValue:)) else {
      return try form(request, problem: FeedbackWords.notChosen)
    }
    do {
      let export = try NamedExport(
        kind, from: request.typed("place"), for: request.typed("purpose"),
        // Whatever else is typed is the letters.
        as: ListFileFormat(rawValue: request.form["format"] ?? ""))
      return .download(
        try export.file(for: request.taker, within: request.reached()),
        type: export.mediaType, fileName: export.fileName)
    } catch let problem as NamedExportProblem {
      return try form(request, problem: problem.words)
    }
  }
}
